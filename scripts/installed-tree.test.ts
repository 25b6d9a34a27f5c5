import { describe, expect, it } from 'vitest';
import { matchesLock } from './installed-tree.ts';

const lock = {
  packages: {
    '': {},
    server: { version: '0.1.0' },
    'node_modules/@yunzhen/server': { link: true },
    'node_modules/zod': { version: '4.6.7', integrity: 'sha512-zod' },
    'node_modules/native-arm64': { version: '1.0.0', integrity: 'sha512-arm', optional: true },
  },
};
const { 'node_modules/zod': zod, 'node_modules/@yunzhen/server': server } = lock.packages;
const installed = { 'node_modules/zod': zod, 'node_modules/@yunzhen/server': server };

describe('matchesLock', () => {
  it('accepts the locked tree without the packages of other machines', () => {
    expect(matchesLock(lock, { packages: installed })).toBe(true);
  });

  it('rejects a missing package', () => {
    expect(matchesLock(lock, { packages: { 'node_modules/zod': zod } })).toBe(false);
  });

  it('rejects a package with other content', () => {
    const other = { ...zod, integrity: 'sha512-other' };
    expect(matchesLock(lock, { packages: { ...installed, 'node_modules/zod': other } })).toBe(false);
  });

  it('rejects an extra package', () => {
    expect(matchesLock(lock, { packages: { ...installed, 'node_modules/old': zod } })).toBe(false);
  });
});
