/** Measurements of incoming speech over the last seconds. */
export interface SpeechSample {
  /** Milliseconds of a monotonic clock. */
  readonly atMs: number;
  /** Concealed share of the speech, 0 to 1; null when none arrives. */
  readonly concealed: number | null;
  /** Share of its packets that were requested again. */
  readonly askedAgain: number;
  readonly roundTripMs: number | null;
}

export interface SpeechBuffer {
  /** Minimum playout delay in milliseconds; null leaves it to the browser. */
  readonly targetMs: number | null;
  readonly sinceMs: number;
  /** Since when hardly any packet had to be requested again. */
  readonly calmSinceMs: number | null;
}

export const noSpeechBuffer: SpeechBuffer = { targetMs: null, sinceMs: 0, calmSinceMs: null };

/** From this concealed share on, gaps are audible as roughness (3 % of speech). */
const rough = 0.03;
/** A connection with fewer repeated requests needs no delay. */
const calm = 0.01;
const calmForMs = 20_000;
/** Time to detect a gap and request the packet, including jitter on the round trip. */
const noticeMs = 100;
/** Beyond this, the delay harms a conversation more than the gaps. */
const longestMs = 400;
/** When the target does not suffice, because the gap is on the other side’s long connection, it grows by this much after `stepAfterMs`. */
const stepMs = 80;
const stepAfterMs = 6000;

/**
 * Decides the playout delay that lets repeated packets arrive in time: a round trip and the detection time, only where gaps are audible otherwise.
 * The browser’s own buffer adapts to jitter and is too short for repairs on a long connection.
 */
export function nextSpeechBuffer(buffer: SpeechBuffer, sample: SpeechSample): SpeechBuffer {
  const { atMs, concealed, askedAgain, roundTripMs } = sample;
  if (concealed === null || roundTripMs === null) return buffer;
  const neededMs = Math.round(roundTripMs * 1.1 + noticeMs);
  const lossy = askedAgain >= calm;
  if (buffer.targetMs === null) {
    const helps = lossy && concealed >= rough && neededMs <= longestMs;
    return helps ? { targetMs: neededMs, sinceMs: atMs, calmSinceMs: null } : buffer;
  }
  if (lossy) {
    const fails = concealed >= rough && atMs - buffer.sinceMs >= stepAfterMs;
    // A longer round trip raises the delay; a shorter one does not lower it until the connection is calm.
    const targetMs = Math.min(longestMs, Math.max(buffer.targetMs + (fails ? stepMs : 0), neededMs));
    return { targetMs, sinceMs: targetMs === buffer.targetMs ? buffer.sinceMs : atMs, calmSinceMs: null };
  }
  const calmSinceMs = buffer.calmSinceMs ?? atMs;
  return atMs - calmSinceMs >= calmForMs ? noSpeechBuffer : { ...buffer, calmSinceMs };
}
