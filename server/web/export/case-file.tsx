import type { CaseExport } from '../../mediation/export-case.ts';
import type { Purpose, State, Tier } from '../../../policies/vocabulary.ts';
import { fr } from '../words/fr.ts';
import { countInWords, dateInWords, hourInWords } from '../words/moments.ts';
import { TextContent } from './text-content.tsx';

const words = fr.ownFile;

/** A party's file as one page that needs nothing else; `places`: establishments by id: no script, no request, its style inside, since it is saved and read alone. Made to be printed. */
export function CaseFile({ content, places }: { content: CaseExport; places: ReadonlyMap<string, string> }): JSX.Element {
  const { case: facts, zone } = content;
  const moment = (at: string) => words.on(dateInWords(new Date(at), zone), hourInWords(new Date(at), zone));
  const perhaps = (at: string | null) => (at === null ? '' : moment(at));
  const day = (on: string) => dateInWords(new Date(`${on}T12:00:00Z`), 'UTC');
  const { columns } = words;

  return (
    <>
      {'<!doctype html>'}
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <title safe>{fr.layout.title(words.title(facts.reference))}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <style>{style as 'safe'}</style>
        </head>
        <body>
          <main>
            <h1 safe>{words.title(facts.reference)}</h1>
            <p safe>{words.exported(dateInWords(new Date(content.exportedAt), zone), hourInWords(new Date(content.exportedAt), zone))}</p>
            <p><strong safe>{words.keep}</strong></p>

            <h2 safe>{words.facts}</h2>
            <Facts
              rows={[
                [columns.tier, words.tiers[facts.tier as Tier]], [columns.purpose, fr.choices.purposes[facts.purpose as Purpose].label], [columns.state, fr.choices.states[facts.state as State]],
                [columns.receivedAt, moment(facts.receivedAt)], [columns.acknowledgedAt, perhaps(facts.acknowledgedAt)], [columns.consentedAt, perhaps(facts.consentedAt)], [columns.closedAt, perhaps(facts.closedAt)],
              ]}
            />

            <h2 safe>{words.texts}</h2>
            {content.texts.map(({ compartment, author, writtenAt, text }) => (
              <article>
                <h3 safe>{capital(words.compartments[compartment])}</h3>
                <p class="by" safe>{`${words.authors[author]}, ${moment(writtenAt)}`}</p>
                <TextContent text={text} places={places} />
              </article>
            ))}

            <h2 safe>{words.deadlines}</h2>
            <Rows caption={words.deadlinesCaption} head={[columns.deadline, columns.due, columns.cause, columns.met]} rows={content.deadlines.map(({ rule, startedAt, dueOn, metAt }) => [fr.choices.deadlines[rule] ?? rule, day(dueOn), `${words.causes[rule] ?? rule}, ${moment(startedAt)}`, perhaps(metAt)])} />
            <h2 safe>{words.consents}</h2>
            <Rows caption={words.consentsCaption} head={[columns.answer, columns.version, columns.date]} rows={content.consents.map(({ answer, textVersion, at }) => [words.answers[answer] ?? answer, textVersion, moment(at)])} />
            <h2 safe>{words.signatures}</h2>
            <Rows caption={words.signaturesCaption} head={[columns.who, columns.date, columns.digest]} rows={content.signatures.map(({ author, at, textDigest }) => [words.authors[author], moment(at), textDigest])} />
            <h2 safe>{words.documents}</h2>
            <Rows
              caption={words.documentsCaption}
              head={[columns.titleColumn, columns.file, columns.size, columns.who, columns.added, columns.cover, columns.shared]}
              rows={content.documents.map((one) => [one.title, one.fileName, words.kilobytes(countInWords(Math.ceil(one.size / 1000))), words.authors[one.author], moment(one.addedAt), words.classes[one.class], words.visibilities[one.visibility]])}
            />
            <h2 safe>{words.readings}</h2>
            <Rows caption={words.readingsCaption} head={[columns.date, columns.who, columns.what]} rows={content.readings.map(({ at, role, compartment }) => [moment(at), capital(words.readers[role]), capital(words.compartments[compartment])])} />
          </main>
        </body>
      </html>
    </>
  );
}

function Facts({ rows }: { rows: [string, string][] }): JSX.Element {
  return (
    <dl>
      {rows.filter(([, value]) => value !== '').map(([name, value]) => (
        <>
          <dt safe>{name}</dt>
          <dd safe>{value}</dd>
        </>
      ))}
    </dl>
  );
}

function Rows({ caption, head, rows }: { caption: string; head: string[]; rows: string[][] }): JSX.Element {
  if (rows.length === 0) return <p safe>{words.none}</p>;

  return (
    <table>
      <caption safe>{caption}</caption>
      <thead>
        <tr>{head.map((name) => <th scope="col" safe>{name}</th>)}</tr>
      </thead>
      <tbody>{rows.map((cells) => <tr>{cells.map((cell) => <td safe>{cell}</td>)}</tr>)}</tbody>
    </table>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const style = `
body { font: 1rem/1.5 system-ui, sans-serif; color: #111; background: #fff; margin: 2rem; }
main { max-width: 60rem; margin: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: bold; padding-bottom: .5rem; }
th, td { border: 1px solid #777; padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
dt { font-weight: bold; }
dd { margin: 0 0 .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
article { border-left: .2rem solid #777; padding-left: 1rem; margin: 1rem 0; break-inside: avoid; }
.by { color: #444; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
@media print { body { margin: 0; font-size: 10pt; } }
`;
