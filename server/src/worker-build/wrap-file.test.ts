import { describe, expect, it } from 'vitest';
import { overlayTargets, wrapDirectory } from './wrap-file.ts';

const uv = '[wrap-file]\ndirectory = libuv-v1.51.0\nsource_hash = 5f05\n\n[provide]\nlibuv = libuv_dep\n';

describe('wrapDirectory', () => {
  it('reads the directory of the wrap section', () => {
    expect(wrapDirectory('libuv.wrap', uv)).toBe('libuv-v1.51.0');
  });

  it('falls back to the name of the file', () => {
    expect(wrapDirectory('libuv.wrap', '[wrap-git]\nrevision = head\n')).toBe('libuv');
  });

  it('ignores the directory of another section', () => {
    expect(wrapDirectory('a.wrap', '[provide]\ndirectory = wrong\n[wrap-file]\nsource_hash = 1\n')).toBe('a');
  });

  it('rejects a file that is not a wrap', () => {
    expect(() => wrapDirectory('a.wrap', 'directory = x')).toThrow('a.wrap has no [wrap-…] section');
  });
});

describe('overlayTargets', () => {
  const wraps = new Map([
    ['libuv.wrap', uv],
    ['catch2.wrap', '[wrap-file]\ndirectory = Catch2-3\n'],
  ]);

  it('maps an overlay to the folder that Meson searches', () => {
    expect(overlayTargets(wraps, ['libuv'], ['catch2'])).toEqual(new Map([['libuv', 'libuv-v1.51.0']]));
  });

  it('names a library without an overlay', () => {
    expect(() => overlayTargets(wraps, ['libuv'], [])).toThrow('it wants "catch2", which has no overlay');
  });

  it('names an overlay that is no longer needed', () => {
    expect(() => overlayTargets(wraps, ['libuv', 'openssl'], ['catch2'])).toThrow('it no longer wants "openssl"');
  });
});
