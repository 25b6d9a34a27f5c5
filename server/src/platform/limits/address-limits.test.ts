import { describe, expect, it } from 'vitest';
import { AddressLimits, addressPolicy } from './address-limits.ts';

const times = <Item>(count: number, make: (index: number) => Item) => Array.from({ length: count }, (_, i) => make(i));

describe('connection limits of an address', () => {
  it('admit a whole hospital at the same moment, and no more', () => {
    const limits = new AddressLimits(addressPolicy(200));
    const closings = times(200, () => (limits.allows('198.51.100.7', 0) ? limits.open('198.51.100.7', 0) : undefined));
    expect(closings.every((close) => close !== undefined)).toBe(true);
    // The bucket is full again, but the address has its maximum of connections.
    expect(limits.allows('198.51.100.7', 60_000)).toBe(false);
    expect(limits.open('198.51.100.7', 60_000)).toBeUndefined();
    closings[0]?.();
    closings[0]?.();
    expect(limits.allows('198.51.100.7', 60_000)).toBe(true);
    expect(limits.open('198.51.100.7', 60_000)).toBeDefined();
    expect(limits.open('198.51.100.7', 60_000)).toBeUndefined();
  });

  it('slow down a client that opens and closes in a loop, without affecting others', () => {
    const limits = new AddressLimits(addressPolicy(20));
    const tries = times(1_000, () => limits.allows('203.0.113.1', 0));
    expect(tries.filter(Boolean)).toHaveLength(20);
    expect(limits.allows('198.51.100.7', 0)).toBe(true);
    expect(times(10, () => limits.allows('203.0.113.1', 1_000)).filter(Boolean)).toHaveLength(2);
  });

  it('remember a limited number of addresses', () => {
    const limits = new AddressLimits({ ...addressPolicy(2), remembered: 100 });
    const close = limits.open('198.51.100.7', 0);
    for (let i = 0; i < 10_000; i++) limits.allows(`address ${i}`, i / 100);
    expect(limits.remembered).toBeLessThanOrEqual(100);
    // An address with an open connection is not forgotten.
    expect(limits.open('198.51.100.7', 0)).toBeDefined();
    expect(limits.open('198.51.100.7', 0)).toBeUndefined();
    close?.();
  });

  it('reject new addresses when all remembered ones have open connections', () => {
    const limits = new AddressLimits({ ...addressPolicy(1), remembered: 3 });
    const [first] = times(3, (i) => limits.open(`address ${i}`, 0));
    expect(limits.allows('another', 0)).toBe(false);
    first?.();
    expect(limits.allows('another', 60_000)).toBe(true);
  });
});
