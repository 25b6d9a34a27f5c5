import { defineRoute } from '../core/route.ts';
import type { messageWordsSchemas } from './message-words.schemas.ts';

export type { ListedMessage, Message, MessageDraft, MessageVersion } from './message-words.schemas.ts';

export const listMessageWords = defineRoute<typeof messageWordsSchemas, 'listMessageWords'>({
  name: 'listMessageWords',
  method: 'GET',
  path: '/api/administration/messages',
  permission: 'settings.manage',
});

export const readMessageWords = defineRoute<typeof messageWordsSchemas, 'readMessageWords'>({
  name: 'readMessageWords',
  method: 'GET',
  path: '/api/administration/messages/:template',
  permission: 'settings.manage',
});

export const saveMessageDraft = defineRoute<typeof messageWordsSchemas, 'saveMessageDraft'>({
  name: 'saveMessageDraft',
  method: 'PUT',
  path: '/api/administration/messages/:template/draft',
  permission: 'settings.manage',
  ifMatch: true,
});

export const discardMessageDraft = defineRoute<typeof messageWordsSchemas, 'discardMessageDraft'>({
  name: 'discardMessageDraft',
  method: 'DELETE',
  path: '/api/administration/messages/:template/draft',
  permission: 'settings.manage',
  ifMatch: true,
  status: 204,
});

export const publishMessageDraft = defineRoute<typeof messageWordsSchemas, 'publishMessageDraft'>({
  name: 'publishMessageDraft',
  method: 'POST',
  path: '/api/administration/messages/:template/draft/publication',
  permission: 'settings.manage',
  confirmation: 'recent',
  ifMatch: true,
});

export const resetMessageWords = defineRoute<typeof messageWordsSchemas, 'resetMessageWords'>({
  name: 'resetMessageWords',
  method: 'POST',
  path: '/api/administration/messages/:template/reset',
  permission: 'settings.manage',
  confirmation: 'recent',
  ifMatch: true,
});

export const listMessageVersions = defineRoute<typeof messageWordsSchemas, 'listMessageVersions'>({
  name: 'listMessageVersions',
  method: 'GET',
  path: '/api/administration/messages/:template/versions',
  permission: 'settings.manage',
});

export const previewMessageWords = defineRoute<typeof messageWordsSchemas, 'previewMessageWords'>({
  name: 'previewMessageWords',
  method: 'POST',
  path: '/api/administration/messages/:template/preview',
  permission: 'settings.manage',
});
