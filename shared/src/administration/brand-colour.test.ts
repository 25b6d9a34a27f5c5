import { describe, expect, it } from 'vitest';
import { brandPalette, contrastRatio, leastContrast, nearestLegible } from './brand-colour.ts';

describe('contrast', () => {
  it('matches WCAG', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastRatio('#0f766e', '#ffffff')).toBeCloseTo(contrastRatio('#ffffff', '#0f766e'), 10);
  });
});

describe('a hospital’s colour', () => {
  it('is accepted when legible, as the product’s own is', () => {
    expect(nearestLegible('#0f766e')).toBeNull();
    expect(nearestLegible('#000000')).toBeNull();
  });

  it('is rejected when illegible, with the nearest legible colour of the same hue', () => {
    for (const colour of ['#2dd4bf', '#ffd400', '#ff7f50', '#ffffff', '#87ceeb', '#00ff00']) {
      const nearest = nearestLegible(colour) ?? '';
      expect([colour, leastContrast(nearest, 'light') >= 4.5]).toEqual([colour, true]);
      // The nearest: a slightly lighter one would fail.
      expect([colour, leastContrast(nearest, 'light') < 5]).toEqual([colour, true]);
      expect(nearestLegible(nearest)).toBeNull();
    }
    expect(nearestLegible('#ffd400')).toBe('#7d6701');
  });

  it('has a palette that is legible on every background in both modes', () => {
    for (const colour of ['#0f766e', '#7c3aed', '#000000', '#9a3412', '#1d4ed8', '#4a044e', '#14532d']) {
      const { light, dark, lightStrong, darkStrong } = brandPalette(colour);
      expect(leastContrast(light, 'light')).toBeGreaterThanOrEqual(4.5);
      expect(leastContrast(dark, 'dark')).toBeGreaterThanOrEqual(4.5);
      expect(leastContrast(lightStrong, 'light')).toBeGreaterThanOrEqual(7);
      expect(leastContrast(darkStrong, 'dark')).toBeGreaterThanOrEqual(7);
      for (const ink of [light, lightStrong]) expect(contrastRatio(ink, '#ffffff')).toBeGreaterThanOrEqual(4.5);
      for (const ink of [dark, darkStrong]) expect(contrastRatio(ink, '#141210')).toBeGreaterThanOrEqual(4.5);
    }
  });
});
