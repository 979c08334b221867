import { parse, type HTMLElement } from 'node-html-parser';
import t from 'tap';
import { browser, said, type Browser } from './browser.ts';
import { documentsOf, form, formType, inMediation, scene } from './documents-cast.ts';
import { flawsOf } from './sound-page.ts';

const now = await scene(t);
const { house, town: { claire, omar } } = now;
const { id, helene } = await inMediation(now);
const at = (below = '') => `/dossiers/${id}${below === '' ? '' : `/${below}`}`;
const [amina, roussel, mediator, delegate] = [browser(house, now.amina), browser(house, now.roussel), browser(house, claire), browser(house, helene)];
const seen: [string, string][] = [];
const planning = { name: 'planning.pdf', content: Buffer.from('%PDF-1.7 Nuits d’avril') };

async function look(who: Browser, url: string): Promise<HTMLElement> {
  const answer = await who.look(url);
  t.equal(answer.statusCode, 200, url);
  seen.push([url, answer.body]);

  return parse(answer.body);
}

async function counts() {
  const [row] = await house.superuser`select (select count(*)::int from document) as documents, (select count(*)::int from document_chunk) as chunks, (select count(*)::int from upload) as uploads`;

  return row;
}

t.test('A party adds a document, and no other party knows that it exists', async (t) => {
  const page = await look(amina, at('documents'));
  t.match(said(page), /Aucun document que vous puissiez lire/);
  t.match(said(page), /20 Mo au plus/, 'the size is said before');
  t.match(page.querySelector('input[type=file]')?.getAttribute('aria-describedby'), /file-hint/);
  t.ok(page.querySelector('nav a[href$="/documents"]'), 'a tab of its own');

  const added = await amina.upload(at('documents'), page, { title: 'Le tableau d’avril', visibility: 'mediators', class: 'pre_existing_or_technical' }, planning);
  t.match([added.statusCode, added.headers.location], [303, at('documents')]);
  const after = await look(amina, at('documents'));
  t.match(said(after), /Le document est ajouté/);
  t.match(said(after), /Le tableau d’avril \(PDF, 24\s?octets\) Déposé par vous le/);
  t.match(said(after), /Lu par vous et par les médiateurs du dossier.*Pièce antérieure ou technique/);
  const [listed] = await documentsOf(now.amina, id);
  const file = await amina.look(at(`documents/${listed?.document}`));
  t.equal(file.body, planning.content.toString());

  t.notMatch((await roussel.look(at('documents'))).body, /tableau d’avril/);
  t.equal((await roussel.look(at(`documents/${listed?.document}`))).statusCode, 404);
  t.match(said(await look(mediator, at('documents'))), /Le tableau d’avril .*Déposé par la partie 1/);
  t.equal((await browser(house, omar).look(at('documents'))).statusCode, 404, 'the secretary reads no document, and has no such tab');
});

t.test('What is missing is told at its field, and what was typed stays', async (t) => {
  const before = await counts();
  const page = await amina.page(at('documents'));
  const without = await amina.upload(at('documents'), page, { title: 'Sans fichier' }, { name: '', content: Buffer.alloc(0) });
  seen.push(['without', without.body]);
  t.equal(without.statusCode, 422);
  const told = parse(without.body);
  t.equal(told.querySelector('.govuk-error-summary a')?.getAttribute('href'), '#file');
  t.match(told.querySelector('#file')?.getAttribute('aria-describedby'), /file-error/);
  t.equal(told.querySelector('#title')?.getAttribute('value'), 'Sans fichier');
  const untitled = await amina.upload(at('documents'), told, { title: ' ' }, planning);
  t.equal(parse(untitled.body).querySelector('.govuk-error-summary a')?.getAttribute('href'), '#title');
  const stale = await amina.upload(at('documents'), told, { title: 'x', 'form-token': 'vieux' }, planning);
  t.match([stale.statusCode, said(parse(stale.body))], [422, /ouverte depuis trop longtemps/]);
  const elsewhere = await amina.upload(at('documents'), told, { title: 'x', place: 'cave' }, planning);
  t.equal(elsewhere.statusCode, 422);
  t.strictSame(await counts(), before);
});

t.test('An upload that is too large or interrupted keeps nothing, and says so', async (t) => {
  const before = await counts();
  const page = await amina.page(at('documents'));
  const large = await amina.upload(at('documents'), page, { title: 'Trop grand' }, { name: 'grand.pdf', content: Buffer.alloc(21 * 1024 * 1024, 1) });
  seen.push(['large', large.body]);
  t.equal(large.statusCode, 413);
  t.match(parse(large.body).querySelector('#file-error')?.textContent, /Document trop volumineux.*Rien n’a été gardé/);

  const fresh = parse(large.body);
  const token = fresh.querySelector('form[enctype] input[name=form-token]')?.getAttribute('value') ?? '';
  const whole = form({ 'form-token': token, title: 'Coupé' }, { name: 'coupe.pdf', content: Buffer.alloc(400_000, 2) });
  const cut = await house.app.inject({ method: 'POST', url: at('documents'), headers: { cookie: [...amina.cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'content-type': formType, 'sec-fetch-site': 'same-origin' }, payload: whole.subarray(0, 300_000) });
  t.equal(cut.statusCode, 400);
  t.match(said(parse(cut.body)), /Envoi interrompu.*rien n’a été gardé/);
  t.strictSame(await counts(), before);
});

t.test('Whoever runs the case says where; a copy is shared if its author lets it be', async (t) => {
  const page = await look(delegate, at('documents'));
  t.strictSame(page.querySelectorAll('input[name=place]').map((one) => one.getAttribute('value')?.split(':')[0]), ['room', 'letters', 'letters', 'letters', 'workspace', 'agreement']);
  t.match(said(page), /Amina Benali.*Sylvie Roussel.*Étienne Bloch/s, 'by name: a file must not go to the other side');
  t.equal((await delegate.upload(at('documents'), page, { title: 'Ordre du jour', place: 'room' }, planning)).statusCode, 303);
  t.match(said(await look(roussel, at('documents'))), /Ordre du jour .*Lu par toutes les parties et par les médiateurs désignés/);

  const shareable = await amina.upload(at('documents'), await amina.page(at('documents')), { title: 'À montrer', visibility: 'shareable' }, planning);
  t.equal(shareable.statusCode, 303);
  const offered = (await look(delegate, at('documents'))).querySelectorAll('a').filter((link) => link.getAttribute('href')?.includes('partager-document'));
  t.equal(offered.length, 1, 'only the one that may be shown');
  t.match(offered[0]?.textContent, /À montrer/);
  const url = offered[0]?.getAttribute('href') ?? '';
  const choosing = await look(delegate, url);
  t.ok(choosing.querySelector('input[name=document][checked]'), 'the document one came from is chosen');
  const done = await delegate.fill(at('partager-document'), { document: choosing.querySelector('input[name=document][checked]')?.getAttribute('value') ?? '' });
  t.equal(done.status, 200);
  t.match(said(done.page), /La copie est partagée avec toutes les parties/);
  t.match(said(await look(roussel, at('documents'))), /À montrer .*Copie, partagée le .*d’un document de la partie 1/);
  t.equal((await roussel.look(at('partager-document'))).statusCode, 404, 'who has nothing to share has no such page');
});

t.test('A party sees who has looked by role, and takes the whole file away', async (t) => {
  const readings = await look(amina, at('consultations'));
  t.match(said(readings), /la médiatrice ou le médiateur en charge .*votre demande et vos documents/);
  t.notMatch(said(readings), /Claire/, 'never by name');
  t.equal((await mediator.look(at('consultations'))).statusCode, 404);
  t.equal((await amina.look(`${at('consultations')}?page=0`)).statusCode, 200);
  t.match(said(await look(amina, `${at('consultations')}?page=9`)), /Personne n’a encore ouvert|Consultations/);

  const page = await look(amina, at('documents'));
  for (const format of ['html', 'json']) {
    t.ok(page.querySelector(`a[href="${at(`export.${format}`)}"]`));
    t.match((await amina.look(at(`export.${format}`))).headers['content-disposition'], /attachment/);
  }
  t.ok(page.querySelector(`a[href="/demande/recu/${id}"]`));
  t.ok((await look(amina, `/demande/recu/${id}`)).querySelector(`a[href="${at('documents')}"]`), 'the receipt leads to the documents');
  t.notOk((await look(roussel, at('documents'))).querySelector(`a[href="/demande/recu/${id}"]`), 'who did not ask has no receipt');
});

t.test('Every page seen is sound', async (t) => {
  for (const [url, html] of seen) t.strictSame(flawsOf(html), [], url);
});
