import { expect, it } from 'vitest';
import { billedPrice, type VisitPrice } from './billed-price.ts';

const fee = (minor: number, currency: VisitPrice['currency'] = 'CNY') => ({ id: `list-${minor}`, currency, minor });

it('bills the lower of the fee shown at check-in and that of the doctor who completed the visit', () => {
  expect(billedPrice(fee(3000), fee(9900))).toEqual(fee(3000));
  expect(billedPrice(fee(9900), fee(3000))).toEqual(fee(3000));
});

it('bills what was shown when the last doctor has no fee or one in another currency, and nothing when none was shown', () => {
  expect(billedPrice(fee(3000), null)).toEqual(fee(3000));
  expect(billedPrice(fee(3000), fee(10, 'EUR'))).toEqual(fee(3000));
  expect(billedPrice(null, fee(3000))).toBeNull();
});
