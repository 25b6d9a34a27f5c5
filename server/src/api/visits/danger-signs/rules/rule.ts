import type { ConceptId } from '../concepts/index.ts';
import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';

/** Concepts of which one is enough. */
export type OneOf = readonly ConceptId[];

/** A combination of concepts that is a danger sign. */
export interface DetectionRule {
  readonly flag: RedFlagId;
  /** The published guidance with this combination. */
  readonly source: string;
  /** Mentions close together, affirmed and of the present. The others must be close to the first. */
  readonly near: readonly OneOf[];
  /** Maximum distance: 1 per Chinese character or half an English word; nine by default. */
  readonly span?: number;
  /** Affirmed anywhere else in the text. */
  readonly with?: readonly OneOf[];
  /** Exclude the sign when mentioned in the same sentence. */
  readonly unless?: OneOf;
  /** True when it counts even after it has passed, because it may come back worse. */
  readonly lasting?: true;
  /** Applies only to patients below this age in completed years, or of unknown age. */
  readonly ageBelow?: number;
}
