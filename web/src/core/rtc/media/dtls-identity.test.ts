import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDtlsIdentity, isKnown } from './dtls-identity.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

function browserWith(certificate: object): void {
  vi.stubGlobal('RTCPeerConnection', { generateCertificate: async () => certificate });
}

const fingerprint = { algorithm: 'sha-256', value: 'ab:cd' };

describe('a certificate that is made beforehand', () => {
  it('is told to the node as mediasoup writes it, for both directions', async () => {
    class Certificate {
      static getFingerprints = () => [{ algorithm: 'sha-1', value: 'ef:01' }, fingerprint];
    }
    vi.stubGlobal('structuredClone', (value: unknown) => value);
    browserWith(Certificate);
    const own = { role: 'client', fingerprints: [{ algorithm: 'sha-256', value: 'AB:CD' }] };
    expect(await createDtlsIdentity()).toEqual({ certificates: [Certificate], dtls: { send: own, receive: own } });
  });

  it.each([
    ['keeps its fingerprints to itself', {}],
    ['has none', { getFingerprints: () => [] }],
    ['can not be cloned', { getFingerprints: () => [fingerprint] }],
  ])('is done without where it %s', async (_why, certificate) => {
    browserWith(certificate);
    expect(await createDtlsIdentity()).toBeUndefined();
  });

  it('is done without where the browser makes none', async () => {
    vi.stubGlobal('RTCPeerConnection', {});
    expect(await createDtlsIdentity()).toBeUndefined();
  });
});

describe('what the node knows already', () => {
  const told = { role: 'client' as const, fingerprints: [fingerprint] };

  it('is the same certificate and part, however it is written', () => {
    expect(isKnown(told, { role: 'client', fingerprints: [{ algorithm: 'SHA-256', value: 'AB:CD' }] })).toBe(true);
  });

  it('is no other certificate, no other part, and nothing when nothing was told', () => {
    expect(isKnown(told, { role: 'client', fingerprints: [{ ...fingerprint, value: 'AB:CE' }] })).toBe(false);
    expect(isKnown(told, { role: 'server', fingerprints: [fingerprint] })).toBe(false);
    expect(isKnown(undefined, { role: 'client', fingerprints: [fingerprint] })).toBe(false);
  });
});
