import { describe, expect, it } from '@jest/globals';
import { errorCodes, errorTexts } from '@onevisit/subgraph';
import { GraphQLError } from 'graphql';
import { formattedError } from './format-error.ts';

/** As Apollo Server calls it. */
function formatted(extensions: Record<string, unknown>, message = 'select secret at /srv/db.ts:1') {
  const logged: unknown[] = [];
  const error = new GraphQLError(message, { extensions, path: ['hall', 0] });
  const result = formattedError(error.toJSON(), error, 'en', (cause) => void logged.push(cause));
  return { result, logged };
}

describe('a top-level error', () => {
  it.each(errorCodes.filter((code) => !['INTERNAL_SERVER_ERROR', 'SUBGRAPH_CONTRACT_VIOLATION'].includes(code)))(
    'keeps the code %s of the closed list',
    (code) => {
      expect(formatted({ code }).result.extensions).toEqual({ code });
    },
  );

  it('has the standard words of its code', () => {
    expect(formatted({ code: 'FORBIDDEN' }).result.message).toBe(errorTexts.FORBIDDEN.en);
  });

  it('loses everything but code and place', () => {
    const { result } = formatted({ code: 'FORBIDDEN', stacktrace: ['at x.ts:1'], serviceName: 'halls', response: {} });
    expect(result).toEqual({ message: errorTexts.FORBIDDEN.en, path: ['hall', 0], extensions: { code: 'FORBIDDEN' } });
  });

  it.each([
    ['MAX_RECURSIVE_SELECTIONS_EXCEEDED', 'TOO_MANY_SELECTIONS'],
    ['INTROSPECTION_DISABLED', 'INTROSPECTION_DISABLED'],
    ['TOO_DEEP', 'TOO_DEEP'],
    ['COST_EXCEEDED', 'COST_EXCEEDED'],
  ])('of a validation rule has the rule’s code: %s', (validationErrorCode, code) => {
    const given = { code: 'GRAPHQL_VALIDATION_FAILED', validationErrorCode };
    expect(formatted(given).result.extensions).toEqual({ code });
  });

  it.each(['DOWNSTREAM_SERVICE_ERROR', 'INVALID_GRAPHQL', undefined, 42])(
    'with a code that is not of the list (%s) is an error id',
    (code) => {
      const { result, logged } = formatted({ code });
      expect(result).toEqual({
        message: errorTexts.INTERNAL_SERVER_ERROR.en,
        path: ['hall', 0],
        extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: expect.any(String) },
      });
      expect(logged).toHaveLength(1);
    },
  );

  it('that a subgraph has logged keeps its id and is not logged again', () => {
    const { result, logged } = formatted({ code: 'INTERNAL_SERVER_ERROR', errorId: 'e1' });
    expect([result.extensions, logged]).toEqual([{ code: 'INTERNAL_SERVER_ERROR', errorId: 'e1' }, []]);
  });
});
