import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';

/** A new id: UUID version 7 (RFC 9562), made in the app, rising with time so that indexes stay compact. */
export function newId(): string {
  return v7();
}

/** Digits and letters that are not mistaken for one another when read out. */
const readable = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number that people read out on the telephone: the day (UTC) and six characters, e.g. `20261124-7FK3Q2`. */
export function readableNumber(now: Date): string {
  return `${dayIn('UTC', now).replaceAll('-', '')}-${readableCode(6)}`;
}

/** So many random characters that a person can read out and type, about 4.9 bits each. */
export function readableCode(length: number): string {
  return Array.from({ length }, () => readable[randomInt(readable.length)]).join('');
}
