import type { JsonValue } from '../../../platform/signing/canonical-json.ts';
import { signJws } from '../../../platform/signing/jws.ts';
import { withSealedKey, type KeyEncryption } from '../../../platform/signing/key-vault.ts';
import { signPdf, type PdfSignatureStatement } from '../../../platform/signing/pdf-signature.ts';
import type { SigningCertificate } from '../../../platform/signing/certificate.ts';
import type { TimeStampAuthority } from '../../../platform/signing/time-stamp-authority.ts';
import { signWithKey } from '../../../platform/signing/cms-signature.ts';
import { signingKeyContext, type SealedCredential } from './credential.repository.ts';

/** Signs in a practitioner’s name. The private key is open for the length of one signature only. */
export class PractitionerSigner {
  readonly #vault: KeyEncryption;
  readonly #timeStamps: TimeStampAuthority | null;
  constructor(vault: KeyEncryption, timeStamps: TimeStampAuthority | null = null) {
    this.#vault = vault;
    this.#timeStamps = timeStamps;
  }

  jws(credential: SealedCredential, type: string, payload: JsonValue): Promise<string> {
    return withSealedKey(this.#vault, credential.sealedKey, signingKeyContext(credential.practitionerId), (key) =>
      signJws(payload, type, { key, certificate: credential.certificate, kid: credential.certificate.serialNumber }),
    );
  }

  /** PAdES B-T where the hospital has a time stamp authority, and then never without its stamp; B-B otherwise. */
  pdf(
    credential: SealedCredential,
    authority: SigningCertificate,
    pdf: Uint8Array,
    statement: PdfSignatureStatement,
  ): Promise<Buffer> {
    const timeStamps = this.#timeStamps;
    const signer = {
      certificate: credential.certificate,
      chain: [authority],
      // While the authority is asked for the time, the key is closed again.
      sign: (bytes: Buffer) =>
        withSealedKey(this.#vault, credential.sealedKey, signingKeyContext(credential.practitionerId), (key) =>
          signWithKey(bytes, key),
        ),
    };
    return signPdf(pdf, signer, statement, timeStamps ? (signature) => timeStamps.stamp(signature) : undefined);
  }
}
