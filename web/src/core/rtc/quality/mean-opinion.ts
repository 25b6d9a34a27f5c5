/** Received speech after all loss repair. */
export interface HeardSpeech {
  /** Mouth to ear, one way, in milliseconds. */
  readonly delayMs: number;
  /** Concealed share of the sound, 0 to 1. */
  readonly concealed: number;
}

/**
 * Transmission rating without impairments (ITU-T G.107, table 3: default values), which equals 4.4. Opus at our bitrates has no published equipment
 * impairment; it is taken as 0, on the narrow-band scale.
 */
const bestRating = 93.2;
/**
 * Robustness to loss (Bpl of G.113, appendix I): 25.1 is that of G.711 with concealment, and Opus conceals at least as well. Losses are counted after
 * forward error correction and retransmission.
 */
const lossRobustness = 25.1;

/**
 * Returns the estimated mean opinion score of speech, 1 to 4.5: the E-model of ITU-T G.107 with the delay impairment of Cole and Rosenbluth (“Voice
 * over IP performance monitoring”, 2001, eq. 7) and the loss impairment of G.107 eq. 7-29 with random loss.
 */
export function meanOpinion({ delayMs, concealed }: HeardSpeech): number {
  const delayImpairment = 0.024 * delayMs + 0.11 * Math.max(0, delayMs - 177.3);
  const percent = 100 * concealed;
  const lossImpairment = 95 * (percent / (percent + lossRobustness));
  const rating = Math.min(100, Math.max(0, bestRating - delayImpairment - lossImpairment));
  // For ratings near 0 the polynomial falls below 1.
  return Math.max(1, 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6);
}

/** Capturing, encoding and packing 20 ms of speech, and playing it out. */
const deviceDelayMs = 50;

/**
 * Returns the one-way delay of speech from the other side. Each leg takes half its round trip; the other leg’s is unknown here and assumed equal to
 * this one.
 */
export function speechDelayMs(leg: { roundTripMs: number | null; jitterBufferMs: number | null }): number {
  return (leg.roundTripMs ?? 0) + (leg.jitterBufferMs ?? 0) + deviceDelayMs;
}
