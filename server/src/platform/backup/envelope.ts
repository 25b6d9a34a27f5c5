import { pipeline, Readable, type Transform } from 'node:stream';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { BackupError } from './backup-error.ts';

/**
 * Encodes data that leaves the machine: compressed with Zstandard, then encrypted in the age format (age-encryption.org/v1) for public keys. `age
 * --decrypt | zstd --decompress` decodes it without this program.
 */
export class Envelope {
  readonly #encrypter = new Encrypter();
  readonly #decrypter = new Decrypter();
  readonly #opens: boolean;

  /** `recipients`: public keys (`age1…`) for encryption; `identities`: secret keys (`AGE-SECRET-KEY-1…`) for decryption. */
  constructor({
    recipients = [],
    identities = [],
  }: {
    recipients?: readonly string[];
    identities?: readonly string[];
  }) {
    try {
      for (const recipient of recipients) this.#encrypter.addRecipient(recipient);
    } catch (cause) {
      throw new BackupError('settings', 'BACKUP_RECIPIENTS: expected public keys that begin with age1.', { cause });
    }
    try {
      for (const identity of identities) this.#decrypter.addIdentity(identity);
    } catch (cause) {
      throw new BackupError('wrong-key', 'The key file contains no valid AGE-SECRET-KEY-1… line.', { cause });
    }
    this.#opens = identities.length > 0;
  }

  async seal(plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
    return this.#encrypter.encrypt(toWeb(through(plain, createZstdCompress())));
  }

  /** `name` appears in the error message when decryption fails. */
  async open(sealed: AsyncIterable<Uint8Array>, name: string): Promise<Readable> {
    if (!this.#opens) throw new BackupError('wrong-key', 'None of the given keys opens the backup.');
    try {
      const compressed = await this.#decrypter.decrypt(toWeb(Readable.from(sealed, { objectMode: false })));
      return through(compressed, createZstdDecompress());
    } catch (cause) {
      throw openingError(cause, name);
    }
  }

  async sealBytes(plain: Uint8Array): Promise<Buffer> {
    return collect(await this.seal([plain]));
  }

  async openBytes(sealed: Uint8Array, name: string): Promise<Buffer> {
    try {
      return await collect(await this.open(Readable.from([sealed]), name));
    } catch (cause) {
      throw openingError(cause, name);
    }
  }
}

/** Returns the secret keys of a key file written by `age-keygen`; other lines are comments. */
export function identitiesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('AGE-SECRET-KEY-'));
}

/** Returns a readable error for a failed decryption. */
export function openingError(cause: unknown, name: string): BackupError {
  if (cause instanceof BackupError) return cause;
  const { message } = cause as Error;
  if (message.includes('no identity matched'))
    return new BackupError('wrong-key', `The given key does not open ${name}: it was sealed for another key.`, {
      cause,
    });
  return new BackupError('damaged', `${name} is damaged: ${message}. Use an older backup, or another copy of it.`, {
    cause,
  });
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

/** Pipes with errors: a failure on either side ends both and reaches the reader. */
function through(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, transform: Transform): Readable {
  pipeline(Readable.from(source, { objectMode: false }), transform, () => undefined);
  return transform;
}

const toWeb = (readable: Readable) => Readable.toWeb(readable) as unknown as ReadableStream<Uint8Array>;
