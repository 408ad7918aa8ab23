import { Client, types, type ClientConfig } from 'pg';

/** A statement that the server parses once. */
export type Named = Readonly<{ name: string; text: string }>;

/** One connection to one subgraph's database; requests share it, one behind the other without waiting. */
export type Rows = <Row>(statement: Named, values: readonly unknown[]) => Promise<readonly Row[]>;

export type Databases = Readonly<{ cases: Rows; organizations: Rows; staffCare: Rows; innovation: Rows }>;

/** Instants come as the text that the answer shows. */
const instantsAsText: ClientConfig['types'] = {
  getTypeParser: (type, format) =>
    type === types.builtins.TIMESTAMPTZ
      ? (text: string) => new Date(text).toISOString()
      : types.getTypeParser(type, format),
};

export async function connect(urlOf: (database: string) => string): Promise<Databases> {
  const rowsOf = async (database: string): Promise<Rows> => {
    const client = new Client({ connectionString: urlOf(database), types: instantsAsText, pipeline: true });
    await client.connect();
    return async <Row>({ name, text }: Named, values: readonly unknown[]) => {
      const { rows } = await client.query({ name, text, values: [...values] });
      return rows as Row[];
    };
  };
  const [cases, organizations, staffCare, innovation] = await Promise.all([
    rowsOf('onevisit_cases'),
    rowsOf('onevisit_organizations'),
    rowsOf('onevisit_staff_care'),
    rowsOf('onevisit_innovation'),
  ]);
  return { cases, organizations, staffCare, innovation };
}
