import type { ConceptId } from '../concepts/index.ts';
import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';

/** Concepts of which one is enough. */
export type OneOf = readonly ConceptId[];

/** One combination of concepts that is a danger sign. */
export interface DetectionRule {
  readonly flag: RedFlagId;
  /** The published guidance that names the combination. */
  readonly source: string;
  /** Said close together, of the present, not denied. The first is what the others are close to. */
  readonly near: readonly OneOf[];
  /** How far apart they may be: about a character of Chinese or half a word of English each; nine unless stated. */
  readonly span?: number;
  /** Said anywhere else in the text, not denied. */
  readonly with?: readonly OneOf[];
  /** Said in the same sentence, they make it something else. */
  readonly unless?: OneOf;
  /** Counts although it has passed: what is over may come back worse. */
  readonly lasting?: true;
  /** Only for patients of this age in completed years, or of an unknown one. */
  readonly ageBelow?: number;
}
