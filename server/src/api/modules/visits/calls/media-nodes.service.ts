import type { NodeHeartbeat } from '@yunzhen/shared/contract/call-nodes';
import type { Clock } from '../../../../platform/clock.ts';
import { systemContext } from '../../../../platform/context.ts';
import type { Transactions } from '../../../../platform/db/transaction.ts';
import type { MediaNodesRepository } from './media-nodes.repository.ts';

/** A node that was silent for longer counts as dead: three heartbeats of two seconds. */
const aliveMilliseconds = 6_000;

export function aliveSince(now: Date): Date {
  return new Date(now.getTime() - aliveMilliseconds);
}

/** Nodes belong to no hospital: under this id row-level security shows no tenant’s row and takes none. */
const noHospital = '00000000-0000-0000-0000-000000000000';

/** Keeps track of media nodes by their heartbeats, and tells each which rooms are over. */
export class MediaNodesService {
  readonly #transactions: Transactions;
  readonly #nodes: MediaNodesRepository;
  readonly #clock: Clock;
  /** For each node, the hospital of each visit of its last heartbeat: spares a search through all hospitals. */
  readonly #hospitalOf = new Map<string, Map<string, string>>();

  constructor(transactions: Transactions, nodes: MediaNodesRepository, clock: Clock) {
    this.#transactions = transactions;
    this.#nodes = nodes;
    this.#clock = clock;
  }

  /**
   * Records the heartbeat. The answer names the visits whose room is to close: ended, moved to another node, or known to
   * no hospital.
   */
  async heartbeat(nodeId: string, beat: NodeHeartbeat): Promise<{ closeVisitIds: string[] }> {
    const { visitIds, ...described } = beat;
    const hospitals = await this.#transactions.run(systemContext(noHospital, `heartbeat ${nodeId}`), async (tx) => {
      await this.#nodes.upsert(tx, { id: nodeId, ...described, lastSeenAt: tx.now });
      return visitIds.length > 0 ? this.#nodes.hospitals(tx) : [];
    });
    const known = this.#hospitalOf.get(nodeId) ?? new Map<string, string>();
    const found = new Map<string, string>();
    const close: string[] = [];
    for (const hospitalId of hospitals) {
      // A visit whose hospital is known is asked for there only; one that is not, everywhere until it is found.
      const asked = visitIds.filter((id) => !found.has(id) && (known.get(id) ?? hospitalId) === hospitalId);
      if (asked.length === 0) continue;
      const placements = await this.#transactions.run(systemContext(hospitalId, `heartbeat ${nodeId}`), (tx) =>
        this.#nodes.placements(tx, asked, nodeId),
      );
      for (const { visitId, here } of placements) {
        found.set(visitId, hospitalId);
        if (!here) close.push(visitId);
      }
    }
    this.#hospitalOf.set(nodeId, found);
    return { closeVisitIds: [...close, ...visitIds.filter((id) => !found.has(id))] };
  }

  /** True while at least one node takes calls. */
  anyServing(): Promise<boolean> {
    return this.#transactions.run(
      systemContext(noHospital, 'readiness'),
      async (tx) => (await this.#nodes.leastLoaded(tx, aliveSince(this.#clock.now()))) !== null,
    );
  }
}
