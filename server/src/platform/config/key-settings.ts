import { z } from 'zod';
import { flag, namedKey, namedKeys } from './config.ts';

/**
 * Where the key-encryption key is, which encrypts private keys, second factors and addresses at rest: in a setting, in a file, or in a key service
 * that never reveals it. Exactly one of the three encrypts; former keys still decrypt.
 */
export const keySettings = {
  /** The key-encryption key: 32 bytes in base64, or `<name>:<base64>` from the second key on. Exactly one source of the key is set. */
  KEY_ENCRYPTION_KEY: namedKey.optional(),
  /** A file with the key instead of `KEY_ENCRYPTION_KEY`; rejected when other users of the machine may read it. */
  KEY_ENCRYPTION_KEY_FILE: z.string().optional(),
  /** Former keys as `<name>:<base64>`, separated by white space; they decrypt what is not encrypted again yet. */
  RETIRED_KEY_ENCRYPTION_KEYS: namedKeys.optional(),
  /** A file with the former keys instead of `RETIRED_KEY_ENCRYPTION_KEYS`. */
  RETIRED_KEY_ENCRYPTION_KEYS_FILE: z.string().optional(),
  /** Transit engine of OpenBao or Vault with its mount, e.g. `https://bao.example.org:8200/v1/transit`. */
  KEY_SERVICE_URL: z
    .url({ error: 'an https:// address, with the engine’s mount' })
    .refine(isPrivate, { error: 'an https:// address, with the engine’s mount' })
    .transform((value) => value.replace(/\/$/, ''))
    .optional(),
  /** Name of the key within the engine; an AEAD key such as aes256-gcm96. */
  KEY_SERVICE_KEY: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,48}$/, { error: '1 to 48 of A-Z a-z 0-9 _ -' })
    .default('yunzhen'),
  /** Token of the key service. */
  KEY_SERVICE_TOKEN: z.string().optional(),
  /** A file with the token; read again when the service rejects the token, so that an agent may renew it. */
  KEY_SERVICE_TOKEN_FILE: z.string().optional(),
  /** Certificates (PEM) to verify the service's certificate, instead of the public ones. */
  KEY_SERVICE_CA_FILE: z.string().optional(),
  /** The service decrypts what it encrypted and encrypts nothing more: for returning to a key of your own. */
  KEY_SERVICE_RETIRED: flag.default(false),
};
export type KeySettings = Readonly<z.output<z.ZodObject<typeof keySettings>>>;

/** Returns whether the connection is private: HTTPS, or plain HTTP that stays on this machine. */
function isPrivate(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}

export function objectionToKeySettings(given: Partial<KeySettings>): { setting: string; expected: string } | null {
  const active = [given.KEY_ENCRYPTION_KEY, given.KEY_ENCRYPTION_KEY_FILE];
  if (!given.KEY_SERVICE_RETIRED) active.push(given.KEY_SERVICE_URL);
  if (active.filter((source) => source !== undefined).length !== 1) {
    const expected = 'exactly one of KEY_ENCRYPTION_KEY, KEY_ENCRYPTION_KEY_FILE and KEY_SERVICE_URL to seal with';
    return { setting: 'KEY_ENCRYPTION_KEY', expected };
  }
  if (given.RETIRED_KEY_ENCRYPTION_KEYS !== undefined && given.RETIRED_KEY_ENCRYPTION_KEYS_FILE !== undefined)
    return { setting: 'RETIRED_KEY_ENCRYPTION_KEYS', expected: 'either the keys or a file with them' };
  if (given.RETIRED_KEY_ENCRYPTION_KEYS?.some(({ id }) => id === given.KEY_ENCRYPTION_KEY?.id)) {
    const expected = 'other names than that of the active key: each new key gets a new name';
    return { setting: 'RETIRED_KEY_ENCRYPTION_KEYS', expected };
  }
  const tokens = [given.KEY_SERVICE_TOKEN, given.KEY_SERVICE_TOKEN_FILE].filter((token) => token !== undefined);
  if (given.KEY_SERVICE_URL !== undefined && tokens.length !== 1)
    return { setting: 'KEY_SERVICE_TOKEN', expected: 'the service’s token, or KEY_SERVICE_TOKEN_FILE that holds it' };
  return null;
}
