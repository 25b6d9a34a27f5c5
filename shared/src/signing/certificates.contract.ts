import { defineRoute } from '../core/route.ts';
import type { certificatesSchemas } from './certificates.schemas.ts';

export type { CertificateSort } from './certificates.constants.ts';

export type { PractitionerCertificate, UncertifiedPractitioner } from './certificates.schemas.ts';

export const listCertificates = defineRoute<typeof certificatesSchemas, 'listCertificates'>({
  name: 'listCertificates',
  method: 'GET',
  path: '/api/certificates',
  permission: 'certificate.manage',
});

export const listMissingCertificates = defineRoute<typeof certificatesSchemas, 'listMissingCertificates'>({
  name: 'listMissingCertificates',
  method: 'GET',
  path: '/api/missing-certificates',
  permission: 'certificate.manage',
});

export const revokeCertificate = defineRoute<typeof certificatesSchemas, 'revokeCertificate'>({
  name: 'revokeCertificate',
  method: 'POST',
  path: '/api/certificates/:certificateId/revocation',
  permission: 'certificate.manage',
  confirmation: 'recent',
});

export const issueCertificate = defineRoute<typeof certificatesSchemas, 'issueCertificate'>({
  name: 'issueCertificate',
  method: 'POST',
  path: '/api/practitioners/:practitionerId/certificates',
  permission: 'certificate.manage',
  confirmation: 'recent',
  status: 201,
});

export const readRevocationList = defineRoute<typeof certificatesSchemas, 'readRevocationList'>({
  name: 'readRevocationList',
  method: 'GET',
  path: '/api/hospitals/:hospital/revocation-list',
  permission: 'public',
  file: true,
});
