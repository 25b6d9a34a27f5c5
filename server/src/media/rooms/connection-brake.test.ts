import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventEmitter } from 'node:events';
import type { WebRtcTransport } from 'mediasoup/types';
import { ConnectionBrake } from './connection-brake.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function connection() {
  const emitter = Object.assign(new EventEmitter(), { enableTraceEvent: async () => undefined });
  const acts: boolean[] = [];
  const brake = new ConnectionBrake(emitter as unknown as WebRtcTransport, (resting) => acts.push(resting));
  const estimate = (availableBitrate: number) => emitter.emit('trace', { type: 'bwe', info: { availableBitrate } });
  return { brake, acts, estimate, emitter };
}

describe('the brake of a connection', () => {
  it('pauses video once when the estimate falls, and resumes it automatically', () => {
    const { acts, estimate, brake } = connection();
    for (const bitrate of [600_000, 1_200_000, 900_000, 500_000, 250_000]) estimate(bitrate);
    expect(acts).toEqual([true]);
    expect(brake.resting).toBe(true);
    vi.advanceTimersByTime(600);
    expect(acts).toEqual([true, false]);
  });

  it('tolerates an estimate that varies, or that slowly sinks', () => {
    const { acts, estimate } = connection();
    for (const bitrate of [1_000_000, 700_000, 1_000_000, 650_000]) estimate(bitrate);
    expect(acts).toEqual([]);
    estimate(500_000);
    vi.advanceTimersByTime(600);
    for (const bitrate of [400_000, 500_000, 350_000]) estimate(bitrate);
    expect(acts).toEqual([true, false]);
  });

  it('ignores other traces and empty estimates', () => {
    const { acts, estimate, emitter } = connection();
    estimate(1_000_000);
    estimate(0);
    estimate(Number.NaN);
    emitter.emit('trace', { type: 'probation', info: {} });
    expect(acts).toEqual([]);
  });

  it('does nothing once closed', () => {
    const { acts, estimate, brake } = connection();
    estimate(1_000_000);
    estimate(100_000);
    brake.close();
    vi.advanceTimersByTime(1000);
    expect(acts).toEqual([true]);
  });
});
