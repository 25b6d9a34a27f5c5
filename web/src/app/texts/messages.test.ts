import { describe, expect, it } from 'vitest';
import type { Locale } from '@yunzhen/shared/core/locale';
import { errorCodes } from '@yunzhen/shared/core/errors';
import en from './en/index.ts';
import enErrors from './en/errors.ts';
import enPatientErrors from './en/patient-errors.ts';
import enStaffErrors from './en/staff-errors.ts';
import zh from './zh-CN/index.ts';
import zhErrors from './zh-CN/errors.ts';
import zhPatientErrors from './zh-CN/patient-errors.ts';
import zhStaffErrors from './zh-CN/staff-errors.ts';
import type { ErrorTexts, MessageTree } from '../../core/i18n/message-shape.ts';
import { say } from '../../core/i18n/translator.ts';

function flatten(tree: MessageTree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}

const english = new Map(flatten(en));
const chinese = new Map(flatten(zh));
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const forms = (text: string) => text.split('|').length;

describe('The two languages', () => {
  it('have the same texts', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('use the same values and plural forms', () => {
    const shape = (text: string) => [...placeholders(text), `${forms(text)} forms`].join(' ');
    const shapes = (texts: Map<string, string>) =>
      Object.fromEntries([...texts].map(([key, text]) => [key, shape(text)]));
    expect(shapes(chinese)).toEqual(shapes(english));
  });

  it('have no empty text', () => {
    for (const [key, text] of [...english, ...chinese]) expect(text.trim(), key).not.toBe('');
  });

  it('have every placeholder filled and no syntax left', () => {
    const named = Object.fromEntries(
      [...english.values()].flatMap(placeholders).map((name) => [name.slice(1, -1), 'x']),
    );
    const faults: unknown[] = [];
    for (const [locale, tree] of Object.entries({ en, 'zh-CN': zh }) as [Locale, MessageTree][]) {
      for (const key of english.keys()) {
        const said = say(tree, key, { locale, named });
        if (!said || /[{}]|@:/.test(said)) faults.push([locale, key, said]);
      }
    }
    expect(faults).toEqual([]);
  });
});

describe('Every error', () => {
  const both: ErrorTexts[] = [
    { ...enErrors, ...enPatientErrors, ...enStaffErrors },
    { ...zhErrors, ...zhPatientErrors, ...zhStaffErrors },
  ];

  it('has a text in both languages', () => {
    for (const code of errorCodes) {
      for (const { title, text } of both.map((texts) => texts[code])) {
        expect(title.length, code).toBeGreaterThan(1);
        expect(text.length, code).toBeGreaterThan(1);
        expect(title).not.toContain(code);
      }
    }
  });

  it('has a text for a missing answer as well', () => {
    for (const kind of ['offline', 'late', 'late-change'] as const) {
      expect(enErrors[kind].text).not.toBe('');
      expect(zhErrors[kind].text).not.toBe('');
    }
  });
});
