import type { ConditionNode, PathStep, Plan, PlanNode, PlanStep } from '../planner/plan.ts';
import { noteAsked, nothingAsked } from './asked-fields.ts';
import { compileFetch, type FetchParts } from './fetch.ts';
import { plannerNames } from './planner-names.ts';
import type { Run, Step } from './run.ts';

/** A plan as one function; null where it asks for nothing. */
export function compilePlan<Context>({ node }: Plan, parts: PlanParts<Context>): Step<Context> | null {
  if (!node) return null;
  const clientNames = new Map([...plannerNames(node), ...parts.clientNames]);
  return compileNode(node, [], { ...parts, clientNames, asked: nothingAsked() });
}

export type PlanParts<Context> = Omit<FetchParts<Context>, 'asked'>;

/** Where a node stands is known before it runs: paths of enclosing nodes are joined here, once. */
function compileNode<Context>(node: PlanNode, place: readonly PathStep[], parts: FetchParts<Context>): Step<Context> {
  if (node.kind === 'FETCH') return compileFetch(node, place, parts);
  if (node.kind === 'FLATTEN') return compileNode(node.node, [...place, ...node.path], parts);
  if (node.kind === 'CONDITION') return conditional(node, place, parts);
  if (node.kind === 'STEPS') return compileSteps(node.steps, parts);
  if (node.kind === 'PARALLEL') return inParallel(node.nodes.map((each) => compileNode(each, place, parts)));
  return inSequence(
    node.nodes.map((each) => {
      const step = compileNode(each, place, parts);
      noteAsked(each, place, parts.asked, parts.types);
      return step;
    }),
  );
}

const inSequence =
  <Context>(steps: readonly Step<Context>[]): Step<Context> =>
  async (run) => {
    for (const step of steps) await step(run);
  };

const inParallel =
  <Context>(steps: readonly Step<Context>[]): Step<Context> =>
  async (run) => {
    await Promise.all(steps.map(async (step) => step(run)));
  };

const inSteps =
  <Context>(steps: readonly Readonly<{ step: Step<Context>; after: readonly number[] }>[]): Step<Context> =>
  async (run) => {
    const running: Promise<void>[] = [];
    for (const { step, after } of steps) {
      running.push(
        runAfter(
          after.flatMap((position) => running[position] ?? []),
          step,
          run,
        ),
      );
    }
    await Promise.all(running);
  };

async function runAfter<Context>(before: Promise<void>[], step: Step<Context>, run: Run<Context>): Promise<void> {
  await Promise.all(before);
  await step(run);
}

function compileSteps<Context>(steps: readonly PlanStep[], parts: FetchParts<Context>): Step<Context> {
  const before: ReadonlySet<number>[] = [];
  return inSteps(
    steps.map(({ node, after }) => {
      const earlier = new Set([...after, ...after.flatMap((position) => [...(before[position] ?? [])])]);
      before.push(earlier);
      const asked = nothingAsked();
      for (const [position, step] of steps.entries()) {
        if (earlier.has(position)) noteAsked(step.node, [], asked, parts.types);
      }
      return { step: compileNode(node, [], { ...parts, asked }), after };
    }),
  );
}

function conditional<Context>(
  { variable, whenTrue, whenFalse }: ConditionNode,
  place: readonly PathStep[],
  parts: FetchParts<Context>,
): Step<Context> {
  const [yes, no] = [whenTrue, whenFalse].map((branch) => branch && compileNode(branch, place, parts));
  return (run) => (run.variables[variable] === true ? yes : no)?.(run);
}
