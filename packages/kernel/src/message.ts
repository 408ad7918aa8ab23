/** A message to a petitioner's own channel. It holds no name and no telephone number: the channel knows whose it is. */
export type Message = Readonly<{
  /** Business time. */
  at: Date;
  caseNo: string;
  /** How the petitioner wants to be reached: SMS, PHONE, LETTER, APP. */
  channel: string;
  text: string;
}>;

/** Hands a message to its channel; resolves when it has been taken. */
export type Notify = (message: Message) => Promise<void>;
