import { describe, expect, it } from 'vitest';
import { isTimeZone } from '../core/time/time-zone.ts';
import { needsOf, noWishes, readWishes } from './wishes.ts';

describe('account preferences', () => {
  it('are read from any stored value', () => {
    for (const nothing of [
      null,
      undefined,
      'x',
      {},
      [],
      { interpreter: 'klingon', timeZone: 'Mars/Olympus', writes: 1 },
    ])
      expect(readWishes(nothing)).toEqual(noWishes);
    const all = {
      ...noWishes,
      language: 'zh-CN',
      writes: true,
      interpreter: 'sign-language',
      timeZone: 'Asia/Shanghai',
      quietHours: { from: '22:00', until: '07:00' },
    } as const;
    expect(readWishes({ ...all, later: true })).toEqual(all);
  });
  it('show a doctor what a visit needs, and no display preferences', () => {
    expect(needsOf({ ...noWishes })).toEqual([]);
    expect(needsOf({ interpreter: 'other', writes: true, captions: true, screenReader: true })).toEqual([
      'interpreter-other',
      'writes',
      'captions',
      'screen-reader',
    ]);
  });
  it('validate the time zone', () => {
    expect([isTimeZone('Europe/Zurich'), isTimeZone('Nowhere/Else')]).toEqual([true, false]);
  });
});
