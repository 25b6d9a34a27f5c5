import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCertificateAuthority, issueSigningCertificate } from './certificate-authority.ts';
import type { CertificateIssuer } from './certificate-authority.ts';
import { distrustReason } from './certificate-trust.ts';
import { readCertificate } from './certificate.ts';
import { issueRevocationList } from './revocation-list.ts';
import { readRevocationList } from './testing/read-revocation-list.ts';
import { established, makeAuthority, makeSigner, openKey } from './signing-fixtures.ts';

const subject = {
  commonName: '李伟',
  organization: '乌镇互联网医院',
  organizationalUnit: '内科',
  country: 'CN',
  serialNumber: 'L-1',
};
const during = new Date('2027-03-01T00:00:00Z');
let authority: CertificateIssuer;

beforeAll(async () => {
  authority = await makeAuthority('乌镇互联网医院');
});

describe('certificate authority', () => {
  it('is a self-signed P-256 root for twenty years that may only sign certificates and lists', async () => {
    const { certificate } = authority;
    expect(certificate.isAuthority).toBe(true);
    expect(certificate.maySign).toBe(false);
    expect(certificate.native.verify(certificate.publicKey)).toBe(true);
    expect(certificate.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    expect(certificate.notAfter).toEqual(new Date('2046-01-01T00:00:00Z'));
    expect(certificate.subject.commonName).toBe('乌镇互联网医院');
  });

  it('issues a signer’s certificate with the given subject, serial and dates', async () => {
    const { certificate } = await issueSigningCertificate(authority, subject, established);
    expect(certificate.subject).toEqual(subject);
    expect(certificate.serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/);
    expect(certificate.notAfter).toEqual(new Date('2029-01-01T00:00:00Z'));
    expect(certificate.isAuthority).toBe(false);
    expect(certificate.maySign).toBe(true);
    expect(certificate.native.verify(authority.certificate.publicKey)).toBe(true);
    expect(certificate.native.checkIssued(authority.certificate.native)).toBe(true);
    expect(certificate.native.keyUsage).toContain('1.3.6.1.5.5.7.3.36');
  });

  it('never issues beyond its own expiry', async () => {
    const late = new Date('2045-06-01T00:00:00Z');
    const { certificate } = await issueSigningCertificate(authority, subject, late);
    expect(certificate.notAfter).toEqual(authority.certificate.notAfter);
    const after = new Date('2046-01-01T00:00:00Z');
    await expect(issueSigningCertificate(authority, subject, after)).rejects.toThrow(RangeError);
  });

  it('rejects a signer as issuer', async () => {
    const issued = await issueSigningCertificate(authority, subject, established);
    const pretender = { certificate: issued.certificate, key: openKey(issued) };
    await expect(issueSigningCertificate(pretender, subject, established)).rejects.toThrow(TypeError);
  });

  it('returns the key that belongs to the certificate', async () => {
    const issued = await createCertificateAuthority(subject, established);
    expect(issued.certificate.native.checkPrivateKey(openKey(issued))).toBe(true);
  });

  it('rejects input that is not a certificate', () => {
    expect(() => readCertificate('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----')).toThrow(TypeError);
    expect(() => readCertificate(randomBytes(400))).toThrow(TypeError);
  });
});

describe('trust at a point in time', () => {
  it('depends on the state at that time, whatever happened since', async () => {
    const { certificate } = await makeSigner(authority, 'Shen Qing');
    const policy = { authorities: [authority.certificate], revokedAt: () => during };
    expect(distrustReason(certificate, policy, new Date('2025-12-31T23:59:59Z'))).toBe('not-yet-valid');
    expect(distrustReason(certificate, policy, new Date(during.getTime() - 1))).toBeUndefined();
    expect(distrustReason(certificate, policy, during)).toBe('revoked');
    const unrevoked = { authorities: [authority.certificate] };
    expect(distrustReason(certificate, unrevoked, new Date('2029-01-01T00:00:01Z'))).toBe('expired');
  });

  it('covers a renewed authority and the former one', async () => {
    const renewed = await makeAuthority('乌镇互联网医院');
    const signers = [await makeSigner(authority, 'A'), await makeSigner(renewed, 'B')];
    const policy = { authorities: [renewed.certificate, authority.certificate] };
    for (const { certificate } of signers) expect(distrustReason(certificate, policy, during)).toBeUndefined();
  });

  it('rejects another authority with the same name', async () => {
    const impostor = await makeAuthority('乌镇互联网医院');
    const { certificate } = await makeSigner(impostor, 'Shen Qing');
    expect(distrustReason(certificate, { authorities: [authority.certificate] }, during)).toBe('unknown-authority');
  });

  it('distinguishes authority and signer certificates', async () => {
    const policy = { authorities: [authority.certificate] };
    expect(distrustReason(authority.certificate, policy, during)).toBe('not-for-signing');
    const signer = await makeSigner(authority, 'Shen Qing');
    expect(distrustReason(signer.certificate, { authorities: [signer.certificate] }, during)).toBe('unknown-authority');
  });
});

describe('revocation list', () => {
  const times = { thisUpdate: during, nextUpdate: new Date('2027-04-01T00:00:00Z'), number: 7 };

  it('states when a certificate was revoked', async () => {
    const { certificate } = await makeSigner(authority, 'Shen Qing');
    const revocation = { serialNumber: certificate.serialNumber, revokedAt: during, reason: 'key-compromise' } as const;
    const list = await issueRevocationList(authority, [revocation], times);
    const revokedAt = await readRevocationList(list, authority.certificate);
    expect(revokedAt?.(certificate.serialNumber)).toEqual(during);
    expect(revokedAt?.('40')).toBeUndefined();
  });

  it('is rejected when another authority signed it, or when it was changed', async () => {
    const list = await issueRevocationList(authority, [], times);
    const other = await makeAuthority('乌镇互联网医院');
    expect(await readRevocationList(list, other.certificate)).toBeUndefined();
    const changed = Buffer.from(list);
    changed.writeUInt8(changed.readUInt8(40) ^ 1, 40);
    expect(await readRevocationList(changed, authority.certificate)).toBeUndefined();
    expect(await readRevocationList(Buffer.from('nonsense'), authority.certificate)).toBeUndefined();
  });
});
