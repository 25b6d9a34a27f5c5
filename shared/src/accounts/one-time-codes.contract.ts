import { defineRoute } from '../core/route.ts';
import type { oneTimeCodesSchemas } from './one-time-codes.schemas.ts';

export const askForCode = defineRoute<typeof oneTimeCodesSchemas, 'askForCode'>({
  name: 'askForCode',
  method: 'POST',
  path: '/api/one-time-codes',
  permission: 'public',
  status: 201,
});

export const askForContactCode = defineRoute<typeof oneTimeCodesSchemas, 'askForContactCode'>({
  name: 'askForContactCode',
  method: 'POST',
  path: '/api/account/contact-codes',
  permission: 'account.change-contact',
  status: 201,
});

export const askForOwnCode = defineRoute<typeof oneTimeCodesSchemas, 'askForOwnCode'>({
  name: 'askForOwnCode',
  method: 'POST',
  path: '/api/account/confirmation-codes',
  permission: 'account.change-contact',
  status: 201,
});

export const proveCode = defineRoute<typeof oneTimeCodesSchemas, 'proveCode'>({
  name: 'proveCode',
  method: 'POST',
  path: '/api/one-time-codes/:codeId/proof',
  permission: 'public',
  status: 201,
});

export const signInByCode = defineRoute<typeof oneTimeCodesSchemas, 'signInByCode'>({
  name: 'signInByCode',
  method: 'POST',
  path: '/api/sessions/by-code',
  permission: 'public',
  status: 201,
});

export const resetPassword = defineRoute<typeof oneTimeCodesSchemas, 'resetPassword'>({
  name: 'resetPassword',
  method: 'POST',
  path: '/api/account-passwords',
  permission: 'public',
  status: 201,
});

export const changeContact = defineRoute<typeof oneTimeCodesSchemas, 'changeContact'>({
  name: 'changeContact',
  method: 'PUT',
  path: '/api/account/contact',
  permission: 'account.change-contact',
});
