import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastify from 'fastify';
import { type HTMLElement, parse } from 'node-html-parser';
import t from 'tap';
import { Value } from 'typebox/value';
import { projectRoot } from '../db/project-root.ts';
import { states } from '../policies/vocabulary.ts';
import { RequestBody } from '../server/mediation/request-body.ts';
import { assetPath, serveAssets } from '../server/web/assets.ts';
import type { Visit } from '../server/web/components/page.tsx';
import { mostOthers, textLimits } from '../server/web/forms/choices.ts';
import { readFilingForm } from '../server/web/forms/file-request-form.ts';
import { gapsOf } from '../server/web/forms/filing-gaps.ts';
import { explainFilingErrors } from '../server/web/forms/filing-errors.ts';
import { AccessibilityPage } from '../server/web/pages/accessibility.tsx';
import { orient } from '../policies/charter/orientation.ts';
import type { Places } from '../server/web/forms/places.ts';
import { checkPage, pageOf, slugOf, slugs, typedOn, withStep, type Slug } from '../server/web/forms/steps.ts';
import { errorsOn } from '../server/web/forms/filing-errors.ts';
import { summaryOf } from '../server/web/forms/filing-summary.ts';
import { CheckPage } from '../server/web/pages/file-request/check.tsx';
import { DraftPage } from '../server/web/pages/file-request/draft.tsx';
import { OrientationPage } from '../server/web/pages/file-request/orientation.tsx';
import { StartPage } from '../server/web/pages/file-request/start.tsx';
import { StepPage } from '../server/web/pages/file-request/step.tsx';
import { HomePage } from '../server/web/pages/home.tsx';
import { ProblemPage } from '../server/web/pages/problem.tsx';
import { ReceiptPage } from '../server/web/pages/receipt.tsx';
import { RecoveryPage } from '../server/web/pages/recovery.tsx';
import { SignInPage, signInRefused } from '../server/web/pages/sign-in.tsx';
import { SignedOutPage, SignOutPage } from '../server/web/pages/sign-out.tsx';
import { TalkPage } from '../server/web/pages/talk.tsx';
import { UrgencePage } from '../server/web/pages/urgence.tsx';
import { fr } from '../server/web/words/fr.ts';
import { dateInWords, hourInWords } from '../server/web/words/moments.ts';

const zone = 'Europe/Paris';
const chu = '6f1c2c0e-5d0a-4a55-9a53-0b6c6d1f2a10';
const ch = '0e9a4a1e-8f2d-4a1c-8f0e-2f3b1c4d5e6f';
const passphrase = 'cheval violon brouillard samedi';
const tenPast3 = new Date('2026-03-01T02:10:00Z');

/** What Amina, night nurse, sends at ten past three. */
const aminaWrites = {
  'form-token': 'jeton',
  purpose: 'dispute',
  'author.name': 'Amina Belkacem',
  'author.function': 'infirmière de nuit',
  'author.profession': 'nurse',
  'author.establishment': chu,
  'author.service': 'Pneumologie',
  'author.contact.channel': 'email',
  'author.contact.value': '',
  'author.contact.when': 'l’après-midi',
  'author.contact.discreet': 'yes',
  'others-shown': '3',
  'others.0.isUnaware': 'yes',
  'others.0.name': 'Mme Roussel',
  'others.0.function': 'cadre de santé',
  'others.0.profession': 'health-manager',
  'others.0.establishment': '',
  'others.0.relation': 'agent-hierarchy',
  'others.2.name': 'Dr Bloch',
  'others.2.function': 'chef de service',
  'others.2.profession': 'hospital-practitioner',
  'others.2.establishment': ch,
  'others.2.relation': '',
  'account.whatHappened': '\r\nDes mots à la relève.\r\nPuis les plannings.',
  'account.sinceWhen': 'Depuis janvier',
  'account.effectOnWork': 'Deux départs dans l’équipe',
  'account.expectations': 'Un planning connu un mois avant',
  'priorStep.form': 'internal',
  'priorStep.from.day': '5',
  'priorStep.from.month': '1',
  'priorStep.from.year': '2026',
  'priorStep.to.day': '20',
  'priorStep.to.month': '02',
  'priorStep.to.year': '2026',
  'priorStep.outcome': 'failed',
  'priorStep.attested': 'yes',
  'exclusions.disciplinary-procedure': 'yes',
  'litigation.declared': 'no',
  'litigation.detail': '',
  accompanied: 'no',
  'consents.informedOfNotices': 'yes',
  'consents.accurate': 'yes',
  'credentials.address': 'amina@exemple.fr',
  'credentials.passphrase': passphrase,
  'credentials.confirmation': passphrase,
  'credentials.shared': 'no',
};

const placesWith = (name: string): Places => {
  const groups = [{ label: name, options: [{ value: chu, label: name }, { value: ch, label: 'CH de la Durance' }] }];

  return { workplaces: groups, faculties: groups, schools: groups, nameOf: (id) => (id === chu ? name : id === ch ? 'CH de la Durance' : '') };
};

const answers = (({ 'form-token': _, ...rest }) => Object.fromEntries(Object.entries(rest).filter(([name]) => !/^(consents|credentials)/.test(name))))(aminaWrites);

/** Every page, with `word` wherever a prop takes a text. */
function pagesSaying(word: string): Record<string, JSX.Element> {
  const visitor: Visit = { signedIn: false, formToken: word };
  const member: Visit = { signedIn: true, formToken: word, alert: { kind: 'success', text: word } };
  const places = placesWith(word);
  const typed: Record<string, string> = { ...Object.fromEntries(Object.keys(answers).map((name) => [name, word])), 'others-shown': '2' };
  const values = { ...typed, address: word, 'credentials.address': word };
  const errors = (fields: readonly string[]) => fields.map((field) => ({ field, message: word }));
  const day = '2026-03-05';
  const notice = { function: 'director', establishment: word, state: 'held', because: [{ code: 'assignment', party: 1 }], letter: word } as const;
  const check = {
    visit: visitor, values, names: [word, word], summary: summaryOf(readFilingForm(typed).filing, () => word),
    preview: { withdrawableUntil: day, leavesFrom: day, leavesBy: day, readers: [{ name: word, role: 'mediator', party: 1 }], notices: [notice], vacant: [{ function: 'dean', establishment: word, because: { code: 'faculty-student', party: 0 } }] },
  } as const;
  const inError: Record<Slug, readonly string[]> = { objet: ['purpose'], vous: ['author.name', 'author.profession'], personnes: ['others.0.name'], situation: ['account.whatHappened'], tentative: ['priorStep.from'], attentes: ['accompanied'], pieces: [] };

  return {
    home: HomePage({ visit: visitor }),
    homeWithDraft: HomePage({ visit: { ...visitor, telephone: word }, savedAt: tenPast3 }),
    start: StartPage({ visit: visitor, places, savedAt: tenPast3, values }),
    orientation: OrientationPage({ visit: { ...visitor, telephone: word }, direction: { to: 'local-first', isUnderWay: false }, place: { name: word, schemeContact: word, takesSignals: true }, isDanger: true }),
    draft: DraftPage({ visit: visitor, code: word, savedAt: tenPast3, eraseOn: day, zone }),
    ...Object.fromEntries(slugs.map((slug) => [`step ${slug}`, StepPage({ visit: visitor, slug, places, values, eraseOn: day, isExpired: true })])),
    ...Object.fromEntries(slugs.slice(0, -1).map((slug) => [`step ${slug} in error`, StepPage({ visit: visitor, slug, places, values, errors: errors(inError[slug]), toCheck: true })])),
    check: CheckPage(check),
    checkInError: CheckPage({ ...check, errors: [...errors(['consents.accurate', 'credentials.address']), { field: 'author.name', message: word, page: pageOf('vous') }], warning: word }),
    talk: TalkPage({ visit: visitor, teams: [{ territory: word, telephone: word, hours: word }] }),
    urgence: UrgencePage({ visit: visitor, numbers: [{ number: word, purpose: word, hours: word }], checkedOn: tenPast3, zone }),
    accessibility: AccessibilityPage({ visit: visitor }),
    signIn: SignInPage({ visit: visitor, values }),
    signInInError: SignInPage({ visit: visitor, values, errors: [{ field: 'address', message: word }] }),
    recovery: RecoveryPage({ visit: visitor, values }),
    signOut: SignOutPage({ visit: member }),
    signedOut: SignedOutPage({ visit: visitor }),
    receipt: ReceiptPage({
      visit: member,
      receipt: { reference: word, receivedAt: tenPast3.toISOString(), acknowledgedBy: day, noticesFrom: day, withdrawableUntil: day, proposalBy: null, zone, case: chu, digest: word, filed: word, recoveryCode: word },
    }),
    ...Object.fromEntries(
      Object.keys(fr.problems.byStatus).map((status) => [
        `problem ${status}`,
        ProblemPage({ visit: visitor, status: Number(status), requestId: word, telephone: word, values: { text: `${word} `.repeat(50) } }),
      ]),
    ),
  };
}

async function parsed(page: JSX.Element): Promise<HTMLElement> {
  return parse(await page);
}

t.test('every page is a sound document that anyone can walk through', async (t) => {
  const titles = new Set<string>();
  for (const [name, page] of Object.entries(pagesSaying('mot'))) {
    const html = await page;
    const root = parse(html);
    const all = (selector: string) => root.querySelectorAll(selector);
    const ids = all('[id]').map((element) => element.id);

    t.match(html, /^<!doctype html><html lang="fr"/, `${name} says it is French`);
    t.equal(all('h1').length, 1, `${name} has one h1`);
    for (const landmark of ['header', 'main', 'footer', 'nav']) t.ok(all(landmark).length > 0, `${name} has ${landmark}`);
    t.equal(new Set(ids).size, ids.length, `${name} repeats no id`);
    for (const link of all('a')) t.not(link.textContent.trim(), '', `${name}: a link has a text`);
    for (const link of all('a[href^="#"]')) t.ok(ids.includes(link.getAttribute('href')?.slice(1) ?? ''), `${name}: ${link.textContent}`);
    for (const described of all('[aria-describedby],[aria-labelledby]')) {
      const named = `${described.getAttribute('aria-describedby') ?? ''} ${described.getAttribute('aria-labelledby') ?? ''}`;
      for (const id of named.split(' ').filter(Boolean)) t.ok(ids.includes(id), `${name}: ${id} exists`);
    }
    for (const table of all('table')) t.not(table.querySelector('caption')?.textContent ?? '', '', `${name}: a table has a caption`);
    for (const header of all('th')) t.ok(header.hasAttribute('scope'), `${name}: a header has a scope`);
    titles.add(root.querySelector('title')?.textContent ?? '');
  }
  const sameTwice = ['homeWithDraft'];
  t.equal(titles.size, Object.keys(pagesSaying('mot')).length - sameTwice.length, 'no two pages share a title');
});

t.test('every control is labelled, and grouped ones stand under a legend', async (t) => {
  for (const [name, page] of Object.entries(pagesSaying('mot'))) {
    const root = await parsed(page);
    const labels = root.querySelectorAll('label').map((label) => label.getAttribute('for'));
    const controls = root.querySelectorAll('input,select,textarea').filter((each) => each.getAttribute('type') !== 'hidden');

    for (const secret of root.querySelectorAll('input[type=password]')) t.notOk(secret.hasAttribute('value'), `${name}: ${secret.id} is empty`);
    for (const control of controls) t.equal(labels.filter((id) => id === control.id).length, 1, `${name}: ${control.id} has one label`);
    for (const each of root.querySelectorAll('input[type=radio],input[type=checkbox]')) {
      t.ok(each.closest('fieldset')?.querySelector('legend')?.textContent, `${name}: ${each.id} has a legend`);
    }
    for (const form of root.querySelectorAll('form')) {
      t.equal(form.getAttribute('method'), 'post');
      t.equal(form.querySelector('input[name=form-token]')?.getAttribute('value'), 'mot', `${name}: the form bears its token`);
    }
  }
});

t.test('pages hold nothing a strict content policy would refuse', async (t) => {
  for (const [name, page] of Object.entries(pagesSaying('mot'))) {
    const root = await parsed(page);

    t.equal(root.querySelectorAll('script:not([src]),style,iframe,[style]').length, 0, `${name} has no inline style or script`);
    for (const element of root.querySelectorAll('*')) {
      t.notOk(Object.keys(element.attributes).some((attribute) => /^on/i.test(attribute)), `${name} has no event attribute`);
    }
    for (const element of root.querySelectorAll('[href],[src],[action],[formaction]')) {
      const { href, src, action, formaction } = element.attributes;
      t.match(href ?? src ?? action ?? formaction, /^(\/(?!\/)|#|tel:)/, `${name} stays at home`);
    }
  }
});

t.test('what people type is shown as text, wherever it is shown', async (t) => {
  const canary = `"'><img src=x onerror=piege()>`;
  for (const [name, page] of Object.entries(pagesSaying(canary))) {
    t.equal((await parsed(page)).querySelectorAll('img,[onerror]').length, 0, name);
  }
  t.match(await pagesSaying(canary).checkInError, /&lt;img/, 'and the canary was there');
});

t.test('no page promises a secret vote', async (t) => {
  for (const [name, page] of Object.entries(pagesSaying('mot'))) t.notMatch(await page, /\bvotes?\b|scrutin|anonym/i, name);
});

t.test('class names live in the components alone', async (t) => {
  const pages = readdirSync(join(projectRoot, 'server/web/pages'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  t.ok(pages.length > 10);
  for (const file of pages) t.notMatch(readFileSync(join(projectRoot, 'server/web/pages', file), 'utf8'), /class=|govuk-/, file);
});

t.test('the words follow French typography', async (t) => {
  for (const [path, words] of wordsIn(fr, 'fr')) {
    t.notMatch(words, /'/, `${path}: ’ rather than '`);
    t.notMatch(words, /[^\u00a0\u202f][;!?»]|[^\u00a0\u202f\d]:|\d:\D/, `${path}: no-break space before ; : ! ? »`);
    t.notMatch(words, /«[^\u00a0\u202f]/, `${path}: no-break space after «`);
    t.notMatch(words, /"|\.\.\.| {2}/, `${path}: « », … and single spaces`);
  }
  t.strictSame(Object.keys(fr.choices.states).sort(), [...states].sort(), 'every state has its words');
  t.equal(dateInWords(tenPast3, zone), '1er\u00a0mars\u00a02026');
  t.equal(hourInWords(tenPast3, zone), '3\u00a0h\u00a010');
  t.equal(hourInWords(tenPast3, 'Pacific/Wallis'), '14\u00a0h\u00a010', 'the hour is the establishment’s');
});

t.test('each error leads to its field, on the page of its step, and is read with it', async (t) => {
  const visit = { signedIn: false, formToken: 'x' };
  const places = placesWith('CHU des Deux Rives');
  const pointers = Object.keys(fr.filingErrors).map((pattern) => `/${pattern.replace('*', '0').replaceAll('.', '/')}`);
  const errors = explainFilingErrors([...pointers].reverse());
  t.equal(errors.length, pointers.length);

  const check = await parsed(CheckPage({ visit, summary: [], preview: 'incomplete', names: [], errors }));
  t.match(check.querySelector('title')?.textContent, /^Erreur\u00a0: /);
  const links = check.querySelectorAll('main ul').at(0)?.querySelectorAll('a').map((link) => link.getAttribute('href'));
  t.strictSame(links, errors.map(({ field }) => { const slug = slugOf(field); return slug ? `${pageOf(slug)}?corriger=oui#${field}` : `#${field}`; }));
  for (const slug of [...slugs, undefined]) {
    const own = slug ? errorsOn(slug, errors) : errors.filter(({ field }) => slugOf(field) === undefined);
    const root = slug ? await parsed(StepPage({ visit, slug, places, values: answers, errors: own })) : check;
    t.strictSame(own.map(({ field }) => field), inDocumentOrder(root, own.map(({ field }) => field)), `${slug ?? checkPage}: in the order of the page`);
    for (const { field, message } of own) {
      const control = root.getElementById(field);
      t.match(control?.tagName, /^(INPUT|SELECT|TEXTAREA)$/, `${field} is a control`);
      const described = [control, control?.closest('fieldset')].map((each) => each?.getAttribute('aria-describedby') ?? '').join(' ');
      t.ok(described.split(' ').includes(`${field}-error`), `${field} is described by its error`);
      t.match(root.getElementById(`${field}-error`)?.textContent, message);
    }
  }
});

t.test('an error in a group, or in no field at all, is still shown somewhere', async (t) => {
  t.strictSame(explainFilingErrors(['/priorStep', '/others/2']).map(({ field }) => field), ['others.2.name', 'priorStep.form']);
  t.match(explainFilingErrors(['/nowhere']), [{ field: 'purpose', message: fr.unreadableAnswer }]);
});

t.test('a refused sign-in keeps the address, never the passphrase, and supposes a shared computer', async (t) => {
  const values = { address: 'amina@exemple.fr', passphrase };
  const html = await SignInPage({ visit: { signedIn: false, formToken: 'x' }, values, errors: signInRefused });
  const root = parse(html);

  t.equal(root.getElementById('address')?.getAttribute('value'), 'amina@exemple.fr');
  t.notMatch(html, passphrase);
  t.equal(root.querySelector('input[name=shared][checked]')?.getAttribute('value'), 'yes');
  for (const way of ['/demande', '/recuperation', '/urgence']) t.ok(root.querySelector(`a[href="${way}"]`), way);
});

t.test('the form becomes the body of the deed', async (t) => {
  const { filing, wrong } = readFilingForm(aminaWrites);

  t.strictSame(wrong, []);
  t.strictSame(filing, {
    tier: 'regional',
    purpose: 'dispute',
    author: {
      name: 'Amina Belkacem',
      function: 'infirmière de nuit',
      profession: 'nurse',
      establishment: chu,
      service: 'Pneumologie',
      contact: { channel: 'email', value: 'amina@exemple.fr', when: 'l’après-midi', discreet: true },
    },
    others: [
      { name: 'Mme Roussel', function: 'cadre de santé', profession: 'health-manager', establishment: chu, relation: 'agent-hierarchy', isUnaware: true },
      { name: 'Dr Bloch', function: 'chef de service', profession: 'hospital-practitioner', establishment: ch },
    ],
    account: {
      whatHappened: 'Des mots à la relève.\nPuis les plannings.',
      sinceWhen: 'Depuis janvier',
      effectOnWork: 'Deux départs dans l’équipe',
      expectations: 'Un planning connu un mois avant',
    },
    priorStep: { form: 'internal', from: '2026-01-05', to: '2026-02-20', outcome: 'failed', attested: true },
    exclusions: ['disciplinary-procedure'],
    litigation: { declared: false, detail: '' },
    accompanied: false,
    consents: { informedOfNotices: true, accurate: true },
    credentials: { address: 'amina@exemple.fr', passphrase, shared: false },
  });
  t.ok(Value.Check(RequestBody, filing), 'which the deed’s own schema takes');
});

t.test('an empty form is wrong in every place the page can explain', async (t) => {
  const { filing, wrong } = readFilingForm({ 'credentials.address': '', 'others.0.name': 'Mme Roussel' });
  const bySchema = Value.Errors(RequestBody, filing).map(({ instancePath }) => instancePath);
  const shown = explainFilingErrors([...wrong, ...bySchema]).map(({ field }) => field);

  t.strictSame(shown, [
    'purpose',
    'author.name',
    'author.function',
    'author.profession',
    'author.establishment',
    'author.contact.channel',
    'others.0.function',
    'others.0.profession',
    'others.0.establishment',
    'account.whatHappened',
    'priorStep.form',
    'priorStep.attested',
    'litigation.declared',
    'account.expectations',
    'accompanied',
    'consents.informedOfNotices',
    'consents.accurate',
    'credentials.address',
    'credentials.passphrase',
  ], 'all at once, in the order of the page');
});

t.test('the bounds the page announces are those of the schema', async (t) => {
  const { filing } = readFilingForm(aminaWrites);
  for (const name of ['whatHappened', 'sinceWhen', 'effectOnWork', 'expectations'] as const) {
    const saying = (length: number) => ({ ...filing, account: { ...filing.account, [name]: 'a'.repeat(length) } });

    t.ok(Value.Check(RequestBody, saying(textLimits[name])), name);
    t.notOk(Value.Check(RequestBody, saying(textLimits[name] + 1)), name);
    t.strictSame(gapsOf(saying(textLimits[name] + 1)), [`/account/${name}`]);
  }
});

t.test('what the body cannot tell is told apart', async (t) => {
  const { wrong, filing } = readFilingForm({ ...aminaWrites, 'priorStep.from.day': '31', 'priorStep.from.month': '2', 'credentials.confirmation': 'autre' });

  t.strictSame(wrong, ['/priorStep/from', '/credentials/confirmation']);
  t.equal(filing.priorStep.from, null);

  t.strictSame(readFilingForm({ ...aminaWrites, 'priorStep.to.year': '2025' }).wrong, ['/priorStep/to'], 'an end before the start');
  t.strictSame(readFilingForm({ ...aminaWrites, 'author.contact.channel': 'telephone' }).wrong, ['/author/contact/value']);
  t.strictSame(readFilingForm({ ...aminaWrites, 'others.0.name': '', 'credentials.passphrase': 'quatorze signe', 'credentials.confirmation': 'quatorze signe' }).wrong, ['/others/0/name', '/credentials/passphrase']);
  const alone = Object.fromEntries(Object.entries(aminaWrites).filter(([name]) => !name.startsWith('others.')));
  t.strictSame(readFilingForm(alone).wrong, ['/others/0/name'], 'a dispute names someone');
  t.strictSame(readFilingForm({ ...alone, purpose: 'return' }).wrong, [], 'a return needs nobody');

  const { 'credentials.address': _, 'credentials.passphrase': __, 'credentials.confirmation': ___, ...signedIn } = aminaWrites;
  t.strictSame(readFilingForm(signedIn).wrong, [], 'someone signed in is written to at their account’s address');

  const blank = readFilingForm({}).filing;
  t.equal(blank.priorStep.from, null, 'no date is not a wrong date');
  t.equal(blank.accompanied, undefined, 'silence is not a no');
  t.strictSame(blank.consents, { informedOfNotices: false, accurate: false }, 'nor a consent');
  t.strictSame(blank.others, []);
  t.notOk('credentials' in blank, 'someone signed in makes no account');
});

t.test('names the form does not have reach neither the body nor the page', async (t) => {
  const read = readFilingForm({ ...aminaWrites, 'author.isMediator': 'yes', __proto__: 'x', 'others.99.name': 'x', 'others-shown': '1000000' });

  t.notMatch(JSON.stringify(read), /isMediator|others\.99/);
  t.equal(read.filing.others.length, 2);
});

t.test('what was typed on a step comes back whole, and replaces that step alone', async (t) => {
  for (const slug of slugs) {
    const page = await parsed(StepPage({ visit: { signedIn: false, formToken: 'jeton' }, slug, places: placesWith('CHU des Deux Rives'), values: { purpose: 'dispute', ...typedOn(slug, answers) } }));
    const before = { ...typedOn(slug, answers), 'account.whatHappened': 'avant' };
    const after = withStep(before, slug, successfulControls(page));
    for (const [name, text] of Object.entries(typedOn(slug, answers))) t.equal(after[name], text, `${slug}: ${name}`);
    if (slug !== 'situation') t.equal(after['account.whatHappened'], 'avant', `${slug} leaves the others alone`);
  }
  t.strictSame(withStep({ 'others.0.name': 'Paul', 'others.1.name': 'Anne', 'others-shown': '2', purpose: 'return' }, 'personnes', { 'others-shown': '1' }), { purpose: 'return', 'others-shown': '1' });
});

t.test('people are added up to ten, and removed', async (t) => {
  const page = (values: Record<string, string>) => parsed(StepPage({ visit: { signedIn: false, formToken: 'x' }, slug: 'personnes', places: placesWith('CHU'), values }));
  const more = typedOn('personnes', { ...aminaWrites, more: 'yes' });
  t.equal(more['others-shown'], '3');
  t.equal(more['others.1.name'], 'Dr Bloch', 'blank blocks come last');
  t.equal(typedOn('personnes', { ...aminaWrites, remove: '0' })['others.0.name'], 'Dr Bloch');

  const full = await page({ ...more, 'others-shown': String(mostOthers) });
  t.notOk(full.querySelector('button[name=more]'));
  t.ok(full.getElementById(`personne-${mostOthers}`));
});

t.test('a team is asked for in prevention alone; a return says that no reason is wanted', async (t) => {
  const step = (slug: Slug, purpose: string) => parsed(StepPage({ visit: { signedIn: false, formToken: 'x' }, slug, places: placesWith('CHU'), values: { purpose } }));
  t.ok((await step('personnes', 'prevention')).getElementById('others.0.kind'));
  t.notOk((await step('personnes', 'dispute')).getElementById('others.0.kind'));
  t.match((await step('situation', 'return')).textContent, /motif de votre absence/);
  t.equal(readFilingForm({ ...answers, 'others.0.kind': 'team' }).filing.others[0]?.kind, undefined);
  t.equal(readFilingForm({ ...answers, purpose: 'prevention', 'others.0.kind': 'team' }).filing.others[0]?.kind, 'team');
});

t.test('a placement, a faculty or a school counts where the profession calls for it', async (t) => {
  const given = { ...answers, 'author.placement': ch, 'author.faculty': chu, 'author.school': chu };
  t.match(readFilingForm({ ...given, 'author.profession': 'intern' }).filing.author, { placement: ch, faculty: chu });
  t.match(readFilingForm({ ...given, 'author.profession': 'paramedical-student' }).filing.author, { placement: ch, school: chu });
  t.strictSame(Object.keys(readFilingForm(given).filing.author).filter((key) => ['placement', 'faculty', 'school'].includes(key)), [], 'a nurse has none');
});

t.test('three questions advise, and never reject', async (t) => {
  const on = '2026-03-02';
  const staff = { position: 'staff', localAttempt: 'tried', proceeding: 'none' } as const;
  t.match(orient(staff, null, on), { to: 'mediation', because: 'tried', tellsCourt: false });
  t.match(orient({ ...staff, proceeding: 'court' }, null, on), { to: 'mediation', tellsCourt: true });
  t.match(orient({ ...staff, localAttempt: 'not-tried' }, 'own', on), { to: 'local-first', isUnderWay: false });
  t.match(orient({ ...staff, localAttempt: 'not-tried' }, null, on), { to: 'local-first' });
  t.match(orient({ ...staff, localAttempt: 'not-tried' }, 'none', on), { to: 'mediation', because: 'none-declared' });
  t.match(orient({ ...staff, localAttempt: 'under-way' }, 'shared', on), { to: 'local-first', isUnderWay: true });
  t.match(orient({ ...staff, proceeding: 'disciplinary' }, null, on), { to: 'other-body', which: 'disciplinary-procedure' });
  t.match(orient({ ...staff, proceeding: 'rights-defender' }, null, on), { to: 'other-body', which: 'rights-defender' });
  t.match(orient({ ...staff, position: 'student' }, null, on), { to: 'mediation' });
  for (const [position, which] of [['private', 'private-employer-routes'], ['self-employed', 'ambulatory-routes'], ['patient-or-family', 'users-commission']] as const) t.match(orient({ ...staff, position }, null, on), { to: 'other-body', which });
});

t.test('only a button sends a step: Enter finds a disabled one first; on the check page the boxes are unticked', async (t) => {
  const step = await parsed(StepPage({ visit: { signedIn: false, formToken: 'x' }, slug: 'vous', places: placesWith('CHU') }));
  const root = await parsed(CheckPage({ visit: { signedIn: false, formToken: 'x' }, summary: [], preview: 'incomplete', names: [] }));

  for (const page of [step, root]) t.ok(page.querySelector('main form button[type=submit]')?.hasAttribute('disabled'));
  t.strictSame(root.querySelectorAll('input[checked]').map((each) => each.id), ['credentials.shared'], 'but for the computer, supposed shared');
  t.equal(root.querySelectorAll('form button').at(-1)?.textContent, 'Déposer ma demande');
});

t.test('someone signed in files without making an account', async (t) => {
  const root = await parsed(CheckPage({ visit: { signedIn: true, formToken: 'x' }, summary: [], preview: 'unavailable', names: [] }));

  t.equal(root.querySelectorAll('input[type=password]').length, 0);
  t.notOk(root.getElementById('credentials.address'));
});

t.test('the receipt shows the recovery code only when there is one', async (t) => {
  const receipt = { reference: 'R-7K3M', receivedAt: tenPast3.toISOString(), acknowledgedBy: '2026-03-09', noticesFrom: '2026-03-05', withdrawableUntil: '2026-03-04', proposalBy: null, zone, case: chu, digest: 'a'.repeat(64), filed: '{}' };
  const visit = { signedIn: true, formToken: 'x' };
  const without = await parsed(ReceiptPage({ visit, receipt }));
  const withCode = await parsed(ReceiptPage({ visit, receipt: { ...receipt, recoveryCode: 'K7QF-9M2X' } }));

  t.notOk(without.getElementById('code-de-secours'));
  t.match(withCode.textContent, 'K7QF-9M2X');
  t.match(withCode.textContent, '1er\u00a0mars\u00a02026 à 3\u00a0h\u00a010');
  t.match(withCode.textContent, 'au plus tard le 9\u00a0mars\u00a02026');
});

t.test('assets come from a list, are kept for a year, and borrow no one’s identity', async (t) => {
  const app = fastify();
  serveAssets(app);
  t.teardown(() => app.close());
  const patterns = await app.inject(assetPath('patterns.css'));

  t.equal(patterns.statusCode, 200);
  t.match(patterns.headers['cache-control'], /immutable/);
  t.notMatch(patterns.body, /GDS|crest|@font-face|url\(|@import/);
  t.match(patterns.body, /\.govuk-button\{/);
  for (const encoding of ['br', 'gzip']) {
    const packed = await app.inject({ url: assetPath('patterns.css'), headers: { 'accept-encoding': encoding } });
    t.equal(packed.headers['content-encoding'], encoding);
    t.ok(packed.rawPayload.length < patterns.rawPayload.length / 5);
  }
  for (const name of ['entente.css', 'entente.svg'] as const) t.equal((await app.inject(assetPath(name))).statusCode, 200, name);
  t.equal((await app.inject('/assets/older/entente.css')).headers['cache-control'], 'no-cache');
  for (const path of ['/assets/x/fr.ts', '/assets/x/..%2f..%2fpackage.json', '/assets/x/__proto__']) {
    t.equal((await app.inject(path)).statusCode, 404, path);
  }
});

t.test('text stands out from its ground, in light and in dark', async (t) => {
  const css = readFileSync(join(projectRoot, 'server/web/assets/entente.css'), 'utf8');
  const [light = '', dark = ''] = css.match(/:root \{[^}]*\}/g) ?? [];
  const pairs = [
    ['--govuk-text-colour', '--govuk-body-background-colour'],
    ['--govuk-text-colour', '--govuk-surface-background-colour'],
    ['--govuk-text-colour', '--entente-quiet'],
    ['--govuk-text-colour', '--entente-urgency'],
    ['--govuk-secondary-text-colour', '--govuk-body-background-colour'],
    ['--govuk-error-colour', '--govuk-body-background-colour'],
    ['--govuk-link-colour', '--govuk-surface-background-colour'],
    ['--govuk-link-visited-colour', '--govuk-body-background-colour'],
    ['--govuk-focus-text-colour', '--govuk-focus-colour'],
    ['--govuk-inverse-text-colour', '--govuk-success-colour'],
    ['--govuk-inverse-text-colour', '--govuk-error-colour'],
    ['--entente-action-text', '--entente-action'],
    ['--entente-header-text', '--entente-header'],
    ['--entente-late-text', '--entente-late'],
  ] as const;
  for (const [theme, rules] of [['light', light], ['dark', light + dark]] as const) {
    for (const [text, ground] of pairs) t.ok(contrast(colour(rules, text), colour(rules, ground)) >= 4.5, `${theme}: ${text} on ${ground}`);
  }
});

/** Every sentence under `words`, functions being given a figure. */
function wordsIn(words: unknown, path: string): [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') return [[path, String(words('3', '3'))]];

  return Object.entries(words as object).flatMap(([key, value]) => wordsIn(value, `${path}.${key}`));
}

function inDocumentOrder(root: HTMLElement, ids: readonly string[]): string[] {
  return root.querySelectorAll('[id]').map((element) => element.id).filter((id) => ids.includes(id));
}

/** What a browser would send of a form, as HTML's form submission says. */
function successfulControls(root: HTMLElement): Record<string, string> {
  const controls = root.querySelectorAll('main form input,main form select,main form textarea').filter((control) => {
    const type = control.getAttribute('type');

    return (type !== 'radio' && type !== 'checkbox') || control.hasAttribute('checked');
  });

  return Object.fromEntries(controls.map((control) => [control.getAttribute('name') ?? '', typedIn(control)]));
}

function typedIn(control: HTMLElement): string {
  if (control.tagName === 'TEXTAREA') return control.textContent.replace(/^\n/, '').replaceAll('\n', '\r\n');
  if (control.tagName === 'SELECT') return control.querySelector('option[selected]')?.getAttribute('value') ?? '';

  return control.getAttribute('value') ?? '';
}

function colour(rules: string, property: string): string {
  return [...rules.matchAll(new RegExp(`${property}: (#[0-9a-f]{6});`, 'g'))].at(-1)?.[1] ?? '';
}

/** WCAG 2.1, contrast ratio of two colours `#rrggbb`. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);

  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;

    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });

  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
