import { describe, expect, it } from 'vitest';
import { say } from './translator.ts';

const tree = {
  plain: 'Hello',
  deep: { value: 'Hello, {name}, {name}' },
  two: '{n} day | {n} days',
  three: 'nobody waits | {n} waits | {n} wait',
  bar: "yes {'|'} no, mail {'@'} home",
};

describe('a text by its key', () => {
  it('has its values put in, each wherever it is named', () => {
    expect(say(tree, 'plain', {})).toBe('Hello');
    expect(say(tree, 'deep.value', { name: 'Wei' })).toBe('Hello, Wei, Wei');
    expect(say(tree, 'deep.value', {})).toBe('Hello, , ');
  });

  it('does not read what is put in as a text of ours', () => {
    expect(say(tree, 'deep.value', { name: '{name} | $& {0}' })).toBe('Hello, {name} | $& {0}, {name} | $& {0}');
  });

  it('comes in the form that fits the count', () => {
    expect([0, 1, 2, 21].map((n) => say(tree, 'two', { n }, n))).toEqual(['0 days', '1 day', '2 days', '21 days']);
    expect([0, 1, 5].map((n) => say(tree, 'three', { n }, n))).toEqual(['nobody waits', '1 waits', '5 wait']);
    expect(say(tree, 'two', { n: 1 })).toBe('1 day');
  });

  it('can hold a character that means something', () => {
    expect(say(tree, 'bar', {})).toBe('yes | no, mail @ home');
  });

  it('is missing where the tree has none', () => {
    for (const key of ['deep', 'deep.no', 'plain.more', 'no.such']) expect(say(tree, key, {})).toBeUndefined();
  });
});
