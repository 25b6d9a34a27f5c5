import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './cruise.ts';

const compared = /[=!]==? ?['"](en|zh|zh-CN)['"]|['"](en|zh|zh-CN)['"] ?[=!]==?|case ['"](en|zh-CN)['"]:/;

it('no code compares a locale with a literal language, so that a third language needs no code change', () => {
  expect(
    ["locale.value === 'en' ? a : b", "if (language !== 'zh-CN')", "case 'en':"].filter((line) => compared.test(line)),
  ).toHaveLength(3);
  const files = globSync(['{shared,server,web}/src/**/*.{ts,vue}', 'web/{build,workbench}/**/*.ts'], { cwd: root });
  expect(files.length).toBeGreaterThan(2_000);
  const found = files.filter(
    (file) => !/\.test\.ts$/.test(file) && compared.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(found).toEqual([]);
});

const commaBetween = /\.join\((['"`])[,;] \1\)|\}\}[,;]\s/;

it('no page puts a comma between texts itself: its form depends on the language, so lists use `formats.list`', () => {
  expect(
    ["names.join(', ')", 'parts.join(`; `)', "{{ t('a') }}, {{ t('b') }}"].filter((line) => commaBetween.test(line)),
  ).toHaveLength(3);
  const files = globSync('web/src/**/*.{ts,vue}', { cwd: root });
  expect(files.length).toBeGreaterThan(1_000);
  const found = files.filter(
    (file) => !/\.test\.ts$/.test(file) && commaBetween.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(found).toEqual([]);
});

it('only `formats` uses Intl.ListFormat, so that all lists have the same commas', () => {
  const files = globSync('web/src/**/*.{ts,vue}', { cwd: root });
  const found = files.filter((file) => readFileSync(join(root, file), 'utf8').includes('Intl.ListFormat'));
  expect(found).toEqual(['web/src/core/i18n/formats.ts']);
});
