import { expect, it } from 'vitest';
import type { z } from 'zod';
import { schemasByName } from '../support/contracts.ts';

/** Texts of requests that no one else reads as they were sent: secrets, identifiers that are looked up, and searches. */
const unread = [
  /[ .](password|version|rawId|response\.id|code|substanceCode|productId|substituteId|issueId)$/,
  /\.unit$/,
  /^updateAccount wishes\.quietHours\.(from|until)$/,
  /^(checkIdentity number|findAuditPatients text|findPatientExactly phone)$/,
  // Compared with the choices of the form, and with the checks that were not made.
  /^(saveIntakeDraft answers\.\*\.\*|approveReview notMade\.\*)$/,
];

/** Returns the texts of a schema with their paths. */
function textsOf(schema: z.core.$ZodType | undefined, path: readonly string[] = []): [string, z.ZodType][] {
  const { def } = (schema as z.core.$ZodTypes | undefined)?._zod ?? {};
  switch (def?.type) {
    case 'string':
      return [[path.join('.'), schema as z.ZodType]];
    case 'object':
      return Object.entries(def.shape).flatMap(([name, member]) => textsOf(member, [...path, name]));
    case 'array':
      return textsOf(def.element, [...path, '*']);
    case 'record':
      return textsOf(def.valueType, [...path, '*']);
    case 'union':
      return def.options.flatMap((option) => textsOf(option, path));
    case 'pipe':
      return textsOf(def.in, path);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      return textsOf(def.innerType, path);
    default:
      return [];
  }
}

const reversed = '1234567890 \u202e01\u202c';
/** Long enough for each minimum, short enough for each maximum. */
const accepts = (text: z.ZodType) =>
  [reversed, reversed.slice(-4)].some((value) => String(text.safeParse(value).data ?? '').includes('\u202e'));

it('Every text of a request that others read rejects or removes characters that reorder it', () => {
  const texts = [...schemasByName].flatMap(([name, { body }]) =>
    textsOf(body).map(([path, text]) => [`${name} ${path}`, text] as const),
  );
  expect(texts.length).toBeGreaterThan(250);
  const accepted = [...new Set(texts.filter(([, text]) => accepts(text)).map(([path]) => path))];
  expect(accepted.filter((path) => !unread.some((form) => form.test(path)))).toEqual([]);
});
