import { runSql } from '../installation/cluster.ts';
import { operationNames, type OperationName } from '../operations/documents.ts';
import type { Questions } from '../operations/questions.ts';
import type { Settings } from '../settings.ts';
import type { Running } from '../variants/start-variants.ts';
import type { Variant, VariantName } from '../variants/variant.ts';
import { sample, type Sample } from './sample.ts';

/** Samples of each variant and operation, one of each round. */
export type Samples = ReadonlyMap<VariantName, ReadonlyMap<OperationName, readonly Sample[]>>;

/**
 * Each round takes every operation of every variant, A B C in one and C B A in the next: what the machine does beside
 * it falls on all alike, and each round can be compared within itself.
 */
export async function allRounds(
  { variants, tokens }: Running,
  questions: Questions,
  settings: Settings,
): Promise<Samples> {
  const samples = new Map(
    variants.map(
      ({ name }) => [name, new Map(operationNames.map((operation) => [operation, [] as Sample[]]))] as const,
    ),
  );
  for (let round = 0; round < settings.rounds; round += 1) {
    for (const operation of operationNames) {
      await tokens.renew();
      const order = round % 2 === 0 ? variants : variants.toReversed();
      for (const variant of order) {
        const taken = await sampled(variant, operation, { questions, settings, isFirst: round === 0 });
        samples.get(variant.name)?.get(operation)?.push(taken);
      }
    }
    console.log(`第 ${round + 1}/${settings.rounds} 轮 round done`);
  }
  return samples;
}

type Run = Readonly<{ questions: Questions; settings: Settings; isFirst: boolean }>;

async function sampled(variant: Variant, operation: OperationName, { questions, settings, isFirst }: Run) {
  const count = settings.counts[operation];
  const warmUp = Math.ceil(count / (isFirst ? 1 : 4));
  const began = new Date();
  const taken = await sample(variant, questions[operation], { count, warmUp, connections: settings.connections });
  if (operation === 'mutation') await forgetMutations(variant, began);
  return taken;
}

/** Takes away what a round has written, so that the next finds what this one found. */
async function forgetMutations({ cluster }: Variant, since: Date): Promise<void> {
  const written = `(select id from care_requests where filed_at >= '${since.toISOString()}')`;
  await runSql(cluster.ownerUrlOf('onevisit_staff_care'), [
    `delete from care_texts where care_request_id in ${written}`,
    `delete from care_keys where care_request_id in ${written}`,
    `delete from care_requests where filed_at >= '${since.toISOString()}'`,
    `delete from idempotency_keys where created_at >= '${since.toISOString()}'`,
    'vacuum analyze care_texts, care_keys, care_requests, idempotency_keys',
  ]);
}
