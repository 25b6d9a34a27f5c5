import { routesOf } from '../core/route.ts';
import type { secondFactorSchemas } from './second-factor.schemas.ts';

export type { SecondFactor, SecondFactorState } from './second-factor.schemas.ts';

const defineRoute = routesOf<typeof secondFactorSchemas>();

export const readSecondFactors = defineRoute(
  'readSecondFactors',
  'GET /api/account/second-factors',
  'second-factor.own',
  { confirmation: 'pending' },
);
export const askForEnrolmentCode = defineRoute(
  'askForEnrolmentCode',
  'POST /api/account/second-factors/codes',
  'second-factor.own',
  { confirmation: 'pending', status: 201 },
);
export const proveEnrolment = defineRoute(
  'proveEnrolment',
  'POST /api/account/second-factors/proof',
  'second-factor.own',
  { confirmation: 'pending' },
);
export const beginAuthenticator = defineRoute(
  'beginAuthenticator',
  'POST /api/account/second-factors/authenticators',
  'second-factor.own',
  { confirmation: 'pending', status: 201 },
);
export const confirmAuthenticator = defineRoute(
  'confirmAuthenticator',
  'POST /api/account/second-factors/:factorId/confirmation',
  'second-factor.own',
  { confirmation: 'pending' },
);
export const beginPasskey = defineRoute(
  'beginPasskey',
  'POST /api/account/second-factors/passkey-options',
  'second-factor.own',
  { confirmation: 'pending' },
);
export const addPasskey = defineRoute('addPasskey', 'POST /api/account/second-factors/passkeys', 'second-factor.own', {
  confirmation: 'pending',
  status: 201,
});
export const removeSecondFactor = defineRoute(
  'removeSecondFactor',
  'DELETE /api/account/second-factors/:factorId',
  'second-factor.own',
);
export const renewRecoveryCodes = defineRoute(
  'renewRecoveryCodes',
  'POST /api/account/recovery-codes',
  'second-factor.own',
);
export const beginPasskeyConfirmation = defineRoute(
  'beginPasskeyConfirmation',
  'POST /api/sessions/current/passkey-options',
  'second-factor.own',
  { confirmation: 'pending' },
);
export const confirmSession = defineRoute(
  'confirmSession',
  'POST /api/sessions/current/second-factor',
  'second-factor.own',
  { confirmation: 'pending' },
);
export const endConfirmation = defineRoute(
  'endConfirmation',
  'DELETE /api/sessions/current/second-factor',
  'second-factor.own',
  { status: 204 },
);
