import { describe, expect, it } from 'vitest';
import { checkLine } from './line-draft.ts';

const limits = { most: '9', today: '2026-11-29' };
const whole = { quantity: '9', batch: ' 7A ', expires: '05/2027' };
const faultsOf = (draft: object) => checkLine('item', { ...whole, ...draft }, limits).faults;

describe('A line to dispense', () => {
  it('is complete with quantity, batch and expiry, which is sent as ISO text', () => {
    expect(checkLine('item', whole, limits)).toEqual({
      line: { itemId: 'item', quantity: '9', note: '', batch: '7A', expires: '2027-05' },
      faults: {},
    });
  });

  it.each([
    [{ quantity: '9.5' }, { quantity: 'quantityWrong' }],
    [{ quantity: '-1' }, { quantity: 'quantityWrong' }],
    [{ quantity: 'all' }, { quantity: 'quantityWrong' }],
    [{ batch: ' ' }, { batch: 'batchMissing' }],
    [{ expires: 'soon' }, { expires: 'expiryWrong' }],
    [{ expires: '2026-10' }, { expires: 'packExpired' }],
  ])('with %j has the fault %j', (draft, faults) => {
    expect(faultsOf(draft)).toEqual(faults);
  });

  it('of which nothing is dispensed needs no pack', () => {
    expect(faultsOf({ quantity: '0', batch: '', expires: '' })).toEqual({});
  });

  it('accepts an expired pack where a record is corrected', () => {
    expect(checkLine('item', { ...whole, expires: '2020-01' }, { most: '9' }).faults).toEqual({});
  });
});
