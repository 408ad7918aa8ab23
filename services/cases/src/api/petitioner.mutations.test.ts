import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, staffRoles } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import { people, petitionerOf } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { storyOf, type Told } from '../testing/story.ts';

let service: TestService;
let story: ReturnType<typeof storyOf>;
beforeAll(async () => {
  service = await startService();
  story = storyOf(service);
});
afterAll(() => service.close());

const whole = 'case { version status } confirmation { confirmedAt takesEffectAt state }';
const onCase = (told: Told, verb: string) =>
  service.did(petitionerOf(told.id), verb, { idempotencyKey: newId(), caseId: told.id }, whole);
const refused = (told: Told, verb: string, grade: 'VIEW' | 'ACT' = 'ACT') =>
  service.refused(petitionerOf(told.id, grade), verb, { caseId: told.id });
const conclusionOf = async ({ id }: Told) => {
  const asked = `query { case(id: "${id}") { status conclusionKind concludedAt } }`;
  return (await service.as(people.bureau)(asked)).data?.['case'];
};
const daysLater = (days: number) => new Date(service.clock.now().getTime() + days * 86_400_000);

describe('confirmResult', () => {
  it('waits for three days, and then the case is concluded as of that moment', async () => {
    const told = await story.rested();
    const confirmedAt = service.clock.now().toISOString();
    const takesEffectAt = daysLater(3).toISOString();
    expect(await onCase(told, 'confirmResult')).toEqual({
      errors: [],
      case: { version: expect.any(Number), status: 'DELIVERED' },
      confirmation: { confirmedAt, takesEffectAt, state: 'PENDING' },
    });
    await service.at(daysLater(10));
    expect(await conclusionOf(told)).toEqual({
      status: 'CONCLUDED',
      conclusionKind: 'PETITIONER_CONFIRMED',
      concludedAt: takesEffectAt,
    });
  });

  it('is refused within a day of any contact with staff, an unsealing included', async () => {
    const tooSoon = [['TOO_SOON_AFTER_STAFF_CONTACT', 'input']];
    const fresh = await story.delivered();
    expect(await refused(fresh, 'confirmResult')).toEqual(tooSoon);

    const told = await story.rested();
    await service.did(
      people.handler,
      'unsealIdentity',
      {
        idempotencyKey: newId(),
        caseId: told.id,
        partyId: told.partyIds[0],
        purpose: 'CONTACT_PETITIONER',
        justification: '电话回访核实情况',
      },
      'identity { name }',
    );
    expect(await refused(told, 'confirmResult')).toEqual(tooSoon);
    await service.at(daysLater(1));
    expect((await onCase(told, 'confirmResult')).errors).toEqual([]);
  });

  it('is refused while something is not verified or not confirmed, before the delivery, and twice', async () => {
    expect(await refused(await story.reported(), 'confirmResult')).toEqual([['EXECUTION_NOT_VERIFIED', 'input']]);
    expect(await refused(await story.verified(), 'confirmResult')).toEqual([['EXECUTION_NOT_CONFIRMED', 'input']]);
    expect(await refused(await story.signed(), 'confirmResult')).toEqual([['WRONG_STATE', 'input']]);
    expect(await refused(await story.accepted(), 'confirmResult')).toEqual([['ALREADY_CONFIRMED', 'input']]);
  });

  it('needs the grade ACT', async () => {
    expect(await refused(await story.rested(), 'confirmResult', 'VIEW')).toEqual([['GRADE_ACT_REQUIRED', 'input']]);
  });
});

describe('revokeConfirmation', () => {
  it('takes the confirmation back before it takes effect', async () => {
    const told = await story.accepted();
    expect(await onCase(told, 'revokeConfirmation')).toMatchObject({
      errors: [],
      case: { status: 'DELIVERED' },
      confirmation: { state: 'REVOKED' },
    });
    await service.at(daysLater(4));
    expect(await conclusionOf(told)).toMatchObject({ status: 'DELIVERED' });
    expect((await onCase(told, 'confirmResult')).errors).toEqual([]);
  });

  it('has nothing to take back, needs the grade ACT, and comes too late once the case is concluded', async () => {
    expect(await refused(await story.rested(), 'revokeConfirmation')).toEqual([['NOTHING_TO_REVOKE', 'input']]);
    const told = await story.accepted();
    expect(await refused(told, 'revokeConfirmation', 'VIEW')).toEqual([['GRADE_ACT_REQUIRED', 'input']]);
    await service.at(daysLater(4));
    expect(await refused(told, 'revokeConfirmation')).toEqual([['WRONG_STATE', 'input']]);
  });
});

describe('the review window', () => {
  it('concludes the case as of its end where nothing else is open', async () => {
    const told = await story.delivered();
    await service.at('2026-05-01T00:00:00Z');
    expect(await conclusionOf(told)).toEqual({
      status: 'CONCLUDED',
      conclusionKind: 'REVIEW_WINDOW_LAPSED',
      concludedAt: '2026-04-01T16:00:00.000Z',
    });
  });
});

const gateway = aViewer('PUBLIC');
const verify = (input: object) => service.did(gateway, 'verifyTrackingCode', input, 'caseId grade');
const notValid = {
  caseId: null,
  grade: null,
  errors: [{ code: 'CODE_NOT_VALID', path: ['input', 'trackingCode'], ruleRef: null }],
};

/** The token that went to the petitioner's own channel. */
async function setupTokenOf({ caseNo }: Told): Promise<string> {
  await service.subgraph.settle();
  const message = service.notified.find((each) => each.caseNo === caseNo);
  return /[0-9A-HJKMNP-TV-Z]{16}/.exec(message?.text ?? '')?.[0] ?? '';
}

async function setPin(told: Told, changes: object = {}) {
  const { caseNo, trackingCode } = told;
  const input = { caseNo, trackingCode, setupToken: await setupTokenOf(told), pin: '730516', ...changes };
  return service.did(gateway, 'setPetitionerPin', input, 'isSet');
}

describe('verifyTrackingCode', () => {
  it('opens the one case to look at, however the code is typed', async () => {
    const told = await story.registered();
    const { id, caseNo, trackingCode } = told;
    const opened = { caseId: id, grade: 'VIEW', errors: [] };
    expect(await verify({ caseNo, trackingCode })).toEqual(opened);
    const typed = {
      caseNo: ` ${caseNo.toLowerCase()}`,
      trackingCode: trackingCode.toLowerCase().replace(/^(.....)/, '$1-'),
    };
    expect(await verify(typed)).toEqual(opened);
  });

  it('opens it to act with the PIN', async () => {
    const told = await story.registered();
    await setPin(told);
    const { id, caseNo, trackingCode } = told;
    expect(await verify({ caseNo, trackingCode, pin: '730516' })).toEqual({ caseId: id, grade: 'ACT', errors: [] });
  });

  it('answers an unknown number, a wrong code and a wrong PIN alike, and leaves nothing behind', async () => {
    const told = await story.registered();
    const other = await story.registered();
    const { caseNo, trackingCode } = told;
    await setPin(other);
    const attempts = [
      { caseNo: 'YZ26-0000-0000-0', trackingCode },
      { caseNo: 'no number at all', trackingCode },
      { caseNo, trackingCode: other.trackingCode },
      { caseNo, trackingCode: 'no code at all' },
      { caseNo, trackingCode: '' },
      { caseNo, trackingCode, pin: '730516' },
      { caseNo: other.caseNo, trackingCode: other.trackingCode, pin: '730517' },
      { caseNo: other.caseNo, trackingCode: other.trackingCode, pin: '' },
    ];
    await service.withoutTrace(async () => {
      for (const attempt of attempts) expect(await verify(attempt)).toEqual(notValid);
    });
  });

  it('takes the same steps whether the number is known or not', async () => {
    const told = await story.registered();
    const input = `input: { caseNo: "${told.caseNo}", trackingCode: "0000000000" }`;
    const asked = (of: string) =>
      service.as(gateway)(`mutation { verifyTrackingCode(${of}) { caseId errors { code } } }`);
    const known = await asked(input);
    const unknown = await asked(input.replace(told.caseNo, 'YZ26-0000-0000-0'));
    expect(unknown).toEqual(known);
  });

  it('opens a sealed case to the petitioner, too', async () => {
    const { id, caseNo, trackingCode } = await story.registered({ category: 'ACCUSATION' });
    expect(await verify({ caseNo, trackingCode })).toEqual({ caseId: id, grade: 'VIEW', errors: [] });
  });

  it('is for the gateway alone', async () => {
    const { caseNo, trackingCode } = await story.registered();
    for (const role of [...staffRoles, 'PETITIONER'] as const) {
      const { errors } = await service.run(aViewer(role), 'verifyTrackingCode', { caseNo, trackingCode }, 'caseId');
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});

describe('setPetitionerPin', () => {
  it('sets the PIN once, with the token, and stands in the history without a name', async () => {
    const told = await story.registered();
    expect(await setPin(told)).toEqual({ isSet: true, errors: [] });
    const [event] = await service.database.query(
      'select type, actor_staff_id, visibility from case_events where case_id = $1 order by seq desc limit 1',
      [told.id],
    );
    expect(event).toEqual({ type: 'PinSet', actor_staff_id: null, visibility: 'PETITIONER' });
    expect(await service.dump()).not.toContain('730516');

    const setupToken = await setupTokenOf(told);
    const again = await service.withoutTrace(() => setPin(told, { setupToken, pin: '918273' }));
    expect(again).toMatchObject({ isSet: false, errors: [{ code: 'CODE_NOT_VALID' }] });
  });

  it('sent twice at once sets one PIN', async () => {
    const told = await story.registered();
    await setupTokenOf(told);
    const both = await Promise.all([setPin(told), setPin(told, { pin: '918273' })]);
    expect(both.filter(({ isSet }) => isSet === true)).toHaveLength(1);
  });

  it.each([
    ['a wrong token', { setupToken: '0000000000000000' }],
    ['no token', { setupToken: '' }],
    ['a wrong code', { trackingCode: '0000000000' }],
    ['an unknown number', { caseNo: 'YZ26-0000-0000-0' }],
  ])('is refused with %s, and leaves nothing behind', async (_, changes) => {
    const told = await story.registered();
    expect(await service.withoutTrace(() => setPin(told, changes))).toEqual({
      isSet: false,
      errors: [{ code: 'CODE_NOT_VALID', path: ['input', 'trackingCode'], ruleRef: null }],
    });
  });

  it('is refused once the token has expired', async () => {
    const told = await story.registered();
    const setupToken = await setupTokenOf(told);
    await service.at('2026-04-01T00:59:59Z');
    const simple = await setPin(told, { setupToken, pin: '123456' });
    expect(simple.errors).toMatchObject([{ code: 'PIN_TOO_SIMPLE', path: ['input', 'pin'] }]);
    await service.at('2026-04-01T01:00:00Z');
    expect(await setPin(told, { setupToken })).toMatchObject({ isSet: false, errors: [{ code: 'CODE_NOT_VALID' }] });
  });

  it.each(['123456', '000000', '12345', '12345a', ''])('refuses %j as too simple, right code or wrong', async (pin) => {
    const told = await story.registered();
    for (const changes of [{ pin }, { pin, trackingCode: '0000000000' }]) {
      expect(await setPin(told, changes)).toMatchObject({ isSet: false, errors: [{ code: 'PIN_TOO_SIMPLE' }] });
    }
  });
});
