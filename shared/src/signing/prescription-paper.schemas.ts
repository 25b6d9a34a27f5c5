import { z } from 'zod';
import { fileBytes, locale } from '../core/common.ts';
import { prescriptionParams } from '../prescribing/prescribing.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

/** The code as printed. */
const prescriptionCode = z.strictObject({
  /** Its address, with the secret after `#`. */
  address: z.string(),
  /** Its QR code: a row of 0 (light) and 1 (dark) for each row of modules, without the quiet zone. */
  modules: z.array(z.string().regex(/^[01]+$/)),
});
export type PrescriptionCode = z.output<typeof prescriptionCode>;

export const prescriptionPaperSchemas = {
  readPrescriptionCode: {
    summary: 'Get the printed code, for the patient only, while it can still be dispensed',
    params: prescriptionParams,
    response: prescriptionCode,
    rateLimit: 30,
  },
  readPrescriptionDocument: {
    summary: 'Get the signed PDF',
    params: prescriptionParams,
    query: z.strictObject({ locale: locale.default('zh-CN') }),
    response: fileBytes,
  },
} satisfies RouteSchemas;
