import type { ChatMessage } from '@yunzhen/shared/chat/chat.contract';
import type { Tx } from '../../platform/db/transaction.ts';
import type { Notify } from '../notifications/index.ts';
import type { VisitFacts } from '../visits/index.ts';
import type { ChatRole } from './chat.policy.ts';

/** Whoever has the chat open reads within this time, and then is told nothing. */
const patience = 60_000;

/**
 * During a visit both sides sit at the chat. After it they are told that something was written: once for each stretch that they have
 * not read, and not at all when they read it within a minute.
 */
export class ChatNotices {
  readonly #notify: Pick<Notify, 'notify' | 'withdraw'>;

  constructor(notify: Pick<Notify, 'notify' | 'withdraw'>) {
    this.#notify = notify;
  }

  /** `read`: up to which place the other side has read. */
  async wrote(tx: Tx, visit: VisitFacts, message: ChatMessage, read: number): Promise<void> {
    const side = message.author.role === 'patient' ? 'doctor' : 'patient';
    const { name, nameLatin } = message.author;
    await this.#notify.notify(tx, {
      to: side === 'doctor' ? { accountId: visit.doctorAccountId } : { patientId: visit.patientId },
      template: 'chat.message',
      facts: { from: { name, nameLatin } },
      link: side === 'doctor' ? `/workbench/visits/${visit.id}` : `/visits/${visit.id}`,
      dedupe: keyOf(visit.id, side, read),
      notBefore: new Date(tx.now.getTime() + patience),
    });
  }

  /** `before`: up to which place this side had read until now. */
  async seen(tx: Tx, visitId: string, side: ChatRole, before: number): Promise<void> {
    await this.#notify.withdraw(tx, keyOf(visitId, side, before));
  }
}

const keyOf = (visitId: string, side: ChatRole, read: number) => `chat ${visitId} ${side} ${read}`;
