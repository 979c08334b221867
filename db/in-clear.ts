/** A column as `information_schema` gives it. */
export type Column = { table: string; column: string };

/** Why a table is as it is, in one line, and which of its columns hold ciphertext. Everything else of it is in clear. */
type Described = { why: string; sealed?: readonly string[] };

/** Every table of the main database. A new one is described here before a test lets it in. */
export const mainTables: Record<string, Described> = {
  absence: { why: 'Who is away from an office from when to when, and who stands in: persons by id.' },
  act: { why: 'Signed acts say who did what to whom, in ids; `subject` is an id or a digest, and the signature proves it.' },
  advice: { why: 'That a member gave an advice, and where its sealed text is.' },
  agreement: { why: 'That an agreement was proposed; its text is an item. The digest is what the parties sign; the text ends with a random number, so that a guess cannot be confirmed.' },
  agreement_signature: { why: 'Who signed which agreement, provable to a third party.' },
  attempt_window: { why: 'Counters against guessing; accounts and addresses only as keyed hashes.' },
  call_up: { why: 'That a national mediator asked a region for a situation: offices, coded reasons, dates.' },
  case_file: { why: 'The docket: tier, office, state, purpose, outcome, dates. No name, no establishment, no words; the reference is random.' },
  challenge: { why: 'That a party challenged a delegate, once.' },
  co_signature: { why: 'Which account signed an institution’s referral first, in which capacity.' },
  companion: { why: 'That a party named somebody to go with them, and the day of their commitment; the name is an item.' },
  compartment: { why: 'Which sealed compartments a case has, and for whom by id.' },
  consent: { why: 'Who consented to which version of the text, and when.' },
  contact_choice: { why: 'Whether a person may be written to; nothing says where or about what.' },
  deadline: { why: 'Dates that bind, and the rule each comes from.' },
  department: { why: 'Reference data.' },
  document: { why: 'That a document was added: by whom, when, where, of which padded size. Its title, file name, kind and key are in the item.' },
  document_chunk: { why: 'A document, as an envelope in pieces.', sealed: ['sealed'] },
  directory_version: { why: 'Reference data: that it has changed.' },
  designation: { why: 'Which delegates a case has had.' },
  draft: { why: 'A request being written, without an account: found by a hash, and sealed under a key that only its author’s resume code gives.', sealed: ['sealed'] },
  epoch: { why: 'Which keys a compartment has had; the keys themselves are in grants.' },
  establishment: { why: 'Reference data. Which establishment a party belongs to is not here: it is sealed in the case.' },
  evaluation: { why: 'That what became of an agreement was evaluated, with a coded outcome.' },
  extension: { why: 'That more time was asked for, until which day, and whether all agreed.' },
  extension_consent: { why: 'Who consented to more time, and when.' },
  function_holder: { why: 'That an establishment has a director or another office-holder; name and address are under the directory key.', sealed: ['profile'] },
  hand_over: { why: 'That a case was offered to a colleague, and what they answered: persons by id, dates.' },
  idempotency: { why: 'Keyed hashes of requests already answered; the answer is sealed under the key of the client.', sealed: ['sealed_answer'] },
  invitation: { why: 'That a party was invited: hashes of the link and of the code, public keys, dates.' },
  item: { why: 'One sealed text: who wrote it, when, where, of which kind and of which padded size.', sealed: ['sealed'] },
  joining: { why: 'Which case was joined to which, and when each was received.' },
  journal_entry: { why: 'One event: its class, time, number, commitment and signature, so that anyone can verify without a key.' },
  journal_key: { why: 'An hourly key of the journal, sealed to the auditors or to root.', sealed: ['enc', 'ciphertext'] },
  journal_leaf: { why: 'The Merkle log: 56 bytes an entry, none of them personal.' },
  journal_node: { why: 'When each node of the service started.' },
  journal_section: { why: 'Parts of an entry. `sealed` is ciphertext unless `clear` says otherwise: digests of rows written, readings, lost numbers.' },
  key_grant: { why: 'Who was given which key by whom; the key is sealed to its recipient.', sealed: ['enc', 'ciphertext'] },
  local_scheme: { why: 'Reference data: which local scheme an establishment has from a day on, and the public contact of that function; who registered it, by id.' },
  mandate: { why: 'Appointments, made public by an order: person by id, office, role, dates, establishment.' },
  meeting: { why: 'That an interview or a plenary was held on a day; its record is an item.' },
  meeting_companion: { why: 'Which companions attended a meeting, by id.' },
  migration: { why: 'Which version of the schema this is.' },
  notice: { why: 'Which function must be notified of which case, whether and how it was, and a coded decision where its holder is a party; the letter and the reason are items.' },
  object_agreement: { why: 'Who agreed to which version of the object.' },
  office: { why: 'Offices, made public by an order.' },
  office_key: { why: 'Which keys an office has had; public halves are in statements.' },
  office_key_share: { why: 'Who was given the private half of an office key; it is sealed to them.', sealed: ['enc', 'ciphertext'] },
  outbox: { why: 'That a person is to be told, by a template of neutral words, that something awaits them: no case, no address, no text.' },
  paper_entry: { why: 'That something came on paper or by telephone: of which kind, on which day, who attests it, and whether its party contests it. The scan is an item.' },
  party: { why: 'How many parties a case has and of which kind; who they are is sealed in the case.' },
  person: { why: 'An account: a keyed hash of its address to sign in with; name and address are under the directory key.', sealed: ['profile'] },
  reading: { why: 'Who opened which compartment, in which role, at which minute: parties are shown who read them.' },
  recusal: { why: 'Who withdrew from which case; no reason is kept.' },
  referral: { why: 'Which case went up to which, with a coded reason.' },
  referral_proposal: { why: 'That one holder of a function asks another to sign a referral with them; what it says is sealed to both, and forgotten once answered, withdrawn or lapsed.', sealed: ['sealed'] },
  referral_proposal_key: { why: 'The key of such a proposal, sealed to each of the two.', sealed: ['enc', 'ciphertext'] },
  region: { why: 'Reference data.' },
  representative: { why: 'Which accounts stand for which party: with the directory key, this names who is in which case.' },
  request: { why: 'Which account filed a case, in which capacity, with a coded prior step.' },
  ring_key: { why: 'Keys a person has opened, wrapped under a key only they have.', sealed: ['sealed'] },
  seat: { why: 'Which members were convened and seated, and the kind of answer each gave; a declared link is an item.' },
  secret_mark: { why: 'Keyed hashes of the secrets, so that wrong ones are noticed; none can be turned back.' },
  session: { why: 'A live session, found by the hash of its id; its keys are sealed under a secret only the browser has.', sealed: ['sealed'] },
  session_certificate: { why: 'Public keys of sessions, signed by their persons: what every other signature is checked against.' },
  setting: { why: 'Rules of the scheme with the dates they hold from, and which administrator set each.' },
  signed_mandate: { why: 'A signature that waits for a registrar.' },
  sitting: { why: 'On which day a committee sits.' },
  sitting_case: { why: 'Which cases a sitting holds, and who put them there.' },
  slot: { why: 'How to derive the key that opens a person’s seed; without the passphrase or the code it opens nothing.', sealed: ['sealed'] },
  statement: { why: 'Public keys of persons and offices.' },
  statement_signature: { why: 'Who signed those public keys.' },
  territory: { why: 'Reference data.' },
  territory_region: { why: 'Reference data.' },
  tree_head: { why: 'Roots of the Merkle log.' },
  upload: { why: 'That a document is on its way, from whom and since when.' },
};

/** Every table of the second database, whose backups are kept briefly. */
export const shredTables: Record<string, Described> = {
  migration: { why: 'Which version of the schema this is.' },
  shred_key: { why: 'Random keys that open nothing by themselves and without which a group of texts opens for nobody: destroying one erases.' },
};

/** The section of SECURITY.md that a test keeps equal to the live schema. */
export function inClearSection(main: readonly Column[], shred: readonly Column[]): string {
  return [...tableOf('Main database', main, mainTables), '', ...tableOf('Database of shred keys', shred, shredTables)].join('\n');
}

function tableOf(title: string, columns: readonly Column[], described: Record<string, Described>): string[] {
  const names = [...new Set(columns.map(({ table }) => table))].toSorted();
  const rows = names.map((table) => {
    const { why, sealed = [] } = described[table] ?? { why: '' };
    const clear = columns.filter((one) => one.table === table && !sealed.includes(one.column)).map(({ column }) => `\`${column}\``);

    return `| \`${table}\` | ${clear.join(', ')} | ${why} |`;
  });

  return [`### ${title}`, '', '| table | columns in clear | why |', '|---|---|---|', ...rows];
}
