import { defineRoute } from '../core/route.ts';
import type { secondFactorSchemas } from './second-factor.schemas.ts';

export type { SecondFactor, SecondFactorState } from './second-factor.schemas.ts';

export const readSecondFactors = defineRoute<typeof secondFactorSchemas, 'readSecondFactors'>({
  name: 'readSecondFactors',
  method: 'GET',
  path: '/api/account/second-factors',
  permission: 'second-factor.own',
  confirmation: 'pending',
});

export const askForEnrolmentCode = defineRoute<typeof secondFactorSchemas, 'askForEnrolmentCode'>({
  name: 'askForEnrolmentCode',
  method: 'POST',
  path: '/api/account/second-factors/codes',
  permission: 'second-factor.own',
  confirmation: 'pending',
  status: 201,
});

export const proveEnrolment = defineRoute<typeof secondFactorSchemas, 'proveEnrolment'>({
  name: 'proveEnrolment',
  method: 'POST',
  path: '/api/account/second-factors/proof',
  permission: 'second-factor.own',
  confirmation: 'pending',
});

export const beginAuthenticator = defineRoute<typeof secondFactorSchemas, 'beginAuthenticator'>({
  name: 'beginAuthenticator',
  method: 'POST',
  path: '/api/account/second-factors/authenticators',
  permission: 'second-factor.own',
  confirmation: 'pending',
  status: 201,
});

export const confirmAuthenticator = defineRoute<typeof secondFactorSchemas, 'confirmAuthenticator'>({
  name: 'confirmAuthenticator',
  method: 'POST',
  path: '/api/account/second-factors/:factorId/confirmation',
  permission: 'second-factor.own',
  confirmation: 'pending',
});

export const beginPasskey = defineRoute<typeof secondFactorSchemas, 'beginPasskey'>({
  name: 'beginPasskey',
  method: 'POST',
  path: '/api/account/second-factors/passkey-options',
  permission: 'second-factor.own',
  confirmation: 'pending',
});

export const addPasskey = defineRoute<typeof secondFactorSchemas, 'addPasskey'>({
  name: 'addPasskey',
  method: 'POST',
  path: '/api/account/second-factors/passkeys',
  permission: 'second-factor.own',
  confirmation: 'pending',
  status: 201,
});

export const removeSecondFactor = defineRoute<typeof secondFactorSchemas, 'removeSecondFactor'>({
  name: 'removeSecondFactor',
  method: 'DELETE',
  path: '/api/account/second-factors/:factorId',
  permission: 'second-factor.own',
});

export const renewRecoveryCodes = defineRoute<typeof secondFactorSchemas, 'renewRecoveryCodes'>({
  name: 'renewRecoveryCodes',
  method: 'POST',
  path: '/api/account/recovery-codes',
  permission: 'second-factor.own',
});

export const beginPasskeyConfirmation = defineRoute<typeof secondFactorSchemas, 'beginPasskeyConfirmation'>({
  name: 'beginPasskeyConfirmation',
  method: 'POST',
  path: '/api/sessions/current/passkey-options',
  permission: 'second-factor.own',
  confirmation: 'pending',
});

export const confirmSession = defineRoute<typeof secondFactorSchemas, 'confirmSession'>({
  name: 'confirmSession',
  method: 'POST',
  path: '/api/sessions/current/second-factor',
  permission: 'second-factor.own',
  confirmation: 'pending',
});

export const endConfirmation = defineRoute<typeof secondFactorSchemas, 'endConfirmation'>({
  name: 'endConfirmation',
  method: 'DELETE',
  path: '/api/sessions/current/second-factor',
  permission: 'second-factor.own',
  status: 204,
});
