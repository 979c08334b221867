import t from 'tap';
import { browser } from './browser.ts';
import type { Client } from './client.ts';
import { consentedCases, created, notifiedCases, scene } from './mediation-cast.ts';
import { flawsOf } from './sound-page.ts';
import { requestBody } from './territory.ts';

type Fields = Record<string, string>;
type Check = Pick<typeof t, 'equal' | 'strictSame' | 'match' | 'notMatch'>;
type Listed = { extensions: { extension: string }[] };

/** The one script every page has is served by the house. */
function flaws(body: string): string[] {
  return flawsOf(body.replace(/<script type="module" src="[^"]*">\s*<\/script>/g, ''));
}

t.test('Deeds that turn a case, each on its page', async (t) => {
  const now = await scene(t, { members: 1 });
  const { house, town: { claire, deputy, omar, committee, nadia }, amina, roussel, bloch } = now;
  const [helene] = committee as [Client];
  const as = (who: Client) => browser(house, who);
  const at = (id: string, slug = '') => `/dossiers/${id}${slug && `/${slug}`}`;
  const file = async () => (await created(amina.post('/api/requests', requestBody()))).case as string;
  const read = async (t: Check, who: Client, url: string) => {
    const { statusCode, body } = await as(who).look(url);
    t.equal(statusCode, 200, url);
    t.strictSame(flaws(body), [], url);

    return body;
  };
  const done = async (t: Check, who: Client, id: string, slug: string, fields: Fields, said: RegExp) => {
    await read(t, who, at(id, slug));
    const { status, body } = await as(who).fill(at(id, slug), fields);
    t.equal(status, 200, slug);
    t.match(body, said);
    t.strictSame(flaws(body), [], slug);
  };
  const day = (name: string, on: string): Fields => ({ [`${name}.day`]: on.slice(8), [`${name}.month`]: on.slice(5, 7), [`${name}.year`]: on.slice(0, 4) });

  const [refused, settled, silent, offered, kept, joined] = (await notifiedCases(now, 6)) as [string, string, string, string, string, string];

  await t.test('a request goes elsewhere: the secretary redirects it, whoever is in charge ends it', async (t) => {
    const id = await file();
    t.equal((await as(await house.person('Un curieux')).look(at(id, 'reorientation'))).statusCode, 404);
    t.equal((await as(amina).look(at(id, 'reorientation'))).statusCode, 409);
    const late = await as(omar).look(at(refused, 'reorientation'));
    t.equal(late.statusCode, 409, 'once notices have left it is no more for the secretary');
    const secretary = as(omar);
    t.notMatch((await secretary.look(at(id, 'reorientation'))).body, /Un mot de vous/);
    t.match((await secretary.submit(at(id, 'reorientation'), { reason: 'patients-or-families' })).body, /commission des usagers/, 'the letter, word for word');
    await done(t, omar, id, 'reorientation', { reason: 'patients-or-families' }, /La réponse est remise/);
    t.match(await read(t, amina, at(id)), /commission des usagers/, 'the requester reads it where the case is');

    const letter = 'Une procédure est en cours sur ce différend.';
    t.equal((await as(omar).look(at(refused, 'irrecevabilite'))).statusCode, 409);
    const unread = await as(claire).submit(at(refused, 'irrecevabilite'), { letter });
    t.equal(unread.statusCode, 422);
    t.match(unread.body, letter, 'what was typed is given back');
    await done(t, claire, refused, 'irrecevabilite', { reason: 'open-exclusion', letter }, /La demande est déclarée irrecevable/);
    t.match(await read(t, claire, at(refused)), /Une procédure en cours fait obstacle/, 'the reason stands on the overview');
    await done(t, claire, settled, 'reglee-sans-mediation', { intervention: 'contact', letter: 'Un échange a suffi.' }, /terminé sans médiation/);
    await house.superuser`update case_file set state = 'consent_requested' where id = ${silent}`;
    await done(t, claire, silent, 'cloture-sans-reponse', { letter: 'Je clos faute de réponse.' }, /clos faute de réponse/);
  });

  await t.test('the prior step is examined on what the requester declared', async (t) => {
    const page = await read(t, claire, at(kept, 'etape-prealable'));
    t.match(page, /La tentative n’a pas abouti/);
    const { status, body } = await as(claire).fill(at(kept, 'etape-prealable'), { finding: 'attested' });
    t.equal(status, 422);
    t.match(body, /Aucune attestation n’est jointe/);
    await done(t, claire, kept, 'etape-prealable', { finding: 'not_suitable', reasons: 'Un lien avec le conciliateur.' }, /étape préalable est examinée/);
  });

  await t.test('a case is offered to a colleague, who declines, then accepts', async (t) => {
    t.equal((await as(claire).look(at(offered, 'proposition-reprise'))).statusCode, 409, 'nothing is offered yet');
    t.equal((await as(deputy).look(at(offered, 'reprise-du-dossier'))).statusCode, 409);
    t.equal((await as(nadia).look(at(offered, 'reprise-du-dossier'))).statusCode, 404);
    const offer = () => done(t, claire, offered, 'proposition-a-un-collegue', { to: deputy.person }, /Le dossier est proposé/);
    await offer();
    t.match(await read(t, claire, at(offered)), /À Bruno Faure/);
    t.equal((await as(claire).look(at(offered, 'proposition-a-un-collegue'))).statusCode, 409, 'one offer at a time');
    t.match((await as(deputy).look('/dossiers')).body, /Mes reprises/);
    await read(t, deputy, at(offered, 'demande'));
    await done(t, deputy, offered, 'proposition-declinee', {}, /Vous avez décliné/);
    t.notMatch((await as(deputy).look('/dossiers')).body, /Mes reprises/);
    await offer();
    await done(t, claire, offered, 'proposition-reprise', {}, /Votre proposition est reprise/);
    await offer();
    await done(t, deputy, offered, 'reprise-du-dossier', {}, /Vous avez le dossier en charge/);
    t.match(await read(t, amina, at(offered)), /Bruno Faure/);
  });

  await t.test('another request on the same dispute is joined, and the mediator says who is who', async (t) => {
    const { parties } = (await claire.get(`/api/cases/${kept}`)).json<{ parties: { party: string }[] }>();
    const theirs = (await claire.get(`/api/cases/${joined}`)).json<{ parties: { party: string }[] }>().parties;
    const [, roussels, blochs] = theirs.map(({ party }) => `same-${party}`) as [string, string, string];
    await read(t, claire, at(kept, 'jonction'));
    const next = await as(claire).submit(at(kept, 'jonction'), { other: joined });
    t.equal(next.statusCode, 200);
    t.strictSame(flaws(next.body), []);
    t.match(next.body, /qui est Sylvie Roussel/);
    t.notMatch(next.body, /qui est Amina Benali/, 'who has an account in both is known');
    const said = { other: joined, [`${roussels}-asked`]: 'yes', [`${blochs}-asked`]: 'yes', [roussels]: parties[1]?.party ?? '', [blochs]: parties[2]?.party ?? '' };
    await done(t, claire, kept, 'jonction', said, /L’autre demande est jointe/);
    t.match(await read(t, claire, at(kept)), /Voir la demande jointe/);
    t.match(await read(t, amina, at(joined)), /continue dans un autre dossier/);
  });

  await t.test('whoever keeps a docket searches what they reach', async (t) => {
    t.equal((await as(amina).look('/recherche')).statusCode, 404);
    t.match(await read(t, claire, '/recherche'), /jamais vos mots/);
    const found = await as(claire).submit('/recherche', { mots: 'benali' });
    t.equal(found.statusCode, 200);
    t.strictSame(flaws(found.body), []);
    t.match(found.body, new RegExp(at(kept)));
    t.match((await as(claire).submit('/recherche', { mots: 'personne de ce nom' })).body, /Aucun dossier trouvé/);
    t.equal((await as(claire).submit('/recherche', { mots: '' })).statusCode, 422);
  });

  const [main, court] = (await consentedCases(now, 2)) as [{ id: string; parties: [string, string, string] }, { id: string; parties: [string, string, string] }];
  const today = () => house.clock.now().toISOString().slice(0, 10);

  await t.test('a procedure suspends a case and its clocks; whoever is in charge resumes it', async (t) => {
    t.equal((await as(claire).look(at(main.id, 'reprise'))).statusCode, 409, 'a case that is not suspended is not resumed');
    await created(bloch.post(`/api/cases/${court.id}/litigation`, {}));
    const review = { party: court.parties[2], reasons: 'J’attends la décision du juge.' };
    const { status, body } = await as(claire).fill(at(court.id, 'examen-de-procedure'), { ...review, outcome: 'close' });
    t.equal(status, 422, 'a letter to each is due');
    t.match(body, review.reasons, 'what was typed is given back');
    await done(t, claire, court.id, 'examen-de-procedure', { ...review, outcome: 'suspend' }, /L’examen de la procédure est enregistré/);
    t.match(await read(t, claire, at(court.id)), /les délais ne courent plus/);
    const told = await read(t, amina, at(court.id));
    t.match(told, /Le médiateur a suspendu le dossier/);
    t.match(told, /Arrêté depuis le/, 'beside the deadline it stops');
    t.notMatch(told, /décision du juge/);
    await done(t, claire, court.id, 'reprise', {}, /La suspension a pris fin/);
    t.match(await read(t, amina, at(court.id)), /reporté d’autant/);
  });

  await t.test('a party leaves, told before of what follows; the others may go on', async (t) => {
    const page = await read(t, bloch, at(court.id, 'retrait'));
    t.match(page, /Une partie a choisi de ne plus prendre part/, 'the very sentence the others read');
    t.match(page, /savent qu’il s’agit de vous/);
    t.equal((await as(claire).look(at(court.id, 'continuation'))).statusCode, 409);
    await done(t, bloch, court.id, 'retrait', {}, /Votre retrait est enregistré/);
    t.match(await read(t, bloch, at(court.id)), /Vous vous êtes retiré/);
    await read(t, bloch, at(court.id, 'ma-demande'));
    t.match(await read(t, bloch, at(court.id, 'mes-echanges')), /Avant la médiation, un mot de Claire/);
    t.equal((await as(bloch).look(at(court.id, 'mon-accord'))).statusCode, 404);
    t.match(await read(t, amina, at(court.id)), /Une partie a choisi/);
    await done(t, claire, court.id, 'continuation', { letter: 'Souhaitez-vous continuer à deux ?' }, /Un nouvel accord est demandé/);
  });

  await created(claire.post(`/api/cases/${main.id}/designations`, { delegates: [helene.person] }));
  for (const one of [amina, roussel, bloch]) await created(one.post(`/api/cases/${main.id}/challenge-waiver`, {}));
  await created(helene.post(`/api/cases/${main.id}/beginning`, {}));

  await t.test('a companion is named, commits, attends and is taken back', async (t) => {
    t.equal((await as(amina).look(at(main.id, 'accompagnant-en-moins'))).statusCode, 409);
    t.equal((await as(helene).look(at(main.id, 'engagement-d-un-accompagnant'))).statusCode, 409);
    await done(t, amina, main.id, 'accompagnant', { name: 'Jeanne Tissot', link: 'déléguée syndicale' }, /Le médiateur sait qui vous accompagne/);
    t.notMatch(await read(t, helene, at(main.id, 'entretien')), /Jeanne Tissot/, 'nobody enters without a commitment');
    const { companions: [named] } = (await helene.get(`/api/cases/${main.id}/companions`)).json<{ companions: { companion: string }[] }>();
    const companion = named?.companion ?? '';
    await done(t, helene, main.id, 'engagement-d-un-accompagnant', { companion, ...day('committedOn', today()) }, /engagement de l’accompagnant est enregistré/);
    const interview = { ...day('heldOn', today()), [`companions.${companion}`]: 'yes', text: 'Entretien, Amina accompagnée.' };
    const wrong = await as(helene).fill(at(main.id, 'entretien'), { ...interview, party: main.parties[1] });
    t.equal(wrong.status, 400, 'who goes with one party does not go with another');
    t.match(wrong.body, interview.text);
    await done(t, helene, main.id, 'entretien', { ...interview, party: main.parties[0] }, /L’entretien est enregistré/);
    t.equal((await house.superuser`select 1 from meeting_companion where case_id = ${main.id}`).length, 1);
    t.match(await read(t, claire, at(main.id)), /1 nommé, 0 sans engagement/);
    t.notMatch(await read(t, claire, at(main.id, 'demande')), /déléguée syndicale/, 'a companion is no account');
    await done(t, amina, main.id, 'accompagnant-en-moins', { companion }, /ne vous accompagne plus/);
  });

  await t.test('more time is proposed, read and consented to', async (t) => {
    t.equal((await as(roussel).look(at(main.id, 'prolongation'))).statusCode, 409, 'nothing is proposed');
    await done(t, helene, main.id, 'prolongation-proposee', day('dueOn', '2026-09-01'), /La prolongation est proposée/);
    t.match(await read(t, roussel, at(main.id)), /Prolongation proposée jusqu’au 1er\sseptembre\s2026/);
    t.match(await read(t, roussel, at(main.id, 'prolongation')), /jusqu’au 1er\sseptembre\s2026/);
    t.match(await read(t, roussel, at(main.id)), /id="a-faire"(?:(?!<\/section>).)*\/prolongation"/s, 'what is awaited of her is said first');
    const check = await as(roussel).check(at(main.id, 'prolongation'));
    t.match(check.textContent, /jusqu’au 1er\sseptembre\s2026/, 'nobody consents to a day they do not read');
    t.ok(check.querySelector('button[name=change]'), 'and there is a way back');
    t.strictSame(flaws(check.toString()), []);
    await done(t, roussel, main.id, 'prolongation', {}, /Votre consentement à la prolongation/);
    t.equal((await as(roussel).look(at(main.id, 'prolongation'))).statusCode, 409, 'given once');
    const { extensions: [proposed] } = (await amina.get(`/api/cases/${main.id}/extensions`)).json<Listed>();
    for (const one of [amina, bloch]) await created(one.post(`/api/cases/${main.id}/extensions/${proposed?.extension ?? ''}/consents`, { dueOn: '2026-09-01' }));
    for (const one of [amina, claire]) t.match(await read(t, one, at(main.id)), /Prolongé jusqu’au/);
  });

  await t.test('an agreement on a part is proposed as such, and recorded once all have signed', async (t) => {
    const text = { text: 'Les plannings seuls.', recommendations: 'Revoir le reste.' };
    await done(t, helene, main.id, 'proposition-accord', { ...text }, /La proposition est visible/);
    t.notMatch(await read(t, helene, at(main.id)), /accord-partiel|Constater l’accord partiel/, 'a whole text is not agreed in part');
    await done(t, helene, main.id, 'proposition-accord', { ...text, partial: 'yes' }, /La proposition est visible/);
    const waiting = await as(helene).look(at(main.id, 'accord-partiel'));
    t.equal(waiting.statusCode, 409);
    t.match(waiting.body, /Chaque partie doit d’abord avoir signé/, 'the missing fact, in words');
    const { agreements } = (await amina.get(`/api/cases/${main.id}/agreements`)).json<{ agreements: { agreement: string }[] }>();
    for (const one of [amina, roussel, bloch]) await created(one.post(`/api/cases/${main.id}/agreement-signature`, { agreement: agreements.at(-1)?.agreement ?? '', passphrase: one.account.passphrase }));
    await done(t, helene, main.id, 'accord-partiel', {}, /L’accord partiel est constaté/);
  });
});
