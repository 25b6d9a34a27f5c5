import * as contract from '@yunzhen/shared/accounts/second-factor.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { ConfirmationService } from './confirmation.service.ts';
import type { EnrolmentService } from './enrolment.service.ts';
import type { FirstFactorService } from './first-factor.service.ts';

export function registerSecondFactorRoutes(
  routes: RouteRegistrar,
  {
    confirmation,
    enrolment,
    firstFactor,
  }: { confirmation: ConfirmationService; enrolment: EnrolmentService; firstFactor: FirstFactorService },
): void {
  routes.route(contract.readSecondFactors, (context) => confirmation.read(context));
  routes.route(contract.askForEnrolmentCode, (context, { body }) => firstFactor.askForCode(context, body));
  routes.route(contract.proveEnrolment, (context, { body }) => enrolment.prove(context, body.code));
  routes.route(contract.beginAuthenticator, (context, { body }) => enrolment.beginAuthenticator(context, body));
  routes.route(contract.confirmAuthenticator, (context, { params, body }) =>
    enrolment.confirmAuthenticator(context, params.factorId, body.code),
  );
  routes.route(contract.beginPasskey, async (context, { body }) => ({
    ...(await enrolment.beginPasskey(context, body.password)),
  }));
  routes.route(contract.addPasskey, (context, { body }) => enrolment.addPasskey(context, body));
  routes.route(contract.removeSecondFactor, (context, { params }) => enrolment.remove(context, params.factorId));
  routes.route(contract.renewRecoveryCodes, (context) => enrolment.renewCodes(context));
  routes.route(contract.beginPasskeyConfirmation, async (context) => ({
    ...(await confirmation.beginPasskey(context)),
  }));
  routes.route(contract.confirmSession, (context, { body }) => confirmation.confirm(context, body));
  routes.route(contract.endConfirmation, (context) => confirmation.end(context));
}
