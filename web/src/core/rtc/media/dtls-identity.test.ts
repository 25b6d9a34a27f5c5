import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDtlsIdentity, isKnown } from './dtls-identity.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

function browserWith(certificate: object): void {
  vi.stubGlobal('RTCPeerConnection', { generateCertificate: async () => certificate });
}

const fingerprint = { algorithm: 'sha-256', value: 'ab:cd' };

describe('A certificate created before the transports', () => {
  it('is sent to the node in mediasoup’s format, for both directions', async () => {
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
  ])('is omitted where it %s', async (_why, certificate) => {
    browserWith(certificate);
    expect(await createDtlsIdentity()).toBeUndefined();
  });

  it('is omitted where the browser creates none', async () => {
    vi.stubGlobal('RTCPeerConnection', {});
    expect(await createDtlsIdentity()).toBeUndefined();
  });
});

describe('A DTLS identity known to the node', () => {
  const parameters = { role: 'client' as const, fingerprints: [fingerprint] };

  it('is the same certificate and role in any notation', () => {
    expect(isKnown(parameters, { role: 'client', fingerprints: [{ algorithm: 'SHA-256', value: 'AB:CD' }] })).toBe(
      true,
    );
  });

  it('is not another certificate, another role, or an identity that was never sent', () => {
    expect(isKnown(parameters, { role: 'client', fingerprints: [{ ...fingerprint, value: 'AB:CE' }] })).toBe(false);
    expect(isKnown(parameters, { role: 'server', fingerprints: [fingerprint] })).toBe(false);
    expect(isKnown(undefined, { role: 'client', fingerprints: [fingerprint] })).toBe(false);
  });
});
