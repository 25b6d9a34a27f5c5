import { createHash } from 'node:crypto';
import { portraitSizes } from '@yunzhen/shared/directory/portraits.constants';
import { pictureLibrary } from '../../../platform/files/picture-library.ts';

export interface PortraitPicture {
  sha256: string;
  small: Buffer;
  large: Buffer;
}

const quality = 82;

/** Crops a checked picture to squares in two sizes, around its focus. */
export async function cutPortrait(judged: Buffer): Promise<PortraitPicture> {
  const sharp = await pictureLibrary();
  const square = (side: number) =>
    sharp(judged)
      .resize({ width: side, height: side, fit: 'cover', position: 'attention' })
      .webp({ quality })
      .toBuffer();
  const large = await square(portraitSizes.large);
  const small = await square(portraitSizes.small);
  return { sha256: createHash('sha256').update(large).digest('hex'), small, large };
}
