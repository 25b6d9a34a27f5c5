import { z } from 'zod';
import { empty } from '../core/common.ts';
import { newPassword } from '../core/contact.ts';
import { personConfirmation } from './person-confirmation.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

export const accountSecuritySchemas = {
  changePassword: {
    summary: 'Change the password with the present one, or with a code where there is none; ends all other sessions',
    body: z.strictObject({ confirmation: personConfirmation, password: newPassword }),
    response: empty,
    rateLimit: 20,
  },
} satisfies RouteSchemas;
