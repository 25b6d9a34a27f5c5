import { createHash, timingSafeEqual } from 'node:crypto';

/** Compared with where there is no prescription, so that an unknown one takes as long as a wrong secret. */
const nobodys = createHash('sha256').update('no prescription has this secret').digest();

/** Whether it is the secret of the printed code. Takes the same time whatever is wrong. */
export function isCodeSecret(secretHash: Buffer | null | undefined, secret: string): boolean {
  const given = createHash('sha256').update(secret).digest();
  return timingSafeEqual(given, secretHash ?? nobodys) && secretHash !== null && secretHash !== undefined;
}
