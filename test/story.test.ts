import t from 'tap';
import { cast, nationalMembers, regionalMembers } from '../story/cast.ts';
import { shownMoment, storyClock } from '../story/clock.ts';
import { listener } from '../story/spoken.ts';
import { planted } from '../story/texts/planted.ts';
import { regional } from '../story/texts/regional.ts';
import { StoryError, telling, type Player } from '../story/telling.ts';

const answer = (status: number, body: object = {}) => Promise.resolve({ status, text: JSON.stringify(body) });

t.test('The clock of a story goes forward from the past to now, and never beyond', async (t) => {
  const clock = storyClock(40);

  clock.moveTo(12, '03:10');
  t.equal(shownMoment(clock.now()), `${clock.dateOf(12)} 03:10`, 'at ten past three in Paris');
  clock.pass(2);
  t.equal(shownMoment(clock.now()), `${clock.dateOf(12)} 03:12`);
  t.throws(() => clock.moveTo(12, '03:00'), RangeError, 'not back');
  t.throws(() => clock.moveTo(41, '09:00'), RangeError, 'not into tomorrow');
  clock.arrive();
  t.ok(Math.abs(clock.now().getTime() - Date.now()) < 1_000);
  t.throws(() => clock.moveTo(39, '09:00'), RangeError, 'once arrived, it stays');
});

t.test('An act that is answered otherwise than it must be ends the story, and says what was expected', async (t) => {
  const lines: string[] = [];
  const { act, refused, holds, told } = telling(storyClock(40), (line) => lines.push(line));
  const amina = { member: cast.amina } as Player;

  t.same(await act(amina, 'files', answer(201, { case: 'one' })), { case: 'one' });
  t.match(lines, [/Amina Benali +night nurse +files +201$/]);
  await t.rejects(act(amina, 'files', answer(503, { code: 'overloaded' })), new StoryError('Amina Benali: « files » should be answered 201, and was answered 503 (overloaded).'));
  await refused(amina, 'would challenge again', answer(422, { code: 'challenge-used' }), 422, 'challenge-used');
  await t.rejects(refused(amina, 'would challenge again', answer(422, { code: 'wrong-party' }), 422, 'challenge-used'), StoryError);
  await t.rejects(refused(amina, 'would look', answer(200), 404), StoryError, 'a refusal that is none');
  t.throws(() => holds('nothing is left', ['something'], []), StoryError);
  t.equal(told(), 2, 'only what succeeded is told');
});

t.test('The listener knows every text, and lets no answer give one back', async (t) => {
  const { hear, missingPlanted, sent } = listener();
  const account = { account: { whatHappened: regional.whatHappened } };

  hear(account, { status: 201, text: '{"case":"one"}' });
  t.equal(sent(), 1);
  t.strictSame(missingPlanted(), planted.slice(1), 'the first phrase has been sent');
  t.throws(() => hear({ text: `${regional.object} Et ceci.` }, { status: 201, text: '' }), /not one of story\/texts/);
  t.throws(() => hear(account, { status: 201, text: JSON.stringify(account) }), /gives regional.whatHappened back/);
});

t.test('The cast is fixed: one address each, passphrases long enough, committees of ten with parity', async (t) => {
  const members = Object.values(cast);

  t.equal(new Set(members.map(({ address }) => address)).size, members.length);
  t.equal(new Set(members.map(({ passphrase }) => passphrase)).size, members.length);
  t.strictSame(members.filter(({ passphrase }) => [...passphrase].length < 15), []);
  for (const committee of [regionalMembers, nationalMembers]) {
    t.equal(committee.length, 10);
    t.equal(committee.filter((name) => cast[name].gender === 'woman').length, 5);
  }
});
