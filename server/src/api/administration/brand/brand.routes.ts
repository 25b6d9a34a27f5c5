import * as contract from '@yunzhen/shared/administration/brand.contract';
import type { FastifyReply } from 'fastify';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { BrandService } from './brand.service.ts';

/** Routes of the hospital’s brand. */
export function registerBrandRoutes(routes: RouteRegistrar, brand: BrandService): void {
  routes.route(contract.readBrand, (context) => brand.read(context));
  routes.route(contract.publishBrand, (context, { version, body }) => brand.publish(context, version, body));
  routes.route(contract.listBrandVersions, (context, { query }) => brand.versions(context, query));
  routes.route(contract.addLogo, (context, _given, _reply, request) => brand.addLogo(context, request.body as Buffer));
  routes.openRoute(contract.readLogo, async (context, { params }, reply) => {
    const content = await brand.logo(context, params.hospital, params.sha256, params.size);
    asPicture(reply);
    return content;
  });
  routes.openRoute(contract.readAppIcon, async (context, { params }, reply) => {
    const content = await brand.appIcon(context, params.hospital, params);
    asPicture(reply);
    return content;
  });
}

function asPicture(reply: FastifyReply): void {
  void reply
    .type('image/png')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    // The address contains the digest, so its content never changes.
    .header('cache-control', 'public, max-age=31536000, immutable');
}
