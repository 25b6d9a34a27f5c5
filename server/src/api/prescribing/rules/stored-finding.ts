import type { RuleFinding } from '@yunzhen/shared/prescribing/prescribing.contract';

/** A rule finding as a draft stores it. Earlier versions of the program stored the source as one text in both languages. */
export type StoredFinding = Omit<RuleFinding, 'source'> & { source: RuleFinding['source'] | string };

/** Converts stored findings to the current shape. */
export const findingsOf = (kept: readonly StoredFinding[]): RuleFinding[] =>
  kept.map(({ source, ...finding }) => ({
    ...finding,
    source: typeof source === 'string' ? { en: source, zh: source } : source,
  }));
