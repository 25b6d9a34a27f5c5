import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './paths.ts';
import { runtimePackages, type PackageLock } from './runtime-packages.ts';

const lock: PackageLock = {
  packages: {
    server: { dependencies: { a: '1' } },
    shared: { dependencies: { b: '1' } },
    web: { dependencies: { vue: '3' } },
    'node_modules/a': {
      dependencies: { c: '2' },
      optionalDependencies: { native: '1' },
      peerDependencies: { vue: '3' },
      peerDependenciesMeta: { vue: { optional: true } },
    },
    'node_modules/a/node_modules/c': { dependencies: { b: '1' } },
    'node_modules/b': {},
    'node_modules/c': {},
    'node_modules/native': {},
    'node_modules/vue': {},
  },
};

describe('packages that programs need while they run', () => {
  it('are found as Node finds them, without those of pages and of other machines', () => {
    const found = runtimePackages(lock, ['server', 'shared'], (path) => path !== 'node_modules/native');
    expect(found).toEqual(['node_modules/a', 'node_modules/a/node_modules/c', 'node_modules/b']);
  });

  it('must be installed unless they are optional', () => {
    expect(() => runtimePackages(lock, ['server', 'shared'], (path) => path !== 'node_modules/b')).toThrow('needs b');
  });

  it('are few of those that are installed', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as PackageLock;
    const found = runtimePackages({ packages }, ['server'], () => true);
    expect(found).toEqual(expect.arrayContaining(['node_modules/pg', 'node_modules/fastify']));
    expect(found.filter((path) => /\/(vue|vite|vitest|playwright|typescript|@storybook\/.*)$/.test(path))).toEqual([]);
  });
});
