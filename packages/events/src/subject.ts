/** The kind of entity that an event is about: `case` of `case.replied.v1`. */
export const subjectKind = (eventType: string): string => eventType.split('.', 1)[0] ?? eventType;
