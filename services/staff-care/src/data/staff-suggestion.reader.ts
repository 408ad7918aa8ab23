import { fieldsOf, selected, statement, type NewestFirst, type Reader } from '@onevisit/data';
import type { DueRow } from '@onevisit/events';
import type { SuggestionSubject, VisibleSuggestions } from '../domain/staff-suggestion.policy.ts';
import type {
  ExplainedDecision,
  StaffSuggestion,
  StaffSuggestionState,
  SuggestionText,
  WrittenAction,
  WrittenMessage,
} from '../domain/staff-suggestion.ts';
import { suggestionMessageTable, type SealedMessage } from './anonymous-door.table.ts';
import type { RowSeal } from './row-seal.ts';
import {
  staffSuggestionTable,
  suggestionActionTable,
  suggestionDecisionTable,
  type SealedAction,
  type SealedDecision,
  type SealedSuggestionText,
  type SuggestionKey,
} from './staff-suggestion.table.ts';

/** A suggestion with the superior of the author's organization: it decides who sees it. */
export type PlacedSuggestion = StaffSuggestion & SuggestionSubject;

export type OpenedSuggestionText = SuggestionText & Readonly<{ suggestionId: string }>;

type Page = Readonly<{ behind: NewestFirst; limit: number; state: StaffSuggestionState | null; now: Date }>;

const placed = `
  select ${selected(fieldsOf(staffSuggestionTable), 's')}, o.superior_id as "superiorId"
  from staff_suggestions s left join organizations o on o.id = s.organization_id`;

const byIds = statement<PlacedSuggestion>('suggestions-by-id', `${placed} where s.id = any($1)`);

const visible = statement<PlacedSuggestion>(
  'suggestions-visible',
  `${placed}
   where (s.listed_at, s.id) < ($1, $2) and ($4::text is null or s.state = $4)
     and (s.author_id::text = $5
       or (s.listed_at <= $8 and (($6::boolean and s.route = 'DIRECTOR')
         or (s.route = 'LEADER_IN_CHARGE' and $7::uuid in (s.organization_id, o.superior_id)))))
   order by s.listed_at desc, s.id desc limit $3`,
);

const texts = statement<SealedSuggestionText & SuggestionKey>(
  'suggestion-texts',
  `select t.suggestion_id as "suggestionId", t.title_sealed as "titleSealed", t.body_sealed as "bodySealed",
     k.wrapped_key as "wrappedKey"
   from suggestion_texts t join suggestion_keys k on k.suggestion_id = t.suggestion_id
   where t.suggestion_id = any($1)`,
);

const lastDecisions = statement<SealedDecision & SuggestionKey>(
  'suggestion-decisions',
  `select distinct on (d.suggestion_id) ${selected(fieldsOf(suggestionDecisionTable), 'd')},
     k.wrapped_key as "wrappedKey"
   from suggestion_decisions d join suggestion_keys k on k.suggestion_id = d.suggestion_id
   where d.suggestion_id = any($1)
   order by d.suggestion_id, d.decided_at desc, d.id desc`,
);

const actions = statement<SealedAction & SuggestionKey>(
  'suggestion-actions',
  `select ${selected(fieldsOf(suggestionActionTable), 'a')}, k.wrapped_key as "wrappedKey"
   from suggestion_actions a join suggestion_keys k on k.suggestion_id = a.suggestion_id
   where a.suggestion_id = any($1)
   order by a.due_on, a.id`,
);

const messages = statement<SealedMessage & SuggestionKey>(
  'suggestion-messages',
  `select ${selected(fieldsOf(suggestionMessageTable), 'm')}, k.wrapped_key as "wrappedKey"
   from suggestion_messages m join suggestion_keys k on k.suggestion_id = m.suggestion_id
   where m.suggestion_id = any($1)
   order by m.shown_at, m.id`,
);

const byReplyToken = statement<{ suggestionId: string }>(
  'suggestion-by-reply-token',
  'select suggestion_id as "suggestionId" from suggestion_reply_tokens where reply_token_hash = $1',
);

const waiting = statement<DueRow>(
  'waiting-suggestions',
  `select id, release_at as "dueAt" from waiting_suggestions where release_at <= $1 order by release_at, id limit $2`,
);

export const staffSuggestionReader = ({ rows }: Reader, rowSeal: RowSeal) => ({
  byIds: (ids: readonly string[]) => rows(byIds, [ids]),

  page: ({ behind: { at, id }, limit, state, now }: Page, viewer: VisibleSuggestions) =>
    rows(visible, [at, id, limit, state, viewer.authorId, viewer.isDirector, viewer.leadsOrganizationId, now]),

  texts: async (ids: readonly string[]): Promise<readonly OpenedSuggestionText[]> =>
    (await rows(texts, [ids])).map(({ suggestionId, wrappedKey, titleSealed, bodySealed }) => {
      const cells = rowSeal.under(suggestionId, wrappedKey);
      return {
        suggestionId,
        title: cells.open('suggestion_texts.title_sealed', suggestionId, titleSealed),
        body: cells.open('suggestion_texts.body_sealed', suggestionId, bodySealed),
      };
    }),

  lastDecisions: async (ids: readonly string[]): Promise<readonly ExplainedDecision[]> =>
    (await rows(lastDecisions, [ids])).map(({ wrappedKey, explanationSealed, ...decision }) => ({
      ...decision,
      explanation: rowSeal
        .under(decision.suggestionId, wrappedKey)
        .open('suggestion_decisions.explanation_sealed', decision.id, explanationSealed),
    })),

  messagesOf: async (ids: readonly string[]): Promise<readonly WrittenMessage[]> =>
    (await rows(messages, [ids])).map(({ wrappedKey, textSealed, ...message }) => ({
      ...message,
      text: rowSeal
        .under(message.suggestionId, wrappedKey)
        .open('suggestion_messages.text_sealed', message.id, textSealed),
    })),

  idByReplyToken: async (replyTokenHash: string): Promise<string | null> =>
    (await rows(byReplyToken, [replyTokenHash]))[0]?.suggestionId ?? null,

  /** Anonymous ones whose time to be shown has come. */
  waiting: (now: Date, limit: number) => rows(waiting, [now, limit]),

  actionsOf: async (ids: readonly string[]): Promise<readonly WrittenAction[]> =>
    (await rows(actions, [ids])).map(({ wrappedKey, textSealed, ...action }) => ({
      ...action,
      text: rowSeal
        .under(action.suggestionId, wrappedKey)
        .open('suggestion_actions.text_sealed', action.id, textSealed),
    })),
});
