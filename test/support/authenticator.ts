import { Secret } from 'otpauth';

/** What an authenticator app makes of the characters that a page shows. */
export const secretFrom = (characters: string): Uint8Array => Secret.fromBase32(characters.trim()).bytes;
