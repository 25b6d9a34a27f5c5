import { describe, expect, it } from 'vitest';
import { buildInteractionIndex } from '../safety/knowledge/interaction-index.ts';
import type { InteractionRule } from '../safety/knowledge/interaction-rule.ts';
import { besideOurs, openPairs, packPairs, withDecidedPairs, type ImportedPair } from './imported-pairs.ts';
import { ImportedRows, severitiesOf } from './imported-rows.ts';

const pair = (a: string, b: string, severity: ImportedPair['says']['severity']): ImportedPair => ({
  a,
  b,
  says: {
    severity,
    evidence: 'probable',
    mechanism: { en: 'm', zh: '机' },
    advice: { en: 'a', zh: '建' },
    source: `${a} ${b}`,
  },
});

describe('packed pairs', () => {
  it('are found in either order, in a part of a larger block too', () => {
    const packed = packPairs([pair('b', 'd', 'minor'), pair('a', 'c', 'serious'), pair('c', 'd', 'moderate')]);
    const block = new Uint8Array(new SharedArrayBuffer(packed.length + 8));
    block.set(packed, 8);
    for (const index of [openPairs(packed), openPairs(block.subarray(8))]) {
      expect(index.pairs).toBe(3);
      expect(index.between('c', 'a')).toMatchObject({ a: ['a'], b: ['c'], severity: 'serious', source: 'a c' });
      expect(index.between('d', 'b')?.id).toMatch(/^imported-[0-9a-f]{10}$/);
      expect(index.between('a', 'b')).toBeUndefined();
      expect(index.between('a', 'z')).toBeUndefined();
      expect([index.knows('d'), index.knows('z')]).toEqual([true, false]);
    }
  });

  it('agree with a plain table for many pairs', () => {
    const ids = Array.from({ length: 60 }, (_, n) => `i${String(n).padStart(2, '0')}`);
    const all = ids.flatMap((a, at) =>
      ids
        .slice(at + 1)
        .filter((_, n) => (n * 7 + at) % 3 === 0)
        .map((b) => pair(a, b, 'minor')),
    );
    const index = openPairs(packPairs(all.toReversed()));
    const known = new Set(all.map(({ says }) => says.source));
    for (const [at, a] of ids.entries())
      for (const b of ids.slice(at + 1))
        expect(index.between(b, a)?.source).toBe(known.has(`${a} ${b}`) ? `${a} ${b}` : undefined);
  });

  it('change as decided: a new text, one pair less, and the same bytes without a decision', () => {
    const packed = packPairs([pair('a', 'b', 'serious'), pair('a', 'c', 'minor'), pair('b', 'c', 'moderate')]);
    expect(withDecidedPairs(packed, new Map())).toBe(packed);
    const says = { ...pair('a', 'b', 'minor').says, source: 'the hospital' };
    const index = openPairs(
      withDecidedPairs(
        packed,
        new Map([
          [0, says],
          [1, null],
        ]),
      ),
    );
    expect(index.pairs).toBe(2);
    expect(index.between('b', 'a')).toMatchObject({ severity: 'minor', source: 'the hospital' });
    expect(index.between('a', 'c')).toBeUndefined();
    expect(index.between('b', 'c')).toMatchObject({ severity: 'moderate', source: 'b c' });
  });

  it('are rows with the two ids as id, found by the names of their substances', () => {
    const packed = packPairs([pair('ibuprofen', 'warfarin', 'serious'), pair('loratadine', 'warfarin', 'minor')]);
    const rows = new ImportedRows(packed, severitiesOf(packed), 'v');
    expect(rows.row('ibuprofen+warfarin')).toMatchObject({ table: 'imported-pairs', record: { severity: 'serious' } });
    expect(['warfarin+ibuprofen', 'ibuprofen', 'ibuprofen+warfarin+x', ''].map((id) => rows.row(id))).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
    const found = (words: string) => [0, 1].filter(rows.matching(words));
    expect(['布洛芬', 'WARF', 'warfarin lorata', 'metformin', ''].map(found)).toEqual([[0], [0, 1], [1], [], [0, 1]]);
    expect([0, 1].map((place) => rows.severityAt(place))).toEqual(['serious', 'minor']);
  });

  it('stand beside our rules: the graver one counts, ours when they are equal', () => {
    const ours = (b: string) =>
      ({ id: `ours-${b}`, a: ['a'], b: [b], severity: 'serious' }) as unknown as InteractionRule;
    const own = buildInteractionIndex([ours('b'), ours('c'), ours('d')], (names) => [...names]);
    const both = besideOurs(
      own,
      openPairs(packPairs([pair('a', 'b', 'minor'), pair('a', 'c', 'contraindicated'), pair('a', 'd', 'serious')])),
    );
    expect(both.between('a', 'b')?.id).toBe('ours-b');
    expect(both.between('a', 'c')?.severity).toBe('contraindicated');
    expect(both.between('a', 'd')?.id).toBe('ours-d');
  });
});
