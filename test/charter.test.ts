import fc from 'fast-check';
import t from 'tap';
import { departments, establishments, faculties, functionHolders, regions, schools, territories, territoryRegions } from '../db/seed/directory.ts';
import { bodyRules, compositionWarnings, designationRefusal, mandateRefusal, quorum } from '../policies/charter/body.ts';
import { addMonths, endOfLocalDay, localDate } from '../policies/charter/calendar.ts';
import { referrerCompetent } from '../policies/charter/competence.ts';
import { deadline, deadlineRules, evidenceOf, lastConsent, type DeadlineRule } from '../policies/charter/deadlines.ts';
import { excludedMembers } from '../policies/charter/exclusions.ts';
import type { Party } from '../policies/charter/facts.ts';
import { priorStepEvidencedOrWaived } from '../policies/charter/prior-step.ts';
import { recipients } from '../policies/charter/recipients.ts';
import type { Referral, Signatory } from '../policies/charter/referrers.ts';
import { keptUntil, retentionSchedule } from '../policies/charter/retention.ts';
import { noOpenExclusion, personInScope, purposeSet } from '../policies/charter/scope.ts';
import { settingOn } from '../policies/charter/settings.ts';
import { territoryAt, territoryMatches } from '../policies/charter/territories.ts';
import { capacities, categories, institutionalFunctions, tiers, type Capacity, type Category } from '../policies/charter/words.ts';

const PARIS = 'Europe/Paris';
const WALLIS = 'Pacific/Wallis';
const TODAY = '2024-03-15';

const france = { departments, memberships: territoryRegions, territories };
const directory = { establishments: [...establishments, ...faculties, ...schools], holders: functionHolders };
const regionCodes = new Map(departments.map(({ code, regionCode }) => [code, regionCode]));
const places = establishments.map((one) => ({ ...one, regionCode: regionCodes.get(one.departmentCode) ?? '' }));

const valmont = idOf('CHU de Valmont');
const saintAubin = idOf('Centre hospitalier de Saint-Aubin-sur-Vière');
const rocheSalvan = idOf('Centre hospitalier de Roche-Salvan');
const glycines = idOf('EHPAD Les Glycines');
const foyer = idOf('Foyer départemental de Pierrefontel');
const tolvenne = idOf('CHU de Tolvenne');
const faculty = idIn(faculties, 'Faculté de santé de Valmont');
const school = idIn(schools, 'Institut de formation paramédicale de Valmont');

const amina = person('Amina', 'paramedical', valmont);
const roussel = person('Mme Roussel', 'paramedical', valmont);
const bloch = person('Dr Bloch', 'teaching-hospital', valmont, { facultyId: faculty });
const lena = person('Léna, intern', 'intern', valmont, { facultyId: faculty });
const sacha = person('Sacha, student nurse', 'paramedical-student', null, { placementEstablishmentId: valmont, schoolId: school });
const varga = person('Dr Varga', 'hospital-practitioner', saintAubin);
const keller = person('Dr Keller', 'hospital-practitioner', rocheSalvan);

t.test('1. a nurse and her manager: she may refer once conciliation failed, and only the director is told', async (t) => {
  const attempt = { form: 'internal', startedOn: '2024-01-10', endedOn: '2024-02-10', outcome: 'failed' } as const;

  t.match(priorStepEvidencedOrWaived([attempt], false), { ok: true, by: 'evidence' });
  t.match(refer('regional', { capacity: 'party', personKey: 'Amina' }, [amina, roussel]), { ok: true, source: 'D art. 6 [L]' });
  t.same(told([amina, roussel]), ['director of CHU de Valmont: due']);
});

t.test('2. a professor and an intern: director, CME president and dean are told; the director needs the second signature', async (t) => {
  const director = signatory('director', valmont);
  const president = signatory('cme-president', valmont);
  const parties = [bloch, lena];

  t.same(told(parties), [
    'director of CHU de Valmont: due',
    'cme-president of CHU de Valmont: due',
    'dean of Faculté de santé de Valmont: due',
  ]);
  t.match(refer('regional', director, parties), { ok: false, why: 'referrer-not-competent', because: 'joint-signature-needed' });
  t.match(refer('regional', president, parties), { ok: false, because: 'joint-signature-needed' });
  t.match(refer('regional', director, parties, [president]), { ok: true });
  t.match(refer('regional', president, parties, [director]), { ok: true });
  t.match(refer('regional', director, parties, [{ ...president, personKey: director.personKey }]), { ok: false }, 'one person is not two');
  t.match(refer('regional', director, parties, [signatory('cme-president', saintAubin)]), { ok: false }, 'nor is another hospital');
  t.match(refer('regional', signatory('dean', faculty), parties), { ok: true });
  t.match(refer('regional', signatory('dean', idIn(faculties, 'Faculté de santé de Tolvenne')), parties), { because: 'nobody-of-theirs' });
});

t.test('3. a student nurse on placement: the director of the placement and the head of the school are told', async (t) => {
  t.same(told([sacha]), ['director of CHU de Valmont: due', 'school-head of Institut de formation paramédicale de Valmont: due']);
  t.equal(recipients([sacha], directory, TODAY).recipients[0]?.because[0]?.code, 'placement');
  t.match(refer('regional', signatory('school-head', school), [sacha]), { ok: true });

  const elsewhere = { ...sacha, establishmentId: tolvenne };
  t.same(told([elsewhere]), told([sacha]), 'the placement stands in for the assignment');
});

t.test('4. a director who is a party is held, and the ARS or the CNG may refer', async (t) => {
  const chief = holder('director', valmont);
  const chiefAsParty = { ...person('director', 'director', valmont), personKeys: [chief.personKey] };
  const doctor = person('Dr Aubry', 'hospital-practitioner', valmont);
  const parties = [chiefAsParty, doctor];

  t.same(told(parties), ['director of CHU de Valmont: held', 'cme-president of CHU de Valmont: due']);
  t.match(refer('regional', { capacity: 'cng', personKey: 'cng' }, parties), { ok: true });
  t.match(refer('regional', { capacity: 'ars', personKey: 'ars', regionCode: '84' }, parties), { ok: true });
  t.match(refer('regional', { capacity: 'ars', personKey: 'ars', regionCode: '76' }, parties), { because: 'nobody-of-theirs' });
});

t.test('5. two practitioners of two hospitals in one group: both directors and both CME presidents', async (t) => {
  t.same(told([varga, keller]).sort(), [
    'cme-president of Centre hospitalier de Roche-Salvan: due',
    'cme-president of Centre hospitalier de Saint-Aubin-sur-Vière: due',
    'director of Centre hospitalier de Roche-Salvan: due',
    'director of Centre hospitalier de Saint-Aubin-sur-Vière: due',
  ]);
});

t.test('6. in a social establishment the prefect may refer, the ARS may not', async (t) => {
  const educators = [person('Paul', 'socio-educational', foyer), person('Rose', 'socio-educational', foyer)];

  t.match(refer('regional', { capacity: 'prefect', personKey: 'prefect', departmentCode: '26' }, educators), { ok: true });
  t.match(refer('regional', { capacity: 'prefect', personKey: 'prefect', departmentCode: '38' }, educators), { because: 'nobody-of-theirs' });
  t.match(refer('regional', { capacity: 'prefect', personKey: 'prefect', departmentCode: '38' }, [amina]), { because: 'nobody-of-theirs' });
  t.match(refer('regional', { capacity: 'ars', personKey: 'ars', regionCode: '84' }, educators), { because: 'nobody-of-theirs' });
});

t.test('7. a return to work or prevention may concern one party alone, a dispute may not', async (t) => {
  t.ok(purposeSet('return', 1));
  t.ok(purposeSet('prevention', 1));
  t.notOk(purposeSet('dispute', 1));
  t.ok(purposeSet('dispute', 3));
  t.notOk(purposeSet('return', 0));
});

t.test('8. a disciplinary procedure excludes while it is open, and no longer', async (t) => {
  const procedure = { exclusion: 'disciplinary-procedure', openedOn: '2024-01-10', closedOn: '2024-06-01' } as const;

  t.match(noOpenExclusion([procedure], TODAY), { ok: false, exclusions: ['disciplinary-procedure'], mayReturn: true });
  t.same(noOpenExclusion([procedure], '2024-06-01'), { ok: true }, 'the day it closes');
  t.match(noOpenExclusion([procedure], '2024-01-10'), { ok: false }, 'the day it opens');
  t.same(noOpenExclusion([procedure], '2024-01-09'), { ok: true });
  t.match(noOpenExclusion([{ ...procedure, closedOn: null }], '2034-01-01'), { ok: false });
  t.match(
    noOpenExclusion([procedure, { exclusion: 'collective-dispute', openedOn: TODAY, closedOn: null }], TODAY),
    { ok: false, mayReturn: false },
    'a collective dispute is never for this service',
  );
});

t.test('9. a party who writes to the national mediator is told the regional route', async (t) => {
  t.same(refer('national', { capacity: 'party', personKey: 'Amina' }, [amina, roussel]), {
    ok: false,
    why: 'referrer-not-competent',
    because: 'parties-refer-regionally',
  });
});

t.test('10. after a failed regional mediation its mediator may refer up, the CNG for practitioners and directors, no party', async (t) => {
  const territoryId = territories[0]?.id ?? '';
  const claire: Signatory = { capacity: 'regional-mediator', personKey: 'Claire', territoryId };
  const cng: Signatory = { capacity: 'cng', personKey: 'cng' };
  const failed = { regionalCase: { territoryId, succeeded: false } };
  const succeeded = { regionalCase: { territoryId, succeeded: true } };
  const doctors = [varga, keller];

  t.match(refer('national', claire, doctors, [], failed), { ok: true, source: 'D art. 10 [L]' });
  t.match(refer('national', claire, doctors, [], succeeded), { because: 'regional-not-failed' });
  t.match(refer('national', claire, doctors), { because: 'nobody-of-theirs' });
  t.match(refer('national', { ...claire, territoryId: 'another' }, doctors, [], failed), { because: 'nobody-of-theirs' });
  t.match(refer('national', cng, doctors, [], failed), { ok: true });
  t.match(refer('national', cng, doctors), { because: 'regional-not-failed' });
  t.match(refer('national', cng, doctors, [], { conditionLifted: true }), { ok: true });
  t.match(refer('national', cng, [amina, roussel], [], failed), { because: 'nobody-of-theirs' });
  t.match(refer('national', { capacity: 'party', personKey: 'Dr Varga' }, doctors, [], failed), { because: 'parties-refer-regionally' });
});

t.test('12. eight days are calendar days, even when they end on a Sunday', async (t) => {
  const { dueOn, dueAt } = deadline('acknowledgement', new Date('2024-03-16T09:00:00Z'), PARIS, []);

  t.equal(dueOn, '2024-03-24');
  t.equal(new Date(dueOn).getUTCDay(), 0);
  t.equal(dueAt.toISOString(), '2024-03-24T22:59:59.999Z');
});

t.test('13. three months run from the last consent', async (t) => {
  const first = new Date('2024-05-01T08:00:00Z');
  const last = new Date('2024-05-20T08:00:00Z');

  t.same(lastConsent([last, first]), last);
  t.equal(lastConsent([first, null]), null, 'somebody has not answered');
  t.equal(lastConsent([]), null);
  t.equal(deadline('agreement', last, PARIS, []).dueOn, '2024-08-20');
});

t.test('14. Wallis goes to the overseas territory, with a body of six, and its days end there', async (t) => {
  const routing = territoryAt('986', TODAY, france);
  t.match(routing, { office: 'regional', territory: { code: 'outre-mer' } });

  t.same(compositionWarnings(seats(3, 3), bodyRules.overseas).map(({ code }) => code), ['zone', 'zone']);
  const spread = seats(3, 3).map((seat, index) => ({ ...seat, zone: index < 4 ? 'north-atlantic' : 'indian-pacific' }));
  t.same(compositionWarnings(spread, bodyRules.overseas), []);

  // 23:30 on the 1st in Paris is already the 2nd in Wallis.
  const received = new Date('2024-03-01T22:30:00Z');
  const there = deadline('acknowledgement', received, WALLIS, []);
  const here = deadline('acknowledgement', received, PARIS, []);
  t.same([there.dueOn, there.dueAt.toISOString()], ['2024-03-10', '2024-03-10T11:59:59.999Z']);
  t.same([here.dueOn, here.dueAt.toISOString()], ['2024-03-09', '2024-03-09T22:59:59.999Z']);
});

t.test('15 and 18. private and self-employed staff, patients and families are out of scope and oriented', async (t) => {
  t.match(personInScope({ workplace: 'private', standing: 'staff' }), { ok: false, orientation: 'private-employer-routes' });
  t.match(personInScope({ workplace: 'self-employed', standing: 'staff' }), { ok: false, orientation: 'ambulatory-routes' });
  t.match(personInScope({ workplace: 'public-health', standing: 'patient-or-family' }), { ok: false, orientation: 'users-commission' });
  t.match(personInScope({ workplace: 'public-health', standing: 'student-elsewhere' }), { ok: false, orientation: 'school' });

  for (const workplace of ['public-health', 'public-medico-social', 'public-social'] as const) {
    t.same(personInScope({ workplace, standing: 'staff' }), { ok: true });
    t.same(personInScope({ workplace, standing: 'student-on-placement' }), { ok: true });
  }
});

t.test('16. six women and four men give a warning on the composition', async (t) => {
  t.same(compositionWarnings(seats(6, 4), bodyRules.ordinary), [{ code: 'parity', found: 6, expected: 5 }]);
  t.same(compositionWarnings(seats(5, 5), bodyRules.ordinary), []);
  t.same(compositionWarnings(seats(5, 4), bodyRules.ordinary).map(({ code }) => code), ['size', 'parity']);
});

t.test('the prior step is a proof, or a waiver where no local means were to be had', async (t) => {
  const step = (outcome: 'failed' | 'refused_by_a_party' | 'not_available' | 'not_suitable' | null) =>
    ({ form: 'crp', startedOn: '2024-01-01', endedOn: null, outcome }) as const;

  t.match(priorStepEvidencedOrWaived([step('refused_by_a_party')], false), { by: 'evidence' });
  t.match(priorStepEvidencedOrWaived([step('not_available')], false), { ok: false, waiverPossible: true });
  t.match(priorStepEvidencedOrWaived([step('not_available')], true), { by: 'waiver' });
  t.match(priorStepEvidencedOrWaived([step('not_suitable')], true), { by: 'waiver' });
  t.match(priorStepEvidencedOrWaived([step(null)], true), { ok: false, waiverPossible: false }, 'still going on');
  t.match(priorStepEvidencedOrWaived([], true), { ok: false, waiverPossible: false });
});

t.test('who is competent, for every tier, capacity and category', async (t) => {
  const regional: Record<Capacity, readonly Category[]> = {
    party: categories,
    director: ['paramedical', 'director', 'administrative', 'technical', 'socio-educational', 'other'],
    'cme-president': [],
    dean: ['teaching-hospital', 'intern', 'medical-student'],
    'school-head': ['paramedical-student'],
    ars: categories,
    cng: ['hospital-practitioner', 'director'],
    prefect: [],
    ministers: [],
    'regional-mediator': [],
  };
  const none = Object.fromEntries(capacities.map((one): [Capacity, readonly Category[]] => [one, []])) as typeof regional;
  const competent = {
    local: { ...none, party: categories },
    regional,
    national: { ...none, cng: regional.cng, ministers: categories, 'regional-mediator': categories },
  };

  for (const tier of tiers) {
    for (const capacity of capacities) {
      const granted = categories.filter((category) => refer(tier, everySeat(capacity), [somebody(category)], [], failedBelow).ok);
      t.same(granted, competent[tier][capacity], `${tier}, ${capacity} alone`);
    }
  }

  const medical = ['teaching-hospital', 'hospital-practitioner', 'medical', 'intern'];
  const director = everySeat('director');
  const president = everySeat('cme-president');
  const jointly = categories.filter((category) => refer('regional', president, [somebody(category)], [director]).ok);
  t.same(jointly, medical, 'the CME president signs for medical staff only');
  t.match(refer('regional', director, [somebody('paramedical'), somebody('medical')]), { because: 'joint-signature-needed' });
});

t.test('nobody refers for an establishment where none of the parties works', async (t) => {
  for (const capacity of ['director', 'cme-president', 'dean', 'school-head'] as const) {
    t.match(refer('regional', { capacity, personKey: 'x', establishmentId: tolvenne }, [amina, bloch, sacha]), { because: 'nobody-of-theirs' });
    t.match(refer('regional', { capacity, personKey: 'x' }, [{ ...amina, establishmentId: null }]), { because: 'nobody-of-theirs' });
  }
  t.match(refer('regional', { capacity: 'party', personKey: 'a stranger' }, [amina]), { because: 'not-among-the-parties' });
});

t.test('one person is told once, even with two functions, and vacant posts are named', async (t) => {
  const resident = person('Rémi', 'paramedical', glycines);
  const nurse = person('Ana', 'paramedical', saintAubin);
  const { recipients: list } = recipients([resident, nurse], directory, TODAY);
  t.equal(list.length, 1, 'one director for the hospital and the nursing home under joint management');
  t.same(list[0]?.because.map(({ establishmentId }) => establishmentId).sort(), [saintAubin, glycines].sort());

  const doctor = person('Dr Lim', 'medical', glycines);
  t.same(told([doctor]).length, 1, 'a nursing home has no CME');
  t.same(recipients([doctor], directory, TODAY).vacant, []);

  const { vacant: unknown } = recipients([person('Dr Nowhere', 'medical', 'not in the directory')], directory, TODAY);
  t.same(unknown.map((one) => one.function), ['director', 'cme-president'], 'an unknown place hides nobody');

  const professor = { ...bloch, facultyId: null };
  t.match(recipients([professor], directory, TODAY).vacant, [{ function: 'dean', establishmentId: null }], 'no faculty given is no reason to forget the dean');

  const { vacant, recipients: before } = recipients([amina], directory, '2018-12-31');
  t.same(before, [], 'nobody was in office yet');
  t.match(vacant, [{ function: 'director', establishmentId: valmont, party: 'Amina', code: 'assignment' }]);
});

t.test('a mixed team brings in whoever any of its members does; an institution its director', async (t) => {
  const team: Party = { ...amina, id: 'operating theatre', categories: ['paramedical', 'hospital-practitioner'] };
  t.same(told([team]), ['director of CHU de Valmont: due', 'cme-president of CHU de Valmont: due']);
  t.same(told([{ ...team, categories: [] }]), ['director of CHU de Valmont: due']);
});

t.test('members tied to the parties by place or group are barred before anything is shown', async (t) => {
  const member = (id: string, ...establishmentIds: string[]) => ({ id, personKey: id, establishmentIds });
  const members = [
    member('same house', valmont),
    member('same group', rocheSalvan),
    member('formerly there', tolvenne, valmont),
    member('free', tolvenne),
    member('Amina', tolvenne),
    member('no place'),
  ];

  t.same(excludedMembers(members, [amina], establishments), [
    { member: 'same house', because: 'same-establishment' },
    { member: 'same group', because: 'same-ght' },
    { member: 'formerly there', because: 'same-establishment' },
    { member: 'Amina', because: 'named-in-case' },
  ]);
  t.same(excludedMembers([member('neighbour', saintAubin)], [person('R', 'paramedical', glycines)], establishments), [
    { member: 'neighbour', because: 'same-joint-management' },
  ]);
  t.same(excludedMembers([member('two without a group', foyer)], [person('B', 'other', idOf('EHPAD des Restanques'))], establishments), []);
  t.equal(excludedMembers([member('host', valmont)], [{ ...sacha, establishmentId: tolvenne }], establishments).length, 1, 'placement');
  t.equal(excludedMembers([member('home', tolvenne)], [{ ...sacha, establishmentId: tolvenne }], establishments).length, 1, 'assignment');
});

t.test('swapping the parties changes nothing but the labels', async (t) => {
  const anyParty = fc.record({
    id: fc.uuid(),
    category: fc.constantFrom(...categories),
    establishmentId: fc.constantFrom(...establishments.map(({ id }) => id)),
    isHolder: fc.boolean(),
  });
  const built = anyParty.map(({ id, category, establishmentId, isHolder }): Party => ({
    ...person(id, category, establishmentId, { facultyId: faculty, schoolId: school }),
    personKeys: isHolder ? [holder('director', establishmentId).personKey] : [id],
  }));
  const member = { id: 'member', personKey: 'member', establishmentIds: [saintAubin] };

  fc.assert(
    fc.property(built, built, fc.constantFrom(...capacities), (one, other, capacity) => {
      const swapped = [{ ...other, id: one.id }, { ...one, id: other.id }];
      const parties = [one, other];
      const seat = { capacity, personKey: one.personKeys[0] ?? '', establishmentId: one.establishmentId ?? '', regionCode: '84', departmentCode: '26' };

      t.same(recipients([other, one], directory, TODAY), recipients(parties, directory, TODAY));
      t.same(told(swapped), told(parties));
      t.same(refer('regional', seat, swapped), refer('regional', seat, parties));
      t.same(excludedMembers([member], swapped, establishments), excludedMembers([member], parties, establishments));
    }),
    { numRuns: 100 },
  );
});

t.test('every department goes to exactly one territory from its opening on, and to the national office before', async (t) => {
  const day = fc.date({ min: new Date('2015-01-01'), max: new Date('2045-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

  fc.assert(
    fc.property(fc.constantFrom(...departments), day, ({ code, regionCode }, date) => {
      const routing = territoryAt(code, date, france);
      const homes = territoryRegions.filter((one) => one.regionCode === regionCode && one.validFrom <= date);

      if (date < '2020-01-01') t.equal(routing.office, 'national');
      else t.same([homes.length, routing.office], [1, 'regional']);
    }),
  );
  for (const { code } of departments) t.equal(territoryAt(code, '2020-01-01', france).office, 'regional', `department ${code}`);

  t.match(territoryAt('38', '2019-12-31', france), { because: 'territory-not-open' });
  t.match(territoryAt('38', '2019-01-01', france), { because: 'region-without-territory' });
  t.match(territoryAt('988', TODAY, france), { because: 'department-unknown' });
});

t.test('a region that moves to another territory takes new cases along from that day', async (t) => {
  const [first, second] = territories;
  if (!first || !second) return t.fail('two territories are needed');
  const moved = {
    ...france,
    memberships: [
      { regionCode: '84', territoryId: first.id, validFrom: '2019-09-05', validTo: '2026-01-01' },
      { regionCode: '84', territoryId: second.id, validFrom: '2026-01-01', validTo: null },
    ],
  };

  t.match(territoryAt('38', '2025-12-31', moved), { territory: { code: first.code } });
  t.match(territoryAt('38', '2026-01-01', moved), { territory: { code: second.code } });
  t.ok(territoryMatches(first.id, ['31', '38'], '2025-12-31', france));
  t.notOk(territoryMatches(second.id, ['31', '38'], '2025-12-31', france));
});

t.test('local days end where they are, on short and long days too', async (t) => {
  t.equal(endOfLocalDay('2024-03-31', PARIS).toISOString(), '2024-03-31T21:59:59.999Z', 'spring: 23 hours');
  t.equal(endOfLocalDay('2024-10-27', PARIS).toISOString(), '2024-10-27T22:59:59.999Z', 'autumn: 25 hours');
  t.equal(endOfLocalDay('2024-07-01', 'America/Guadeloupe').toISOString(), '2024-07-02T03:59:59.999Z');
  t.equal(endOfLocalDay('2024-07-01', 'Indian/Reunion').toISOString(), '2024-07-01T19:59:59.999Z');
  t.throws(() => localDate(new Date(0), 'Europe/Valmont'), RangeError);
  t.throws(() => endOfLocalDay('2024-02', PARIS), RangeError);
  t.throws(() => addMonths('2024-02-30', 1), RangeError);

  const zones = [...new Set(departments.map(({ zone }) => zone)), 'Pacific/Kiritimati', 'Etc/GMT+12'];
  const instants = fc.date({ min: new Date('2015-01-01'), max: new Date('2045-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
      const day = localDate(instant, zone);
      const end = endOfLocalDay(day, zone);

      t.ok(instant <= end);
      t.equal(localDate(end, zone), day);
      t.not(localDate(new Date(end.getTime() + 1), zone), day);
    }),
  );
});

t.test('months end on the same day or on the last one', async (t) => {
  t.equal(addMonths('2023-11-30', 3), '2024-02-29');
  t.equal(addMonths('2024-11-30', 3), '2025-02-28');
  t.equal(addMonths('2024-01-31', 3), '2024-04-30');
  t.equal(addMonths('2024-12-15', 12), '2025-12-15');
  t.equal(deadline('agreement', new Date('2023-11-29T23:30:00Z'), PARIS, []).dueOn, '2024-02-29', 'already the 30th in Paris');
  t.equal(deadline('agreement', new Date('2023-11-29T22:30:00Z'), PARIS, []).dueOn, '2024-02-29', 'the 29th');
});

t.test('lengths of law cannot be set; the others can, from a day on', async (t) => {
  const start = new Date('2024-03-01T09:00:00Z');
  const due = (rule: DeadlineRule, value?: number) =>
    deadline(rule, start, PARIS, value === undefined ? [] : [{ key: rule, validFrom: '2020-01-01', value }]).dueOn;

  t.equal(due('acknowledgement', 30), '2024-03-09');
  t.equal(due('notices', 30), '2024-03-09');
  t.equal(due('agreement', 30), '2024-06-01');
  t.equal(due('notice-reflection'), '2024-03-04');
  t.equal(due('notice-reflection', 5), '2024-03-06');
  t.equal(due('notice-reflection', 20), '2024-03-09', 'never after day 8');
  t.equal(due('challenge'), '2024-03-09');
  t.equal(due('challenge', 15), '2024-03-16');
  t.same((['follow-up-first', 'follow-up-second', 'follow-up-third'] as const).map((rule) => due(rule)), ['2024-06-01', '2024-09-01', '2025-03-01']);

  const changes = [
    { key: 'challenge', validFrom: '2022-01-01', value: 20 },
    { key: 'challenge', validFrom: '2023-01-01', value: 12 },
    { key: 'challenge', validFrom: '2025-01-01', value: 10 },
  ];
  t.equal(settingOn('challenge', changes, '2024-03-01'), 12, 'the latest in force');
  t.equal(settingOn('challenge', changes, '2021-03-01'), 8, 'the default before any');
  t.throws(() => settingOn('challenge', [{ key: 'challenge', validFrom: '2020-01-01', value: 'soon' }], TODAY), TypeError);
});

t.test('only the acknowledgement, the notices and the three months are law', async (t) => {
  const rules = Object.keys(deadlineRules) as DeadlineRule[];
  t.same(rules.filter((rule) => evidenceOf(rule).mark === 'L'), ['acknowledgement', 'notices', 'agreement']);
});

t.test('a quorum is half the members in office, rounded up, and two at least', async (t) => {
  t.same([10, 9, 6, 3, 1].map((members) => quorum(members, [], TODAY)), [5, 5, 3, 2, 2]);
  t.equal(quorum(20, [{ key: 'quorum-percent', validFrom: '2020-01-01', value: 55 }], TODAY), 11);
});

t.test('one or two mediators are designated, one of them certified', async (t) => {
  const certified = { certified: true };
  const peer = { certified: false };

  t.equal(designationRefusal([certified]), undefined);
  t.equal(designationRefusal([peer, certified]), undefined);
  t.equal(designationRefusal([peer, peer]), 'one-certified-mediator');
  t.equal(designationRefusal([]), 'nobody-designated');
  t.equal(designationRefusal([certified, certified, certified]), 'more-than-two');
});

t.test('a term lasts three years at most, renewable once in 2019 and twice since May 2023', async (t) => {
  const since2023 = { validFrom: '2023-05-01', validTo: '2026-05-01' };
  const before = { validFrom: '2023-04-30', validTo: '2026-04-30' };

  t.equal(mandateRefusal(since2023, 2), undefined);
  t.equal(mandateRefusal(since2023, 3), 'renewed-too-often');
  t.equal(mandateRefusal(before, 1), undefined);
  t.equal(mandateRefusal(before, 2), 'renewed-too-often');
  t.equal(mandateRefusal({ ...since2023, validTo: '2026-05-02' }, 0), 'longer-than-three-years');
  t.equal(mandateRefusal({ ...since2023, validTo: null }, 0), 'no-end');
});

t.test('records are kept as long as the schedule says', async (t) => {
  const kept = Object.fromEntries(
    (Object.keys(retentionSchedule) as (keyof typeof retentionSchedule)[]).map((group) => [group, keptUntil(group, '2024-08-31', [])]),
  );

  t.same(kept, {
    notes: '2024-09-30',
    workspace: '2025-02-28',
    file: '2029-08-31',
    register: '2029-08-31',
    'not-opened': '2025-08-31',
    draft: '2024-11-30',
    audit: '2029-08-31',
  });
});

t.test('the demonstration directory is whole', async (t) => {
  const everyone = [...establishments, ...faculties, ...schools];
  const unique = (list: readonly string[]) => new Set(list).size === list.length;

  t.equal(departments.length, 105);
  t.equal(regions.length, 22);
  t.equal(territories.length, 10);
  t.ok(establishments.length >= 36);
  t.ok(unique(everyone.map(({ id }) => id)) && unique(everyone.map(({ identifier }) => identifier)) && unique(functionHolders.map(({ id }) => id)));
  t.ok(everyone.every(({ identifier }) => /^\d[\dAB]X\d{6}$/.test(identifier)), 'no identifier can be a real one');
  t.ok(functionHolders.every(({ email }) => email.endsWith('.example')));
  t.ok(departments.every(({ regionCode }) => regions.some(({ code }) => code === regionCode)));

  const served = establishments.map(({ departmentCode }) => territoryAt(departmentCode, TODAY, france));
  t.equal(new Set(served.map((routing) => routing.office === 'regional' && routing.territory.id)).size, 10, 'every territory is served');

  for (const one of establishments) {
    const doctor = person('doctor', 'medical', one.id);
    t.same(recipients([doctor], directory, TODAY).vacant, [], one.name);
  }
  t.equal(functionHolders.filter((one) => one.function === 'dean').length, faculties.length);

  const emails = new Map(functionHolders.map(({ personKey, email }) => [personKey, email]));
  t.equal(new Set(emails.values()).size, emails.size, 'one e-mail, one person');
});

const failedBelow = { regionalCase: { territoryId: 'T', succeeded: false } };

function refer(tier: Referral['tier'], referrer: Signatory, parties: Party[], cosigners: Signatory[] = [], more: Partial<Referral> = {}) {
  return referrerCompetent({ tier, referrer, parties, cosigners, establishments: places, regionalCase: null, ...more });
}

/** Someone of that category at Valmont, who is called Somebody. */
function somebody(category: Category): Party {
  return person('Somebody', category, valmont, { facultyId: faculty, schoolId: school });
}

/** A signatory who answers for Valmont in every way their capacity allows. */
function everySeat(capacity: Capacity): Signatory {
  const establishmentId = capacity === 'dean' ? faculty : capacity === 'school-head' ? school : valmont;

  return {
    capacity,
    personKey: capacity === 'party' ? 'Somebody' : capacity,
    establishmentId,
    regionCode: '84',
    departmentCode: '38',
    territoryId: 'T',
  };
}

function signatory(capacity: 'director' | 'cme-president' | 'dean' | 'school-head', establishmentId: string): Signatory {
  return { capacity, establishmentId, personKey: holder(capacity, establishmentId).personKey };
}

function holder(function_: (typeof institutionalFunctions)[number], establishmentId: string) {
  const found = functionHolders.find((one) => one.function === function_ && one.establishmentId === establishmentId);
  if (!found) throw new Error(`no ${function_} there`);

  return found;
}

function told(parties: Party[]): string[] {
  return recipients(parties, directory, TODAY).recipients.map(
    (one) => `${one.function} of ${directory.establishments.find(({ id }) => id === one.establishmentId)?.name}: ${one.state}`,
  );
}

function person(name: string, category: Category, establishmentId: string | null, more: Partial<Party> = {}): Party {
  return {
    id: name,
    personKeys: [name],
    categories: [category],
    establishmentId,
    placementEstablishmentId: null,
    facultyId: null,
    schoolId: null,
    ...more,
  };
}

function seats(women: number, men: number) {
  return [
    ...Array.from({ length: women }, () => ({ gender: 'woman' as const, zone: null })),
    ...Array.from({ length: men }, () => ({ gender: 'man' as const, zone: null })),
  ];
}

function idOf(name: string): string {
  return idIn(establishments, name);
}

function idIn(list: readonly { id: string; name: string }[], name: string): string {
  const found = list.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name} in the directory`);

  return found.id;
}
