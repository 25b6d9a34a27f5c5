import type { LaneSample, MediaSample } from './media-sample.ts';

/** Arrival history of one transport. Times in milliseconds of a monotonic clock. */
export interface Lane {
  readonly arrivals: LaneSample['arrivals'];
  readonly lastArrival: number;
  /** The longest recent gap between two arrivals, so that packets every 2.5 s are not missed after one. */
  readonly usualGap: number;
}

export interface Lanes {
  readonly send: Lane | null;
  readonly receive: Lane | null;
}

export interface Expectation {
  /** The node forwards sound or a picture to this page. */
  readonly toArrive: boolean;
  /** This page sends media, which the node answers with feedback. */
  readonly toBeAnswered: boolean;
}

/** Sound arrives at least every 400 ms, silence included (Opus DTX), and feedback on sent media more often. */
const shortestSilenceMs = 1200;
/**
 * Browsers check a connection every 2.5 s when no media passes (RFC 7675 consent, libwebrtc’s stable interval), and the node answers each check. No
 * arrival for this long means a dead connection, whatever is sent or muted.
 */
const longestSilenceMs = 3000;
/** Where no media is expected, one check may be lost and repeated 0.9 s later before the connection counts as dead. */
const idleSilenceMs = 5000;
/** How much longer than usual a gap may be. */
const graceMs = 600;
/** Assumed usual gap of a new transport: that of connectivity checks. */
const unknownGapMs = longestSilenceMs - graceMs;
/** Share of the usual gap that remains at each sample, so that one long gap is forgotten within seconds. */
const gapMemory = 0.93;

/** Returns the history with one more sample. A new transport starts with an empty history. */
export function lanesAfter(before: Lanes, sample: MediaSample, now: number): Lanes {
  return { send: laneAfter(before.send, sample.send, now), receive: laneAfter(before.receive, sample.receive, now) };
}

function laneAfter(before: Lane | null, sample: LaneSample | null, now: number): Lane | null {
  if (!sample) return null;
  if (!before) return { arrivals: sample.arrivals, lastArrival: now, usualGap: unknownGapMs };
  const arrived = [...sample.arrivals].some(([pair, count]) => count > (before.arrivals.get(pair) ?? 0));
  if (!arrived) return before;
  const gap = now - before.lastArrival;
  return { arrivals: sample.arrivals, lastArrival: now, usualGap: Math.max(gap, before.usualGap * gapMemory) };
}

/**
 * Returns whether the connection to the node is dead. Both directions silent together are the earliest sign. One direction alone may be the other
 * side’s problem, which a restart here would not fix, so it must last until connectivity checks fail too.
 * Pure: it depends on the samples, not on when they were taken, so a throttled page detects no false loss.
 */
export function isSilent({ send, receive }: Lanes, expected: Expectation, now: number): boolean {
  if (isDead(send, expected.toBeAnswered, now) || isDead(receive, expected.toArrive, now)) return true;
  if (!send || !receive || !expected.toArrive || !expected.toBeAnswered) return false;
  return [send, receive].every((lane) => now - lane.lastArrival >= patience(lane));
}

function isDead(lane: Lane | null, inUse: boolean, now: number): boolean {
  return lane !== null && now - lane.lastArrival >= (inUse ? longestSilenceMs : idleSilenceMs);
}

function patience({ usualGap }: Lane): number {
  return Math.min(Math.max(shortestSilenceMs, usualGap + graceMs), longestSilenceMs);
}

/** Returns when anything last arrived on either transport; null where there is none. */
export function lastArrivalOf({ send, receive }: Lanes): number | null {
  return send || receive ? Math.max(send?.lastArrival ?? 0, receive?.lastArrival ?? 0) : null;
}
