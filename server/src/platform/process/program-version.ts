import { readFileSync } from 'node:fs';

/** The release of this program, of the package that it is in. */
export const programVersion = (
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

/** Compares versions such as `0.10.2` by their numbers. */
export function isAtLeast(version: string, other: string): boolean {
  return version.localeCompare(other, 'en', { numeric: true }) >= 0;
}
