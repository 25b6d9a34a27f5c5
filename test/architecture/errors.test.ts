import { errorCodes, errorStatus } from '@yunzhen/shared/core/errors';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

const languages = ['en', 'zh-CN'] as const;

/** What happened, what is safe, and what to do next. */
interface ErrorText {
  readonly title: string;
  readonly text: string;
}

/** The texts for a missing or late response. */
const WITHOUT_CODE = ['offline', 'late', 'late-change'];

/** Returns the error texts of all pages. */
async function errorTexts(language: string): Promise<Map<string, ErrorText>> {
  const folder = join(root, 'web/src/app/texts', language);
  const files = await Promise.all(
    ['errors.ts', 'patient-errors.ts', 'staff-errors.ts'].map(
      async (file) => (await import(pathToFileURL(join(folder, file)).href)) as { default: Record<string, ErrorText> },
    ),
  );
  return new Map(files.flatMap(({ default: texts }) => Object.entries(texts)));
}

describe('error codes', () => {
  it('each have an HTTP status of 4xx or 5xx', () => {
    expect(errorCodes.length).toBeGreaterThan(20);
    const wrong = errorCodes.filter((code) => !(errorStatus[code] >= 400 && errorStatus[code] <= 599));
    expect(wrong).toEqual([]);
  });

  it.each(languages)('each have a title and a text in %s, without unused ones', async (language) => {
    const texts = await errorTexts(language);
    const isSilent = (code: string) => !texts.get(code)?.title.trim() || !texts.get(code)?.text.trim();
    expect([...errorCodes, ...WITHOUT_CODE].filter(isSilent)).toEqual([]);
    expect([...texts.keys()].filter((key) => !(key in errorStatus) && !WITHOUT_CODE.includes(key))).toEqual([]);
  });

  it('are returned in the requested language', async () => {
    const isChinese = ([, { title, text }]: [string, ErrorText]) =>
      [title, text].every((part) => /\p{Script=Han}/u.test(part));
    const isEnglish = ([, { title, text }]: [string, ErrorText]) => !/\p{Script=Han}/u.test(title + text);
    const [english, chinese] = await Promise.all([errorTexts('en'), errorTexts('zh-CN')]);
    expect([...english].filter((entry) => !isEnglish(entry))).toEqual([]);
    expect([...chinese].filter((entry) => !isChinese(entry))).toEqual([]);
  });
});
