import { protectionNumbers } from '../../../../policies/charter/urgency.ts';
import type { Direction } from '../../../../policies/charter/orientation.ts';
import { LinkButton, MainLink } from '../../components/button.tsx';
import { Inset, Notice } from '../../components/messages.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { Table, telephoneCell } from '../../components/table.tsx';
import { BackLink, Heading, Link, Paragraph, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';

type OrientationProps = {
  visit: Visit;
  direction: Direction;
  /** The establishment named, how its scheme is reached when the directory says so, and whether it receives signals here. */
  place?: { name: string; schemeContact: string | null; takesSignals: boolean } | undefined;
  /** The person said that violence, threats, sexual harassment or discrimination are part of it. */
  isDanger: boolean;
};

/** Where to go, and always a way to write or to call. Nothing of the answers is kept or put into the address. */
export function OrientationPage({ visit, direction, place, isDanger }: OrientationProps): JSX.Element {
  const words = fr.orientation;

  return (
    <Page title={words.resultTitle} visit={visit} current="file">
      <BackLink href="/demande" text={words.again} />
      <Heading level={1} text={headings[direction.to]} />
      {isDanger ? <Protection /> : null}
      <Way direction={direction} place={place} />
      <Section id="joindre" heading={words.reach}>
        {visit.telephone ? <Paragraph text={words.call(visit.telephone)} /> : null}
        <Paragraph text="">
          <Link href="/parler" text={words.talk} />
        </Paragraph>
      </Section>
    </Page>
  );
}

const headings: Record<Direction['to'], string> = { mediation: fr.orientation.mediation, 'local-first': fr.orientation.local, 'other-body': fr.orientation.other };

function Way({ direction, place }: Pick<OrientationProps, 'direction' | 'place'>): JSX.Element {
  const words = fr.orientation;
  if (direction.to === 'other-body') {
    return (
      <>
        <Paragraph text={words.others[direction.which]} />
        <Paragraph text={words.otherAnyway} />
        <LinkButton href="/demande/objet" text={words.startAnyway} />
      </>
    );
  }
  if (direction.to === 'local-first') {
    return (
      <>
        <Paragraph text={direction.isUnderWay ? words.localUnderWay : words.localText} />
        <Inset text={place?.schemeContact ? words.schemeContact(place.name, place.schemeContact) : words.schemeUnknown} />
        {place?.takesSignals ? (
          <>
            <Paragraph text={words.signalText} />
            <MainLink href="/demande/objet?a=conciliateur" text={words.signal} />
          </>
        ) : null}
        <Paragraph text={words.localAnyway} />
        <LinkButton href="/demande/objet" text={words.startAnyway} />
      </>
    );
  }

  return (
    <>
      {direction.because === 'none-declared' ? <Inset text={words.noScheme} /> : null}
      {direction.tellsCourt ? <Inset text={words.tellsCourt} /> : null}
      <Paragraph text={words.mediationText} />
      <MainLink href="/demande/objet" text={words.start} />
    </>
  );
}

/** Never a refusal: other routes, beside this one, and someone to talk to. */
function Protection(): JSX.Element {
  const words = fr.orientation;
  const rows = protectionNumbers.map(({ number, purpose }) => [telephoneCell(number), words.protections[purpose]]);

  return (
    <Notice>
      <Heading level={2} text={words.protection} />
      <Paragraph text={words.protectionText} />
      <Table caption={words.protectionCaption} columns={[fr.urgence.number, fr.urgence.who]} rows={rows} />
      <Paragraph text={words.offerCall}>
        <Link href="/parler" text={words.talk} />
      </Paragraph>
    </Notice>
  );
}
