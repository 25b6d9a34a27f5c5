import type { ClockWatch } from '../../../platform/clock-watch.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { JsonValue } from '../../../platform/signing/canonical-json.ts';
import { readCertificate, type SigningCertificate } from '../../../platform/signing/certificate.ts';
import { distrustReason, type TrustPolicy } from '../../../platform/signing/certificate-trust.ts';
import { signJws, verifyJws } from '../../../platform/signing/jws.ts';
import { withSealedKey, type KeyEncryption } from '../../../platform/signing/key-encryption.ts';
import { signPdf, type PdfSignatureStatement } from '../../../platform/signing/pdf-signature.ts';
import { signWithKey } from '../../../platform/signing/cms-signature.ts';
import type { TimeStampAuthority } from '../../../platform/signing/time-stamp-authority.ts';
import { verifyPdf, type PdfVerification } from '../../../platform/signing/pdf-verification.ts';
import { signingKeyContext, type CredentialRepository, type SealedCredential } from './credential.repository.ts';

/** A signed record as it is kept. */
export interface StoredSignature {
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

/** What was signed, when the signature holds and its certificate was to be trusted at that time; null otherwise. */
export function signedPayload(signature: StoredSignature, type: string, trust: TrustPolicy): JsonValue | null {
  const certificate = readCertificate(signature.certificatePem);
  const verification = verifyJws(signature.jws, type, certificate);
  if (verification.outcome !== 'valid' || distrustReason(certificate, trust, signature.signedAt)) return null;
  return verification.payload;
}

/** Whether a record of any kind of ours is signed as it says: for the check of a whole database. */
export function isSignedRecord(signature: StoredSignature, trust: TrustPolicy): boolean {
  const [header = ''] = signature.jws.split('.');
  const [, type] = /"typ":"(yunzhen-[a-z-]+)"/.exec(Buffer.from(header, 'base64url').toString('utf8')) ?? [];
  return type !== undefined && signedPayload(signature, type, trust) !== null;
}

/** Signs in a practitioner’s name. The private key is open for the length of one signature only. */
export class PractitionerSigner {
  readonly #keyEncryption: KeyEncryption;
  readonly #timeStamps: TimeStampAuthority | null;
  constructor(keyEncryption: KeyEncryption, timeStamps: TimeStampAuthority | null = null) {
    this.#keyEncryption = keyEncryption;
    this.#timeStamps = timeStamps;
  }

  jws(credential: SealedCredential, type: string, payload: JsonValue): Promise<string> {
    return withSealedKey(
      this.#keyEncryption,
      credential.sealedKey,
      signingKeyContext(credential.practitionerId),
      (key) =>
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
        withSealedKey(this.#keyEncryption, credential.sealedKey, signingKeyContext(credential.practitionerId), (key) =>
          signWithKey(bytes, key),
        ),
    };
    return signPdf(pdf, signer, statement, timeStamps ? (signature) => timeStamps.stamp(signature) : undefined);
  }
}

/** Signatures in a practitioner’s name, whatever the record: prescriptions, reviews, notes, documents. */
export class PractitionerSignatures {
  readonly #credentials: CredentialRepository;
  readonly #signer: PractitionerSigner;
  readonly #clockWatch: ClockWatch;

  constructor(credentials: CredentialRepository, signer: PractitionerSigner, clockWatch: ClockWatch) {
    this.#credentials = credentials;
    this.#signer = signer;
    this.#clockWatch = clockWatch;
  }

  /** Signs canonical JSON now. Throws `prescription.no-credential` without a certificate in force, and `clock.unreliable`. */
  async sign(tx: Tx, practitionerId: string, type: string, payload: JsonValue): Promise<StoredSignature> {
    this.#clockWatch.assertReliable();
    const credential = await this.#credentials.current(tx, practitionerId);
    const jws = await this.#signer.jws(credential, type, payload);
    return { jws, certificatePem: credential.certificate.pem, signedAt: tx.now };
  }

  /** Takes the practitioner’s certificate in force, to seal PDFs with it after the transaction has ended. */
  async sealer(tx: Tx, practitionerId: string): Promise<PdfSealer> {
    this.#clockWatch.assertReliable();
    const credential = await this.#credentials.current(tx, practitionerId);
    const { certificate: authority } = await this.#credentials.authority(tx);
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

  async checkPdf(tx: Tx, bytes: Buffer): Promise<PdfVerification> {
    return verifyPdf(bytes, await this.#credentials.trust(tx));
  }
}
