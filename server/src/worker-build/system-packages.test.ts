import { describe, expect, it } from 'vitest';
import { isDebianLike } from './system-packages.ts';

describe('isDebianLike', () => {
  it.each([
    ['PRETTY_NAME="Debian GNU/Linux 13 (trixie)"\nID=debian\n', true],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"\n', true],
    ['ID="fedora"\nVARIANT_ID=server\n', false],
    ['ID=other\nHOME_URL="https://example.org/debian"\n', false],
    ['', false],
  ])('%j: %s', (osRelease, expected) => {
    expect(isDebianLike(osRelease)).toBe(expected);
  });
});
