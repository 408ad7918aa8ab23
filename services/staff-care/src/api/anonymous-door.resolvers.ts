import { payload, said } from '@onevisit/subgraph';
import { findAnonymousSuggestion } from '../app/anonymous/find-anonymous-suggestion.ts';
import { issueAnonymousToken } from '../app/anonymous/issue-token.ts';
import { postAnonymousSuggestion } from '../app/anonymous/post-anonymous-suggestion.ts';
import { prepareAnonymousToken } from '../app/anonymous/prepare-token.ts';
import { replyAsAnonymousAuthor } from '../app/anonymous/reply-as-anonymous-author.ts';
import { withoutKey } from '../app/anonymous/without-key.ts';
import { writeToAnonymousAuthor } from '../app/anonymous/write-to-anonymous-author.ts';
import { findSuggestion } from '../app/suggestion/find-suggestion.ts';
import { everybody, mostHoursHidden } from '../domain/anonymous-token.ts';
import {
  anonymityNotice,
  issueAnonymousTokenErrors,
  postAnonymousSuggestionErrors,
  prepareAnonymousTokenErrors,
  replyAsAnonymousAuthorErrors,
  writeToAnonymousAuthorErrors,
} from './anonymous-door.errors.ts';
import type { MutationResolvers, QueryResolvers } from './generated.ts';

export const anonymousDoorQueries = {
  anonymousSuggestion: (_, { replyToken }, operation) => findAnonymousSuggestion(operation, replyToken),
} satisfies Partial<QueryResolvers>;

export const anonymousDoorMutations = {
  prepareAnonymousToken: async (_, { input }, operation) =>
    payload(
      operation,
      withoutKey(await prepareAnonymousToken(operation, input)),
      prepareAnonymousTokenErrors,
      async ({ month, unitGroup, publicKey }) => ({
        key: {
          purpose: input.purpose,
          month,
          unitGroup: unitGroup === everybody ? null : unitGroup,
          publicKey,
          notice: said(anonymityNotice, operation.viewer.language),
        },
      }),
    ),
  issueAnonymousToken: async (_, { input }, operation) =>
    payload(
      operation,
      withoutKey(await issueAnonymousToken(operation, input)),
      issueAnonymousTokenErrors,
      async ({ blindSignature }) => ({ blindSignature }),
    ),
  postAnonymousSuggestion: async (_, { input }, operation) =>
    payload(
      operation,
      withoutKey(await postAnonymousSuggestion(operation, input)),
      postAnonymousSuggestionErrors,
      async () => ({
        shownWithinHours: mostHoursHidden,
      }),
    ),
  replyAsAnonymousAuthor: async (_, { input }, operation) =>
    payload(
      operation,
      withoutKey(await replyAsAnonymousAuthor(operation, input)),
      replyAsAnonymousAuthorErrors,
      async () => ({
        staffSuggestion: await findAnonymousSuggestion(operation, input.replyToken),
      }),
    ),
  writeToAnonymousAuthor: async (_, { input }, operation) =>
    payload(
      operation,
      await writeToAnonymousAuthor(operation, input),
      writeToAnonymousAuthorErrors,
      async ({ suggestionId }) => ({ staffSuggestion: await findSuggestion(operation, suggestionId) }),
    ),
} satisfies Partial<MutationResolvers>;
