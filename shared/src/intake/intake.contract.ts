import { defineRoute } from '../core/route.ts';
import type { intakeSchemas } from './intake.schemas.ts';

export type { IntakePicture, IntakeDraft } from './intake.schemas.ts';

export const openIntakeDraft = defineRoute<typeof intakeSchemas, 'openIntakeDraft'>({
  name: 'openIntakeDraft',
  method: 'POST',
  path: '/api/intake-drafts',
  permission: 'visit.check-in',
});

export const listIntakeProgress = defineRoute<typeof intakeSchemas, 'listIntakeProgress'>({
  name: 'listIntakeProgress',
  method: 'GET',
  path: '/api/intake-drafts',
  permission: 'visit.check-in',
});

export const saveIntakeDraft = defineRoute<typeof intakeSchemas, 'saveIntakeDraft'>({
  name: 'saveIntakeDraft',
  method: 'PUT',
  path: '/api/intake-drafts/:draftId',
  permission: 'visit.check-in',
  ifMatch: true,
});

export const removeIntakeDraft = defineRoute<typeof intakeSchemas, 'removeIntakeDraft'>({
  name: 'removeIntakeDraft',
  method: 'DELETE',
  path: '/api/intake-drafts/:draftId',
  permission: 'visit.check-in',
  status: 204,
});

export const uploadIntakePicture = defineRoute<typeof intakeSchemas, 'uploadIntakePicture'>({
  name: 'uploadIntakePicture',
  method: 'PUT',
  path: '/api/intake-drafts/:draftId/pictures/:pictureId',
  permission: 'visit.check-in',
});

export const readIntakeDraftPicture = defineRoute<typeof intakeSchemas, 'readIntakeDraftPicture'>({
  name: 'readIntakeDraftPicture',
  method: 'GET',
  path: '/api/intake-drafts/:draftId/pictures/:pictureId',
  permission: 'visit.check-in',
  file: true,
});

export const removeIntakePicture = defineRoute<typeof intakeSchemas, 'removeIntakePicture'>({
  name: 'removeIntakePicture',
  method: 'DELETE',
  path: '/api/intake-drafts/:draftId/pictures/:pictureId',
  permission: 'visit.check-in',
  status: 204,
});

export const readIntakePicture = defineRoute<typeof intakeSchemas, 'readIntakePicture'>({
  name: 'readIntakePicture',
  method: 'GET',
  path: '/api/visits/:visitId/intake-pictures/:pictureId',
  permission: 'visit.read',
  file: true,
});
