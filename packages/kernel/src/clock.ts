/** Business time: the real clock, moved ahead in the demo and in tests. It never goes back. */
export type Clock = Readonly<{
  now: () => Date;
  /** Tells when somebody has moved the clock; returns what ends the listening. */
  onMove: (listener: () => void) => () => void;
}>;
