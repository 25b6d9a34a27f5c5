import type { LineCause, QualitySample } from '@yunzhen/shared/calls/quality.schemas';

/**
 * Describes a mean opinion score for listeners, after the user satisfaction bands of ITU-T G.107 annex B: from 4.03 satisfied, from 3.60 some
 * dissatisfied, from 3.10 many, below that nearly all.
 *
 * @param mos times 100, as in a quality sample; null when no sound arrives
 */
export function soundLabel(mos: number | null): 'clear' | 'fair' | 'rough' | 'bad' | 'none' {
  if (mos === null) return 'none';
  if (mos >= 403) return 'clear';
  if (mos >= 360) return 'fair';
  return mos >= 310 ? 'rough' : 'bad';
}

/** Converts per mille to a percentage: one decimal below ten, none above. */
export function percent(perMille: number | null): string | null {
  if (perMille === null) return null;
  return perMille < 100 ? String(perMille / 10) : String(Math.round(perMille / 10));
}

/** Returns the problem of the local connection that deserves a message over the picture; null while it is good enough. */
export function lineTrouble(own: Pick<QualitySample, 'grade' | 'cause'> | null): LineCause | null {
  return own?.grade === 'poor' && own.cause !== 'none' ? own.cause : null;
}
