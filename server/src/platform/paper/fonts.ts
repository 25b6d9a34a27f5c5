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
 * A face with Latin and Chinese in one, read and parsed once a process: parsing ten megabytes costs more than drawing a page.
 * The remembered glyphs are dropped for every new document, because a glyph keeps the first character that asked for it, and
 * a document's bytes must not depend on the documents before it. Rendering must therefore be done in one synchronous go.
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
  if (!('layout' in font)) throw new TypeError('A document font holds one face, not a collection.');
  return font;
}

/** What a subset needs to know of an outline; the points of a simple one are copied as bytes. */
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
 * Measures and outlines are the face's own, whichever characters a document asks for, so they outlive the glyphs: reading them anew for
 * each document took a fifth of its drawing. Of a simple outline only its head is kept.
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
