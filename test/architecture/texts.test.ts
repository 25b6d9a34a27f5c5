import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locales } from '@yunzhen/shared/core/locale';
import english from '../../web/src/app/texts/en/index.ts';
import { root } from './cruise.ts';
import { composedKeys } from './composed-keys.ts';
import { keysIn } from './text-keys.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}

function flatten(tree: Tree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : flatten(value, `${path}${key}.`),
  );
}

const keys = flatten(english);
const areas = Object.keys(english);
const files = globSync('web/src/**/*.{ts,vue}', { cwd: root }).filter(
  (file) => !/\.test\.ts$|\/texts\/|\/texts\.[\w-]+\.ts$/.test(file),
);
const used = files.flatMap((file) =>
  keysIn(readFileSync(join(root, file), 'utf8'), areas).map((key) => ({ file, key })),
);

/** The name of a draft in the browser's storage. */
const noTexts = new Set(['intake.*']);

/** Whether a key with `*` for what is put in when the page runs, one word between two dots, is this one then. */
function leadsTo(pattern: string, key: string): boolean {
  const [words, parts] = [pattern.split('.'), key.split('.')];
  return words.length === parts.length && words.every((word, at) => word.includes('*') || word === parts[at]);
}

const ending = new RegExp(`\\.(${locales.join('|')})\\.ts$`);

describe('the texts of the pages', () => {
  it('are all used: a key that is put together counts by the types of its values', { timeout: 300_000 }, () => {
    const composed = composedKeys(new Set(areas));
    expect(composed.keys.size).toBeGreaterThan(500);
    // The name of a draft in the browser’s storage is no key.
    expect(composed.open).toEqual(["`intake.${'visitId' in of ? of.visitId : of.appointmentId}`"]);
    const literal = new Set(used.map(({ key }) => key));
    expect(keys.filter((key) => !literal.has(key) && !composed.keys.has(key))).toEqual([]);
  });

  it('are all there: vue-tsc checks every key by its type, and each that is put together leads to a text', () => {
    const dynamic = new Map(used.filter(({ key }) => key.includes('*')).map(({ key, file }) => [key, file]));
    expect(dynamic.size).toBeGreaterThan(100);
    const astray = [...dynamic].filter(([key]) => !noTexts.has(key) && !keys.some((known) => leadsTo(key, known)));
    expect(astray).toEqual([]);
  });

  it('are asked for by keys that the compiler knows', () => {
    // A message that a schema names is a key by its form: `forms/zod-messages.test.ts` checks those.
    const cast = files.filter((file) => /\bas MessageKey\b/.test(readFileSync(join(root, file), 'utf8')));
    expect(cast).toEqual(['web/src/ui/forms/fault.ts']);
  });

  it('have one file for each language', () => {
    const written = globSync('web/src/**/texts{/**/,}*.ts', { cwd: root });
    const named = written.filter((file) => ending.test(file));
    const alone = named.filter((file) =>
      locales.some((locale) => !named.includes(file.replace(ending, `.${locale}.ts`))),
    );
    expect(alone).toEqual([]);
  });
});

describe('the design system', () => {
  const medical =
    /patient|doctor|pharmac|prescri|\bvisits?\b|visitStatus|allerg|diagnos|\bdos(e|age)\b|medic(ine|ation|al)|symptom|clinic|department|患者|医生|药|处方|就诊|过敏|诊断|科室/i;

  it('has no medical word, in code or texts: each area has its own', () => {
    expect(
      ['t(`common.visitStatus.x`)', "'请选择药品'", 'prescriptionStatus'].filter((text) => medical.test(text)),
    ).toHaveLength(3);
    const parts = globSync('web/src/ui/**/*.{ts,vue,css}', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
    expect(parts.length).toBeGreaterThan(100);
    expect(parts.filter((file) => medical.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});

describe('keysIn', () => {
  it('finds keys in code and templates, and puts * where a value is put in', () => {
    const code =
      "t('care.title') + t(`care.${kind ?? 'x'}.of.${`a${b}`}`) + \"care.two\" + 'careless.one' + `other.${x}`";
    expect(keysIn(code, ['care'])).toEqual(['care.title', 'care.*.of.*', 'care.two']);
  });
});
