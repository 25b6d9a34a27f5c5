import { routesOf } from '@yunzhen/shared/core/route';
import type { nodeApiSchemas } from './node-api.schemas.ts';

export type { NodeHeartbeat, RoomOrder, CallEvent } from './node-api.schemas.ts';

const defineRoute = routesOf<typeof nodeApiSchemas>();

export const sendNodeHeartbeat = defineRoute('sendNodeHeartbeat', 'PUT /internal/media-nodes/:nodeId', 'node');
export const sendCallEvents = defineRoute('sendCallEvents', 'POST /internal/media-nodes/:nodeId/call-events', 'node');
