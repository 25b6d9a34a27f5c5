/**
 * Time limits, intervals and retry delays of the pages that a browser test would otherwise wait for, in milliseconds. A test sets
 * `globalThis.yunzhenTimeouts` before the page's scripts run; nothing else does.
 */
const standard = {
  /** A page whose record socket never connects (a proxy may block it) refetches this often. */
  'realtime.refetch': 15_000,
} as const;

export type TimeoutName = keyof typeof standard;

const given = (globalThis as { yunzhenTimeouts?: Partial<Record<TimeoutName, number>> }).yunzhenTimeouts;

export const timeouts: Readonly<Record<TimeoutName, number>> = { ...standard, ...given };
