import { said, errorTexts, type ErrorCode, type Text } from '@onevisit/subgraph';
import { GraphQLError, type ASTVisitor, type ValidationContext, type ValidationRule } from 'graphql';
import { sizeOf, type DocumentSize } from './document-size.ts';
import type { Limits } from './limits.ts';

type Bound = Readonly<{ of: keyof DocumentSize & keyof Limits; code: ErrorCode }>;

/** In the order in which they are told; the first that is broken is the one that the client hears of. */
const bounds: readonly Bound[] = [
  { of: 'operations', code: 'OPERATION_RESOLUTION_FAILURE' },
  { of: 'rootFields', code: 'TOO_MANY_ROOT_FIELDS' },
  { of: 'aliases', code: 'TOO_MANY_ALIASES' },
  { of: 'depth', code: 'TOO_DEEP' },
  { of: 'directives', code: 'TOO_MANY_DIRECTIVES' },
  { of: 'selections', code: 'TOO_MANY_SELECTIONS' },
  { of: 'fragments', code: 'TOO_MANY_SELECTIONS' },
];

/**
 * Refuses a document that is larger than the limits, before anything is planned. A validation rule and not a hook:
 * what a hook throws would be answered as a fault of the server.
 */
export const sizeRule =
  (limits: Limits): ValidationRule =>
  (context: ValidationContext): ASTVisitor => ({
    Document: (document) => {
      const size = sizeOf(document);
      const broken = bounds.find(({ of }) => size[of] > limits[of]);
      if (broken) context.reportError(tooLarge(broken, limits));
      // Nothing else needs to be known of it; the other rules still see it, bounded by the number of tokens.
      return undefined;
    },
  });

function tooLarge({ of, code }: Bound, limits: Limits): GraphQLError {
  const text: Text = {
    zh: `${errorTexts[code].zh.replace(/。$/, '')}（上限 ${limits[of]}）。`,
    en: `${errorTexts[code].en.replace(/\.$/, '')} (at most ${limits[of]}).`,
  };
  return new GraphQLError(said(text, 'en'), { extensions: { validationErrorCode: code, text } });
}
