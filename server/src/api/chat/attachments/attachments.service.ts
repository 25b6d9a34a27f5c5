import { createHash } from 'node:crypto';
import type { AttachmentFile } from '@yunzhen/shared/chat/chat.contract';
import { attachmentBytesOfVisitLimit, attachmentsOfVisitLimit } from '@yunzhen/shared/chat/chat.constants';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import type { VisitFacts } from '../../visits/index.ts';
import type { ChatAccess } from '../chat-access.ts';
import { chatNotFound, mayOpen } from '../chat.policy.ts';
import type { ChatRepository } from '../chat.repository.ts';
import type { AttachmentsRepository, NewFile, StoredFile } from './attachments.repository.ts';
import type { FileStore } from '../../../platform/files/store/file-store.ts';
import type { FileJudge } from '../../../platform/files/file-judge.ts';
import { safeFileName } from '../../../platform/files/file-name.ts';
import { Service } from '../../../platform/service.ts';

interface AttachmentsServiceDeps {
  transactions: Transactions;
  access: ChatAccess;
  chats: ChatRepository;
  files: AttachmentsRepository;
  judge: FileJudge;
  store: FileStore;
}

/** Stores pictures and documents of a chat. Types are determined from the bytes, and files are served as downloads, never as pages. */
export class AttachmentsService extends Service<AttachmentsServiceDeps> {
  /**
   * Stores a file under the page’s id; the same bytes under the same id return the first result. Throws `attachment.type-refused`,
   * `attachment.unsafe`, `attachment.too-many`, `chat.closed`, and `resource.conflict` when the id belongs to another file.
   */
  async add(context: ActorContext, visitId: string, id: string, bytes: Buffer): Promise<AttachmentFile> {
    const { transactions } = this.deps;
    const receivedSha256 = createHash('sha256').update(bytes).digest();
    const received = { id, receivedSha256 };
    const { earlier } = await transactions.run(context, (tx) => this.#admit(tx, context.actor, visitId, received));
    if (earlier) return earlier;
    // The slow check and the store run without a database connection or a lock on the chat.
    const { content, ...checked } = await this.deps.judge(bytes, context.requestId);
    const file = { ...received, ...checked, ...(await this.deps.store.put(context, content)) };
    return transactions.run(context, async (tx) => {
      const { visit, earlier: overtaken } = await this.#admit(tx, context.actor, visitId, received);
      if (overtaken) return overtaken;
      await this.deps.files.insert(tx, visitId, context.actor.accountId, file);
      const { type, width, height } = file;
      const kept = { id, type, bytes: content.length, width, height };
      await tx.audit('chat.attachment-added', {
        entity: 'chat-attachment',
        entityId: id,
        patientId: visit.patientId,
        details: { visitId, type, bytes: kept.bytes },
      });
      return kept;
    });
  }

  /** Locks the chat and returns whether the file exists; throws when it may not be added. */
  async #admit(
    tx: Tx,
    actor: Actor,
    visitId: string,
    received: Pick<NewFile, 'id' | 'receivedSha256'>,
  ): Promise<{ visit: VisitFacts; earlier: AttachmentFile | null }> {
    const { access, chats, files } = this.deps;
    const { visit, writing } = await access.hold(tx, actor, visitId);
    await chats.lock(tx, visitId);
    const earlier = await files.find(tx, visitId, received.id);
    if (earlier) {
      if (isRepeat(earlier, actor.accountId, received)) return { visit, earlier: toFile(earlier) };
      throw new AppError('resource.conflict', 'id belongs to another file');
    }
    if (!writing.writable) throw new AppError('chat.closed', `visit is ${visit.status}`);
    const { count, bytes } = await files.load(tx, visitId);
    if (count >= attachmentsOfVisitLimit || bytes >= attachmentBytesOfVisitLimit)
      throw new AppError('attachment.too-many', 'visit has the maximum number of attachments');
    return { visit, earlier: null };
  }

  /** Serves the file to both sides once it was sent, and to its uploader before. Each access is audited. */
  async read(
    context: ActorContext,
    visitId: string,
    id: string,
  ): Promise<{ content: Buffer; type: string; name: string }> {
    const { transactions, access, files, store } = this.deps;
    const { place, ...file } = await transactions.run(context, async (tx) => {
      const { visit } = await access.see(tx, context.actor, visitId);
      const file = await files.find(tx, visitId, id);
      const place = file && mayOpen(context.actor, file) ? await files.place(tx, visitId, id) : null;
      if (!file || !place) throw chatNotFound();
      await tx.audit('chat.attachment-read', {
        entity: 'chat-attachment',
        entityId: id,
        patientId: visit.patientId,
        details: { visitId, type: file.type },
      });
      return { place, type: file.type, name: file.name ?? safeFileName('', file.type) };
    });
    return { ...file, content: await store.get(place) };
  }
}

function isRepeat(file: StoredFile, accountId: string, received: Pick<NewFile, 'receivedSha256'>): boolean {
  return file.uploaderAccountId === accountId && file.receivedSha256.equals(received.receivedSha256);
}

function toFile({ id, type, bytes, width, height }: AttachmentFile): AttachmentFile {
  return { id, type, bytes, width, height };
}
