import t from 'tap';
import { textLimits } from '../../server/web/forms/choices.ts';
import { fr } from '../../server/web/words/fr.ts';
import { openTerritory } from '../territory.ts';
import { aminaWrites, fileIt, nameOthers, whatHappened } from './amina-writes.ts';
import { answer, browsers, press, serve } from './harness.ts';

const { save } = fr.filing;

t.test('Filing at night, from a telephone', async (t) => {
  const house = await serve(t);
  await openTerritory(house, { members: 0, nationalMembers: 0 });
  const seat = await browsers(t, house);

  await t.test('with a script: what is written is kept, and one leaves without a trace', async (t) => {
    const { page, context, go, examine } = await seat({ width: 390 });
    const { attentes, ...typed } = aminaWrites;

    await go('/demande');
    await press(page, fr.orientation.submit);
    t.match(await page.title(), /^Erreur/);
    await examine('three questions, unanswered');
    await page.getByRole('link', { name: fr.orientation.skip }).click();

    await answer(page, typed.objet);
    await examine('what one seeks');
    await press(page, save);
    await examine('the resume code');
    await page.getByRole('link', { name: fr.filing.draft.goOn }).click();

    await answer(page, typed.vous);
    await examine('oneself');
    await press(page, save);
    await nameOthers(page);
    await examine('the others');
    await press(page, save);

    await page.locator('[name="account.whatHappened"]').pressSequentially(whatHappened);
    await page.getByRole('status').filter({ hasText: fr.components.autosave.saved('4 h 10') }).waitFor();
    await examine('the situation, saved');
    const since = page.locator('[name="account.sinceWhen"]');
    const seen = () => page.locator('[id="account.sinceWhen-count"]').textContent();
    t.equal(await seen(), fr.components.roomFor('2\u00a0000'));
    await since.fill('x'.repeat(textLimits.sinceWhen - 1200));
    t.equal(await seen(), fr.components.remaining('1\u00a0200', false), 'while one writes');
    await since.fill('é'.repeat(textLimits.sinceWhen - 1));
    t.equal(await page.getByRole('status').filter({ hasText: fr.components.remaining('1', true) }).count(), 0, 'not at each key');
    await page.getByRole('status').filter({ hasText: fr.components.remaining('1', true) }).waitFor({ state: 'attached' });
    await since.fill('🙂'.repeat(textLimits.sinceWhen + 2));
    t.equal(await seen(), fr.components.tooMany('2', false), 'in characters, as the service counts them');
    await since.fill('');
    t.equal(await seen(), fr.components.roomFor('2\u00a0000'));
    await examine('the situation, counted');
    await page.reload();
    t.equal(await page.locator('[name="account.whatHappened"]').inputValue(), whatHappened, 'the text survives a reload');
    await answer(page, typed.situation);
    await press(page, save);

    await examine('what was tried');
    await answer(page, typed.tentative);
    await press(page, save);

    // Without a mouse: Tab, Space and Enter alone.
    const tabTo = async (name: string) => {
      for (let tries = 0; tries < 40; tries += 1) {
        if ((await page.evaluate('document.activeElement.name || document.activeElement.textContent')) === name) return;
        await page.keyboard.press('Tab');
      }
      t.fail(`the keyboard reaches ${name}`);
    };
    await tabTo('account.expectations');
    await page.keyboard.type(attentes['account.expectations'] ?? '');
    await tabTo('accompanied');
    await page.keyboard.press('Space');
    await tabTo(save);
    await Promise.all([page.waitForURL('**/demande/pieces'), page.keyboard.press('Enter')]);

    await examine('documents');
    await press(page, save);
    await page.getByText(whatHappened).waitFor();
    await examine('the check page');
    await press(page, fr.filing.submit);
    t.match(await page.title(), /^Erreur/, 'consents and account are missing');
    await examine('the check page, refused');
    await fileIt(page);
    t.match(await page.locator('h1').textContent(), fr.receipt.heading);
    await examine('the receipt');

    await page.goto(`${house.origin}/dossiers`);
    await examine('one’s cases');
    await page.locator('main tbody a').first().click();
    await examine('one’s case');

    const before = await page.evaluate('history.length');
    const url = page.url();
    await Promise.all([page.waitForURL('**/pause'), page.getByRole('button', { name: fr.layout.quickLeave }).click()]);
    t.equal(await page.evaluate('history.length'), before, 'leaving adds nothing to the history');
    await page.goBack();
    t.not(page.url(), url, 'and the page left is not in it');
    t.notOk((await context.cookies()).some(({ name }) => name === 'entente'), 'nobody is signed in any more');
    await page.goto(url);
    t.notMatch(await page.content(), /Sylvie Roussel|plannings/);
  });

  await t.test('without a script, to the receipt', async (t) => {
    const { page, go } = await seat({ width: 390, script: false });
    const { objet, vous, situation, tentative, attentes } = aminaWrites;
    await go('/demande/objet');
    await answer(page, objet);
    await press(page, save);
    await page.getByRole('link', { name: fr.filing.draft.goOn }).click();
    await answer(page, vous);
    await press(page, save);
    await nameOthers(page);
    for (const step of [situation, tentative, attentes]) {
      await press(page, save);
      await answer(page, step);
    }
    await press(page, save);
    await press(page, save);
    await fileIt(page);
    t.match(await page.locator('h1').textContent(), fr.receipt.heading);

    await page.getByRole('button', { name: fr.layout.quickLeave }).click();
    await page.waitForURL('**/pause');
    t.equal((await page.goto(`${house.origin}/dossiers`))?.status(), 401);
  });
});
