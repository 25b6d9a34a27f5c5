import type { Actor } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { VisitFacts, VisitsModule } from '../visits/index.ts';
import { chatNotFound, sideOf, type ChatRole } from './chat.policy.ts';

export interface Party {
  visit: VisitFacts;
  side: ChatRole;
}

/** The patient and the doctor of a visit; for everybody else its chat does not exist. */
export class ChatAccess {
  readonly #visits: Pick<VisitsModule, 'getVisit' | 'holdVisit'>;

  constructor(visits: Pick<VisitsModule, 'getVisit' | 'holdVisit'>) {
    this.#visits = visits;
  }

  async see(tx: Tx, actor: Actor, visitId: string): Promise<Party> {
    return partyOf(actor, await this.#visits.getVisit(tx, visitId));
  }

  /** As `see`, and the visit does not end before the transaction does. */
  async hold(tx: Tx, actor: Actor, visitId: string): Promise<Party> {
    return partyOf(actor, await this.#visits.holdVisit(tx, visitId));
  }
}

function partyOf(actor: Actor, visit: VisitFacts): Party {
  const side = sideOf(actor, visit);
  if (side === null) throw chatNotFound();
  return { visit, side };
}
