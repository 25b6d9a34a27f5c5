import { describe, expect, it } from 'vitest';
import { quietUntil } from './quiet-hours.ts';

const night = { from: '22:00', until: '07:00' };
const shanghai = (iso: string) => quietUntil(night, 'Asia/Shanghai', new Date(iso))?.toISOString() ?? null;

describe('quiet hours', () => {
  it('span midnight, include their first minute and exclude their last', () => {
    expect(shanghai('2026-11-27T13:59:59Z')).toBeNull();
    expect(shanghai('2026-11-27T14:00:00Z')).toBe('2026-11-27T23:00:00.000Z');
    expect(shanghai('2026-11-27T17:30:00Z')).toBe('2026-11-27T23:00:00.000Z');
    expect(shanghai('2026-11-27T23:00:00Z')).toBeNull();
  });

  it('may start and end on one day', () => {
    const noon = (iso: string) => quietUntil({ from: '12:00', until: '14:00' }, 'UTC', new Date(iso));
    expect(noon('2026-11-27T13:00:00Z')?.toISOString()).toBe('2026-11-27T14:00:00.000Z');
    expect(noon('2026-11-27T14:00:00Z')).toBeNull();
  });

  it('end by local time in nights when clocks change', () => {
    const berlin = (iso: string) => quietUntil(night, 'Europe/Berlin', new Date(iso))?.toISOString();
    // One hour is skipped, and one is repeated.
    expect(berlin('2026-03-28T22:00:00Z')).toBe('2026-03-29T05:00:00.000Z');
    expect(berlin('2026-10-24T21:00:00Z')).toBe('2026-10-25T06:00:00.000Z');
  });

  it('do not apply without a preference', () => {
    expect(quietUntil(null, 'UTC', new Date())).toBeNull();
  });
});
