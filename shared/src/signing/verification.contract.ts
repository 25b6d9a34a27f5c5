import { routesOf } from '../core/route.ts';
import type { verificationSchemas } from './verification.schemas.ts';

export type { VerificationResult } from './verification.schemas.ts';

const defineRoute = routesOf<typeof verificationSchemas>();

export const verifyCode = defineRoute('verifyCode', 'POST /api/verifications', 'public');
export const verifyDocument = defineRoute(
  'verifyDocument',
  'POST /api/hospitals/:hospital/document-verifications',
  'public',
);
export const readHospitalCertificate = defineRoute(
  'readHospitalCertificate',
  'GET /api/hospitals/:hospital/certificate',
  'public',
  { file: true },
);
