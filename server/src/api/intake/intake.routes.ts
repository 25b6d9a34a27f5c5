import * as contract from '@yunzhen/shared/intake/intake.contract';
import type { RouteRegistrar } from '../../platform/http/register-route.ts';
import { answerWithFile } from '../../platform/files/file-answer.ts';
import type { DraftsService } from './drafts.service.ts';
import type { PicturesService } from './pictures.service.ts';

export function registerIntakeRoutes(
  routes: RouteRegistrar,
  { drafts, pictures }: { drafts: DraftsService; pictures: PicturesService },
): void {
  routes.route(contract.openIntakeDraft, (context, { body }) => drafts.open(context, body));
  routes.route(contract.listIntakeProgress, (context) => drafts.progress(context));
  routes.route(contract.saveIntakeDraft, (context, { params, body, version }) =>
    drafts.save(context, params.draftId, version, body),
  );
  routes.route(contract.removeIntakeDraft, (context, { params }) => drafts.remove(context, params.draftId));
  routes.route(contract.uploadIntakePicture, (context, { params, query }, _reply, request) =>
    pictures.add(context, params.draftId, params.pictureId, query.question, request.body as Buffer),
  );
  routes.route(contract.removeIntakePicture, (context, { params }) =>
    pictures.remove(context, params.draftId, params.pictureId),
  );
  routes.route(contract.readIntakeDraftPicture, async (context, { params }, reply) =>
    answerWithFile(reply, await pictures.readOfDraft(context, params.draftId, params.pictureId)),
  );
  routes.route(contract.readIntakePicture, async (context, { params }, reply) =>
    answerWithFile(reply, await pictures.readGiven(context, params.visitId, params.pictureId)),
  );
}
