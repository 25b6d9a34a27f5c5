import { postCodePart, postWrappedKeys, publishCallKey, readCallKeys } from '@yunzhen/shared/calls/keys.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { CallKeysService } from './call-keys.service.ts';

export function registerCallKeyRoutes(routes: RouteRegistrar, keys: CallKeysService): void {
  routes.route(readCallKeys, (context, { params, query }) => keys.read(context, params.visitId, query.to));
  routes.route(publishCallKey, (context, { params, body }) =>
    keys.publish(context, params.visitId, { id: params.keyId, publicKey: body.publicKey }),
  );
  routes.route(postCodePart, (context, { params, body }) => keys.postPart(context, params.visitId, params.keyId, body));
  routes.route(postWrappedKeys, (context, { params, body }) =>
    keys.post(context, params.visitId, params.keyId, body.keys),
  );
}
