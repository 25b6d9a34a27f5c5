import { describe, expect, it } from 'vitest';
import { lineTrouble, percent, soundLabel } from './quality-labels.ts';

describe('Connection quality labels', () => {
  it.each([
    [450, 'clear'],
    [403, 'clear'],
    [402, 'fair'],
    [360, 'fair'],
    [310, 'rough'],
    [309, 'bad'],
    [null, 'none'],
  ] as const)('describe a score of %s as sound that is %s', (mos, word) => {
    expect(soundLabel(mos)).toBe(word);
  });

  it.each([
    [null, null],
    [0, '0'],
    [7, '0.7'],
    [99, '9.9'],
    [126, '13'],
  ] as const)('convert %s per mille to %s percent', (perMille, said) => {
    expect(percent(perMille)).toBe(said);
  });

  it('report only a poor connection, with its cause', () => {
    expect(lineTrouble(null)).toBeNull();
    expect(lineTrouble({ grade: 'fair', cause: 'own-network' })).toBeNull();
    expect(lineTrouble({ grade: 'poor', cause: 'other-network' })).toBe('other-network');
    expect(lineTrouble({ grade: 'poor', cause: 'none' })).toBeNull();
  });
});
