import type { ProblemCode } from '../../../problem-codes.ts';
import { LinkButton } from '../../components/button.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { Heading, Link, Paragraph } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';

const words = fr.invitation;

export type Closed = keyof typeof words.closed;

/** Whether a refusal means that the link opens nothing any more. */
export function isClosed(code: ProblemCode): code is Closed {
  return code in words.closed;
}

/** Expired, answered, or never sent: what it means and what to do. */
export function ClosedPage({ visit, why }: { visit: Visit; why: Closed }): JSX.Element {
  return (
    <Page title={words.closedTitles[why]} visit={visit}>
      <Heading level={1} text={words.closedTitles[why]} />
      <Paragraph text={words.closed[why]}>
        <Link href="/parler" text={words.checkLink} />
      </Paragraph>
      <LinkButton href={visit.signedIn ? '/dossiers' : '/connexion'} text={visit.signedIn ? fr.receipt.toCases : fr.receipt.toSignIn} />
    </Page>
  );
}
