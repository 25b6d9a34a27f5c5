import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import { dayIn } from './clock.ts';

/** A new id: UUID version 7 (RFC 9562), made in the app, rising with time so that indexes stay compact. */
export function newId(): string {
  return v7();
}

/** Digits and letters that are not mistaken for one another when read out. */
const readable = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number that people read out on the telephone: the day (UTC) and six characters, e.g. `20261124-7FK3Q2`. */
export function readableNumber(now: Date): string {
  const tail = Array.from({ length: 6 }, () => readable[randomInt(readable.length)]).join('');
  return `${dayIn('UTC', now).replaceAll('-', '')}-${tail}`;
}
