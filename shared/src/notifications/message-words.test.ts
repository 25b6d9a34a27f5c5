import { describe, expect, it } from 'vitest';
import { objectionToWording, smsPartsOf, type WordingPart } from './message-words.ts';

describe('a text message', () => {
  it('is counted in parts as networks do', () => {
    expect(smsPartsOf('')).toBe(1);
    expect([160, 161, 306, 307].map((length) => smsPartsOf('a'.repeat(length)))).toEqual([1, 2, 2, 3]);
    // A bracket counts twice; a Chinese character switches the whole text to the wide alphabet.
    expect([80, 81].map((length) => smsPartsOf('['.repeat(length)))).toEqual([1, 2]);
    expect([70, 71, 134, 135].map((length) => smsPartsOf('诊'.repeat(length)))).toEqual([1, 2, 2, 3]);
    expect(smsPartsOf(`${'a'.repeat(80)}诊`)).toBe(2);
  });
});

describe('a hospital’s own message text', () => {
  const rule = { allowed: ['hospital', 'at'], required: ['at'] };
  const objection = (text: string, part: WordingPart = 'title') => objectionToWording(part, text, rule);

  it('may use only the placeholders of its part', () => {
    expect(objection('{hospital}: {at}')).toBeNull();
    expect(objection('{doctor} at {at}')).toEqual({ rule: 'unknown-placeholder', placeholder: 'doctor' });
    expect(objection('{hospital}')).toEqual({ rule: 'missing-placeholder', placeholder: 'at' });
    for (const text of ['{at} {', '{{at}}', '{at } {at}', '}{at}'])
      expect(objection(text)).toEqual({ rule: 'stray-brace' });
  });

  it('is neither empty nor too long; a subject, a title or a text message is one line', () => {
    expect(objection('  ')).toEqual({ rule: 'required' });
    expect(objection('{at}\nBcc: x')).toEqual({ rule: 'one-line' });
    expect(objection('{at}\nmore', 'mail')).toBeNull();
    expect(objection(`{at}${'a'.repeat(60)}`)).toEqual({ rule: 'too-long' });
    expect(objection(`{at}${'诊'.repeat(200)}`, 'sms')).toEqual({ rule: 'too-long' });
    expect(objection('{at}\nmore', 'push')).toEqual({ rule: 'one-line' });
    expect(objection(`{at}${'a'.repeat(120)}`, 'push')).toEqual({ rule: 'too-long' });
  });
});
