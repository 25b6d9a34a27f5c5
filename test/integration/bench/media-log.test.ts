import { expect, it } from 'vitest';
import { longestStandstill, secondsToRecover, type MediaSample } from '../../bench/media-log.ts';

/** Samples ten times a second; the counter grows at each `.` and stands at each `-`; `p` stands while the page calls the picture paused. */
function logOf(marks: string): MediaSample[] {
  let count = 0;
  return [...marks].map((mark, index) => ({
    at: 1_000 + index * 100,
    audioPackets: (count += mark === '.' ? 1 : 0),
    frames: count,
    frozen: 0,
    paused: mark === 'p',
  }));
}
const tenths = (count: number, mark = '-') => mark.repeat(count);

it('A recovery ends with the gap that the fault began', () => {
  const fault = 2_000;
  const log = logOf(`${tenths(11, '.')}${tenths(19)}${tenths(20, '.')}`);
  expect(secondsToRecover(log, fault, 'audioPackets')).toBeCloseTo(2);
  // A later gap is another matter.
  expect(secondsToRecover(logOf(`${tenths(40, '.')}${tenths(20)}..`), fault, 'audioPackets')).toBe(0);
  // One sample came late.
  expect(secondsToRecover(logOf(`${tenths(15, '.')}-${tenths(40, '.')}`), fault, 'audioPackets')).toBe(0);
});

it('Media that do not come back count until the end', () => {
  expect(secondsToRecover(logOf(`${tenths(11, '.')}${tenths(90)}`), 2_000, 'frames')).toBeCloseTo(9);
});

it('A picture that the page calls paused does not stand still', () => {
  const log = logOf(`..${tenths(10)}${tenths(60, 'p')}${tenths(20)}..`);
  expect(longestStandstill(log, 'frames')).toBeCloseTo(9);
  expect(longestStandstill(log, 'frames', { excused: true })).toBeCloseTo(2);
});
