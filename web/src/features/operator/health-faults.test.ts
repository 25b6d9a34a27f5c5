import { expect, it } from 'vitest';
import { healthFaults } from './health-faults.ts';

it('names what does not work, and takes backups that are switched off for no fault', () => {
  const parts = { serving: true, migrations: true, database: true, disk: true, jobs: true, clock: true };
  const health = { status: 'ready', parts, calls: 'available', backups: 'off' };
  expect(healthFaults(health)).toEqual([]);
  expect(healthFaults({ ...health, parts: { ...parts, disk: false }, calls: 'unavailable' })).toEqual([
    'disk',
    'calls',
  ]);
  expect(healthFaults({ ...health, backups: 'late: drill' })).toEqual(['backups']);
});
