import { subscriptionsOf } from '@onevisit/mounting';
import { GraphQLError } from 'graphql';
import { compiledGraph } from '../graph/compiled-graph.ts';
import { serviceDefinitions } from '../stack/service-definitions.ts';
import { compose } from './compose.ts';
import { compositionProblem, type CompositionProblem } from './composition-problem.ts';
import { serviceSchemas } from './service-schemas.ts';

/** The texts of gateway/supergraph.graphql and gateway/events.json, or why there are none. */
export type ComposedGraph =
  | Readonly<{ isComposed: true; supergraphSdl: string; events: string }>
  | Readonly<{ isComposed: false; problems: readonly CompositionProblem[] }>;

export async function composedGraph(): Promise<ComposedGraph> {
  const composition = compose(serviceSchemas());
  if (!composition.isComposed) return composition;
  const { supergraphSdl } = composition;
  const problem = await loadingProblem(supergraphSdl);
  if (problem) return { isComposed: false, problems: [problem] };
  const events = `${JSON.stringify(subscriptionsOf(await serviceDefinitions()), null, 2)}\n`;
  return { isComposed: true, supergraphSdl, events };
}

/** What composes is not always what the gateway can load: some directives are refused only there. */
async function loadingProblem(supergraphSdl: string): Promise<CompositionProblem | null> {
  const { gateway } = compiledGraph({ supergraphSdl, sourceOf: (name) => unmounted(name) });
  try {
    await gateway.load({ apollo: {} });
    await gateway.stop();
    return null;
  } catch (error) {
    return compositionProblem(error instanceof GraphQLError ? error : new GraphQLError(String(error)));
  }
}

const unmounted = (name: string) => ({
  name,
  fetch: async () => ({ data: null }),
  isReady: async () => false,
  close: async () => undefined,
});
