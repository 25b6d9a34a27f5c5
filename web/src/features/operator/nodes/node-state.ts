import type { OperatedNode } from '@yunzhen/shared/operator/operator.contract';

export type NodeState = 'serving' | 'stopping' | 'silent' | 'draining' | 'drained';

/** Returns what a media node does: a drained one has no calls left. One of an api that does not know draining is never drained. */
export function nodeState({
  alive,
  draining,
  drainedSince,
  rooms,
}: Pick<OperatedNode, 'alive' | 'draining' | 'drainedSince' | 'rooms'>): NodeState {
  if (!alive) return 'silent';
  if (draining) return 'stopping';
  if (!drainedSince) return 'serving';
  return rooms > 0 ? 'draining' : 'drained';
}

/** Returns the other nodes that accept calls. */
export const otherServing = (nodes: readonly OperatedNode[], id: string): OperatedNode[] =>
  nodes.filter((node) => node.id !== id && nodeState(node) === 'serving');

/** Why the calls of a drained node stay on it; null while they move, and when there are none. */
export function whyCallsStay(node: OperatedNode, nodes: readonly OperatedNode[]): 'noRoom' | 'oldRelease' | null {
  if (nodeState(node) !== 'draining') return null;
  if (!node.movesCalls) return 'oldRelease';
  return otherServing(nodes, node.id).some(({ freeVisits }) => freeVisits > 0) ? null : 'noRoom';
}
