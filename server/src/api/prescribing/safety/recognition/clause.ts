/** A part of a statement, and whether it is a negation. */
export interface Clause {
  readonly text: string;
  readonly negated: boolean;
  /** True for another person's allergy, and for a denial that can be read otherwise. It is negated, and must be shown as not checked. */
  readonly unclear?: true;
}
