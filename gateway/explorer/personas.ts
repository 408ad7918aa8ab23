/** One operation to start from. */
export type Example = Readonly<{ title: string; query: string; variables: string }>;

/** Somebody whom the explorer can ask as. */
export type Persona = Readonly<{
  name: string;
  /** 岗位 in Chinese. */
  title: string;
  organizationCode: string;
  examples: readonly Example[];
}>;

export async function fetchPersonas(): Promise<readonly Persona[]> {
  const response = await fetch('/explorer/personas');
  return response.ok ? ((await response.json()) as readonly Persona[]) : [];
}

type Kept = Readonly<{ token: string; until: number }>;
const kept = new Map<string, Kept>();
const renewAfterMs = 10 * 60_000;

/** A token of the persona, asked for anew before it runs out. */
export async function tokenOf(persona: string, organizationCode: string): Promise<string | null> {
  const key = `${persona}@${organizationCode}`;
  const known = kept.get(key);
  if (known && known.until > Date.now()) return known.token;
  const response = await fetch('/explorer/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona, ...(organizationCode !== '' && { organizationCode }) }),
  });
  if (!response.ok) return null;
  const { token } = (await response.json()) as Readonly<{ token: string }>;
  kept.set(key, { token, until: Date.now() + renewAfterMs });
  return token;
}
