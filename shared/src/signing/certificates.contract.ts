import { routesOf } from '../core/route.ts';
import type { certificatesSchemas } from './certificates.schemas.ts';

export type { CertificateSort } from './certificates.constants.ts';

export type { PractitionerCertificate, UncertifiedPractitioner } from './certificates.schemas.ts';

const defineRoute = routesOf<typeof certificatesSchemas>();

export const listCertificates = defineRoute('listCertificates', 'GET /api/certificates', 'certificate.manage');
export const listMissingCertificates = defineRoute(
  'listMissingCertificates',
  'GET /api/missing-certificates',
  'certificate.manage',
);
export const revokeCertificate = defineRoute(
  'revokeCertificate',
  'POST /api/certificates/:certificateId/revocation',
  'certificate.manage',
  { confirmation: 'recent' },
);
export const issueCertificate = defineRoute(
  'issueCertificate',
  'POST /api/practitioners/:practitionerId/certificates',
  'certificate.manage',
  { confirmation: 'recent', status: 201 },
);
export const readRevocationList = defineRoute(
  'readRevocationList',
  'GET /api/hospitals/:hospital/revocation-list',
  'public',
  { file: true },
);
