import { defineRoute } from '../core/route.ts';
import type { verificationSchemas } from './verification.schemas.ts';

export type { VerificationResult } from './verification.schemas.ts';

export const verifyCode = defineRoute<typeof verificationSchemas, 'verifyCode'>({
  name: 'verifyCode',
  method: 'POST',
  path: '/api/verifications',
  permission: 'public',
});

export const verifyDocument = defineRoute<typeof verificationSchemas, 'verifyDocument'>({
  name: 'verifyDocument',
  method: 'POST',
  path: '/api/hospitals/:hospital/document-verifications',
  permission: 'public',
});

export const readHospitalCertificate = defineRoute<typeof verificationSchemas, 'readHospitalCertificate'>({
  name: 'readHospitalCertificate',
  method: 'GET',
  path: '/api/hospitals/:hospital/certificate',
  permission: 'public',
  file: true,
});
