import type { KeyEncryption } from '../../../platform/signing/key-vault.ts';
import type { PrescriptionWithSurroundings } from '../prescription.repository.ts';
import { codeContext } from '../signature/signing.service.ts';

/** The address in a prescription’s code. Its secret stands after `#`, which reaches no server’s log. */
export async function printedAddress(
  { id, secretSealed, around }: PrescriptionWithSurroundings,
  { vault, publicUrl }: { vault: KeyEncryption; publicUrl: string },
): Promise<string> {
  const secret = await vault.open(secretSealed ?? '', codeContext(id));
  return `${publicUrl}/verify/${around.hospitalSlug}/${id}#${Buffer.from(secret).toString()}`;
}
