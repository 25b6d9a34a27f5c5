import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

const MAX_LINES = 400;

/** Words that name nothing: a file that carries one has no idea of its own. */
const EMPTY_WORDS = ['util', 'utils', 'helper', 'helpers', 'misc', 'manager', 'info', 'stuff'];

/** Folders of languages are named by their BCP 47 tag. */
const LANGUAGE_TAG = /^[a-z]{2}-[A-Z]{2}$/;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const files = globSync('{shared,server,web,migrations,test,scripts}/**/*.{ts,vue,mjs,cjs,js,css}', {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|dist)$/.test(path),
}).filter((file) => !/^web\/[^/]+\.d\.ts$/.test(file));

/** The named parts of a path: folders, and what the dots of the file's name separate, without its extension. */
function partsOf(file: string): string[] {
  return file.replace(/\.\w+$/, '').split(/[/.]/);
}

describe('files', () => {
  it('are looked at', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it('are named in kebab-case, with roles after dots', () => {
    const misnamed = (file: string) => partsOf(file).some((part) => !KEBAB_CASE.test(part) && !LANGUAGE_TAG.test(part));
    expect(['web/src/Call.vue', 'server/src/a_b/c.ts', 'shared/src/visit.ts'].filter(misnamed)).toHaveLength(2);
    expect(files.filter(misnamed)).toEqual([]);
  });

  it('carry names that say something', () => {
    const empty = (file: string) =>
      partsOf(file).some((part) => part.split('-').some((word) => EMPTY_WORDS.includes(word)));
    expect(['server/src/utils/a.ts', 'web/src/date-helpers.ts', 'web/src/date.ts'].filter(empty)).toHaveLength(2);
    expect(files.filter(empty)).toEqual([]);
  });

  it(`hold one idea each: none is longer than ${MAX_LINES} lines`, () => {
    const lengths = files.map((file) => ({
      file,
      lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1,
    }));
    expect(lengths.filter(({ lines }) => lines > MAX_LINES)).toEqual([]);
  });

  it('silence no linter: what is wrong is put right', () => {
    const silenced = (text: string) => /\b(es|ox)lint-(disable|enable)/.test(text);
    expect(['// ox' + 'lint-disable-next-line', 'oxlint finds it'].filter(silenced)).toHaveLength(1);
    expect(files.filter((file) => silenced(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});
