import { describe, expect, it } from 'vitest';
import { workerCacheName } from './cache-key.ts';

const files = new Map([
  ['libuv/meson.build', 'project()'],
  ['openssl/meson.build', 'project()'],
]);
const name = workerCacheName('3.27.1', 'linux', 'x64', files);

describe('workerCacheName', () => {
  it('contains version and kind of machine', () => {
    expect(name).toMatch(/^mediasoup-worker-3\.27\.1-linux-x64-[0-9a-f]{12}$/);
  });

  it('does not depend on the order in which files were listed', () => {
    expect(workerCacheName('3.27.1', 'linux', 'x64', new Map([...files].reverse()))).toBe(name);
  });

  it('changes with the content or the path of any file', () => {
    const changed = new Map(files).set('libuv/meson.build', 'project(1)');
    const moved = new Map([...files].map(([path, content]) => [path.replace('libuv', 'uv'), content]));
    expect(workerCacheName('3.27.1', 'linux', 'x64', changed)).not.toBe(name);
    expect(workerCacheName('3.27.1', 'linux', 'x64', moved)).not.toBe(name);
  });
});
