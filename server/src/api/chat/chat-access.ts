import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { VisitFacts, VisitsArea } from '../visits/index.ts';
import { chatDaysOf, type Hospital } from '../administration/index.ts';
import { chatNotFound, sideOf, writingIn, type ChatRole } from './chat.policy.ts';

export interface Party {
  visit: VisitFacts;
  side: ChatRole;
  /** Whether it may be written in now, and until when; null while no end is in sight. */
  writing: { writable: boolean; until: Date | null };
}

/** The patient and the doctor of a visit; for everybody else its chat does not exist. */
export class ChatAccess {
  readonly #visits: Pick<VisitsArea, 'getVisit' | 'holdVisit'>;
  readonly #hospital: (tx: Tx) => Promise<Hospital>;

  constructor(visits: Pick<VisitsArea, 'getVisit' | 'holdVisit'>, hospital: (tx: Tx) => Promise<Hospital>) {
    this.#visits = visits;
    this.#hospital = hospital;
  }

  async see(tx: Tx, actor: Actor, visitId: string): Promise<Party> {
    return this.#party(tx, actor, await this.#visits.getVisit(tx, visitId));
  }

  /** As `see`, and the visit does not end before the transaction does. */
  async hold(tx: Tx, actor: Actor, visitId: string): Promise<Party> {
    return this.#party(tx, actor, await this.#visits.holdVisit(tx, visitId));
  }

  async #party(tx: Tx, actor: Actor, visit: VisitFacts): Promise<Party> {
    const side = sideOf(actor, visit);
    if (side === null) throw chatNotFound();
    return { visit, side, writing: writingIn(visit, await this.daysAfterVisit(tx), tx.now) };
  }

  /** For how many days after a visit the hospital lets its chat be written in. */
  async daysAfterVisit(tx: Tx): Promise<number> {
    return chatDaysOf((await this.#hospital(tx)).settings);
  }
}
