import { routesOf } from '../core/route.ts';
import type { accountClosingSchemas } from './account-closing.schemas.ts';

export type { OwnClosing, AccountClosing } from './account-closing.schemas.ts';

const defineRoute = routesOf<typeof accountClosingSchemas>();

export const readOwnClosing = defineRoute('readOwnClosing', 'GET /api/account/closing', 'account.close');
export const askForClosing = defineRoute('askForClosing', 'POST /api/account/closing', 'account.close');
export const takeClosingBack = defineRoute('takeClosingBack', 'POST /api/account/closing/taking-back', 'account.close');
export const listAccountClosings = defineRoute(
  'listAccountClosings',
  'GET /api/administration/account-closings',
  'closing.read',
);
