import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { AppError } from '@yunzhen/shared/core/errors';
import type { AnchorStore } from '../../../platform/audit-chain/anchor-store.ts';
import type { ChainLink, ChainReader } from '../../../platform/audit-chain/chain-reader.ts';
import { sealChain } from '../../../platform/audit-chain/chain-sealer.ts';
import { hashOfLeaf, MerkleLeaves } from '../../../platform/audit-chain/merkle.ts';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { AnchorsService } from './anchors.service.ts';

const script = new URL('./verify-proof.mjs', import.meta.url);
const hashesAtOnce = 20_000;
const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'));

interface ProofsServiceDeps {
  transactions: Transactions;
  reader: ChainReader;
  store: AnchorStore;
  anchors: AnchorsService;
}

/** Exports the audit entries of one visit, with proofs that anyone can verify without this service. */
export class ProofsService extends Service<ProofsServiceDeps> {
  /** Returns an archive with the proof and its verification script. Throws `resource.not-found` when the hospital has no such visit. */
  async export(context: ActorContext, visitId: string): Promise<AsyncIterable<Buffer>> {
    const { transactions } = this.deps;
    await sealChain(transactions, context.hospitalId);
    const proof = await transactions.run(context, async (tx) => {
      const made = await this.#proof(tx, visitId);
      await tx.audit('audit.proof-exported', {
        entity: 'visit',
        entityId: visitId,
        details: { entries: made.entries.length },
      });
      return made;
    });
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from(`${JSON.stringify(proof, null, 2)}\n`), 'proof.json');
    zip.addBuffer(await readFile(script), 'verify-proof.mjs');
    zip.end();
    return zip.outputStream as Readable;
  }

  async #proof(tx: Tx, visitId: string) {
    const { reader, store, anchors } = this.deps;
    const links = await reader.ofVisit(tx, visitId);
    const last = links.at(-1);
    // Denial records may also name visits of other hospitals; only the hospital's own visits have events.
    if (!last || !links.some(({ source }) => source === 'event')) {
      throw new AppError('resource.not-found', 'visit not found in this hospital');
    }
    const anchor = (await store.covering(tx, last.seq)) ?? (await anchors.make(tx));
    if (!anchor) throw new AppError('internal', 'audit chain has links but no anchor');
    const tree = await this.#tree(tx, anchor.size);
    const first = await store.covering(tx, 1);
    const earlier = first && first.size < anchor.size ? first : null;
    return {
      format: 'yunzhen-audit-proof/1',
      visitId,
      anchor: await anchors.file(tx, anchor),
      earlier: earlier && { ...(await anchors.file(tx, earlier)), path: hex(tree.consistency(earlier.size)) },
      entries: links.map((link) => entryOf(link, tree)),
    };
  }

  async #tree(tx: Tx, size: number): Promise<MerkleLeaves> {
    const leaves: Buffer[] = [];
    while (leaves.length < size) {
      const hashes = await this.deps.reader.hashesAfter(
        tx,
        leaves.length,
        Math.min(hashesAtOnce, size - leaves.length),
      );
      if (hashes.length === 0) throw new AppError('internal', 'audit chain is shorter than its anchor');
      for (const hash of hashes) leaves.push(hashOfLeaf(hash));
    }
    return new MerkleLeaves(Buffer.concat(leaves));
  }
}

const entryOf = ({ seq, linkedAt, prevHash, content }: ChainLink, tree: MerkleLeaves) => ({
  seq,
  linkedAt,
  prev: prevHash.toString('hex'),
  content,
  path: hex(tree.inclusion(seq - 1)),
});
