import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

describe('components', () => {
  const sources = globSync('web/src/{app,features,ui}/**/*.{ts,vue}', { cwd: root }).filter(
    (file) => !file.endsWith('.test.ts'),
  );
  /** The session's own commands, which also change the session. */
  const callers = /\/(queries|actions|session\.store)\.ts$/;
  const callsApi = (text: string) => /import \{[^}]*\bapi\b[^}]*\} from '[./]*core\/api\/index\.ts'/.test(text);

  it('never call the api client, which only queries.ts and actions.ts do', () => {
    expect(sources.length).toBeGreaterThan(500);
    expect(callsApi(`import { api, mayPass } from '../../core/api/index.ts';`)).toBe(true);
    expect(sources.filter((file) => !callers.test(file) && callsApi(textOf(file)))).toEqual([]);
  });
});

describe('forms', () => {
  const files = globSync('web/src/**/*.vue', { cwd: root });
  const unspoken = (text: string) =>
    [...text.matchAll(/:schema="(\w+)"/g)].filter(
      ([, name]) => !new RegExp(`const ${name} = (computed\\(\\(\\) =>\\s*)?inWords\\(`).test(text),
    );

  it('translate the rules that their schemas name', () => {
    expect(unspoken('const schema = body;\n<UiForm :schema="schema">')).toHaveLength(1);
    expect(files.filter((file) => textOf(file).includes(':schema="')).length).toBeGreaterThan(20);
    expect(files.filter((file) => unspoken(textOf(file)).length > 0)).toEqual([]);
  });
});

describe('the web build', () => {
  const files = globSync('web/{vite.config.ts,build/*.ts,*.ts}', { cwd: root });
  const rewrites = (text: string) => /\balias\s*:|\b(transform|load|resolveId)\s*[(:]/.test(text);

  it('bundles libraries and sources unchanged, without rewrites or aliases', () => {
    expect(files.length).toBeGreaterThan(3);
    expect(['resolve: { alias: {} }', 'transform(code) {', 'load: (id) =>'].filter(rewrites)).toHaveLength(3);
    expect(files.filter((file) => rewrites(textOf(file)))).toEqual([]);
  });

  it('consists of three small files beside its configuration', () => {
    const sizes = globSync('web/build/*', { cwd: root }).map((file) => textOf(file).split('\n').length);
    expect(sizes).toHaveLength(3);
    expect(Math.max(...sizes)).toBeLessThan(120);
  });

  it('derives chunks from routes and groups, not from a manual list of files', () => {
    const namesOf = (text: string) =>
      text.replaceAll(/^import .*$/gm, '').match(/(?<=['"`/|(])[\w.-]+(\.|\\\.)(ts|vue)\b|(?<=[|(])[\w-]+(?=[|)])/g) ??
      [];
    expect(namesOf(`import a from './a.ts';\n['src/b.vue', 'c.ts']`)).toEqual(['b.vue', 'c.ts']);
    for (const file of files) expect(namesOf(textOf(file)).length, file).toBeLessThanOrEqual(25);
  });
});
