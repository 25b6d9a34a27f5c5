import { describe, expect, it } from 'vitest';
import { framesOfWindow, PaceMeter, type Pace } from './pace.ts';

/** Feeds whole windows of frames that take `frameMs` each, one every `every` milliseconds. */
function feed(meter: PaceMeter, frameMs: number, windows: number, every = 40): Pace[] {
  const paces: Pace[] = [];
  for (let frame = 0; frame < framesOfWindow * windows; frame++) {
    const began = frame * Math.max(every, frameMs);
    const pace = meter.handleFrame(began, began + frameMs);
    if (pace) paces.push(pace);
  }
  return paces;
}

describe('The pace of a device', () => {
  it('is reported once for every window', () => {
    const paces = feed(new PaceMeter(), 12, 3);
    expect(paces.map(({ frameMs }) => frameMs)).toEqual([12, 12, 12]);
    expect(paces.at(-1)?.framesPerSecond).toBeCloseTo(25, 0);
  });

  it('is sufficient while frames are ready in time, and during warm-up', () => {
    const meter = new PaceMeter();
    feed(meter, 400, 1);
    expect(meter.tooSlow).toBe(false);
    feed(meter, 90, 10);
    expect(meter.tooSlow).toBe(false);
  });

  it('is too slow after repeated slow windows, not after one', () => {
    const meter = new PaceMeter();
    feed(meter, 20, 1);
    feed(meter, 150, 1);
    feed(meter, 20, 1);
    expect(meter.slow).toBe(false);
    feed(meter, 150, 1);
    expect([meter.slow, meter.tooSlow]).toEqual([true, false]);
    feed(meter, 150, 1);
    expect(meter.tooSlow).toBe(true);
  });
});
