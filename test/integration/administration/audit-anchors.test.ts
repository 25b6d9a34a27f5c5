import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkAuditChain } from '../../../shared/src/administration/audit.contract.ts';
import { anchorFile, anchorPayload } from '../../../server/src/platform/audit-chain/anchor.ts';
import { sealChain } from '../../../server/src/platform/audit-chain/chain-sealer.ts';
import { hashOfLeaf, MerkleLeaves } from '../../../server/src/platform/audit-chain/merkle.ts';
import { verifyChain } from '../../../server/src/platform/audit-chain/verify-chain.ts';
import { readHospitalSeal } from '../../../server/src/api/signing/index.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { readTimeStamp } from '../../../server/src/platform/signing/time-stamp-token.ts';
import { readTimeAnchors } from '../../../server/src/platform/signing/time-stamp-trust.ts';
import { checkParts } from '../../support/audit-chain.ts';
import { CredentialFactory } from '../../support/credentials.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { MailServer } from '../../support/mail-server.ts';
import { runJob } from '../../support/run-job.ts';
import { inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { TimeStampResponder } from '../../support/time-stamp-responder.ts';
import { withoutReferences } from '../platform/sample-rows.ts';

let test: TestApi;
let transactions: Transactions;
let mail: MailServer;
let responder: TimeStampResponder;
let folder: string;
let hospital: TestHospital;
const keeper = 'keeper@elsewhere.test';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-anchors-'));
  mail = await MailServer.start();
  responder = await TimeStampResponder.start();
  test = await startTestApi({
    SMTP_URL: mail.url,
    AUDIT_ANCHOR_MAIL: keeper,
    AUDIT_ANCHOR_FOLDER: folder,
    TSA_URL: responder.url,
    TSA_CERTIFICATES: responder.root,
  });
  transactions = new Transactions(test.source, test.clock);
});
afterAll(async () => {
  await test.close();
  await responder.stop();
  await mail.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  hospital = await new Factory(test).hospital();
  await new CredentialFactory(test).authority(hospital.id);
});

const write = async (count: number) => {
  for (let i = 0; i < count; i++)
    await inHospital(test, hospital.id, (tx) => tx.audit('duty.changed', { entity: 'practitioner', entityId: `${i}` }));
};
const copies = () => readdir(join(folder, hospital.id)).catch((): string[] => []);

/** Runs the hourly job and waits for `count` copies. */
async function anchor(count: number): Promise<void> {
  await runJob(test, hospital.id, 'anchor-audit');
  await expect.poll(async () => (await copies()).length, { timeout: 20_000 }).toBe(count);
  const uncopied = async () =>
    (
      await test.database.admin.query('SELECT 1 FROM audit_anchor WHERE copied_at IS NULL AND hospital_id = $1', [
        hospital.id,
      ])
    ).rowCount;
  await expect.poll(uncopied, { timeout: 20_000 }).toBe(0);
}

async function copy(index: number) {
  const name = (await copies()).sort()[index] ?? '';
  const file = anchorFile.parse(JSON.parse(await readFile(join(folder, hospital.id, name), 'utf8')));
  const signed = await inHospital(test, hospital.id, (tx) =>
    readHospitalSeal(tx, 'yunzhen-audit-anchor+jws', file.anchor),
  );
  return { name, file, states: anchorPayload.parse(signed) };
}

async function hashes(): Promise<Buffer[]> {
  const { rows } = await test.database.admin.query<{ hash: Buffer }>(
    'SELECT hash FROM audit_link WHERE hospital_id = $1 ORDER BY seq',
    [hospital.id],
  );
  return rows.map(({ hash }) => hash);
}
const rootOf = (links: readonly Buffer[]) =>
  new MerkleLeaves(Buffer.concat(links.map(hashOfLeaf))).root().toString('hex');
const verdict = async (withCopies = true) =>
  (await verifyChain(transactions, hospital.id, checkParts(withCopies ? folder : null))).broken;

/** Restores, as the owner of the database, the hospital's chain, entries and anchors to their state at `size` links. */
const cutTo = (size: number) =>
  withoutReferences(test.database.admin, async (client) => {
    for (const table of ['audit_event', 'domain_event'])
      await client.query(
        `DELETE FROM ${table} e WHERE hospital_id = $1 AND NOT EXISTS
           (SELECT 1 FROM audit_link l WHERE l.entry_id = e.id AND l.hospital_id = $1 AND l.seq <= $2)`,
        [hospital.id, size],
      );
    await client.query('DELETE FROM audit_link WHERE hospital_id = $1 AND seq > $2', [hospital.id, size]);
    await client.query('DELETE FROM audit_anchor WHERE hospital_id = $1 AND size > $2', [hospital.id, size]);
    await client.query(
      `UPDATE audit_chain SET seq = $2, hash = (SELECT hash FROM audit_link WHERE hospital_id = $1 AND seq = $2) WHERE hospital_id = $1`,
      [hospital.id, size],
    );
  });

describe('audit anchors', () => {
  it('are signed, time-stamped and copied to a folder and by mail, once per batch of new events', async () => {
    await write(5);
    await anchor(1);
    const first = await copy(0);
    expect(first.states).toMatchObject({ hospital: hospital.id, size: 5, root: rootOf(await hashes()) });
    expect(first.name).toBe('000000000005.json');
    const token = Buffer.from(first.file.timeStamp ?? '', 'base64');
    expect(readTimeStamp(token, Buffer.from(first.file.anchor), readTimeAnchors(responder.root))).toMatchObject({
      outcome: 'valid',
    });
    const sent = mail.received.filter(({ subject }) => subject.includes(hospital.slug));
    expect(sent).toEqual([expect.objectContaining({ to: keeper, subject: expect.stringContaining(' 5') as string })]);

    await anchor(1);
    await write(8);
    await anchor(2);
    const second = await copy(1);
    expect(second.states).toMatchObject({ size: 13, root: rootOf(await hashes()) });
    expect((await verifyChain(transactions, hospital.id, checkParts(folder))).anchors).toEqual({
      database: 2,
      copy: 2,
    });
  });

  it('are mailed an hour later after a long outage of the mail server', async () => {
    await write(2);
    mail.refusals.push(550);
    await runJob(test, hospital.id, 'anchor-audit');
    await expect.poll(() => mail.refusals.length, { timeout: 20_000 }).toBe(0);
    await anchor(1);
  });

  it('cannot be changed by the app’s database role', async () => {
    for (const sql of [
      `UPDATE audit_anchor SET signed = ''`,
      'DELETE FROM audit_anchor',
      'UPDATE audit_anchor SET size = 1',
    ])
      await expect(inHospital(test, hospital.id, (tx) => tx.query(sql))).rejects.toMatchObject({ code: '42501' });
  });
});

describe('with a copy of an anchor, the check detects', () => {
  beforeEach(async () => {
    await write(6);
    await anchor(1);
    await write(6);
    await anchor(2);
    expect(await verdict()).toBeNull();
  });

  it('a cut tail, even when all other traces in the database were removed', async () => {
    await cutTo(9);
    expect(await verdict(false)).toBeNull();
    expect(await verdict()).toEqual({ fault: 'cut', seq: 10, source: null, entryId: null });
    const administrator = await new Factory(test).staff(hospital, 'administrator');
    expect((await administrator.client.ok(checkAuditChain)).broken).toMatchObject({ fault: 'cut' });
  });

  it('a database that was restored from an old backup and continued', async () => {
    await cutTo(6);
    await write(20);
    await sealChain(transactions, hospital.id);
    expect(await verdict(false)).toBeNull();
    expect(await verdict()).toMatchObject({ fault: 'anchor', seq: 12 });
  });

  it('a changed entry whose later links were all recomputed', async () => {
    await withoutReferences(test.database.admin, async (client) => {
      await client.query(`UPDATE audit_event SET action = 'duty.read' WHERE hospital_id = $1 AND entity_id = '3'`, [
        hospital.id,
      ]);
      await client.query('DELETE FROM audit_link WHERE hospital_id = $1', [hospital.id]);
      await client.query('DELETE FROM audit_chain WHERE hospital_id = $1', [hospital.id]);
      await client.query('DELETE FROM audit_anchor WHERE hospital_id = $1', [hospital.id]);
    });
    expect(await verdict(false)).toBeNull();
    expect(await verdict()).toMatchObject({ fault: 'anchor', seq: 6 });
  });

  it('an anchor in the database without the hospital’s signature', async () => {
    await test.database.admin.query(`UPDATE audit_anchor SET signed = 'a.b.c' WHERE hospital_id = $1 AND size = 6`, [
      hospital.id,
    ]);
    expect(await verdict(false)).toMatchObject({ fault: 'anchor', seq: 6 });
  });

  it('a replaced copy', async () => {
    const { name } = await copy(0);
    const file = join(folder, hospital.id, name);
    await rm(file);
    await writeFile(file, JSON.stringify((await copy(0)).file));
    expect(await verdict()).toMatchObject({ fault: 'anchor', seq: 6 });
  });
});
