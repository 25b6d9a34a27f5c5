import { defineRoute } from '../core/route.ts';
import type { agreementsSchemas } from './agreements.schemas.ts';

export type { AgreedText } from './agreements.schemas.ts';

export const readAgreementTexts = defineRoute<typeof agreementsSchemas, 'readAgreementTexts'>({
  name: 'readAgreementTexts',
  method: 'GET',
  path: '/api/hospitals/:hospital/agreement-texts',
  permission: 'public',
});

export const listOwnAgreements = defineRoute<typeof agreementsSchemas, 'listOwnAgreements'>({
  name: 'listOwnAgreements',
  method: 'GET',
  path: '/api/account/agreements',
  permission: 'account.security',
});

export const giveAgreements = defineRoute<typeof agreementsSchemas, 'giveAgreements'>({
  name: 'giveAgreements',
  method: 'POST',
  path: '/api/account/agreements',
  permission: 'account.security',
});
