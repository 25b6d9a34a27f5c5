import { AppError } from '@yunzhen/shared/core/errors';
import type { FileStore } from './file-store.ts';

/** Reads files in a bucket as in another database’s: nothing is stored there, claimed or removed. */
export function readOnlyFiles(files: FileStore): FileStore {
  const refuse = () =>
    Promise.reject(new AppError('service.unavailable', 'file store: an isolated copy only reads it'));
  return {
    bucket: files.bucket,
    get: (place) => files.get(place),
    exists: (place) => files.exists(place),
    isReachable: () => files.isReachable(),
    owner: () => Promise.resolve('other'),
    put: refuse,
    remove: refuse,
  };
}
