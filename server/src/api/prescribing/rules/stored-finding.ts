import type { RuleFinding } from '@yunzhen/shared/prescribing/prescribing.contract';

/** What a draft keeps of its last check. One that an earlier version of the program kept names its source in both languages at once. */
export type StoredFinding = Omit<RuleFinding, 'source'> & { source: RuleFinding['source'] | string };

/** Kept findings as people read them. */
export const findingsOf = (kept: readonly StoredFinding[]): RuleFinding[] =>
  kept.map(({ source, ...finding }) => ({
    ...finding,
    source: typeof source === 'string' ? { en: source, zh: source } : source,
  }));
