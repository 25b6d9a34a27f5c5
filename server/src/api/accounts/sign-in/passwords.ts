import { randomBytes } from 'node:crypto';
import { hash, verify, type Options } from '@node-rs/argon2';

/** argon2id (the package’s default) with OWASP’s second recommended setting: 19 MiB, two passes, one lane. */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Not an argon2 hash, so no password matches it. */
export const noPassword = 'none';

export function hasPassword(passwordHash: string): boolean {
  return passwordHash !== noPassword;
}

let decoy: Promise<string> | undefined;

/**
 * Returns whether the password matches the hash. Without a hash (unknown account) it takes as long and returns false, so that timing does not reveal
 * accounts.
 */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const hash = passwordHash !== null && hasPassword(passwordHash) ? passwordHash : null;
  const against = hash ?? (await (decoy ??= hashPassword(randomBytes(18).toString('base64'))));
  const matches = await verify(against, password);
  return hash !== null && matches;
}
