import { createHash } from 'node:crypto';
import { logoSizes } from '@yunzhen/shared/administration/brand.constants';
import { pictureLibrary } from '../../../platform/files/picture-library.ts';

export interface LogoPicture {
  sha256: string;
  small: Buffer;
  large: Buffer;
}

/** Scales a checked picture to two sizes as PNG, the only transparent format that PDFs accept. */
export async function sizeLogo(judged: Buffer): Promise<LogoPicture> {
  const sharp = await pictureLibrary();
  const within = (side: number) =>
    sharp(judged)
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer();
  const large = await within(logoSizes.large);
  const small = await within(logoSizes.small);
  return { sha256: createHash('sha256').update(large).digest('hex'), small, large };
}
