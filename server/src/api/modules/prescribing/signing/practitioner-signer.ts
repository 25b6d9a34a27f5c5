import type { JsonValue } from '../../../../platform/signing/canonical-json.ts';
import { signJws } from '../../../../platform/signing/jws.ts';
import { withSealedKey, type KeyEncryption } from '../../../../platform/signing/key-vault.ts';
import { signPdf, type PdfSignatureStatement } from '../../../../platform/signing/pdf-signature.ts';
import type { SigningCertificate } from '../../../../platform/signing/certificate.ts';
import { signingKeyContext, type SealedCredential } from './credential.repository.ts';

/** Signs in a practitioner’s name. The private key is open for the length of one signature only. */
export class PractitionerSigner {
  readonly #vault: KeyEncryption;
  constructor(vault: KeyEncryption) {
    this.#vault = vault;
  }

  jws(credential: SealedCredential, type: string, payload: JsonValue): Promise<string> {
    return withSealedKey(this.#vault, credential.sealedKey, signingKeyContext(credential.practitionerId), (key) =>
      signJws(payload, type, { key, certificate: credential.certificate, kid: credential.certificate.serialNumber }),
    );
  }

  pdf(
    credential: SealedCredential,
    authority: SigningCertificate,
    pdf: Uint8Array,
    statement: PdfSignatureStatement,
  ): Promise<Buffer> {
    return withSealedKey(this.#vault, credential.sealedKey, signingKeyContext(credential.practitionerId), (key) =>
      signPdf(pdf, { key, certificate: credential.certificate, chain: [authority] }, statement),
    );
  }
}
