import { z } from 'zod';
import { fileBytes, locale } from '../core/common.ts';
import { prescriptionParams } from '../prescribing/prescribing.contract.ts';
import { defineRoute } from '../core/route.ts';

/** The code as it stands on the paper. */
const prescriptionCode = z.strictObject({
  /** The address in it; the secret stands after `#`. */
  address: z.string(),
  /** Its QR code: a row of 0 (light) and 1 (dark) for each line of modules, without the quiet zone around it. */
  modules: z.array(z.string().regex(/^[01]+$/)),
});
export type PrescriptionCode = z.output<typeof prescriptionCode>;

export const readPrescriptionCode = defineRoute({
  name: 'readPrescriptionCode',
  method: 'GET',
  path: '/api/prescriptions/:prescriptionId/code',
  summary: 'The printed code, for the patient alone, while medicines can still be had with it',
  permission: 'prescription.read',
  params: prescriptionParams,
  response: prescriptionCode,
  rateLimit: 30,
});

export const readPrescriptionDocument = defineRoute({
  name: 'readPrescriptionDocument',
  method: 'GET',
  path: '/api/prescriptions/:prescriptionId/document',
  summary: 'The signed PDF',
  permission: 'prescription.read',
  params: prescriptionParams,
  query: z.strictObject({ locale: locale.default('zh-CN') }),
  response: fileBytes,
  file: true,
});
