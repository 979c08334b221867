import t from 'tap';
import type { Client } from './client.ts';
import { answered, created, keysOf, notifiedCases, opened, scene } from './mediation-cast.ts';
import { comeBack, valmont } from './territory.ts';

const convocation = 'Un CHU, un service de médecine, trois familles de profession.';
const names = 'Les trois personnes, pour ceux qui n’ont vu aucun lien.';

t.test('The peer committee, from convening to the decision', async (t) => {
  const now = await scene(t);
  const { house, town, amina } = now;
  const { claire, deputy, omar, committee, nationalCommittee } = town;
  const [helene, paul, fatou, jean, maria] = committee as [Client, Client, Client, Client, Client];
  const renee = await town.appoint('Renée Duval', town.offices.regional, 'member', { establishment: valmont.id });
  now.everybody.push(renee);
  const [main, quiet, closed, raced] = (await notifiedCases(now, 4)) as [string, string, string, string];
  const at = (path: string, id = main) => `/api/cases/${id}/${path}`;
  const outsiders: [string, Client][] = [['the requester', amina], ['a deputy not in charge', deputy], ['the national mediator', town.nadia], ['a member of another body', nationalCommittee[0] as Client]];
  const all = [helene, paul, fatou, jean, maria, renee].map(({ person }) => person);

  await t.test('convening: establishments are compared before anything is shown', async (t) => {
    const body = { members: all, text: convocation, names };
    for (const [who, client] of [...outsiders, ['a member', helene] as const]) t.match(await answered(client.post(at('convocation'), body)), { status: 404 }, `${who} convenes nobody`);
    t.match(await answered(claire.post(at('convocation'), { ...body, members: [amina.person] })), { status: 422, code: 'mandate-missing' });
    t.match(await answered(omar.post(at('convocation'), body)), { status: 422, code: 'not-in-charge' }, 'names are for the mediator to tick');
    t.match(await answered(claire.post(at('convocation'), { ...body, why: 'x' })), { status: 400 });

    const made = await created(claire.post(at('convocation'), body));
    t.match(made, { convened: all.slice(0, 5), excluded: [renee.person], dueOn: '2026-04-05' });
    t.equal(await opened(renee, main), undefined, 'whoever works at the CHU sees no case');
    t.equal((await renee.get(`/api/cases/${main}`)).statusCode, 404);
    t.equal(await keysOf(house, main, renee.person), 0);
    const [row] = await house.superuser`select excluded, act_id, answer from seat where case_id = ${main} and person_id = ${renee.person}`;
    t.match(row, { excluded: true, act_id: null, answer: null }, 'and no cause is stored');
    t.match(await answered(claire.post(at('convocation'), body)), { status: 409, code: 'acted-first' });
  });

  await t.test('the mediator and the secretary convene at once: one does, the other is told', async (t) => {
    const both = await Promise.all([claire, omar].map((who) => answered(who.post(at('convocation', raced), { members: [helene.person], text: convocation }))));
    t.strictSame(both.map(({ status }) => status).sort(), [201, 409]);
  });

  await t.test('no answer, no file', async (t) => {
    t.strictSame((await opened(helene, main))?.map(({ compartment }) => compartment), ['convocation']);
    t.equal((await opened(helene, main))?.[0]?.text, convocation);
    t.match(await answered(claire.post(at('seats'), { members: [helene.person], acceptsLinks: false })), { status: 422, code: 'declaration-missing' });
    t.match(await answered(helene.post(at('advice'), { advice: 'open', reasons: 'Trop tôt.' })), { status: 404 });
    for (const [who, client] of [...outsiders, ['whoever is excluded', renee] as const, ['the mediator', claire] as const]) {
      t.match(await answered(client.post(at('declaration'), { answer: 'none' })), { status: 404 }, `${who} has nothing to declare`);
    }
  });

  await t.test('declaring: none, a link, or leaving', async (t) => {
    for (const member of [helene, paul, fatou]) await created(member.post(at('declaration'), { answer: 'none' }));
    await created(maria.post(at('declaration'), { answer: 'link', text: 'J’ai formé une cadre de ce service.' }));
    t.match(await answered(helene.post(at('declaration'), { answer: 'none' })), { status: 409, code: 'acted-first' });
    t.match(await answered(maria.post(at('declaration'), { answer: 'none' })), { status: 409 }, 'a link is not unsaid');
    const declared = await opened(claire, main, 'declaration');
    t.equal(declared?.length, 4);
    t.match(declared?.filter(({ subject }) => subject === maria.person), [{ text: /formé une cadre/ }]);
    t.strictSame((await opened(maria, main, 'declaration'))?.map(({ subject }) => subject), [maria.person], 'each reads their own');

    t.strictSame(await opened(helene, main, 'convocation-names'), [], 'names wait for a holder');
    await comeBack(house, claire);
    t.match(await opened(helene, main, 'convocation-names'), [{ text: names }]);
    t.match(await answered(helene.get(at('notices'))), { status: 404 }, 'nor is a member told who was told');
    t.strictSame(await opened(maria, main, 'convocation-names'), [], 'not for whoever declared a link');
    t.strictSame(await opened(jean, main, 'convocation-names'), [], 'nor before an answer');
  });

  await t.test('a recused member reaches nothing by any route', async (t) => {
    await created(jean.post(at('texts'), { kind: 'notes', text: 'Une note avant de lire.' }));
    const before = await house.superuser`select e.id from epoch e join compartment k on k.id = e.compartment_id where k.case_id = ${main} and k.kind = 'convocation' and e.closed_at is null`;
    const both = await Promise.all([answered(jean.post(at('declaration'), { answer: 'recused' })), answered(jean.post(at('declaration'), { answer: 'recused' }))]);
    t.strictSame(both.map(({ status }) => status).sort()[0], 201);
    t.ok([404, 409].includes(both.map(({ status }) => status).sort()[1] ?? 0), 'once is enough');

    t.equal(await keysOf(house, main, jean.person), 0);
    for (const path of ['', '/texts', '/texts?kind=convocation', '/texts?kind=declaration', '/texts?kind=notes', '/agreements', '/notices']) {
      t.equal((await jean.get(`/api/cases/${main}${path}`)).statusCode, 404, `GET ${path || 'the case'}`);
    }
    t.notOk((await jean.get('/api/cases')).body.includes(main));
    const posts: [string, Record<string, unknown>][] = [
      ['declaration', { answer: 'none' }], ['advice', { advice: 'open', reasons: 'x' }], ['texts', { kind: 'notes', text: 'x' }], ['summary', { text: 'x' }],
      ['seats', { members: [jean.person], acceptsLinks: true }], ['opening', { letter: 'x', followsAdvice: true, reasons: 'x' }], ['recusal', {}],
    ];
    for (const [path, body] of posts) t.equal((await jean.post(at(path), body)).statusCode, 404, `POST ${path}`);
    const after = await house.superuser`select id from epoch where id = ${before[0]?.['id']} and closed_at is null`;
    t.equal(after.length, 0, 'the epoch he held is closed');
    t.ok((await opened(claire, main, 'declaration'))?.some(({ subject, text }) => subject === jean.person && text.includes('recused')));
    await comeBack(house, jean);
    await comeBack(house, claire);
    t.equal(await keysOf(house, main, jean.person), 0, 'and nothing comes back with the next sign-ins');
    t.ok(await keysOf(house, main, helene.person) > 0);
  });

  await t.test('seating: whoever saw no link, or whose link is accepted', async (t) => {
    const seats = { members: [helene.person, paul.person, fatou.person], acceptsLinks: false };
    for (const [who, client] of [...outsiders, ['a member', helene] as const, ['the secretary', omar] as const]) t.match(await answered(client.post(at('seats'), seats)), { status: 404 }, `${who} seats nobody`);
    t.match(await answered(claire.post(at('seats'), { members: [maria.person], acceptsLinks: false })), { status: 422, code: 'conflict-declared' });
    t.match(await answered(claire.post(at('seats'), { members: [jean.person], acceptsLinks: true })), { status: 422, code: 'declaration-missing' });
    t.match(await answered(claire.post(at('seats'), { members: [renee.person], acceptsLinks: true })), { status: 422, code: 'declaration-missing' });
    const both = await Promise.all([1, 2].map(() => answered(claire.post(at('seats'), seats))));
    t.strictSame(both.map(({ status }) => status).sort(), [201, 409]);
  });

  await t.test('the summary is for those who sit', async (t) => {
    t.match(await answered(helene.post(at('advice'), { advice: 'open', reasons: 'Favorable.' })), { status: 422, code: 'key-missing' });
    for (const [who, client] of [...outsiders, ['a member', helene] as const]) t.match(await answered(client.post(at('summary'), { text: 'x' })), { status: 404 }, `${who} writes none`);
    await created(claire.post(at('summary'), { text: 'Trois personnes, un planning, une parole.' }));
    t.match(await opened(helene, main, 'summary'), [{ text: /^Trois personnes/ }]);
    t.strictSame(await opened(maria, main, 'summary'), [], 'declared is not seated');
    await created(claire.post(at('seats'), { members: [maria.person], acceptsLinks: true }));
    t.match(await opened(maria, main, 'summary'), [{ text: /^Trois personnes/ }], 'who is seated later receives it then');
    for (const member of [helene, paul, fatou, maria]) {
      const kinds = new Set((await opened(member, main))?.map(({ compartment }) => compartment));
      t.notOk(['identity', 'account', 'object', 'letters', 'caucus', 'workspace'].some((kind) => kinds.has(kind)), 'no member reads a name or an account');
    }
  });

  await t.test('advices: one each, sealed, replaced until the decision', async (t) => {
    await Promise.all([helene, paul].map((member) => created(member.post(at('advice'), { advice: 'open', reasons: 'Avis favorable, le conflit est circonscrit.' }))));
    t.match(await answered(claire.post(at('opening'), decision())), { status: 422, code: 'body-not-examined' }, 'two of the three that six members in office ask for');
    await created(helene.post(at('advice'), { advice: 'more-information', reasons: 'À la réflexion, j’attends une précision.' }));
    t.match(await answered(claire.post(at('opening'), decision())), { status: 422 }, 'a replaced advice counts once');
    const rows = await house.superuser`select * from advice where case_id = ${main}`;
    t.equal(rows.length, 2);
    t.strictSame(Object.keys(rows[0] ?? {}).sort(), ['case_id', 'given_at', 'item_id', 'person_id'], 'no direction in clear');
    t.equal((await opened(fatou, main, 'deliberation'))?.filter(({ kind }) => kind === 'advice').length, 3, 'those who sit read each other');
    for (const [who, client] of [...outsiders, ['the mediator', claire] as const]) t.match(await answered(client.post(at('advice'), { advice: 'open', reasons: 'x' })), { status: 404 }, `${who} does not advise`);

    await created(fatou.post(at('advice'), { advice: 'open', reasons: 'Favorable.' }));
    await created(maria.post(at('advice'), { advice: 'abstain', reasons: 'J’ai déclaré un lien.' }));
    await created(paul.post(at('declaration'), { answer: 'link', text: 'Je reconnais le service.' }));
    t.strictSame(await opened(paul, main, 'deliberation'), [], 'a link seen late unseats');
    await created(fatou.post(at('recusal'), {}));
    t.match(await answered(claire.post(at('opening'), decision())), { status: 422, code: 'body-not-examined' }, 'who no longer sits no longer counts');
    t.equal(await keysOf(house, main, fatou.person), 0);
    await created(claire.post(at('seats'), { members: [paul.person], acceptsLinks: true }));
    await comeBack(house, claire);
    await created(paul.post(at('advice'), { advice: 'open', reasons: 'Favorable encore.' }));
  });

  await t.test('the mediator decides, and says whether the advice is followed', async (t) => {
    for (const [who, client] of [...outsiders, ['a member', helene] as const, ['the secretary', omar] as const]) {
      t.match(await answered(client.post(at('opening'), decision())), { status: 404 }, `${who} does not decide`);
      t.match(await answered(client.post(at('non-opening'), { ...decision(), reason: 'situation-changed' })), { status: 404 });
    }
    t.match(await answered(claire.post(at('opening'), decision())), { status: 422, code: 'prior-step-missing' }, 'her word alone is not yet believed');
    await created(claire.post(at('prior-step'), { finding: 'accepted', reasons: 'La tentative du printemps est établie.' }));
    const both = await Promise.all([answered(claire.post(at('opening'), decision())), answered(claire.post(at('non-opening'), { ...decision(), reason: 'situation-changed' }))]);
    t.strictSame(both.map(({ status }) => status).sort(), [201, 409]);
    await house.superuser`update case_file set state = 'convened', outcome = null, closed_at = null where id = ${main}`;
    t.match(await created(claire.post(at('opening'), decision())), { state: 'consent_requested', dueOn: '2026-03-21' });
    t.match((await opened(amina, main, 'letters'))?.at(-1), { kind: 'decision', text: /Une médiation peut s’ouvrir/ });
    t.match((await opened(helene, main, 'deliberation'))?.find(({ kind, text }) => kind === 'decision' && text.includes('"open"')), { text: /"followsAdvice":true/ });
    t.match(await answered(helene.post(at('advice'), { advice: 'open', reasons: 'x' })), { status: 409, code: 'wrong-state' });
    t.match(await answered(paul.post(at('declaration'), { answer: 'recused' })), { status: 409 });
  });

  await t.test('no mediation opens on an object nobody agreed', async (t) => {
    await examined(quiet, [helene, paul, maria], claire);
    await created(claire.post(at('object', quiet), { text: 'Un autre texte, que personne n’a encore lu.' }));
    t.match(await answered(claire.post(at('opening', quiet), decision())), { status: 422, code: 'object-not-agreed' });
  });

  await t.test('or it does not open: a coded reason, and a letter', async (t) => {
    await examined(closed, [helene, paul, maria], claire);
    t.match(await answered(claire.post(at('non-opening', closed), { ...decision(), reason: 'because' })), { status: 400 });
    t.match(await created(claire.post(at('non-opening', closed), { ...decision(), letter: 'Aucune médiation ne s’ouvre.', reason: 'another-route-fits' })), { state: 'not_opened' });
    t.match((await opened(amina, closed, 'letters'))?.at(-1), { text: 'Aucune médiation ne s’ouvre.' });
  });

  await t.test('what was written is nowhere in clear', async (t) => {
    t.notOk(house.log.join('').includes('planning'));
    for (const table of ['item', 'seat', 'advice', 'case_file', 'act', 'journal_section']) {
      const [found] = await house.superuser.unsafe(`select count(*)::int as rows from ${table} x where x::text like '%circonscrit%' or x::text like '%63697263%'`);
      t.equal(found?.['rows'], 0, table);
    }
  });
});

function decision() {
  return { letter: 'Une médiation peut s’ouvrir si chacun y consent.', followsAdvice: true, reasons: 'L’instance y est favorable dans sa majorité.' };
}

/** A case whose committee has advised. */
async function examined(id: string, members: readonly Client[], claire: Client): Promise<void> {
  const at = (path: string) => `/api/cases/${id}/${path}`;
  await created(claire.post(at('convocation'), { members: members.map(({ person }) => person), text: convocation }));
  for (const member of members) await created(member.post(at('declaration'), { answer: 'none' }));
  await created(claire.post(at('summary'), { text: 'Trois personnes, un planning.' }));
  await created(claire.post(at('seats'), { members: members.map(({ person }) => person), acceptsLinks: false }));
  for (const member of members) await created(member.post(at('advice'), { advice: 'open', reasons: 'Favorable.' }));
}
