import { readers } from '../../../policies/access.ts';
import type { CompartmentKind } from '../../../policies/vocabulary.ts';
import type { listSettings } from '../../people/settings.ts';
import { Page, type Visit } from '../components/page.tsx';
import { Steps } from '../components/steps.tsx';
import { Table } from '../components/table.tsx';
import { BulletList, Heading, Link, Paragraph, Section } from '../components/text.tsx';
import { fr } from '../words/fr.ts';
import { RetentionTable } from './retention-table.tsx';

type Settings = Awaited<ReturnType<typeof listSettings>>;

const words = fr.legal;

export function LegalNoticePage({ visit }: { visit: Visit }): JSX.Element {
  return (
    <Page title={words.notice.title} visit={visit}>
      <Heading level={1} text={words.notice.title} />
      <BulletList items={words.notice.items} />
    </Page>
  );
}

/** What is kept, how long and why: the lengths are those in force, from the settings. */
export function PrivacyPage({ visit, settings }: { visit: Visit; settings: Settings }): JSX.Element {
  const { privacy } = words;

  return (
    <Page title={privacy.title} visit={visit} width="full">
      <Heading level={1} text={privacy.title} />
      <Paragraph text={privacy.intro} />
      <Paragraph text={privacy.directory} />
      <Section id="durees" heading={privacy.retention}>
        <RetentionTable settings={settings} />
      </Section>
      <Section id="droits" heading={privacy.rights}>
        <Paragraph text={privacy.rightsText} />
      </Section>
    </Page>
  );
}

/** The course of a request, and who reads what: the second from the rules that also give the keys. */
export function HelpPage({ visit }: { visit: Visit }): JSX.Element {
  const { help } = words;
  const rows = (Object.keys(words.kinds) as CompartmentKind[]).map((kind) => [words.kinds[kind] ?? '', readersInWords(kind)]);

  return (
    <Page title={help.title} visit={visit} width="full">
      <Heading level={1} text={help.title} />
      <Section id="etapes" heading={help.steps}>
        <Steps steps={help.stepItems} />
      </Section>
      <Section id="lecteurs" heading={help.who}>
        <Table caption={help.caption} columns={[help.text, help.readBy]} rows={rows} />
      </Section>
      <Paragraph text="">
        <Link href="/parler" text={help.phone} />
      </Paragraph>
    </Page>
  );
}

function readersInWords(kind: CompartmentKind): string {
  const named = readers[kind].flatMap(({ standing, own }) => {
    const reader = words.readers[standing];
    if (reader === undefined) return [];

    return [own && standing === 'party' ? words.own(reader) : reader];
  });

  return [...new Set(named)].join(' ; ');
}

export function SiteMapPage({ visit }: { visit: Visit }): JSX.Element {
  const open = [
    { href: '/', text: fr.layout.home }, { href: '/demande', text: fr.layout.file }, { href: '/parler', text: fr.talk.title }, { href: '/dispositifs', text: fr.schemes.title },
    { href: '/urgence', text: fr.layout.urgency }, { href: '/aide', text: words.help.title }, { href: '/accessibilite', text: fr.accessibility.title },
    { href: '/mentions-legales', text: words.notice.title }, { href: '/donnees-personnelles', text: words.privacy.title }, { href: '/connexion', text: fr.layout.signIn },
  ];
  const own = [{ href: '/dossiers', text: fr.layout.myCases }, { href: '/compte', text: fr.layout.account }];

  return (
    <Page title={words.map.title} visit={visit}>
      <Heading level={1} text={words.map.title} />
      <Links id="tous" heading={words.map.everybody} links={open} />
      <Links id="connecte" heading={words.map.signedIn} links={own} />
    </Page>
  );
}

function Links({ id, heading, links }: { id: string; heading: string; links: readonly { href: string; text: string }[] }): JSX.Element {
  return (
    <Section id={id} heading={heading}>
      {links.map(({ href, text }) => (
        <Paragraph text="">
          <Link href={href} text={text} />
        </Paragraph>
      ))}
    </Section>
  );
}
