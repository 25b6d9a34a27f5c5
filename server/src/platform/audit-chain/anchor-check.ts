import type { Tx } from '../db/transaction.ts';
import type { JsonValue } from '../signing/canonical-json.ts';
import { anchorPayload, anchorType, type AnchorPayload, type FoundAnchor } from './anchor.ts';
import type { ReadableCopies } from './anchor-copies.ts';
import type { AnchorStore } from './anchor-store.ts';

/** Verifies a signature of the hospital; null when it is not valid. */
export type ReadSeal = (tx: Tx, type: string, signed: string) => Promise<JsonValue | null>;

/** An anchor with its signed statement; null when the hospital did not sign it. */
export interface CheckedAnchor extends FoundAnchor {
  states: AnchorPayload | null;
}

/** Finds the anchors of a section of the chain, in the database and in the copies, and checks their signatures. */
export class AnchorCheck {
  readonly #store: AnchorStore;
  readonly #copies: ReadableCopies | null;
  readonly #readSeal: ReadSeal;

  constructor(store: AnchorStore, copies: ReadableCopies | null, readSeal: ReadSeal) {
    this.#store = store;
    this.#copies = copies;
    this.#readSeal = readSeal;
  }

  /** Returns anchors that cover more than `after` and at most `upto` links, smallest first. */
  async between(tx: Tx, after: number, upto: number): Promise<CheckedAnchor[]> {
    const found = await this.#store.beyond(tx, after, Math.min(upto, Number.MAX_SAFE_INTEGER));
    for (const size of (await this.#copies?.sizes(tx.hospitalId)) ?? [])
      if (size > after && size <= upto) found.push(await this.#copy(tx.hospitalId, size));
    const checked: CheckedAnchor[] = [];
    for (const anchor of found.sort((a, b) => a.size - b.size)) {
      const { data } = anchorPayload.safeParse(await this.#readSeal(tx, anchorType, anchor.signed));
      const states = data?.hospital === tx.hospitalId && data.size === anchor.size ? data : null;
      checked.push({ ...anchor, states });
    }
    return checked;
  }

  async #copy(hospitalId: string, size: number): Promise<FoundAnchor> {
    // An unreadable copy counts neither for nor against the chain.
    const file = await this.#copies?.read(hospitalId, size).catch(() => null);
    return { size, signed: file?.anchor ?? '', from: 'copy' };
  }
}
