import type { Icd10Concept } from './icd10-concept.ts';

/** A diagnosis list as doctors search it: the built-in one, or one of the hospital's own. */
export interface Terminology {
  /** The data version named in answers. */
  readonly version: string;
  search(query: string, limit: number): Promise<readonly Icd10Concept[]>;
  /** Returns those of the codes that are in the list. */
  byCodes(codes: readonly string[]): Promise<ReadonlyMap<string, Icd10Concept>>;
}
