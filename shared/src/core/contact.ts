import { z } from 'zod';
import { internationalPhone, toInternationalPhone } from './phone.ts';

export const email = z.email().max(254).toLowerCase();
/** A phone number in any notation; stored in E.164 form. */
export const phone = z.string().max(40).overwrite(toInternationalPhone).regex(internationalPhone, { error: 'phone' });
/** Long enough to resist guessing (NIST SP 800-63B requires at least eight; here ten), bounded for argon2id. */
export const newPassword = z.string().min(10).max(200);
export const hospitalSlug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?$/);
