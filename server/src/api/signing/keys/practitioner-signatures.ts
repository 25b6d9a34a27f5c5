import type { Tx } from '../../../platform/db/transaction.ts';
import type { JsonValue } from '../../../platform/signing/canonical-json.ts';
import { readCertificate } from '../../../platform/signing/certificate.ts';
import { distrustReason, type TrustPolicy } from '../../../platform/signing/certificate-trust.ts';
import { verifyJws } from '../../../platform/signing/jws.ts';
import type { KeyEncryption } from '../../../platform/signing/key-vault.ts';
import type { PdfSignatureStatement } from '../../../platform/signing/pdf-signature.ts';
import type { TimeStamping } from '../../../platform/signing/time-stamp-authority.ts';
import { verifyPdf, type PdfVerification } from '../../../platform/signing/pdf-verification.ts';
import { CredentialRepository } from './credential.repository.ts';
import { PractitionerSigner } from './practitioner-signer.ts';

/** A signed record as it is kept. */
export interface KeptSignature {
  jws: string;
  certificatePem: string;
  signedAt: Date;
}

export interface PdfSealer {
  /** Seals a rendered PDF (PAdES). */
  seal(pdf: Uint8Array, statement: PdfSignatureStatement): Promise<Buffer>;
  /** Whether what it sealed may still be kept: its certificate was neither revoked nor replaced meanwhile. */
  isInForce(tx: Tx): Promise<boolean>;
}

/** Signatures in a practitioner’s name for the other records of the house: notes and documents. */
export class PractitionerSignatures {
  readonly #credentials: CredentialRepository;
  readonly #signer: PractitionerSigner;

  constructor(vault: KeyEncryption, timeStamps: TimeStamping) {
    this.#credentials = new CredentialRepository(timeStamps.anchors);
    this.#signer = new PractitionerSigner(vault, timeStamps.authority);
  }

  /** Signs canonical JSON now. Throws `prescription.no-credential` for whoever has no certificate in force. */
  async sign(tx: Tx, practitionerId: string, type: string, payload: JsonValue): Promise<KeptSignature> {
    const credential = await this.#credentials.current(tx, practitionerId);
    const jws = await this.#signer.jws(credential, type, payload);
    return { jws, certificatePem: credential.certificate.pem, signedAt: tx.now };
  }

  /** Takes the practitioner’s certificate in force, to seal PDFs with it after the transaction has ended. */
  async sealer(tx: Tx, practitionerId: string): Promise<PdfSealer> {
    const credential = await this.#credentials.current(tx, practitionerId);
    const authority = await this.#credentials.authority(tx);
    return {
      seal: (pdf, statement) => this.#signer.pdf(credential, authority, pdf, statement),
      isInForce: async (later) =>
        (await this.#credentials.current(later, practitionerId)).certificate.thumbprint ===
        credential.certificate.thumbprint,
    };
  }

  trust(tx: Tx): Promise<TrustPolicy> {
    return this.#credentials.trust(tx);
  }

  /** What was signed, when the signature holds and its certificate was to be trusted at that time; null otherwise. */
  read(signature: KeptSignature, type: string, trust: TrustPolicy): JsonValue | null {
    const certificate = readCertificate(signature.certificatePem);
    const verification = verifyJws(signature.jws, type, certificate);
    if (verification.outcome !== 'valid' || distrustReason(certificate, trust, signature.signedAt)) return null;
    return verification.payload;
  }

  async checkPdf(tx: Tx, bytes: Buffer): Promise<PdfVerification> {
    return verifyPdf(bytes, await this.#credentials.trust(tx));
  }
}
