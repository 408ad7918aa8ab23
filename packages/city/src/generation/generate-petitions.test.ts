import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { daysLater, localDate, planDeadline } from '@onevisit/calendar';
import type { StaffRole } from '@onevisit/kernel';
import {
  areaByCode,
  citySizes,
  competences,
  generatePetitions,
  issueTypeByCode,
  organizationByCode,
  serviceWindows,
  staffByCode,
  type CityRequest,
  type PetitionHistory,
  type PetitionStep,
} from '../index.ts';
import { standingAfter } from '../testing/petition-status.ts';

const anchor = '2026-04-30';
const endOfAnchor = new Date('2026-05-01T00:00:00+08:00');

const cityOf = (request: Partial<CityRequest> = {}) => [...generatePetitions({ size: 'S', anchor, ...request })];
const hashOf = (histories: readonly PetitionHistory[]) =>
  createHash('sha256').update(JSON.stringify(histories)).digest('hex');

type Kind = PetitionStep['kind'];
const stepsOf = <Wanted extends Kind>(history: PetitionHistory, kind: Wanted) =>
  history.steps.filter((step): step is Extract<PetitionStep, { kind: Wanted }> => step.kind === kind);
const dueOf = (...given: Parameters<typeof planDeadline>) => {
  const plan = planDeadline(...given);
  if (!plan.ok) throw new Error(plan.reason);
  return plan.value.dueAt;
};

let first: readonly PetitionHistory[];
let full: readonly PetitionHistory[];

beforeAll(() => {
  first = cityOf();
  full = cityOf({ stages: 'FULL' });
});

describe('generatePetitions', () => {
  it('gives equal histories for the same seed, size and anchor', () => {
    expect(hashOf(cityOf())).toBe(hashOf(first));
  });

  it('gives other histories for another seed, another anchor or other stages', () => {
    const until = new Date('2025-05-10T00:00:00+08:00');
    const cities = [{}, { seed: 7 }, { anchor: '2026-04-29' }, { stages: 'FULL' }] as const;
    const hashes = cities.map((request) => hashOf(cityOf({ ...request, until })));

    expect(new Set(hashes).size).toBe(4);
  });

  it('numbers 1 800 petitions of the last twelve months from the oldest on', () => {
    const received = first.map(({ contacts }) => contacts[0].receivedAt);

    expect(first.map(({ code }) => code).slice(0, 2)).toEqual(['P000001', 'P000002']);
    expect([first.length, new Set(first.map(({ code }) => code)).size]).toEqual([citySizes.S.cases, citySizes.S.cases]);
    expect(received).toEqual(received.toSorted((a, b) => a.getTime() - b.getTime()));
    expect(received.filter((at) => localDate(at).toString() < '2025-05-01' || at >= endOfAnchor)).toEqual([]);
  });

  it('is lazy', () => {
    const petitions = generatePetitions({ size: 'L', anchor });

    expect(petitions.next().value?.code).toBe('P000001');
  });

  it('lets nothing happen after the end of the anchor', () => {
    const later = [...first, ...full].filter(({ steps, contacts, registeredAt }) =>
      [registeredAt, ...steps.map(({ at }) => at), ...contacts.map(({ receivedAt }) => receivedAt)].some(
        (at) => at >= endOfAnchor,
      ),
    );

    expect(later).toEqual([]);
  });

  it('ends earlier where that is asked for, and tells the same up to then', () => {
    const until = new Date('2025-06-30T10:00:00+08:00');
    const cut = cityOf({ until });
    const before = first.filter(({ contacts }) => contacts[0].receivedAt < until);

    expect(cut.map(({ title, parties }) => [title, parties])).toEqual(
      before.map(({ title, parties }) => [title, parties]),
    );
    expect(cut.map(({ steps }) => steps)).toEqual(before.map(({ steps }) => steps.filter(({ at }) => at < until)));
  });

  it('begins on any day that the calendar covers, and refuses earlier ones', () => {
    const [petition] = generatePetitions({ size: 'S', anchor: '2025-01-01' });

    expect(petition?.code).toBe('P000001');
    expect(() => generatePetitions({ size: 'M', anchor: '2025-06-30' }).next()).toThrow(RangeError);
  });
});

describe('a petition', () => {
  it('names what exists in the city', () => {
    const windows = new Set(serviceWindows.map(({ code }) => code));
    const strange = full.filter(
      ({ areaCode, issueTypeCode, contacts, respondentCodes }) =>
        areaByCode.get(areaCode)?.level !== 'TOWNSHIP' ||
        issueTypeByCode.get(issueTypeCode)?.parentCode === null ||
        contacts.some(({ receivingOrganizationCode: office }) => !organizationByCode.has(office)) ||
        contacts.some(({ windowCode }) => windowCode !== null && !windows.has(windowCode)) ||
        respondentCodes.some((code) => !organizationByCode.has(code)),
    );

    expect(strange).toEqual([]);
  });

  it('is received by a clerk of the office', () => {
    const contacts = first.flatMap((history) => history.contacts);
    const others = contacts.filter(({ handledBy, receivingOrganizationCode }) => {
      const clerk = staffByCode.get(handledBy);
      return clerk?.organizationCode !== receivingOrganizationCode || !clerk.roles.includes('CLERK');
    });

    expect(others).toEqual([]);
  });

  it('is represented by five people at the most, and collective only in person and from five on', () => {
    expect(first.filter(({ parties }) => parties.length < 1 || parties.length > 5)).toEqual([]);
    const collective = first.filter(({ isCollective }) => isCollective);
    expect(collective.length).toBeGreaterThan(0);
    expect(collective.filter(({ partySize, contacts }) => partySize < 5 || !contacts[0].isInPerson)).toEqual([]);
    expect(first.filter(({ partySize, isCollective }) => !isCollective && partySize >= 5)).toEqual([]);
  });

  it('holds identity numbers that can belong to nobody', () => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const numbers = first
      .flatMap(({ parties }) => parties.map(({ idNumber }) => idNumber))
      .filter((one) => one !== null);
    const valid = numbers.filter((number) => {
      const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
      return '10X98765432'[sum % 11] === number[17];
    });

    expect(numbers.length).toBeGreaterThan(1_000);
    expect(numbers.filter((number) => !/^99\d{15}[\dX]$/.test(number))).toEqual([]);
    expect(valid).toEqual([]);
  });

  it('has open texts that name nobody, and says what it asks for', () => {
    const names = new Set(first.flatMap(({ parties }) => parties.flatMap(({ name }) => name ?? [])));
    const telling = full.filter(
      ({ title, summary }) =>
        /\d{6,}|@|[{}]/.test(title + summary) || [...names].some((name) => name.length > 2 && summary.includes(name)),
    );

    expect(telling).toEqual([]);
    expect(full.filter(({ title, summary }) => title.length > 100 || summary.length > 500)).toEqual([]);
    expect(full.filter(({ narrative, claims }) => claims.some(({ text }) => !narrative.includes(text)))).toEqual([]);
    expect(full.filter(({ narrative }) => /[{}]|undefined|null/.test(narrative))).toEqual([]);
  });

  it('is tagged for the backlog with its task force, or for public health while that campaign runs', () => {
    const backlog = first.filter(({ taskForceCode }) => taskForceCode === 'TF-BACKLOG');
    const health = first.filter(({ campaignCode }) => campaignCode === 'CP-HEALTH');

    expect(backlog).toHaveLength(citySizes.S.backlog);
    expect(new Set(backlog.map(({ campaignCode }) => campaignCode))).toEqual(new Set(['CP-BACKLOG']));
    expect(backlog.filter(({ firstRegisteredOn }) => firstRegisteredOn > '2025-04-29')).toEqual([]);
    expect(health.length).toBeGreaterThan(0);
    expect(
      health.filter(({ issueTypeCode, firstRegisteredOn }) => issueTypeCode !== 'G4' || firstRegisteredOn < '2026'),
    ).toEqual([]);
  });
});

describe('the way of a petition', () => {
  it('is a way through the state machine, whatever the stages', () => {
    const ends = [...first, ...full].map((history) => [standingAfter(history).status, history.steps.at(-1)?.kind]);

    expect(ends.filter(([status, last]) => last === 'CONCLUDED' && status !== 'CONCLUDED')).toEqual([]);
  });

  it('is in order of time and begins after the registration', () => {
    const times = [...first, ...full].map(({ registeredAt, steps }) =>
      [registeredAt, ...steps.map(({ at }) => at)].map((at) => at.getTime()),
    );

    expect(times.filter((instants) => instants.some((at, place) => at < (instants[place - 1] ?? 0)))).toEqual([]);
  });

  it('has no step of a later issue at first', () => {
    const kinds = new Set(first.flatMap(({ steps }) => steps.map(({ kind }) => kind)));

    expect([...kinds].toSorted()).toEqual([
      'ADMITTED',
      'CONCLUDED',
      'DEEMED_ADMITTED',
      'DELIVERED',
      'EXECUTION_CONFIRMED',
      'EXECUTION_REPORTED',
      'EXECUTION_VERIFIED',
      'HANDLER_ASSIGNED',
      'HEARD',
      'NOTICE_DELIVERED',
      'OPINION_DRAFTED',
      'OPINION_SIGNED',
      'REFERRED',
      'RESULT_CONFIRMED',
    ]);
  });

  it('ends at the registration for an accusation, until the discipline organ takes it', () => {
    const accusations = first.filter(({ category }) => category === 'ACCUSATION');
    const taken = full.filter(({ category }) => category === 'ACCUSATION');

    expect(accusations.length).toBeGreaterThan(10);
    expect(accusations.filter(({ steps }) => steps.length > 0)).toEqual([]);
    const toCodes = taken.flatMap((history) => stepsOf(history, 'HANDED_OVER').map(({ toCode }) => toCode));
    expect(new Set(toCodes)).toEqual(new Set(['990100-DISC']));
    expect(taken.filter(({ steps }) => steps.some(({ kind }) => kind === 'REFERRED'))).toEqual([]);
  });

  it('leads to an organization that is competent for the matter', () => {
    const wrong = first.filter((history) =>
      stepsOf(history, 'REFERRED').some(
        ({ toCode }) =>
          !competences.some(
            ({ organizationCode, issueTypeCode, areaCode }) =>
              organizationCode === toCode &&
              history.issueTypeCode.startsWith(issueTypeCode) &&
              areaByCode.get(history.areaCode)?.path.includes(areaCode),
          ),
      ),
    );

    expect(wrong).toEqual([]);
  });

  it('is gone by people of the acting organization in the role that it needs', () => {
    const roles: Partial<Record<Kind, readonly StaffRole[]>> = {
      REFERRED: ['BUREAU'],
      ADMITTED: ['HANDLER'],
      NOTICE_DELIVERED: ['HANDLER'],
      HANDLER_ASSIGNED: ['LEADER'],
      HEARD: ['HANDLER'],
      OPINION_DRAFTED: ['HANDLER'],
      OPINION_SIGNED: ['LEADER'],
      DELIVERED: ['HANDLER'],
      EXECUTION_REPORTED: ['HANDLER'],
      EXECUTION_VERIFIED: ['BUREAU', 'SUPERVISOR'],
    };
    const steps = first.flatMap((history) => history.steps);
    const wrong = steps.filter((step) => {
      if (!('by' in step)) return false;
      const actor = staffByCode.get(step.by);
      return (
        actor?.organizationCode !== step.organizationCode ||
        !roles[step.kind]?.some((role) => actor.roles.includes(role))
      );
    });

    expect(wrong).toEqual([]);
  });

  it('hears the petitioner before it decides, once, or in three attempts on different days and in two ways', () => {
    const unheard = first.filter((history) => {
      if (stepsOf(history, 'OPINION_SIGNED').length === 0) return false;
      const records = stepsOf(history, 'HEARD');
      const days = new Set(records.map(({ heardAt }) => localDate(heardAt).toString()));
      const modes = new Set(records.map(({ mode }) => mode));
      return !records.some(({ outcome }) => outcome === 'HEARD') && (days.size < 3 || modes.size < 2);
    });

    expect(unheard).toEqual([]);
  });

  it('decides every claim, and promises something within sixty days for each that it supports', () => {
    const wrong = first.flatMap((history) =>
      stepsOf(history, 'OPINION_DRAFTED').filter(({ at, claims, executionItems }) => {
        const latest = localDate(at).add({ days: 60 }).toString();
        const supported = claims.filter(({ outcome }) => outcome === 'SUPPORTED' || outcome === 'PARTLY_SUPPORTED');
        return (
          claims.length !== history.claims.length ||
          claims.some(({ legalBasis }) => legalBasis.length === 0) ||
          executionItems.map(({ claim }) => claim).join() !== supported.map(({ claim }) => claim).join() ||
          executionItems.some(({ dueOn }) => dueOn > latest)
        );
      }),
    );

    expect(wrong).toEqual([]);
    const signed = first.flatMap((history) => stepsOf(history, 'OPINION_DRAFTED'));
    expect(
      signed.filter(({ reviewBodyCodes, plainSummary }) => reviewBodyCodes.length === 0 || plainSummary.length > 300),
    ).toEqual([]);
  });

  it('has what was done verified by another organization than the one that owed it', () => {
    const obligors = (history: PetitionHistory) =>
      new Set(
        stepsOf(history, 'OPINION_DRAFTED').flatMap(({ executionItems }) =>
          executionItems.map((one) => one.obligorCode),
        ),
      );
    const own = first.filter((history) =>
      stepsOf(history, 'EXECUTION_VERIFIED').some(({ organizationCode }) => obligors(history).has(organizationCode)),
    );

    expect(own).toEqual([]);
  });

  it('is deemed admitted at the very end of the notice term, and only then', () => {
    const ended = first.flatMap((history) => {
      const [referral] = stepsOf(history, 'REFERRED');
      const due = referral && dueOf('ADMISSION_NOTICE', referral.at, { startsAt: 'REFERRAL_ISSUED' });
      return due ? [{ history, due }] : [];
    });

    const deemed = ended.filter(({ history }) => stepsOf(history, 'DEEMED_ADMITTED').length > 0);
    expect(deemed.length).toBeGreaterThan(10);
    expect(deemed.map(({ history }) => stepsOf(history, 'DEEMED_ADMITTED')[0]?.at)).toEqual(
      deemed.map(({ due }) => due),
    );
    const late = ended.filter(({ history, due }) => stepsOf(history, 'ADMITTED').some(({ at }) => at >= due));
    expect(late).toEqual([]);
  });

  it('ends by lapse when the window to ask for a review is over and all is verified', () => {
    const lapsed = first.flatMap((history) => {
      const end = stepsOf(history, 'CONCLUDED').find(({ conclusionKind }) => conclusionKind === 'REVIEW_WINDOW_LAPSED');
      const [delivery] = stepsOf(history, 'DELIVERED');
      if (!end || !delivery) return [];
      const window =
        history.category === 'SUGGESTION'
          ? dueOf('RATING_WINDOW', delivery.deliveredAt)
          : dueOf('REVIEW_REQUEST_WINDOW', delivery.receivedAt);
      const verified = stepsOf(history, 'EXECUTION_VERIFIED').map(({ at }) => at.getTime());
      return [{ at: end.at.getTime(), expected: Math.max(window.getTime(), ...verified) }];
    });

    expect(lapsed.length).toBeGreaterThan(500);
    expect(lapsed.filter(({ at, expected }) => at !== expected)).toEqual([]);
  });

  it('ends three days after a confirmation, which comes a day or more after the last act of staff', () => {
    const confirmed = first.filter((history) => stepsOf(history, 'RESULT_CONFIRMED').length > 0);
    const wrong = confirmed.filter((history) => {
      const at = stepsOf(history, 'RESULT_CONFIRMED')[0]?.at ?? endOfAnchor;
      const [end] = stepsOf(history, 'CONCLUDED');
      const staffActs = history.steps.filter((step) => 'by' in step).map((step) => step.at.getTime());
      const isQuiet = at.getTime() - Math.max(...staffActs) >= 86_400_000;
      return !isQuiet || (end && end.at.getTime() !== daysLater(at, 3).getTime());
    });

    expect(confirmed.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });

  it('takes every way of the state machine when all stages are asked for', () => {
    const kinds = new Set(full.flatMap(({ steps }) => steps.map(({ kind }) => kind)));
    const ends = new Set(
      full.flatMap((history) => stepsOf(history, 'CONCLUDED').map(({ conclusionKind }) => conclusionKind)),
    );

    expect(ends.size).toBe(9);
    for (const kind of [
      'OBJECTION_RULED',
      'EXTENDED',
      'CONTEST_RULED',
      'MEDIATION_DEFAULTED',
      'LEGAL_ROUTE_LAPSED',
      'RATED',
    ])
      expect(kinds).toContain(kind);
  });
});
