import { readFile } from 'node:fs/promises';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '@yunzhen/shared/core/errors';
import { postJson, type JsonAnswer } from './json-post.ts';
import { SealError, type KeyEncryption } from './key-encryption.ts';

export interface KeyServiceOptions {
  /** Address of the engine with its mount, without a trailing slash. */
  readonly url: string;
  /** Name of the key within the engine. */
  readonly key: string;
  /** Returns the service’s token; called again after a rejection. */
  readonly token: () => Promise<string>;
  /** CA certificates in PEM for the service; default are the public ones. */
  readonly ca?: string | undefined;
  /** Limit of all attempts of one call together. */
  readonly timeoutMs?: number;
}

/** Short, because a signature keeps its transaction open during the call. */
const TIMEOUT_MS = 5_000;
const TRIES = 3;
const PAUSE_MS = 150;
const FORMAT = 'v2';

const sealedAnswer = z.object({
  data: z.object({ ciphertext: z.string().regex(/^vault:v\d{1,9}:[A-Za-z0-9+/]+={0,2}$/) }),
});
const openedAnswer = z.object({ data: z.object({ plaintext: z.base64() }) });

/**
 * Encrypts with the transit engine of OpenBao or HashiCorp Vault (`/encrypt/:name` and `/decrypt/:name` with `associated_data`): the key never leaves
 * the service.
 * Plaintext passes as base64 in JSON, of which Node keeps copies until garbage collection; only the returned bytes can be zeroed. Rotating the key
 * within the service makes a new key id, `<name>-<version>`.
 */
export function createKeyService(options: KeyServiceOptions): KeyEncryption {
  const agent = options.url.startsWith('https:')
    ? new HttpsAgent({ keepAlive: true, ca: options.ca })
    : new HttpAgent({ keepAlive: true });
  const associated = (context: string) => Buffer.from(`${FORMAT}.${options.key}.${context}`).toString('base64');
  const call = (work: 'encrypt' | 'decrypt', body: object) => {
    const deadline = Date.now() + (options.timeoutMs ?? TIMEOUT_MS);
    const send = async (): Promise<JsonAnswer> =>
      postJson(`${options.url}/${work}/${options.key}`, {
        headers: { 'x-vault-token': await options.token(), 'x-vault-request': 'true' },
        body,
        agent,
        timeoutMs: Math.max(1, deadline - Date.now()),
      });
    return persistently(send, deadline);
  };

  const seal: KeyEncryption['seal'] = async (plaintext, context) => {
    const answer = await call('encrypt', {
      plaintext: Buffer.from(plaintext).toString('base64'),
      associated_data: associated(context),
    });
    const read = sealedAnswer.safeParse(answer.body);
    if (answer.status !== 200 || !read.success) throw unavailable(`key service answered with status ${answer.status}`);
    const { ciphertext } = read.data.data;
    return `${FORMAT}.${options.key}-${ciphertext.split(':')[1]?.slice(1) ?? ''}.${ciphertext}`;
  };

  return {
    seal,
    open: async (sealed, context) => {
      const ciphertext = ciphertextOf(sealed, options.key);
      const answer = await call('decrypt', { ciphertext, associated_data: associated(context) });
      // The engine answers 400 to a ciphertext that it cannot decrypt.
      if (answer.status === 400) throw new SealError('The sealed key cannot be opened.');
      const read = openedAnswer.safeParse(answer.body);
      if (answer.status !== 200 || !read.success)
        throw unavailable(`key service answered with status ${answer.status}`);
      return Buffer.from(read.data.data.plaintext, 'base64');
    },
    // Only the engine knows its newest version, and encrypting needs no further right.
    activeKey: async () => (await seal(Buffer.from([0]), 'key-service/probe')).split('.')[1] ?? '',
  };
}

/** Reads the token file for each call, so that it can be renewed at any time. */
export const tokenFromFile = (path: string) => async () => {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (cause) {
    throw unavailable('token of the key service cannot be read', cause);
  }
};

/** Rejects a seal in another notation: the same bytes have one form only. */
function ciphertextOf(sealed: string, key: string): string {
  const [, keyId, ciphertext, version, body = ''] =
    /^v2\.([A-Za-z0-9_-]{1,64})\.(vault:v(\d{1,9}):([A-Za-z0-9+/]+={0,2}))$/.exec(sealed) ?? [];
  const canonical = Buffer.from(body, 'base64').toString('base64') === body;
  if (ciphertext === undefined || version === undefined || keyId !== `${key}-${version}` || !canonical)
    throw new SealError('The sealed key cannot be opened.');
  return ciphertext;
}

/** Retries network and server failures; rejections (400, 403, 404) are final. */
async function persistently(send: () => Promise<JsonAnswer>, deadline: number): Promise<JsonAnswer> {
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await send();
      const passing = answer.status >= 500 || answer.status === 429 || answer.status === 412;
      if (!passing) return answer;
      if (tries === TRIES) return answer;
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      if (tries === TRIES || Date.now() >= deadline) throw unavailable('key service cannot be reached', cause);
    }
    const pause = PAUSE_MS * tries;
    if (Date.now() + pause >= deadline) throw unavailable('key service did not answer in time');
    await wait(pause);
  }
}

function unavailable(what: string, cause?: unknown): AppError {
  return new AppError('signing.key-unavailable', what, { cause });
}
