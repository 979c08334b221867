import { Value } from 'typebox/value';
import type { PaperRequest } from '../../mediation/enter-request.ts';
import { PaperTold } from '../../mediation/request-body.ts';
import type { FieldError, Values } from '../components/field.tsx';
import { faultsOfForm } from '../filing/faults.ts';
import { fr } from '../words/fr.ts';
import { readFilingForm, type FilingBody } from './file-request-form.ts';
import { otherValues, plainValues } from './filing-values.ts';
import { dateOf, dateParts, textOf, type FormBody } from './form-body.ts';

/** The answers as typed, as they read, and as they may be entered once nothing is wrong. The scan comes apart. */
export type PaperForm = { values: Values; filing: FilingBody; receivedOn: string; channel: PaperRequest['channel']; request: Omit<PaperRequest, 'scan'> | undefined; errors: readonly FieldError[] };

const groups = ['purpose', 'author.', 'account.', 'priorStep.', 'exclusions.', 'litigation.', 'accompanied'];
const received = ['channel', ...dateParts.map((part) => `receivedOn.${part}`)];
const toldByThePiece = ['account.whatHappened', 'account.expectations'];

/** What was typed, without what is nobody's field. */
export function paperValues(body: FormBody): Values {
  const own = received.map((name) => [name, textOf(body, name)] as const).filter(([, text]) => text !== '');

  return { ...plainValues(body, groups), ...otherValues(body), ...Object.fromEntries(own) };
}

/** The same questions as those of a request filed on line, and how and when it came. On paper, what is left out refers to the piece, and a question may stay open. */
export function readPaperForm(body: FormBody): PaperForm {
  const typed = paperValues(body);
  const channel = (['paper', 'telephone'] as const).find((one) => one === typed['channel']);
  const receivedOn = dateOf(typed, 'receivedOn');
  const values = channel === 'paper' ? { ...Object.fromEntries(toldByThePiece.map((name) => [name, fr.paper.request.asDictated])), ...typed } : typed;
  // Whoever asked told the secretary so, or wrote it: the two boxes are those of the page on line.
  const form = readFilingForm({ ...values, 'consents.informedOfNotices': 'yes', 'consents.accurate': 'yes' }, 'paper');
  const { filing } = form;
  const { tier: _, consents: __, credentials: ___, ...told } = filing;
  const errors = [
    ...(channel ? [] : [{ field: 'channel', message: fr.paper.request.channelWrong }]),
    ...(receivedOn ? [] : [{ field: 'receivedOn', message: fr.paper.request.whenWrong }]),
    ...faultsOfForm({ filing: told, wrong: form.wrong }, PaperTold).map(({ field, message }) => ({ field, message })),
  ];
  const base = { values, filing, receivedOn: receivedOn ?? '', channel: channel ?? 'paper', errors };
  if (errors.length > 0 || !Value.Check(PaperTold, told)) return { ...base, request: undefined };

  return { ...base, request: { ...told, channel: base.channel, receivedOn: base.receivedOn } };
}
