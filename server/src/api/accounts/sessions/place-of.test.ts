import { describe, expect, it } from 'vitest';
import { placeOf } from './place-of.ts';

describe('the place of a session', () => {
  it.each([
    ['203.0.113.77', '203.0.113.*'],
    ['::ffff:203.0.113.77', '203.0.113.*'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:*'],
    ['2001:db8::1', '2001:db8:*'],
    ['::1', ':*'],
    ['', null],
  ])('for address %s is %s', (address, place) => expect(placeOf(address)).toBe(place));
});
