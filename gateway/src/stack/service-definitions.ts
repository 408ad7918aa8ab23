import type { ServiceDefinition } from '@onevisit/mounting';
import { serviceNames } from '../composition/service-schemas.ts';

type ServiceModule = Readonly<{ definition: ServiceDefinition }>;

/** The definitions of all services. Who adds a folder to services/ has added it to the graph. */
export const serviceDefinitions = (names = serviceNames()): Promise<readonly ServiceDefinition[]> =>
  Promise.all(
    names.map(async (name) => {
      const { definition } = (await import(`@onevisit/${name}`)) as ServiceModule;
      return definition;
    }),
  );
