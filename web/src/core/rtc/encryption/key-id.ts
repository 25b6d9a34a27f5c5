import { uuidBytes } from './bytes.ts';

/** Last epoch of a page key, the maximum of the contract. */
export const lastEpoch = 255;

/**
 * Returns SFrame’s key id within one participant: two random bytes of the page key’s id, then the epoch. It distinguishes a key that has not arrived
 * yet from a forged frame, also when the sender’s page reloads.
 */
export function keyIdOf(pageKeyId: string, epoch: number): number {
  const bytes = uuidBytes(pageKeyId);
  return (bytes[14] ?? 0) * 0x10000 + (bytes[15] ?? 0) * 0x100 + epoch;
}
