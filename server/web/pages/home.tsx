import { Doors } from '../components/doors.tsx';
import { Notice } from '../components/messages.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { BulletList, Heading, Paragraph, Section } from '../components/text.tsx';
import { fr } from '../words/fr.ts';
import { DraftNotice } from './file-request/start.tsx';

/** What mediation is, what filing sets off, and two doors of equal size; above all, the draft of this browser if it has one. */
export function HomePage({ visit, savedAt }: { visit: Visit; savedAt?: Date | undefined }): JSX.Element {
  const words = fr.home;
  const doors = [
    { href: '/parler', title: words.talk, text: words.talkText },
    { href: '/demande', title: words.file, text: words.fileText },
  ];

  return (
    <Page title={words.title} visit={visit} current="home">
      <Heading level={1} text={words.heading} />
      {savedAt ? <DraftNotice visit={visit} savedAt={savedAt} /> : null}
      <Paragraph text={words.what} />
      <Paragraph text={words.whatNot} />
      <Paragraph text={words.readers} />
      <Notice>
        <Paragraph text={words.rule} />
        <Paragraph text={words.phone} />
      </Notice>
      <Doors label={words.doors} doors={doors} />
      <Section id="avant" heading={words.before}>
        <BulletList items={words.beforeItems} />
      </Section>
      <Section id="qui" heading={words.covered}>
        <Paragraph text={words.coveredText} />
        <Paragraph text={words.notCovered} />
      </Section>
    </Page>
  );
}
