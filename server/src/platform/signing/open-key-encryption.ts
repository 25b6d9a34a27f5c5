import { readFile, stat } from 'node:fs/promises';
import { readNamedKey, readNamedKeys } from '../config/config.ts';
import type { KeySettings } from '../config/key-settings.ts';
import { StartError } from '../process/start-failure.ts';
import { createKeyService, tokenFromFile } from './key-service.ts';
import { createLocalKeyEncryption, SealError, type KeyEncryption, type KeyEncryptionKey } from './key-encryption.ts';

/** Returns the installation’s key encryption. Throws a `StartError` that names the setting of an unusable file. */
export async function openKeyEncryption(settings: KeySettings): Promise<KeyEncryption> {
  const active = settings.KEY_ENCRYPTION_KEY ?? (await activeFromFile(settings.KEY_ENCRYPTION_KEY_FILE));
  const retired = settings.RETIRED_KEY_ENCRYPTION_KEYS ?? (await retiredFromFile(settings));
  if (retired.some(({ id }) => id === active?.id))
    throw new StartError('RETIRED_KEY_ENCRYPTION_KEYS: a retired key has the name of the active one.');
  const [first, ...others] = active ? [active, ...retired] : retired;
  const local = first ? createLocalKeyEncryption(first, others) : nothing;
  const service = await serviceOf(settings);
  if (!service) return local;
  const sealing = active ? local : service;
  return {
    seal: (plaintext, context) => sealing.seal(plaintext, context),
    open: (sealed, context) => (sealed.startsWith('v2.') ? service : local).open(sealed, context),
    activeKey: () => sealing.activeKey(),
  };
}

/** Returns whether anything may be encrypted under another key than the active one; a service’s key has versions. */
export function hasFormerKeys(settings: KeySettings): boolean {
  const former = [settings.RETIRED_KEY_ENCRYPTION_KEYS, settings.RETIRED_KEY_ENCRYPTION_KEYS_FILE];
  return [...former, settings.KEY_SERVICE_URL].some((source) => source !== undefined);
}

/** For an installation with a service only: rejects seals of unknown keys. */
const nothing: KeyEncryption = {
  seal: () => Promise.reject(new SealError('No key is configured to seal with.')),
  open: () => Promise.reject(new SealError('The sealed key cannot be opened.')),
  activeKey: () => Promise.reject(new SealError('No key is configured to seal with.')),
};

async function serviceOf(settings: KeySettings): Promise<KeyEncryption | null> {
  const { KEY_SERVICE_URL: url, KEY_SERVICE_KEY: key, KEY_SERVICE_TOKEN: token = '' } = settings;
  if (url === undefined) return null;
  const tokenFile = settings.KEY_SERVICE_TOKEN_FILE;
  if (tokenFile !== undefined) await secretFile('KEY_SERVICE_TOKEN_FILE', tokenFile);
  const caFile = settings.KEY_SERVICE_CA_FILE;
  const ca = caFile === undefined ? undefined : await textOf('KEY_SERVICE_CA_FILE', caFile);
  return createKeyService({
    url,
    key,
    ca,
    token: tokenFile === undefined ? () => Promise.resolve(token) : tokenFromFile(tokenFile),
  });
}

async function activeFromFile(path: string | undefined): Promise<KeyEncryptionKey | null> {
  if (path === undefined) return null;
  const key = readNamedKey(await secretFile('KEY_ENCRYPTION_KEY_FILE', path));
  if (!key) throw new StartError('KEY_ENCRYPTION_KEY_FILE: the file must contain a key (32 bytes in base64).');
  return key;
}

async function retiredFromFile(settings: KeySettings): Promise<readonly KeyEncryptionKey[]> {
  const path = settings.RETIRED_KEY_ENCRYPTION_KEYS_FILE;
  if (path === undefined) return [];
  const keys = readNamedKeys(await secretFile('RETIRED_KEY_ENCRYPTION_KEYS_FILE', path));
  if (!keys) throw new StartError('RETIRED_KEY_ENCRYPTION_KEYS_FILE: the file contains an entry that is not a key.');
  return keys;
}

async function secretFile(setting: string, path: string): Promise<string> {
  const text = await textOf(setting, path);
  const { mode } = await stat(path);
  if ((mode & 0o007) !== 0)
    throw new StartError(`${setting}: every user of this machine can read or change the file (chmod o= it).`);
  return text;
}

async function textOf(setting: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new StartError(`${setting}: the file cannot be read (${code}).`);
  }
}
