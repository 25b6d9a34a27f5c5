import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPrescriptionPdf } from '../../../server/src/api/prescribing/paper/prescription-pdf.ts';
import { prescriptionDigest } from '../../../server/src/api/prescribing/signature/review-json.ts';
import { longItems, samplePrescription } from '../../../server/src/api/prescribing/paper/sample-prescription.ts';
import { canonicalJson } from '../../../server/src/platform/signing/canonical-json.ts';
import type { CertificateIssuer } from '../../../server/src/platform/signing/certificate-authority.ts';
import type { CmsSigner } from '../../../server/src/platform/signing/cms-signature.ts';
import { signJws, verifyJws } from '../../../server/src/platform/signing/jws.ts';
import { signPdf } from '../../../server/src/platform/signing/pdf-signature.ts';
import { verifyPdf } from '../../../server/src/platform/signing/pdf-verification.ts';
import { issueRevocationList } from '../../../server/src/platform/signing/revocation-list.ts';
import { makeAuthority, makeSigner, statement } from '../../../server/src/platform/signing/signing-fixtures.ts';

const run = promisify(execFile);
const hasNssTools = await run('certutil', ['-H']).then(
  () => true,
  (error: { code?: unknown }) => error.code !== 'ENOENT',
);

const record = { schema: 'yunzhen/prescription/1', number: samplePrescription.number, amount: '0.5' };
let folder: string;
let authority: CertificateIssuer;
let doctor: CmsSigner;
let jws: string;
let signed: Buffer;

const file = (name: string) => join(folder, name);

/** Returns the output of Poppler's verifier, which shares no code with this project; it exits with 1 for a bad signature. */
async function pdfsig(pdf: Uint8Array, ...options: string[]): Promise<string> {
  await writeFile(file('checked.pdf'), pdf);
  const { stdout } = await run('pdfsig', [...options, file('checked.pdf')]).catch((error: { stdout: string }) => error);
  return stdout;
}

async function pdfText(pdf: Uint8Array): Promise<string> {
  await writeFile(file('read.pdf'), pdf);
  return (await run('pdftotext', [file('read.pdf'), '-'])).stdout;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-pdfsig-'));
  authority = await makeAuthority('乌镇互联网医院');
  doctor = await makeSigner(authority, '沈清');
  jws = signJws(record, 'prescription', { ...doctor, kid: 'doctor-1' });
  const pdf = await renderPrescriptionPdf(samplePrescription, {
    locale: 'zh-CN',
    attachments: [
      attachment('prescription.json', 'application/json', canonicalJson(record)),
      attachment('prescription.jws', 'application/jose', jws),
    ],
  });
  signed = await signPdf(pdf, doctor, statement);
  await writeFile(file('signed.pdf'), signed);
  await writeFile(file('authority.pem'), authority.certificate.pem);
  await writeFile(file('doctor.pem'), doctor.certificate.pem);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function attachment(name: string, mediaType: string, text: string) {
  return { name, mediaType, description: name, content: Buffer.from(text) };
}

describe('a signed prescription in an independent verifier', () => {
  it('has a valid PAdES signature over the whole document', async () => {
    const report = await pdfsig(signed);
    expect(report).toContain('Signature Validation: Signature is Valid.');
    expect(report).toContain('Total document signed');
    expect(report).toContain('Signature Type: ETSI.CAdES.detached');
    expect(report).toContain('Signing Hash Algorithm: SHA-256');
    expect(report).toContain('Signer Certificate Common Name: 沈清');
    expect(report).toMatch(/Signing Time: Jun 01 2026/);
  });

  it.skipIf(!hasNssTools)('is trusted only with the hospital’s certificate as trust anchor', async () => {
    const database = await mkdtemp(join(folder, 'nss-'));
    await run('certutil', ['-N', '-d', `sql:${database}`, '--empty-password']);
    expect(await pdfsig(signed, '-nssdir', database)).toContain("Certificate issuer isn't Trusted");
    const add = ['-A', '-d', `sql:${database}`, '-n', 'hospital', '-t', 'CT,C,C', '-a', '-i', file('authority.pem')];
    await run('certutil', add);
    expect(await pdfsig(signed, '-nssdir', database)).toContain('Certificate Validation: Certificate is Trusted.');
  });

  it('is reported as changed by both verifiers', async () => {
    const changed = Buffer.from(signed);
    const at = changed.indexOf('/MediaBox [0 0 595.28') + '/MediaBox [0 0 5'.length;
    changed.write('8', at, 'latin1');
    expect(await pdfsig(changed)).not.toContain('Signature is Valid');
    expect(verifyPdf(changed, { authorities: [authority.certificate] })).toEqual({
      outcome: 'altered',
      reason: 'digest-mismatch',
    });
  });

  it('is reported as extended by both verifiers', async () => {
    const extended = Buffer.concat([signed, Buffer.from('\n% appended\n')]);
    expect(await pdfsig(extended)).not.toContain('Total document signed');
    expect(verifyPdf(extended, { authorities: [authority.certificate] }).outcome).toBe('altered');
  });

  it('is reported as updated by both verifiers when other content covers the signed one', async () => {
    const root = /\/Root (\d+) 0 R/.exec(signed.toString('latin1'))?.[1] ?? '';
    const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(signed.toString('latin1'))?.[1] ?? '';
    const page = /(\d+) 0 obj\s*<<[^>]*\/Type \/Page\b/.exec(signed.toString('latin1'))?.[1] ?? '';
    const shadow = `\n${page} 0 obj\n<< /Type /Page /MediaBox [0 0 10 10] >>\nendobj\n`;
    const offset = String(signed.length + 1).padStart(10, '0');
    const table = `xref\n${page} 1\n${offset} 00000 n \ntrailer\n<< /Size 999 /Root ${root} 0 R /Prev ${previous} >>\n`;
    const end = `startxref\n${signed.length + shadow.length}\n%%EOF\n`;
    const updated = Buffer.concat([signed, Buffer.from(shadow + table + end)]);
    expect(await pdfsig(updated)).not.toContain('Total document signed');
    expect(verifyPdf(updated, { authorities: [authority.certificate] })).toEqual({
      outcome: 'altered',
      reason: 'incremental-update',
    });
  });

  it('is reported as changed by both verifiers when the embedded record is replaced', async () => {
    const swapped = Buffer.from(signed);
    const file = swapped.indexOf('/EmbeddedFile');
    const stream = swapped.indexOf('stream', file) + 'stream\n'.length;
    swapped.writeUInt8(swapped.readUInt8(stream + 10) ^ 1, stream + 10);
    expect(file).toBeGreaterThan(0);
    expect(await pdfsig(swapped)).not.toContain('Signature is Valid');
    expect(verifyPdf(swapped, { authorities: [authority.certificate] })).toEqual({
      outcome: 'altered',
      reason: 'digest-mismatch',
    });
  });

  it('shows the certificate of another doctor who signed the same page', async () => {
    const other = await makeSigner(authority, '王芳');
    const pdf = await signPdf(await renderPrescriptionPdf(samplePrescription, { locale: 'en' }), other, statement);
    expect(await pdfsig(pdf)).toContain('Signer Certificate Common Name: 王芳');
    expect(verifyPdf(pdf, { authorities: [authority.certificate] })).toMatchObject({
      outcome: 'valid',
      certificate: { thumbprint: other.certificate.thumbprint },
    });
  });

  it('is valid in every paper size and language, also across several pages', async () => {
    const prescription = { ...samplePrescription, items: longItems(5) };
    for (const locale of ['en', 'zh-CN'] as const) {
      for (const paper of ['A4', 'A5'] as const) {
        const pdf = await signPdf(await renderPrescriptionPdf(prescription, { locale, paper }), doctor, statement);
        const report = await pdfsig(pdf);
        expect(report, `${locale} ${paper}`).toContain('Signature is Valid');
        expect(report, `${locale} ${paper}`).toContain('Total document signed');
      }
    }
  });
});

describe('a signed prescription for a name in another script', () => {
  it.each([
    ['Uyghur', 'مۇھەممەت (Muhemmet)'],
    ['Tibetan', 'བཀྲ་ཤིས'],
    ['Thai', 'สมชาย ใจดี'],
    ['Devanagari', 'आदित्य'],
    ['Hebrew', 'יוסף'],
    ['Korean', '김민수'],
    ['Cyrillic', 'Владимир'],
    ['Chinese of extension B', '𠮷田'],
  ])('is valid, and a PDF reader finds the name: %s', async (_script, name) => {
    const named = { ...samplePrescription, patient: { ...samplePrescription.patient, name } };
    const pdf = await signPdf(await renderPrescriptionPdf(named, { locale: 'en' }), doctor, statement);
    expect(await pdfsig(pdf)).toContain('Signature is Valid');
    const read = (await pdfText(pdf)).replace(/[\s\u202a-\u202e]/g, '');
    for (const word of name.split(' ').filter((each) => !/^[(]|\p{Script=Arabic}/u.test(each)))
      expect(read).toContain(word);
    expect(read).not.toContain('U+');
  });
});

describe('certificates in OpenSSL', () => {
  it('chain to the hospital for signing', async () => {
    const { stdout } = await run('openssl', [
      'verify',
      '-x509_strict',
      '-attime',
      String(statement.signedAt.getTime() / 1000),
      '-purpose',
      'smimesign',
      '-CAfile',
      file('authority.pem'),
      file('doctor.pem'),
    ]);
    expect(stdout).toContain('doctor.pem: OK');
  });

  it('are rejected once the revocation list contains them', async () => {
    const { serialNumber } = doctor.certificate;
    const revocation = { serialNumber, revokedAt: statement.signedAt, reason: 'key-compromise' } as const;
    const times = { thisUpdate: statement.signedAt, nextUpdate: new Date('2026-07-01T00:00:00Z'), number: 1 };
    await writeFile(file('empty.crl'), await issueRevocationList(authority, [], times));
    await writeFile(file('full.crl'), await issueRevocationList(authority, [revocation], times));
    const verify = (list: string) =>
      run('openssl', [
        'verify',
        '-attime',
        String(statement.signedAt.getTime() / 1000 + 3600),
        '-crl_check',
        '-CRLfile',
        file(list),
        '-CAfile',
        file('authority.pem'),
        file('doctor.pem'),
      ]);
    expect((await verify('empty.crl')).stdout).toContain('doctor.pem: OK');
    await expect(verify('full.crl')).rejects.toMatchObject({ stderr: expect.stringContaining('revoked') as string });
  });
});

describe('the text and attachments of the PDF', () => {
  it('returns Chinese and Latin text', async () => {
    const { stdout } = await run('pdftotext', ['-layout', file('signed.pdf'), '-']);
    for (const text of [
      '乌镇互联网医院',
      '李伟',
      '急性咽炎（J02.9）',
      '青霉素 (penicillin)',
      '阿奇霉素',
      'Azithromycin',
      '6 片',
    ]) {
      expect(stdout.replace(/\s+/g, '')).toContain(text.replaceAll(' ', ''));
    }
  });

  it('embeds every font as a subset', async () => {
    const { stdout } = await run('pdffonts', [file('signed.pdf')]);
    const faces = stdout.trim().split('\n').slice(2);
    expect(faces).toHaveLength(2);
    for (const face of faces) expect(face).toMatch(/^[A-Z]{6}\+NotoSansSC-\w+ .* yes yes yes /);
  });

  it('contains the signed record, which a verifier can extract and compare', async () => {
    await run('pdfdetach', ['-saveall', '-o', folder, file('signed.pdf')]);
    const carried = await readFile(file('prescription.jws'), 'utf8');
    expect(prescriptionDigest(carried)).toBe(prescriptionDigest(jws));
    const verification = verifyJws(carried, 'prescription', doctor.certificate);
    expect(verification).toMatchObject({ outcome: 'valid', payload: record });
    expect(await readFile(file('prescription.json'), 'utf8')).toBe(canonicalJson(record));
  });

  it('is identical when another process renders it', async () => {
    const script = file('render.ts');
    const from = (path: string) => new URL(`../../../server/src/api/prescribing/paper/${path}`, import.meta.url);
    await writeFile(
      script,
      `import { renderPrescriptionPdf } from '${from('prescription-pdf.ts').href}';
       import { samplePrescription } from '${from('sample-prescription.ts').href}';
       process.stdout.write(await renderPrescriptionPdf(samplePrescription, { locale: 'en' }));`,
    );
    const { stdout } = await run(process.execPath, [script], { encoding: 'buffer' });
    const here = await renderPrescriptionPdf(samplePrescription, { locale: 'en' });
    expect(here.equals(stdout)).toBe(true);
  });
});
