import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { createPrivateKey } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VerificationResult } from '../../../shared/src/signing/verification.contract.ts';
import { renderPrescriptionPdf } from '../../../server/src/api/prescribing/paper/prescription-pdf.ts';
import { samplePrescription } from '../../../server/src/api/prescribing/paper/sample-prescription.ts';
import {
  issueSigningCertificate,
  type CertificateIssuer,
} from '../../../server/src/platform/signing/certificate-authority.ts';
import type { CmsSigner } from '../../../server/src/platform/signing/cms-signature.ts';
import { signPdf } from '../../../server/src/platform/signing/pdf-signature.ts';
import { issueRevocationList, type Revocation } from '../../../server/src/platform/signing/revocation-list.ts';
import { Clinic } from '../../support/clinic.ts';
import { Dispensary } from '../../support/dispensary.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

const run = promisify(execFile);
const ago = (days: number) => new Date(Math.floor(Date.now() / 1000) * 1000 - days * DAY_MS);

let test: TestApi;
let clinic: Clinic;
let after: Dispensary;
let authority: CertificateIssuer;
let folder: string;
let genuine: Buffer | undefined;

beforeAll(async () => {
  test = await startTestApi();
  clinic = await Clinic.open(test);
  after = new Dispensary(test, clinic);
  authority = await clinic.credentials.authority(clinic.hospital.id);
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-attacks-'));
});
beforeEach(async () => {
  if (genuine) return;
  const patient = await clinic.factory.patient(clinic.hospital);
  const { id } = await clinic.signed(patient);
  await after.approve(id);
  const path = `/api/prescriptions/${id}/document?locale=en`;
  const read = () => patient.client.raw('GET', path);
  await vi.waitUntil(async () => (await read()).status === 200, { timeout: 60_000, interval: 200 });
  genuine = Buffer.from(await (await read()).arrayBuffer());
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await test.close();
});

const sealed = (): Buffer => Buffer.from(genuine ?? '');

async function ours(pdf: Buffer): Promise<Pick<VerificationResult, 'outcome' | 'reason'>> {
  const { outcome, reason } = (await (await after.upload(pdf, 'application/pdf')).json()) as VerificationResult;
  return { outcome, reason };
}

/** Returns the verdict of Poppler, which trusts the hospital’s certificate and reads its revocation list. */
async function pdfsig(pdf: Buffer, revocations: readonly Revocation[] = []): Promise<string> {
  const database = `sql:${await mkdtemp(join(folder, 'nss-'))}`;
  const file = (name: string) => join(folder, name);
  await writeFile(file('authority.pem'), authority.certificate.pem);
  await run('certutil', ['-N', '-d', database, '--empty-password']);
  await run('certutil', ['-A', '-d', database, '-n', 'hospital', '-t', 'CT,C,C', '-a', '-i', file('authority.pem')]);
  if (revocations.length > 0) {
    const times = { thisUpdate: ago(0), nextUpdate: new Date(Date.now() + DAY_MS), number: 1 };
    await writeFile(file('list.crl'), await issueRevocationList(authority, revocations, times));
    await run('crlutil', ['-I', '-t', '1', '-i', file('list.crl'), '-d', database]);
  }
  await writeFile(file('checked.pdf'), pdf);
  const options = ['-nssdir', database.slice('sql:'.length), file('checked.pdf')];
  return (await run('pdfsig', options).catch((error: { stdout: string }) => error)).stdout;
}

const whole = 'Total document signed';
const valid = 'Signature Validation: Signature is Valid.';

describe('a genuine PDF', () => {
  it('is valid for both verifiers', async () => {
    expect(await ours(sealed())).toEqual({ outcome: 'genuine', reason: null });
    const report = await pdfsig(sealed());
    for (const words of [valid, whole, 'Certificate Validation: Certificate is Trusted.'])
      expect(report).toContain(words);
  });
});

describe('an attacked PDF is detected', () => {
  it('when bytes are appended', async () => {
    const attacked = Buffer.concat([sealed(), Buffer.from('\n% more\n')]);
    expect(await ours(attacked)).toEqual({ outcome: 'altered', reason: 'appended-bytes' });
    expect(await pdfsig(attacked)).not.toContain(whole);
  });

  it('when an update covers the signed content', async () => {
    const text = sealed().toString('latin1');
    const root = /\/Root (\d+) 0 R/.exec(text)?.[1] ?? '';
    const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? '';
    const page = /(\d+) 0 obj\s*<<[^>]*\/Type \/Page\b/.exec(text)?.[1] ?? '';
    const shadow = `\n${page} 0 obj\n<< /Type /Page /MediaBox [0 0 10 10] >>\nendobj\n`;
    const offset = String(sealed().length + 1).padStart(10, '0');
    const table = `xref\n${page} 1\n${offset} 00000 n \ntrailer\n<< /Size 999 /Root ${root} 0 R /Prev ${previous} >>\n`;
    const end = `startxref\n${sealed().length + shadow.length}\n%%EOF\n`;
    const attacked = Buffer.concat([sealed(), Buffer.from(shadow + table + end)]);
    expect(await ours(attacked)).toEqual({ outcome: 'altered', reason: 'incremental-update' });
    expect(await pdfsig(attacked)).not.toContain(whole);
  });

  it('when hidden content within the signed bytes is made visible', async () => {
    const attacked = sealed();
    const at = attacked.indexOf('/MediaBox [');
    attacked.write('/CropBox ', at, 'latin1');
    expect(await ours(attacked)).toEqual({ outcome: 'altered', reason: 'digest-mismatch' });
    expect(await pdfsig(attacked)).not.toContain(valid);
  });

  it('when the embedded record is replaced', async () => {
    const attacked = sealed();
    const stream = attacked.indexOf('stream', attacked.indexOf('/EmbeddedFile')) + 'stream\n'.length;
    attacked.writeUInt8(attacked.readUInt8(stream + 10) ^ 1, stream + 10);
    expect(await ours(attacked)).toEqual({ outcome: 'altered', reason: 'digest-mismatch' });
    expect(await pdfsig(attacked)).not.toContain(valid);
  });
});

describe('a page with a foreign signature is detected', () => {
  async function signer(name: string, notBefore: Date, notAfter: Date): Promise<CmsSigner> {
    const issued = await issueSigningCertificate(authority, { commonName: name }, notBefore, notAfter);
    const key = createPrivateKey({ key: Buffer.from(issued.privateKey), format: 'der', type: 'pkcs8' });
    return { certificate: issued.certificate, key, chain: [authority.certificate] };
  }
  const forge = async (by: CmsSigner, signedAt: Date) =>
    signPdf(await renderPrescriptionPdf(samplePrescription, { locale: 'en' }), by, {
      name: '王芳',
      reason: 'Prescription',
      location: 'Wuzhen',
      contact: '',
      signedAt,
    });

  it('when another doctor of the hospital signed it', async () => {
    const other = await signer('李医生', ago(0.5), new Date(Date.now() + DAY_MS));
    const forged = await forge(other, ago(0));
    expect(await ours(forged)).toEqual({ outcome: 'altered', reason: 'not-on-record' });
    expect(await pdfsig(forged)).toContain('Signer Certificate Common Name: 李医生');
  });

  it('when the certificate had expired', async () => {
    const expired = await signer('王芳', ago(0.9), ago(0.5));
    const forged = await forge(expired, ago(0.1));
    expect(await ours(forged)).toEqual({ outcome: 'altered', reason: 'expired' });
    expect(await pdfsig(forged)).toContain('Certificate has Expired');
  });

  it('when the certificate had been revoked', async () => {
    // The clinic’s own pharmacist, whose certificate the hospital knows.
    const { practitionerId } = clinic.pharmacist;
    const revoked = await signer('陈静', ago(0.9), new Date(Date.now() + DAY_MS));
    await test.database.admin.query(
      `UPDATE signing_credential SET certificate_pem = $2, serial = $3, revoked_at = $4, revocation_reason = 'superseded'
       WHERE practitioner_id = $1`,
      [practitionerId, revoked.certificate.pem, revoked.certificate.serialNumber, ago(0.3)],
    );
    const { serialNumber } = revoked.certificate;
    const revocations = [{ serialNumber, revokedAt: ago(0.3), reason: 'superseded' as const }];
    const forged = await forge(revoked, ago(0.1));
    expect(await ours(forged)).toEqual({ outcome: 'altered', reason: 'revoked' });
    expect(await pdfsig(forged, revocations)).toContain('Certificate has been Revoked');
    // A signature from before the revocation is rejected because it is not on record, not because of its certificate.
    expect(await ours(await forge(revoked, ago(0.5)))).toEqual({ outcome: 'altered', reason: 'not-on-record' });
  });
});

describe('a signature verified years later', () => {
  it('has the result of the time it was made, even if the certificate has expired or been revoked since', async () => {
    const clinic2 = await Clinic.open(test);
    const later = new Dispensary(test, clinic2);
    const patient = await clinic2.factory.patient(clinic2.hospital);
    const { id } = await clinic2.signed(patient);
    await later.approve(id);
    const pdf = await later.pdf(patient.client, id);
    const answer = async () => (await (await later.upload(pdf, 'application/pdf')).json()) as VerificationResult;
    const revoke = (from: string) =>
      test.database.admin.query(
        `UPDATE signing_credential SET revoked_at = now() + interval '1 hour', invalid_from = ${from}, revocation_reason = 'key-compromise'
         WHERE practitioner_id = $1`,
        [clinic2.doctor.practitionerId],
      );
    test.clock.advance(4 * 365 * DAY_MS);
    const held = { outcome: 'expired', prescription: { doctorSignature: 'valid', pharmacistSignature: 'valid' } };
    expect(await answer()).toMatchObject(held);
    await revoke(`now() + interval '1 hour'`);
    expect(await answer()).toMatchObject(held);
    await revoke(`now() - interval '1 hour'`);
    expect(await answer()).toMatchObject({ outcome: 'altered', reason: 'revoked' });
  });
});
