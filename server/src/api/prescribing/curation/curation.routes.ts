import * as contract from '@yunzhen/shared/prescribing/knowledge.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { DecisionsService } from './decisions.service.ts';
import type { KnowledgeRules } from './knowledge-rules.service.ts';
import type { ReleasesService } from './releases.service.ts';
import type { WhatIfService } from './what-if.service.ts';

export function registerCurationRoutes(
  routes: RouteRegistrar,
  services: { rules: KnowledgeRules; decisions: DecisionsService; releases: ReleasesService },
): void {
  const { rules, decisions, releases } = services;
  routes.route(contract.listKnowledgeRules, (context, { query }) => rules.list(context, query));
  routes.route(contract.readKnowledgeRule, (context, { params }) => rules.read(context, params.table, params.rule));
  routes.route(contract.proposeDecision, (context, { body }) => decisions.propose(context, body));
  routes.route(contract.checkDecisions, (context, { body }) => decisions.check(context, body.ids));
  routes.route(contract.signDecisions, (context, { body }) => decisions.sign(context, body.ids));
  routes.route(contract.withdrawDecisions, (context, { body }) => decisions.withdraw(context, body.ids));
  routes.route(contract.listKnowledgeReleases, (context, { query }) => releases.list(context, query));
  routes.route(contract.makeKnowledgeRelease, (context, { body }) => releases.make(context, body.note));
  routes.route(contract.readKnowledgeRelease, (context, { params }) => releases.read(context, params.releaseId));
  routes.route(contract.activateKnowledgeRelease, (context, { body }) =>
    releases.activate(context, body.releaseId, body.reason),
  );
  routes.route(contract.listKnowledgeActivations, (context, { query }) => releases.activations(context, query));
}

export function registerWhatIfRoutes(routes: RouteRegistrar, whatIf: WhatIfService): void {
  routes.route(contract.readReleaseWhatIf, (context, { params }, _reply, { signal }) =>
    whatIf.ofRelease(context, params.releaseId, signal),
  );
  routes.route(contract.readDecisionWhatIf, (context, { params }, _reply, { signal }) =>
    whatIf.ofDecision(context, params.decisionId, signal),
  );
}
