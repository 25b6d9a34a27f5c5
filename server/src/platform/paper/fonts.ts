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
    opened.set(weight, font);
  }
  (font as unknown as { _glyphs: object })._glyphs = {};
  return font;
}

function readFont(file: string): Font {
  const font = create(readFileSync(createRequire(import.meta.url).resolve(file)));
  if (!('layout' in font)) throw new TypeError('A document font holds one face, not a collection.');
  return font;
}
