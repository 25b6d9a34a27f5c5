import { AppError } from '@yunzhen/shared/core/errors';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { JsonValue } from '../../../platform/signing/canonical-json.ts';
import { readCertificate, type SigningCertificate } from '../../../platform/signing/certificate.ts';
import { distrustReason, issuerOf, type TrustPolicy } from '../../../platform/signing/certificate-trust.ts';
import { signJws, verifyJws } from '../../../platform/signing/jws.ts';
import { withSealedKey, type KeyEncryption } from '../../../platform/signing/key-encryption.ts';
import { signPdf, type PdfSignatureStatement } from '../../../platform/signing/pdf-signature.ts';
import { signWithKey } from '../../../platform/signing/cms-signature.ts';
import type { TimeStampAuthority } from '../../../platform/signing/time-stamp-authority.ts';
import { verifyPdf, type PdfVerification } from '../../../platform/signing/pdf-verification.ts';
import { Service } from '../../../platform/service.ts';
import { signingKeyContext, type CredentialRepository, type SealedCredential } from './credential.repository.ts';
import type { SigningGate } from './signing-gate.ts';

/** A signed record as stored. */
export interface StoredSignature {
  jws: string;
  certificatePem: string;
  signedAt: Date;
}

export interface PdfSealer {
  /** Seals a rendered PDF (PAdES). */
  seal(pdf: Uint8Array, statement: PdfSignatureStatement): Promise<Buffer>;
  /** Returns whether the sealed file may still be stored: the certificate was neither revoked nor replaced since. */
  isInForce(tx: Tx): Promise<boolean>;
}

/** Returns the signed payload when the signature is valid and its certificate was trusted at that time; null otherwise. */
export function signedPayload(signature: StoredSignature, type: string, trust: TrustPolicy): JsonValue | null {
  const certificate = readCertificate(signature.certificatePem);
  const verification = verifyJws(signature.jws, type, certificate);
  if (verification.outcome !== 'valid' || distrustReason(certificate, trust, signature.signedAt)) return null;
  return verification.payload;
}

/** Returns whether a record of any kind has a valid signature; used to verify a whole database. */
export function isSignedRecord(signature: StoredSignature, trust: TrustPolicy): boolean {
  const [header = ''] = signature.jws.split('.');
  const [, type] = /"typ":"(yunzhen-[a-z-]+)"/.exec(Buffer.from(header, 'base64url').toString('utf8')) ?? [];
  return type !== undefined && signedPayload(signature, type, trust) !== null;
}

/** Signs in a practitioner’s name. The private key is decrypted for one signature only. */
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

  /** Signs a PDF as PAdES B-T when the hospital has a time stamp authority, and never without the stamp then; otherwise as B-B. */
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
      // The key is not held while the authority is asked for the time stamp.
      sign: (bytes: Buffer) =>
        withSealedKey(this.#keyEncryption, credential.sealedKey, signingKeyContext(credential.practitionerId), (key) =>
          signWithKey(bytes, key),
        ),
    };
    return signPdf(pdf, signer, statement, timeStamps ? (signature) => timeStamps.stamp(signature) : undefined);
  }
}

interface PractitionerSignaturesDeps {
  credentials: CredentialRepository;
  signer: PractitionerSigner;
  gate: SigningGate;
}

/** Signs records of every kind in a practitioner’s name: prescriptions, reviews, notes, documents. */
export class PractitionerSignatures extends Service<PractitionerSignaturesDeps> {
  /** Signs canonical JSON with the current time. Throws `prescription.no-credential` without a current certificate, and as `SigningGate`. */
  async sign(tx: Tx, practitionerId: string, type: string, payload: JsonValue): Promise<StoredSignature> {
    this.deps.gate.assertOpen();
    const credential = await this.deps.credentials.current(tx, practitionerId);
    const jws = await this.deps.signer.jws(credential, type, payload);
    return { jws, certificatePem: credential.certificate.pem, signedAt: tx.now };
  }

  /** Returns a sealer with the practitioner’s current certificate, for use after the transaction has ended. Throws as `sign`. */
  async sealer(tx: Tx, practitionerId: string): Promise<PdfSealer> {
    this.deps.gate.assertOpen();
    const credential = await this.deps.credentials.current(tx, practitionerId);
    const { authorities } = await this.deps.credentials.trust(tx);
    const issuer = issuerOf(credential.certificate, authorities);
    if (!issuer) throw new AppError('internal', 'no authority of the hospital issued this certificate');
    return {
      seal: (pdf, statement) => this.deps.signer.pdf(credential, issuer, pdf, statement),
      isInForce: async (later) =>
        (await this.deps.credentials.current(later, practitionerId)).certificate.thumbprint ===
        credential.certificate.thumbprint,
    };
  }

  trust(tx: Tx): Promise<TrustPolicy> {
    return this.deps.credentials.trust(tx);
  }

  async checkPdf(tx: Tx, bytes: Buffer): Promise<PdfVerification> {
    return verifyPdf(bytes, await this.deps.credentials.trust(tx));
  }
}
