import { routesOf } from '../core/route.ts';
import type { intakeSchemas } from './intake.schemas.ts';

export type { IntakePicture, IntakeDraft } from './intake.schemas.ts';

const defineRoute = routesOf<typeof intakeSchemas>();

export const openIntakeDraft = defineRoute('openIntakeDraft', 'POST /api/intake-drafts', 'visit.check-in');
export const listIntakeProgress = defineRoute('listIntakeProgress', 'GET /api/intake-drafts', 'visit.check-in');
export const saveIntakeDraft = defineRoute('saveIntakeDraft', 'PUT /api/intake-drafts/:draftId', 'visit.check-in', {
  ifMatch: true,
});
export const removeIntakeDraft = defineRoute(
  'removeIntakeDraft',
  'DELETE /api/intake-drafts/:draftId',
  'visit.check-in',
  { status: 204 },
);
export const uploadIntakePicture = defineRoute(
  'uploadIntakePicture',
  'PUT /api/intake-drafts/:draftId/pictures/:pictureId',
  'visit.check-in',
);
export const readIntakeDraftPicture = defineRoute(
  'readIntakeDraftPicture',
  'GET /api/intake-drafts/:draftId/pictures/:pictureId',
  'visit.check-in',
  { file: true },
);
export const removeIntakePicture = defineRoute(
  'removeIntakePicture',
  'DELETE /api/intake-drafts/:draftId/pictures/:pictureId',
  'visit.check-in',
  { status: 204 },
);
export const readIntakePicture = defineRoute(
  'readIntakePicture',
  'GET /api/visits/:visitId/intake-pictures/:pictureId',
  'visit.read',
  { file: true },
);
