import { randomFillSync, randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';

/** Random bytes for the next ids, 16 for each. They are drawn for 256 ids at once, because drawing them takes longer than the rest of an id. */
const entropy = Buffer.alloc(256 * 16);
let used = entropy.length;
/** The time of the last id, and its place within that millisecond. */
let msecs = 0;
let seq = 0;

/**
 * Returns a new id: UUID version 7 (RFC 9562), created in the app. Each is greater than the one before, so that indexes stay compact and ids of one
 * millisecond keep their order.
 */
export function newId(): string {
  if (used === entropy.length) {
    randomFillSync(entropy);
    used = 0;
  }
  const random = entropy.subarray(used, (used += 16));
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    // Below 2^31: as many further ids fit into the millisecond.
    seq = random.readUInt32BE() >>> 1;
  } else seq += 1;
  return v7({ random, msecs, seq });
}

/** Digits and letters that are not confused when read aloud. */
const readable = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Returns a number to read out on the phone: the day (UTC) and six characters, e.g. `20261124-7FK3Q2`. */
export function readableNumber(now: Date): string {
  return `${dayIn('UTC', now).replaceAll('-', '')}-${readableCode(6)}`;
}

/** Returns that many random characters that are easy to read out and type, about 4.9 bits each. */
export function readableCode(length: number): string {
  return Array.from({ length }, () => readable[randomInt(readable.length)]).join('');
}
