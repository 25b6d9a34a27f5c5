import type { ApiDeps } from '../core/area-deps.ts';
import type { AdministrationArea } from '../administration/index.ts';
import type { Notify } from '../notifications/index.ts';
import type { VisitsArea } from '../visits/index.ts';
import { AttachmentsRepository } from './attachments/attachments.repository.ts';
import { AttachmentsService } from './attachments/attachments.service.ts';
import { fileJudge } from '../../platform/files/file-judge.ts';
import { sweepAttachmentsJob } from './attachments/sweep.job.ts';
import { ChatAccess } from './chat-access.ts';
import { ChatNotices } from './chat-notices.ts';
import { ChatRepository } from './chat.repository.ts';
import { registerChatRoutes } from './chat.routes.ts';
import { ChatService } from './chat.service.ts';
import { MessagesRepository } from './messages.repository.ts';

export interface ChatDeps extends ApiDeps {
  administration: Pick<AdministrationArea, 'hospitals'>;
  notifications: Pick<Notify, 'notify' | 'withdraw'>;
  visits: VisitsArea;
}

/** Creates the chat area: messages between patient and doctor of a visit, with pictures and documents. */
export function createChatArea(deps: ChatDeps): void {
  const { transactions, routes, jobs, log, visits, notifications } = deps;
  const { hospitals } = deps.administration;
  const files = new AttachmentsRepository();
  const parts = {
    transactions,
    files,
    store: deps.files,
    judge: fileJudge(log),
    chats: new ChatRepository(),
    access: new ChatAccess({ visits, hospital: (tx) => hospitals.current(tx) }),
    notices: new ChatNotices({ notify: notifications }),
  };
  registerChatRoutes(routes, {
    chat: new ChatService({ ...parts, messages: new MessagesRepository() }),
    attachments: new AttachmentsService(parts),
  });
  jobs.define(sweepAttachmentsJob(transactions, files));
}
