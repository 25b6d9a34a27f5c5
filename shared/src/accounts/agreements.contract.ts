import { routesOf } from '../core/route.ts';
import type { agreementsSchemas } from './agreements.schemas.ts';

export type { AgreedText } from './agreements.schemas.ts';

const defineRoute = routesOf<typeof agreementsSchemas>();

export const readAgreementTexts = defineRoute(
  'readAgreementTexts',
  'GET /api/hospitals/:hospital/agreement-texts',
  'public',
);
export const listOwnAgreements = defineRoute('listOwnAgreements', 'GET /api/account/agreements', 'account.security');
export const giveAgreements = defineRoute('giveAgreements', 'POST /api/account/agreements', 'account.security');
