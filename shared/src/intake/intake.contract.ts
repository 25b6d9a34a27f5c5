import { z } from 'zod';
import { picturesOfIntakeLimit } from './forms/form.ts';
import { intakeSteps } from './answers/steps.ts';
import { sexes } from '../core/patient.ts';
import { attachmentBytesLimit } from '../chat/chat.contract.ts';
import { empty, fileBytes, id, instant, version } from '../core/common.ts';
import { intakeDraftContent, questionId } from './intake-draft.contract.ts';
import { defineRoute } from '../core/route.ts';

export const intakePictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** Where pictures of an earlier diagnosis stand beside those of a form’s questions. */
export const evidenceQuestion = 'prior-diagnosis';

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
  /** 0 before the first save. Goes into If-Match as a quoted number. */
  version,
  /** Null before the first save. */
  content: intakeDraftContent.nullable(),
  pictures: z.array(intakePicture),
  /** Whom the questions are about. */
  subject: z.strictObject({ sex: z.enum(sexes), age: z.int() }),
  complaint: z.string(),
  updatedAt: instant.nullable(),
});
export type IntakeDraft = z.output<typeof intakeDraft>;

/** How far a draft has come, without a word of it. */
const intakeProgress = z.strictObject({
  visitId: id.nullable(),
  appointmentId: id.nullable(),
  /** The step that comes next. */
  step: z.enum(intakeSteps),
  /** Whether a form of questions was chosen; without one there is a step less. */
  asked: z.boolean(),
});

const draftParams = z.strictObject({ draftId: id });
const pictureParams = z.strictObject({ draftId: id, pictureId: id });

export const openIntakeDraft = defineRoute({
  name: 'openIntakeDraft',
  method: 'POST',
  path: '/api/intake-drafts',
  summary:
    'The draft of what a patient answers before a visit: the one that there is, or a new one. Of an appointment before its visit, or of a visit before check-in',
  permission: 'visit.check-in',
  body: z.union([z.strictObject({ visitId: id }), z.strictObject({ appointmentId: id })]),
  response: intakeDraft,
});

export const listIntakeProgress = defineRoute({
  name: 'listIntakeProgress',
  method: 'GET',
  path: '/api/intake-drafts',
  summary: 'How far one’s own answers before a visit or an appointment have come',
  permission: 'visit.check-in',
  response: z.strictObject({ items: z.array(intakeProgress).max(50) }),
});

export const saveIntakeDraft = defineRoute({
  name: 'saveIntakeDraft',
  method: 'PUT',
  path: '/api/intake-drafts/:draftId',
  summary:
    'Save what was answered so far; the version it was based on goes into If-Match. Answers to what is not asked are not kept',
  permission: 'visit.check-in',
  params: draftParams,
  body: intakeDraftContent,
  response: intakeDraft,
  ifMatch: true,
});

export const removeIntakeDraft = defineRoute({
  name: 'removeIntakeDraft',
  method: 'DELETE',
  path: '/api/intake-drafts/:draftId',
  summary: 'Put the draft away with its pictures',
  permission: 'visit.check-in',
  params: draftParams,
  response: empty,
  status: 204,
});

export const uploadIntakePicture = defineRoute({
  name: 'uploadIntakePicture',
  method: 'PUT',
  path: '/api/intake-drafts/:draftId/pictures/:pictureId',
  summary: `Hand in a picture under an id that the page made, at most ${picturesOfIntakeLimit}; judged by its bytes. It loses its metadata`,
  permission: 'visit.check-in',
  params: pictureParams,
  query: z.strictObject({ question: questionId }),
  accepts: intakePictureTypes,
  response: intakePicture,
  bodyLimit: attachmentBytesLimit,
  rateLimit: 30,
});

export const readIntakeDraftPicture = defineRoute({
  name: 'readIntakeDraftPicture',
  method: 'GET',
  path: '/api/intake-drafts/:draftId/pictures/:pictureId',
  summary: 'A picture of the draft itself; every opening is audited',
  permission: 'visit.check-in',
  params: pictureParams,
  response: fileBytes,
  file: true,
  rateLimit: 120,
});

export const removeIntakePicture = defineRoute({
  name: 'removeIntakePicture',
  method: 'DELETE',
  path: '/api/intake-drafts/:draftId/pictures/:pictureId',
  summary: 'Take a picture back',
  permission: 'visit.check-in',
  params: pictureParams,
  response: empty,
  status: 204,
});

export const readIntakePicture = defineRoute({
  name: 'readIntakePicture',
  method: 'GET',
  path: '/api/visits/:visitId/intake-pictures/:pictureId',
  summary:
    'A picture that was given with the answers, for the patient and whoever may read the chart; every opening is audited',
  permission: 'visit.read',
  params: z.strictObject({ visitId: id, pictureId: id }),
  response: fileBytes,
  file: true,
  rateLimit: 120,
});
