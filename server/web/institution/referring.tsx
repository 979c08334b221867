import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../../instance.ts';
import { previewReferral } from '../../mediation/preview-referral.ts';
import { proposeReferral } from '../../mediation/propose-referral.ts';
import { referInstitutionally } from '../../mediation/refer-institutionally.ts';
import { problems } from '../../problem-codes.ts';
import { Problem } from '../../problems.ts';
import type { FieldError, Values } from '../components/field.tsx';
import type { FormBody } from '../forms/form-body.ts';
import { placesOf } from '../forms/places.ts';
import { readReferralForm, referralValues, untickedBoxes } from '../forms/referral-form.ts';
import { firstSignatureHref, referHref } from '../pages/institution/addresses.ts';
import { ReferralCheckPage } from '../pages/institution/check.tsx';
import { ProposedPage, SentPage } from '../pages/institution/receipts.tsx';
import { ReferralFormPage } from '../pages/institution/referral-form.tsx';
import { show, type Site } from '../site.ts';
import { fr } from '../words/fr.ts';
import { capacitiesHeld } from './held.ts';

const words = fr.institution.form;

type Posted = FastifyRequest<{ Body: FormBody }>;
type Shown = { values?: Values; errors?: readonly FieldError[]; refused?: string; status?: number };

/** Referring: one page of questions, one that checks and says who signs, one receipt. The first of two signatures has its own address. */
export function referring(app: App, site: Site): void {
  const own = (act: string) => ({ config: { policy: { act, who: 'session' } }, schema: { hide: true } }) as const;

  app.get(referHref, own('refer-institutionally'), (request, reply) => showForm(site, request, reply));
  app.post<{ Body: FormBody }>(referHref, own('refer-institutionally'), (request, reply) => receive(site, request, reply, 'alone'));
  app.post<{ Body: FormBody }>(firstSignatureHref, own('propose-referral'), (request, reply) => receive(site, request, reply, 'jointly'));
}

/** @throws Problem `not-found` for whoever holds no such function */
async function heldBy({ core }: Site, { session }: FastifyRequest) {
  const held = await capacitiesHeld(core, session);
  if (held.length === 0) throw new Problem('not-found');

  return held;
}

async function showForm(site: Site, request: FastifyRequest, reply: FastifyReply, { values = referralValues({}), errors = [], refused, status = 200 }: Shown = {}) {
  const held = await heldBy(site, request);
  const visit = await site.desk(request, reply);
  const told = refused ? { ...visit, alert: { kind: 'error' as const, text: refused } } : visit;

  return show(reply, await (<ReferralFormPage visit={told} held={held} places={await placesOf(site.core)} values={values} errors={errors} />), status);
}

async function receive(site: Site, request: Posted, reply: FastifyReply, hands: 'alone' | 'jointly') {
  const { body, session } = request;
  const { core } = site;
  const held = await heldBy(site, request);
  const values = referralValues(body);
  if (!site.isFresh(request, body)) return showForm(site, request, reply, { values, refused: fr.deeds.expired, status: 422 });
  if ('change' in body || 'more' in body || 'remove' in body) return showForm(site, request, reply, { values });
  const { referral, errors } = readReferralForm(body, held);
  if (!referral) return showForm(site, request, reply, { values, errors, status: 422 });

  try {
    const second = await previewReferral(core, session, referral);
    const isAsChecked = 'confirmed' in body && (second !== undefined) === (hands === 'jointly');
    const unticked = isAsChecked ? untickedBoxes(body) : [];
    if (!isAsChecked || unticked.length > 0) {
      const capacityName = held.find(({ capacity, place }) => capacity === referral.capacity && place === referral.place)?.name ?? '';
      const page = <ReferralCheckPage visit={await site.desk(request, reply)} places={await placesOf(core)} capacityName={capacityName} referral={referral} second={second} values={values} ticked={tickedIn(body)} errors={unticked} />;

      return show(reply, await page, unticked.length > 0 ? 422 : 200);
    }
    await site.useOnce(body);
    const done = second
      ? <ProposedPage visit={await site.desk(request, reply)} proposed={await proposeReferral(core, session, referral)} second={second} at={core.clock()} />
      : <SentPage visit={await site.desk(request, reply)} sent={await referInstitutionally(core, session, referral)} />;

    return show(reply, await done, 201);
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 404 || error.status >= 500 || error.code === 'signed-out') throw error;
    const { title, detail } = problems[error.code];

    return showForm(site, request, reply, { values, refused: words.refusals[error.code] ?? `${title}. ${detail}`, status: error.status });
  }
}

function tickedIn(body: FormBody): Values {
  return Object.fromEntries(['consents.informedOfNotices', 'consents.accurate'].flatMap((name) => (body[name] === 'yes' ? [[name, 'yes']] : [])));
}
