import { routesOf } from '../core/route.ts';
import type { operatorSchemas } from './operator.schemas.ts';

export type { OperatorAction } from './operator.constants.ts';

export type { InstallationHealth, OperatedNode } from './health.schemas.ts';

export type { Operator, OperatedHospital, OperatorEvent } from './operator.schemas.ts';

const defineRoute = routesOf<typeof operatorSchemas>();

export const openOperatorInvitation = defineRoute(
  'openOperatorInvitation',
  'POST /api/operator/invitations/opening',
  'public',
);
export const acceptOperatorInvitation = defineRoute(
  'acceptOperatorInvitation',
  'POST /api/operator/invitations/acceptance',
  'public',
  { status: 201 },
);
export const openOperatorSession = defineRoute('openOperatorSession', 'POST /api/operator/session', 'public', {
  status: 201,
});
export const openDemoOperatorSession = defineRoute(
  'openDemoOperatorSession',
  'POST /api/operator/session/demo',
  'public',
  { status: 201 },
);
export const readOperatorSession = defineRoute('readOperatorSession', 'GET /api/operator/session', 'operator');
export const endOperatorSession = defineRoute('endOperatorSession', 'DELETE /api/operator/session', 'operator', {
  status: 204,
});
export const inviteOperator = defineRoute('inviteOperator', 'POST /api/operator/invitations', 'operator', {
  status: 201,
});
export const listOperators = defineRoute('listOperators', 'GET /api/operator/operators', 'operator');
export const listOperatedHospitals = defineRoute('listOperatedHospitals', 'GET /api/operator/hospitals', 'operator');
export const foundHospital = defineRoute('foundHospital', 'POST /api/operator/hospitals', 'operator', { status: 201 });
export const suspendHospital = defineRoute(
  'suspendHospital',
  'POST /api/operator/hospitals/:hospitalId/suspension',
  'operator',
);
export const resumeHospital = defineRoute(
  'resumeHospital',
  'POST /api/operator/hospitals/:hospitalId/resumption',
  'operator',
);
export const setCallPlaces = defineRoute(
  'setCallPlaces',
  'PUT /api/operator/hospitals/:hospitalId/call-places',
  'operator',
);
export const listMediaNodes = defineRoute('listMediaNodes', 'GET /api/operator/media-nodes', 'operator');
export const drainMediaNode = defineRoute('drainMediaNode', 'POST /api/operator/media-nodes/:nodeId/drain', 'operator');
export const releaseMediaNode = defineRoute(
  'releaseMediaNode',
  'POST /api/operator/media-nodes/:nodeId/release',
  'operator',
);
export const listOperatorEvents = defineRoute('listOperatorEvents', 'GET /api/operator/events', 'operator');
export const readInstallationHealth = defineRoute('readInstallationHealth', 'GET /api/operator/health', 'operator');
