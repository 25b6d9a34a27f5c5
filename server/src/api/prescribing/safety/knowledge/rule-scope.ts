import { z } from 'zod';
import { list, slug } from '../../../catalogues/index.ts';
import { citedColumns, type Cited } from './cited.ts';

/** Limits a rule of another table, named by its id, to some countries or to courses of more than a number of days. */
export interface RuleScope extends Cited {
  readonly id: string;
  /** ISO 3166 codes; with `-` before each, all other countries. Empty for all. */
  readonly jurisdictions: readonly string[];
  /** A course of unknown length counts as longer. Null for every length. */
  readonly aboveDays: number | null;
  readonly source: string;
}

/** The scopes of rules by their id. A rule without one applies everywhere and at any length. */
export type RuleScopes = ReadonlyMap<string, RuleScope>;

export const ruleScopeRowSchema: z.ZodType<Omit<RuleScope, 'source'>> = z
  .strictObject({
    id: slug,
    jurisdictions: list
      .pipe(z.array(z.string().regex(/^-?[A-Z]{2}$/, 'expected a country such as CN or -CN')))
      .refine((codes) => new Set(codes.map((code) => code.startsWith('-'))).size < 2, 'either countries or exceptions'),
    aboveDays: z
      .union([z.literal(''), z.string().regex(/^[1-9]\d*$/, 'expected a number of days')])
      .transform((days) => (days === '' ? null : Number(days))),
    ...citedColumns,
  })
  .refine((row) => row.jurisdictions.length > 0 || row.aboveDays !== null, 'either jurisdictions or aboveDays');
