import type { LaneSample, MediaSample } from './media-sample.ts';

/** How one transport has done so far. Times in milliseconds of one clock that does not stand still. */
export interface Lane {
  readonly arrivals: LaneSample['arrivals'];
  readonly lastArrival: number;
  /** The longest wait between two arrivals lately; what comes every 2.5 s is not missed after one. */
  readonly usualGap: number;
}

export interface Lanes {
  readonly send: Lane | null;
  readonly receive: Lane | null;
}

export interface Expectation {
  /** The node forwards sound or a picture to here. */
  readonly toArrive: boolean;
  /** Something is sent from here, which the node answers with feedback. */
  readonly toBeAnswered: boolean;
}

/** Sound arrives every 400 ms at the least, silence included (Opus DTX), and feedback on what is sent more often. */
const shortestSilenceMs = 1200;
/**
 * Browsers check a connection every 2.5 s when nothing else passes (RFC 7675 consent, libwebrtc’s stable interval), and the node
 * answers each check. Nothing at all for this long is a dead line, whatever is sent or muted.
 */
const longestSilenceMs = 3000;
/** Where nothing else is to pass, one check may be lost, and asked again 0.9 s later, before the line is doubted. */
const idleSilenceMs = 5000;
/** How much longer than usual a wait may be. */
const graceMs = 600;
/** What is thought usual of a transport of which nothing is known yet: the patience of connectivity checks. */
const unknownGapMs = longestSilenceMs - graceMs;
/** Share of the usual gap that is kept from look to look, so that one long wait is forgotten in some seconds. */
const gapMemory = 0.93;

/** What was known, with one more look. A transport that is new starts with a clean record. */
export function lanesAfter(before: Lanes, look: MediaSample, now: number): Lanes {
  return { send: laneAfter(before.send, look.send, now), receive: laneAfter(before.receive, look.receive, now) };
}

function laneAfter(before: Lane | null, look: LaneSample | null, now: number): Lane | null {
  if (!look) return null;
  if (!before) return { arrivals: look.arrivals, lastArrival: now, usualGap: unknownGapMs };
  const arrived = [...look.arrivals].some(([pair, count]) => count > (before.arrivals.get(pair) ?? 0));
  if (!arrived) return before;
  const gap = now - before.lastArrival;
  return { arrivals: look.arrivals, lastArrival: now, usualGap: Math.max(gap, before.usualGap * gapMemory) };
}

/**
 * Whether the line to the node is dead. Both directions falling silent together is the sign that comes first. One alone may be
 * the other side’s trouble, which a restart here would not mend, so it has to last until not even a connectivity check is
 * answered. Pure: depends on what was counted, never on when somebody looked, so a throttled page sees no loss where none is.
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

/** When anything last arrived, on either transport; null where there is none. */
export function lastArrivalOf({ send, receive }: Lanes): number | null {
  return send || receive ? Math.max(send?.lastArrival ?? 0, receive?.lastArrival ?? 0) : null;
}
