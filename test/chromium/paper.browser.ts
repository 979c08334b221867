import t from 'tap';
import { fr } from '../../server/web/words/fr.ts';
import { scene } from '../mediation-cast.ts';
import { aminaWrites, whatHappened } from './amina-writes.ts';
import { answer, browsers, listening, perform, press } from './harness.ts';

const words = fr.paper.request;
const letter = { name: 'lettre.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 Lettre signée de la main d’Amina') };
const other = { 'others.0.name': 'Sylvie Roussel', 'others.0.function': 'Cadre de santé', 'others.0.profession': 'health-manager', 'others.0.relation': 'agent-hierarchy' };
const received = { 'receivedOn.day': '1', 'receivedOn.month': '3', 'receivedOn.year': '2026' };

for (const script of [true, false]) {
  t.test(`The secretary enters a letter, ${script ? 'with' : 'without'} a script, and its author finds it as it came`, async (t) => {
    const now = await scene(t, { members: 0 });
    const { amina, town: { claire, omar } } = now;
    const seat = await browsers(t, await listening(now.house));
    const secretary = await seat({ who: omar, script });
    const { page, go } = secretary;
    // Axe is a script: where there is none, the same pages were examined above.
    const examine = script ? secretary.examine : async () => {};

    await go('/dossiers');
    await page.locator('main a[href="/papier"]').click();
    await examine('a letter to enter');
    const { objet, vous, situation, tentative, attentes } = aminaWrites;
    await answer(page, { channel: 'paper', ...received, ...objet, ...vous, ...other, ...situation, ...tentative, ...attentes, 'author.name': '' });
    await press(page, words.check);
    t.match(await page.title(), /^Erreur/, 'a name is missing');
    await examine('a letter, with an error');
    t.equal(await page.locator('[name="account.whatHappened"]').inputValue(), whatHappened, 'nothing typed is lost');
    await answer(page, { 'author.name': 'Amina Benali' });
    await press(page, words.check);
    await page.getByText(whatHappened).waitFor();
    await examine('the letter, to be checked');
    await press(page, words.submit);
    t.match(await page.title(), /^Erreur/, 'the scan is missing');
    await page.locator('main input[type=file]').setInputFiles(letter);
    await press(page, words.submit);
    t.match(await page.locator('main').textContent(), /1er\s+mars\s+2026/, 'the day it came');
    await examine('the receipt of a letter');

    await page.locator('main a[href^="/dossiers/"]').first().click();
    await page.waitForURL('**/dossiers/*-*');
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const at = (below: string) => `/dossiers/${id}/${below}`;
    t.notMatch(await page.content(), /plannings de nuit/, 'whoever entered it reads it no more');
    await go(at('papiers'));
    t.equal(await page.locator(`main a[href^="${at('papiers/')}"]`).count(), 0, 'nor the scan');
    await examine('the papers of a case, for the secretary');
    await page.setViewportSize({ width: 390, height: 900 });
    const table = page.getByRole('region', { name: fr.paper.entries.caption });
    t.equal(await page.evaluate('getComputedStyle(document.querySelector("main [role=region]")).backgroundAttachment'), 'local, local, scroll, scroll', 'a shadow says that a wide table goes on');
    await table.focus();
    if (!script) return;
    const scrolled = page.evaluate('new Promise((done) => document.querySelector("main [role=region]").addEventListener("scroll", () => done(true), { once: true }))');
    await page.keyboard.press('ArrowRight');
    t.equal(await scrolled, true, 'and the keyboard reaches it');

    await perform(secretary, at('accuse-de-reception'), {}, `/dossiers/${id}`);
    const mediator = await seat({ who: claire });
    await perform(mediator, at('prise-en-charge'), {}, `/dossiers/${id}`);
    await mediator.go(at('invitation-auteur'));
    await mediator.examine('the author’s invitation');
    await mediator.page.locator('main form button').last().click();
    await mediator.page.locator('main button[name=confirmed]').click();
    const link = mediator.page.getByText(/\/invitation\//).first();
    await link.waitFor();
    await mediator.examine('the link and the code, shown once');
    const shown = (await mediator.page.locator('main').textContent()) ?? '';
    const path = /\/invitation\/[\w-]{27}/.exec(shown)?.[0] ?? '';
    const code = /(\d{4})\s?(\d{4})(?!\d)/.exec(shown.slice(shown.indexOf('Le code')))?.slice(1, 3).join('') ?? '';

    const author = await seat({ who: amina, width: 390 });
    await author.go(path);
    await author.examine('the letter to its author');
    await answer(author.page, { code });
    await press(author.page, fr.invitation.open);
    await author.examine('their file, before it is theirs');
    await press(author.page, fr.invitation.accept);
    await author.go(at('papiers'));
    await author.examine('the papers of a case, for its author');
    const scan = (await author.page.locator(`main a[href^="${at('papiers/')}"]`).first().getAttribute('href')) ?? '';
    t.equal((await (await author.context.request.get(new URL(scan, author.page.url()).href)).body()).toString(), letter.buffer.toString(), 'their own paper, as it came');
  });
}
