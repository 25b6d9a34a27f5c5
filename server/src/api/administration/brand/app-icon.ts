import type { AppIcon } from '@yunzhen/shared/administration/brand.contract';
import { pictureLibrary } from '../../../platform/files/picture-library.ts';

/** Sides in pixels, and the logo’s share of the side. Only the centre of a maskable icon is sure to be visible. */
const shapes: Record<AppIcon, { side: number; share: number }> = {
  '192': { side: 192, share: 0.8 },
  '512': { side: 512, share: 0.8 },
  'maskable-512': { side: 512, share: 0.56 },
};

/** Draws the icon of the installed app as PNG: the hospital’s logo on white. */
export async function drawAppIcon(icon: AppIcon, logo: Buffer): Promise<Buffer> {
  const sharp = await pictureLibrary();
  const { side, share } = shapes[icon];
  const within = Math.round(side * share);
  const picture = await sharp(logo).resize({ width: within, height: within, fit: 'inside' }).png().toBuffer();
  return sharp({ create: { width: side, height: side, channels: 3, background: '#ffffff' } })
    .composite([{ input: picture, gravity: 'centre' }])
    .png({ compressionLevel: 9 })
    .toBuffer();
}
