import { describe, expect, it } from 'vitest';
import {
  everyLanguage,
  inAnotherLanguage,
  inLocale,
  localized,
  nameInOrder,
  punctuationOf,
  textKeyOf,
  translateContent,
  type Locale,
} from './locale.ts';

/** Languages that the app does not have. */
const [french, taiwanese, american] = ['fr', 'zh-TW', 'en-US'] as unknown as [Locale, Locale, Locale];
const tablet = { en: 'tablet', zh: '片' };

describe('a text in several languages', () => {
  it('is shown in the reader’s language, or in another one when it is empty there', () => {
    expect([localized(tablet, 'en'), localized(tablet, 'zh-CN')]).toEqual(['tablet', '片']);
    expect(localized({ en: '', zh: '片' }, 'en')).toBe('片');
    expect(localized({ en: '', zh: '' }, 'en')).toBe('');
  });

  it('is shown in a related language, else in English, when the reader’s is missing', () => {
    expect(localized(tablet, french)).toBe('tablet');
    expect(localized(tablet, taiwanese)).toBe('片');
    expect(localized(Object.assign({ fr: 'comprimé' }, tablet), french)).toBe('comprimé');
  });

  it('is translated by its English text when the language has a translation and the text itself none', () => {
    translateContent(french, { capsule: 'gélule' });
    expect(localized({ en: 'capsule', zh: '胶囊' }, french)).toBe('gélule');
    expect(localized({ en: 'capsule', zh: '胶囊' }, 'en')).toBe('capsule');
  });

  it('is returned in another language than the reader’s', () => {
    expect([inAnotherLanguage(tablet, 'en'), inAnotherLanguage(tablet, 'zh-CN')]).toEqual(['片', 'tablet']);
    expect(inAnotherLanguage({ en: 'tablet', zh: '' }, 'en')).toBe('');
    expect(everyLanguage({ en: '', zh: '片' })).toEqual(['片']);
  });
});

it('inLocale returns what was written for the language, for a related one, or in English', () => {
  const words = { en: 'Sheet', 'zh-CN': '页' };
  expect(['en', 'zh-CN'].map((locale) => inLocale(words, locale as Locale))).toEqual(['Sheet', '页']);
  expect([french, taiwanese].map((locale) => inLocale(words, locale))).toEqual(['Sheet', '页']);
});

it('names and lists follow the script of a language', () => {
  expect(nameInOrder('李伟', 'Li Wei', 'zh-CN')).toBe('李伟');
  expect(nameInOrder('李伟', 'Li Wei', taiwanese)).toBe('李伟');
  expect(nameInOrder('李伟', 'Li Wei', french)).toBe('Li Wei');
  expect(nameInOrder('李伟', '', french)).toBe('李伟');
  expect([punctuationOf('en').list, punctuationOf('zh-CN').list]).toEqual([', ', '、']);
});

it('textKeyOf shortens the tag of the first form of a language', () => {
  expect([textKeyOf('en'), textKeyOf('zh-CN'), textKeyOf(american)]).toEqual(['en', 'zh', 'en-US']);
});
