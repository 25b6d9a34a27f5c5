import { z } from 'zod';
import { date, id, instant, localizedText, personNames } from '../core/common.ts';
import { printedName } from '../core/printed-name.ts';
import { ruleFinding } from './prescribing.schemas.ts';
import { rulePacks, guardianRelations } from './rules.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

/** A rule as any staff member may read it. */
export const ruleEntry = z.strictObject({
  id: z.string(),
  pack: z.enum(rulePacks),
  source: localizedText,
  effectiveFrom: date,
  text: localizedText,
  /** `checked`: evaluated on every save and at the signature; `by-design`: the program allows nothing else. */
  kind: z.enum(['checked', 'by-design']),
  /** What enforces it. */
  enforcement: localizedText,
});
export type RuleEntry = z.output<typeof ruleEntry>;

/** Built-in data of the safety checks; `reviewedBy` is null until a clinician has reviewed every row of that version. */
export const clinicalData = z.strictObject({
  name: z.enum(['formulary', 'interactions']),
  version: z.string(),
  reviewedBy: z.string().nullable(),
});

/** What a bench measured: on which data, when, and who has reviewed it. */
export const benchEvidence = z.strictObject({
  /** The name of the bench; null for checks without recorded figures. */
  bench: z.string().nullable(),
  checked: localizedText,
  data: localizedText,
  figures: z.array(
    z.strictObject({
      set: localizedText,
      /** What had to be found and was, as recorded: `149/164`. */
      found: z.string().nullable(),
      /** What was falsely stopped or alerted. */
      wrong: z.string().nullable(),
      /** Interruptive alerts per 100 lines. */
      burden: z.string().nullable(),
      /** Null where the record names no day. */
      measuredOn: date.nullable(),
    }),
  ),
  /** The clinician who has reviewed cases and data; null for no one. */
  reviewedBy: z.string().nullable(),
});
export type BenchEvidence = z.output<typeof benchEvidence>;

/** The active release of the safety rules, and what the hospital decided about its rows. */
const releaseEvidence = z.strictObject({
  number: z.int(),
  baseVersion: z.string(),
  madeBy: personNames,
  madeAt: instant,
  /** Null when the release is not what the hospital signed, so that nothing is checked. */
  decided: z.strictObject({ accepted: z.int(), changed: z.int(), switchedOff: z.int(), undecided: z.int() }).nullable(),
  /** Whose largest doses the checks use with it; not from a program of the release before. */
  limitsFrom: z.enum(['release', 'program']).nullable().optional(),
});
export type ReleaseEvidence = z.output<typeof releaseEvidence>;

/** What the rules require of a prescription besides its lines; stated by its doctor before the signature. */
export const circumstances = z.strictObject({
  /** The guardian present with a child under six during the visit, as seen by the doctor. */
  guardian: z.strictObject({ name: printedName(80), relation: z.enum(guardianRelations) }).nullable(),
  emergency: z.boolean(),
  /** The day of issue, or up to two more by the doctor’s choice. */
  validDays: z.int().min(1).max(3),
});
export type Circumstances = z.output<typeof circumstances>;

const prescriptionParams = z.strictObject({ prescriptionId: id });
const stated = circumstances.extend({
  /** True for a child under six, whose guardian must be named. */
  guardianNeeded: z.boolean(),
  /** What blocks the signature under these circumstances. */
  blockedBy: z.array(ruleFinding),
});
export type StatedCircumstances = z.output<typeof stated>;

export const rulesSchemas = {
  listRules: {
    summary: 'List the rules of all packs and the packs in force at this hospital',
    response: z.strictObject({
      inForce: z.array(z.enum(rulePacks)),
      items: z.array(ruleEntry),
      data: z.array(clinicalData),
      /** Null while the safety checks use the data that ship with the program. */
      release: releaseEvidence.nullable(),
      benches: z.array(benchEvidence),
    }),
  },
  readCircumstances: {
    summary: 'Get guardian, emergency and validity details of your own prescription',
    params: prescriptionParams,
    response: stated,
  },
  stateCircumstances: {
    summary: 'Set guardian, emergency and validity of a draft; rules are checked again',
    params: prescriptionParams,
    body: circumstances,
    response: stated,
  },
} satisfies RouteSchemas;
