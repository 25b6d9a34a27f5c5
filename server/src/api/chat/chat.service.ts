import type { ChatMessage, listMessages } from '@yunzhen/shared/chat/chat.contract';
import type { ResponseOf } from '@yunzhen/shared/core/route';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../platform/context.ts';
import type { Transactions, Tx } from '../../platform/db/transaction.ts';
import type { VisitFacts } from '../visits/index.ts';
import type { AttachmentsRepository } from './attachments/attachments.repository.ts';
import { safeFileName } from '../../platform/files/file-name.ts';
import { Service } from '../../platform/service.ts';
import { emitEvent } from '../core/domain-events.ts';
import type { ChatAccess } from './chat-access.ts';
import { chatNotFound, type ChatRole } from './chat.policy.ts';
import type { ChatNotices } from './chat-notices.ts';
import type { ChatRepository } from './chat.repository.ts';
import type { MessagesRepository, Window } from './messages.repository.ts';

interface ChatServiceDeps {
  transactions: Transactions;
  access: ChatAccess;
  chats: ChatRepository;
  messages: MessagesRepository;
  files: AttachmentsRepository;
  notices: ChatNotices;
}

export interface Draft {
  text: string;
  attachments: readonly { id: string; name: string }[];
}

/** Handles the chat between patient and doctor of a visit: each message exactly once, in one order, stored permanently. */
export class ChatService extends Service<ChatServiceDeps> {
  /**
   * Lists messages. Opening the chat or scrolling back is always audited; catching up is audited only with the sequence numbers that it returned. So
   * the trail grows with what was seen, not with the number of requests.
   */
  list(context: ActorContext, visitId: string, window: Window): Promise<ResponseOf<typeof listMessages>> {
    const { transactions, access, chats, messages } = this.deps;
    return transactions.run(context, async (tx) => {
      const { visit, side, writing } = await access.see(tx, context.actor, visitId);
      // The counter is read first: a message in between is announced and fetched next.
      const chat = await chats.find(tx, visitId);
      const items = await messages.list(tx, visitId, window);
      const [first, last] = [items[0], items.at(-1)];
      const isLook = window.limit > 0 && window.after === undefined;
      if (isLook || items.length > 0) {
        await this.#audit(tx, 'chat.read', visit, { from: first?.sequence ?? 0, to: last?.sequence ?? 0 });
      }
      return {
        you: side,
        items,
        last: Math.max(chat?.lastSequence ?? 0, last?.sequence ?? 0),
        read: chat?.read ?? { patient: 0, doctor: 0 },
        writable: writing.writable,
        writableUntil: writing.until?.toISOString() ?? null,
      };
    });
  }

  /**
   * Stores a message once under the page’s id; retries return the first result, even after the visit has ended. Throws `chat.message-differs` when
   * the id belongs to another message, `chat.closed`, and `resource.not-found` for a file of another account or visit, or one already sent.
   */
  send(context: ActorContext, visitId: string, id: string, draft: Draft): Promise<ChatMessage> {
    const { transactions, access, chats, messages, notices } = this.deps;
    return transactions.run(context, async (tx) => {
      const { visit, side, writing } = await access.hold(tx, context.actor, visitId);
      const { lastSequence, read } = await chats.lock(tx, visitId);
      const earlier = await messages.find(tx, visitId, id);
      if (earlier) {
        if (isSame(earlier, context.actor.accountId, draft)) return earlier;
        throw new AppError('chat.message-differs', 'id belongs to another message');
      }
      if (!writing.writable) throw new AppError('chat.closed', `visit is ${visit.status}`);
      const sequence = lastSequence + 1;
      await chats.advance(tx, visitId, sequence);
      // A sender who has read everything has also read the new message.
      if (read[side] === lastSequence) await chats.markRead(tx, visitId, side, sequence);
      await messages.insert(tx, visitId, {
        id,
        sequence,
        authorAccountId: context.actor.accountId,
        authorRole: side,
        text: draft.text,
      });
      await this.#nameFiles(tx, context.actor.accountId, visitId, id, draft);
      await this.#audit(tx, 'chat.message-sent', visit, { sequence, attachments: draft.attachments.length });
      await this.#announce(tx, 'chat.message-sent', visit, sequence);
      const sent = await messages.find(tx, visitId, id);
      if (!sent) throw new Error('message is missing after it was stored');
      if (visit.endedAt !== null) await notices.wrote(tx, visit, sent, read[otherSide(side)]);
      return sent;
    });
  }

  async #nameFiles(tx: Tx, accountId: string, visitId: string, messageId: string, draft: Draft): Promise<void> {
    const { files } = this.deps;
    for (const [position, { id, name }] of draft.attachments.entries()) {
      const file = await files.find(tx, visitId, id);
      if (!file) throw chatNotFound();
      const named = { id, messageId, position, name: safeFileName(name, file.type) };
      if (!(await files.name(tx, visitId, accountId, named))) throw chatNotFound();
    }
  }

  /** Sets the caller’s read mark, never backwards or past the last message, and notifies the other side’s pages. */
  markRead(context: ActorContext, visitId: string, wanted: number): Promise<{ sequence: number }> {
    const { transactions, access, chats, notices } = this.deps;
    return transactions.run(context, async (tx) => {
      const { visit, side } = await access.see(tx, context.actor, visitId);
      const before = await chats.find(tx, visitId);
      if (!before || Math.min(wanted, before.lastSequence) <= before.read[side])
        return { sequence: before?.read[side] ?? 0 };
      const chat = await chats.lock(tx, visitId);
      const sequence = Math.max(chat.read[side], Math.min(wanted, chat.lastSequence));
      if (sequence === chat.read[side]) return { sequence };
      await chats.markRead(tx, visitId, side, sequence);
      await notices.seen(tx, visitId, side, chat.read[side]);
      await this.#audit(tx, 'chat.read', visit, { seenUpTo: sequence });
      await this.#announce(tx, 'chat.seen', visit, chat.lastSequence);
      return { sequence };
    });
  }

  #audit(tx: Tx, action: 'chat.read' | 'chat.message-sent', visit: VisitFacts, details: Record<string, number>) {
    return tx.audit(action, { entity: 'chat', entityId: visit.id, patientId: visit.patientId, details });
  }

  #announce(tx: Tx, type: 'chat.message-sent' | 'chat.seen', visit: VisitFacts, version: number): Promise<void> {
    const patient = visit.patientAccountId === null ? [] : [visit.patientAccountId];
    const to = { accountIds: [...patient, visit.doctorAccountId] };
    return emitEvent(tx, type, {
      entityId: visit.id,
      visitId: visit.id,
      changes: [{ entity: 'chat', id: visit.id, version, to }],
    });
  }
}

const otherSide = (side: ChatRole): ChatRole => (side === 'patient' ? 'doctor' : 'patient');

function isSame(message: ChatMessage, accountId: string, draft: Draft): boolean {
  return (
    message.author.accountId === accountId &&
    message.text === draft.text &&
    message.attachments.length === draft.attachments.length &&
    message.attachments.every((file, at) => {
      const asked = draft.attachments[at];
      return asked?.id === file.id && safeFileName(asked.name, file.type) === file.name;
    })
  );
}
