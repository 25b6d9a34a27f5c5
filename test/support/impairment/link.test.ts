import { describe, expect, it } from 'vitest';
import type { Impairment } from './impairment.ts';
import { Link } from './link.ts';

/** Returns the arrival times of packets of 1000 bytes, by default one per millisecond. */
function run(impairment: Impairment, { seed = 7, packets = 10_000, everyMs = 1 } = {}) {
  const link = new Link(seed, impairment);
  const arrivals = Array.from({ length: packets }, (_, index) => link.arrivals(index * everyMs, 1000));
  return { link, arrivals, lost: arrivals.map((times) => times.length === 0) };
}

const share = (flags: readonly boolean[]) => flags.filter(Boolean).length / flags.length;

describe('Link', () => {
  it('passes packets unchanged without impairment', () => {
    expect(run({}, { packets: 3 }).arrivals).toEqual([[0], [1], [2]]);
  });

  it('loses the configured share, and the same packets for the same seed', () => {
    const { lost } = run({ loss: 0.1 });
    expect(share(lost)).toBeCloseTo(0.1, 1.5);
    expect(run({ loss: 0.1 }).lost).toEqual(lost);
    expect(run({ loss: 0.1 }, { seed: 8 }).lost).not.toEqual(lost);
  });

  it('decides independently of the time between packets', () => {
    const impairment = { loss: 0.1, bursts: { share: 0.05, length: 4 }, jitterMs: 20 };
    expect(run(impairment, { everyMs: 13 }).lost).toEqual(run(impairment).lost);
  });

  it('does not change other decisions when a second impairment is added', () => {
    const alone = run({ loss: 0.1 }).lost;
    const both = run({ loss: 0.1, jitterMs: 30, duplicate: 0.2, reorder: 0.1, reorderMs: 5 }).lost;
    expect(both).toEqual(alone);
  });

  it('loses packets in bursts of the configured length', () => {
    const { lost } = run({ bursts: { share: 0.1, length: 5 } }, { packets: 100_000 });
    const runs = lost.filter((now, index) => now && !lost[index - 1]).length;
    expect(share(lost)).toBeCloseTo(0.1, 1.5);
    expect((share(lost) * lost.length) / runs).toBeCloseTo(5, 0);
  });

  it('delays every packet and keeps the order with jitter', () => {
    const times = run({ delayMs: 100, jitterMs: 50 }, { packets: 500 }).arrivals.flat();
    expect(times.every((time, index) => time >= index + 100 && time < index + 150)).toBe(true);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.some((time, index) => time > index + 120)).toBe(true);
  });

  it('lets packets overtake delayed ones', () => {
    const times = run({ reorder: 0.1, reorderMs: 10 }, { packets: 500 }).arrivals.flat();
    expect(times).not.toEqual(times.toSorted((a, b) => a - b));
  });

  it('duplicates packets', () => {
    const { arrivals } = run({ duplicate: 0.25 });
    expect(share(arrivals.map((times) => times.length === 2))).toBeCloseTo(0.25, 1.5);
  });

  it('passes no more than its rate, and drops what exceeds the queue', () => {
    // A packet of 1000 bytes takes 8 ms at 1000 kbit/s; one comes every 4 ms.
    const { link, arrivals } = run({ kbps: 1000, queueMs: 100 }, { packets: 1000, everyMs: 4 });
    const times = arrivals.flat();
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(8);
    expect(link.counters.delivered).toBe(times.length);
    expect(link.counters.overflowed + times.length).toBe(1000);
    // Packets that pass wait at most for a full queue.
    const waits = arrivals.flatMap(([time], index) => (time === undefined ? [] : [time - index * 4]));
    expect(Math.max(...waits)).toBeLessThanOrEqual(108);
    expect(waits.at(-1)).toBeGreaterThan(90);
  });

  it('blocks all packets for the configured time', () => {
    const link = new Link(1);
    link.darkUntil(50);
    expect([10, 49, 50, 60].map((now) => link.arrivals(now, 100).length)).toEqual([0, 0, 1, 1]);
    expect(link.counters.blackedOut).toBe(2);
  });
});
