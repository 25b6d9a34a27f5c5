import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';

/** Returns a new id: UUID version 7 (RFC 9562), created in the app and increasing with time, so that indexes stay compact. */
export function newId(): string {
  return v7();
}

/** Digits and letters that are not confused when read aloud. */
const readable = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Returns a number to read out on the phone: the hospital’s day (`2026-11-24`) and six characters, e.g. `20261124-7FK3Q2`. */
export function readableNumber(day: string): string {
  return `${day.replaceAll('-', '')}-${readableCode(6)}`;
}

/** Returns that many random characters that are easy to read out and type, about 4.9 bits each. */
export function readableCode(length: number): string {
  return Array.from({ length }, () => readable[randomInt(readable.length)]).join('');
}
