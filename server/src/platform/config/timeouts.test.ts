import { describe, expect, it } from 'vitest';
import { ConfigError } from './config.ts';
import { readTimeouts } from './timeouts.ts';

describe('readTimeouts', () => {
  it('uses the standard values when nothing is given', () => {
    expect(readTimeouts({})['jobs.poll']).toBe(2_000);
  });

  it('overrides the named timeouts and keeps the others', () => {
    const read = readTimeouts({ TIMEOUTS: 'jobs.poll=200, processes.heartbeat=500' });
    expect(read).toMatchObject({ 'jobs.poll': 200, 'processes.heartbeat': 500, 'jobs.supervise': 5_000 });
  });

  it.each(['jobs.pol=1', 'jobs.poll', 'jobs.poll=', 'jobs.poll=soon', 'jobs.poll=-1'])('rejects %s', (TIMEOUTS) => {
    expect(() => readTimeouts({ TIMEOUTS })).toThrow(ConfigError);
  });

  it('rejects every override in production', () => {
    expect(() => readTimeouts({ TIMEOUTS: 'jobs.poll=200', NODE_ENV: 'production' })).toThrow(ConfigError);
  });
});
