import { describe, expect, it } from '@jest/globals';
import { ResponseText, stringifyResult } from './response-text.ts';

describe('stringifyResult', () => {
  it('writes data that is text already as it is, between errors and extensions', () => {
    const data = new ResponseText('{"a":1}');
    expect(stringifyResult({ errors: [{ message: 'no' }], data, extensions: { cost: 3 } })).toBe(
      '{"errors":[{"message":"no"}],"data":{"a":1},"extensions":{"cost":3}}\n',
    );
  });

  it('writes any other result, and leaves out what is undefined', () => {
    expect(stringifyResult({ data: { a: [1, null] }, errors: undefined })).toBe('{"data":{"a":[1,null]}}\n');
    expect(stringifyResult({ data: null })).toBe('{"data":null}\n');
  });

  it('lets go of the text once it is written', () => {
    const data = new ResponseText('{"a":1}');
    stringifyResult({ data });
    expect(JSON.stringify(data)).toBe('null');
  });
});

describe('ResponseText', () => {
  it('is its data to whoever looks into it', () => {
    expect(JSON.parse(JSON.stringify({ data: new ResponseText('{"a":["b"]}') }))).toEqual({ data: { a: ['b'] } });
  });
});
