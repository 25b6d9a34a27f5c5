import { defineRoute } from '@yunzhen/shared/core/route';
import type { nodeApiSchemas } from './node-api.schemas.ts';

export type { NodeHeartbeat, RoomOrder, CallEvent } from './node-api.schemas.ts';

export const sendNodeHeartbeat = defineRoute<typeof nodeApiSchemas, 'sendNodeHeartbeat'>({
  name: 'sendNodeHeartbeat',
  method: 'PUT',
  path: '/internal/media-nodes/:nodeId',
  permission: 'node',
});

export const sendCallEvents = defineRoute<typeof nodeApiSchemas, 'sendCallEvents'>({
  name: 'sendCallEvents',
  method: 'POST',
  path: '/internal/media-nodes/:nodeId/call-events',
  permission: 'node',
});
