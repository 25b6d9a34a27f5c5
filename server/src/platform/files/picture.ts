import type { AttachmentType } from '@yunzhen/shared/chat/chat.contract';
import { attachmentBytesLimit } from '@yunzhen/shared/chat/chat.constants';
import { AppError } from '@yunzhen/shared/core/errors';
import { pictureLibrary } from './picture-library.ts';

type PictureLibrary = Awaited<ReturnType<typeof pictureLibrary>>;

export interface Picture {
  type: AttachmentType;
  content: Buffer;
  width: number;
  height: number;
}

/** 50 megapixels: the largest photos of today’s phones. More is an attempt to exhaust memory. */
const maxPixels = 50_000_000;
/** Pixels; enough to see a rash closely. */
const longestSide = 4096;
const quality = 88;
const longestSeconds = 15;

/**
 * Re-encodes a picture from its pixels: upright, in sRGB, without EXIF (location, device, time), colour profiles, or data appended or hidden. Uses
 * the first frame of an animation. Throws `attachment.unsafe` for a damaged picture or too many pixels.
 */
export async function rewritePicture(bytes: Buffer, type: 'image/jpeg' | 'image/png' | 'image/webp'): Promise<Picture> {
  const sharp = await pictureLibrary();
  try {
    const picture = await encode(sharp, bytes, type);
    // Lossless formats can grow; a large photo is stored as JPEG.
    return picture.content.length <= attachmentBytesLimit ? picture : await encode(sharp, bytes, 'image/jpeg');
  } catch (error) {
    throw new AppError('attachment.unsafe', 'picture cannot be read', { cause: error });
  }
}

async function encode(sharp: PictureLibrary, bytes: Buffer, type: AttachmentType): Promise<Picture> {
  const pixels = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', pages: 1 })
    .timeout({ seconds: longestSeconds })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
  const written =
    type === 'image/png'
      ? pixels.png()
      : type === 'image/webp'
        ? pixels.webp({ quality })
        : pixels.flatten({ background: '#fff' }).jpeg({ quality, chromaSubsampling: '4:4:4' });
  const { data, info } = await written.toBuffer({ resolveWithObject: true });
  return { type, content: data, width: info.width, height: info.height };
}
