import { useQuery } from '@pinia/colada';
import {
  listKnowledgeActivations,
  listKnowledgeReleases,
  listKnowledgeRules,
  readDecisionWhatIf,
  readKnowledgeRelease,
  readKnowledgeRule,
  readReleaseWhatIf,
} from '@yunzhen/shared/prescribing/knowledge.contract';
import {
  decidableTables,
  knowledgeActivationSorts,
  knowledgeReleaseSorts,
  knowledgeRuleSorts,
  ruleSeverities,
  ruleStates,
  type DecidableTable,
} from '@yunzhen/shared/prescribing/knowledge.constants';
import { api } from '../../../core/api/index.ts';
import { useTable } from '../../../core/table/index.ts';

/** The rules of the checks with the hospital’s decisions. */
export const useKnowledgeRules = () =>
  useTable(listKnowledgeRules, {
    key: ['knowledge', 'rules'],
    sorts: knowledgeRuleSorts,
    order: 'desc',
    filters: { table: decidableTables, state: ruleStates, severity: ruleSeverities },
  });

/** One rule with its history; nothing while none is named. */
export const useKnowledgeRule = (rule: () => { table: DecidableTable; rule: string } | undefined) =>
  useQuery({
    key: () => ['knowledge', 'rule', rule()?.table ?? '', rule()?.rule ?? ''],
    enabled: () => rule() !== undefined,
    query: ({ signal }) => {
      const params = rule();
      if (!params) throw new Error('no rule is open');
      return api.call(readKnowledgeRule, { params, signal });
    },
  });

/** Signed releases, and what the next one would change. */
export const useKnowledgeReleases = () =>
  useTable(listKnowledgeReleases, { key: ['knowledge', 'releases'], sorts: knowledgeReleaseSorts, order: 'desc' });

export const useKnowledgeRelease = (id: () => string | undefined) =>
  useQuery({
    key: () => ['knowledge', 'release', id() ?? ''],
    enabled: () => id() !== undefined,
    query: ({ signal }) => api.call(readKnowledgeRelease, { params: { releaseId: id() ?? '' }, signal }),
  });

export const useKnowledgeActivations = () =>
  useTable(listKnowledgeActivations, {
    key: ['knowledge', 'activations'],
    sorts: knowledgeActivationSorts,
    order: 'desc',
    prefix: 'use-',
  });

/** What a release or decision would have changed in the last 90 days. It is counted only when asked for. */
export const useWhatIf = (of: () => { releaseId: string } | { decisionId: string }, enabled: () => boolean) =>
  useQuery({
    key: () => ['knowledge', 'what-if', JSON.stringify(of())],
    enabled,
    query: ({ signal }) => {
      const params = of();
      if ('releaseId' in params) return api.call(readReleaseWhatIf, { params, signal });
      return api.call(readDecisionWhatIf, { params, signal });
    },
  });
