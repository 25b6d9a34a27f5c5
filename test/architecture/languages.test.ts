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

const colonBetween = /\}: \$\{/;

it('no page puts a colon between texts itself: its form depends on the language, so labels use `labelled`', () => {
  expect(colonBetween.test("`${t('a')}: ${name}`")).toBe(true);
  const files = globSync('web/src/**/*.{ts,vue}', { cwd: root });
  const found = files.filter(
    (file) => !/\.(test|stories)\.ts$/.test(file) && colonBetween.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(found).toEqual([]);
});

/** Half-width marks beside Chinese characters. A colon after `{n}` in a time has none beside it. */
const halfWidth =
  /\p{Script=Han}\s?[:,;?!)]|[:,;?!(]\s?\p{Script=Han}|\p{Script=Han}\(|\)\p{Script=Han}|\p{Script=Han}\.(?![\w.])/u;

it('Chinese texts have full-width marks', () => {
  const wrong = ['姓名: 李伟', '很差,请重试', '患者(新)', '确定?', '已保存.'];
  expect(wrong.filter((text) => halfWidth.test(text))).toEqual(wrong);
  expect(
    ['姓名：{name}（新）', '08:00–20:00，共 3 次', 'PDF、JPEG 或 PNG'].filter((text) => halfWidth.test(text)),
  ).toEqual([]);
  const files = globSync('web/src/**/{*.zh-CN,zh-CN/*}.ts', { cwd: root });
  expect(files.length).toBeGreaterThan(60);
  const texts = files.flatMap(
    (file) => readFileSync(join(root, file), 'utf8').match(/(['"`])(?:(?!\1)[^\\]|\\.)*\1/g) ?? [],
  );
  expect(texts.length).toBeGreaterThan(4_000);
  expect(texts.filter((text) => halfWidth.test(text))).toEqual([]);
});

it('only `formats` uses Intl.ListFormat, so that all lists have the same commas', () => {
  const files = globSync('web/src/**/*.{ts,vue}', { cwd: root });
  const found = files.filter((file) => readFileSync(join(root, file), 'utf8').includes('Intl.ListFormat'));
  expect(found).toEqual(['web/src/core/i18n/formats.ts']);
});
