import { parse } from 'node-html-parser';

/** What is wrong with a page as a document (web 5.1): each finding a sentence; none for a sound one. */
export function flawsOf(html: string): string[] {
  const root = parse(html);
  const all = (selector: string) => root.querySelectorAll(selector);
  const ids = all('[id]').map((element) => element.id);
  const labels = all('label').map((label) => label.getAttribute('for'));
  const controls = all('input,select,textarea').filter((each) => each.getAttribute('type') !== 'hidden');
  const levels = all('h1,h2,h3,h4').map(({ tagName }) => Number(tagName.slice(1)));
  const described = all('[aria-describedby],[aria-labelledby]').flatMap((element) => `${element.getAttribute('aria-describedby') ?? ''} ${element.getAttribute('aria-labelledby') ?? ''}`.split(' ').filter(Boolean));

  return [
    ...unless(html.startsWith('<!doctype html><html lang="fr"'), 'does not say it is French'),
    ...unless(all('h1').length === 1, `has ${all('h1').length} h1`),
    ...unless(levels.every((level, place) => place === 0 || level <= (levels[place - 1] ?? 0) + 1), `skips a level of heading: ${levels.join(' ')}`),
    ...['header', 'main', 'footer', 'nav'].filter((landmark) => all(landmark).length === 0).map((landmark) => `has no ${landmark}`),
    ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `repeats the id ${id}`),
    ...all('a').filter((link) => link.textContent.trim() === '').map(() => 'has a link without text'),
    ...all('a[href^="#"]').filter((link) => !ids.includes(link.getAttribute('href')?.slice(1) ?? '')).map((link) => `leads nowhere: ${link.textContent}`),
    ...described.filter((id) => !ids.includes(id)).map((id) => `is described by ${id}, which does not exist`),
    ...all('table').filter((table) => !table.querySelector('caption')?.textContent).map(() => 'has a table without caption'),
    ...all('th').filter((header) => !header.hasAttribute('scope')).map(() => 'has a header without scope'),
    ...controls.filter(({ id }) => labels.filter((label) => label === id).length !== 1).map(({ id }) => `has a control without its label: ${id}`),
    ...all('input[type=password]').filter((secret) => secret.hasAttribute('value')).map(({ id }) => `writes a secret back: ${id}`),
    ...all('input[type=radio],input[type=checkbox]').filter((each) => !each.closest('fieldset')?.querySelector('legend')?.textContent).map(({ id }) => `has a choice without legend: ${id}`),
    // A form that only asks for a page changes nothing; leaving in a hurry must work on any page.
    ...all('form:not([method=get]):not([action="/quitter"])').filter((form) => form.getAttribute('method') !== 'post' || !form.querySelector('input[name=form-token]')?.getAttribute('value')).map(() => 'has a form without token'),
    ...all('script:not([src^="/assets/"]),style,iframe,[style]').map(({ tagName }) => `holds ${tagName}, which a strict policy refuses`),
  ];
}

function unless(isSo: boolean, flaw: string): string[] {
  return isSo ? [] : [flaw];
}
