import { mkdtemp, rm } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnchorCopy } from '../../../server/src/platform/audit-chain/anchor-copies.ts';
import { objectCopies } from '../../../server/src/platform/audit-chain/object-copies.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { verifyChain } from '../../../server/src/platform/audit-chain/verify-chain.ts';
import { AnchorCheck } from '../../../server/src/platform/audit-chain/anchor-check.ts';
import { AnchorStore } from '../../../server/src/platform/audit-chain/anchor-store.ts';
import { ChainReader } from '../../../server/src/platform/audit-chain/chain-reader.ts';
import { sealChain } from '../../../server/src/platform/audit-chain/chain-sealer.ts';
import { readHospitalSeal } from '../../../server/src/api/signing/index.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { CredentialFactory } from '../../support/credentials.ts';
import { Factory } from '../../support/factories.ts';
import { runJob } from '../../support/run-job.ts';
import { inHospital } from '../../support/tenancy.ts';
import { startTestApi } from '../../support/test-api.ts';
import { freePort } from '../../support/free-port.ts';

let folder: string;
let server: S3rver;
let endpoint: string;
/** The only access keys that s3rver accepts. */
const key = { region: 'us-east-1', keyId: 'S3RVER', secret: 'S3RVER' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-s3-'));
  const port = await freePort();
  server = new S3rver({
    port,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'anchors', configs: [] }],
  });
  await server.run();
  endpoint = `http://127.0.0.1:${port}/anchors`;
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const copyOf = (hospitalId: string, size: number, anchor = `signed.${size}`): AnchorCopy => ({
  hospital: { id: hospitalId, slug: 'test', name: { en: 'Test', zh: '测试' } },
  size,
  file: { format: 'yunzhen-audit-anchor/1', anchor, certificate: 'PEM', timeStamp: null },
});

describe('copies of anchors in an object store', () => {
  it.each(['', '/some/prefix'])('are stored once and can be read (prefix “%s”)', async (prefix) => {
    const copies = objectCopies({ url: endpoint + prefix, ...key });
    const [one, other] = [newId(), newId()];
    for (const size of [9, 1_000, 10]) await copies.put(copyOf(one, size));
    await copies.put(copyOf(other, 7));
    await copies.put(copyOf(one, 10));
    expect(await copies.sizes(one)).toEqual([9, 10, 1_000]);
    expect(await copies.sizes(other)).toEqual([7]);
    expect(await copies.sizes(newId())).toEqual([]);
    expect(await copies.read(one, 10)).toEqual(copyOf(one, 10).file);
    await expect(copies.read(one, 11)).rejects.toThrow();
  });

  it('are never overwritten', async () => {
    const copies = objectCopies({ url: endpoint, ...key });
    const id = newId();
    await copies.put(copyOf(id, 5));
    await expect(copies.put(copyOf(id, 5, 'another'))).rejects.toThrow('another anchor of this size');
    expect((await copies.read(id, 5)).anchor).toBe('signed.5');
  });

  // The continuation tokens of s3rver need a cipher that Node’s OpenSSL no longer has, so the test serves the pages.
  it('are listed across pages', async () => {
    const id = newId();
    const asked: (string | null)[] = [];
    const pages = createHttpServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '', 'http://store');
      const token = searchParams.get('continuation-token');
      asked.push(token);
      const size = token ? 2 : 1;
      const more = token ? '' : '<IsTruncated>true</IsTruncated><NextContinuationToken>a+b/c==</NextContinuationToken>';
      response.end(
        `<ListBucketResult>${more}<Contents><Key>${id}/${String(size).padStart(12, '0')}.json</Key></Contents></ListBucketResult>`,
      );
    });
    await new Promise<void>((listening) => pages.listen(0, '127.0.0.1', listening));
    const { port } = pages.address() as AddressInfo;
    expect(await objectCopies({ url: `http://127.0.0.1:${port}/bucket`, ...key }).sizes(id)).toEqual([1, 2]);
    expect(asked).toEqual([null, 'a+b/c==']);
    pages.closeAllConnections();
    await new Promise((closed) => pages.close(closed));
  });

  // s3rver checks access keys, but not signatures of version 4.
  it('are rejected with an unknown key, a missing bucket and an unreachable store', async () => {
    const id = newId();
    for (const store of [
      { url: endpoint, ...key, keyId: 'nobody' },
      { url: endpoint.replace('anchors', 'elsewhere'), ...key },
      { url: 'http://127.0.0.1:9/anchors', ...key },
    ])
      await expect(objectCopies(store).put(copyOf(id, 1))).rejects.toThrow();
  });
});

it('are written by an api with a bucket, and the check reads them', async () => {
  const test = await startTestApi({
    AUDIT_ANCHOR_S3_URL: `${endpoint}/hospitals`,
    AUDIT_ANCHOR_S3_KEY_ID: key.keyId,
    AUDIT_ANCHOR_S3_SECRET: key.secret,
  });
  try {
    const hospital = await new Factory(test).hospital();
    await new CredentialFactory(test).authority(hospital.id);
    await inHospital(test, hospital.id, (tx) => tx.audit('duty.changed', { entity: 'practitioner', entityId: '1' }));
    const transactions = new Transactions(test.source, test.clock);
    await sealChain(transactions, hospital.id);
    await runJob(test, hospital.id, 'anchor-audit');
    const copies = objectCopies({ url: `${endpoint}/hospitals`, ...key });
    await expect.poll(() => copies.sizes(hospital.id), { timeout: 20_000 }).toHaveLength(1);
    const anchors = new AnchorCheck(new AnchorStore(), copies, readHospitalSeal);
    const verdict = await verifyChain(transactions, hospital.id, { reader: new ChainReader(), anchors });
    expect(verdict).toMatchObject({ broken: null, anchors: { database: 1, copy: 1 } });
  } finally {
    await test.close();
  }
});
