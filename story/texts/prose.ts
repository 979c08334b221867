const NBSP = '\u00a0';

/**
 * Typesets a French text written as an indented template, without substitutions: the lines of a paragraph are joined, a
 * blank line separates paragraphs, and the spaces that must not break become U+00A0 (before ; : ! ? and », after «, after
 * Mme, Dr, n° and article). Returns the text as a person would have typed it into a form.
 */
export function prose(template: TemplateStringsArray): string {
  return template
    .join('')
    .trim()
    .split(/\n\s*\n\s*/)
    .map((paragraph) => unbreakable(paragraph.replace(/\s+/g, ' ')))
    .join('\n\n');
}

function unbreakable(text: string): string {
  return text
    .replace(/ (?=[;:!?»])/g, NBSP)
    .replace(/(?<=«) /g, NBSP)
    .replace(/(?<=(?:^|[\s’(])(?:Mme|Dr|n°)) /g, NBSP)
    .replace(/(?<=[Aa]rticles?) (?=\d)/g, NBSP);
}
