/** A stored message as it travels between processes. */
export interface SealedMessage {
  id: string;
  sealed: Buffer;
}

export interface FanOutListener {
  /** Called with stored messages of another process. */
  onMessages(messages: readonly SealedMessage[]): void;
  /** Called when another process has stored messages that did not come along, or when some may have been lost: read them. */
  onStored(): void;
  /** Called when another process has joined. */
  onJoined(): void;
}

export interface FanOutHealth {
  /** True when a proof of life did not come back. */
  deaf: boolean;
  /** True while another way stands in for this one. */
  degraded: boolean;
  /** How long the last proof of life took to come back; null before the first. */
  echoSeconds: number | null;
}

/**
 * How a process informs the others of messages that it has stored. It may lose some: the rows are the truth, and each process also reads them with
 * every heartbeat.
 */
export interface FanOut {
  open(listener: FanOutListener): void;
  /** Informs the other processes, of which `others` run. Never throws. `seal` is called where messages travel. */
  send(seal: () => readonly SealedMessage[], others: number): void;
  /** Sends a proof of life to itself; called with every heartbeat. Rejects only when the database connection failed. */
  prove(): Promise<void>;
  readonly health: FanOutHealth;
  close(): void;
}
