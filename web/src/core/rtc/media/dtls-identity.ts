import type { joinRequest } from '@yunzhen/shared/calls/call.schemas';
import type { z } from 'zod';

type EarlyDtls = NonNullable<z.input<typeof joinRequest>['dtls']>;

/** A certificate that was made before there is a transport for it, and what the node is told of it. */
export interface DtlsIdentity {
  readonly certificates: RTCCertificate[];
  readonly dtls: EarlyDtls;
}

/**
 * Makes the certificate of a call’s transports beforehand, so that the node can connect its side while it answers the join.
 * Resolves with undefined where the browser does not tell fingerprints of its own certificates: the transports are connected
 * by a request of their own then.
 */
export async function createDtlsIdentity(): Promise<DtlsIdentity | undefined> {
  try {
    const certificate = await RTCPeerConnection.generateCertificate({
      name: 'ECDSA',
      namedCurve: 'P-256',
    } as EcKeyGenParams);
    // mediasoup-client clones its settings: where that can’t be done, better no certificate than no call.
    structuredClone(certificate);
    const fingerprints = certificate.getFingerprints().flatMap(({ algorithm, value }) => {
      return algorithm?.toLowerCase() === 'sha-256' && value
        ? [{ algorithm: algorithm.toLowerCase(), value: value.toUpperCase() }]
        : [];
    });
    if (fingerprints.length === 0) return undefined;
    // mediasoup-client takes the client’s part in both directions.
    const own = { role: 'client' as const, fingerprints };
    return { certificates: [certificate], dtls: { send: own, receive: own } };
  } catch {
    return undefined;
  }
}

/** Whether a transport asks to be connected with what the node has been told already. */
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
