import type {
  drainMediaNode,
  listMediaNodes,
  OperatedNode,
  Operator,
} from '@yunzhen/shared/operator/operator.contract';
import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import { AppError } from '@yunzhen/shared/core/errors';
import type { RequestContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import type { CallsArea, ListedNode } from '../../calls/index.ts';
import type { OperatorDoor } from '../operator-door.service.ts';
import type { OperatorLogRepository } from '../operator-log.repository.ts';
import type { OperatorTransactions } from '../operator-transactions.ts';

export type NodeOrders = Pick<CallsArea, 'mediaNodes' | 'drainNode' | 'releaseNode'>;

interface OperatedNodesDeps {
  transactions: OperatorTransactions;
  door: Pick<OperatorDoor, 'withFreshCode'>;
  log: OperatorLogRepository;
  calls: NodeOrders;
}

/** Lets operators take media nodes out of service and back. */
export class OperatedNodes extends Service<OperatedNodesDeps> {
  async list(): Promise<ResponseOf<typeof listMediaNodes>> {
    return { items: (await this.deps.calls.mediaNodes()).map(toOperatedNode) };
  }

  /**
   * Drains a node, with a fresh code because patients may find no other one. Idempotent. Throws `resource.not-found`, and `resource.conflict` for the last
   * node that accepts calls unless the operator accepts that.
   */
  async drain(
    context: RequestContext,
    operator: Operator,
    nodeId: string,
    { code, last }: BodyOf<typeof drainMediaNode>,
  ): Promise<OperatedNode> {
    const { calls, door, log } = this.deps;
    await door.withFreshCode(context, operator, { code, action: 'node.drained' }, async (tx) => {
      const changed = await calls.drainNode(tx, nodeId, { last });
      const details = { last };
      if (changed) await log.write(tx, 'node.drained', { operatorId: operator.id, subject: nodeId, details });
    });
    return this.#view(nodeId);
  }

  /** Takes a node back into service, without a code: a mistaken drain is undone at once. Idempotent. Throws `resource.not-found`. */
  async release(context: RequestContext, operator: Operator, nodeId: string): Promise<OperatedNode> {
    const { calls, log, transactions } = this.deps;
    await transactions.run(context, async (tx) => {
      const changed = await calls.releaseNode(tx, nodeId);
      if (changed) await log.write(tx, 'node.released', { operatorId: operator.id, subject: nodeId });
    });
    return this.#view(nodeId);
  }

  async #view(nodeId: string): Promise<OperatedNode> {
    const node = (await this.deps.calls.mediaNodes()).find(({ id }) => id === nodeId);
    if (!node) throw new AppError('resource.not-found', 'media node not found');
    return toOperatedNode(node);
  }
}

/** Returns a node without its address, as operators see it. */
export function toOperatedNode({ url: _url, lastSeenAt, drainedSince, ...node }: ListedNode): OperatedNode {
  return { ...node, lastSeenAt: lastSeenAt.toISOString(), drainedSince: drainedSince?.toISOString() ?? null };
}
