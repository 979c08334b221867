import t from 'tap';
import { agreement } from '../story/texts/agreement.ts';
import { committee } from '../story/texts/committee.ts';
import { local } from '../story/texts/local.ts';
import { national } from '../story/texts/national.ts';
import { planted } from '../story/texts/planted.ts';
import { prose } from '../story/texts/prose.ts';
import { regional } from '../story/texts/regional.ts';

type Texts = { readonly [key: string]: string | readonly string[] };

const texts = [
  ...named('local', local),
  ...named('regional', regional),
  ...named('committee', committee),
  ...named('national', national),
  ...named('agreement', agreement),
];

t.test('every text says something: at least 80 words', async (t) => {
  for (const [name, text] of texts) {
    const count = words(text).length;
    t.ok(count >= 80, `${name} has ${count} words`);
  }
});

t.test('the final agreement is a whole agreement: ten numbered articles', async (t) => {
  const articles = [...agreement.finalAgreement.matchAll(/^Article\u00a0(\d+)\./gm)].map(([, number]) => Number(number));

  t.same(articles, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  t.ok(words(agreement.finalAgreement).length >= 250);
});

t.test('both committees sit at seven', async (t) => {
  t.equal(committee.regionalAdvices.length, 7);
  t.equal(committee.nationalAdvices.length, 7);
});

t.test('the typography is French', async (t) => {
  const mistakes: readonly (readonly [string, RegExp])[] = [
    ['a straight apostrophe', /'/],
    ['a straight quotation mark', /"/],
    ['three dots for an ellipsis', /\.\.\./],
    ['a ; : ! ? or » without its non-breaking space', /[^\u00a0][;:!?»]/],
    ['a « without its non-breaking space', /«(?!\u00a0)/],
    ['guillemets that do not pair', /«[^»]*(?:«|$)|^[^«]*»/],
    ['a title cut from its name', /(?:Mme|Dr) /],
    ['two spaces in a row', /[ \u00a0]{2}/],
    ['a line that starts or ends with a space', /^[ \u00a0]|[ \u00a0]$/m],
    ['a space before a comma or a full stop', /\s[,.]/],
    ['a line broken inside a paragraph', /[^\n]\n[^\n]/],
    ['a text cut short', /[^.?!»\p{L}]$/u],
  ];

  for (const [name, text] of texts) {
    for (const [mistake, pattern] of mistakes) t.notMatch(text, pattern, `${name}: ${mistake}`);
  }
});

t.test('no text holds a placeholder', async (t) => {
  const placeholder = /lorem|ipsum|todo|fixme|tbd|xxx|placeholder|à compléter|[[\]{}<>_$]|\bfoo\b|\bbar\b/i;

  for (const [name, text] of texts) t.notMatch(text, placeholder, name);
});

t.test('no sentence serves twice', async (t) => {
  const owner = new Map<string, string>();

  for (const [name, text] of texts) {
    for (const sentence of sentences(text)) {
      t.equal(owner.get(sentence), undefined, `${name} repeats: ${sentence}`);
      owner.set(sentence, name);
    }
  }
});

t.test('each planted phrase is in the one text it was planted in', async (t) => {
  const where = planted.map((phrase) => texts.filter(([, text]) => text.includes(phrase)).map(([name]) => name));

  t.same(where, [
    ['regional.whatHappened'],
    ['regional.accountRoussel'],
    ['regional.accountBloch'],
    ['regional.caucusAmina1'],
    ['regional.caucusRoussel1'],
    ['regional.roomHelene'],
    ['regional.noteHelene1'],
    ['committee.regionalAdvices.2'],
    ['regional.decisionLetterAmina'],
    ['agreement.finalAgreement'],
  ]);
});

t.test('a planted phrase reads the same in every encoding, and is long enough not to occur by chance', async (t) => {
  for (const phrase of planted) {
    t.match(phrase, /^[a-z]+( [a-z]+){4,8}$/);
  }
});

t.test('what is shown without names shows no names', async (t) => {
  const names = /Amina|Benali|Sylvie|Roussel|Étienne|Bloch/;
  const nameless = [
    ...named('regional', {
      object: regional.object,
      noticeDirector: regional.noticeDirector,
      noticeCmePresident: regional.noticeCmePresident,
      convocation: regional.convocation,
      summary: regional.summary,
      recusalReason: regional.recusalReason,
      linkDeclared: regional.linkDeclared,
    }),
    ...named('national', {
      objectNational: national.objectNational,
      summaryNational: national.summaryNational,
      convocationNational: national.convocationNational,
    }),
    ...named('committee', committee),
    ...named('agreement', { transmissionCover: agreement.transmissionCover, closingNote: agreement.closingNote }),
  ];

  for (const [name, text] of nameless) t.notMatch(text, names, name);
});

t.test('a notice tells that a request exists, never what it is about', async (t) => {
  const content = /planning|nuit|transmission|remplacement|pneumologie|infirmi|cadre de santé|conflit|différend/i;

  t.notMatch(regional.noticeDirector, content);
  t.notMatch(regional.noticeCmePresident, content);
});

t.test('prose joins lines, keeps paragraphs and typesets', async (t) => {
  const text = prose`
    Madame,

    Le Dr Bloch a dit : « Qui
    était là ? » Voir l’article 6.
  `;

  t.equal(text, 'Madame,\n\nLe Dr\u00a0Bloch a dit\u00a0: «\u00a0Qui était là\u00a0?\u00a0» Voir l’article\u00a06.');
});

function named(prefix: string, group: Texts): [name: string, text: string][] {
  return Object.entries(group).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}.${key}`, value] as [string, string]]
      : value.map((text, index): [string, string] => [`${prefix}.${key}.${index}`, text]),
  );
}

/** Words as a reader counts them: punctuation standing alone is not one, and `l’équipe` is one. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Sentences of eight words or more: closing formulas and signatures may recur, content may not. */
function sentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/).filter((sentence) => words(sentence).length >= 8);
}
