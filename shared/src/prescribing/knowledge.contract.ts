import { defineRoute } from '../core/route.ts';
import type { knowledgeSchemas } from './knowledge.schemas.ts';

export type {
  KnowledgeDecision,
  KnowledgeDifference,
  KnowledgeRelease,
  KnowledgeReleaseDetail,
  KnowledgeRule,
  KnowledgeRuleDetail,
  WhatIf,
} from './knowledge.schemas.ts';

export const listKnowledgeRules = defineRoute<typeof knowledgeSchemas, 'listKnowledgeRules'>({
  name: 'listKnowledgeRules',
  method: 'GET',
  path: '/api/knowledge/rules',
  permission: 'knowledge.read',
});

export const readKnowledgeRule = defineRoute<typeof knowledgeSchemas, 'readKnowledgeRule'>({
  name: 'readKnowledgeRule',
  method: 'GET',
  path: '/api/knowledge/rules/:table/:rule',
  permission: 'knowledge.read',
});

export const proposeDecision = defineRoute<typeof knowledgeSchemas, 'proposeDecision'>({
  name: 'proposeDecision',
  method: 'POST',
  path: '/api/knowledge/decisions',
  permission: 'knowledge.decide',
});

export const checkDecisions = defineRoute<typeof knowledgeSchemas, 'checkDecisions'>({
  name: 'checkDecisions',
  method: 'POST',
  path: '/api/knowledge/decisions/check',
  permission: 'knowledge.decide',
});

export const signDecisions = defineRoute<typeof knowledgeSchemas, 'signDecisions'>({
  name: 'signDecisions',
  method: 'POST',
  path: '/api/knowledge/decisions/signature',
  permission: 'knowledge.decide',
  confirmation: 'recent',
});

export const withdrawDecisions = defineRoute<typeof knowledgeSchemas, 'withdrawDecisions'>({
  name: 'withdrawDecisions',
  method: 'POST',
  path: '/api/knowledge/decisions/withdrawal',
  permission: 'knowledge.decide',
});

export const listKnowledgeReleases = defineRoute<typeof knowledgeSchemas, 'listKnowledgeReleases'>({
  name: 'listKnowledgeReleases',
  method: 'GET',
  path: '/api/knowledge/releases',
  permission: 'knowledge.read',
});

export const makeKnowledgeRelease = defineRoute<typeof knowledgeSchemas, 'makeKnowledgeRelease'>({
  name: 'makeKnowledgeRelease',
  method: 'POST',
  path: '/api/knowledge/releases',
  permission: 'knowledge.decide',
  confirmation: 'recent',
});

export const readKnowledgeRelease = defineRoute<typeof knowledgeSchemas, 'readKnowledgeRelease'>({
  name: 'readKnowledgeRelease',
  method: 'GET',
  path: '/api/knowledge/releases/:releaseId',
  permission: 'knowledge.read',
});

export const activateKnowledgeRelease = defineRoute<typeof knowledgeSchemas, 'activateKnowledgeRelease'>({
  name: 'activateKnowledgeRelease',
  method: 'POST',
  path: '/api/knowledge/activations',
  permission: 'knowledge.decide',
  confirmation: 'recent',
});

export const listKnowledgeActivations = defineRoute<typeof knowledgeSchemas, 'listKnowledgeActivations'>({
  name: 'listKnowledgeActivations',
  method: 'GET',
  path: '/api/knowledge/activations',
  permission: 'knowledge.read',
});

export const readReleaseWhatIf = defineRoute<typeof knowledgeSchemas, 'readReleaseWhatIf'>({
  name: 'readReleaseWhatIf',
  method: 'GET',
  path: '/api/knowledge/releases/:releaseId/what-if',
  permission: 'knowledge.read',
});

export const readDecisionWhatIf = defineRoute<typeof knowledgeSchemas, 'readDecisionWhatIf'>({
  name: 'readDecisionWhatIf',
  method: 'GET',
  path: '/api/knowledge/decisions/:decisionId/what-if',
  permission: 'knowledge.read',
});
