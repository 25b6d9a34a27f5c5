import * as contract from '@yunzhen/shared/directory/portraits.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { PortraitsService } from './portraits.service.ts';

export function registerPortraitRoutes(routes: RouteRegistrar, portraits: PortraitsService): void {
  routes.route(contract.readOwnPortrait, (context, { params }) => portraits.read(context, params.doctorId));
  routes.route(contract.savePortrait, (context, { params }, _reply, request) =>
    portraits.save(context, params.doctorId, request.body as Buffer),
  );
  routes.route(contract.removePortrait, (context, { params }) => portraits.remove(context, params.doctorId));
  routes.openRoute(contract.readPortrait, async (context, { params }, reply) => {
    const content = await portraits.content(context, params.hospital, params.sha256, params.size);
    void reply
      .type('image/webp')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      // The address contains the digest, so its content never changes.
      .header('cache-control', 'public, max-age=31536000, immutable');
    return content;
  });
}
