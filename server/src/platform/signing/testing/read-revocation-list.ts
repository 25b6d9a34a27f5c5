import '../x509-runtime.ts';
import { X509Certificate, X509Crl } from '@peculiar/x509';
import type { SigningCertificate } from '../certificate.ts';

/**
 * Reads a revocation list into "from when was this serial not to be believed", or undefined when the list is not the authority's own. The answer
 * is a time, because what was signed before it stays good.
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
