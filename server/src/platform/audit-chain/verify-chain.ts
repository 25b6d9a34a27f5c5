import { systemContext } from '../context.ts';
import type { Transactions } from '../db/transaction.ts';
import {
  checkStart,
  checkStep,
  type BrokenEntry,
  type CheckParts,
  type CheckPlace,
  type CheckStep,
} from './chain-check.ts';
import { sealChain } from './chain-sealer.ts';
import { MerkleEdge } from './merkle.ts';

export interface ChainVerdict {
  entries: number;
  /** Anchors that match, in the database and in the copies. */
  anchors: { database: number; copy: number };
  broken: BrokenEntry | null;
}

/** Checks the whole chain of a hospital, and the Merkle root of each anchor. */
export async function verifyChain(
  transactions: Transactions,
  hospitalId: string,
  parts: CheckParts,
): Promise<ChainVerdict> {
  await sealChain(transactions, hospitalId);
  const context = systemContext(hospitalId, 'audit-verify');
  const edge = new MerkleEdge();
  const anchors = { database: 0, copy: 0 };
  let entries = 0;
  for (let place: CheckPlace | null = checkStart; place;) {
    const at: CheckPlace = place;
    const step: CheckStep = await transactions.run(context, (tx) => checkStep(tx, parts, at));
    const broken = step.broken ?? wrongRoot(step, edge);
    if (broken) return { entries: step.checked, anchors, broken };
    for (const { from } of step.anchors) anchors[from]++;
    entries = step.checked;
    place = step.next;
  }
  return { entries, anchors, broken: null };
}

/** How far the links of a chain have been verified. */
export interface LinksProgress {
  seq: number;
  readonly edge: MerkleEdge;
}

export const startOfLinks = (): LinksProgress => ({ seq: 0, edge: new MerkleEdge() });

/** Verifies the links after those of `progress`, which it moves on, with their entries and anchors. Links no entries, unlike `verifyChain`. */
export async function verifyLinks(
  transactions: Transactions,
  hospitalId: string,
  parts: CheckParts,
  progress: LinksProgress,
): Promise<BrokenEntry | null> {
  const context = systemContext(hospitalId, 'verify-links');
  for (let place: CheckPlace | null = { part: 'links', seq: progress.seq }; place?.part === 'links';) {
    const at: CheckPlace = place;
    const step: CheckStep = await transactions.run(context, (tx) => checkStep(tx, parts, at));
    const broken = step.broken ?? wrongRoot(step, progress.edge);
    if (broken) return broken;
    progress.seq = step.checked;
    place = step.next;
  }
  return null;
}

function wrongRoot({ links, anchors }: CheckStep, edge: MerkleEdge): BrokenEntry | null {
  for (const link of links) {
    edge.add(link.hash);
    const here = anchors.filter(({ size }) => size === edge.size);
    if (here.some(({ states }) => states?.root !== edge.root().toString('hex')))
      return { fault: 'anchor', seq: link.seq, source: link.source, entryId: link.entryId };
  }
  return null;
}
