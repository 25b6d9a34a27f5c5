import { describe, expect, it } from 'vitest';
import { buildInteractionIndex } from '../safety/knowledge/interaction-index.ts';
import type { InteractionRule } from '../safety/knowledge/interaction-rule.ts';
import { besideOurs, openPairs, packPairs, type ImportedPair } from './imported-pairs.ts';

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
