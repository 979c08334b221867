import { parse, type HTMLElement } from 'node-html-parser';
import type { LightMyRequestResponse as Response } from 'fastify';
import type { House } from './core.ts';

export type Browser = ReturnType<typeof browser>;

/** A browser without JavaScript: keeps cookies, reads the form it was shown, sends it back. */
export function browser({ app }: House) {
  const cookies = new Map<string, string>();
  const keep = (answer: Response) => {
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }

    return answer;
  };
  const headers = () => ({ accept: 'text/html', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  const look = async (url: string) => keep(await app.inject({ method: 'GET', url, headers: headers() }));
  const send = async (url: string, fields: Record<string, string>) =>
    keep(await app.inject({ method: 'POST', url, headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }, payload: new URLSearchParams(fields).toString() }));
  const token = async (url: string) => tokenOf(parse((await look(url)).body));

  return {
    cookies, look, send, token,
    /** Fills in a form, shown at `from`, and presses its button. */
    fill: async (url: string, fields: Record<string, string> = {}, from = url) => send(url, { 'form-token': await token(from), ...fields }),
    page: async (url: string) => parse((await look(url)).body),
  };
}

export function tokenOf(page: HTMLElement): string {
  return page.querySelector('input[name=form-token]')?.getAttribute('value') ?? '';
}
