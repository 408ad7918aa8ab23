import { person, type Person } from './person.ts';

/** What a petitioner holds: the number and the code from the receipt, and the PIN once it is set. */
export type Credentials = Readonly<{ caseNo: string; trackingCode: string; pin?: string }>;

/** What a door of petitioners answered. */
export type DoorAnswer = Readonly<{ status: number; body: Readonly<Record<string, unknown>> }>;

/** Posts to `/token/petitioner` or `/petitioner/pin`. */
export async function knock(url: string, door: string, content: object): Promise<DoorAnswer> {
  const response = await fetch(`${url}${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify(content),
  });
  return { status: response.status, body: (await response.json()) as DoorAnswer['body'] };
}

/** The petitioner of one case, at home with a browser. */
export async function petitioner(url: string, credentials: Credentials): Promise<Person> {
  const { status, body } = await knock(url, '/token/petitioner', credentials);
  const { token } = body;
  if (typeof token !== 'string') throw new Error(`no token for the petitioner: ${status} ${JSON.stringify(body)}`);
  return person({ who: 'the petitioner', url, token: async () => token });
}
