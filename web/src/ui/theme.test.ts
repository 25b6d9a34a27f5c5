import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = import.meta.dirname;
const theme = readFileSync(join(folder, 'theme.css'), 'utf8');
const values = new Map(
  [...theme.matchAll(/(--color-celadon-\d+|--ui-color-neutral-\d+):\s*(#\w+);/g)].map(([, name, value]) => [
    name,
    value,
  ]),
);

/** Returns the colours of one mode by variable, resolved to `#rrggbb`. */
function coloursOf(selector: string): Map<string, string> {
  const block = theme.slice(theme.indexOf(`\n${selector} {`)).split('\n}')[0] ?? '';
  const found = [...block.matchAll(/(--[\w-]+):\s*(.+);/g)];
  return new Map(found.flatMap(([, name = '', value = '']) => [[name, resolved(value)]]));
}

function resolved(value: string): string {
  const hex = value.startsWith('#')
    ? value
    : values.get(/(--(?:color-celadon|ui-color-neutral)-\d+)\)+$/.exec(value)?.[1] ?? '');
  return hex?.length === 4 ? hex.replaceAll(/[0-9a-f]/gi, '$&$&') : (hex ?? '');
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('The focus ring', () => {
  it('is at least 2 px wide', () => {
    expect(
      Number(/:focus-visible[^{]*\{\s*outline: (\d)px solid var\(--ui-primary\)/.exec(theme)?.[1]),
    ).toBeGreaterThanOrEqual(2);
  });

  it.each(['.light', '.dark'])('has a contrast of 3:1 on every ground (%s)', (mode) => {
    const colours = coloursOf(mode);
    for (const ground of ['--ui-bg', '--ui-bg-muted', '--ui-bg-elevated', '--ui-bg-accented'])
      expect(contrast(colours.get('--ui-primary') ?? '', colours.get(ground) ?? ''), ground).toBeGreaterThanOrEqual(3);
  });

  it('is not taken by the selected segment of a control, which has a ring and in forced colours a background', () => {
    const choices = readFileSync(join(folder, 'kit/choices.css'), 'utf8');
    const segments = choices.slice(choices.indexOf('&.kit-segmented {'), choices.indexOf('&:has(:disabled) {'));
    expect(segments).not.toContain('outline:');
    expect(segments).toMatch(/has-checked:ring-2 has-checked:ring-primary has-checked:ring-inset/);
    expect(segments).toMatch(/forced-colors: active\) \{\s*&:has\(:checked\) \{\s*background: Highlight;/);
  });

  it('has its width and colour from the theme only', () => {
    const styles = globSync('kit/*.css', { cwd: folder }).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(styles.filter((css) => /outline-color:|focus-visible:outline-\d/.test(css))).toEqual([]);
  });
});

it('the scrim behind a dialog is dark in both modes', () => {
  const parts = [...theme.matchAll(/--ui-scrim: rgb\((\d+) (\d+) (\d+) \/ ([\d.]+)\)/g)];
  expect(parts).toHaveLength(1);
  const [red = 255, green = 255, blue = 255, alpha = 0] = parts[0]?.slice(1).map(Number) ?? [];
  expect(Math.max(red, green, blue)).toBeLessThan(32);
  expect(alpha).toBeGreaterThanOrEqual(0.6);
});
