import { note, Null, type Place, type Write } from './written.ts';

/** A value that may not be null; where it is, the null passes to what holds it. */
export const neverNull =
  (write: Write, place: Place): Write =>
  (value, writing) => {
    const written = write(value, writing);
    if (typeof written === 'string') return written;
    if (written === Null.plain) note(writing, 'Cannot return null for non-nullable', place);
    return Null.bubbling;
  };
