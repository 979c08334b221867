import type { LightMyRequestResponse as Response } from 'fastify';
import { parse, type HTMLElement } from 'node-html-parser';
import type { Client } from './client.ts';
import type { House } from './core.ts';
import { form, formType } from './documents-cast.ts';

export type Browser = ReturnType<typeof browser>;
type Fields = Record<string, string>;

/** The text of a page below its header, tags left out and spaces made one. */
export function said(page: HTMLElement): string {
  return (page.querySelector('main')?.innerHTML ?? '').replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ').replaceAll(/ (?=[.,])/g, '');
}

/**
 * A browser without JavaScript: keeps cookies, follows redirections after a form, and sends a form back with the token it
 * was shown. `who`: somebody already signed in.
 */
export function browser({ app }: Pick<House, 'app'>, who?: Client) {
  const cookies = new Map<string, string>(who ? [['entente', who.token]] : []);
  const keep = (answer: Response) => {
    for (const { name, value, maxAge } of answer.cookies) value === '' || maxAge === 0 ? cookies.delete(name) : cookies.set(name, value);

    return answer;
  };
  const headers = () => ({ accept: 'text/html', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  const look = async (url: string) => keep(await app.inject({ method: 'GET', url, headers: headers() }));
  const send = async (url: string, fields: Fields) =>
    keep(await app.inject({ method: 'POST', url, headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }, payload: new URLSearchParams(fields).toString() }));

  const browsing = {
    cookies,
    look,
    send,
    token: async (url: string) => tokenOf(await browsing.page(url)),
    /** Fills in a form, shown at `from`, and presses its button: the answer as it comes. */
    submit: async (url: string, fields: Fields = {}, from = url) => send(url, { 'form-token': tokenOf(await browsing.page(from)), ...fields }),
    /** A page, parsed. */
    page: async (url: string) => parse((await look(url)).body),
    /** Opens the page of a form and sends it filled: what is to be checked before it is confirmed. */
    check: async (url: string, fields: Fields = {}) => parse((await send(url, { ...carriedBy(await browsing.page(url)), ...fields })).body),
    /** Opens the page of a form and sends it filled; then confirms on the check page, if there is one, and follows. */
    fill: async (url: string, fields: Fields = {}, secrets: Fields = {}): Promise<{ status: number; page: HTMLElement; body: string }> => {
      let answer = await send(url, { ...carriedBy(await browsing.page(url)), ...fields });
      const check = parse(answer.body);
      if (check.querySelector('button[name=confirmed]')) answer = await send(url, { ...hiddenOf(check), ...secrets, confirmed: 'yes' });
      const { location } = answer.headers;
      if (answer.statusCode === 303 && typeof location === 'string') answer = await look(location);

      return { status: answer.statusCode, page: parse(answer.body), body: answer.body };
    },
    /** Sends the upload form of a page with what it hides, these fields, and a file last. */
    upload: async (url: string, page: HTMLElement, fields: Fields, file: { name: string; content: Buffer; type?: string }) => {
      const hidden = page.querySelectorAll('main form[enctype="multipart/form-data"] input[type=hidden]').map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']);
      const payload = form({ ...Object.fromEntries(hidden), ...fields }, file);

      return keep(await app.inject({ method: 'POST', url, headers: { ...headers(), 'content-type': formType, 'sec-fetch-site': 'same-origin' }, payload }));
    },
  };

  return browsing;
}

/** The token of a page's forms. */
export function tokenOf(page: HTMLElement): string {
  return page.querySelectorAll('input[name=form-token]').at(-1)?.getAttribute('value') ?? '';
}

/** The hidden fields of the last form of a page, its token among them. */
function carriedBy(page: HTMLElement): Fields {
  const form = page.querySelectorAll('main form').at(-1);

  return Object.fromEntries((form?.querySelectorAll('input[type=hidden]') ?? []).map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']));
}

/** What a check page keeps of the answers. */
function hiddenOf(page: HTMLElement): Fields {
  return Object.fromEntries(page.querySelectorAll('main form input[type=hidden]').map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']));
}
