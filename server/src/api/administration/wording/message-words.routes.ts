import * as contract from '@yunzhen/shared/administration/message-words.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { MessageWordsService } from './message-words.service.ts';

/** Routes of the hospital’s own message texts. */
export function registerMessageWordsRoutes(routes: RouteRegistrar, words: MessageWordsService): void {
  routes.route(contract.listMessageWords, (context, { query }) => words.list(context, query));
  routes.route(contract.readMessageWords, (context, { params }) => words.read(context, params.template));
  routes.route(contract.saveMessageDraft, (context, { params, version, body }) =>
    words.saveDraft(context, params.template, version, body),
  );
  routes.route(contract.discardMessageDraft, (context, { params, version }) =>
    words.discardDraft(context, params.template, version),
  );
  routes.route(contract.publishMessageDraft, (context, { params, version }) =>
    words.publish(context, params.template, version),
  );
  routes.route(contract.resetMessageWords, (context, { params, version }) =>
    words.reset(context, params.template, version),
  );
  routes.route(contract.listMessageVersions, (context, { params, query }) =>
    words.versions(context, params.template, query),
  );
  routes.route(contract.previewMessageWords, (context, { params, body }) =>
    words.preview(context, params.template, body),
  );
}
