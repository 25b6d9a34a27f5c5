import {
  listMessages,
  markRead,
  readAttachment,
  sendMessage,
  uploadAttachment,
} from '@yunzhen/shared/chat/chat.contract';
import type { RouteRegistrar } from '../../platform/http/register-route.ts';
import type { AttachmentsService } from './attachments/attachments.service.ts';
import { answerWithFile } from '../../platform/files/file-answer.ts';
import type { ChatService } from './chat.service.ts';

export function registerChatRoutes(
  routes: RouteRegistrar,
  { chat, attachments }: { chat: ChatService; attachments: AttachmentsService },
): void {
  routes.route(listMessages, (context, { params, query }) => chat.list(context, params.visitId, query));
  routes.route(markRead, (context, { params, body }) => chat.markRead(context, params.visitId, body.sequence));
  routes.route(sendMessage, (context, { params, body }) => chat.send(context, params.visitId, params.messageId, body));
  routes.route(uploadAttachment, (context, { params }, _reply, request) =>
    attachments.add(context, params.visitId, params.attachmentId, request.body as Buffer),
  );
  routes.route(readAttachment, async (context, { params }, reply) => {
    const file = await attachments.read(context, params.visitId, params.attachmentId);
    return answerWithFile(reply, file);
  });
}
