/**
 * Time limits, intervals and retry delays of the pages that a browser test would otherwise wait for, in milliseconds. A test sets
 * `globalThis.yunzhenTimeouts` before the page's scripts run; nothing else does.
 */
const standard = {
  /** Before the second try of a request that may pass in a moment; three and nine times as long before the third and fourth. */
  'api.retry': 300,
  /** A page whose record socket never connects (a proxy may block it) refetches this often. */
  'realtime.refetch': 15_000,
} as const;

export type TimeoutName = keyof typeof standard;

export type GivenTimeouts = Partial<Record<TimeoutName, number>>;

const given = (globalThis as { yunzhenTimeouts?: GivenTimeouts }).yunzhenTimeouts;

export const timeouts: Readonly<Record<TimeoutName, number>> = { ...standard, ...given };
