/** What a trial of the line found out. Shares are 0 to 1; null where it could not be measured. */
export interface NetworkFindings {
  /** Packets got to the node and back over UDP; over TCP. Null: not tried. */
  readonly udp: boolean;
  readonly tcp: boolean | null;
  readonly roundTripMs: number | null;
  readonly jitterMs: number | null;
  readonly lossUp: number | null;
  readonly lossDown: number | null;
  /** What passed in the trial, no more than what a call sends. */
  readonly kbpsUp: number | null;
  readonly kbpsDown: number | null;
}

/**
 * `good`: picture and sound will do. `audio-only`: sound will do, the picture will rest at times. `poor`: sound will break up.
 * `blocked`: no way to the node.
 */
export type NetworkVerdict = 'good' | 'audio-only' | 'poor' | 'blocked';

/** A picture in which a face can be read, with its sound. */
const forPicture = { kbps: 300, loss: 0.1, roundTripMs: 600 };
/** Speech that can be followed, with its headers. */
const forSound = { kbps: 60, loss: 0.25, roundTripMs: 1200 };

/** What a call over this line will be like. What could not be measured counts for nothing. */
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
