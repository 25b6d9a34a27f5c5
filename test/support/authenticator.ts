import { Secret } from 'otpauth';

/** Decodes the characters on the page to a secret, like an authenticator app. */
export const secretFrom = (characters: string): Uint8Array => Secret.fromBase32(characters.trim()).bytes;
