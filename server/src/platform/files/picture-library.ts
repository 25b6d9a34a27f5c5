import type sharp from 'sharp';

let loaded: Promise<typeof sharp> | undefined;

/** Returns sharp, loaded with its native code at the first picture. Few processes ever see one. */
export function pictureLibrary(): Promise<typeof sharp> {
  return (loaded ??= load());
}

/** Enables only the three decoders that are needed: the library’s other formats stay disabled, whatever a file claims. */
async function load(): Promise<typeof sharp> {
  const { default: library } = await import('sharp');
  library.block({ operation: ['VipsForeignLoad'] });
  library.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
  library.cache(false);
  library.concurrency(1);
  return library;
}
