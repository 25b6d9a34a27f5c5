import type { joinRequest } from '@yunzhen/shared/calls/call.schemas';
import type { z } from 'zod';

type EarlyDtls = NonNullable<z.input<typeof joinRequest>['dtls']>;

/** A certificate created before its transports, and the DTLS parameters sent to the node. */
export interface DtlsIdentity {
  readonly certificates: RTCCertificate[];
  readonly dtls: EarlyDtls;
}

/**
 * Creates the certificate of a call’s transports in advance, so that the node can connect its side while it answers the join.
 * Resolves with undefined where the browser does not expose fingerprints of its certificates; the transports are then connected by a separate
 * request.
 */
export async function createDtlsIdentity(): Promise<DtlsIdentity | undefined> {
  try {
    const certificate = await RTCPeerConnection.generateCertificate({
      name: 'ECDSA',
      namedCurve: 'P-256',
    } as EcKeyGenParams);
    // mediasoup-client clones its settings: where cloning fails, a call without this certificate is better than none.
    structuredClone(certificate);
    const fingerprints = certificate.getFingerprints().flatMap(({ algorithm, value }) => {
      return algorithm?.toLowerCase() === 'sha-256' && value
        ? [{ algorithm: algorithm.toLowerCase(), value: value.toUpperCase() }]
        : [];
    });
    if (fingerprints.length === 0) return undefined;
    // mediasoup-client has the DTLS client role in both directions.
    const own = { role: 'client' as const, fingerprints };
    return { certificates: [certificate], dtls: { send: own, receive: own } };
  } catch {
    return undefined;
  }
}

/** Returns whether a transport connects with the DTLS parameters that the node has already received. */
export function isKnown(
  told: EarlyDtls['send'] | undefined,
  asked: { role?: string | undefined; fingerprints: { algorithm: string; value: string }[] },
): boolean {
  if (!told || told.role !== asked.role) return false;
  const known = new Set(told.fingerprints.map(fingerprintKey));
  return asked.fingerprints.some((fingerprint) => known.has(fingerprintKey(fingerprint)));
}

function fingerprintKey({ algorithm, value }: { algorithm: string; value: string }): string {
  return `${algorithm} ${value}`.toLowerCase();
}
