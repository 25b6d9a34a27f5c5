import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './cruise.ts';

/** What only Postgres 17 or 18 understands; docs/operations promise 16 to 18, and `npm test` runs on one version. */
const newer: Readonly<Record<string, RegExp>> = {
  'RETURNING OLD or NEW (18)': /\bRETURNING\b[^;`]*\b(OLD|NEW)\./,
  'uuidv7() (18)': /\buuidv7\(/,
  'WITHOUT OVERLAPS (18)': /WITHOUT OVERLAPS/,
  'JSON_TABLE (17)': /\bJSON_TABLE\b/,
  'MERGE … RETURNING (17)': /\bMERGE INTO\b[^`]*\bRETURNING\b/,
  'a virtual generated column (18)': /GENERATED ALWAYS AS[^`]*\bVIRTUAL\b/,
};

const objectionsTo = (text: string) =>
  Object.entries(newer)
    .filter(([, form]) => form.test(text))
    .map(([name]) => name);

it('statements use nothing that Postgres 16 does not know', () => {
  expect(objectionsTo('UPDATE a SET b = 1 RETURNING OLD.b')).toEqual(['RETURNING OLD or NEW (18)']);
  expect(objectionsTo('UPDATE a SET b = 1 RETURNING c, d - OLD.b')).toEqual(['RETURNING OLD or NEW (18)']);
  const files = globSync(['server/src/**/*.ts', 'migrations/*.ts'], { cwd: root });
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((file) =>
    objectionsTo(readFileSync(join(root, file), 'utf8')).map((name) => `${file}: ${name}`),
  );
  expect(found).toEqual([]);
});
