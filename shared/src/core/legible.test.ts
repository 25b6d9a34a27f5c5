import { describe, expect, it } from 'vitest';
import { message, prose, text } from './common.ts';
import { legible } from './legible.ts';

const seen = [
  '体温 38.5 °C，咳嗽三天',
  '葛\u{e0100}城',
  'می\u200cخواهم، MRI\u200cها، ه\u200d',
  'क्\u200dष ന്\u200d শ্রী',
  'ᠮᠣᠩᠭᠣᠯ\u180e ᠪᠢᠴᠢᠭ\u180b',
  'السلام عليكم: 500 mg × 3',
  'מינון: 5 מ״ג',
  'Thank you ❤️ 👩🏽‍⚕️ 👨‍👩‍👧 1️⃣ 🏴‍☠️ 🇨🇳 ☝🏽 ©️',
  '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  'Tiếng Việt'.normalize('NFD'),
  'ཧཱུྃ',
  'two\n\tlines\r\n',
];

const hidden: [string, string, string][] = [
  ['a reversal', 'take \u202e01\u202c tablets', 'take 01 tablets'],
  ['an embedding', '\u202a+86 138\u202c', '+86 138'],
  ['isolates', 'a\u2066b\u2067c\u2068d\u2069', 'abcd'],
  ['direction marks, which move signs between numbers', '\u200f10 – 20\u200e\u061c', '10 – 20'],
  ['a joiner that splits a Latin word', 'ibu\u200cpro\u200dfen', 'ibuprofen'],
  ['a variation selector on a Latin letter', 'ibu\ufe0fprofen', 'ibuprofen'],
  ['text in tags', 'ok\u{e0069}\u{e0067}\u{e006e}', 'ok'],
  ['bytes in selectors after a picture', '😀\u{e0110}\u{e0111}', '😀'],
  ['fillers of Hangul', 'a\u3164\u115fb', 'ab'],
  ['invisible signs of formulas', '5\u2062mg', '5mg'],
  ['controls beyond ASCII', 'a\u0085\u009bb', 'ab'],
  ['stacked marks', `a${'\u0335'.repeat(6)}b`, 'ab'],
  ['a joiner after a removed selector', 'a\ufe0f\u200d😀', 'a😀'],
];

describe('legible text', () => {
  it.each(seen)('stays: %s', (value) => expect(legible(value)).toBe(value));

  it.each(hidden)('has no %s', (_what, value, plain) => {
    expect(legible(value)).toBe(plain);
    expect(legible(plain)).toBe(plain);
  });
});

describe('a free text', () => {
  const rules = (schema: ReturnType<typeof text>, value: string) =>
    schema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

  it.each(hidden)('is rejected with %s, and a message loses it', (_what, value, plain) => {
    for (const schema of [text(200), prose(200)]) expect(rules(schema, value)).toEqual(['unprintable']);
    expect(message(200).parse(value)).toBe(plain);
  });

  it('loses what copied text has between its letters, before it counts as empty or too long', () => {
    const copied = '\ufeffibu\u00adpro\u200bfen\u2060';
    expect([text(9, 1), prose(9), message(9)].map((schema) => schema.parse(copied))).toEqual(
      Array(3).fill('ibuprofen'),
    );
    expect(text(9, 1).safeParse('\u200b').success).toBe(false);
  });

  it('that is too long is rejected for that alone', () => {
    const long = `${'x'.repeat(20)}\u202e`;
    for (const schema of [text(9), prose(9)])
      expect(schema.safeParse(long).error?.issues.map(({ code }) => code)).toEqual(['too_big']);
    expect(message(9).safeParse(long).success).toBe(false);
  });
});
