import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font } from 'fontkit';
import { expect, it } from 'vitest';
import { root } from './cruise.ts';

const require = createRequire(join(root, 'server/package.json'));
const folder = dirname(
  createRequire(join(root, 'web/package.json')).resolve('@fontsource-variable/inter/package.json'),
);
const inter = create(readFileSync(join(folder, 'files/inter-latin-wght-normal.woff2'))) as Font;
const fallback = readFileSync(join(root, 'web/src/ui/fallback-font.css'), 'utf8');
const percent = (name: string) => Number(new RegExp(`${name}: ([\\d.]+)%`).exec(fallback)?.[1]) / 100;
const rangesOf = (css: string) => /unicode-range:\s*([^;]+);/.exec(css)?.[1]?.replaceAll(/\s/g, '');

/** Arial has the widths of Helvetica, which pdfkit brings: thousandths of the size, by character code. */
const arial = new Map(
  [
    ...readFileSync(join(dirname(require.resolve('pdfkit')), 'data/Helvetica.afm'), 'latin1').matchAll(
      /^C (\d+) ; WX (\d+)/gm,
    ),
  ].map(([, code, width]) => [Number(code), Number(width) / 1000]),
);

/** The sentences of the English pages. */
const text = globSync('web/src/{app,features,ui}/**/*.ts', { cwd: root })
  .filter((file) => /\/en\/|\.en\.ts$/.test(file))
  .flatMap((file) => readFileSync(join(root, file), 'utf8').match(/(?<=')[ -&(-~]+ [ -&(-~]+(?=')/g) ?? [])
  .join(' ');

const interWidth = (code: number) => inter.glyphForCodePoint(code).advanceWidth / inter.unitsPerEm;
const widthOf = (widthAt: (code: number) => number) =>
  [...text].reduce((width, character) => width + widthAt(character.charCodeAt(0)), 0);

it('the font shown before Inter has arrived is as wide in our texts, to one part in a thousand', () => {
  expect(text.length).toBeGreaterThan(100_000);
  const ratio = widthOf(interWidth) / widthOf((code) => arial.get(code) ?? Number.NaN);
  expect(Math.abs(percent('size-adjust') - ratio)).toBeLessThan(0.001);
});

it('the font shown before Inter has arrived is as high, and for the same characters', () => {
  const size = percent('size-adjust') * inter.unitsPerEm;
  expect(percent('ascent-override')).toBeCloseTo(inter.ascent / size, 3);
  expect(percent('descent-override')).toBeCloseTo(-inter.descent / size, 3);
  expect(percent('line-gap-override')).toBe(inter.lineGap);
  const [, latin = ''] = readFileSync(join(folder, 'wght.css'), 'utf8').split('/* inter-latin-wght-normal */');
  expect(rangesOf(fallback)).toBe(rangesOf(latin));
});
