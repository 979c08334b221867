import type { OfficeTier, Role } from '../../../policies/vocabulary.ts';
import { type Contact, mailChoices } from '../../people/choose-contact.ts';
import type { Me, OwnMandate } from '../../people/me.ts';
import type { OwnRole } from '../../people/own-roles.ts';
import type { OwnSession } from '../../people/sessions.ts';
import { Button } from '../components/button.tsx';
import { type FieldError, fieldsOf } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { Inset } from '../components/messages.tsx';
import { Page, type Visit } from '../components/page.tsx';
import { PassphraseInput } from '../components/passphrase-input.tsx';
import { Radios } from '../components/radios.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { type Cell, Table } from '../components/table.tsx';
import { Heading, Hint, Link, Paragraph, Section } from '../components/text.tsx';
import { zone } from '../site.ts';
import { fr } from '../words/fr.ts';
import { dateInWords, hourInWords } from '../words/moments.ts';

type AccountProps = { visit: Visit; me: Me; contact: Contact; sessions: readonly OwnSession[]; roles: readonly OwnRole[]; errors: readonly FieldError[]; hasMandate: boolean; awaitsSignature: boolean; now: Date };
type PartProps = { visit: Visit; errors: readonly FieldError[] };

const words = fr.account;

/** What the service knows of whoever is signed in, and what they may change of it. */
export function AccountPage({ visit, me, contact, sessions, roles, errors, hasMandate, awaitsSignature, now }: AccountProps): JSX.Element {
  return (
    <Page title={words.title} visit={visit} current="account" errors={errors}>
      <Heading level={1} text={words.title} />
      {hasMandate ? (
        <Paragraph text={awaitsSignature ? words.mandateAwaits : ''}>
          <Link href="/administration" text={words.toAdministration} />
        </Paragraph>
      ) : null}
      <Section id="vous" heading={words.who}>
        <SummaryList rows={[{ key: words.name, value: me.name }, { key: words.address, value: me.address }]} />
        <Hint text={words.whoWhy} />
      </Section>
      <ContactChoice visit={visit} errors={errors} contact={contact} isParty={me.mandates.length === 0} />
      {me.mandates.length > 0 ? <Mandates mandates={me.mandates} roles={roles} now={now} /> : null}
      <Sessions visit={visit} errors={errors} sessions={sessions} />
      <Passphrase visit={visit} errors={errors} />
      <NewCode visit={visit} errors={errors} />
      <Section id="donnees" heading={words.rights}>
        <Paragraph text={words.rightsText} />
        <Paragraph text={words.rightsExport}>
          <Link href="/dossiers" text={words.toCases} />
        </Paragraph>
      </Section>
    </Page>
  );
}

function ContactChoice({ visit, errors, contact, isParty }: PartProps & { contact: Contact; isParty: boolean }): JSX.Element {
  return (
    <Section id="contact" heading={words.contact}>
      {contact.isSent ? null : <Inset text={words.notSent} />}
      <Form action="/compte/contact" token={visit.formToken}>
        <Radios field={fieldsOf({ mail: contact.mail }, errors)('mail')} legend={words.mail} options={mailChoices.map((value) => ({ value, ...words.mails[value] }))} />
        <Button kind="secondary" text={words.saveContact} />
      </Form>
      {isParty ? (
        <Paragraph text={words.inCases}>
          <Link href="/dossiers" text={words.toCases} />
        </Paragraph>
      ) : null}
    </Section>
  );
}

function Mandates({ mandates, roles, now }: { mandates: readonly OwnMandate[]; roles: readonly OwnRole[]; now: Date }): JSX.Element {
  const rows = mandates.map(({ role, office, certified, validFrom, validTo, endedAt }): Cell[] => {
    const name = words.roles[role as Role];
    const tier: OfficeTier | undefined = roles.find((one) => one.office === office)?.tier;
    const isOver = endedAt !== null || validTo <= now;

    return [certified ? words.certified(name) : name, tier ? words.offices[tier] : '', dateInWords(validFrom, zone), isOver ? { text: dateInWords(endedAt ?? validTo, zone), tag: { text: words.ended } } : dateInWords(validTo, zone)];
  });

  return (
    <Section id="mandats" heading={words.mandates}>
      <Table caption={words.mandatesCaption} columns={[words.role, words.office, words.from, words.until]} rows={rows} />
    </Section>
  );
}

function Sessions({ visit, errors, sessions }: PartProps & { sessions: readonly OwnSession[] }): JSX.Element {
  const others = sessions.filter(({ isCurrent }) => !isCurrent);
  const rows = sessions.map(({ startedAt, lastSeenAt, isShared, isCurrent }): Cell[] => {
    const computer = isShared ? words.shared : words.own;

    return [momentOf(startedAt), momentOf(lastSeenAt), isCurrent ? { text: computer, tag: { text: words.current } } : computer];
  });

  return (
    <Section id="connexions" heading={words.sessions}>
      <Paragraph text={words.sessionsIntro} />
      <Table caption={words.sessionsCaption} columns={[words.started, words.lastSeen, words.computer]} rows={rows} />
      {others.length === 0 ? <Paragraph text={words.alone} /> : <Revoking visit={visit} errors={errors} others={others} />}
    </Section>
  );
}

function Revoking({ visit, errors, others }: PartProps & { others: readonly OwnSession[] }): JSX.Element {
  return (
    <>
      <Form action="/compte/connexions" token={visit.formToken}>
        <Radios field={fieldsOf({}, errors)('session')} legend={words.revokeLegend} options={others.map(({ id, startedAt }) => ({ value: id, label: words.revokeOption(momentOf(startedAt)) }))} />
        <Button kind="secondary" text={words.revoke} />
      </Form>
      <Form action="/compte/autres-connexions" token={visit.formToken}>
        <Button kind="secondary" text={words.revokeOthers} />
      </Form>
    </>
  );
}

function Passphrase({ visit, errors }: PartProps): JSX.Element {
  const field = fieldsOf({}, errors);

  return (
    <Section id="phrase" heading={words.passphrase}>
      <Paragraph text={words.passphraseIntro} />
      <Form action="/compte/phrase-secrete" token={visit.formToken}>
        <PassphraseInput field={field('current')} label={words.currentPassphrase} use="current" />
        <PassphraseInput field={field('passphrase')} label={words.newPassphrase} hint={words.newHint} use="new" />
        <PassphraseInput field={field('confirmation')} label={words.confirmation} use="new" />
        <Button kind="secondary" text={words.changePassphrase} />
      </Form>
    </Section>
  );
}

function NewCode({ visit, errors }: PartProps): JSX.Element {
  return (
    <Section id="code" heading={words.code}>
      <Paragraph text={words.codeIntro} />
      <Form action="/compte/code-de-secours" token={visit.formToken} enterKey="ignored">
        <PassphraseInput field={fieldsOf({}, errors)('renewal')} label={words.renewPassphrase} use="current" />
        <Button kind="secondary" text={words.renew} />
      </Form>
    </Section>
  );
}

function momentOf(at: Date): string {
  return words.at(dateInWords(at, zone), hourInWords(at, zone));
}
