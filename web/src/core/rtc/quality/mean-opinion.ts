/** How speech arrived: after everything that repairs losses has done its part. */
export interface HeardSpeech {
  /** Mouth to ear, one way, in milliseconds. */
  readonly delayMs: number;
  /** Share of the sound that had to be made up, 0 to 1. */
  readonly concealed: number;
}

/**
 * Transmission rating with nothing to be said against it (ITU-T G.107, table 3: default values), which stands for 4.4.
 * Opus at our bitrates has no tabled equipment impairment; it is taken as 0, and the scale as that of narrow-band speech.
 */
const bestRating = 93.2;
/**
 * Robustness to loss (Bpl of G.113, appendix I). 25.1 is that of G.711 with concealment; Opus conceals at least as well. Losses come
 * here after forward correction and retransmission, so that only what is really missing counts.
 */
const lossRobustness = 25.1;

/**
 * Estimated mean opinion score of speech, 1 to 4.5: the E-model of ITU-T G.107 with its delay impairment in the form of Cole and
 * Rosenbluth (“Voice over IP performance monitoring”, 2001, eq. 7) and its loss impairment of G.107 eq. 7-29 with random loss.
 */
export function meanOpinion({ delayMs, concealed }: HeardSpeech): number {
  const delayImpairment = 0.024 * delayMs + 0.11 * Math.max(0, delayMs - 177.3);
  const percent = 100 * concealed;
  const lossImpairment = 95 * (percent / (percent + lossRobustness));
  const rating = Math.min(100, Math.max(0, bestRating - delayImpairment - lossImpairment));
  // Near nothing the polynomial dips below its own lower end.
  return Math.max(1, 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6);
}

/** Capturing, coding and packing 20 ms of speech, and playing it out. */
const deviceDelayMs = 50;

/**
 * One-way delay of speech from the other side to here. Each leg takes half of its round trip; the other leg’s is not known here
 * and taken as long as one’s own.
 */
export function speechDelayMs(leg: { roundTripMs: number | null; jitterBufferMs: number | null }): number {
  return (leg.roundTripMs ?? 0) + (leg.jitterBufferMs ?? 0) + deviceDelayMs;
}
