import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** How a request of a media node authenticates: with the key of that node, or with the secret that all nodes of the release before share. */
export type NodeCredential = 'own' | 'shared';

/** Derives the key of one node from the installation’s `NODE_SECRET` (docs/operations/keys.md). It authenticates no other node. */
export function nodeKey(secret: string, nodeId: string): string {
  return createHmac('sha256', secret).update(`yunzhen media node ${nodeId}`).digest('hex');
}

/** Returns which credential of the node the header `Authorization` contains; null for neither. */
export function nodeCredential(
  authorization: string | undefined,
  secret: string,
  nodeId: string,
): NodeCredential | null {
  const given = digestOf(authorization ?? '');
  const isOwn = timingSafeEqual(given, digestOf(`Bearer ${nodeKey(secret, nodeId)}`));
  const isShared = timingSafeEqual(given, digestOf(`Bearer ${secret}`));
  if (isOwn) return 'own';
  return isShared ? 'shared' : null;
}

const digestOf = (value: string) => createHash('sha256').update(value).digest();
