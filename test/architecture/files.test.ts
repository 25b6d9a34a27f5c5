import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

const MAX_LINES = 400;

/** Names without a meaning; a file with one has no clear purpose. */
const EMPTY_WORDS = ['util', 'utils', 'helper', 'helpers', 'misc', 'manager', 'info', 'stuff'];

/** Folders of languages are named by BCP 47 tags. */
const LANGUAGE_TAG = /^[a-z]{2}-[A-Z]{2}$/;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const files = globSync('{shared,server,web,migrations,test,scripts}/**/*.{ts,vue,mjs,cjs,js,css}', {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|dist)$/.test(path),
}).filter((file) => !/^web\/[^/]+\.d\.ts$/.test(file));

/** Returns the named parts of a path: folders, and the dot-separated parts of the file name without its extension. */
function partsOf(file: string): string[] {
  return file.replace(/\.\w+$/, '').split(/[/.]/);
}

describe('files', () => {
  it('are found by the search', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it('have kebab-case names, with roles after dots', () => {
    const misnamed = (file: string) => partsOf(file).some((part) => !KEBAB_CASE.test(part) && !LANGUAGE_TAG.test(part));
    expect(['web/src/Call.vue', 'server/src/a_b/c.ts', 'shared/src/visit.ts'].filter(misnamed)).toHaveLength(2);
    expect(files.filter(misnamed)).toEqual([]);
  });

  it('have meaningful names', () => {
    const empty = (file: string) =>
      partsOf(file).some((part) => part.split('-').some((word) => EMPTY_WORDS.includes(word)));
    expect(['server/src/utils/a.ts', 'web/src/date-helpers.ts', 'web/src/date.ts'].filter(empty)).toHaveLength(2);
    expect(files.filter(empty)).toEqual([]);
  });

  it(`have at most ${MAX_LINES} lines`, () => {
    const lengths = files.map((file) => ({
      file,
      lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1,
    }));
    expect(lengths.filter(({ lines }) => lines > MAX_LINES)).toEqual([]);
  });

  it('disable no linter rule', () => {
    const silenced = (text: string) => /\b(es|ox)lint-(disable|enable)/.test(text);
    expect(['// ox' + 'lint-disable-next-line', 'oxlint finds it'].filter(silenced)).toHaveLength(1);
    expect(files.filter((file) => silenced(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('format dates for readers in one place', () => {
    const ownFormat = (text: string) => /new Intl\.DateTimeFormat\((?!'|\))/.test(text);
    expect(['new Intl.DateTimeFormat(locale, {})', "new Intl.DateTimeFormat('sv-SE')"].filter(ownFormat)).toHaveLength(
      1,
    );
    const product = files.filter((file) => /^(shared|server|web)\/src\//.test(file));
    const found = product.filter((file) => ownFormat(readFileSync(join(root, file), 'utf8')));
    expect(found).toEqual(['shared/src/core/time/date-format.ts']);
  });

  it('ask for the time zone of the device in one place', () => {
    const asks = (text: string) => /resolvedOptions\(\)\s*\.timeZone\b|\bgetTimezoneOffset\(/.test(text);
    expect(
      ['format.resolvedOptions().timeZone', 'new Date().getTimezoneOffset()', 'hospital.timeZone'].filter(asks),
    ).toHaveLength(2);
    const product = files.filter((file) => /^(shared|server|web)\/src\//.test(file));
    const found = product.filter((file) => asks(readFileSync(join(root, file), 'utf8')));
    expect(found).toEqual(['shared/src/core/time/time-zone.ts']);
  });
});
