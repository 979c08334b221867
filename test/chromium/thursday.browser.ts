import t from 'tap';
import type { Client } from '../client.ts';
import { later, notifiedCases, scene } from '../mediation-cast.ts';
import { browsers, listening, perform, type Visitor } from './harness.ts';

t.test('A Thursday of the committee: convened, declared, seated, advised, decided', async (t) => {
  const now = await scene(t, { members: 3 });
  const { claire, omar, committee } = now.town;
  const [helene, paul, fatou] = committee as [Client, Client, Client];
  const house = await listening(now.house);
  const [id] = (await notifiedCases(now, 1)) as [string];
  const seat = await browsers(t, house);
  const at = (below = '') => `/dossiers/${id}${below === '' ? '' : `/${below}`}`;
  const mediator = await seat({ who: claire });
  const members = { helene: await seat({ who: helene }), paul: await seat({ who: paul, width: 390 }), fatou: await seat({ who: fatou }) };
  const ticked = Object.fromEntries(committee.map(({ person }) => [`members.${person}`, 'yes']));
  const act = (who: Visitor, below: string, fields: Record<string, string>) => perform(who, at(below), fields, at());

  await mediator.go('/dossiers');
  await mediator.examine('the docket');
  for (const below of ['', 'demande', 'parties', 'echanges', 'instance', 'envois', 'journal', 'notes', 'rendez-vous', 'informer']) {
    await mediator.go(at(below));
    await mediator.examine(below === '' ? 'the overview' : below);
  }
  await act(mediator, 'convocation', { ...ticked, text: 'Un CHU, un service de soins, trois métiers.' });

  await t.test('a member sees no file before answering', async () => {
    const { page, go, examine } = members.helene;
    await go('/dossiers');
    await examine('the cases of a member');
    await go(at());
    t.notMatch(await page.content(), /Benali|Roussel|plannings/);
    await examine('a case, convened');
  });

  for (const member of [members.helene, members.paul]) await act(member, 'declaration-de-liens', { answer: 'none' });
  await act(members.fatou, 'declaration-de-liens', { answer: 'link', text: 'J’ai formé une cadre de ce service.' });
  await act(mediator, 'siege', { [`members.${helene.person}`]: 'yes', [`members.${paul.person}`]: 'yes' });
  await act(mediator, 'resume', { text: 'Partie 1 et partie 2 ne s’accordent pas sur les plannings.' });

  await t.test('a seated member reads no name', async () => {
    const { page, go, examine } = members.paul;
    await go(at());
    t.notMatch(await page.content(), /Benali|Roussel|Pneumologie/);
    await examine('a case, seated');
  });

  for (const member of [members.helene, members.paul]) await act(member, 'avis', { advice: 'open', reasons: 'La médiation peut aider.' });
  await act(mediator, 'etape-prealable', { finding: 'accepted', reasons: 'La tentative du printemps est établie.' });
  await mediator.go(at('instance'));
  await mediator.page.getByText('La médiation peut aider.').first().waitFor();
  await mediator.examine('the committee, advised');
  await act(mediator, 'ouverture', { followsAdvice: 'yes', reasons: 'Je suis l’avis.', letter: 'Je décide d’ouvrir une médiation.' });
  await mediator.page.getByText('En attente de l’accord de chacun').first().waitFor();

  await t.test('the secretary, a week later', async () => {
    await later(now, 7);
    const { go, examine } = await seat({ who: omar });
    for (const path of ['/semaine', '/dossiers', at(), at('envois')]) {
      await go(path);
      await examine(`the secretary’s ${path}`.replace(id, ''));
    }
  });
});
