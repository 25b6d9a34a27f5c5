import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { positiveDecimal, text } from '@yunzhen/shared/core/common';
import { toFields, zodValidator } from './validation.ts';

const schema = z.strictObject({
  name: text(5, 1),
  dose: z.strictObject({ value: positiveDecimal }),
  count: z.int().min(1).max(3).default(1),
  kind: z.enum(['a', 'b']).optional(),
  list: z.array(z.uuid()).max(2).optional(),
});

function fields(value: unknown) {
  const result = schema.safeParse(value, { reportInput: true });
  return result.success ? [] : toFields(result.error).map(({ path, rule }) => `${path} ${rule}`);
}

const good = { name: 'x', dose: { value: '1' } };

describe('rejected fields', () => {
  it.each([
    ['a good request', good, []],
    ['missing ones', {}, ['name required', 'dose required']],
    ['an empty text', { ...good, name: '  ' }, ['name required']],
    ['a long text', { ...good, name: 'xxxxxx' }, ['name too-large']],
    ['another type', { ...good, name: 7 }, ['name wrong-type']],
    ['control characters', { ...good, name: 'a\0' }, ['name control-characters']],
    ['half a character', { ...good, name: '\ud800' }, ['name control-characters']],
    ['a negative dose', { ...good, dose: { value: '-1' } }, ['dose.value format-regex']],
    ['a zero', { ...good, dose: { value: '0.0' } }, ['dose.value positive']],
    ['a number beyond all', { ...good, count: 4 }, ['count too-large']],
    ['a fraction', { ...good, count: 1.5 }, ['count wrong-type']],
    ['a word that is not on the list', { ...good, kind: 'c' }, ['kind not-allowed']],
    ['an element of a list', { ...good, list: ['x'] }, ['list.0 format-uuid']],
    [
      'unknown members, each by its path',
      { ...good, dose: { value: '1', a: 1, b: 2 }, c: 3 },
      ['dose.a unknown-field', 'dose.b unknown-field', 'c unknown-field'],
    ],
    ['a list for an object', [], [' wrong-type']],
    ['a missing body', undefined, [' required']],
  ])('name %s', (_what, value, expected) => {
    expect(fields(value)).toEqual(expected);
  });

  it('never contain the input', () => {
    const result = schema.safeParse({ ...good, name: 'private words' }, { reportInput: true });
    expect(JSON.stringify(result.success ? [] : toFields(result.error))).not.toContain('private');
  });

  it('are at most fifty', () => {
    const many = z.array(z.int()).safeParse(Array.from({ length: 500 }, () => 'x'));
    expect(many.success ? 0 : toFields(many.error).length).toBe(50);
  });

  it('stay few and short whatever a client sends', () => {
    const body = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`${'x'.repeat(1000)}${at}`, at]));
    const result = schema.safeParse({ ...good, ...body }, { reportInput: true });
    const text = JSON.stringify(result.success ? [] : toFields(result.error));
    expect(text.length).toBeLessThan(15_000);
    expect(JSON.parse(text)).toHaveLength(50);
  });

  it('are empty for valid input, whose defaults the validator fills in', () => {
    const validate = zodValidator({ schema, method: 'POST', url: '/', httpPart: 'body' });
    expect(validate(good)).toEqual({ value: { ...good, count: 1 } });
    expect(validate({})).toHaveProperty('error.validationFields');
  });
});
