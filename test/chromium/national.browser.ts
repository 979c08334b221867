import t from 'tap';
import { referralGrounds } from '../../policies/charter/reasons.ts';
import { created, scene } from '../mediation-cast.ts';
import { requestBody } from '../territory.ts';
import { answer, browsers, listening } from './harness.ts';

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
  const { callUp } = await created(nadia.post('/api/call-ups', { territory, reason: 'impartiality', reference }));

  const regional = await seat({ who: claire });
  await regional.go(`/dossiers/${id}/saisine-nationale`);
  await regional.examine('what travels');
  await answer(regional.page, { ground: referralGrounds[0], callUp: String(callUp) });
  await regional.page.locator('main form button').last().click();
  await regional.examine('what travels, to be confirmed');
  await regional.page.locator('main button[name=confirmed]').click();
  await regional.page.waitForURL(`**/dossiers/${id}`);
  await regional.examine('the case below, referred');

  const national = await seat({ who: nadia });
  await national.go('/dossiers');
  await national.examine('the national docket');
  await national.page.locator('main tbody a').first().click();
  t.not(new URL(national.page.url()).pathname, `/dossiers/${id}`, 'another case, above');
  const upper = new URL(national.page.url()).pathname.replace('/dossiers/', '');
  await national.examine('a referral that waits for its answer');
  t.notMatch(await national.page.content(), /plannings de nuit/, 'nothing of what was said below');

  await created(nadia.post(`/api/cases/${upper}/referral/acceptance`, {}));
  await national.go(`/dossiers/${upper}`);
  await national.examine('the referral, accepted');
  await national.go(`/dossiers/${upper}/prise-en-charge`);
  await national.examine('taking charge');
  await national.page.locator('main form button').last().click();
  await national.page.waitForURL(`**/dossiers/${upper}`);
  await national.examine('in charge');

  const author = await seat({ who: amina, width: 390 });
  for (const path of ['/dossiers', `/dossiers/${upper}`, `/dossiers/${upper}/texte-repris`]) {
    await author.go(path);
    await author.examine(path.replace(upper, ''));
  }
});
