import type { NoticePreview, Preview, PreviewReason, Reader } from '../../../mediation/preview-notices.ts';
import { Details, Inset, Notice } from '../../components/messages.tsx';
import { BulletList, Heading, Letter, Link, Paragraph, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { dayInWords } from '../../words/due.ts';
import { namesInWords } from '../../words/names.ts';

/** Why there is no preview: an answer is missing, or nobody receives requests there. */
export type NoPreview = 'incomplete' | 'unavailable';

/** Who is told that a request exists (D art. 6), why, in which words, and until when one may withdraw unseen. */
export function NoticesPart({ isSignal, preview, names }: { isSignal: boolean; preview: Preview | NoPreview; names: readonly string[] }): JSX.Element {
  const words = fr.filing.notices;
  if (isSignal) return <SignalPart preview={preview} />;

  return (
    <Section id="prevenus" heading={words.heading}>
      <Paragraph text={words.rule} />
      {typeof preview === 'string' ? <Inset text={words[preview]} /> : <Recipients preview={preview} names={names} />}
      <Paragraph text={words.others} />
      {typeof preview === 'string' ? null : <Readers readers={preview.readers} said={words.readers} />}
    </Section>
  );
}

/** Of a signal nobody is told. */
function SignalPart({ preview }: { preview: Preview | NoPreview }): JSX.Element {
  const words = fr.filing.signal;

  return (
    <Section id="prevenus" heading={fr.filing.notices.heading}>
      <Paragraph text={words.rule} />
      {preview === 'unavailable' ? <Inset text={words.unavailable} /> : null}
      {typeof preview === 'string' ? null : <Readers readers={preview.readers} said={words.readers} />}
    </Section>
  );
}

function Readers({ readers, said }: { readers: readonly Reader[]; said: (names: string) => string }): JSX.Element {
  const words = fr.filing.notices;
  const namesakes = readers.filter(({ party }) => party !== null);

  return (
    <>
      <Heading level={3} text={words.readersHeading} />
      <Paragraph text={said(namesInWords(readers.map(({ name }) => name)))} />
      {namesakes.map(({ name, party }) => (
        <Notice>
          <Paragraph text={party === 0 ? words.readerIsYou : words.readerNamed(name)}>
            <Link href="/parler" text={words.talk} />
          </Paragraph>
        </Notice>
      ))}
    </>
  );
}

function Recipients({ preview, names }: { preview: Preview; names: readonly string[] }): JSX.Element {
  const words = fr.filing.notices;
  const { notices, vacant } = preview;
  const sought = vacant.map((one) => `${words.at(words.functions[one.function], one.establishment ?? '')}, ${reasonOf(one.because, names)}`);

  return (
    <>
      {notices.map((one) => (
        <Recipient notice={one} names={names} />
      ))}
      {sought.length > 0 ? (
        <>
          <Paragraph text={words.vacant} />
          <BulletList items={[...new Set(sought)]} />
        </>
      ) : null}
      {preview.withdrawableUntil && preview.leavesFrom && preview.leavesBy ? (
        <Notice>
          <Paragraph text={words.leaves(dayInWords(preview.leavesFrom), dayInWords(preview.leavesBy))} />
          <Paragraph text={words.reflection(dayInWords(preview.withdrawableUntil))} />
        </Notice>
      ) : null}
    </>
  );
}

function Recipient({ notice, names }: { notice: NoticePreview; names: readonly string[] }): JSX.Element {
  const words = fr.filing.notices;

  return (
    <>
      <Heading level={3} text={words.at(words.functions[notice.function], notice.establishment)} />
      <BulletList items={[...new Set(notice.because.map((reason) => reasonOf(reason, names)))]} />
      {notice.state === 'held' ? <Inset text={words.held} /> : null}
      <Details summary={words.letter}>
        <Letter text={notice.letter} />
      </Details>
    </>
  );
}

function reasonOf({ code, party }: PreviewReason, names: readonly string[]): string {
  const { you, other } = fr.filing.notices.because;

  return party === 0 ? you[code] : other[code](names[party] ?? '');
}
