import { timeouts } from '../../timeouts.ts';

/** One look at what the way to the node carries. */
export interface LineLook {
  /** Milliseconds on any clock that never goes back. */
  readonly atMs: number;
  /** What the browser thinks it can send, in kbit/s; null while it does not know. */
  readonly availableKbps: number | null;
  /** Share of what was sent that the node did not get, 0 to 1; null until it has told. */
  readonly lossSent: number | null;
  readonly roundTripMs: number | null;
}

/**
 * What is sent of the picture. `full`; `paused`: nothing, so that sound has the line to itself; `trial`: the smallest picture, to find
 * out whether the line carries it again.
 */
export type PictureOnLine = 'full' | 'paused' | 'trial';

export interface LineState {
  readonly picture: PictureOnLine;
  /** When that began. */
  readonly sinceMs: number;
  /** Since when every look was weak; null when the last one was not. */
  readonly weakSinceMs: number | null;
  /** Trials in a row that failed. */
  readonly failures: number;
}

/**
 * Below this the line is kept for sound. Sound takes about 50 kbit/s with its headers; what is left for a picture is then less than the
 * smallest one in which a face can be told.
 */
const enoughKbps = 160;
/** Above this share no estimate helps: what is sent of a picture arrives in pieces that can’t be shown. */
const hopelessLoss = 0.4;
/** A queue this long in front of the line has to drain before sound can be a conversation. */
const hopelessRoundTripMs = 1500;
/** The browser has to find out first what a new line carries. */
const settlingMs = 6000;
/** A picture that has stood this long has earned that the next pause is a short one. */
const provenMs = 60_000;
/** Sound must pass like this before a picture is tried: loss and round trip. */
const calm = { loss: 0.15, roundTripMs: 800 };

export function lineAtStart(atMs: number): LineState {
  return { picture: 'full', sinceMs: atMs, weakSinceMs: null, failures: 0 };
}

/**
 * Decides whether one’s own picture is sent. It is taken from the line when the line has been too weak for some seconds,
 * tried again small after a pause, and each trial that fails doubles the pause, up to a minute.
 */
export function nextLineState(state: LineState, look: LineLook): LineState {
  const { picture, sinceMs } = state;
  const forMs = look.atMs - sinceMs;
  if (picture === 'paused') {
    const rested = forMs >= pauseMs(state.failures) && isCalm(look);
    return rested ? tried(state, look.atMs) : state;
  }
  const settled = picture === 'trial' || forMs >= settlingMs;
  const weakSinceMs = settled && isWeak(look) ? (state.weakSinceMs ?? look.atMs) : null;
  // A trial shows its harm sooner, and does it to a line that is known to be weak.
  const patienceMs = timeouts[picture === 'trial' ? 'calls.weakInTrial' : 'calls.weakFor'];
  if (weakSinceMs !== null && look.atMs - weakSinceMs >= patienceMs) {
    const failures = picture === 'trial' || forMs < provenMs ? state.failures + 1 : 1;
    return { picture: 'paused', sinceMs: look.atMs, weakSinceMs: null, failures };
  }
  if (picture === 'trial' && weakSinceMs === null && forMs >= timeouts['calls.pictureTrial']) {
    return { ...state, picture: 'full', sinceMs: look.atMs, weakSinceMs };
  }
  return { ...state, weakSinceMs };
}

/** A picture that rests is tried again, whatever the line was like. */
export function tried(state: LineState, atMs: number): LineState {
  return state.picture === 'paused' ? { ...state, picture: 'trial', sinceMs: atMs, weakSinceMs: null } : state;
}

/** How long the picture rests after so many failures in a row, the first pause being one of them. */
export function pauseMs(failures: number): number {
  return Math.min(timeouts['calls.longestPause'], timeouts['calls.firstPause'] * 2 ** Math.max(0, failures - 1));
}

function isWeak({ availableKbps, lossSent, roundTripMs }: LineLook): boolean {
  return (
    (availableKbps !== null && availableKbps < enoughKbps) ||
    (lossSent ?? 0) > hopelessLoss ||
    (roundTripMs ?? 0) > hopelessRoundTripMs
  );
}

function isCalm({ lossSent, roundTripMs }: LineLook): boolean {
  return (lossSent ?? 0) <= calm.loss && (roundTripMs ?? 0) <= calm.roundTripMs;
}
