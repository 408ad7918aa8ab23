import type { EntitySlot, PathStep } from '../planner/plan.ts';
import { askedAt, type AskedFields } from './asked-fields.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';
import { merge, mergeCopy } from './merge.ts';
import { compilePath, type ResponsePath } from './path.ts';
import { representationKey } from './representation-key.ts';
import { compileRepresentation } from './representations.ts';
import { compileRewrites, type Change } from './rewrite.ts';
import type { Run } from './run.ts';
import type { TypeNames } from './type-names.ts';

/** All that wait for the answer to one representation. */
export type Owners = Readonly<{ representation: JsonObject; objects: JsonObject[] }>;

/** One `_entities` field of a fetch, compiled. */
export type Slot = Readonly<{
  answer: string;
  variable: string;
  /** Every distinct representation, with the entities that it stands for. */
  ownersIn: (run: Run<unknown>) => readonly Owners[];
  /** Every place of these entities in the result. */
  placesOf: (objects: readonly JsonObject[], root: JsonObject) => ResponsePath[];
  /** The place of the whole fetch: as far as there is but one. */
  place: ResponsePath;
  /** Merges the answers; true where the subgraph had none for some entity. */
  receive: (answers: unknown, owners: readonly Owners[]) => boolean;
}>;

export type SlotParts = Readonly<{
  service: string;
  place: readonly PathStep[];
  types: TypeNames;
  asked: AskedFields;
}>;

export function compileSlot(entity: EntitySlot, { service, place, types, asked }: SlotParts): Slot {
  const steps = entity.paths.map((path) => [...place, ...path]);
  const paths = steps.map((each) => ({
    ...compilePath(each, types),
    represent: compileRepresentation({ service, ...entity, asked: askedAt(asked, each) }, types),
  }));
  const rewriteAnswer = compileRewrites(entity.outputRewrites, types);

  return {
    answer: entity.answer,
    variable: entity.variable,
    ownersIn: (run) => {
      const owners = new Map<string, Owners>();
      for (const path of paths) {
        for (const object of path.objectsIn(run.data)) {
          const representation = path.represent(object, run.variables);
          if (representation) addOwner(owners, object, representation);
        }
      }
      return [...owners.values()];
    },
    placesOf: (objects, root) =>
      paths.flatMap((path) => {
        const places = path.placesIn(root);
        return objects.flatMap((object) => places.get(object) ?? []);
      }),
    place: steps.length === 1 ? commonPlace(steps[0] ?? []) : [],
    receive: (answers, owners) => {
      const list = checkedAnswers(entity.answer, answers, owners.length);
      for (const [at, { objects }] of owners.entries()) {
        const answer = list[at];
        if (isJsonObject(answer)) give(answer, objects, rewriteAnswer, types);
      }
      return !list.every(isJsonObject);
    },
  };
}

function addOwner(owners: Map<string, Owners>, object: JsonObject, representation: JsonObject): void {
  const key = representationKey(representation);
  const known = owners.get(key);
  if (known) known.objects.push(object);
  else owners.set(key, { representation, objects: [object] });
}

function commonPlace(steps: readonly PathStep[]): ResponsePath {
  const list = steps.findIndex(({ kind }) => kind === 'EACH');
  const single = list === -1 ? steps : steps.slice(0, list);
  return single.flatMap((step) => (step.kind === 'FIELD' ? [step.name] : []));
}

function checkedAnswers(key: string, answers: unknown, count: number): readonly unknown[] {
  if (!Array.isArray(answers)) throw new Error(`Expected "data.${key}" in response to be an array`);
  if (answers.length !== count) throw new Error(`Expected "data.${key}" to contain ${count} elements`);
  return answers;
}

function give(
  answer: JsonObject,
  [first, ...others]: readonly JsonObject[],
  rewrite: Change | null,
  types: TypeNames,
): void {
  if (!first) return;
  // A subgraph that knows an interface as an object cannot tell which of its types this is; another one did.
  if (types.isAbstract(answer['__typename'])) delete answer['__typename'];
  if (rewrite) {
    answer['__typename'] ??= first['__typename'];
    rewrite(answer);
  }
  for (const owner of others) mergeCopy(owner, answer);
  merge(first, answer);
}
