import { useMutation } from '@pinia/colada';
import type { Attachment } from '@yunzhen/shared/chat/chat.contract';
import { offerFile } from '../../../ui/index.ts';
import { useAttachmentFiles } from './attachment-files.ts';

/** Fetches a file of the chat and downloads it to this device. */
export function useFileSaving() {
  const files = useAttachmentFiles();
  return useMutation({
    mutation: async ({ id, name }: Attachment) => offerFile(await files.blob(id), name),
  });
}
