import * as contract from '@yunzhen/shared/accounts/agreements.contract';
import type { AccountsDeps, AccountsParts } from '../accounts-parts.ts';
import { AgreementsRepository } from './agreements.repository.ts';
import { AgreementsService } from './agreements.service.ts';

/** Agreements to the privacy notice and the terms, with their routes. */
export function createAgreements({ routes }: AccountsDeps, parts: AccountsParts): void {
  const agreements = new AgreementsService({ ...parts, rows: new AgreementsRepository() });
  routes.openRoute(contract.readAgreementTexts, (context, { params }) => agreements.current(context, params.hospital));
  routes.route(contract.listOwnAgreements, (context) => agreements.list(context));
  routes.route(contract.giveAgreements, (context, { body }) => agreements.give(context, body));
}
