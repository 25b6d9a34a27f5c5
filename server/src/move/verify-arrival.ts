import type { X509Certificate } from 'node:crypto';
import type { Client } from 'pg';
import { verifyRecords } from '../api/verify-records.ts';
import { AnchorCheck } from '../platform/audit-chain/anchor-check.ts';
import { AnchorStore } from '../platform/audit-chain/anchor-store.ts';
import { ChainReader } from '../platform/audit-chain/chain-reader.ts';
import { startOfLinks, verifyLinks } from '../platform/audit-chain/verify-chain.ts';
import type { Transactions } from '../platform/db/transaction.ts';
import type { FileStore } from '../platform/files/store/file-store.ts';
import type { KeyEncryption } from '../platform/signing/key-encryption.ts';
import { StartError } from '../platform/process/start-failure.ts';
import { readHospitalSeal } from '../api/signing/index.ts';
import type { Verified } from './protocol.ts';

interface Parts {
  transactions: Transactions;
  keys: KeyEncryption;
  files: Pick<FileStore, 'get'>;
  timeAnchors: readonly X509Certificate[];
}

/** Verifies what has arrived, as the api’s role reads it: the chain with its anchors, every signature, PDF and sealed value. */
export class ArrivalCheck {
  readonly #parts: Parts;
  readonly #hospitalId: string;
  readonly #chain = { reader: new ChainReader(), anchors: new AnchorCheck(new AnchorStore(), null, readHospitalSeal) };
  readonly #links = startOfLinks();

  constructor(parts: Parts, hospitalId: string) {
    [this.#parts, this.#hospitalId] = [parts, hospitalId];
  }

  /** Continues with the links after those that were verified. `only`: SQL for the rows `t` of a table that count. Throws `StartError` for a fault. */
  async verify(only: (table: string) => string): Promise<Verified> {
    const brokenLink = await verifyLinks(this.#parts.transactions, this.#hospitalId, this.#chain, this.#links);
    if (brokenLink)
      throw new StartError(
        `The audit chain is broken at ${brokenLink.seq ?? brokenLink.entryId}: ${brokenLink.fault}. Run "audit:verify" at the source.`,
      );
    const { broken, unread, ...valid } = await verifyRecords(this.#hospitalId, this.#parts, only);
    if (broken.length > 0) throw new StartError(`Not valid: ${broken.join(', ')}. Run "audit:verify" at the source.`);
    if (unread > 0) throw new StartError(`${unread} PDFs could not be read.`);
    const records = valid.signatures + valid.receipts + valid.pdfs + valid.seals;
    return { entries: this.#links.seq, records };
  }
}

/** Throws `StartError` unless each of so many entries has its link: nothing was added past the program, and nothing is still to be linked. */
export async function assertAllLinked(client: Client, hospitalId: string, entries: number): Promise<void> {
  const { rows } = await client.query<{ links: number }>(
    'SELECT seq::float8 AS links FROM audit_chain WHERE hospital_id = $1',
    [hospitalId],
  );
  const links = rows[0]?.links ?? 0;
  if (entries !== links)
    throw new StartError(`The audit has ${entries} entries and ${links} links. Run "audit:verify" at the source.`);
}
