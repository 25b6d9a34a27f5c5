import { createHash } from 'node:crypto';

/**
 * Returns the name of a cached worker. Another mediasoup version, kind of machine or overlay file gives another name, so that a stale binary is never
 * used.
 * @param files content of the overlay files by path
 */
export function workerCacheName(
  version: string,
  platform: string,
  arch: string,
  files: ReadonlyMap<string, string>,
): string {
  const hash = createHash('sha256');
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path}\0${content.length}\0${content}`);
  }
  return `mediasoup-worker-${version}-${platform}-${arch}-${hash.digest('hex').slice(0, 12)}`;
}
