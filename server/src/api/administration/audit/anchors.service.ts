import { z } from 'zod';
import type { AnchorCopies } from '../../../platform/audit-chain/anchor-copies.ts';
import type { AnchorStore } from '../../../platform/audit-chain/anchor-store.ts';
import { anchorType, type AnchorFile, type AnchorPayload } from '../../../platform/audit-chain/anchor.ts';
import type { AuditAnchorRow } from '../../../platform/audit-chain/audit-anchor.entity.ts';
import type { ChainReader } from '../../../platform/audit-chain/chain-reader.ts';
import { sealChain } from '../../../platform/audit-chain/chain-sealer.ts';
import { MerkleEdge } from '../../../platform/audit-chain/merkle.ts';
import { systemContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import type { JobDefinition, Jobs } from '../../../platform/jobs/jobs.ts';
import type { Logger } from '../../../platform/logging/logger.ts';
import { Service } from '../../../platform/service.ts';
import type { TimeStampAuthority } from '../../../platform/signing/time-stamp-authority.ts';
import type { AdministrationHooks } from '../hooks.ts';
import type { HospitalsService } from '../hospital/hospitals.service.ts';

const hashesAtOnce = 20_000;
const copyJob = 'copy-audit-anchor';
const noPayload = z.strictObject({});
const copyPayload = z.strictObject({ hospitalId: z.uuid(), size: z.int().positive() });

interface AnchorsServiceDeps {
  transactions: Transactions;
  jobs: Jobs;
  log: Logger;
  hospitals: HospitalsService;
  reader: ChainReader;
  store: AnchorStore;
  copies: readonly AnchorCopies[];
  timeStamps: TimeStampAuthority | null;
  seal: AdministrationHooks['onSealAsked']['ask'];
  /** This is a copy beside the hospital: an anchor over its chain would contradict those of the hospital. */
  isolated: boolean;
}

/** Signs the root of each hospital's chain, and copies it to places outside the database owner's control. */
export class AnchorsService extends Service<AnchorsServiceDeps> {
  /** Creates an anchor over all present links, or returns the last one when it covers them already. Null for an empty chain. Throws as the seal. */
  async make(tx: Tx): Promise<AuditAnchorRow | null> {
    const { reader, store } = this.deps;
    const last = await store.lockLast(tx);
    const edge = new MerkleEdge(last?.size ?? 0, last?.edge ?? new Uint8Array());
    let head: Buffer | null = null;
    for (let more = true; more;) {
      const hashes = await reader.hashesAfter(tx, edge.size, hashesAtOnce);
      for (const hash of hashes) edge.add(hash);
      head = hashes.at(-1) ?? head;
      more = hashes.length === hashesAtOnce;
    }
    if (!head) return last;
    const states: AnchorPayload = {
      hospital: tx.hospitalId,
      size: edge.size,
      root: edge.root().toString('hex'),
      head: head.toString('hex'),
      madeAt: tx.now.toISOString(),
    };
    const signed = await this.deps.seal().sign(tx, anchorType, states);
    await store.add(tx, { size: edge.size, edge: edge.toBytes(), signed });
    return store.find(tx, edge.size);
  }

  /** Returns an anchor as a file to copy. */
  async file(tx: Tx, { signed, timeStamp }: AuditAnchorRow): Promise<AnchorFile> {
    return {
      format: 'yunzhen-audit-anchor/1',
      anchor: signed,
      certificate: await this.deps.seal().certificate(tx, anchorType, signed),
      timeStamp: timeStamp?.toString('base64') ?? null,
    };
  }

  /** Runs every hour, and queues failed copies again. */
  anchorJob(): JobDefinition<typeof noPayload> {
    const { transactions, log, isolated } = this.deps;
    return {
      name: 'anchor-audit',
      payload: noPayload,
      schedule: { cron: '7 * * * *', timeZone: 'UTC', payload: {} },
      run: async (_payload, jobId) => {
        if (isolated) return;
        for (const hospitalId of await transactions.hospitals()) {
          // A failure at one hospital must not affect the others.
          await this.#anchor(hospitalId, `job:${jobId}`).catch((error: unknown) =>
            log.error({ hospitalId, err: error }, 'audit anchor failed, retrying in one hour'),
          );
        }
      },
    };
  }

  async #anchor(hospitalId: string, cause: string): Promise<void> {
    const { transactions, jobs, store } = this.deps;
    await sealChain(transactions, hospitalId);
    await transactions.run(systemContext(hospitalId, cause), async (tx) => {
      await this.make(tx);
      for (const size of await store.uncopied(tx))
        await jobs.enqueue(tx, copyJob, { hospitalId, size }, `${hospitalId}/${size}`);
    });
  }

  /** Time-stamps an anchor and copies it. No transaction waits for the authority or a mail server. */
  copyJob(): JobDefinition<typeof copyPayload> {
    const { transactions, store, timeStamps, copies, hospitals, isolated } = this.deps;
    return {
      name: copyJob,
      payload: copyPayload,
      run: async ({ hospitalId, size }, jobId) => {
        // Not marked as copied: if the copy replaces the hospital, the next hour copies it.
        if (isolated) return;
        const context = systemContext(hospitalId, `job:${jobId}`);
        const anchor = await transactions.run(context, (tx) => store.find(tx, size));
        if (!anchor || anchor.copiedAt) return;
        if (timeStamps && !anchor.timeStamp) {
          const timeStamp = await timeStamps.stamp(Buffer.from(anchor.signed));
          await transactions.run(context, (tx) => store.keepTimeStamp(tx, size, timeStamp));
        }
        const copy = await transactions.run(context, async (tx) => {
          const stamped = (await store.find(tx, size)) ?? anchor;
          const { id, slug, name } = await hospitals.current(tx);
          return { hospital: { id, slug, name }, size, file: await this.file(tx, stamped) };
        });
        for (const place of copies) await place.put(copy);
        await transactions.run(context, (tx) => store.markCopied(tx, size));
      },
    };
  }
}
