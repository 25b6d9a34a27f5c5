import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { fault } from './fault.ts';
import { useTranslatedSchemas } from './zod-messages.ts';

beforeEach(() => {
  useTranslatedSchemas();
  z.config(globalThis.__zod_globalConfig);
});
afterEach(() => {
  globalThis.__zod_globalConfig = undefined;
  z.config({ customError: undefined, jitless: false });
});

it('Schema texts report an absent value as missing, also in an empty number field, and a non-number as a wrong format', () => {
  const said = (value: unknown) => z.int().safeParse(value).error?.issues[0]?.message;
  for (const nothing of [undefined, null, Number.NaN]) expect(said(nothing)).toBe(fault('common.field.required'));
  expect(said('twelve')).toBe(fault('common.field.format'));
  expect(said(4)).toBeUndefined();
});

it('Schema texts ask for a choice where a list has no entry', () => {
  const found = z.array(z.string()).min(1).safeParse([]);
  expect(found.error?.issues[0]?.message).toBe(fault('common.field.choice'));
});

it('Schema texts store their settings where zod reads them on load', async () => {
  expect(globalThis.__zod_globalConfig).toMatchObject({ jitless: true });
  const program = `
    globalThis.__zod_globalConfig = { customError: () => 'ours' };
    const { z } = await import('zod');
    process.stdout.write(z.int().safeParse('twelve').error.issues[0].message);
  `;
  const here = { cwd: import.meta.dirname };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], here);
  expect(stdout).toBe('ours');
});
