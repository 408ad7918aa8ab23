import { randomBytes } from 'node:crypto';
import { counties, personaAt, type Persona, type PersonaName } from '@onevisit/city';
import { seededId, type Viewer } from '@onevisit/kernel';

/** Somebody in whose name requests are sent. */
export type Caller = Readonly<{
  persona: PersonaName;
  organizationCode: string;
  viewer: Viewer;
  /** What stand for a signed token where nothing can be signed: several, so that no two requests under way are equal. */
  fixedTokens: readonly string[];
}>;

const tokensOfEach = 24;

const cityBureau = '990100-LETT';
const countyBureaus: readonly string[] = counties.map(({ code }) => `${code}-LETT`);

const callersAt = (names: readonly PersonaName[], organizations: readonly string[]): readonly Caller[] =>
  organizations.flatMap((code) =>
    names.flatMap((name) => {
      const persona = personaAt(name, code);
      return persona ? [callerOf(persona)] : [];
    }),
  );

/** Who works through lists of cases: the bureaus of all counties, their chiefs, and the director. */
export const listCallers: readonly Caller[] = [
  ...callersAt(['bureau', 'chief'], countyBureaus),
  ...callersAt(['director'], [cityBureau]),
];

/** Who looks over the city: the director and the chiefs of the counties. */
export const overviewCallers: readonly Caller[] = listCallers.filter(({ persona }) => persona !== 'bureau');

function callerOf({ name, staffCode, roles, organizationCode, areaCode, taskForceCode }: Persona): Caller {
  return {
    persona: name,
    organizationCode,
    fixedTokens: Array.from({ length: tokensOfEach }, () => randomBytes(32).toString('base64url')),
    viewer: {
      id: seededId('staff', staffCode),
      roles,
      organizationId: seededId('organization', organizationCode),
      areaCode,
      taskForceCode,
      caseId: null,
      grade: null,
      language: 'zh-CN',
    },
  };
}
