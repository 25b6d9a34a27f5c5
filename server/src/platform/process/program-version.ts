import { readFileSync } from 'node:fs';

/** The release of this program, of the package that it is in. */
export const programVersion = (
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
