import { localDate } from '../../../../policies/charter/calendar.ts';
import type { Invited } from '../../../mediation/invite.ts';
import type { About } from '../../about.ts';
import { Warning } from '../../components/messages.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { RecoveryCode } from '../../components/recovery-code.tsx';
import { Heading, Hint, Section } from '../../components/text.tsx';
import { Letter } from '../../components/writing.tsx';
import { fr } from '../../words/fr.ts';
import { zone } from '../../zone.ts';
import { BackToCase } from '../deed.tsx';
import { untilWhen } from '../invitation/until.ts';

type InvitedPageProps = { visit: Visit; about: About; sent: Invited & { letter: string }; origin: string };

/** The link and the code, shown this once; the letter is the equal of the mail. They leave by two ways. */
export function InvitedPage({ visit, about, sent: { letter, path, code, expiresAt }, origin }: InvitedPageProps): JSX.Element {
  const words = fr.deeds.invited;
  const today = localDate(about.core.clock(), zone);
  const awaited = about.facts.deadlines.find(({ rule, metAt, dueOn }) => rule === 'consent-answer' && metAt === null && dueOn >= today);

  return (
    <Page title={words.title(about.facts.reference)} visit={visit} current="cases">
      <Heading level={1} text={words.heading} />
      <Warning text={words.once} />
      <Section id="lettre" heading={words.letter}>
        <Hint text={words.letterHow} />
        <Letter text={words.whole(letter, `${origin}${path}`, untilWhen(expiresAt, awaited?.dueOn))} />
      </Section>
      <RecoveryCode heading={words.code} code={code} before={words.codeBefore} after={words.codeAfter} />
      <BackToCase about={about} />
    </Page>
  );
}
