import type { JsonObject } from './json-object.ts';

/**
 * Equal for equal representations alone. All of it counts, not type and key: fields that an entity carries for
 * `@requires` change the answer.
 */
export const representationKey = (representation: JsonObject): string => JSON.stringify(representation);
