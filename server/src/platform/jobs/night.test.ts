import { expect, it } from 'vitest';
import { isNightDue, nightsOf, type LastRun } from './night.ts';

/** Begins its night at 02:00 + 0x3d minutes = 03:01. */
const id = '019ac000-0000-7000-8000-00000000003d';
const shanghai = { id, timeZone: 'Asia/Shanghai' };
const at = (text: string) => new Date(text);
const shown = (millis: number) => new Date(millis).toISOString();
const longAgo = at('2020-01-01T00:00:00Z');

const runOf = (night: string, change: Partial<LastRun> = {}): LastRun => ({
  night: at(night),
  leasedUntil: at(night),
  finishedAt: at(night),
  ...change,
});

it('a night begins at the hospital’s own time, between two and four o’clock', () => {
  const now = at('2026-11-30T12:00:00Z');
  expect(shown(nightsOf(shanghai, now).latest)).toBe('2026-11-29T19:01:00.000Z');
  expect(shown(nightsOf({ id, timeZone: 'Europe/Berlin' }, now).latest)).toBe('2026-11-30T02:01:00.000Z');
  const starts = Array.from({ length: 240 }, (_, n) => {
    const other = `019ac000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
    return shown(nightsOf({ id: other, timeZone: 'UTC' }, now).latest).slice(11, 16);
  });
  expect([starts.toSorted()[0], starts.toSorted().at(-1), new Set(starts).size]).toEqual(['02:00', '03:59', 120]);
});

it('before the night of today has begun, the latest is the one of yesterday', () => {
  const { latest, before } = nightsOf(shanghai, at('2026-11-30T19:00:59Z'));
  expect([shown(latest), shown(before)]).toEqual(['2026-11-29T19:01:00.000Z', '2026-11-28T19:01:00.000Z']);
  expect(shown(nightsOf(shanghai, at('2026-11-30T19:01:00Z')).latest)).toBe('2026-11-30T19:01:00.000Z');
});

it('a clock change moves the night with it, and a skipped or repeated hour has one night', () => {
  const berlin = { id: '019ac000-0000-7000-8000-00000000001e', timeZone: 'Europe/Berlin' };
  // 02:30 does not exist on 29 March 2026; on 25 October 2026 it exists twice.
  expect(shown(nightsOf(berlin, at('2026-03-29T12:00:00Z')).latest)).toBe('2026-03-29T01:00:00.000Z');
  const autumn = [at('2026-10-25T00:45:00Z'), at('2026-10-25T01:45:00Z')].map((now) => nightsOf(berlin, now).latest);
  expect(autumn.map(shown)).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T00:30:00.000Z']);
});

it('an unknown time zone counts as UTC, so that the hospital delays no other', () => {
  expect(shown(nightsOf({ id, timeZone: 'Nowhere/At-All' }, at('2026-11-30T12:00:00Z')).latest)).toBe(
    '2026-11-30T03:01:00.000Z',
  );
});

it.each<[string, string, LastRun | null, boolean]>([
  ['in the night, without an earlier run', '2026-11-29T19:05:00Z', null, true],
  ['in the night, after the run of the night before', '2026-11-29T19:05:00Z', runOf('2026-11-28T19:01:00Z'), true],
  ['in the night, once it has run', '2026-11-29T19:05:00Z', runOf('2026-11-29T19:01:00Z'), false],
  [
    'in the night, while another process works',
    '2026-11-29T19:05:00Z',
    runOf('2026-11-29T19:01:00Z', { finishedAt: null, leasedUntil: at('2026-11-29T19:31:00Z') }),
    false,
  ],
  [
    'in the night, after the process that worked has died',
    '2026-11-29T19:35:00Z',
    runOf('2026-11-29T19:01:00Z', { finishedAt: null, leasedUntil: at('2026-11-29T19:31:00Z') }),
    true,
  ],
  [
    'by day, when the night was begun and not finished',
    '2026-11-30T03:00:00Z',
    runOf('2026-11-29T19:01:00Z', { finishedAt: null, leasedUntil: at('2026-11-29T23:00:00Z') }),
    true,
  ],
  [
    'by day, while another process continues the night',
    '2026-11-30T03:00:00Z',
    runOf('2026-11-29T19:01:00Z', { finishedAt: null, leasedUntil: at('2026-11-30T03:10:00Z') }),
    false,
  ],
  [
    'by day, when the night before was begun and not finished',
    '2026-11-30T03:00:00Z',
    runOf('2026-11-28T19:01:00Z', { finishedAt: null }),
    true,
  ],
  ['by day, when one night was missed', '2026-11-30T03:00:00Z', runOf('2026-11-28T19:01:00Z'), false],
  ['by day, when two nights were missed', '2026-11-30T03:00:00Z', runOf('2026-11-27T19:01:00Z'), true],
  ['by day, when it has never run in an old hospital', '2026-11-30T03:00:00Z', null, true],
  ['in the night, after a clock that was a year ahead', '2026-11-29T19:05:00Z', runOf('2027-11-29T19:01:00Z'), true],
])('%s', (_, now, last, due) => {
  expect(isNightDue(nightsOf(shanghai, at(now)), last, at(now), longAgo)).toBe(due);
});

it('a new hospital waits for its first night', () => {
  const now = at('2026-11-30T03:00:00Z');
  expect(isNightDue(nightsOf(shanghai, now), null, now, at('2026-11-30T01:00:00Z'))).toBe(false);
});
