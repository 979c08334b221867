import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Test } from 'tap';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { projectRoot } from '../../db/project-root.ts';
import type { Client } from '../client.ts';
import { testCore, type House } from '../core.ts';

/** `who` is somebody already signed in. */
type Eyes = { width?: number; dark?: boolean; script?: boolean; who?: Client };

export type Served = House & { origin: string };
export type Visitor = {
  page: Page;
  context: BrowserContext;
  /** Opens an address of the service. */
  go(path: string): Promise<void>;
  /** Runs axe on the page as it is, in light and dark, at its width and at 320 px; no violation is allowed. */
  examine(name: string): Promise<void>;
};

const axe = readFileSync(join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** Debian's Chromium, or the one `CHROMIUM` names. */
export const chromiumPath = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));

/** A service of its own that listens on this machine. */
export async function serve(t: Test, options: Parameters<typeof testCore>[1] = {}): Promise<Served> {
  return listening(await testCore(t, options));
}

/** A house that listens from now on. */
export async function listening(house: House): Promise<Served> {
  const origin = await house.app.listen({ port: 0, host: 'localhost' });

  return { ...house, origin: origin.replace('127.0.0.1', 'localhost').replace('[::1]', 'localhost') };
}

/** One real browser for a test file; each person it seats has cookies of their own. No request may leave the service. */
export async function browsers(t: Test, { origin }: Pick<Served, 'origin'>) {
  const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  t.teardown(() => browser.close());

  return async ({ width = 1100, dark = false, script = true, who }: Eyes = {}): Promise<Visitor> => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light', javaScriptEnabled: script, locale: 'fr-FR' });
    if (who) await context.addCookies([{ name: 'entente', value: who.token, url: origin }]);
    const left: string[] = [];
    context.on('request', (request) => void (request.url().startsWith(`${origin}/`) || request.url().startsWith('data:') || left.push(request.url())));
    const page = await context.newPage();

    return {
      page,
      context,
      go: async (path) => void (await page.goto(`${origin}${path}`)),
      examine: async (name) => {
        for (const [colorScheme, shown] of [['light', width], ['dark', width], ['light', 320]] as const) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width: shown, height: 900 });
          t.strictSame(await violations(page), [], `${name}, ${colorScheme}, ${shown} px`);
          t.equal(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'), true, `${name} needs no sideways scrolling at ${shown} px`);
        }
        t.strictSame(left, [], `${name}: no request left the service`);
        await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
        await page.setViewportSize({ width, height: 900 });
      },
    };
  };
}

/** Answers fields by their names, each as its kind of control wants; a box is ticked by `yes`. */
export async function answer(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const control = page.locator(`main [name="${name}"]`);
    const kind = await control.first().getAttribute('type');
    if (kind === 'radio' || kind === 'checkbox') await page.locator(`main [name="${name}"][value="${value}"]`).check();
    else if (await page.locator(`main select[name="${name}"]`).isVisible()) await control.selectOption(value);
    else await control.fill(value);
  }
}

/** Presses a button of the page itself, by what it says, and waits for the page it leads to. */
export async function press(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator('main').getByRole('button', { name: button, exact: true }).click()]);
}

/** Does a deed by its page: examined, answered, and confirmed where there is a check page; then one is at `next`. */
export async function perform({ page, go, examine }: Visitor, path: string, fields: Readonly<Record<string, string>>, next: string, name = path.split('/').at(-1) ?? ''): Promise<void> {
  await go(path);
  await examine(name);
  await answer(page, fields);
  await page.locator('main form button').last().click();
  const confirm = page.locator('main button[name=confirmed]');
  if (await confirm.isVisible()) {
    await examine(`${name}, to be confirmed`);
    await confirm.click();
  }
  await page.waitForURL(`**${next}`);
}

type Violation = { id: string; nodes: { html: string }[] };

/** A strict content policy binds the page, not the one who drives the browser. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as { violations: Violation[] };

  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`.slice(0, 300));
}
