import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locales } from '@yunzhen/shared/core/locale';
import { root } from './cruise.ts';
import { keysIn } from './text-keys.ts';
import { files, keys, sourceOf, textOf, used } from './used-texts.ts';

/** The link itself, labels of a state whose component shows the number, and a pattern that leads only to names of sections. */
const numbersBeside = new Set([
  'web/src/ui/people/phone-link.vue',
  'web/src/features/calls/session/use-call-labels.ts',
  'web/src/features/chart/notes/use-section-labels.ts',
]);

/** A key of the browser's storage, which is no text key. */
const noTexts = new Set(['intake.*']);

/** Returns whether a key pattern can become this key; `*` is one word between two dots. */
function leadsTo(pattern: string, key: string): boolean {
  const [words, parts] = [pattern.split('.'), key.split('.')];
  return words.length === parts.length && words.every((word, at) => word.includes('*') || word === parts[at]);
}

const ending = new RegExp(`\\.(${locales.join('|')})\\.ts$`);

describe('text keys', () => {
  it('all exist: the compiler checks each by its type, and each composed key leads to a text', () => {
    const dynamic = new Map(used.filter(({ key }) => key.includes('*')).map(({ key, file }) => [key, file]));
    expect(dynamic.size).toBeGreaterThan(100);
    const astray = [...dynamic].filter(([key]) => !noTexts.has(key) && !keys.some((known) => leadsTo(key, known)));
    expect(astray).toEqual([]);
  });

  it('of a text that asks to call the hospital are used beside its number', () => {
    const asks = (key: string) => /\b(call|contact|phone) the hospital\b/i.test(textOf(key));
    const asking = keys.filter(asks);
    expect(asking.length).toBeGreaterThan(10);
    const alone = used
      .filter(({ key }) => asking.some((one) => leadsTo(key, one)))
      .filter(({ file }) => !numbersBeside.has(file) && !/HospitalPhone|PhoneLink/.test(sourceOf(file)));
    expect(alone).toEqual([]);
  });

  it('of a text with plural forms are read with a count, because `t` always chooses the singular', () => {
    const read = files.flatMap((file) =>
      [...sourceOf(file).matchAll(/(?<![\w.])(?:t|translate)\(\s*'([\w.-]+)'/g)].map(([, key = '']) => ({ file, key })),
    );
    expect(read.length).toBeGreaterThan(500);
    expect(read.filter(({ key }) => textOf(key).includes(' | '))).toEqual([]);
  });

  it('are known to the compiler where they are used', () => {
    // A message that a schema names is cast to a key: `forms/zod-messages.test.ts` checks those.
    const cast = files.filter((file) => /\bas MessageKey\b/.test(readFileSync(join(root, file), 'utf8')));
    expect(cast).toEqual(['web/src/ui/forms/fault.ts']);
  });

  it('have one file per language', () => {
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

  it('contains no medical words in code or texts, which belong to the areas', () => {
    expect(
      ['t(`common.visitStatus.x`)', "'请选择药品'", 'prescriptionStatus'].filter((text) => medical.test(text)),
    ).toHaveLength(3);
    const parts = globSync('web/src/ui/**/*.{ts,vue,css}', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
    expect(parts.length).toBeGreaterThan(100);
    expect(parts.filter((file) => medical.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});

describe('keysIn', () => {
  it('finds keys in code and templates, with * for interpolated values', () => {
    const code =
      "t('care.title') + t(`care.${kind ?? 'x'}.of.${`a${b}`}`) + \"care.two\" + 'careless.one' + `other.${x}`";
    expect(keysIn(code, ['care'])).toEqual(['care.title', 'care.*.of.*', 'care.two']);
  });
});
