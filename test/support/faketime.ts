import { existsSync } from 'node:fs';

const library = ['x86_64-linux-gnu', 'aarch64-linux-gnu']
  .map((machine) => `/usr/lib/${machine}/faketime/libfaketimeMT.so.1`)
  .find((path) => existsSync(path));

/** Whether libfaketime (Debian package `faketime`) is installed. Where it is not, tests with a clock handed in hold the promise. */
export const hasFaketime = library !== undefined;

/** The environment of a program whose wall clock is off, e.g. by `+5m` or `-1d`. Its monotonic clock runs as it is. */
export function wrongClock(offset: string): Record<string, string> {
  return { LD_PRELOAD: library ?? '', FAKETIME: offset, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}
