import { z } from 'zod';
import { intakeFormIds, longestAnswer } from './forms/form.ts';
import { intakeSteps } from './answers/steps.ts';
import { redFlagIds } from './danger-signs/red-flag-rules.ts';
import { locale, prose } from '../core/common.ts';

/** A question within its form. */
export const questionId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** Answers by question. What may stand here is the form’s to say; this only bounds it. */
export const intakeAnswers = z
  .record(questionId, z.union([prose(longestAnswer), z.number(), z.array(z.string().max(80)).max(30)]))
  .refine((answers) => Object.keys(answers).length <= 60, { error: 'too-many' });

const formVersion = z.strictObject({ id: z.enum(intakeFormIds), version: z.int().min(1).max(10_000) });

/** The answers that became part of a visit, under the version of the form that they were given to. */
export const givenForm = formVersion.extend({ answers: intakeAnswers });
export type GivenForm = z.output<typeof givenForm>;

/** What was answered so far. Pictures stand beside it: they are handed in one by one. */
export const intakeDraftContent = z.strictObject({
  step: z.enum(intakeSteps),
  /** The first question of the screen that one was at; null outside of the questions. */
  question: questionId.nullable(),
  /** Null where nothing was chosen, or the patient would rather tell the doctor. */
  form: formVersion.nullable(),
  answers: intakeAnswers,
  duration: z.enum(['today', 'days', 'weeks', 'months', 'longer']).nullable(),
  priorDiagnosis: z.enum(['yes', 'no', 'unsure']).nullable(),
  priorDiagnosisDetail: prose(500),
  consent: z.strictObject({ version: z.string().max(40), locale }).nullable(),
  /** Danger signs of which the patient has said that they are no emergency. */
  dismissedFlags: z.array(z.enum(redFlagIds)).max(redFlagIds.length),
});
export type IntakeDraftContent = z.output<typeof intakeDraftContent>;
