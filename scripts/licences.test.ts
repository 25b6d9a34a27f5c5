import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usedPackages, type Lock } from './bill-of-materials.ts';
import { isAllowed, licenceOf } from './licences.ts';
import { root } from './paths.ts';

describe('the licences of the packages', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['Apache-2.0 AND LGPL-3.0-or-later', true],
    ['MIT AND GPL-3.0-only', false],
    ['AGPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE', false],
    ['', false],
  ])('“%s” is allowed: %s', (licence, expected) => {
    expect(isAllowed(licence)).toBe(expected);
  });

  it('are read from every form of a bill of materials', () => {
    const one = { name: 'one', version: '1.0.0' };
    expect(licenceOf({ ...one, licenses: [{ license: { id: 'MIT' } }, { license: { name: 'Own' } }] })).toBe(
      'MIT AND Own',
    );
    expect(licenceOf({ ...one, licenses: [{ expression: '(MIT OR CC0-1.0)' }] })).toBe('(MIT OR CC0-1.0)');
    expect(licenceOf(one)).toBe('');
    expect(licenceOf({ ...one, name: 'png-js' })).toBe('MIT');
  });

  it('are all allowed for what the programs use', () => {
    const used = usedPackages(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock);
    expect(used.length).toBeGreaterThan(300);
    const refused = used.filter(
      ({ name, version = '', license }) =>
        !isAllowed(licenceOf({ name, version, licenses: license === undefined ? [] : [{ expression: license }] })),
    );
    expect(refused.map(({ name }) => name)).toEqual([]);
  });
});
