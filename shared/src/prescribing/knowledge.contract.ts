import { routesOf } from '../core/route.ts';
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

const defineRoute = routesOf<typeof knowledgeSchemas>();

export const listKnowledgeRules = defineRoute('listKnowledgeRules', 'GET /api/knowledge/rules', 'knowledge.read');
export const readKnowledgeRule = defineRoute(
  'readKnowledgeRule',
  'GET /api/knowledge/rules/:table/:rule',
  'knowledge.read',
);
export const proposeDecision = defineRoute('proposeDecision', 'POST /api/knowledge/decisions', 'knowledge.decide');
export const checkDecisions = defineRoute('checkDecisions', 'POST /api/knowledge/decisions/check', 'knowledge.decide');
export const signDecisions = defineRoute(
  'signDecisions',
  'POST /api/knowledge/decisions/signature',
  'knowledge.decide',
  { confirmation: 'recent' },
);
export const withdrawDecisions = defineRoute(
  'withdrawDecisions',
  'POST /api/knowledge/decisions/withdrawal',
  'knowledge.decide',
);
export const listKnowledgeReleases = defineRoute(
  'listKnowledgeReleases',
  'GET /api/knowledge/releases',
  'knowledge.read',
);
export const makeKnowledgeRelease = defineRoute(
  'makeKnowledgeRelease',
  'POST /api/knowledge/releases',
  'knowledge.decide',
  { confirmation: 'recent' },
);
export const readKnowledgeRelease = defineRoute(
  'readKnowledgeRelease',
  'GET /api/knowledge/releases/:releaseId',
  'knowledge.read',
);
export const activateKnowledgeRelease = defineRoute(
  'activateKnowledgeRelease',
  'POST /api/knowledge/activations',
  'knowledge.decide',
  { confirmation: 'recent' },
);
export const listKnowledgeActivations = defineRoute(
  'listKnowledgeActivations',
  'GET /api/knowledge/activations',
  'knowledge.read',
);
export const readReleaseWhatIf = defineRoute(
  'readReleaseWhatIf',
  'GET /api/knowledge/releases/:releaseId/what-if',
  'knowledge.read',
);
export const readDecisionWhatIf = defineRoute(
  'readDecisionWhatIf',
  'GET /api/knowledge/decisions/:decisionId/what-if',
  'knowledge.read',
);
