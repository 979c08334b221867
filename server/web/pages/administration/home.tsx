import type { AppointmentFacts } from '../../../people/offices/list-appointments.ts';
import type { Composition } from '../../../people/offices/list-compositions.ts';
import type { OfficeFacts } from '../../../people/offices/list-offices.ts';
import type { PendingShare } from '../../../people/offices/pending-shares.ts';
import type { OwnRole } from '../../../people/own-roles.ts';
import type { OfficeTier } from '../../../../policies/vocabulary.ts';
import { Page, type Visit } from '../../components/page.tsx';
import { type Cell, Table } from '../../components/table.tsx';
import { Heading, Link, Paragraph, Section } from '../../components/text.tsx';
import { zone } from '../../zone.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { Committees, type Ending, EndingMandates } from './watch.tsx';

type OfficeName = (office: { tier: OfficeTier; code: string }) => string;
type HomeProps = {
  visit: Visit;
  roles: readonly OwnRole[];
  offices: readonly OfficeFacts[];
  appointments: readonly AppointmentFacts[];
  shares: readonly PendingShare[];
  /** For an administrator only. */
  watched: { ending: readonly Ending[]; compositions: readonly Composition[] } | undefined;
  nameOf: OfficeName;
};

const words = fr.administration;

/** What waits for one: mandates that end, mandates to sign, to countersign or to end, keys to hand over; then offices, settings and the register. */
export function AdministrationPage({ visit, roles, offices, appointments, shares, watched, nameOf }: HomeProps): JSX.Element {
  const isAdministrator = roles.some(({ role }) => role === 'administrator');
  const keepsSchemes = isAdministrator || roles.some(({ tier, role }) => tier === 'regional' && role === 'secretary');

  return (
    <Page title={words.title} visit={visit} current="administration" width="full">
      <Heading level={1} text={words.title} />
      {watched ? <EndingMandates mandates={watched.ending} nameOf={nameOf} /> : null}
      {appointments.length > 0 ? <Appointments appointments={appointments} nameOf={nameOf} /> : null}
      {shares.length > 0 ? <Shares shares={shares} nameOf={nameOf} /> : null}
      {appointments.length + shares.length === 0 ? <Paragraph text={words.nothing} /> : null}
      {watched && watched.compositions.length > 0 ? <Committees compositions={watched.compositions} nameOf={nameOf} /> : null}
      {offices.length > 0 ? <Offices offices={offices} nameOf={nameOf} isAdministrator={isAdministrator} /> : null}
      <Section id="suite" heading={words.settingsHeading}>
        <Paragraph text="">
          <Link href="/administration/reglages" text={words.settingsTitle} />
        </Paragraph>
        <Paragraph text="">
          <Link href="/administration/conservation" text={words.retention.link} />
        </Paragraph>
        {keepsSchemes ? (
          <Paragraph text="">
            <Link href="/administration/dispositifs" text={words.schemesTitle} />
          </Paragraph>
        ) : null}
      </Section>
    </Page>
  );
}

const places = { sign: 'signature', countersign: 'contresignature', relieve: 'fin' } as const;

function Appointments({ appointments, nameOf }: { appointments: readonly AppointmentFacts[]; nameOf: OfficeName }): JSX.Element {
  const rows = appointments.flatMap(({ id, name, office, role, validFrom, validTo, state, may }): Cell[][] => {
    const facts = [name, fr.account.roles[role], nameOf(office), words.fromTo(dateInWords(validFrom, zone), dateInWords(validTo, zone)), words.states[state]];
    const acts = may.filter((act): act is keyof typeof places => act in places);
    if (acts.length === 0) return [[...facts, words.none]];

    return acts.map((act) => [...facts, { href: `/administration/mandats/${id}/${places[act]}`, text: words.actOn(words.acts[act], name) }]);
  });

  return (
    <Section id="mandats" heading={words.appointmentsHeading}>
      <Table caption={words.appointments} columns={[words.person, words.role, words.office, words.term, words.state, words.todo]} rows={rows} />
    </Section>
  );
}

function Shares({ shares, nameOf }: { shares: readonly PendingShare[]; nameOf: OfficeName }): JSX.Element {
  const rows = shares.map(({ officeKey, person, name, role, office, use, registrar }): Cell[] => [
    name, fr.account.roles[role], nameOf(office), words.uses[use], registrar ?? words.byRoot, { href: `/administration/cles/${officeKey}/${person}`, text: words.hand(name) },
  ]);

  return (
    <Section id="cles" heading={words.sharesHeading}>
      <Table caption={words.shares} columns={[words.person, words.role, words.office, words.key, words.registrar, words.todo]} rows={rows} />
    </Section>
  );
}

function Offices({ offices, nameOf, isAdministrator }: { offices: readonly OfficeFacts[]; nameOf: OfficeName; isAdministrator: boolean }): JSX.Element {
  const rows = offices.map((office): Cell[] => [
    nameOf(office), office.roles.map((role) => fr.account.roles[role]).join(', ') || words.none, office.openKeys.map((use) => words.uses[use]).join(', ') || words.none,
    ...(isAdministrator ? [{ href: `/administration/services/${office.id}/nomination`, text: words.actOn(words.propose, nameOf(office)) }] : []),
  ]);

  return (
    <Section id="services" heading={words.officesHeading}>
      {isAdministrator ? (
        <Paragraph text="">
          <Link href="/administration/services/ouverture" text={words.opening.link} />
        </Paragraph>
      ) : null}
      <Table caption={words.offices} columns={[words.office, words.roles, words.keys, ...(isAdministrator ? [words.todo] : [])]} rows={rows} />
    </Section>
  );
}
