import { uuidBytes } from './bytes.ts';

/** Epochs of one page key; the contract’s largest. */
export const lastEpoch = 255;

/**
 * SFrame’s key id within one participant: two random bytes of the id of the page’s public key, then the epoch. So a key
 * that has not arrived yet is told from a frame that was tampered with, also across a reload of the sender’s page.
 */
export function keyIdOf(pageKeyId: string, epoch: number): number {
  const bytes = uuidBytes(pageKeyId);
  return (bytes[14] ?? 0) * 0x10000 + (bytes[15] ?? 0) * 0x100 + epoch;
}
