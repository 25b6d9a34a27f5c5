import * as contract from '@yunzhen/shared/directory/portraits.contract';
import { answerWithPicture } from '../../../platform/files/file-answer.ts';
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
    return answerWithPicture(reply, content, 'image/webp');
  });
}
