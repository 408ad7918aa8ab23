/** The clock cannot be moved like this; `message` says why, in both languages. */
export class ClockError extends Error {
  override readonly name = 'ClockError';
}

/** The instant that is an ISO 8601 duration later, counted in Shanghai: `P1M` of the last of January ends in February. */
export function laterBy(epochMs: number, duration: string): number {
  const by = parsedDuration(duration);
  if (by.sign !== 1) throw new ClockError(`时钟只能向前拨：${duration}。 The clock only goes ahead: ${duration}.`);
  try {
    const moved = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO('Asia/Shanghai').add(by);
    return moved.epochMilliseconds;
  } catch {
    throw new ClockError(`时长超出范围：${duration}。 Too long: ${duration}.`);
  }
}

function parsedDuration(duration: string): Temporal.Duration {
  try {
    return Temporal.Duration.from(duration);
  } catch {
    throw new ClockError(`时长格式应为 P60D 或 PT3H：${duration}。 A duration is written P60D or PT3H: ${duration}.`);
  }
}
