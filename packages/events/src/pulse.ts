/** A pause that somebody can end early. */
export type Pulse = Readonly<{
  /** Ends the pause, or the next one if there is none now: no wake-up is lost. */
  wake: () => void;
  pause: (milliseconds: number) => Promise<void>;
}>;

export function createPulse(): Pulse {
  let isAwake = false;
  let end: (() => void) | null = null;
  return {
    wake: () => {
      isAwake = true;
      end?.();
    },
    pause: async (milliseconds) => {
      if (!isAwake) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      end = null;
      isAwake = false;
    },
  };
}
