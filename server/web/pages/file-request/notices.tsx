import type { NoticePreview, Preview, PreviewReason, Reader } from '../../../mediation/preview-notices.ts';
import { Details, Inset, Notice } from '../../components/messages.tsx';
import { BulletList, Heading, Letter, Link, Paragraph, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { namesInWords } from '../../words/names.ts';

/** Why there is no preview: an answer is missing, or nobody receives requests there. */
export type NoPreview = 'incomplete' | 'unavailable';

/** Who is told that a request exists (D art. 6), why, in which words, and until when one may withdraw unseen. */
export function NoticesPart({ preview, names }: { preview: Preview | NoPreview; names: readonly string[] }): JSX.Element {
  const words = fr.filing.notices;

  return (
    <Section id="prevenus" heading={words.heading}>
      <Paragraph text={words.rule} />
      {typeof preview === 'string' ? <Inset text={words[preview]} /> : <Recipients preview={preview} names={names} />}
      <Paragraph text={words.others} />
      {typeof preview === 'string' ? null : <Readers readers={preview.readers} />}
    </Section>
  );
}

function Readers({ readers }: { readers: readonly Reader[] }): JSX.Element {
  const words = fr.filing.notices;
  const namesakes = readers.filter(({ party }) => party !== null);

  return (
    <>
      <Heading level={3} text={words.readersHeading} />
      <Paragraph text={words.readers(namesInWords(readers.map(({ name }) => name)))} />
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
      <Notice>
        <Paragraph text={words.leaves(inWords(preview.leavesFrom), inWords(preview.leavesBy))} />
        <Paragraph text={words.reflection(inWords(preview.withdrawableUntil))} />
      </Notice>
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

function inWords(day: string): string {
  return dateInWords(new Date(`${day}T12:00:00Z`), 'UTC');
}
