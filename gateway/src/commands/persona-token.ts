import { personaAt, personaByName, personaNames, type Persona, type PersonaName } from '@onevisit/city';
import type { SigningKeys } from '@onevisit/home';
import { seededId } from '@onevisit/kernel';
import { signStaffToken } from '../authentication/development-issuer.ts';
import { UsageError } from './usage-error.ts';

/** A token of the development issuer for a persona, at home or in another organization. */
export async function personaToken(
  name: string,
  organizationCode: string | undefined,
  keys: SigningKeys,
): Promise<string> {
  const { staffCode, roles, organizationCode: at, areaCode, taskForceCode } = personaOf(name, organizationCode);
  return signStaffToken(
    {
      sub: seededId('staff', staffCode),
      roles,
      organization_id: seededId('organization', at),
      area_code: areaCode,
      task_force_code: taskForceCode,
    },
    keys,
  );
}

function personaOf(name: string, organizationCode: string | undefined): Persona {
  if (!isPersona(name)) {
    throw new UsageError(`没有角色 ${name}。可用：${personaNames.join(' ')}`, `There is no persona ${name}.`);
  }
  const persona = organizationCode === undefined ? personaByName.get(name) : personaAt(name, organizationCode);
  if (persona) return persona;
  throw new UsageError(
    `机构 ${organizationCode} 不存在，或没有担任 ${name} 的人员。`,
    `There is no organization ${organizationCode}, or nobody there is ${name}.`,
  );
}

const isPersona = (name: string): name is PersonaName => personaNames.some((known) => known === name);
