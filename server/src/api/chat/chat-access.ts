import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { Service } from '../../platform/service.ts';
import type { VisitFacts, VisitsArea } from '../visits/index.ts';
import { chatDaysOf, type Hospital } from '../administration/index.ts';
import { chatNotFound, sideOf, writingIn, type ChatRole } from './chat.policy.ts';

export interface Party {
  visit: VisitFacts;
  side: ChatRole;
  /** Whether messages can be sent now, and until when; null while there is no end. */
  writing: { writable: boolean; until: Date | null };
}

interface ChatAccessDeps {
  visits: Pick<VisitsArea, 'getVisit' | 'holdVisit'>;
  hospital: (tx: Tx) => Promise<Hospital>;
}

/** Admits the patient and the doctor of a visit to its chat; all others get `resource.not-found`. */
export class ChatAccess extends Service<ChatAccessDeps> {
  async see(tx: Tx, actor: Actor, visitId: string): Promise<Party> {
    return this.#party(tx, actor, await this.deps.visits.getVisit(tx, visitId));
  }

  /** Like `see`, with a lock that keeps the visit from ending before the transaction. */
  async hold(tx: Tx, actor: Actor, visitId: string): Promise<Party> {
    return this.#party(tx, actor, await this.deps.visits.holdVisit(tx, visitId));
  }

  async #party(tx: Tx, actor: Actor, visit: VisitFacts): Promise<Party> {
    const side = sideOf(actor, visit);
    if (side === null) throw chatNotFound();
    return { visit, side, writing: writingIn(visit, await this.daysAfterVisit(tx), tx.now) };
  }

  /** Returns for how many days after a visit the hospital allows messages. */
  async daysAfterVisit(tx: Tx): Promise<number> {
    return chatDaysOf((await this.deps.hospital(tx)).settings);
  }
}
