import { beforeAll, describe, expect, it } from 'vitest';
import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import type { CertificateIssuer } from './certificate-authority.ts';
import type { CmsSigner } from './cms-signature.ts';
import { signPdf } from './pdf-signature.ts';
import { MAX_PDF_BYTES, verifyPdf } from './pdf-verification.ts';
import { makeAuthority, makePdf, makeSigner, statement } from './signing-fixtures.ts';

let authority: CertificateIssuer;
let signer: CmsSigner;
let plain: Buffer;
let signed: Buffer;

const verify = (pdf: Uint8Array) => verifyPdf(pdf, { authorities: [authority.certificate] });
const edit = (pdf: Buffer, change: (text: string) => string) => Buffer.from(change(pdf.toString('latin1')), 'latin1');
const hole = () => ({
  start: signed.indexOf('/Contents <') + '/Contents '.length,
  end: signed.indexOf('>', signed.indexOf('/Contents <')) + 1,
});

beforeAll(async () => {
  authority = await makeAuthority('乌镇互联网医院');
  signer = await makeSigner(authority, '沈清');
  plain = await makePdf('Two copies were made.');
  signed = await signPdf(plain, signer, statement);
});

describe('a signed PDF', () => {
  it('is valid and names signer, time and certificate', () => {
    const outcome = verify(signed);
    expect(outcome).toMatchObject({ outcome: 'valid', signedAt: statement.signedAt, signer: { commonName: '沈清' } });
    expect(outcome.outcome === 'valid' && outcome.certificate.thumbprint).toBe(signer.certificate.thumbprint);
  });

  it('is valid in a buffer that is part of a larger one', () => {
    const larger = Buffer.concat([Buffer.from('xxx'), signed, Buffer.from('yyy')]);
    expect(verify(new Uint8Array(larger.buffer, larger.byteOffset + 3, signed.length)).outcome).toBe('valid');
  });

  it('is never valid with a bit of its content flipped', () => {
    const { start, end } = hole();
    for (let at = 0; at < signed.length; at += 7) {
      if (at >= start && at < end) continue;
      const changed = Buffer.from(signed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(verify(changed).outcome, `byte ${at}`).not.toBe('valid');
    }
  });

  it('is never valid with a digit of the signature changed', () => {
    const { start, end } = hole();
    const digits = '0123456789abcdef';
    for (let at = start + 1; at < end - 1; at += 5) {
      const changed = Buffer.from(signed);
      const digit = digits.indexOf(String.fromCharCode(changed.readUInt8(at)));
      changed.write(digits[(digit + 1) % 16] ?? '0', at, 'latin1');
      expect(verify(changed).outcome, `byte ${at}`).not.toBe('valid');
    }
  });

  it('is reported as altered after a change of the page', () => {
    const changed = edit(signed, (text) => text.replace('/MediaBox [0 0 612 792]', '/MediaBox [0 0 612 793]'));
    expect(verify(changed)).toEqual({ outcome: 'altered', reason: 'digest-mismatch' });
  });

  it('is reported as altered with the signature of other content', async () => {
    const other = await signPdf(await makePdf('Two copies were lost.'), signer, statement);
    const { start, end } = hole();
    const otherStart = other.indexOf('/Contents <') + '/Contents '.length;
    const swapped = Buffer.from(signed);
    other.copy(swapped, start, otherStart, otherStart + end - start);
    expect(verify(swapped)).toEqual({ outcome: 'altered', reason: 'digest-mismatch' });
  });
});

describe('attacks on a signed PDF', () => {
  it('detects appended bytes', () => {
    for (const tail of ['\n', ' ', '%', 'xxxx']) {
      expect(verify(Buffer.concat([signed, Buffer.from(tail)]))).toEqual({
        outcome: 'altered',
        reason: 'appended-bytes',
      });
    }
  });

  it('detects an incremental update', () => {
    const update = '\n9 0 obj\n<< /Type /Page >>\nendobj\nxref\n0 0\ntrailer\n<< >>\nstartxref\n9\n%%EOF';
    expect(verify(Buffer.concat([signed, Buffer.from(update)]))).toEqual({
      outcome: 'altered',
      reason: 'incremental-update',
    });
  });

  it('detects a second signature, even of the same signer', async () => {
    const twice = await signPdf(signed, signer, statement).catch(() => undefined);
    const appended = Buffer.concat([signed, Buffer.from('\n9 0 obj\n<< /ByteRange [0 1 2 3] >>\nendobj\n')]);
    for (const pdf of [twice, appended]) {
      if (pdf) expect(verify(pdf)).toEqual({ outcome: 'altered', reason: 'several-signatures' });
    }
  });

  it('detects a truncated file', () => {
    expect(verify(signed.subarray(0, signed.length - 1))).toEqual({ outcome: 'altered', reason: 'truncated' });
  });

  it('detects content hidden in the signature’s /Contents', () => {
    const { start, end } = hole();
    const zeros = signed.lastIndexOf('00>', end) - 40;
    const hidden = Buffer.from(signed);
    hidden.write('> /Reason (another) /X <', zeros, 'latin1');
    expect(verify(hidden)).toEqual({ outcome: 'altered', reason: 'bytes-outside-signature' });
    const padded = Buffer.from(signed);
    padded.write('1', end - 2, 'latin1');
    expect(verify(padded)).toEqual({ outcome: 'altered', reason: 'bytes-outside-signature' });
    const wide = edit(signed, (text) => text.replace(/\/ByteRange \[0 \d+/, `/ByteRange [0 ${start - 10}`));
    expect(verify(wide).outcome).not.toBe('valid');
  });

  it('detects a removed signature', () => {
    expect(verify(edit(signed, (text) => text.replace('/ByteRange', '/ByteRangf')))).toEqual({
      outcome: 'unsigned',
      reason: 'no-signature',
    });
    expect(verify(plain)).toEqual({ outcome: 'unsigned', reason: 'no-signature' });
  });

  it.each([
    '[0 0 0 0]',
    '[0 1 0 1]',
    '[1 2 3 4]',
    '[0 -1 5 5]',
    '[0 1e3 5 5]',
    '[0 99999999999 1 1]',
    '[0 1 2]',
    '[0\u00001 2 3]',
    '[',
    '',
  ])('rejects the byte range %j', (range) => {
    const changed = edit(signed, (text) => text.replace(/\/ByteRange \[[^\]]*\]/, `/ByteRange ${range}`));
    expect(['malformed', 'altered']).toContain(verify(changed).outcome);
  });

  it('reports another hospital’s signer as untrusted', async () => {
    const stranger = await makeSigner(await makeAuthority('乌镇互联网医院'), '沈清');
    const pdf = await signPdf(plain, stranger, statement);
    expect(verify(pdf)).toEqual({ outcome: 'untrusted', reason: 'unknown-authority' });
  });

  it('reports a signer who was expired or revoked when signing', async () => {
    const early = { ...statement, signedAt: new Date('2025-12-01T00:00:00Z') };
    const late = { ...statement, signedAt: new Date('2029-02-01T00:00:00Z') };
    expect(verify(await signPdf(plain, signer, early))).toEqual({ outcome: 'untrusted', reason: 'not-yet-valid' });
    expect(verify(await signPdf(plain, signer, late))).toEqual({ outcome: 'untrusted', reason: 'expired' });
    const revoked = { authorities: [authority.certificate], revokedAt: () => statement.signedAt };
    expect(verifyPdf(signed, revoked)).toEqual({ outcome: 'untrusted', reason: 'revoked' });
  });

  it('reports a certificate that is not for signing', async () => {
    const selfMade = { key: authority.key, certificate: authority.certificate, chain: [] };
    const pdf = await signPdf(plain, selfMade, statement);
    expect(verify(pdf)).toEqual({ outcome: 'untrusted', reason: 'not-for-signing' });
  });

  it('rejects a signature whose key is not the certificate’s', async () => {
    const colleague = await makeSigner(authority, '周敏');
    const pdf = await signPdf(plain, { ...signer, key: colleague.key }, statement);
    expect(verify(pdf)).toEqual({ outcome: 'altered', reason: 'signature-mismatch' });
  });
});

describe('hostile input instead of a PDF', () => {
  it('is reported as malformed when it is not a PDF', () => {
    for (const text of ['', '%PDF', 'GIF89a', '<html>']) {
      expect(verify(Buffer.from(text))).toEqual({ outcome: 'malformed', reason: 'not-a-pdf' });
    }
  });

  it('is rejected by size before it is read', () => {
    expect(verify(Buffer.alloc(MAX_PDF_BYTES + 1))).toEqual({ outcome: 'malformed', reason: 'too-large' });
  });

  it('with many incomplete signatures is read in one pass', () => {
    const junk = Buffer.from(`%PDF-1.7\n/ByteRange [0 ${' '.repeat(MAX_PDF_BYTES - 40)}`);
    expect(verify(junk)).toEqual({ outcome: 'malformed', reason: 'byte-range' });
    const many = Buffer.from(`%PDF-1.7\n${'/ByteRange '.repeat(400_000)}`);
    expect(verify(many)).toEqual({ outcome: 'altered', reason: 'several-signatures' });
  });

  it('with an unfilled placeholder is rejected', () => {
    const empty = plainAddPlaceholder({
      pdfBuffer: plain,
      reason: '',
      contactInfo: '',
      name: '',
      location: '',
      signatureLength: 64,
    });
    expect(verify(empty)).toEqual({ outcome: 'malformed', reason: 'byte-range' });
  });

  it('with PDF syntax in a name is not signed', async () => {
    await expect(signPdf(plain, signer, { ...statement, name: '<< /JS (x) >>' })).rejects.toThrow(TypeError);
  });
});
