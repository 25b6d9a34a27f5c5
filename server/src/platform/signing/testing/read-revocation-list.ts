import '../x509-runtime.ts';
import { X509Certificate, X509Crl } from '@peculiar/x509';
import type { SigningCertificate } from '../certificate.ts';

/**
 * Returns a function from a serial to the time from which it is revoked, or undefined when the list is not the authority's own. It returns a time
 * because earlier signatures stay valid.
 */
export async function readRevocationList(
  der: Uint8Array,
  authority: SigningCertificate,
): Promise<((serialNumber: string) => Date | undefined) | undefined> {
  let list: X509Crl;
  try {
    list = new X509Crl(Buffer.from(der));
    if (!(await list.verify({ publicKey: new X509Certificate(authority.der) }))) return undefined;
  } catch {
    return undefined;
  }
  const revokedAt = new Map(
    list.entries.map((entry) => [entry.serialNumber.toUpperCase(), entry.invalidity ?? entry.revocationDate]),
  );
  return (serialNumber) => revokedAt.get(serialNumber.toUpperCase());
}
