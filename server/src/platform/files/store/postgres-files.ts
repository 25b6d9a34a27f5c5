import { AppError } from '@yunzhen/shared/core/errors';
import type { HospitalContext } from '../../context.ts';
import type { BucketOwner } from './bucket-claim.ts';
import type { FilePlace } from './file-place.ts';
import type { FileStore } from './file-store.ts';

/** Stores new files in their rows. With a bucket, files that are still there can be read and removed. */
export class PostgresFiles implements FileStore {
  readonly bucket: string | null;
  readonly #earlier: FileStore | null;

  constructor(earlier: FileStore | null) {
    this.bucket = earlier?.bucket ?? null;
    this.#earlier = earlier;
  }

  put(_context: HospitalContext, content: Buffer): Promise<FilePlace> {
    return Promise.resolve({ content, object: null });
  }

  async get(place: FilePlace): Promise<Buffer> {
    return place.content ?? this.#objects().get(place);
  }

  async exists(place: FilePlace): Promise<boolean> {
    return place.content !== null || this.#objects().exists(place);
  }

  async remove(key: string): Promise<void> {
    await this.#objects().remove(key);
  }

  isReachable(): Promise<boolean> {
    return this.#earlier?.isReachable() ?? Promise.resolve(true);
  }

  owner(): Promise<BucketOwner> {
    return this.#earlier?.owner() ?? Promise.resolve('own');
  }

  #objects(): FileStore {
    if (this.#earlier) return this.#earlier;
    throw new AppError('service.unavailable', 'file is in an object store, and FILE_S3_URL is not set');
  }
}
