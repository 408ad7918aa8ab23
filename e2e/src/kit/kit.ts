import { setTimeout as pause } from 'node:timers/promises';
import { installationKeys, messageFile, type KeptMessage } from '@onevisit/home';
import { personaToken } from '@onevisit/gateway/persona-token';
import type { Variables } from './answer.ts';
import { clockOf, type StackClock } from './clock.ts';
import { person, type Person } from './person.ts';
import { knock, petitioner, type Credentials, type DoorAnswer } from './petitioner.ts';
import { inventedBy, petitionOf } from './petition.ts';
import { homeOf, runOf, type Whereabouts } from './stack.ts';
import { storyOf } from './story.ts';
import { tablesOf, type Tables } from './tables.ts';

/** Everything that a tester does with one stack. */
export type Kit = Readonly<{
  /** One of the personas, at home or in another organization; `null` has not logged in. */
  as: (persona: string | null, at?: Readonly<{ organization?: string }>) => Person;
  petitioner: (credentials: Credentials) => Promise<Person>;
  /** Posts to a door of petitioners and answers whatever came. */
  knock: (door: '/token/petitioner' | '/petitioner/pin', content: object) => Promise<DoorAnswer>;
  /** Waits for a message that the petitioner of a case gets, of a kind that its text tells, and returns it. */
  messageTo: (caseNo: string, text: RegExp) => Promise<KeptMessage>;
  /** The petitioner sets a PIN with the set-up token from the message. */
  setPin: (credentials: Credentials & Readonly<{ pin: string }>) => Promise<DoorAnswer>;
  clock: StackClock;
  tables: Tables;
  /** What a clerk types for an ordinary petition of somebody new. */
  aPetition: (overrides?: Variables) => Variables;
  story: ReturnType<typeof storyOf>;
}>;

export function kitOf(stack: Whereabouts): Kit {
  const { url } = runOf(stack);
  const clock = clockOf(stack);
  const as: Kit['as'] = (persona, at = {}) =>
    person({
      who: persona === null ? 'the public' : [persona, at.organization].filter(Boolean).join(' of '),
      url,
      token: async () => (persona === null ? null : tokenOf(stack, persona, at.organization)),
    });
  const aPetition: Kit['aPetition'] = (overrides) => petitionOf(inventedBy(stack), overrides);
  return {
    as,
    petitioner: (credentials) => petitioner(url, credentials),
    knock: (door, content) => knock(url, door, content),
    messageTo: (caseNo, text) => messageTo(stack, caseNo, text),
    setPin: async (credentials) => {
      const { text } = await messageTo(stack, credentials.caseNo, setupToken);
      const [token] = setupToken.exec(text) ?? [];
      return knock(url, '/petitioner/pin', { ...credentials, setupToken: token });
    },
    clock,
    tables: tablesOf(stack),
    aPetition,
    story: storyOf({ as, aPetition, clock }),
  };
}

const tokens = new Map<string, Promise<string>>();

/** As `npm run -s token` makes it; kept for the time of one test file, which is shorter than it is good for. */
function tokenOf(stack: Whereabouts, persona: string, organization?: string): Promise<string> {
  const key = [stack.folder, persona, organization].join(' ');
  const token = tokens.get(key) ?? personaToken(persona, organization, installationKeys(homeOf(stack)).tokenIssuer);
  tokens.set(key, token);
  return token;
}

const setupToken = /(?<=口令：)[0-9A-Z-]+/;
const patience = 10_000;

async function messageTo(stack: Whereabouts, caseNo: string, text: RegExp): Promise<KeptMessage> {
  const { messagesOf } = messageFile(homeOf(stack));
  for (const until = Date.now() + patience; Date.now() < until; await pause(50)) {
    const message = messagesOf(caseNo).findLast((one) => text.test(one.text));
    if (message) return message;
  }
  throw new Error(`no message about ${caseNo} like ${text}: ${JSON.stringify(messagesOf(caseNo))}`);
}
