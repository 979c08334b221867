import t from 'tap';
import { referralGrounds } from '../../policies/charter/reasons.ts';
import { created, scene } from '../mediation-cast.ts';
import { requestBody } from '../territory.ts';
import { browsers, listening, perform } from './harness.ts';

t.test('The national mediator calls a situation up, and receives it', async (t) => {
  const now = await scene(t, { members: 0 });
  const { amina, town: { claire, omar, nadia, territory } } = now;
  const house = await listening(now.house);
  const seat = await browsers(t, house);
  const { case: id } = (await created(amina.post('/api/requests', requestBody()))) as { case: string };
  await omar.post(`/api/cases/${id}/acknowledgement`, {});
  await claire.post(`/api/cases/${id}/charge`, {});
  const { reference } = (await claire.get(`/api/cases/${id}`)).json<{ reference: string }>();
  await created(amina.post(`/api/cases/${id}/request-withdrawal`, {}));
  const [national, regional] = [await seat({ who: nadia }), await seat({ who: claire })];

  await national.go('/saisines');
  await national.examine('what comes up, nothing yet');
  await perform(national, '/saisines/demande', { territory, reason: 'impartiality', reference }, '/saisines');
  await national.page.getByText(reference).first().waitFor();
  await national.examine('a call-up, sent');

  await regional.go('/saisines');
  await regional.page.getByText(reference).first().waitFor();
  await regional.examine('a call-up, received');
  const { callUps } = (await claire.get('/api/call-ups')).json<{ callUps: { callUp: string }[] }>();
  await perform(regional, `/dossiers/${id}/saisine-nationale`, { ground: referralGrounds[0], callUp: callUps[0]?.callUp ?? '' }, `/dossiers/${id}`);
  await regional.examine('the case below, referred');

  await national.go('/dossiers');
  await national.examine('the national docket');
  await national.page.locator('main tbody a').first().click();
  t.not(new URL(national.page.url()).pathname, `/dossiers/${id}`, 'another case, above');
  const upper = new URL(national.page.url()).pathname.replace('/dossiers/', '');
  await national.examine('a referral that waits for its answer');
  t.notMatch(await national.page.content(), /plannings de nuit/, 'nothing of what was said below');

  await perform(national, `/dossiers/${upper}/acceptation-de-la-saisine`, {}, `/dossiers/${upper}`);
  await national.examine('the referral, accepted');
  await perform(national, `/dossiers/${upper}/prise-en-charge`, {}, `/dossiers/${upper}`);
  await national.examine('in charge');

  const author = await seat({ who: amina, width: 390 });
  for (const path of ['/dossiers', `/dossiers/${upper}`, `/dossiers/${upper}/texte-repris`]) {
    await author.go(path);
    await author.examine(path.replace(upper, ''));
  }
});
