import type { ChainFault } from '@yunzhen/shared/core/audit';
import type { Tx } from '../db/transaction.ts';
import type { AnchorCheck, CheckedAnchor } from './anchor-check.ts';
import { hashOfContent, hashOfLink } from './chain-hashes.ts';
import type { ChainLink, ChainReader, EntryPlace, Source } from './chain-reader.ts';

/** The first fault of a chain. */
export interface BrokenEntry {
  fault: ChainFault;
  /** The number of the link; null for an entry without a link. */
  seq: number | null;
  source: Source | null;
  entryId: string | null;
}

/** The progress of a check: links in order, then each table for entries without a link. */
export type CheckPlace = { part: 'links'; seq: number } | ({ part: Source } & EntryPlace);

export interface CheckStep {
  /** Links checked so far, from the start. */
  checked: number;
  total: number;
  /** Null when everything is checked or a fault was found. */
  next: CheckPlace | null;
  broken: BrokenEntry | null;
  /** The links of this step, for callers that compute further hashes. */
  links: readonly ChainLink[];
  /** Anchors of these links. */
  anchors: readonly CheckedAnchor[];
}

export interface CheckParts {
  reader: ChainReader;
  anchors: AnchorCheck;
}

export const checkStart: CheckPlace = { part: 'links', seq: 0 };

const beforeFirst: EntryPlace = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };
const linksAtOnce = 2_000;
const entriesAtOnce = 20_000;

/** Returns what is wrong with a link that should follow `before`; null when nothing is. */
export function faultOf(link: ChainLink, before: { seq: number; hash: Buffer }): ChainFault | null {
  if (link.seq !== before.seq + 1) return 'gap';
  if (!link.prevHash.equals(before.hash)) return 'out-of-order';
  if (link.content === null) return 'missing';
  if (!hashOfContent(link.content).equals(link.contentHash)) return 'changed';
  return hashOfLink(link).equals(link.hash) ? null : 'out-of-order';
}

/** Checks one section of the chain of the transaction's hospital. Seals the chain before the first section. */
export async function checkStep(tx: Tx, parts: CheckParts, place: CheckPlace): Promise<CheckStep> {
  const { reader } = parts;
  const end = await reader.end(tx);
  if (place.part === 'links') return checkLinks(tx, parts, place.seq, end);
  const { count, last, unlinked } = await reader.entries(tx, place.part, place, entriesAtOnce);
  const broken: BrokenEntry | null = unlinked
    ? { fault: 'not-linked', seq: null, source: place.part, entryId: unlinked }
    : null;
  const further: CheckPlace | null = place.part === 'audit' ? { part: 'event', ...beforeFirst } : null;
  const next = count === entriesAtOnce && last ? { part: place.part, ...last } : further;
  return { checked: end.seq, total: end.seq, next: broken ? null : next, broken, links: [], anchors: [] };
}

async function checkLinks(
  tx: Tx,
  { reader, anchors: anchorCheck }: CheckParts,
  seq: number,
  end: { seq: number; hash: Buffer },
): Promise<CheckStep> {
  const links = await reader.after(tx, seq, linksAtOnce);
  const whole = links.length < linksAtOnce;
  // Include anchors beyond the end: the links that they cover must have existed.
  const anchors = await anchorCheck.between(tx, seq, whole ? Infinity : (links.at(-1)?.seq ?? seq));
  let before = { seq, hash: (await reader.hashAt(tx, seq)) ?? Buffer.alloc(0) };
  for (const [index, link] of links.entries()) {
    const fault = faultOf(link, before) ?? (anchors.some((anchor) => denies(anchor, link)) ? 'anchor' : null);
    if (fault) return stopped(link, fault, before.seq, end.seq);
    before = link;
    // Yield to other requests.
    if (index % 200 === 199) await new Promise((resolve) => setImmediate(resolve));
  }
  const isCut = before.seq < end.seq || (before.seq === end.seq && !before.hash.equals(end.hash));
  if (whole && (isCut || anchors.some(({ size }) => size > before.seq))) {
    const broken: BrokenEntry = { fault: 'cut', seq: before.seq + 1, source: null, entryId: null };
    return { checked: before.seq, total: Math.max(end.seq, before.seq), next: null, broken, links, anchors };
  }
  const next: CheckPlace = whole ? { part: 'audit', ...beforeFirst } : { part: 'links', seq: before.seq };
  return { checked: before.seq, total: Math.max(end.seq, before.seq), next, broken: null, links, anchors };
}

/** Returns whether an anchor of this size contradicts the link's hash, or is not signed by the hospital. */
const denies = ({ size, states }: CheckedAnchor, link: ChainLink): boolean =>
  size === link.seq && states?.head !== link.hash.toString('hex');

function stopped(link: ChainLink, fault: ChainFault, checked: number, total: number): CheckStep {
  const seq = fault === 'gap' ? checked + 1 : link.seq;
  const named = fault === 'gap' ? { source: null, entryId: null } : { source: link.source, entryId: link.entryId };
  const broken: BrokenEntry = { fault, seq, ...named };
  return { checked, total: Math.max(total, checked), next: null, broken, links: [], anchors: [] };
}
