import { describe, expect, it } from 'vitest';
import { faultOf } from './chosen-file.ts';

const megabytes = (n: number) => n * 1024 * 1024;

describe('A chosen file', () => {
  it.each([
    ['image/jpeg', 1000, null],
    ['image/webp', megabytes(30), null],
    ['image/png', megabytes(60), 'large'],
    ['application/pdf', megabytes(10), null],
    ['application/pdf', megabytes(10) + 1, 'large'],
    ['application/pdf', 0, 'empty'],
    ['image/svg+xml', 1000, 'type'],
    ['', 1000, 'type'],
  ] as const)('of type %j and %d bytes has the fault %s', (type, size, fault) => {
    expect(faultOf({ type, size })).toBe(fault);
  });
});
