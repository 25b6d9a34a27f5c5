/** The owner of a page, as an api needs it to address a change. */
export interface Addressee {
  accountId: string;
  hospitalId: string;
}

/** Commits changes for the given milliseconds, one to each of the pages in turn. */
export interface LoadOrder {
  addressees: readonly Addressee[];
  perSecond: number;
  milliseconds: number;
}

/** What an api did: commits, and the processor time for them in milliseconds. */
export interface LoadAnswer {
  committed: number;
  failed: number;
  cpu: number;
}

export type PagesOrder = { open: readonly { port: number; accessToken: string }[] } | { report: 'counts' | 'all' };

/** What pages of a process received. */
export interface PagesReport {
  /** Changes, each counted once. */
  received: number;
  /** Changes that came to a page again. */
  repeated: number;
  /** How often a page was asked to refetch everything. */
  refetches: number;
  /** Pages whose connection ended. */
  lost: number;
  /** When each change was made, in milliseconds, and how long after that it arrived; nothing in a report of counts. */
  delays: readonly (readonly [at: number, ms: number])[];
}
