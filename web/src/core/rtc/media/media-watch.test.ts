import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MediaWatch } from './media-watch.ts';

let count = 0;
let flows = true;
const lastArrivals: number[] = [];

function watch(expected = true) {
  const silent = vi.fn();
  const flowing = vi.fn();
  const media = new MediaWatch({
    statistics: async () => {
      if (flows) count += 1;
      const pair = new Map([['p', { type: 'candidate-pair', id: 'p', nominated: true, bytesReceived: count }]]);
      return { send: pair, receive: pair };
    },
    expectation: () => ({ toArrive: expected, toBeAnswered: expected }),
  });
  media.on('silent', (lastArrival) => lastArrivals.push(lastArrival));
  media.on('silent', silent);
  media.on('flowing', flowing);
  return { media, silent, flowing };
}

beforeEach(() => {
  vi.useFakeTimers();
  count = 0;
  flows = true;
  lastArrivals.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe('The media watch', () => {
  it('reports silence within 1.8 s and its end within 0.2 s, once each', async () => {
    const { media, silent, flowing } = watch();
    await vi.advanceTimersByTimeAsync(5000);
    flows = false;
    await vi.advanceTimersByTimeAsync(1800);
    expect(silent).toHaveBeenCalledTimes(1);
    expect(media.silent).toBe(true);
    await vi.advanceTimersByTimeAsync(5000);
    flows = true;
    await vi.advanceTimersByTimeAsync(200);
    expect(flowing).toHaveBeenCalledTimes(1);
    expect(silent).toHaveBeenCalledTimes(1);
    media.close();
  });

  it('reports when the last packet arrived', async () => {
    const { media } = watch();
    await vi.advanceTimersByTimeAsync(5000);
    const before = performance.now();
    flows = false;
    await vi.advanceTimersByTimeAsync(2000);
    expect(lastArrivals).toHaveLength(1);
    expect(Math.abs((lastArrivals[0] ?? 0) - before)).toBeLessThanOrEqual(300);
    media.close();
  });

  it('does not treat a frozen page as silence, and detects silence afterwards', async () => {
    const { media, silent } = watch();
    await vi.advanceTimersByTimeAsync(5000);
    flows = false;
    // No timer runs while the machine sleeps; then the clock has jumped.
    vi.setSystemTime(Date.now() + 600_000);
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 600_000);
    await vi.advanceTimersByTimeAsync(300);
    expect(silent).not.toHaveBeenCalled();
    vi.mocked(performance.now).mockRestore();
    media.close();
  });

  it('reports no silence when only connectivity checks are expected', async () => {
    const { media, silent } = watch(false);
    await vi.advanceTimersByTimeAsync(5000);
    flows = false;
    await vi.advanceTimersByTimeAsync(2400);
    expect(silent).not.toHaveBeenCalled();
    media.close();
  });

  it('stops when it is closed', async () => {
    const { media, silent } = watch();
    await vi.advanceTimersByTimeAsync(1000);
    flows = false;
    media.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(silent).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});
