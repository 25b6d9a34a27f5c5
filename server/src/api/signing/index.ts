import type { X509Certificate } from 'node:crypto';
import type { Tx } from '../../platform/db/transaction.ts';
import type { TrustPolicy } from '../../platform/signing/certificate-trust.ts';
import type { JsonValue } from '../../platform/signing/canonical-json.ts';
import type { AdministrationArea } from '../administration/index.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import { CertificatesRepository } from './certificates/certificates.repository.ts';
import { registerCertificateRoutes } from './certificates/certificates.routes.ts';
import { CertificatesService } from './certificates/certificates.service.ts';
import { PrintedCodes } from './codes/printed-codes.ts';
import { SignedRecordHooks } from './hooks.ts';
import { CredentialRepository } from './keys/credential.repository.ts';
import { HospitalSeal, readSeal } from './keys/hospital-seal.ts';
import { PractitionerSignatures, PractitionerSigner } from './keys/practitioner-signatures.ts';
import { SigningGate } from './keys/signing-gate.ts';

export { codeContext, isCodeSecret, type PrintedCodes } from './codes/printed-codes.ts';
export { signingKeyContext } from './keys/credential.repository.ts';
export { authorityKeyContext, type HospitalSeal } from './keys/hospital-seal.ts';
export {
  isSignedRecord,
  signedPayload,
  type StoredSignature,
  type PractitionerSignatures,
} from './keys/practitioner-signatures.ts';
export type { Sealing } from './sealing/sealing.ts';
export type { SealedRecords, VerifiedRecords } from './signed-kinds.ts';
export type { Verification } from './verification/verification.ts';

export interface SigningDeps extends ApiDeps {
  administration: Pick<AdministrationArea, 'hospitals'>;
}

/** The interface of signing for other areas, which decide what is signed. */
export interface SigningArea {
  hooks: SignedRecordHooks;
  /** Signs in a practitioner’s name. */
  signatures: PractitionerSignatures;
  /** Signs in the hospital’s name. */
  hospitalSeal: HospitalSeal;
  codes: PrintedCodes;
  /** Issues the first certificate to a new practitioner. */
  issueFirstCertificate(tx: Tx, practitionerId: string): Promise<void>;
  /** Creates the authority of a new hospital; has no effect when it has one. */
  makeAuthority(tx: Tx, names: { en: string; zh: string }, jurisdiction: string): Promise<void>;
}

/** Verifies a signature of the hospital without access to keys. */
export function readHospitalSeal(tx: Tx, type: string, signed: string): Promise<JsonValue | null> {
  return readSeal(tx, new CredentialRepository([]), type, signed);
}

/** Returns the hospital’s trust policy without access to keys. */
export function trustOf(tx: Tx, timeAnchors: readonly X509Certificate[]): Promise<TrustPolicy> {
  return new CredentialRepository(timeAnchors).trust(tx);
}

/** Creates the signing area: keys, certificates, seals and public verification. */
export function createSigningArea(deps: SigningDeps): SigningArea {
  const { transactions, jobs, keyEncryption, timeStamps, clockWatch } = deps;
  const { hospitals } = deps.administration;
  const hospitalBySlug = (slug: string, cause: string) => hospitals.bySlug(slug, cause);
  const { PUBLIC_URL: publicUrl, ISOLATED: isCopy } = deps.settings;
  const gate = new SigningGate(isCopy, clockWatch);
  const credentials = new CredentialRepository(timeStamps.anchors);
  const signatures = new PractitionerSignatures({
    credentials,
    signer: new PractitionerSigner(keyEncryption, timeStamps.authority),
    gate,
  });
  const hospitalSeal = new HospitalSeal({ keyEncryption, credentials, gate });
  const certificates = new CertificatesService({
    transactions,
    certificates: new CertificatesRepository(),
    credentials,
    seal: hospitalSeal,
    gate,
    keyEncryption,
    hospitalBySlug,
  });
  jobs.define(certificates.renewalJob());
  registerCertificateRoutes(deps.routes, certificates);
  return {
    hooks: new SignedRecordHooks({
      transactions,
      jobs,
      signatures,
      gate,
      publicUrl,
      hospitalBySlug,
      fileStore: deps.files,
    }),
    signatures,
    hospitalSeal,
    codes: new PrintedCodes(keyEncryption, publicUrl),
    issueFirstCertificate: (tx, practitionerId) => certificates.issueFirst(tx, practitionerId),
    makeAuthority: (tx, names, jurisdiction) => certificates.makeAuthority(tx, names, jurisdiction),
  };
}
