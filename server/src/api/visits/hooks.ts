import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import type { Tx } from '../../platform/db/transaction.ts';
import type { VisitRow } from './visit.entity.ts';

/** Who was and who is the doctor of a visit. */
export interface VisitMove {
  visitId: string;
  from: string;
  to: string;
  departmentId: string;
  /** The account of the former doctor. */
  formerAccountId: string;
}

type OnEnded = (tx: Tx, visit: VisitRow, status: VisitStatus) => Promise<void>;
type OnHandedOver = (tx: Tx, move: VisitMove) => Promise<void>;
type OnRoomChanged = (tx: Tx, visitId: string) => Promise<void>;
type OnGuestsAsked = (tx: Tx, visitId: string) => Promise<readonly { accountId: string }[]>;

/**
 * Where other areas join in what happens to a visit. Handlers run in the transaction of the change, in the order in which they were
 * registered (areas.ts).
 */
export class VisitHooks {
  readonly #ended: OnEnded[] = [];
  readonly #handedOver: OnHandedOver[] = [];
  readonly #roomChanged: OnRoomChanged[] = [];
  readonly #guestsAsked: OnGuestsAsked[] = [];

  /** The visit has come to an end, whichever. */
  onVisitEnded(handler: OnEnded): void {
    this.#ended.push(handler);
  }

  /** The visit is another doctor’s now. What an area stores for the doctor of a visit goes with it. */
  onHandedOver(handler: OnHandedOver): void {
    this.#handedOver.push(handler);
  }

  /** Last in a transaction that changed who may be in the call of the visit; its lock is held. */
  onRoomChanged(handler: OnRoomChanged): void {
    this.#roomChanged.push(handler);
  }

  /** Names the accounts of guests in the call of the visit, who are told of its changes too. */
  onGuestsAsked(handler: OnGuestsAsked): void {
    this.#guestsAsked.push(handler);
  }

  async ended(...event: Parameters<OnEnded>): Promise<void> {
    for (const handler of this.#ended) await handler(...event);
  }

  async handedOver(...event: Parameters<OnHandedOver>): Promise<void> {
    for (const handler of this.#handedOver) await handler(...event);
  }

  async roomChanged(...event: Parameters<OnRoomChanged>): Promise<void> {
    for (const handler of this.#roomChanged) await handler(...event);
  }

  async guests(...event: Parameters<OnGuestsAsked>): Promise<readonly { accountId: string }[]> {
    const found: { accountId: string }[] = [];
    for (const handler of this.#guestsAsked) found.push(...(await handler(...event)));
    return found;
  }
}
