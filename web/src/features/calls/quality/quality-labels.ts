import type { LineCause, QualitySample } from '@yunzhen/shared/calls/quality.schemas';

/**
 * What an estimated mean opinion score means to somebody who listens, after the bands of user satisfaction of ITU-T G.107
 * annex B: from 4.03 satisfied, from 3.60 some dissatisfied, from 3.10 many, below nearly all.
 *
 * @param mos times 100, as in a quality sample; null when nothing is heard
 */
export function soundLabel(mos: number | null): 'clear' | 'fair' | 'rough' | 'bad' | 'none' {
  if (mos === null) return 'none';
  if (mos >= 403) return 'clear';
  if (mos >= 360) return 'fair';
  return mos >= 310 ? 'rough' : 'bad';
}

/** Per mille as a percentage that people say: one digit below ten, none above. */
export function percent(perMille: number | null): string | null {
  if (perMille === null) return null;
  return perMille < 100 ? String(perMille / 10) : String(Math.round(perMille / 10));
}

/** The trouble of one’s own line that is worth a word over the picture; null while it does well enough. */
export function lineTrouble(own: Pick<QualitySample, 'grade' | 'cause'> | null): LineCause | null {
  return own?.grade === 'poor' && own.cause !== 'none' ? own.cause : null;
}
