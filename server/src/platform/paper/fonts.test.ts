import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { openFont } from './fonts.ts';

const file = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
const plain = () => create(readFileSync(createRequire(import.meta.url).resolve(file))) as Font;

/** Returns the embedded part of the font for a text, and the text’s width. */
function embedded(font: Font, words: string): { bytes: Buffer; width: number } {
  const run = font.layout(words);
  const subset = font.createSubset();
  for (const glyph of run.glyphs) subset.includeGlyph(glyph);
  return { bytes: Buffer.from(subset.encode()), width: run.advanceWidth };
}

describe('a font with a glyph cache', () => {
  it('embeds the same as a fresh font would, with composed letters, whatever was drawn before', () => {
    for (const words of ['Ångström für 乌镇 5 µg', '处方 Rx é', 'Ångström für 乌镇 5 µg']) {
      const { bytes, width } = embedded(plain(), words);
      for (const again of [embedded(openFont('regular'), words), embedded(openFont('regular'), words)]) {
        expect(again.bytes.equals(bytes)).toBe(true);
        expect(again.width).toBe(width);
      }
    }
  });
});
