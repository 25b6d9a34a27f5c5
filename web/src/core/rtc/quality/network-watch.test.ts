import { describe, expect, it } from 'vitest';
import { hasSlept, type ClockReading } from './network-watch.ts';

const before: ClockReading = { wall: 1_000_000, monotonic: 5000, visible: true };
const after = (wallMs: number, monotonicMs: number, visible = true): ClockReading => ({
  wall: before.wall + wallMs,
  monotonic: before.monotonic + monotonicMs,
  visible,
});

describe('A machine that slept', () => {
  it('is detected by clocks that have drifted apart', () => {
    expect(hasSlept(before, after(600_000, 1000))).toBe(true);
    expect(hasSlept({ ...before, visible: false }, after(600_000, 1000, false))).toBe(true);
  });

  it('is detected by stopped timers of a visible page, where both clocks continue during sleep', () => {
    expect(hasSlept(before, after(600_000, 600_000))).toBe(true);
  });

  it('is not confused with a hidden page whose timers are throttled', () => {
    expect(hasSlept({ ...before, visible: false }, after(60_000, 60_000, false))).toBe(false);
    expect(hasSlept({ ...before, visible: false }, after(60_000, 60_000, true))).toBe(false);
  });

  it('is not confused with a busy page, or a clock that is set back or slightly forward', () => {
    expect(hasSlept(before, after(4000, 4000))).toBe(false);
    expect(hasSlept(before, after(-3_600_000, 1000))).toBe(false);
    expect(hasSlept(before, after(2500, 1000))).toBe(false);
  });
});
