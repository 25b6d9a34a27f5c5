export interface Counted {
  /** Events in the running window, with this one. */
  current: number;
  /** Milliseconds until the window ends. */
  ttl: number;
}

/** Counts events over all api processes. */
export interface SharedCounters {
  /** Counts an event in a window that starts with its first one. Resolves to null when it cannot be counted; never rejects. */
  count(key: string, windowMilliseconds: number): Promise<Counted | null>;
}
