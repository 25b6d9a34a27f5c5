import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TrustPolicy } from '../../../server/src/platform/signing/certificate-trust.ts';
import type { CmsSigner } from '../../../server/src/platform/signing/cms-signature.ts';
import { signPdf } from '../../../server/src/platform/signing/pdf-signature.ts';
import { verifyPdf } from '../../../server/src/platform/signing/pdf-verification.ts';
import {
  makeAuthority,
  makePdf,
  makeSigner,
  statement,
} from '../../../server/src/platform/signing/signing-fixtures.ts';
import { createTimeStampAuthority } from '../../../server/src/platform/signing/time-stamp-authority.ts';
import { readTimeStamp } from '../../../server/src/platform/signing/time-stamp-token.ts';
import { readTimeAnchors } from '../../../server/src/platform/signing/time-stamp-trust.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { Clinic } from '../../support/clinic.ts';
import { MovableClock, zoneAt } from '../../support/clock.ts';
import { Dispensary } from '../../support/dispensary.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { TimeStampResponder, type Trouble } from '../../support/time-stamp-responder.ts';

const run = promisify(execFile);
let folder: string;
let responder: TimeStampResponder;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-time-'));
  responder = await TimeStampResponder.start();
});
afterEach(() => {
  responder.trouble = 'none';
});
afterAll(async () => {
  await responder.stop();
  await rm(folder, { recursive: true, force: true });
});

async function pdfsig(pdf: Uint8Array): Promise<string> {
  await writeFile(join(folder, 'checked.pdf'), pdf);
  return (await run('pdfsig', [join(folder, 'checked.pdf')]).catch((error: { stdout: string }) => error)).stdout;
}

const asking = (from: TimeStampResponder, over: { clock?: MovableClock; trusted?: string; timeoutMs?: number } = {}) =>
  createTimeStampAuthority({
    url: from.url,
    anchors: readTimeAnchors(over.trusted ?? from.root),
    clock: over.clock ?? new MovableClock(),
    timeoutMs: over.timeoutMs ?? 5_000,
  });
const signature = Buffer.from('the value of a signature');

describe('a time stamp', () => {
  it('from OpenSSL’s authority is read with every key type and matches only its signature', async () => {
    const rsa = await TimeStampResponder.start('critical,timeStamping', ['RSA', 'rsa_keygen_bits:2048']);
    for (const from of [responder, rsa]) {
      const token = await asking(from).stamp(signature);
      const anchors = readTimeAnchors(from.root);
      const reading = readTimeStamp(token, signature, anchors);
      expect(reading).toMatchObject({ outcome: 'valid', authority: 'Time Authority of the Test' });
      expect(Math.abs((reading.outcome === 'valid' ? reading.at.getTime() : 0) - Date.now())).toBeLessThan(60_000);
      expect(readTimeStamp(token, Buffer.from('another'), anchors)).toEqual({ outcome: 'invalid', reason: 'imprint' });
      for (let at = 0; at < token.length; at += 11) {
        const changed = Buffer.from(token);
        changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
        const found = readTimeStamp(changed, signature, anchors);
        // The chain may contain additional certificates (such as a root); the stamped time is always the same.
        if (found.outcome === 'valid' && reading.outcome === 'valid') expect(found.at).toEqual(reading.at);
      }
    }
    await rsa.stop();
  });

  it('is rejected without a certificate for time-stamping or without a trusted one', async () => {
    const web = await TimeStampResponder.start('serverAuth');
    await expect(asking(web).stamp(signature)).rejects.toThrow();
    await web.stop();
    const other = await TimeStampResponder.start();
    const stranger = asking(responder, { trusted: other.root });
    await expect(stranger.stamp(signature)).rejects.toThrow('unknown-authority');
    await other.stop();
  });

  it.each<[Trouble, RegExp]>([
    ['unavailable', /status 503/],
    ['garbage', /not a time-stamp response/],
    ['refusal', /refused: status 2/],
    ['earlier-answer', /imprint/],
    ['silence', /cannot be reached/],
  ])('is rejected when the authority causes %s', async (trouble, message) => {
    await asking(responder).stamp(Buffer.from('an earlier signature'));
    responder.trouble = trouble;
    const timeoutMs = trouble === 'silence' ? 1_000 : 5_000;
    await expect(asking(responder, { timeoutMs }).stamp(signature)).rejects.toThrow(message);
  });

  it('is rejected for a second signature and from a clock that is wrong', async () => {
    await asking(responder).stamp(signature);
    responder.trouble = 'earlier-answer';
    await expect(asking(responder).stamp(signature)).rejects.toThrow('answers another request');
    responder.trouble = 'none';
    const clock = new MovableClock();
    clock.advance(3_600_000);
    await expect(asking(responder, { clock }).stamp(signature)).rejects.toThrow('clocks');
  });
});

describe('a time-stamped PDF', () => {
  let signer: CmsSigner;
  let trust: TrustPolicy;
  let signed: Buffer;
  const now = { ...statement, signedAt: new Date(Math.floor(Date.now() / 1000) * 1000) };

  beforeAll(async () => {
    const authority = await makeAuthority('乌镇互联网医院');
    signer = await makeSigner(authority, '沈清');
    trust = { authorities: [authority.certificate], timeAnchors: readTimeAnchors(responder.root) };
    const { stamp } = asking(responder);
    signed = await signPdf(await makePdf('A page.'), signer, now, (value) => stamp(value));
  });

  it('is valid in both verifiers, and ours reports the time stamp', async () => {
    expect(await pdfsig(signed)).toContain('Signature Validation: Signature is Valid.');
    const found = verifyPdf(signed, trust);
    expect(found).toMatchObject({ outcome: 'valid', timeStamp: { authority: 'Time Authority of the Test' } });
  });

  it('is invalid without trust in the authority, and with a changed digit of signature or time stamp', () => {
    const unknown = { outcome: 'untrusted', reason: 'unknown-time-authority' };
    expect(verifyPdf(signed, { ...trust, timeAnchors: [] })).toEqual(unknown);
    const start = signed.indexOf('/Contents <') + '/Contents <'.length;
    const end = signed.indexOf('>', start);
    const digits = '0123456789abcdef';
    for (let at = start; at < end; at += 41) {
      const changed = Buffer.from(signed);
      const digit = digits.indexOf(String.fromCharCode(changed.readUInt8(at)).toLowerCase());
      changed.write(digits[(digit + 1) % 16] ?? '0', at, 'latin1');
      const found = verifyPdf(changed, trust);
      if (found.outcome === 'valid') expect(found.timeStamp?.at, `digit ${at}`).toEqual(stampedAt());
    }
  });

  const stampedAt = () => {
    const found = verifyPdf(signed, trust);
    return found.outcome === 'valid' ? found.timeStamp?.at : undefined;
  };

  it('cannot be backdated with a stolen key: the time stamp counts', async () => {
    const { stamp } = asking(responder);
    const yesterday = { ...now, signedAt: new Date(now.signedAt.getTime() - DAY_MS) };
    const dated = await signPdf(await makePdf('Dated back.'), signer, yesterday, (value) => stamp(value));
    const revokedAt = () => new Date(now.signedAt.getTime() - 3_600_000);
    expect(verifyPdf(dated, trust)).toMatchObject({ outcome: 'valid', signedAt: yesterday.signedAt });
    expect(verifyPdf(dated, { ...trust, revokedAt })).toEqual({ outcome: 'untrusted', reason: 'revoked' });
  });

  it('is altered when it claims a later time than its stamp', async () => {
    const { stamp } = asking(responder);
    const tomorrow = { ...now, signedAt: new Date(now.signedAt.getTime() + DAY_MS) };
    const dated = await signPdf(await makePdf('Dated on.'), signer, tomorrow, (value) => stamp(value));
    expect(verifyPdf(dated, trust)).toEqual({ outcome: 'altered', reason: 'time-stamp' });
  });
});

describe('a hospital with a time stamp authority', { timeout: 180_000 }, () => {
  let test: TestApi;
  beforeAll(async () => {
    test = await startTestApi(
      { TSA_URL: responder.url, TSA_CERTIFICATES: responder.root },
      createLogger({ name: 'test', level: 'silent' }),
    );
  });
  afterAll(() => test.close());

  it('waits for the time stamp and never seals without it', async () => {
    // The prescription is valid to the end of its day, which must not come in the middle of the test.
    const clinic = await Clinic.open(test, 'CN', zoneAt(12));
    const after = new Dispensary(test, clinic);
    responder.trouble = 'unavailable';
    const asked = responder.asked;
    const { id } = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    await after.approve(id);
    await expect.poll(() => responder.asked, { timeout: 60_000 }).toBeGreaterThan(asked + 1);
    const { rows } = await test.database.admin.query('SELECT 1 FROM prescription_document');
    expect(rows).toEqual([]);

    responder.trouble = 'none';
    const path = `/api/prescriptions/${id}/document?locale=en`;
    const { client } = clinic.doctor;
    await expect.poll(async () => (await client.raw('GET', path)).status, { timeout: 120_000 }).toBe(200);
    const pdf = Buffer.from(await (await client.raw('GET', path)).arrayBuffer());
    expect(await pdfsig(pdf)).toContain('Signature is Valid');
    expect(await (await after.upload(pdf, 'application/pdf')).json()).toMatchObject({
      outcome: 'genuine',
      timeStamp: { authority: 'Time Authority of the Test' },
    });
  });
});
