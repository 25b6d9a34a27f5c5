import { routesOf } from '../core/route.ts';
import type { messageWordsSchemas } from './message-words.schemas.ts';

export type { ListedMessage, Message, MessageDraft, MessageVersion } from './message-words.schemas.ts';

const defineRoute = routesOf<typeof messageWordsSchemas>();

export const listMessageWords = defineRoute('listMessageWords', 'GET /api/administration/messages', 'settings.manage');
export const readMessageWords = defineRoute(
  'readMessageWords',
  'GET /api/administration/messages/:template',
  'settings.manage',
);
export const saveMessageDraft = defineRoute(
  'saveMessageDraft',
  'PUT /api/administration/messages/:template/draft',
  'settings.manage',
  { ifMatch: true },
);
export const discardMessageDraft = defineRoute(
  'discardMessageDraft',
  'DELETE /api/administration/messages/:template/draft',
  'settings.manage',
  { ifMatch: true, status: 204 },
);
export const publishMessageDraft = defineRoute(
  'publishMessageDraft',
  'POST /api/administration/messages/:template/draft/publication',
  'settings.manage',
  { confirmation: 'recent', ifMatch: true },
);
export const resetMessageWords = defineRoute(
  'resetMessageWords',
  'POST /api/administration/messages/:template/reset',
  'settings.manage',
  { confirmation: 'recent', ifMatch: true },
);
export const listMessageVersions = defineRoute(
  'listMessageVersions',
  'GET /api/administration/messages/:template/versions',
  'settings.manage',
);
export const previewMessageWords = defineRoute(
  'previewMessageWords',
  'POST /api/administration/messages/:template/preview',
  'settings.manage',
);
