import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import type { Font } from 'fontkit';

export const fontWeights = ['regular', 'semibold'] as const;
export type FontWeight = (typeof fontWeights)[number];

/** The files of each face in both weights; a family without a semibold has its bold instead. */
const FILES = {
  han: family('noto-sans-sc', 'NotoSansSC'),
  // Before `latin`, whose file has Devanagari too.
  devanagari: family('noto-sans-devanagari', 'NotoSansDevanagari'),
  latin: family('noto-sans', 'NotoSans'),
  arabic: family('noto-sans-arabic', 'NotoSansArabic'),
  hebrew: family('noto-sans-hebrew', 'NotoSansHebrew'),
  thai: family('noto-sans-thai', 'NotoSansThai'),
  tibetan: family('noto-serif-tibetan', 'NotoSerifTibetan'),
  hangul: family('nanum-gothic', 'NanumGothic', '700Bold'),
  rareHan: family('noto-sans-jp', 'NotoSansJP'),
  emoji: family('noto-emoji', 'NotoEmoji'),
} as const satisfies Record<string, Readonly<Record<FontWeight, string>>>;

/** A face covers some scripts. `han` is the first choice: Latin and Chinese. */
export type Face = keyof typeof FILES;
export const faces = Object.keys(FILES) as readonly Face[];

function family(name: string, file: string, heavy = '600SemiBold'): Readonly<Record<FontWeight, string>> {
  const of = (weight: string) => `@expo-google-fonts/${name}/${weight}/${file}_${weight}.ttf`;
  return { regular: of('400Regular'), semibold: of(heavy) };
}

const opened = new Map<string, Font>();

/**
 * Returns the font of a face, parsed once per process: parsing ten megabytes costs more than drawing a page.
 * Cached glyphs are dropped for every new document, because a glyph stores the first character that used it, and a document's bytes must not depend
 * on earlier documents. So rendering must be synchronous.
 */
export function openFont(weight: FontWeight, face: Face = 'han'): Font {
  const font = fontOf(weight, face);
  (font as unknown as GlyphSource)._glyphs = {};
  return font;
}

/** Returns whether a face has a glyph for the character. */
export function hasGlyph(face: Face, codePoint: number): boolean {
  return fontOf('regular', face).hasGlyphForCodePoint(codePoint);
}

/** Returns the parsed font with its cached glyphs. */
export function fontOf(weight: FontWeight, face: Face): Font {
  const file = FILES[face][weight];
  let font = opened.get(file);
  if (!font) {
    font = readFont(file);
    rememberShapes(font as unknown as GlyphSource);
    opened.set(file, font);
  }
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
    const measure = glyph._getMetrics.bind(glyph);
    // Only when asked for: fontkit cannot measure an empty glyph at the end of a file, which no text uses.
    glyph._getMetrics = () => {
      if (!metrics.has(id)) metrics.set(id, measure());
      return (glyph._metrics = metrics.get(id));
    };
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
