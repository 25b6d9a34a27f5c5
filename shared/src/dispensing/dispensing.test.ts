import { describe, expect, it } from 'vitest';
import { fitsRemaining, nothingRemains, quantityStates } from './dispensing.ts';

const items = [
  { id: 'a', quantity: { value: '9' } },
  { id: 'b', quantity: { value: '0.3' } },
];

describe('what remains of a prescription', () => {
  it('is everything at first, and less by what was dispensed, without float errors', () => {
    expect(quantityStates(items, []).map(({ remaining }) => remaining)).toEqual(['9', '0.3']);
    const states = quantityStates(items, [
      { itemId: 'b', quantity: '0.1' },
      { itemId: 'b', quantity: '0.2' },
      { itemId: 'a', quantity: '4' },
    ]);
    expect(states).toMatchObject([
      { dispensed: '4', remaining: '5' },
      { dispensed: '0.3', remaining: '0' },
    ]);
    expect(nothingRemains(states)).toBe(false);
    expect(nothingRemains(quantityStates(items.slice(1), [{ itemId: 'b', quantity: '0.3' }]))).toBe(true);
  });

  it('limits the quantity that can be dispensed', () => {
    const [a] = quantityStates(items, [{ itemId: 'a', quantity: '8.5' }]);
    if (!a) throw new Error('no state');
    expect(fitsRemaining(a, '0.5')).toBe(true);
    expect(fitsRemaining(a, '0.51')).toBe(false);
    expect(fitsRemaining(a, '0')).toBe(false);
  });
});
