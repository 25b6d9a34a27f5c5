import { routesOf } from '../core/route.ts';
import type { oneTimeCodesSchemas } from './one-time-codes.schemas.ts';

const defineRoute = routesOf<typeof oneTimeCodesSchemas>();

export const askForCode = defineRoute('askForCode', 'POST /api/one-time-codes', 'public', { status: 201 });
export const askForContactCode = defineRoute(
  'askForContactCode',
  'POST /api/account/contact-codes',
  'account.change-contact',
  { status: 201 },
);
export const askForOwnCode = defineRoute(
  'askForOwnCode',
  'POST /api/account/confirmation-codes',
  'account.change-contact',
  { status: 201 },
);
export const proveCode = defineRoute('proveCode', 'POST /api/one-time-codes/:codeId/proof', 'public', { status: 201 });
export const signInByCode = defineRoute('signInByCode', 'POST /api/sessions/by-code', 'public', { status: 201 });
export const resetPassword = defineRoute('resetPassword', 'POST /api/account-passwords', 'public', { status: 201 });
export const changeContact = defineRoute('changeContact', 'PUT /api/account/contact', 'account.change-contact');
