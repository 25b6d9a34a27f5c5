export { CertificatesRepository } from './certificates/certificates.repository.ts';
export { registerCertificateRoutes } from './certificates/certificates.routes.ts';
export { CertificatesService } from './certificates/certificates.service.ts';
export { CredentialRepository, signingKeyContext, type SealedCredential } from './keys/credential.repository.ts';
export { PractitionerSignatures, type PdfSealer } from './keys/practitioner-signatures.ts';
export { PractitionerSigner } from './keys/practitioner-signer.ts';
