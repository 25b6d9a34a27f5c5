import { describe, expect, it } from 'vitest';
import { nobody, ShownPatients } from './shown-patients.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 8, minute));

describe('patients that a list has shown', () => {
  it('are new once an hour, for each patient and each list', () => {
    const shown = new ShownPatients();
    const read = (list: string, ids: string[], minute: number) => {
      const found = shown.newIn(list, ids, at(minute));
      shown.remember(list, found, at(minute));
      return found;
    };
    expect(read('queue', ['a', 'b', 'a'], 0)).toEqual(['a', 'b']);
    expect(read('queue', ['a', 'b'], 1)).toEqual([]);
    expect(read('queue', ['b', 'c'], 30)).toEqual(['c']);
    expect(read('day', ['a'], 31)).toEqual(['a']);
    expect(read('queue', ['a', 'b', 'c'], 60)).toEqual(['a', 'b']);
    expect(read('queue', ['a', 'b', 'c'], 95)).toEqual(['c']);
  });

  it('are reported once an hour for an empty list', () => {
    const shown = new ShownPatients();
    expect(shown.newIn('queue', [], at(0))).toEqual([nobody]);
    shown.remember('queue', [nobody], at(0));
    expect(shown.newIn('queue', [], at(59))).toEqual([]);
    expect(shown.newIn('queue', ['a'], at(59))).toEqual(['a']);
    expect(shown.newIn('queue', [], at(60))).toEqual([nobody]);
  });

  it('are new again after the record was rolled back', () => {
    const shown = new ShownPatients();
    expect(shown.newIn('queue', ['a'], at(0))).toEqual(['a']);
    expect(shown.newIn('queue', ['a'], at(1))).toEqual(['a']);
  });
});
