import type { Scan } from '../mediation/scan.ts';
import { Checkboxes } from './components/checkboxes.tsx';
import { DateInput } from './components/date-input.tsx';
import { ErrorMessage } from './components/error-message.tsx';
import { errorId, fieldsOf, type FieldError, FormGroup, type Values } from './components/field.tsx';
import { FileInput } from './components/file-input.tsx';
import { HiddenField } from './components/form.tsx';
import { TextInput } from './components/input.tsx';
import { PassphraseInput } from './components/passphrase-input.tsx';
import { type Option, Radios, YesOrNo } from './components/radios.tsx';
import { Select, type SelectOption } from './components/select.tsx';
import { Textarea } from './components/textarea.tsx';
import { dateOf, type FormBody, textOf, yesOrNo } from './forms/form-body.ts';
import { readScan, scanTypes } from './scan-file.ts';
import { fr } from './words/fr.ts';
import { dateInWords } from './words/moments.ts';

/** One question of a deed's form: how it is drawn, read, and recalled on the page that checks the answers. */
export type Ask<V> = {
  label: string;
  draw(name: string, values: Values, errors: readonly FieldError[]): JSX.Element;
  read(name: string, values: Values): { value: V } | { error: string };
  recall(value: V): string;
  /** Typed on the last page only, and never written back. */
  isSecret?: true;
  /** Carried by the form without being asked, hence not recalled. */
  isCarried?: true;
  /** An earlier answer brings it: asked on a page of its own, without reproach for not having been answered. */
  isLater?: true;
};
export type Asks = Readonly<Record<string, Ask<unknown>>>;
export type Answers<F> = { -readonly [Name in keyof F]: F[Name] extends Ask<infer V> ? V : never };

type Words = { label: string; hint?: string };

/** A text of one or many lines, of `limit` characters at most. */
export function longText({ label, hint, limit, rows }: Words & { limit: number; rows?: number }): Ask<string> {
  return {
    label,
    draw: (name, values, errors) => <Textarea field={fieldsOf(values, errors)(name)} label={label} hint={hint} limit={limit} rows={rows} />,
    read: (name, values) => bounded(label, values[name] ?? '', limit),
    recall: (value) => value,
  };
}

/** The same where it may stay empty. */
export function optionalText(words: Words & { limit: number; rows?: number }): Ask<string | undefined> {
  return optional(longText({ ...words, label: fr.deeds.optional(words.label) }));
}

export function line({ label, hint, limit = 200 }: Words & { limit?: number }): Ask<string> {
  return {
    label,
    draw: (name, values, errors) => <TextInput field={fieldsOf(values, errors)(name)} label={label} hint={hint} />,
    read: (name, values) => bounded(label, (values[name] ?? '').trim(), limit),
    recall: (value) => value,
  };
}

/** One of a closed list. */
export function choice<const V extends string>({ label, hint, options }: Words & { options: readonly (Option & { value: V })[] }): Ask<V> {
  return {
    label,
    draw: (name, values, errors) => <Radios field={fieldsOf(values, errors)(name)} legend={label} hint={hint} options={options} />,
    read: (name, values) => {
      const chosen = options.find(({ value }) => value === values[name]);

      return chosen ? { value: chosen.value } : { error: fr.deeds.chooseOne(label) };
    },
    recall: (value) => options.find((option) => option.value === value)?.label ?? '',
  };
}

/** One of a list too long for radio buttons. */
export function place({ label, hint, options }: Words & { options: readonly SelectOption[] }): Ask<string> {
  return {
    label,
    draw: (name, values, errors) => <Select field={fieldsOf(values, errors)(name)} label={label} {...(hint && { hint })} groups={[{ label, options }]} />,
    read: (name, values) => (options.some(({ value }) => value === values[name]) ? { value: values[name] ?? '' } : { error: fr.deeds.chooseOne(label) }),
    recall: (value) => options.find((option) => option.value === value)?.label ?? '',
  };
}

/** From `least` to `most` of a list; each is a box of its own, named `<name>.<value>`. */
export function several<const V extends string>({ label, hint, options, least = 1, most = options.length }: Words & { options: readonly (Option & { value: V })[]; least?: number; most?: number }): Ask<V[]> {
  const chosen = (name: string, values: Values) => options.filter(({ value }) => values[`${name}.${value}`] === 'yes');

  return {
    label,
    draw: (name, values, errors) => {
      const error = errors.find(({ field }) => field === name)?.message;

      return (
        <FormGroup error={error}>
          <div id={name}>
            {error ? <ErrorMessage id={errorId(name)} text={error} /> : null}
            <Checkboxes legend={label} hint={hint} items={options.map((option) => ({ field: { name: `${name}.${option.value}`, value: values[`${name}.${option.value}`] ?? '' }, label: option.label, ...(option.hint && { hint: option.hint }) }))} />
          </div>
        </FormGroup>
      );
    },
    read: (name, values) => {
      const found = chosen(name, values).map(({ value }) => value);

      return found.length >= least && found.length <= most ? { value: found } : { error: fr.deeds.chooseSeveral(label, String(least), String(most)) };
    },
    recall: (value) => options.filter((option) => value.includes(option.value)).map((option) => option.label).join(', '),
  };
}

export function yesNo({ label, hint }: Words): Ask<boolean> {
  return {
    label,
    draw: (name, values, errors) => <YesOrNo field={fieldsOf(values, errors)(name)} legend={label} hint={hint} />,
    read: (name, values) => {
      const answer = yesOrNo(values[name] ?? '');

      return answer === undefined ? { error: fr.deeds.chooseOne(label) } : { value: answer };
    },
    recall: (value) => (value ? fr.components.yes : fr.components.no),
  };
}

/** A box that must be ticked: what is read and accepted. */
export function agreement({ label, legend, hint }: Words & { legend: string }): Ask<true> {
  return {
    label: legend,
    draw: (name, values, errors) => <Checkboxes legend={legend} items={[{ field: fieldsOf(values, errors)(name), label, ...(hint && { hint }) }]} />,
    read: (name, values) => (values[name] === 'yes' ? { value: true } : { error: fr.deeds.tick }),
    recall: () => label,
  };
}

/** A local day, YYYY-MM-DD. */
export function localDay({ label, hint }: Words): Ask<string> {
  return {
    label,
    draw: (name, values, errors) => {
      const field = fieldsOf(values, errors);

      return <DateInput field={field(name)} parts={{ day: field(`${name}.day`), month: field(`${name}.month`), year: field(`${name}.year`) }} legend={label} hint={hint} />;
    },
    read: (name, values) => {
      const day = dateOf(values, name);

      return day ? { value: day } : { error: fr.deeds.giveDay(label) };
    },
    recall: (value) => dateInWords(new Date(`${value}T12:00:00Z`), 'UTC'),
  };
}

/** The passphrase, behind which an identity key signs. */
export function secret(): Ask<string> {
  const label = fr.deeds.passphrase;

  return {
    label,
    isSecret: true,
    draw: (name, values, errors) => <PassphraseInput field={fieldsOf(values, errors)(name)} label={label} hint={fr.deeds.passphraseWhy} use="current" />,
    read: (name, values) => ((values[name] ?? '') === '' ? { error: fr.deeds.givePassphrase } : { value: values[name] ?? '' }),
    recall: () => '',
  };
}

/** A paper as it was scanned: asked on the last page, since a browser keeps no file from one page to the next. */
export function scannedPaper(): Ask<Scan> {
  const words = fr.paper.scan;

  return {
    label: words.label,
    isSecret: true,
    draw: (name, _, errors) => <FileInput field={fieldsOf({}, errors)(name)} label={words.label} hint={words.hint} accept={scanTypes.join(',')} />,
    read: (name, values) => readScan(values[name] ?? ''),
    recall: () => '',
  };
}

/** Which version of a text the page shows, so that nobody agrees to another one than they have read. */
export function asShown(version: string): Ask<string> {
  return {
    label: '',
    isCarried: true,
    draw: (name) => <HiddenField name={name} value={version} />,
    read: (name, values) => ({ value: values[name] ?? '' }),
    recall: () => '',
  };
}

/** Makes an answer one may leave out; `undefined` then. */
export function optional<V>(ask: Ask<V>): Ask<V | undefined> {
  return {
    ...ask,
    read: (name, values) => (Object.entries(values).every(([field, value]) => !(field === name || field.startsWith(`${name}.`)) || value.trim() === '') ? { value: undefined } : ask.read(name, values)),
    recall: (value) => (value === undefined ? fr.deeds.nothing : ask.recall(value)),
  };
}

/** A question that only an earlier answer brings: shown next, beside the answers given. */
export function later<V>(ask: Ask<V>): Ask<V> {
  return {
    ...ask,
    isLater: true,
    draw: (name, values, errors) => (
      <>
        <HiddenField name={askedField(name)} value="yes" />
        {ask.draw(name, values, errors) as 'safe'}
      </>
    ),
  };
}

/** Whether a form holds questions that were not on the page it came from. */
export function bringsMore(asks: Asks, values: Values): boolean {
  return Object.entries(asks).some(([name, { isLater }]) => isLater && values[askedField(name)] !== 'yes');
}

function askedField(name: string): string {
  return `${name}-asked`;
}

/** Everything typed, by field name, line breaks as `\n`. */
export function valuesOf(form: FormBody): Values {
  return Object.fromEntries(Object.keys(form).map((name) => [name, textOf(form, name)]));
}

/** Reads every answer asked for, or says which fields are wrong. */
export function readAnswers<F extends Asks>(asks: F, values: Values): { answers: Answers<F>; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const answers: Record<string, unknown> = {};
  for (const [name, ask] of Object.entries(asks)) {
    const read = ask.read(name, values);
    if ('error' in read) errors.push({ field: name, message: read.error });
    else answers[name] = read.value;
  }

  return { answers: answers as Answers<F>, errors };
}

function bounded(label: string, text: string, limit: number): { value: string } | { error: string } {
  const length = [...text].length;
  if (text.trim() === '') return { error: fr.deeds.write(label) };

  return length > limit ? { error: fr.deeds.shorten(String(length - limit)) } : { value: text };
}
