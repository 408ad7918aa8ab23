/** One HTTP answer, body and all. */
export type Answer = Readonly<{ status: number; body: Buffer; isLast: boolean }>;

/** Takes what comes over a connection; gives the answer once it is whole. One answer at a time. */
export type AnswerReader = (chunk: Buffer) => Answer | null;

const nothing = Buffer.alloc(0);
const headEnd = Buffer.from('\r\n\r\n');
const lineEnd = Buffer.from('\r\n');

/** Reads answers that tell their length or come in chunks: all that servers send to a POST over HTTP/1.1. */
export function answerReader(): AnswerReader {
  let received: Buffer = nothing;
  return (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const at = received.indexOf(headEnd);
    if (at === -1) return null;
    const head = received.toString('latin1', 0, at);
    const body = bodyIn(head, received.subarray(at + headEnd.length));
    if (!body) return null;
    received = nothing;
    return { status: Number(head.slice(9, 12)), body, isLast: /^connection:\s*close$/im.test(head) };
  };
}

function bodyIn(head: string, rest: Buffer): Buffer | null {
  if (/^transfer-encoding:\s*chunked$/im.test(head)) return chunksIn(rest);
  const length = Number(/^content-length:\s*(\d+)$/im.exec(head)?.[1] ?? 0);
  return rest.length >= length ? rest.subarray(0, length) : null;
}

function chunksIn(rest: Buffer): Buffer | null {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const sizeEnd = rest.indexOf(lineEnd, at);
    if (sizeEnd === -1) return null;
    const size = Number.parseInt(rest.toString('latin1', at, sizeEnd), 16);
    const end = sizeEnd + lineEnd.length + size;
    if (rest.length < end + lineEnd.length) return null;
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(rest.subarray(sizeEnd + lineEnd.length, end));
    at = end + lineEnd.length;
  }
}
