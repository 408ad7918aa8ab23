import type { PetitionContact, PetitionHistory, PetitionStep } from '@onevisit/city';
import { ok, seededId } from '@onevisit/kernel';
import { broughtAgain } from '../../domain/replay-contact.ts';
import type { Chapter } from '../../domain/replay.ts';
import { ending } from './ending-chapters.ts';
import { handling } from './handling-chapters.ts';
import { routing } from './routing-chapters.ts';
import type { Teller } from './teller.ts';

/** The history of a petition after its registration, in order of time. */
export const chaptersOf = (teller: Teller, { contacts, steps }: PetitionHistory): readonly Chapter[] =>
  [
    ...contacts.slice(1).map((contact) => contactChapter(teller, contact)),
    ...steps.flatMap((step) => stepChapters(teller, step)),
  ].toSorted((one, other) => one.at.getTime() - other.at.getTime());

type Tell = (teller: Teller, step: PetitionStep) => readonly Chapter[];

// The tables say which step each of theirs takes; here it is known only when it comes.
const tellings = { ...routing, ...handling, ...ending } as Readonly<Partial<Record<string, Tell>>>;

function stepChapters(teller: Teller, step: PetitionStep): readonly Chapter[] {
  const tell = tellings[step.kind];
  if (!tell) throw new RangeError(`no verb takes the step ${step.kind}`);
  return tell(teller, step);
}

const contactChapter = (teller: Teller, contact: PetitionContact): Chapter => ({
  name: 'BROUGHT_AGAIN',
  at: contact.receivedAt,
  take: (file) =>
    ok(
      broughtAgain(
        file,
        {
          id: teller.idsAt(contact.receivedAt)(),
          receiptNo: teller.number('RECEIPT', contact.receivedAt),
          channel: contact.channel,
          receivedAt: contact.receivedAt,
          windowId: contact.windowCode === null ? null : seededId('service-window', contact.windowCode),
          isInPerson: contact.isInPerson,
          partySize: contact.partySize,
          handledBy: teller.directory.somebody(contact.handledBy).member.id,
        },
        teller.directory.organization(contact.receivingOrganizationCode),
      ),
    ),
});
