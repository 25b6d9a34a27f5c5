import { describe, expect, it } from 'vitest';
import { differenceOf, type DifferencePart } from './note-difference.ts';
import { blankNote, conflictsOf, sameNote } from './note-merge.ts';

const side = (parts: DifferencePart[], kind: 'only-first' | 'only-second') =>
  parts
    .filter((part) => part.kind === 'same' || part.kind === kind)
    .map(({ text }) => text)
    .join('');

describe('The difference of two note texts', () => {
  it('compares words, not letters', () => {
    expect(differenceOf('Cough for three days', 'Cough for five days')).toEqual([
      { kind: 'same', text: 'Cough for ' },
      { kind: 'only-first', text: 'three' },
      { kind: 'only-second', text: 'five' },
      { kind: 'same', text: ' days' },
    ]);
  });

  it('separates Chinese words, which have no spaces between them', () => {
    const parts = differenceOf('患者咳嗽三天', '患者发热三天');
    expect(parts[0]).toEqual({ kind: 'same', text: '患者' });
    expect(parts.at(-1)).toEqual({ kind: 'same', text: '三天' });
  });

  it.each([
    ['', ''],
    ['', 'new'],
    ['gone', ''],
    ['a b c d e', 'b c x d'],
    ['line one\nline two', 'line one\n\nline three'],
    ['头痛 two days', '头痛 3 days 加重'],
  ])('restores both texts from “%s” and “%s”', (first, second) => {
    const parts = differenceOf(first, second);
    expect(side(parts, 'only-first')).toBe(first);
    expect(side(parts, 'only-second')).toBe(second);
  });

  it('is correct for texts that are too long to compare by word', () => {
    const first = `start ${Array.from({ length: 2_000 }, (_, n) => `a${n}`).join(' ')} end`;
    const second = `start ${Array.from({ length: 2_000 }, (_, n) => `b${n}`).join(' ')} end`;
    const parts = differenceOf(first, second);
    expect(parts).toHaveLength(4);
    expect(side(parts, 'only-first')).toBe(first);
    expect(side(parts, 'only-second')).toBe(second);
  });
});

describe('Two notes with the same base', () => {
  const basis = { ...blankNote, subjective: 'cough', plan: 'rest' };

  it('have a suggestion where only one side has changed a section, and a question where both have', () => {
    const mine = { ...basis, subjective: 'cough, fever', plan: 'rest, fluids' };
    const theirs = { ...basis, objective: '38.2 °C', plan: 'rest, paracetamol' };
    expect(conflictsOf(basis, mine, theirs)).toEqual([
      { section: 'subjective', mine: 'cough, fever', theirs: 'cough', suggested: 'cough, fever', bothChanged: false },
      { section: 'objective', mine: '', theirs: '38.2 °C', suggested: '38.2 °C', bothChanged: false },
      {
        section: 'plan',
        mine: 'rest, fluids',
        theirs: 'rest, paracetamol',
        suggested: 'rest, fluids',
        bothChanged: true,
      },
    ]);
  });

  it('have no conflict when both sides are equal', () => {
    expect(conflictsOf(basis, { ...basis, plan: 'x' }, { ...basis, plan: 'x' })).toEqual([]);
    expect(sameNote(basis, { ...basis })).toBe(true);
    expect(sameNote(basis, { ...basis, objective: ' ' })).toBe(false);
  });
});
