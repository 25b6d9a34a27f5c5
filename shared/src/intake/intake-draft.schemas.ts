import { z } from 'zod';
import { intakeFormIds, longestAnswer } from './forms/form.ts';
import { intakeSteps } from './answers/steps.ts';
import { redFlagIds } from './danger-signs/red-flag-rules.ts';
import { locale, message } from '../core/common.ts';
import { priorEvidenceDraft } from './prior-evidence.schemas.ts';

/** The id of a question within its form. */
export const questionId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** Answers by question. The form decides what is valid; this only limits the size. */
export const intakeAnswers = z
  .record(questionId, z.union([message(longestAnswer), z.number(), z.array(z.string().max(80)).max(30)]))
  .refine((answers) => Object.keys(answers).length <= 60, { error: 'too-many' });

const formVersion = z.strictObject({ id: z.enum(intakeFormIds), version: z.int().min(1).max(10_000) });

/** The answers that became part of a visit, with the version of their form. */
export const givenForm = formVersion.extend({ answers: intakeAnswers });
export type GivenForm = z.output<typeof givenForm>;

/** The answers so far. Pictures are stored separately, because they are uploaded one by one. */
export const intakeDraftContent = z.strictObject({
  step: z.enum(intakeSteps),
  /** The first question of the present screen; null outside the questions. */
  question: questionId.nullable(),
  /** Null when nothing was chosen, or the patient prefers to tell the doctor. */
  form: formVersion.nullable(),
  answers: intakeAnswers,
  duration: z.enum(['today', 'days', 'weeks', 'months', 'longer']).nullable(),
  priorDiagnosis: z.enum(['yes', 'no', 'unsure']).nullable(),
  priorDiagnosisDetail: message(500),
  /** Only where the rules require evidence of the earlier diagnosis. */
  priorEvidence: priorEvidenceDraft.optional(),
  consent: z.strictObject({ version: z.string().max(40), locale }).nullable(),
  /** Danger signs that the patient has declared to be no emergency. */
  dismissedFlags: z.array(z.enum(redFlagIds)).max(redFlagIds.length),
});
export type IntakeDraftContent = z.output<typeof intakeDraftContent>;
