/** Results of the connection check. Shares are 0 to 1; null where not measurable. */
export interface NetworkFindings {
  /** Whether packets reached the node and returned over UDP; `tcp`: over TCP. Null: not tried. */
  readonly udp: boolean;
  readonly tcp: boolean | null;
  readonly roundTripMs: number | null;
  readonly jitterMs: number | null;
  readonly lossUp: number | null;
  readonly lossDown: number | null;
  /** Bandwidth of the check, at most what a call sends. */
  readonly kbpsUp: number | null;
  readonly kbpsDown: number | null;
}

/**
 * `good`: picture and sound work. `audio-only`: sound works, the picture pauses at times. `poor`: sound breaks up. `blocked`: the node cannot be
 * reached.
 */
export type NetworkVerdict = 'good' | 'audio-only' | 'poor' | 'blocked';

/** Limits for a picture in which a face is readable, with its sound. */
const forPicture = { kbps: 300, loss: 0.1, roundTripMs: 600 };
/** Limits for intelligible speech, with headers. */
const forSound = { kbps: 60, loss: 0.25, roundTripMs: 1200 };

/** Returns the expected quality of a call over this connection. Unmeasured values are ignored. */
export function networkVerdict(findings: NetworkFindings): NetworkVerdict {
  if (!findings.udp && !findings.tcp) return 'blocked';
  if (suffices(findings, forPicture)) return 'good';
  return suffices(findings, forSound) ? 'audio-only' : 'poor';
}

function suffices(findings: NetworkFindings, need: typeof forPicture): boolean {
  const { kbpsUp, kbpsDown, lossUp, lossDown, roundTripMs } = findings;
  return (
    Math.min(kbpsUp ?? Infinity, kbpsDown ?? Infinity) >= need.kbps &&
    Math.max(lossUp ?? 0, lossDown ?? 0) <= need.loss &&
    (roundTripMs ?? 0) <= need.roundTripMs
  );
}
