import { listMessages, readAttachment } from '@yunzhen/shared/chat/chat.contract';
import type { QueryInputOf } from '@yunzhen/shared/core/route';
import { api } from '../../core/api/index.ts';

// The thread catches up by message version (thread/chat-thread.ts), so these are not cached queries.

export function fetchMessages(visitId: string, query: QueryInputOf<typeof listMessages>) {
  return api.call(listMessages, { params: { visitId }, query });
}

/** Every call is an audited read. */
export function fetchAttachment(visitId: string, attachmentId: string): Promise<Blob> {
  return api.callFile(readAttachment, { params: { visitId, attachmentId } });
}
