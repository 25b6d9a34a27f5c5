import { describe, expect, it } from 'vitest';
import type { BackupRecord } from './record.ts';
import { planLog } from './restore-plan.ts';
import { backupsToKeep } from './retention.ts';
import { nextBackupAt } from './schedule.ts';
import { backupWarnings, watchBackups } from './state.ts';
import { coverage } from './wal-archive.ts';
import { nextSegment, readLsn, segmentName, writeLsn } from './wal-position.ts';

const size = 16 * 1024 * 1024;
const record = (finishedAt: string, over: Partial<BackupRecord> = {}): BackupRecord => ({
  layout: 1,
  id: finishedAt,
  startedAt: finishedAt,
  finishedAt,
  postgresMajor: 18,
  systemId: '1',
  timeline: 1,
  segmentBytes: size,
  startLsn: '0/2000028',
  endLsn: '0/2000100',
  chain: 'abcd',
  bytes: 1,
  parts: [],
  ...over,
});

describe('positions in the write-ahead log', () => {
  it('are parsed, formatted and named as in Postgres', () => {
    expect(writeLsn(readLsn('1A/2B000028'))).toBe('1A/2B000028');
    expect(segmentName(1, readLsn('0/2000028'), size)).toBe('000000010000000000000002');
    expect(nextSegment('0000000100000000000000FF', size)).toBe('000000010000000100000000');
  });
});

describe('pieces of a log segment', () => {
  const piece = (from: number, to: number) => ({ key: `${from}-${to}`, segment: 's', from, to, at: to });

  it('are combined in any order, overlapping ones once', () => {
    const found = coverage('s', [piece(20, 30), piece(0, 10), piece(5, 20), piece(0, 5)]);
    expect(found).toMatchObject({ length: 30, lastAt: 30 });
    expect(found.files.map(({ key }) => key)).toEqual(['0-10', '5-20', '20-30']);
  });

  it('count up to the first gap', () => {
    expect(coverage('s', [piece(0, 10), piece(11, 20)]).length).toBe(10);
    expect(coverage('s', [piece(1, 10)]).length).toBe(0);
  });
});

describe('the log that a restore needs', () => {
  const start = Date.parse('2026-11-29T10:00:00Z');
  const segment = (number: number, length = size) => {
    const name = `0000000100000000000000${number.toString(16).toUpperCase().padStart(2, '0')}`;
    return coverage(name, [{ key: name, segment: name, from: 0, to: length, at: start + number * 60_000 }]);
  };
  const plan = (numbers: number[], minutes?: number) =>
    planLog(
      record('2026-11-29T10:00:00Z'),
      numbers.map((number) => segment(number)),
      minutes === undefined ? undefined : new Date(start + minutes * 60_000),
    ).map(({ name }) => Number(`0x${name.slice(-2)}`));

  it('is everything without a target time, and ends shortly after a target time', () => {
    expect(plan([1, 2, 3, 4, 5])).toEqual([2, 3, 4, 5]);
    expect(plan([2, 3, 4, 5, 6, 7], 3)).toEqual([2, 3, 4, 5]);
  });

  it('must not have a gap before its end; a later gap does not matter', () => {
    expect(() => plan([2, 4])).toThrow('000000010000000000000003 is missing');
    expect(() => plan([3, 4])).toThrow('000000010000000000000002 is missing');
    expect(plan([2, 3, 4, 5, 7], 3)).toEqual([2, 3, 4, 5]);
  });

  it('reaches up to a gap, within a segment too, as where the disk was changed', () => {
    const time = (minutes: number) => new Date(start + minutes * 60_000);
    const changed = [segment(2), segment(3, size / 2), segment(5)];
    expect(planLog(record('2026-11-29T10:00:00Z'), changed, time(3))).toEqual(changed.slice(0, 2));
    expect(() => planLog(record('2026-11-29T10:00:00Z'), changed, time(4))).toThrow('up to 2026-11-29T10:03:00.000Z');
    expect(plan([2, 4], 2)).toEqual([2]);
  });

  it('rejects a target time after its end', () => {
    expect(() => plan([2, 3], 9)).toThrow('The archived log ends at 2026-11-29T10:03:00.000Z');
    expect(() => plan([], 9)).toThrow('No log is archived after this backup');
  });
});

describe('backup retention', () => {
  it('keeps the newest backup of each of the last days and weeks', () => {
    const days = Array.from({ length: 30 }, (_, day) => record(new Date(Date.UTC(2026, 10, 1 + day, 2)).toISOString()));
    const kept = [...backupsToKeep(days, { daily: 3, weekly: 3 })].map((id) => id.slice(8, 10)).sort();
    expect(kept).toEqual(['22', '28', '29', '30']);
    expect(backupsToKeep(days.slice(0, 1), { daily: 1, weekly: 0 }).size).toBe(1);
  });
});

describe('the nightly backup', () => {
  const at = (text: string) => new Date(text);

  it('is due at its time of day, and at once when the last one is older than that', () => {
    expect(nextBackupAt(at('2026-11-29T02:30:05'), '02:30', at('2026-11-29T12:00:00'))).toEqual(
      at('2026-11-30T02:30:00'),
    );
    const now = at('2026-11-29T12:00:00');
    expect(nextBackupAt(at('2026-11-29T01:00:00'), '02:30', now)).toBe(now);
    expect(nextBackupAt(null, '02:30', now)).toBe(now);
  });
});

describe('backup warnings', () => {
  it('name what is late, and drills only where they are configured', () => {
    const now = new Date('2026-11-29T12:00:00Z');
    const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
    const fine = { since: ago(900), backupAt: ago(20), logAt: now, trouble: null };
    const drills = { drills: true, drillAt: ago(20), drillSeconds: 1, drillTrouble: null };
    expect(backupWarnings({ ...fine, ...drills }, now)).toEqual([]);
    expect(backupWarnings({ ...fine, ...drills, backupAt: ago(27), logAt: ago(1), drillAt: null }, now)).toEqual([
      'backup',
      'log',
      'drill',
    ]);
    expect(backupWarnings({ ...fine, ...drills, drills: false, drillAt: null }, now)).toEqual([]);
  });
});

describe('backups that another program makes', () => {
  it('are in trouble when they are on and nothing reports their state', async () => {
    const folder = '/nowhere/at/all';
    expect(await watchBackups({ folder, isExpected: false })).toBeNull();
    const state = await watchBackups({ folder, isExpected: true });
    expect(state?.trouble).toMatch(/^BACKUPS is on, but no backup program reports its state/);
    expect(state).toMatchObject({ backupAt: null, drillAt: null });
  });
});
