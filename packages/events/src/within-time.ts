/** It took too long; it may still end some time, and nobody waits for it. */
export class OutOfTimeError extends Error {
  override readonly name = 'OutOfTimeError';
}

export async function withinTime<Value>(milliseconds: number, work: () => Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const outOfTime = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new OutOfTimeError(`no end after ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work(), outOfTime]);
  } finally {
    clearTimeout(timer);
  }
}
