import { describe, expect, it } from 'vitest';
import type { Locale } from '@yunzhen/shared/core/locale';
import { say } from './translator.ts';

const tree = {
  plain: 'Hello',
  deep: { value: 'Hello, {name}, {name}' },
  two: '{n} day | {n} days',
  three: 'no one waits | {n} waits | {n} wait',
  bar: "yes {'|'} no, mail {'@'} home",
};

describe('A text by its key', () => {
  it('has its values inserted wherever they are named', () => {
    expect(say(tree, 'plain', { locale: 'en', named: {} })).toBe('Hello');
    expect(say(tree, 'deep.value', { locale: 'en', named: { name: 'Wei' } })).toBe('Hello, Wei, Wei');
    expect(say(tree, 'deep.value', { locale: 'en', named: {} })).toBe('Hello, , ');
  });

  it('does not interpret inserted values as text syntax', () => {
    expect(say(tree, 'deep.value', { locale: 'en', named: { name: '{name} | $& {0}' } })).toBe(
      'Hello, {name} | $& {0}, {name} | $& {0}',
    );
  });

  it('uses the form that fits the count', () => {
    expect([0, 1, 2, 21].map((n) => say(tree, 'two', { locale: 'en', named: { n }, count: n }))).toEqual([
      '0 days',
      '1 day',
      '2 days',
      '21 days',
    ]);
    expect([0, 1, 5].map((n) => say(tree, 'three', { locale: 'en', named: { n }, count: n }))).toEqual([
      'no one waits',
      '1 waits',
      '5 wait',
    ]);
    expect(say(tree, 'two', { locale: 'en', named: { n: 1 } })).toBe('1 day');
  });

  it('has a form for each plural category of a language', () => {
    const days = { days: '{n} dzień | {n} dni | {n} dni | {n} dnia', one: '{n} jour | {n} jours' };
    const said = (locale: string, key: string) => (n: number) =>
      say(days, key, { locale: locale as Locale, named: { n }, count: n });
    expect([1, 3, 5, 22, 1.5].map(said('pl', 'days'))).toEqual(['1 dzień', '3 dni', '5 dni', '22 dni', '1.5 dnia']);
    expect([0, 1, 2].map(said('fr', 'one'))).toEqual(['0 jour', '1 jour', '2 jours']);
  });

  it('can contain an escaped syntax character', () => {
    expect(say(tree, 'bar', { locale: 'en', named: {} })).toBe('yes | no, mail @ home');
  });

  it('is undefined where the tree has none', () => {
    for (const key of ['deep', 'deep.no', 'plain.more', 'no.such'])
      expect(say(tree, key, { locale: 'en', named: {} })).toBeUndefined();
  });
});
