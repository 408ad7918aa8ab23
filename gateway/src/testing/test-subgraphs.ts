import { addStatements } from '@onevisit/data';
import { authorize, type Viewer } from '@onevisit/kernel';
import { buildSchema, graphError, type Subgraph } from '@onevisit/subgraph';
import { parse } from 'graphql';

/** The context of a test subgraph's operations. */
type Asked = Readonly<{ viewer: Viewer }>;

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible"])`;

/** Halls: who asks, what fails, and a mutation that only the gateway may call. */
export const hallsTypeDefs = parse(`
  ${link}
  type Hall @key(fields: "code") { code: ID! name: String! }
  type Query {
    hall(code: ID!): Hall
    halls: [Hall!]!
    asker: String!
    staffOnly: String
    fails: String
    brokenInput(day: String!): String
    sleeps: String
  }
  type Mutation {
    openHall(code: ID!): Hall
    verifyTrackingCode(input: VerifyTrackingCodeInput!): VerifyTrackingCodePayload! @inaccessible
    setPetitionerPin(input: SetPetitionerPinInput!): SetPetitionerPinPayload! @inaccessible
  }
  input VerifyTrackingCodeInput @inaccessible { caseNo: String! trackingCode: String! pin: String }
  type VerifyTrackingCodePayload @inaccessible { caseId: ID grade: String errors: [CodeError!]! }
  input SetPetitionerPinInput @inaccessible {
    caseNo: String! trackingCode: String! setupToken: String! pin: String!
  }
  type SetPetitionerPinPayload @inaccessible { isSet: Boolean! errors: [CodeError!]! }
  type CodeError @inaccessible { code: String! message: String! }
`);

/** Windows: contributes to the halls of the other one. */
export const windowsTypeDefs = parse(`
  ${link}
  type Hall @key(fields: "code") { code: ID! windows: [Window!] openWindows: Int! broken: String! }
  type Window @key(fields: "id") { id: ID! hall: Hall clerk: String! }
  type Query { window(id: ID!): Window hidden: Window }
`);

const hallsByCode = new Map([
  ['A', { code: 'A', name: '东厅' }],
  ['B', { code: 'B', name: '西厅' }],
]);
const windows = [
  { id: 'w1', hallCode: 'A', clerk: 'c1' },
  { id: 'w2', hallCode: 'A', clerk: 'c2' },
];

/** Holds whoever comes to it until a test lets them go on. */
export type Gate = Readonly<{ open: () => void; pass: () => Promise<void>; waiting: () => number }>;

export function aGate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  let waiting = 0;
  return {
    open: resolve,
    pass: () => {
      waiting += 1;
      return promise;
    },
    waiting: () => waiting,
  };
}

const subgraph = (name: string, typeDefs: ReturnType<typeof parse>, resolvers: object): Subgraph => ({
  name,
  schema: buildSchema(typeDefs, resolvers),
  operation: (viewer) => ({ viewer }) satisfies Asked,
  consume: async () => undefined,
  start: async () => undefined,
  settle: async () => undefined,
  stop: async () => undefined,
});

/** `gate` holds the field `sleeps`. */
export const hallsSubgraph = (gate: Gate = aGate()): Subgraph =>
  subgraph('halls', hallsTypeDefs, {
    Query: {
      hall: (_parent: unknown, { code }: { code: string }) => counted(hallsByCode.get(code) ?? null),
      halls: () => counted([...hallsByCode.values()]),
      asker: (_parent: unknown, _given: unknown, { viewer }: Asked) => JSON.stringify(viewer),
      staffOnly: (_parent: unknown, _given: unknown, { viewer }: Asked) => {
        authorize(viewer, 'staff:read');
        return 'staff';
      },
      fails: () => {
        throw new Error('select secret from table at /srv/db.ts:1');
      },
      brokenInput: () => {
        throw graphError('BAD_USER_INPUT', { zh: '日期有误。', en: 'The day is wrong.' });
      },
      sleeps: async () => {
        await gate.pass();
        return 'awake';
      },
    },
    Mutation: {
      openHall: (_parent: unknown, { code }: { code: string }) => counted(hallsByCode.get(code) ?? null),
      verifyTrackingCode: (_parent: unknown, { input }: { input: Given }) => counted(verified(input)),
      setPetitionerPin: (_parent: unknown, { input }: { input: Given }) =>
        input.setupToken === 'SETUP' ? { isSet: true, errors: [] } : { isSet: false, errors: notValid },
    },
    Hall: { __resolveReference: ({ code }: { code: string }) => counted(hallsByCode.get(code) ?? null) },
  });

type Given = Readonly<{ caseNo: string; trackingCode: string; pin?: string | null; setupToken?: string }>;

function verified({ caseNo, trackingCode, pin }: Given) {
  if (caseNo !== 'YZ26-7F3K-9QXM-K' || trackingCode !== 'ABCDE12345') return notVerified;
  if (pin !== undefined && pin !== null && pin !== '246810') return notVerified;
  return { caseId: 'case-1', grade: pin ? 'ACT' : 'VIEW', errors: [] };
}

const notValid = [{ code: 'CODE_NOT_VALID', message: 'Not valid.' }];
const notVerified = { caseId: null, grade: null, errors: notValid };

export const windowsSubgraph = (): Subgraph =>
  subgraph('windows', windowsTypeDefs, {
    Query: {
      window: (_parent: unknown, { id }: { id: string }) => counted(windows.find((window) => window.id === id) ?? null),
      hidden: () => ({ id: 'w9', hallCode: 'gone', clerk: 'c9' }),
    },
    Window: { hall: ({ hallCode }: { hallCode: string }) => ({ code: hallCode }) },
    Hall: {
      __resolveReference: (reference: { code: string }) => counted(reference),
      windows: ({ code }: { code: string }) => windows.filter(({ hallCode }) => hallCode === code),
      openWindows: ({ code }: { code: string }) => windows.filter(({ hallCode }) => hallCode === code).length,
      broken: () => null,
    },
  });

/** As a resolver that sends one statement for it. */
function counted<Value>(value: Value): Value {
  addStatements(1);
  return value;
}
