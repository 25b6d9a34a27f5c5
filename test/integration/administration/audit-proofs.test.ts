import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportAuditProof } from '../../../shared/src/administration/audit.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Clinic } from '../../support/clinic.ts';
import type { TestPerson } from '../../support/factories.ts';
import { runJob } from '../../support/run-job.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let clinic: Clinic;
let administrator: TestPerson;
let visitId: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-proof-'));
  test = await startTestApi();
  clinic = await Clinic.open(test);
  administrator = await clinic.factory.staff(clinic.hospital, 'administrator');
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

/** Returns the files of an archive that states their sizes in its central directory. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4)) {
    const [size, name, begin] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
    const data = begin + 30 + zip.readUInt16LE(begin + 26) + zip.readUInt16LE(begin + 28);
    const packed = zip.subarray(data, data + size);
    files.set(
      zip.toString('utf8', at + 46, at + 46 + name),
      zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed,
    );
  }
  return files;
}

interface Proof {
  visitId: string;
  anchor: { anchor: string };
  earlier: { anchor: string; path: string[] };
  entries: { seq: number; prev: string; path: string[]; linkedAt: string; content: Record<string, unknown> }[];
}

let proof = '';
async function verified(change: (proof: Proof) => void = () => {}): Promise<{ code: number; said: string }> {
  const altered = JSON.parse(proof) as Proof;
  change(altered);
  await writeFile(join(folder, 'proof.json'), JSON.stringify(altered));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'verify-proof.mjs')]);
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
}

describe('the audit proof for a visit', () => {
  // Not in beforeAll: waiting for jobs works only within a test.
  beforeEach(async () => {
    if (proof) return;
    await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    await runJob(test, clinic.hospital.id, 'anchor-audit');
    visitId = (await clinic.admitted(await clinic.factory.patient(clinic.hospital, '赵敏'))).id;
    const answer = await administrator.client.raw('GET', `/api/audit-proofs/${visitId}`, {});
    expect(answer.status).toBe(200);
    const files = unzip(Buffer.from(await answer.arrayBuffer()));
    expect([...files.keys()]).toEqual(['proof.json', 'verify-proof.mjs']);
    proof = files.get('proof.json')?.toString() ?? '';
    await writeFile(join(folder, 'verify-proof.mjs'), files.get('verify-proof.mjs') ?? '');
  });

  it('can be verified offline: entries, anchor and earlier anchors', async () => {
    const { code, said } = await verified();
    expect([code, said]).toEqual([0, expect.stringContaining('visit.admitted')]);
    expect(said).toContain('visit.created');
    expect(said).toMatch(/Nothing before entry \d+ was changed since/);
    expect(said).toContain(`entries about visit ${visitId} are in the tree`);
    expect(proof).not.toContain('赵敏');
  });

  it.each<[string, (proof: Proof) => void]>([
    [
      'an entry that says something else',
      ({ entries }) => Object.assign(entries[0]?.content ?? {}, { at: '2020-01-01' }),
    ],
    ['an entry with another number', ({ entries }) => Object.assign(entries[0] ?? {}, { seq: 1 })],
    ['an entry linked at another time', ({ entries }) => Object.assign(entries[0] ?? {}, { linkedAt: '2020' })],
    ['a path that is too short', ({ entries }) => entries[0]?.path.pop()],
    ['a path that is too long', ({ entries }) => entries[0]?.path.push('00'.repeat(32))],
    ['another visit', (altered) => (altered.visitId = newId())],
    [
      'an anchor with another signature',
      ({ anchor, earlier }) => (anchor.anchor = anchor.anchor.replace(/[^.]+$/, earlier.anchor.split('.')[2] ?? '')),
    ],
    ['the earlier anchor in place of the later one', ({ anchor, earlier }) => (anchor.anchor = earlier.anchor)],
    [
      'an earlier tree that this one does not go on from',
      ({ earlier, entries }) => (earlier.path[0] = entries[0]?.path[0] ?? ''),
    ],
  ])('does not hold with %s', async (_what, change) => {
    expect(await verified(change)).toMatchObject({ code: 1, said: expect.stringContaining('DOES NOT HOLD') as string });
  });

  it('is not found for an unknown visit and forbidden for other roles', async () => {
    expect(await administrator.client.call(exportAuditProof, { params: { visitId: newId() } })).toMatchObject({
      status: 404,
    });
    const stranger = await clinic.factory.staff(await clinic.factory.hospital(), 'administrator');
    expect(await stranger.client.call(exportAuditProof, { params: { visitId } })).toMatchObject({ status: 404 });
    expect(await clinic.doctor.client.call(exportAuditProof, { params: { visitId } })).toMatchObject({ status: 403 });
  });
});
