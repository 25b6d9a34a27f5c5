import { describe, expect, it } from 'vitest';
import type { SignedReceipt } from '@yunzhen/shared/dispensing/receipts.contract';
import { labelledLines } from './labelled-lines.ts';

const instruction = { en: 'Take one tablet.', zh: '一次一片。' };
const items = [
  { itemId: 'a', instruction },
  { itemId: 'b', instruction },
];
const lines = [
  { itemId: 'a', quantity: '4' },
  { itemId: 'b', quantity: '2' },
];
const paper = (corrections: object[]) => ({ receipt: { lines, corrections }, items }) as unknown as SignedReceipt;
const labels = (corrections: object[]) =>
  labelledLines(paper(corrections)).map(({ itemId, quantity }) => `${itemId} ${quantity}`);

describe('labelledLines', () => {
  it('are the lines of the receipt with the instructions of the prescription', () => {
    expect(labels([])).toEqual(['a 4', 'b 2']);
    expect(labelledLines(paper([]))[0]?.instruction).toEqual(instruction);
  });

  it('follow the last correction and leave out what was not dispensed', () => {
    const first = {
      lines: [
        { itemId: 'a', quantity: '3' },
        { itemId: 'b', quantity: '2' },
      ],
    };
    const last = {
      lines: [
        { itemId: 'a', quantity: '3' },
        { itemId: 'b', quantity: '0' },
      ],
    };
    expect(labels([first, last])).toEqual(['a 3']);
  });
});
