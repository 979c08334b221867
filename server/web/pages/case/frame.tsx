import type { PropsWithChildren } from '@kitajs/html';
import { caseHref, type About } from '../../about.ts';
import type { FieldError } from '../../components/field.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { Tabs, type Tab } from '../../components/tabs.tsx';
import { Tag } from '../../components/tag.tsx';
import { Heading, Paragraph } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';

type CaseFrameProps = PropsWithChildren<{
  visit: Visit;
  about: About;
  /** The tabs of whoever looks, each below the case's address; the first one is the case itself. */
  tabs: readonly { below: string; text: string }[];
  /** `below` of the tab one is on. */
  current: string;
  width?: 'reading' | 'full';
  /** In place of the tab's text, for a page that has no tab of its own. */
  title?: string | undefined;
  errors?: readonly FieldError[];
}>;

/** What every page of a case shows: its reference, tier and state in words, and the way to the other pages. */
export function CaseFrame({ visit, about: { caseId, facts }, tabs, current, width = 'reading', title, errors = [], children }: CaseFrameProps): JSX.Element {
  const words = fr.casePage;
  const shown: Tab[] = tabs.map(({ below, text }) => ({ href: caseHref(caseId, below), text }));
  const here = tabs.find(({ below }) => below === current)?.text ?? '';

  return (
    <Page title={words.title(title ?? here, facts.reference)} visit={visit} current="cases" width={width} errors={errors}>
      <Heading level={1} text={words.heading(facts.reference)} />
      <Paragraph text={words.tiers[facts.tier as keyof typeof words.tiers]}>
        <Tag text={fr.choices.states[facts.state as keyof typeof fr.choices.states]} />
      </Paragraph>
      <Tabs label={words.tabs} tabs={shown} current={caseHref(caseId, current)} />
      {children}
    </Page>
  );
}
