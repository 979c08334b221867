import t from 'tap';
import { browser, type Browser } from './browser.ts';
import { later, notifiedCases, scene } from './mediation-cast.ts';
import { flawsOf } from './sound-page.ts';
import { comeBack } from './territory.ts';

type Shown = Awaited<ReturnType<Browser['page']>>;
const main = (page: Shown) => (page.querySelector('main')?.textContent ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
const linksOf = (page: Shown) => page.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '');
const endOf = (page: Shown) => linksOf(page).find((href) => href.endsWith('/fin')) ?? '';

t.test('Absences are said, seen and ended from pages, without script', async (t) => {
  const now = await scene(t, { members: 2 });
  const { house, town: { claire, deputy: bruno, omar, nadia, yves, localDeputy, committee, offices }, amina, roussel } = now;
  now.everybody.push(yves, localDeputy);
  const [id] = (await notifiedCases(now, 1)) as [string];
  const [mediator, deputy, secretary, requester, party, conciliator] = [claire, bruno, omar, amina, roussel, yves].map((who) => browser(house, who)) as [Browser, Browser, Browser, Browser, Browser, Browser];
  const [member, above] = [browser(house, committee[0]), browser(house, nadia)];
  const day = (name: string, offset: number) => {
    const [year, month, date] = new Date(house.clock.now().getTime() + offset * 86_400_000).toISOString().slice(0, 10).split('-').map(Number);

    return { [`${name}.year`]: String(year), [`${name}.month`]: String(month), [`${name}.day`]: String(date) };
  };
  const toDeclare = `/absences/services/${offices.regional}/declaration`;
  const toRecord = `/absences/services/${offices.regional}/constat`;
  const opens = async (who: Browser) => (await who.look(`/dossiers/${id}/demande`)).statusCode;

  await t.test('each sees the offices whose cases they run, and only them; a party and a member see no such page', async (t) => {
    for (const one of [requester, party, member]) for (const at of ['/absences', toDeclare, toRecord]) t.equal((await one.look(at)).statusCode, 404);
    for (const one of [conciliator, above]) for (const at of [toDeclare, toRecord]) t.equal((await one.look(at)).statusCode, 404, 'not in another office');
    t.equal((await secretary.look(toDeclare)).statusCode, 404, 'a secretary runs no case');
    t.ok(linksOf(await mediator.page('/semaine')).includes('/absences'));
    t.notOk(linksOf(await member.page('/semaine')).includes('/absences'));
    t.ok(linksOf(await secretary.page('/dossiers')).includes('/absences'));
    t.match(main(await mediator.page('/absences')), /Médiation régionale – Auvergne-Rhône-Alpes.*Personne n’est absent/s);
    t.strictSame(linksOf(await secretary.page('/absences')).filter((href) => href.startsWith('/absences/')), [toRecord]);
    for (const at of ['/absences', toDeclare, toRecord]) t.strictSame(flawsOf((await mediator.look(at)).body), [], at);
  });

  await t.test('what is wrong is told at its field, and nothing typed is lost', async (t) => {
    const given = { ...day('firstDay', 0), ...day('lastDay', 10), deputy: bruno.person };
    const past = await mediator.fill(toDeclare, { ...given, ...day('firstDay', -2) });
    t.equal(past.status, 400);
    t.match(past.page.querySelector('#firstDay-error')?.textContent, /qui ne soit pas passé/);
    t.ok(past.page.querySelector(`input[value="${bruno.person}"][checked]`), 'the stand-in stays chosen');
    const long = await mediator.fill(toDeclare, { ...given, ...day('lastDay', 200) });
    t.match(long.page.querySelector('#lastDay-error')?.textContent, /six mois au plus/);
    t.equal((await mediator.fill(toDeclare, { ...given, deputy: omar.person })).status, 422, 'only among those who run cases');
    const same = await secretary.fill(toRecord, { person: claire.person, deputy: claire.person, ...day('lastDay', 10) });
    t.match(same.page.querySelector('#deputy-error')?.textContent, /une autre personne que celle qui est absente/);
    const own = await deputy.fill(toRecord, { person: claire.person, deputy: bruno.person, ...day('lastDay', 10) });
    t.match([own.status, main(own.page)], [422, /Vous ne pouvez pas vous désigner vous-même/]);
    t.match(main(await mediator.page('/absences')), /Personne n’est absent/, 'nothing was done');
  });

  await t.test('from the day on the stand-in sees the case, the parties see who stands in; ended early, it closes', async (t) => {
    t.equal(await opens(deputy), 404);
    const check = await mediator.submit(toDeclare, { ...day('firstDay', 0), ...day('lastDay', 10), deputy: bruno.person });
    t.match(check.body, /Vérifiez avant de confirmer.*Bruno/s, 'the answers are shown before anything is done');
    t.equal(await opens(deputy), 404, 'and nothing is');
    const done = await mediator.fill(toDeclare, { ...day('firstDay', 0), ...day('lastDay', 10), deputy: bruno.person });
    t.match(main(done.page), /Votre absence est inscrite, avec votre remplaçant\. Le \d.* à \d+ h \d+/);
    t.match(main(await secretary.page('/absences')), /Claire.*Bruno.*inclus.*En cours.*Déclarée par la personne.*Rien pour vous/s);
    t.equal(await opens(deputy), 200);
    t.match(main(await requester.page(`/dossiers/${id}`)), /Bruno.*remplace la personne en charge du/s);
    t.equal(await opens(member), 404);
    t.match(main((await mediator.fill(toDeclare, { ...day('firstDay', 3), ...day('lastDay', 20), deputy: bruno.person })).page), /Une autre absence est déjà inscrite/);

    const end = endOf(await deputy.page('/absences'));
    t.equal(endOf(await secretary.page('/absences')), '', 'whoever has no part in it does not end it');
    for (const one of [secretary, requester, member, conciliator]) t.equal((await one.look(end)).statusCode, 404);
    t.match(main(await deputy.page(end)), /Claire.*Bruno.*inclus/s);
    t.match(main((await deputy.fill(end)).page), /L’absence a pris fin.*Personne n’est absent/s);
    t.equal(await opens(deputy), 404);
    t.equal((await deputy.look(end)).statusCode, 404, 'once');
  });

  await t.test('one to come opens nothing before its day', async (t) => {
    await mediator.fill(toDeclare, { ...day('firstDay', 3), ...day('lastDay', 8), deputy: bruno.person });
    t.match(main(await mediator.page('/absences')), /À venir/);
    t.equal(await opens(deputy), 404);
    await later(now, 4);
    await comeBack(house, amina);
    await comeBack(house, bruno);
    t.equal(await opens(browser(house, bruno)), 200);
    t.match(main((await browser(house, bruno).fill(endOf(await browser(house, bruno).page('/absences')))).page), /L’absence a pris fin/);
  });

  await t.test('the secretary records a sudden one, and may end it', async (t) => {
    const desk = browser(house, omar);
    t.match(main((await desk.fill(toRecord, { person: claire.person, deputy: bruno.person, ...day('lastDay', 5) })).page), /L’absence est inscrite, avec le remplaçant.*Constatée par le service/s);
    t.equal((await browser(house, bruno).look(`/dossiers/${id}`)).statusCode, 200);
    t.match(main((await desk.fill(endOf(await desk.page('/absences')))).page), /L’absence a pris fin/);
    t.match((await browser(house, bruno).look(`/dossiers/${id}/demande`)).statusCode, 404);
  });
});
