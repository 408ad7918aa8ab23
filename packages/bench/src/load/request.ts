/** A GraphQL request as it goes over the wire. */
export type WireRequest = Readonly<{
  path: string;
  headers: Readonly<Record<string, string>>;
  query: string;
  variables: object;
}>;

export function requestBytes({ path, headers, query, variables }: WireRequest): Buffer {
  const body = Buffer.from(JSON.stringify({ query, variables }));
  const lines = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'accept: application/json',
    'content-type: application/json',
    `content-length: ${body.length}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}
