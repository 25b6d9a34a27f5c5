import { z } from 'zod';
import { picturesOfIntakeLimit } from './forms/form.ts';
import { intakeSteps } from './answers/steps.ts';
import { sexes } from '../core/patient.ts';
import { attachmentBytesLimit } from '../chat/chat.constants.ts';
import { empty, fileBytes, id, instant, version } from '../core/common.ts';
import { intakeDraftContent, questionId } from './intake-draft.schemas.ts';
import { intakePictureTypes } from './intake.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

export const intakePicture = z.strictObject({
  id,
  question: questionId,
  type: z.enum(intakePictureTypes),
  bytes: z.int().min(1),
  width: z.int(),
  height: z.int(),
});
export type IntakePicture = z.output<typeof intakePicture>;

export const intakeDraft = z.strictObject({
  id,
  visitId: id.nullable(),
  appointmentId: id.nullable(),
  /** 0 before the first save. Sent in If-Match as a quoted number. */
  version,
  /** Null before the first save. */
  content: intakeDraftContent.nullable(),
  pictures: z.array(intakePicture),
  /** The person whom the questions are about. */
  subject: z.strictObject({ sex: z.enum(sexes), age: z.int() }),
  complaint: z.string(),
  updatedAt: instant.nullable(),
});
export type IntakeDraft = z.output<typeof intakeDraft>;

/** The progress of a draft, without its content. */
const intakeProgress = z.strictObject({
  visitId: id.nullable(),
  appointmentId: id.nullable(),
  /** The next step. */
  step: z.enum(intakeSteps),
  /** Whether a form of questions was chosen; otherwise there is one step less. */
  asked: z.boolean(),
});

const draftParams = z.strictObject({ draftId: id });
const pictureParams = z.strictObject({ draftId: id, pictureId: id });

export const intakeSchemas = {
  openIntakeDraft: {
    summary: 'Get or create the draft of a patient’s answers, for an appointment or for a visit before check-in',
    body: z.union([z.strictObject({ visitId: id }), z.strictObject({ appointmentId: id })]),
    response: intakeDraft,
  },
  listIntakeProgress: {
    summary: 'Get your progress in the questions before a visit or appointment',
    response: z.strictObject({ items: z.array(intakeProgress).max(50) }),
  },
  saveIntakeDraft: {
    summary:
      'Save the answers so far; If-Match carries the version they were based on. Answers to questions not asked are dropped',
    params: draftParams,
    body: intakeDraftContent,
    response: intakeDraft,
  },
  removeIntakeDraft: {
    summary: 'Discard the draft and its pictures',
    params: draftParams,
    response: empty,
  },
  uploadIntakePicture: {
    summary: `Upload a picture under a client-generated id, at most ${picturesOfIntakeLimit}; the type is detected from its bytes and metadata are removed`,
    params: pictureParams,
    query: z.strictObject({ question: questionId }),
    accepts: intakePictureTypes,
    response: intakePicture,
    bodyLimit: attachmentBytesLimit,
    rateLimit: 30,
  },
  readIntakeDraftPicture: {
    summary: 'Get a picture of your draft; each access is audited',
    params: pictureParams,
    response: fileBytes,
    rateLimit: 120,
  },
  removeIntakePicture: {
    summary: 'Remove a picture',
    params: pictureParams,
    response: empty,
  },
  readIntakePicture: {
    summary:
      'Get a picture submitted with the answers, for the patient and those who may read the chart; each access is audited',
    params: z.strictObject({ visitId: id, pictureId: id }),
    response: fileBytes,
    rateLimit: 120,
  },
} satisfies RouteSchemas;
