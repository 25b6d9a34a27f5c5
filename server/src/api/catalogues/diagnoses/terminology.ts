import type { Icd10Concept } from './icd10-concept.ts';

/** A list of diagnoses as doctors search it: the built-in one, or one of the hospital's own. */
export interface Terminology {
  /** The data version that answers name. */
  readonly version: string;
  search(query: string, limit: number): Promise<readonly Icd10Concept[]>;
  /** Those of the codes that the list has. */
  byCodes(codes: readonly string[]): Promise<ReadonlyMap<string, Icd10Concept>>;
}
