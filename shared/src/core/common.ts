import { z } from 'zod';
import { legible, withoutBlanks } from './legible.ts';
import { locales, textKeyOf } from './locale.ts';

export const id = z.uuid();
/** Covers every birth and licence, and stays far from where date arithmetic ends (year 9999 of ISO 8601). */
const isReckonable = (value: string) => value >= '1800' && value < '3000';
export const instant = z.iso.datetime().refine(isReckonable, { error: 'not-allowed' });
export const date = z.iso.date().refine(isReckonable, { error: 'not-allowed' });
export const locale = z.enum(locales);
const words = prose(2000);
/** Only English and Chinese are required; the other languages of the app are optional. */
const furtherLanguages: object = Object.fromEntries(
  locales.map(textKeyOf).flatMap((language) => (['en', 'zh'].includes(language) ? [] : [[language, words.optional()]])),
);
export const localizedText = z.strictObject({ en: words, zh: words, ...furtherLanguages });

/** A decimal as text, never a float: doses, quantities. At most 6 digits before and 4 after the point. */
export const decimal = z.string().regex(/^(0|[1-9]\d{0,5})(\.\d{1,4})?$/, { error: 'decimal' });
export const positiveDecimal = decimal.refine((value) => /[1-9]/.test(value), { error: 'positive' });

export const version = z.int().min(0);

/** A person’s name, as they write it and in Latin letters, empty when not given; the reader’s language decides which is shown. */
export const personNames = z.strictObject({ name: z.string(), nameLatin: z.string() });
export type PersonNames = z.output<typeof personNames>;

/** Text without control characters; for `printedName`, which is stricter than `text`. */
export function line(max: number, min = 0) {
  return z.string().trim().min(min).max(max).refine(hasNoControlCharacters, { error: 'control-characters' });
}

/**
 * Free text of a person: trimmed, whole characters, no control characters other than new lines and tabs, and none that make it look different from
 * what it is. Blanks that copied text has between its letters are removed.
 */
export function text(max: number, min = 0) {
  return z
    .string()
    .overwrite((value) => withoutBlanks(value).trim())
    .min(min)
    .max(max)
    .refine(hasNoControlCharacters, { error: 'control-characters' })
    .refine(isLegible(max), { error: 'unprintable' });
}

/** Text that is saved while it is typed: like `text`, but a save does not remove a trailing space. */
export function prose(max: number) {
  return z
    .string()
    .overwrite(withoutBlanks)
    .max(max)
    .refine(hasNoControlCharacters, { error: 'control-characters' })
    .refine(isLegible(max), { error: 'unprintable' });
}

/** Unsigned text whose writer cannot be asked to correct it, such as a message on its way: what `text` rejects as unprintable is removed. */
export function message(max: number) {
  return z
    .string()
    .overwrite((value) => (value.length > 2 * max ? value : legible(value)))
    .max(max)
    .refine(hasNoControlCharacters, { error: 'control-characters' });
}

/** A text that is too long is rejected for that; looking for characters in a whole request would take long. */
function isLegible(max: number) {
  return (value: string) => value.length > max || legible(value) === value;
}

/** Half of a surrogate pair counts as a control character: no database or document can store it. */
function hasNoControlCharacters(value: string): boolean {
  if (!value.isWellFormed()) return false;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if ((code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0x7f) return false;
  }
  return true;
}

export const cursorQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
};

/** The query of a searchable, sortable list; the first sort key is the default. */
export function sortedQuery<const Sort extends string>(
  sorts: readonly [Sort, ...Sort[]],
  order: 'asc' | 'desc' = 'asc',
) {
  return {
    ...cursorQuery,
    q: z.string().trim().max(80).default(''),
    sort: z.enum<readonly [Sort, ...Sort[]]>(sorts).default(sorts[0]),
    order: z.enum(['asc', 'desc']).default(order),
  };
}

export function page<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), next: z.string().nullable() });
}

/** The response of a route that sends a file. */
export const fileBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const empty = z.undefined();
