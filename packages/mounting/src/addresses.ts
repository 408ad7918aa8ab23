type Environment = Readonly<Record<string, string | undefined>>;

/** Where a subgraph is served, where that is not here: `STAFF_CARE_URL` of `staff-care`. */
export function addressOf(subgraph: string, environment: Environment = process.env): string | null {
  const name = `${subgraph.replaceAll('-', '_').toUpperCase()}_URL`;
  const address = environment[name];
  if (!address) return null;
  if (!URL.canParse(address)) throw new Error(`${name} 不是网址：${address}。 ${name} is no URL: ${address}.`);
  return address;
}
