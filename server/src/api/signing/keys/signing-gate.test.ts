import { AppError } from '@yunzhen/shared/core/errors';
import { describe, expect, it } from 'vitest';
import { SigningGate } from './signing-gate.ts';

const clock = (isReliable: boolean) => ({
  isReliable,
  assertReliable() {
    if (!isReliable) throw new AppError('clock.unreliable');
  },
});
/** Returns the code with which the gate refuses; null when it is open. */
function refusalOf(gate: SigningGate): string | null {
  try {
    gate.assertOpen();
    return null;
  } catch (error) {
    return (error as AppError).code;
  }
}

describe('the gate before signing keys', () => {
  it.each([
    [false, true, null],
    [false, false, 'clock.unreliable'],
    [true, true, 'signing.isolated-copy'],
    [true, false, 'signing.isolated-copy'],
  ])('in a copy: %s, with a right clock: %s, refuses with %s', (isCopy, isReliable, code) => {
    const gate = new SigningGate(isCopy, clock(isReliable));
    expect([refusalOf(gate), gate.isOpen]).toEqual([code, code === null]);
  });
});
