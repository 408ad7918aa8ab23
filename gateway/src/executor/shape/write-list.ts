import { note, Null, type Place, type Write } from './written.ts';

/** A list; its faults are all found, even when the first of them makes it null. */
export const writeList =
  (write: Write, place: Place): Write =>
  (value, writing) => {
    if (value === null || value === undefined) return Null.plain;
    if (!Array.isArray(value)) {
      note(writing, 'Invalid non-list value found for', place);
      return Null.reported;
    }
    writing.depth += 1;
    let text = '[';
    let isWhole = true;
    for (let at = 0; at < value.length; at += 1) {
      writing.path[writing.depth] = at;
      const written = write(value[at], writing);
      if (written === Null.bubbling) isWhole = false;
      text += (at === 0 ? '' : ',') + (typeof written === 'string' ? written : 'null');
    }
    writing.depth -= 1;
    return isWhole ? `${text}]` : Null.reported;
  };
