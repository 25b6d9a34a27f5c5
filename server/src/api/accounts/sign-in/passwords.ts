import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash, verify, type Options } from '@node-rs/argon2';
import { FairQueue } from '../../../platform/limits/fair-queue.ts';
import { networkOf } from '../../../platform/limits/network-of.ts';

/** argon2id (the package’s default) with OWASP’s second recommended setting: 19 MiB, two passes, one lane. */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Hashes of all clients together. Some 20 ms each: so many wait at most a second or two. One core stays free for other requests, and one of the four
 * threads that files and compression use as well.
 */
export const hashing = new FairQueue({ atOnce: Math.max(1, Math.min(3, availableParallelism() - 1)), waiting: 64 });

/** Where the client is: networks take turns. Null for internal work. */
type Address = string | null;

/** Throws `service.unavailable` when too many hashes wait. */
export function hashPassword(password: string, address: Address): Promise<string> {
  return hashing.run(networkOf(address ?? ''), () => hash(password, cost));
}

/** Not an argon2 hash, so no password matches it. */
export const noPassword = 'none';

export function hasPassword(passwordHash: string): boolean {
  return passwordHash !== noPassword;
}

let decoy: Promise<string> | undefined;

/**
 * Returns whether the password matches the hash. Without a hash (unknown account) it takes as long and returns false, so that timing does not reveal
 * accounts. Throws `service.unavailable` when too many hashes wait.
 */
export async function passwordMatches(
  passwordHash: string | null,
  password: string,
  address: Address,
): Promise<boolean> {
  const known = passwordHash !== null && hasPassword(passwordHash) ? passwordHash : null;
  return hashing.run(networkOf(address ?? ''), async () => {
    const against = known ?? (await (decoy ??= hash(randomBytes(18).toString('base64'), cost)));
    const matches = await verify(against, password);
    return known !== null && matches;
  });
}
