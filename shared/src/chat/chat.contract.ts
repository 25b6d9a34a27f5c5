import { defineRoute } from '../core/route.ts';
import type { chatSchemas } from './chat.schemas.ts';

export type { AttachmentType } from './chat.constants.ts';

export type { AttachmentFile, Attachment, ChatMessage } from './chat.schemas.ts';

export const listMessages = defineRoute<typeof chatSchemas, 'listMessages'>({
  name: 'listMessages',
  method: 'GET',
  path: '/api/visits/:visitId/messages',
  permission: 'chat.read',
});

export const sendMessage = defineRoute<typeof chatSchemas, 'sendMessage'>({
  name: 'sendMessage',
  method: 'PUT',
  path: '/api/visits/:visitId/messages/:messageId',
  permission: 'chat.write',
});

export const markRead = defineRoute<typeof chatSchemas, 'markRead'>({
  name: 'markRead',
  method: 'PUT',
  path: '/api/visits/:visitId/messages/read',
  permission: 'chat.read',
});

export const uploadAttachment = defineRoute<typeof chatSchemas, 'uploadAttachment'>({
  name: 'uploadAttachment',
  method: 'PUT',
  path: '/api/visits/:visitId/attachments/:attachmentId',
  permission: 'chat.write',
});

export const readAttachment = defineRoute<typeof chatSchemas, 'readAttachment'>({
  name: 'readAttachment',
  method: 'GET',
  path: '/api/visits/:visitId/attachments/:attachmentId',
  permission: 'chat.read',
  file: true,
});
