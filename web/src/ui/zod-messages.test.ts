import { expect, it } from 'vitest';
import { fault } from './fault.ts';
import { useTranslatedSchemas } from './zod-messages.ts';

it('says of nothing that it is missing, of an empty field of numbers too, and of what is no number that it has another form', async () => {
  useTranslatedSchemas();
  const { z } = await import('zod');
  const said = (value: unknown) => z.int().safeParse(value).error?.issues[0]?.message;
  for (const nothing of [undefined, null, Number.NaN]) expect(said(nothing)).toBe(fault('common.field.required'));
  expect(said('twelve')).toBe(fault('common.field.format'));
  expect(said(4)).toBeUndefined();
});
