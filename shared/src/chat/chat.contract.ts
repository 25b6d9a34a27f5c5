import { routesOf } from '../core/route.ts';
import type { chatSchemas } from './chat.schemas.ts';

export type { AttachmentType } from './chat.constants.ts';

export type { AttachmentFile, Attachment, ChatMessage } from './chat.schemas.ts';

const defineRoute = routesOf<typeof chatSchemas>();

export const listMessages = defineRoute('listMessages', 'GET /api/visits/:visitId/messages', 'chat.read');
export const sendMessage = defineRoute('sendMessage', 'PUT /api/visits/:visitId/messages/:messageId', 'chat.write');
export const markRead = defineRoute('markRead', 'PUT /api/visits/:visitId/messages/read', 'chat.read');
export const uploadAttachment = defineRoute(
  'uploadAttachment',
  'PUT /api/visits/:visitId/attachments/:attachmentId',
  'chat.write',
);
export const readAttachment = defineRoute(
  'readAttachment',
  'GET /api/visits/:visitId/attachments/:attachmentId',
  'chat.read',
  { file: true },
);
