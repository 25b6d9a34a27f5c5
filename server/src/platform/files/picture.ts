import sharp from 'sharp';
import type { AttachmentType } from '@yunzhen/shared/chat/chat.contract';
import { attachmentBytesLimit } from '@yunzhen/shared/chat/chat.constants';
import { AppError } from '@yunzhen/shared/core/errors';

export interface Picture {
  type: AttachmentType;
  content: Buffer;
  width: number;
  height: number;
}

// Only the three readers that are needed: every other format of the library stays shut, whatever a file says it is.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
sharp.cache(false);
sharp.concurrency(1);

/** 50 megapixels: the largest photos of today’s phones. More is a file made to fill a memory. */
const maxPixels = 50_000_000;
/** Enough to see a rash closely, in pixels. */
const longestSide = 4096;
const quality = 88;
const longestSeconds = 15;

/**
 * The same picture, written anew from its pixels: upright, in sRGB, without EXIF (place, device, time), without colour
 * profiles, without what was appended or hidden between its parts. Of a moving picture the first frame. Throws
 * `attachment.unsafe` for what is damaged or declares too many pixels.
 */
export async function rewritePicture(bytes: Buffer, type: 'image/jpeg' | 'image/png' | 'image/webp'): Promise<Picture> {
  try {
    const picture = await encode(bytes, type);
    // Lossless formats can grow; a photo in them is kept as one.
    return picture.content.length <= attachmentBytesLimit ? picture : await encode(bytes, 'image/jpeg');
  } catch (error) {
    throw new AppError('attachment.unsafe', 'the picture can’t be read', { cause: error });
  }
}

async function encode(bytes: Buffer, type: AttachmentType): Promise<Picture> {
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
