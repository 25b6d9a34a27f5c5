import { z } from 'zod';
import { date, id, instant, localizedText, version } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';
import { basisVerdicts, evidenceFaults, statedVerdicts } from './visit-basis.ts';

const coded = z.strictObject({ code: z.string(), title: localizedText });

/** Evidence that a condition was diagnosed before. */
const priorDiagnosis = z.strictObject({
  /** Null for an earlier visit that has not been stated as evidence. */
  id: id.nullable(),
  source: z.enum(['here', 'outside']),
  /** The earlier visit in this hospital; null for another institution. */
  visitId: id.nullable(),
  /** As stated; empty for this hospital. */
  institution: z.string(),
  diagnosedOn: date,
  /** What a visit in this hospital proves; empty for another institution, whose pages the doctor reads. */
  diagnoses: z.array(coded),
  /** Pictures among the intake answers of the visit. */
  pages: z.array(id),
  /** Why it proves nothing; null when it does. */
  fault: z.enum(evidenceFaults).nullable(),
  /** The reader has opened every page. */
  opened: z.boolean(),
});
export type PriorDiagnosis = z.output<typeof priorDiagnosis>;

export const visitBasis = z.strictObject({
  visitId: id,
  version,
  /** The rules require a statement before a prescription. */
  required: z.boolean(),
  /** Age in days up to which evidence counts, and whether a regulation names it; null where nothing is required. */
  limit: z.strictObject({ days: z.int(), regulated: z.boolean() }).nullable(),
  evidence: z.array(priorDiagnosis),
  /** The last statement; null before the first, and after it was withdrawn. */
  statement: z
    .strictObject({
      verdict: z.enum(statedVerdicts),
      at: instant,
      /** Stated by the doctor who has the visit now. */
      own: z.boolean(),
      conditions: z.array(coded.extend({ evidenceId: id })),
    })
    .nullable(),
});
export type VisitBasis = z.output<typeof visitBasis>;

const condition = z
  .strictObject({
    code: z.string().trim().min(1).max(16),
    /** Evidence of this visit. */
    evidenceId: id.optional(),
    /** An earlier visit in this hospital. */
    visitId: id.optional(),
  })
  .refine((given) => (given.evidenceId === undefined) !== (given.visitId === undefined), { error: 'one-of' });

const visitParams = z.strictObject({ visitId: id });

export const visitBasisSchemas = {
  readVisitBasis: {
    summary: 'Get the evidence of earlier diagnoses, and whether the doctor stated a follow-up or a first visit',
    params: visitParams,
    response: visitBasis,
  },
  stateVisitBasis: {
    summary:
      'State that the visit follows up diagnoses, each with its evidence, or is a first visit, or withdraw the statement',
    params: visitParams,
    body: z
      .strictObject({ verdict: z.enum(basisVerdicts), conditions: z.array(condition).max(10) })
      .refine(({ verdict, conditions }) => (verdict === 'follow-up') === conditions.length > 0, {
        error: 'required',
        path: ['conditions'],
      }),
    response: visitBasis,
  },
  listProvenDiagnoses: {
    summary: 'List your visits in this hospital that prove a diagnosis, newest first',
    response: z.strictObject({
      items: z.array(z.strictObject({ visitId: id, diagnosedOn: date, diagnoses: z.array(coded) })),
    }),
  },
} satisfies RouteSchemas;
