/** What is known of incoming speech over the last seconds. */
export interface SpeechLook {
  /** Milliseconds on any clock that never goes back. */
  readonly atMs: number;
  /** Share of it that had to be made up, 0 to 1; null when none arrives. */
  readonly concealed: number | null;
  /** Share of its packets that were asked for again. */
  readonly askedAgain: number;
  readonly roundTripMs: number | null;
}

export interface SpeechBuffer {
  /** Milliseconds that speech waits before it is played out, at least; null leaves it to the browser. */
  readonly targetMs: number | null;
  readonly sinceMs: number;
  /** Since when hardly anything had to be asked for again. */
  readonly calmSinceMs: number | null;
}

export const noSpeechBuffer: SpeechBuffer = { targetMs: null, sinceMs: 0, calmSinceMs: null };

/** From here on gaps are heard as roughness (3 % of speech made up). */
const rough = 0.03;
/** A line on which less than this has to be asked for again needs no waiting. */
const calm = 0.01;
const calmForMs = 20_000;
/** To notice the gap and to ask, with what jitter adds to the round trip. */
const noticeMs = 100;
/** Beyond this a conversation suffers more from the delay than from the gaps. */
const longestMs = 400;
/** Where a target does not do, for the gap is on the other side’s long line, it grows by this much after so long. */
const stepMs = 80;
const stepAfterMs = 6000;

/**
 * Decides how long speech waits for what was lost and is sent again: a round trip and the time to notice, and only where gaps
 * are heard otherwise. The browser’s own buffer adapts to jitter and is too short for that on a long line.
 */
export function nextSpeechBuffer(buffer: SpeechBuffer, look: SpeechLook): SpeechBuffer {
  const { atMs, concealed, askedAgain, roundTripMs } = look;
  if (concealed === null || roundTripMs === null) return buffer;
  const neededMs = Math.round(roundTripMs * 1.1 + noticeMs);
  const lossy = askedAgain >= calm;
  if (buffer.targetMs === null) {
    const helps = lossy && concealed >= rough && neededMs <= longestMs;
    return helps ? { targetMs: neededMs, sinceMs: atMs, calmSinceMs: null } : buffer;
  }
  if (lossy) {
    const fails = concealed >= rough && atMs - buffer.sinceMs >= stepAfterMs;
    // A line that has become longer needs more; one that has become shorter is left alone until it is calm.
    const targetMs = Math.min(longestMs, Math.max(buffer.targetMs + (fails ? stepMs : 0), neededMs));
    return { targetMs, sinceMs: targetMs === buffer.targetMs ? buffer.sinceMs : atMs, calmSinceMs: null };
  }
  const calmSinceMs = buffer.calmSinceMs ?? atMs;
  return atMs - calmSinceMs >= calmForMs ? noSpeechBuffer : { ...buffer, calmSinceMs };
}
