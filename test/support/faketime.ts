import { existsSync } from 'node:fs';

const library = ['x86_64-linux-gnu', 'aarch64-linux-gnu']
  .map((machine) => `/usr/lib/${machine}/faketime/libfaketimeMT.so.1`)
  .find((path) => existsSync(path));

/** Whether libfaketime (Debian package `faketime`) is installed. Otherwise tests with an injected clock cover the behaviour. */
export const hasFaketime = library !== undefined;

/** Returns the environment for a program with a wrong wall clock, for example `+5m` or `-1d`. Its monotonic clock is not affected. */
export function wrongClock(offset: string): Record<string, string> {
  return { LD_PRELOAD: library ?? '', FAKETIME: offset, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}
