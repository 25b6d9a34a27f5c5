import { z } from 'zod';
import { id, instant, localizedText, page, personNames, sortedQuery, text } from '../core/common.ts';
import {
  changeableColumns,
  decidableTables,
  decisionActions,
  knowledgeActivationSorts,
  knowledgeReleaseSorts,
  knowledgeRuleSorts,
  maxAtOnce,
  ruleSeverities,
  ruleStates,
} from './knowledge.constants.ts';
import { decisionStates } from './knowledge-decision.ts';
import type { RouteSchemas } from '../core/route.ts';

const severity = z.enum(ruleSeverities);
const ruleId = z
  .string()
  .max(160)
  .regex(/^[A-Za-z0-9.+-]+$/);
const ruleKey = z.strictObject({ table: z.enum(decidableTables), id: ruleId });
const changes = z.partialRecord(z.enum(changeableColumns), text(600));

/** A step of a decision, with its person. */
const step = z.strictObject({ by: personNames, at: instant, own: z.boolean() });

export const knowledgeDecision = z.strictObject({
  id,
  table: z.enum(decidableTables),
  ruleId: z.string(),
  version: z.int(),
  state: z.enum(decisionStates),
  action: z.enum(decisionActions),
  changes,
  /** What the change or switch-off is based on; empty for an acceptance. */
  source: z.string(),
  reason: z.string(),
  /** Each step needs another person than the one before. */
  twoPeople: z.boolean(),
  /** True when the row of the program has changed since. */
  outdated: z.boolean(),
  proposed: step,
  checked: step.nullable(),
  signed: step.nullable(),
  withdrawn: step.nullable(),
});
export type KnowledgeDecision = z.output<typeof knowledgeDecision>;

const ruleForm = z.strictObject({
  says: localizedText,
  /** Null for limits without a severity of their own, which count as serious. */
  severity: severity.nullable(),
  source: z.string(),
});

export const knowledgeRule = z.strictObject({
  table: z.enum(decidableTables),
  id: z.string(),
  /** The medicines that the rule covers. */
  title: localizedText,
  /** As the hospital signed it last; as shipped when it signed nothing or switched it off. */
  ...ruleForm.shape,
  /** The last signed decision that counts; null for none. */
  signed: z.enum(decisionActions).nullable(),
  /** The decision that is not signed yet. */
  proposed: z
    .strictObject({
      action: z.enum(decisionActions),
      source: z.string(),
      reason: z.string(),
      /** The rule as the decision would leave it; null when it is switched off. */
      after: ruleForm.nullable(),
    })
    .nullable(),
  /** `low`: the curators are unsure; the note says of what. */
  confidence: z.enum(['high', 'low']),
  state: z.enum(ruleStates),
  /** What the decision that `state` is about says. */
  action: z.enum(decisionActions).nullable(),
  decisionId: id.nullable(),
  /** Whether this account may not take the next step, because it took the one before. */
  needsAnother: z.boolean(),
  decidedAt: instant.nullable(),
});
export type KnowledgeRule = z.output<typeof knowledgeRule>;

export const knowledgeRuleDetail = knowledgeRule.extend({
  /** Every column as shipped. */
  row: z.record(z.string(), z.string()),
  /** Columns that a change may name, with their values as signed last. */
  changeable: z.array(z.strictObject({ column: z.enum(changeableColumns), value: z.string() })),
  note: z.string(),
  twoPeople: z.boolean(),
  /** Decisions, newest first. */
  history: z.array(knowledgeDecision),
});
export type KnowledgeRuleDetail = z.output<typeof knowledgeRuleDetail>;

/** A difference between two sets of rules. Of the pairs of an imported base, those that the hospital decided about, and the edition of the base. */
const difference = z.strictObject({
  table: z.string(),
  ruleId: z.string(),
  title: localizedText,
  kind: z.enum(['added', 'changed', 'removed']),
  severityBefore: severity.nullable(),
  severityAfter: severity.nullable(),
  columns: z.array(z.string()),
});
export type KnowledgeDifference = z.output<typeof difference>;

const differences = z.strictObject({
  /** The first hundred, gravest first. */
  items: z.array(difference),
  total: z.int(),
});

/** How many rows of the ruled tables and pairs of an imported base a set contains, and how many of them were signed by the hospital. */
const coverage = z.strictObject({ rows: z.int(), signed: z.int(), switchedOff: z.int() });

/** An imported base beside the rules of the program. `decided`: pairs about which the hospital signed a decision; not from a program of the release before. */
const releasedBase = z.strictObject({ version: z.string(), pairs: z.int(), decided: z.int().optional() });

/**
 * Whose largest doses the checks use with a release: those of the program where it was signed before they were part of it. Null when it cannot be read;
 * not from a program of the release before.
 */
const limitsFrom = z.enum(['release', 'program']).nullable().optional();

/** `valid`: digest and signature of the hospital match. `unreadable`: this version of the program cannot use its rows. */
const verification = z.enum(['valid', 'invalid', 'unreadable']);

export const knowledgeRelease = z.strictObject({
  id,
  number: z.int(),
  sha256: z.string(),
  baseVersion: z.string(),
  note: z.string(),
  madeBy: personNames,
  madeAt: instant,
  own: z.boolean(),
  active: z.boolean(),
  /** Whether it was active before: one person may return to it. */
  usedBefore: z.boolean(),
});
export type KnowledgeRelease = z.output<typeof knowledgeRelease>;

export const knowledgeReleaseDetail = knowledgeRelease.extend({
  verification,
  jws: z.string(),
  coverage,
  /** The imported base that it contains. */
  base: releasedBase.nullable(),
  limitsFrom,
  /** Compared with the set that is active now. */
  differences,
});
export type KnowledgeReleaseDetail = z.output<typeof knowledgeReleaseDetail>;

const counts = z.strictObject({
  raised: z.int().nullable(),
  silenced: z.int().nullable(),
  blocked: z.int().nullable(),
});

/** What a set would have changed on recent prescriptions. Null counts are from one to four. */
export const whatIf = z.strictObject({
  days: z.int(),
  prescriptions: z.int().nullable(),
  /** Prescriptions of that time that were not compared, because there are too many or a check did not run. */
  notCompared: z.int().nullable(),
  /** Sums of the counts in `rules` that are not null; null where only counts from one to four are behind it. */
  total: counts,
  rules: z.array(counts.extend({ rule: z.string(), text: localizedText.nullable() })),
  /** Rules left out because all their counts are below five. */
  foldedRules: z.int(),
});
export type WhatIf = z.output<typeof whatIf>;

const releaseParams = z.strictObject({ releaseId: id });
const decisionIds = z.strictObject({ ids: z.array(id).min(1).max(maxAtOnce) });
const decided = z.strictObject({ items: z.array(knowledgeDecision) });

export const knowledgeSchemas = {
  listKnowledgeRules: {
    summary:
      'List the rules of the safety checks with the hospital’s decisions; `q` searches medicines, texts, sources. `table=imported-pairs` lists the imported database instead, and `q` its substances',
    query: z.strictObject({
      ...sortedQuery(knowledgeRuleSorts, 'desc'),
      table: z.enum(decidableTables).optional(),
      state: z.enum(ruleStates).optional(),
      severity: severity.optional(),
    }),
    response: page(knowledgeRule).extend({
      total: z.int(),
      undecided: z.int(),
      /** With `table=imported-pairs` the version of the imported base, empty without one. */
      baseVersion: z.string(),
      /** This version of the program cannot read the imported base. */
      baseUnreadable: z.boolean().optional(),
    }),
  },
  readKnowledgeRule: {
    summary: 'Get a rule with its columns, its source and the history of decisions',
    params: z.strictObject({ table: z.enum(decidableTables), rule: ruleId }),
    response: knowledgeRuleDetail,
  },
  proposeDecision: {
    summary: 'Propose to accept, change or switch off rules; a change is about one rule and names its source',
    body: z
      .strictObject({
        rules: z.array(ruleKey).min(1).max(maxAtOnce),
        action: z.enum(decisionActions),
        changes: changes.default({}),
        source: text(300).default(''),
        reason: text(600).default(''),
      })
      .refine(({ action, changes: given }) => (action === 'change') === Object.keys(given).length > 0, {
        path: ['changes'],
        error: 'required',
      })
      .refine(({ action, rules }) => action !== 'change' || rules.length === 1, {
        path: ['rules'],
        error: 'not-allowed',
      })
      .refine(({ action, source }) => action === 'accept' || source !== '', { path: ['source'], error: 'required' })
      .refine(({ action, reason }) => action === 'accept' || reason !== '', { path: ['reason'], error: 'required' }),
    response: decided,
  },
  checkDecisions: { summary: 'Confirm proposed decisions after checking them', body: decisionIds, response: decided },
  signDecisions: {
    summary: 'Sign checked decisions, so that the next release contains them',
    body: decisionIds,
    response: decided,
  },
  withdrawDecisions: { summary: 'Withdraw decisions that are not signed', body: decisionIds, response: decided },
  listKnowledgeReleases: {
    summary: 'List releases of the rules, and what the next one would change; `q` searches number, note and person',
    query: z.strictObject(sortedQuery(knowledgeReleaseSorts, 'desc')),
    response: page(knowledgeRelease).extend({
      baseVersion: z.string(),
      /** Null while the data that ship with the program are active. */
      activeId: id.nullable(),
      activeNumber: z.int().nullable(),
      /** Other than `valid`, no safety check runs. */
      activeVerification: verification.nullable(),
      activeBase: releasedBase.nullable(),
      activeLimits: limitsFrom,
      /** `base`: the edition of the imported base that it would contain. */
      upcoming: z.strictObject({
        coverage,
        base: z.string().nullable(),
        /** This version of the program cannot read that base: no release can be made. */
        baseUnreadable: z.boolean(),
        differences,
      }),
    }),
  },
  makeKnowledgeRelease: {
    summary: 'Sign the present set of rules as a release of the hospital',
    body: z.strictObject({ note: text(300, 1) }),
    response: knowledgeRelease,
  },
  readKnowledgeRelease: {
    summary: 'Get a release with its signature and its differences from the active set',
    params: releaseParams,
    response: knowledgeReleaseDetail,
  },
  activateKnowledgeRelease: {
    summary: 'Activate a release, return to an earlier one, or (null) to the data that ship with the program',
    body: z.strictObject({ releaseId: id.nullable(), reason: text(300, 1) }),
    response: z.strictObject({ active: id.nullable() }),
  },
  listKnowledgeActivations: {
    summary: 'List which release was activated when and by whom; `q` searches number, reason and person',
    query: z.strictObject(sortedQuery(knowledgeActivationSorts, 'desc')),
    response: page(
      z.strictObject({
        id,
        at: instant,
        by: personNames,
        reason: z.string(),
        releaseId: id.nullable(),
        number: z.int().nullable(),
      }),
    ),
  },
  readReleaseWhatIf: {
    summary: 'Count alerts that a release would have raised, silenced or blocked in the last 90 days',
    params: releaseParams,
    response: whatIf,
    rateLimit: 6,
  },
  readDecisionWhatIf: {
    summary: 'Count alerts that one decision would have raised, silenced or blocked in the last 90 days',
    params: z.strictObject({ decisionId: id }),
    response: whatIf,
    rateLimit: 6,
  },
} satisfies RouteSchemas;
