import { defineRoute } from '../core/route.ts';
import type { operatorSchemas } from './operator.schemas.ts';

export type { OperatorAction } from './operator.constants.ts';

export type { InstallationHealth } from './health.schemas.ts';

export type { Operator, OperatedHospital, OperatorEvent } from './operator.schemas.ts';

export const openOperatorInvitation = defineRoute<typeof operatorSchemas, 'openOperatorInvitation'>({
  name: 'openOperatorInvitation',
  method: 'POST',
  path: '/api/operator/invitations/opening',
  permission: 'public',
});

export const acceptOperatorInvitation = defineRoute<typeof operatorSchemas, 'acceptOperatorInvitation'>({
  name: 'acceptOperatorInvitation',
  method: 'POST',
  path: '/api/operator/invitations/acceptance',
  permission: 'public',
  status: 201,
});

export const openOperatorSession = defineRoute<typeof operatorSchemas, 'openOperatorSession'>({
  name: 'openOperatorSession',
  method: 'POST',
  path: '/api/operator/session',
  permission: 'public',
  status: 201,
});

export const openDemoOperatorSession = defineRoute<typeof operatorSchemas, 'openDemoOperatorSession'>({
  name: 'openDemoOperatorSession',
  method: 'POST',
  path: '/api/operator/session/demo',
  permission: 'public',
  status: 201,
});

export const readOperatorSession = defineRoute<typeof operatorSchemas, 'readOperatorSession'>({
  name: 'readOperatorSession',
  method: 'GET',
  path: '/api/operator/session',
  permission: 'operator',
});

export const endOperatorSession = defineRoute<typeof operatorSchemas, 'endOperatorSession'>({
  name: 'endOperatorSession',
  method: 'DELETE',
  path: '/api/operator/session',
  permission: 'operator',
  status: 204,
});

export const inviteOperator = defineRoute<typeof operatorSchemas, 'inviteOperator'>({
  name: 'inviteOperator',
  method: 'POST',
  path: '/api/operator/invitations',
  permission: 'operator',
  status: 201,
});

export const listOperators = defineRoute<typeof operatorSchemas, 'listOperators'>({
  name: 'listOperators',
  method: 'GET',
  path: '/api/operator/operators',
  permission: 'operator',
});

export const listOperatedHospitals = defineRoute<typeof operatorSchemas, 'listOperatedHospitals'>({
  name: 'listOperatedHospitals',
  method: 'GET',
  path: '/api/operator/hospitals',
  permission: 'operator',
});

export const foundHospital = defineRoute<typeof operatorSchemas, 'foundHospital'>({
  name: 'foundHospital',
  method: 'POST',
  path: '/api/operator/hospitals',
  permission: 'operator',
  status: 201,
});

export const suspendHospital = defineRoute<typeof operatorSchemas, 'suspendHospital'>({
  name: 'suspendHospital',
  method: 'POST',
  path: '/api/operator/hospitals/:hospitalId/suspension',
  permission: 'operator',
});

export const resumeHospital = defineRoute<typeof operatorSchemas, 'resumeHospital'>({
  name: 'resumeHospital',
  method: 'POST',
  path: '/api/operator/hospitals/:hospitalId/resumption',
  permission: 'operator',
});

export const listOperatorEvents = defineRoute<typeof operatorSchemas, 'listOperatorEvents'>({
  name: 'listOperatorEvents',
  method: 'GET',
  path: '/api/operator/events',
  permission: 'operator',
});

export const readInstallationHealth = defineRoute<typeof operatorSchemas, 'readInstallationHealth'>({
  name: 'readInstallationHealth',
  method: 'GET',
  path: '/api/operator/health',
  permission: 'operator',
});
