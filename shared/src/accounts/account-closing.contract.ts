import { defineRoute } from '../core/route.ts';
import type { accountClosingSchemas } from './account-closing.schemas.ts';

export type { OwnClosing, AccountClosing } from './account-closing.schemas.ts';

export const readOwnClosing = defineRoute<typeof accountClosingSchemas, 'readOwnClosing'>({
  name: 'readOwnClosing',
  method: 'GET',
  path: '/api/account/closing',
  permission: 'account.close',
});

export const askForClosing = defineRoute<typeof accountClosingSchemas, 'askForClosing'>({
  name: 'askForClosing',
  method: 'POST',
  path: '/api/account/closing',
  permission: 'account.close',
});

export const takeClosingBack = defineRoute<typeof accountClosingSchemas, 'takeClosingBack'>({
  name: 'takeClosingBack',
  method: 'POST',
  path: '/api/account/closing/taking-back',
  permission: 'account.close',
});

export const listAccountClosings = defineRoute<typeof accountClosingSchemas, 'listAccountClosings'>({
  name: 'listAccountClosings',
  method: 'GET',
  path: '/api/administration/account-closings',
  permission: 'closing.read',
});
