/** The data of an answer, as the JSON text that is sent. */
export class ResponseText {
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text, once: whoever keeps the answer longer than it is needed no longer keeps the text with it. */
  take(): string {
    const text = this.#text;
    this.#text = 'null';
    return text;
  }

  /** For whoever wants the data themselves. */
  toJSON(): unknown {
    return JSON.parse(this.#text) as unknown;
  }
}

/** A GraphQL result as JSON text: Apollo Server's `stringifyResult`. Data that is text already is not made again. */
export function stringifyResult(result: object): string {
  const members = Object.entries(result).flatMap(([name, value]) => {
    const text = value instanceof ResponseText ? value.take() : (JSON.stringify(value) as string | undefined);
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
  });
  return `{${members.join(',')}}\n`;
}
