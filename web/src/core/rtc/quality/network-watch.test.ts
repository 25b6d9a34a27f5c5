import { describe, expect, it } from 'vitest';
import { hasSlept, type ClockReading } from './network-watch.ts';

const before: ClockReading = { wall: 1_000_000, monotonic: 5000, visible: true };
const after = (wallMs: number, monotonicMs: number, visible = true): ClockReading => ({
  wall: before.wall + wallMs,
  monotonic: before.monotonic + monotonicMs,
  visible,
});

describe('a machine that slept', () => {
  it('shows by clocks that have drifted apart', () => {
    expect(hasSlept(before, after(600_000, 1000))).toBe(true);
    expect(hasSlept({ ...before, visible: false }, after(600_000, 1000, false))).toBe(true);
  });

  it('shows by a page in front whose timers stood still, where both clocks go on in sleep', () => {
    expect(hasSlept(before, after(600_000, 600_000))).toBe(true);
  });

  it('is not a hidden page whose timers are held back', () => {
    expect(hasSlept({ ...before, visible: false }, after(60_000, 60_000, false))).toBe(false);
    expect(hasSlept({ ...before, visible: false }, after(60_000, 60_000, true))).toBe(false);
  });

  it('is not a busy page, nor a clock that is set back or a little forward', () => {
    expect(hasSlept(before, after(4000, 4000))).toBe(false);
    expect(hasSlept(before, after(-3_600_000, 1000))).toBe(false);
    expect(hasSlept(before, after(2500, 1000))).toBe(false);
  });
});
