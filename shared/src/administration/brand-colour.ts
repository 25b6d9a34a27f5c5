/**
 * A hospital’s colour within the limits of legibility: WCAG 2.2 (contrast ratio, 1.4.3), computed for the pages’ backgrounds. Colours are `#rrggbb`.
 * Only lightness is changed, in OKLCH (CSS Color 4), which preserves perceived hue and chroma.
 */

/** The colours of pages: normal and high contrast, each on light and on dark backgrounds. */
export interface BrandPalette {
  light: string;
  dark: string;
  lightStrong: string;
  darkStrong: string;
}

type Rgb = readonly [number, number, number];
interface Lch {
  lightness: number;
  chroma: number;
  hue: number;
}

/** Page, card and raised background of each mode; on the first, the colour also appears on a 10 % tint of itself. */
const grounds = {
  light: ['#ffffff', '#faf9f7', '#f3f1ee'],
  dark: ['#1c1a18', '#141210', '#262320'],
} as const;
const tint = 0.1;
const plain = 4.5;
const strong = 7;
const step = 0.005;

export const brandColourForm = /^#[0-9a-f]{6}$/;

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
const encoded = (light: number) => (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);

function rgbOf(hex: string): Rgb {
  const channel = (at: number) => parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

function hexOf(rgb: Rgb): string {
  const byte = (channel: number) => Math.round(Math.min(1, Math.max(0, channel)) * 255);
  return `#${rgb.map((channel) => byte(channel).toString(16).padStart(2, '0')).join('')}`;
}

function luminance(hex: string): number {
  const [red, green, blue] = rgbOf(hex);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Returns the contrast ratio, from 1 (the same) to 21 (black on white). */
export function contrastRatio(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Blends 10 % of the colour over a background, as browsers do. */
function tinted(colour: string, ground: string): string {
  const [above, below] = [rgbOf(colour), rgbOf(ground)];
  const mix = (at: 0 | 1 | 2) => above[at] * tint + below[at] * (1 - tint);
  return hexOf([mix(0), mix(1), mix(2)]);
}

/** Returns the lowest contrast of the colour with any background of that mode; text on the colour has a background’s colour. */
export function leastContrast(colour: string, mode: keyof typeof grounds): number {
  const [first, second, third] = grounds[mode];
  const under = [first, second, third, tinted(colour, first), tinted(colour, second)];
  return Math.min(...under.map((ground) => contrastRatio(colour, ground)));
}

/** Converts to Ottosson’s OKLab, as in CSS Color 4. */
function lchOf(hex: string): Lch {
  const [red, green, blue] = rgbOf(hex).map(linear) as [number, number, number];
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const lightness = 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short;
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short;
  return { lightness, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
}

function linearOf({ lightness, chroma, hue }: Lch): Rgb {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

/** Reduces chroma to what screens can show at that lightness. */
function shown(lch: Lch): string {
  for (let chroma = lch.chroma; ; chroma -= 0.002) {
    const rgb = linearOf({ ...lch, chroma: Math.max(0, chroma) });
    if (chroma <= 0 || rgb.every((channel) => channel > -0.0005 && channel < 1.0005))
      return hexOf([encoded(Math.max(0, rgb[0])), encoded(Math.max(0, rgb[1])), encoded(Math.max(0, rgb[2]))]);
  }
}

/** Returns the colour if its contrast suffices, else the nearest in lightness: darker on light backgrounds, lighter on dark ones. */
function holding(colour: string, mode: keyof typeof grounds, least: number): string {
  if (leastContrast(colour, mode) >= least) return colour;
  const lch = lchOf(colour);
  const way = mode === 'light' ? -step : step;
  for (let lightness = lch.lightness + way; lightness > 0 && lightness < 1; lightness += way) {
    const candidate = shown({ ...lch, lightness });
    if (leastContrast(candidate, mode) >= least) return candidate;
  }
  return mode === 'light' ? '#000000' : '#ffffff';
}

/** Returns null for a colour that is legible on light backgrounds, else the nearest legible one. */
export function nearestLegible(colour: string): string | null {
  const nearest = holding(colour, 'light', plain);
  return nearest === colour ? null : nearest;
}

/** Returns every colour that pages need, from one that is legible on light backgrounds. */
export function brandPalette(colour: string): BrandPalette {
  return {
    light: holding(colour, 'light', plain),
    dark: holding(colour, 'dark', plain),
    lightStrong: holding(colour, 'light', strong),
    darkStrong: holding(colour, 'dark', strong),
  };
}
