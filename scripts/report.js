import { createInterface } from 'node:readline';

/**
 * Prints one line per test file from tap's raw output, and for a file that failed its failures with their causes.
 * Returns the numbers of assertions that passed and failed, as tap counted them.
 */
export async function report(tapOutput) {
  const counts = { passed: 0, failed: 0 };
  let ofThisFile = [];

  for await (const line of createInterface({ input: tapOutput })) {
    const [, not, file, duration] = /^(not )?ok \d+ - (\S+)(?: # time=(\S+))?/.exec(line) ?? [];
    if (file) {
      console.log(`${not ? 'FAILED' : 'ok    '}  ${file.replace(/^dist\//, '').replace(/\.js$/, '')}${duration ? ` (${duration})` : ''}`);
      if (not) console.log(ofThisFile.filter(worthReading).join('\n'));
    }
    if (line.startsWith('# Subtest')) ofThisFile = [];
    if (line.startsWith(' ')) ofThisFile.push(line);

    const [, totals] = /^# \{ (.+) \}$/.exec(line) ?? [];
    if (totals) Object.assign(counts, { passed: count(totals, 'pass'), failed: count(totals, 'fail') });
  }

  return counts;
}

function count(totals, name) {
  return Number(new RegExp(`\\b${name}: (\\d+)`).exec(totals)?.[1] ?? 0);
}

function worthReading(line) {
  return !/^\s*(ok \d+|\d+\.\.\d+|#? ?time=|$)/.test(line);
}
