import { createRequire } from 'node:module';
import type sharp from 'sharp';

/** Returns sharp, loaded with its native code at the first picture. Few processes ever see one. `import` would remember a failure; `require` tries again. */
export const pictureLibrary = pictureLibraryOf(() => createRequire(import.meta.url)('sharp') as typeof sharp);

/** Remembers what `load` returned, and not that it failed: the reason may pass, such as too many open files. */
export function pictureLibraryOf(load: () => typeof sharp): () => Promise<typeof sharp> {
  let loaded: typeof sharp | undefined;
  return async () => (loaded ??= withThreeDecoders(load()));
}

/** Enables only the three decoders that are needed: the library’s other formats stay disabled, whatever a file claims. */
function withThreeDecoders(library: typeof sharp): typeof sharp {
  library.block({ operation: ['VipsForeignLoad'] });
  library.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
  library.cache(false);
  library.concurrency(1);
  return library;
}
