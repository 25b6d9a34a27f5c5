import { useMutation } from '@pinia/colada';
import { markRead, sendMessage, uploadAttachment } from '@yunzhen/shared/chat/chat.contract';
import { api } from '../../core/api/index.ts';
import { upload } from '../../core/api/tab-upload.ts';
import type { OutgoingFile, OutgoingMessage } from './outbox/outgoing.ts';
import type { ChatThread } from './thread/chat-thread.ts';

// The outbox retries across reloads, under the ids of message and file (outbox/outbox.ts).

export function postMessage(visitId: string, { id, text, files }: OutgoingMessage, signal: AbortSignal) {
  return api.call(sendMessage, {
    params: { visitId, messageId: id },
    body: { text, attachments: files.map((file) => ({ id: file.id, name: file.name })) },
    signal,
  });
}

export function uploadFile(visitId: string, { id, content }: OutgoingFile, options: Parameters<typeof upload>[2]) {
  return upload(uploadAttachment, { params: { visitId, attachmentId: id }, file: content }, options);
}

export function postReadMark(visitId: string, sequence: number) {
  return api.call(markRead, { params: { visitId }, body: { sequence } });
}

/** Loads earlier messages of the chat. */
export const useOlderMessages = (thread: Pick<ChatThread, 'older'>) => useMutation({ mutation: () => thread.older() });
