import { describe, expect, it } from '@jest/globals';
import { answerReader } from './answer-reader.ts';

const whole = (text: string) => answerReader()(Buffer.from(text));
const told = (text: string) => {
  const answer = whole(text);
  return answer && { ...answer, body: answer.body.toString() };
};

describe('an answer', () => {
  it('that tells its length is whole with its last byte', () => {
    const text = 'HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{"a":1}';
    expect(told(text)).toEqual({ status: 200, body: '{"a":1}', isLast: false });
    expect(told(text.slice(0, -1))).toBeNull();
  });

  it('that comes in chunks is whole with the empty one', () => {
    const head = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';
    expect(told(`${head}4\r\n{"a"\r\n3\r\n:1}\r\n0\r\n\r\n`)).toEqual({ status: 200, body: '{"a":1}', isLast: false });
    expect(told(`${head}4\r\n{"a"\r\n3\r\n:1}\r\n`)).toBeNull();
  });

  it('comes together from pieces of any size', () => {
    const text = 'HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 6\r\n\r\n错误';
    const read = answerReader();
    const answers = [...Buffer.from(text)].map((byte) => read(Buffer.from([byte])));
    expect(answers.slice(0, -1)).toEqual(answers.slice(0, -1).map(() => null));
    expect(answers.at(-1)).toEqual({ status: 400, body: Buffer.from('错误'), isLast: true });
  });

  it('without a body is whole with its head', () => {
    expect(told('HTTP/1.1 401 Unauthorized\r\n\r\n')).toEqual({ status: 401, body: '', isLast: false });
  });
});
