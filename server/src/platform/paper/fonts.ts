import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import type { Font } from 'fontkit';

export const fontWeights = ['regular', 'semibold'] as const;
export type FontWeight = (typeof fontWeights)[number];

const FILES: Readonly<Record<FontWeight, string>> = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  semibold: '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
};

const opened = new Map<FontWeight, Font>();

/**
 * Returns a font with Latin and Chinese, parsed once per process: parsing ten megabytes costs more than drawing a page.
 * Cached glyphs are dropped for every new document, because a glyph stores the first character that used it, and a document's bytes must not depend
 * on earlier documents. So rendering must be synchronous.
 */
export function openFont(weight: FontWeight): Font {
  let font = opened.get(weight);
  if (!font) {
    font = readFont(FILES[weight]);
    rememberShapes(font as unknown as GlyphSource);
    opened.set(weight, font);
  }
  (font as unknown as GlyphSource)._glyphs = {};
  return font;
}

function readFont(file: string): Font {
  const font = create(readFileSync(createRequire(import.meta.url).resolve(file)));
  if (!('layout' in font)) throw new TypeError('A document font must contain one face, not a collection.');
  return font;
}

/** What subsetting needs of an outline; the points of a simple one are copied as bytes. */
interface Outline {
  readonly numberOfContours: number;
}

interface Glyph {
  _metrics?: unknown;
  _getMetrics(): unknown;
  _decode(): Outline | null;
}

interface GlyphSource {
  _glyphs: Record<number, Glyph>;
  getGlyph(id: number, characters?: number[]): Glyph;
}

/**
 * Caches metrics and outlines beyond the glyphs, because they do not depend on the document: reading them again took a fifth of the drawing time. Of
 * a simple outline only the header is cached.
 */
function rememberShapes(font: GlyphSource): void {
  const metrics = new Map<number, unknown>();
  const outlines = new Map<number, Outline | null>();
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id, characters) => {
    const known = font._glyphs[id];
    if (known) return known;
    const glyph = getGlyph(id, characters);
    if (!metrics.has(id)) metrics.set(id, glyph._getMetrics());
    glyph._metrics = metrics.get(id);
    const decode = glyph._decode.bind(glyph);
    glyph._decode = () => {
      let outline = outlines.get(id);
      if (outline === undefined) {
        const whole = decode();
        outline = whole && whole.numberOfContours >= 0 ? { numberOfContours: whole.numberOfContours } : whole;
        outlines.set(id, outline);
      }
      return outline;
    };
    return glyph;
  };
}
