import type { AttachmentType } from '@yunzhen/shared/chat/chat.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Logger } from '../logging/logger.ts';
import { kindOf } from './file-kind.ts';
import { inTurn } from './in-turn.ts';
import { objectionToPdf } from './pdf-scan.ts';
import { rewritePicture } from './picture.ts';

/** A file as it is stored: pictures re-encoded, documents unchanged. */
export interface JudgedFile {
  type: AttachmentType;
  content: Buffer;
  width: number | null;
  height: number | null;
}

/** Throws `attachment.type-refused`, `attachment.unsafe`, and `service.unavailable` when too many are queued. */
export type FileJudge = (bytes: Buffer, requestId: string) => Promise<JudgedFile>;

/** One file at a time in the whole process: a picture may need some 200 MB, a hostile document seconds. */
const turn = inTurn(16);

/** Checks files by their bytes, never by their names. */
export function fileJudge(log: Logger): FileJudge {
  return (bytes, requestId) =>
    turn(async () => {
      const type = kindOf(bytes);
      if (type === null) throw new AppError('attachment.type-refused', 'file type is not accepted');
      if (type !== 'application/pdf') return rewritePicture(bytes, type);
      const objection = await objectionToPdf(bytes);
      if (objection) {
        log.info({ requestId, objection }, 'document is not valid');
        throw new AppError('attachment.unsafe', `document is not safe: ${objection}`);
      }
      return { type, content: bytes, width: null, height: null };
    });
}

/** Returns a checked picture. Throws as `judge` does, and `attachment.type-refused` for a document. */
export async function judgePicture(judge: FileJudge, bytes: Buffer, requestId: string): Promise<Buffer> {
  const { type, content } = await judge(bytes, requestId);
  if (type === 'application/pdf')
    throw new AppError('attachment.type-refused', 'file is not a PNG, JPEG or WebP image');
  return content;
}
