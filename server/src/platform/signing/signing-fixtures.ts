import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { createCertificateAuthority, issueSigningCertificate } from './certificate-authority.ts';
import type { CertificateIssuer, IssuedCertificate } from './certificate-authority.ts';
import type { CmsSigner } from './cms-signature.ts';
import type { PdfSignatureStatement } from './pdf-signature.ts';

/** People and documents for the tests of signing. */
export const established = new Date('2026-01-01T00:00:00Z');

export const statement: PdfSignatureStatement = {
  name: '沈清',
  reason: 'Contract 合同',
  location: 'Wuzhen',
  contact: 'office@hospital.example',
  signedAt: new Date('2026-06-01T08:30:15Z'),
};

export function openKey(issued: IssuedCertificate): KeyObject {
  return createPrivateKey({ key: Buffer.from(issued.privateKey), format: 'der', type: 'pkcs8' });
}

export async function makeAuthority(name: string): Promise<CertificateIssuer> {
  const issued = await createCertificateAuthority({ commonName: name, organization: name, country: 'CN' }, established);
  return { certificate: issued.certificate, key: openKey(issued) };
}

export async function makeSigner(authority: CertificateIssuer, name: string, notAfter?: Date): Promise<CmsSigner> {
  const subject = { commonName: name, organization: '乌镇互联网医院', country: 'CN', serialNumber: 'L-1103304' };
  const issued = await issueSigningCertificate(authority, subject, established, notAfter);
  return { certificate: issued.certificate, key: openKey(issued), chain: [authority.certificate] };
}

export async function makePdf(text: string): Promise<Buffer> {
  const doc = new PDFDocument({ info: { CreationDate: established } });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => doc.on('end', resolve));
  doc.text(text);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
