import * as contract from '@yunzhen/shared/administration/brand.contract';
import { answerWithPicture } from '../../../platform/files/file-answer.ts';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { BrandService } from './brand.service.ts';

/** Routes of the hospital’s brand. */
export function registerBrandRoutes(routes: RouteRegistrar, brand: BrandService): void {
  routes.route(contract.readBrand, (context) => brand.read(context));
  routes.route(contract.publishBrand, (context, { version, body }) => brand.publish(context, version, body));
  routes.route(contract.listBrandVersions, (context, { query }) => brand.versions(context, query));
  routes.route(contract.addLogo, (context, _given, _reply, request) => brand.addLogo(context, request.body as Buffer));
  routes.openRoute(contract.readLogo, async (context, { params }, reply) => {
    return answerWithPicture(
      reply,
      await brand.logo(context, params.hospital, params.sha256, params.size),
      'image/png',
    );
  });
  routes.openRoute(contract.readAppIcon, async (context, { params }, reply) => {
    return answerWithPicture(reply, await brand.appIcon(context, params.hospital, params), 'image/png');
  });
}
