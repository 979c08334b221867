// Writes docs/screens: pictures of pages of a service that runs a few cases. Run by `npm run screens`, with a Chromium.
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aminaWrites, nameOthers } from '../dist/test/chromium/amina-writes.js';
import { answer, browsers, listening, press } from '../dist/test/chromium/harness.js';
import { startTestCluster } from '../dist/test/cluster.js';
import { created, notifiedCases, scene } from '../dist/test/mediation-cast.js';
import { requestBody } from '../dist/test/territory.js';
import { fr } from '../dist/server/web/words/fr.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../docs/screens');
const most = 200_000;
const wide = { width: 1100, height: 800 };
const endings = [];
const ending = { teardown: (work) => void endings.unshift(work) };

const cluster = await startTestCluster();
process.env.ENTENTE_TEST_CLUSTER = JSON.stringify(cluster);
try {
  mkdirSync(folder, { recursive: true });
  await takeAll();
} finally {
  for (const end of endings) await end();
  await cluster.stop();
}

async function takeAll() {
  const now = await scene(ending, { members: 4 });
  const { amina, roussel, town: { claire } } = now;
  const house = await listening(now.house);
  const seat = await browsers(ending, house);
  const cases = await notifiedCases(now, 4);
  const [examined, consenting] = cases;
  for (let filed = 0; filed < 2; filed += 1) await created(amina.post('/api/requests', requestBody()));
  await convened(now, examined);
  const invitation = await invited(now, consenting);

  const desk = async (looks = {}) => {
    const { page, go } = await seat(looks);
    await page.setViewportSize(looks.width ? { width: looks.width, height: 844 } : wide);

    return { page, go, take: (name, path) => take(page, name, path && (() => go(path))) };
  };

  await (await desk()).take('accueil', '/');
  await file(await desk({ width: 390 }));
  await (await desk({ width: 390 })).take('invitation-telephone', invitation);

  const mediator = await desk({ who: claire });
  await mediator.take('mes-dossiers', '/dossiers');
  await mediator.take('dossier-mediatrice', `/dossiers/${examined}`);
  await mediator.take('instance', `/dossiers/${examined}/instance`);
  await mediator.take('invitation-a-envoyer', `/dossiers/${consenting}/invitation`);

  await (await desk({ who: amina })).take('dossier-partie', `/dossiers/${consenting}`);
  await (await desk({ who: roussel, dark: true })).take('accord-sombre', `/dossiers/${consenting}/consentement`);
}

async function take(page, name, open) {
  await open?.();
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  const { size } = statSync(join(folder, `${name}.png`));
  if (size > most) throw new Error(`${name}.png weighs ${size} bytes, more than ${most}.`);
  console.log(`${name}.png, ${Math.round(size / 1000)} kB`);
}

/** A request being written: on a telephone while it is saved; then its check page, where it says who will be told. */
async function file({ page, go, take }) {
  await go('/demande/objet');
  await answer(page, aminaWrites.objet);
  await press(page, fr.filing.save);
  await go('/demande/vous');
  await answer(page, aminaWrites.vous);
  await press(page, fr.filing.save);
  await nameOthers(page);
  await press(page, fr.filing.save);
  await answer(page, aminaWrites.situation);
  await page.getByRole('status').filter({ hasText: /^Enregistré/ }).waitFor();
  await page.evaluate('scrollTo(0, document.querySelector("h1").offsetTop)');
  await take('demande-telephone');

  for (const step of [aminaWrites.tentative, aminaWrites.attentes]) {
    await press(page, fr.filing.save);
    await answer(page, step);
  }
  await press(page, fr.filing.save);
  await press(page, fr.filing.save);
  await page.setViewportSize(wide);
  await page.locator('main summary').first().click();
  await page.evaluate('document.querySelector("#prevenus").scrollIntoView()');
  await take('qui-sera-prevenu');
}

/** Four members called, who have answered. */
async function convened({ town: { claire, committee } }, id) {
  await created(claire.post(`/api/cases/${id}/convocation`, { members: committee.map(({ person }) => person), text: 'Un CHU, un service de soins, trois métiers.' }));
  for (const member of committee) await created(member.post(`/api/cases/${id}/declaration`, { answer: 'none' }));
  await created(claire.post(`/api/cases/${id}/seats`, { members: committee.map(({ person }) => person), acceptsLinks: false }));
  await created(claire.post(`/api/cases/${id}/summary`, { text: 'Partie 1, partie 2 et partie 3 ne s’accordent pas sur les plannings de nuit.' }));
  for (const member of committee.slice(0, 2)) await created(member.post(`/api/cases/${id}/advice`, { advice: 'open', reasons: 'La médiation peut aider : chacun demande des règles connues.' }));
}

/** Mme Roussel has taken up her invitation, Amina has agreed, and Dr Bloch’s invitation waits. Returns its address. */
async function invited({ house, roussel, amina, town: { claire } }, id) {
  // The committee's part is shown in the other case: a superuser passes over it here.
  await house.superuser`update case_file set state = 'consent_requested' where id = ${id}`;
  const { parties } = (await claire.get(`/api/cases/${id}`)).json();
  const invite = (party) => created(claire.post(`/api/cases/${id}/invitations`, { party, letter: 'Vous êtes invité à une médiation.' }));
  const { link, code } = await invite(parties[1].party);
  await created(roussel.post('/api/invitations/acceptance', { link, code }));
  await created(amina.post(`/api/cases/${id}/consents`, { textVersion: 'mediation-1', litigation: 'none' }));

  return (await invite(parties[2].party)).path;
}
