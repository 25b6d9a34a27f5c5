import type { ChatMessage } from '@yunzhen/shared/chat/chat.contract';
import type { Tx } from '../../platform/db/transaction.ts';
import { Service } from '../../platform/service.ts';
import type { Notify } from '../notifications/index.ts';
import type { VisitFacts } from '../visits/index.ts';
import type { ChatRole } from './chat.policy.ts';

/** A side with an open chat reads within this time and needs no notification. */
const patience = 60_000;

interface ChatNoticesDeps {
  notify: Pick<Notify, 'notify' | 'withdraw'>;
}

/**
 * Notifies a side of messages after a visit: once per unread stretch, and not when they are read within a minute. During a visit both sides have the
 * chat open.
 */
export class ChatNotices extends Service<ChatNoticesDeps> {
  /** `read`: the last sequence number that the other side has read. */
  async wrote(tx: Tx, visit: VisitFacts, message: ChatMessage, read: number): Promise<void> {
    const side = message.author.role === 'patient' ? 'doctor' : 'patient';
    const { name, nameLatin } = message.author;
    await this.deps.notify.notify(tx, {
      to: side === 'doctor' ? { accountId: visit.doctorAccountId } : { patientId: visit.patientId },
      template: 'chat.message',
      facts: { from: { name, nameLatin } },
      link: side === 'doctor' ? `/workbench/visits/${visit.id}` : `/visits/${visit.id}`,
      dedupe: keyOf(visit.id, side, read),
      notBefore: new Date(tx.now.getTime() + patience),
    });
  }

  /** `before`: the last sequence number that this side had read until now. */
  async seen(tx: Tx, visitId: string, side: ChatRole, before: number): Promise<void> {
    await this.deps.notify.withdraw(tx, keyOf(visitId, side, before));
  }
}

const keyOf = (visitId: string, side: ChatRole, read: number) => `chat ${visitId} ${side} ${read}`;
