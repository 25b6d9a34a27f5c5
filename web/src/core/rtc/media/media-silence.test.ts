import { describe, expect, it } from 'vitest';
import { isSilent, lanesAfter, lastArrivalOf, type Expectation, type Lanes } from './media-silence.ts';
import type { LaneSample, MediaSample } from './media-sample.ts';

const nothing: Lanes = { send: null, receive: null };
const both: Expectation = { toArrive: true, toBeAnswered: true };
const lane = (count: number, pair = 'pair'): LaneSample => ({ arrivals: new Map([[pair, count]]), roundTripMs: null });
const sampleOf = (send: LaneSample | null, receive: LaneSample | null): MediaSample => ({
  send,
  receive,
  sound: { count: 0, lastAt: null },
  picture: { count: 0, lastAt: null },
});

/** Returns when silence is detected: arrivals every so many milliseconds up to 10 s, then none; null when not within ten more seconds. */
function noticedAfter(everyMs: { send: number; receive: number }, expected = both): number | null {
  let lanes = nothing;
  for (let now = 0; now <= 20_000; now += 100) {
    const passed = Math.min(now, 10_000);
    const sample = sampleOf(lane(Math.floor(passed / everyMs.send)), lane(Math.floor(passed / everyMs.receive)));
    lanes = lanesAfter(lanes, sample, now);
    if (isSilent(lanes, expected, now)) return now > 10_000 ? now - (lastArrivalOf(lanes) ?? 0) : -1;
  }
  return null;
}

describe('Silence of a connection', () => {
  it('is detected after 1.2 s when sound and pictures stop in both directions', () => {
    expect(noticedAfter({ send: 100, receive: 20 })).toBe(1200);
  });

  it('is detected after 1.2 s when only silence is transmitted, with a packet every 400 ms', () => {
    expect(noticedAfter({ send: 400, receive: 400 })).toBe(1200);
  });

  it('is not reported between two rare packets', () => {
    for (const everyMs of [800, 1500, 2500]) {
      expect(noticedAfter({ send: everyMs, receive: everyMs })).toBeGreaterThan(everyMs);
    }
  });

  it('waits for unanswered connectivity checks while no media is sent', () => {
    expect(noticedAfter({ send: 2500, receive: 2500 }, { toArrive: false, toBeAnswered: false })).toBe(5000);
  });

  it('waits longer when only one direction is expected: the other side may have stopped', () => {
    expect(noticedAfter({ send: 2500, receive: 20 }, { toArrive: true, toBeAnswered: false })).toBe(3000);
    expect(noticedAfter({ send: 100, receive: 2500 }, { toArrive: false, toBeAnswered: true })).toBe(3000);
  });
});

describe('Silence is not reported', () => {
  /** One direction continues every 100 ms; after 5 s the other has only its connectivity checks every 2.5 s. */
  function oneSided(goesOn: 'send' | 'receive'): boolean {
    let lanes = nothing;
    for (let now = 0; now <= 20_000; now += 100) {
      const alive = lane(now);
      const other = lane(now <= 5000 ? now : 5000 + Math.floor((now - 5000) / 2500));
      lanes = lanesAfter(lanes, goesOn === 'send' ? sampleOf(alive, other) : sampleOf(other, alive), now);
      if (isSilent(lanes, both, now)) return true;
    }
    return false;
  }

  it('when the other side has left and sent media is still answered', () => {
    expect(oneSided('send')).toBe(false);
  });

  it('when feedback stops while the other side is received', () => {
    expect(oneSided('receive')).toBe(false);
  });

  it('for one lost connectivity check while no media is expected', () => {
    let lanes = nothing;
    // Checked every 2.5 s; the one at 5 s is lost, and repeated after 0.9 s.
    const answers = [0, 2500, 5900, 8400, 10_900];
    for (let now = 0; now <= 12_000; now += 100) {
      const answered = lane(answers.filter((at) => at <= now).length);
      lanes = lanesAfter(lanes, sampleOf(answered, answered), now);
      expect(isSilent(lanes, { toArrive: false, toBeAnswered: false }, now)).toBe(false);
    }
  });

  it('for a transport that has just started', () => {
    const lanes = lanesAfter(nothing, sampleOf(lane(0), null), 50_000);
    expect(isSilent(lanes, both, 51_100)).toBe(false);
    expect(isSilent(nothing, both, 99_000)).toBe(false);
  });

  it('for a candidate pair removed by an ICE restart; a pair that receives data counts as an arrival', () => {
    let lanes = lanesAfter(nothing, sampleOf(lane(500, 'old'), lane(500, 'old')), 0);
    lanes = lanesAfter(lanes, sampleOf(lane(0, 'new'), lane(0, 'new')), 1000);
    expect(lastArrivalOf(lanes)).toBe(0);
    lanes = lanesAfter(lanes, sampleOf(lane(1, 'new'), lane(0, 'new')), 1500);
    expect(lastArrivalOf(lanes)).toBe(1500);
  });
});
