import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { Ingredient } from '../../../catalogues/index.ts';
import { notComparedOfPatents, takenTwice } from '../patents/patent-issues.ts';
import type { SafetyCheck } from '../safety-check.ts';
import type { Side } from '../sides.ts';
import { isLocalRoute, missingMedicines, otherOf, sidesOf } from '../sides.ts';
import { renewalIssue, supplyLeft } from './renewal-issue.ts';
import type { Severity } from '../severity.ts';
import { isOverridable } from '../severity.ts';

const SOURCE = 'Duplicate therapy by ingredient and by ATC level 4';
const SOURCE_OF_PURPOSE = 'Duplicate therapy by purpose';
const ATC_LEVEL_4 = 5;
/** ATC groups called "other" contain unlike substances, so sharing one is no duplication. */
const OTHER_GROUP = /X$/;
/** Level 4 groups whose members are meant to be combined: a reliever and a long-acting bronchodilator; vitamins. */
const MEANT_TOGETHER = new Set(['R03AC', 'R03BB', 'A11CC', 'A12AA']);
/** Groups that ATC splits by chemistry although all members serve one purpose, by the word that names them in the id of a finding. */
const ONE_PURPOSE: readonly (readonly [name: string, codes: RegExp])[] = [
  ['antihistamines', /^R06A/],
  ['hypnotics', /^(?:N05BA|N05C(?!H|M18)|N03AE)/],
  ['beta-blockers', /^C07A/],
  ['alpha-blockers', /^(?:G04CA|C02CA)/],
  ['thiazides', /^C03[AB]A/],
  ['rate-slowing-calcium-antagonists', /^C08D/],
  ['antipsychotics', /^N05A(?!N)/],
  ['muscle-relaxants', /^M03B(?!X01)/],
  ['penicillins', /^J01C(?!F)/],
  ['cephalosporins', /^J01D[B-E]/],
  ['quinolones', /^J01M/],
  ['nitroimidazoles', /^(?:P01AB|J01XD)/],
  ['antithyroid', /^H03B/],
  ['insulin-secretagogues', /^(?:A10BB|A10BX0[23])/],
];
/** Nose and airways count as local here: a spray beside a tablet of another substance is no duplication. */
const AIRWAYS: ReadonlySet<MedicineRoute> = new Set(['nasal', 'inhalation']);

/**
 * Finds the same ingredient twice, or two medicines of one pharmacological class, in the draft and the current medicines. Warns and never blocks,
 * because two strengths may make up one dose. A line that continues an earlier one informs.
 */
export const duplicateCheck: SafetyCheck = {
  name: 'duplicate',
  run(context) {
    const { drafts, active, renewals } = sidesOf(context);
    const issues: DetectedIssue[] = renewals.flatMap(renewalIssue);
    drafts.forEach((draft, at) => {
      for (const other of [...drafts.slice(at + 1), ...active]) issues.push(...compare(draft, other));
    });
    issues.push(...takenTwice(context));
    const notChecked = [...missingMedicines(context, 'duplicate'), ...notComparedOfPatents('duplicate', context)];
    return { issues, notChecked };
  },
};

function compare(draft: Side, other: Side): DetectedIssue[] {
  for (const one of draft.ingredients) {
    const same = other.ingredients.find((ingredient) => ingredient.id === one.id);
    if (same)
      return [issue('ingredient', one.id, draft, other, isLocal(draft) === isLocal(other) ? 'moderate' : 'minor', one)];
  }
  if (isLocal(draft) || isLocal(other)) return [];
  for (const one of draft.ingredients) {
    const group = groupOf(one.atc);
    if (group === undefined) continue;
    if (other.ingredients.some((ingredient) => groupOf(ingredient.atc) === group)) {
      return [issue('class', group, draft, other, 'moderate', undefined)];
    }
  }
  return [];
}

/** Returns the purpose or ATC group within which two medicines are duplicates; undefined when sharing a group means nothing. */
function groupOf(atc: string): string | undefined {
  const purpose = ONE_PURPOSE.find(([, codes]) => codes.test(atc));
  if (purpose) return purpose[0];
  const group = atc.slice(0, ATC_LEVEL_4);
  const means = group.length === ATC_LEVEL_4 && !OTHER_GROUP.test(group) && !MEANT_TOGETHER.has(group);
  return means ? group : undefined;
}

function isLocal(side: Side): boolean {
  return side.route !== undefined && (isLocalRoute(side.route) || AIRWAYS.has(side.route));
}

function issue(
  kind: 'ingredient' | 'class',
  what: string,
  draft: Side,
  other: Side,
  severity: Severity,
  shared: Ingredient | undefined,
): DetectedIssue {
  return {
    id: `duplicate:${kind}:${what}:${draft.key}:${other.key}`,
    check: 'duplicate',
    severity,
    itemIds: [draft.itemId, other.itemId].flatMap((id) => id ?? []),
    title: shared
      ? { en: `${shared.en} twice`, zh: `${shared.zh}重复` }
      : {
          en: `Same class twice: ${draft.label.en} and ${other.label.en}`,
          zh: `同类药物重复：${draft.label.zh}与${other.label.zh}`,
        },
    mechanism: shared
      ? { en: `Both contain ${shared.en}, so the doses add up.`, zh: `两者均含${shared.zh}，剂量叠加。` }
      : {
          en: 'They act in the same way, so effects and side effects add up.',
          zh: '作用机制相同，疗效与不良反应叠加。',
        },
    advice: {
      en: `${shared ? supplyLeft(other).en : ''}Stop one of them, or give a reason for both.`,
      zh: `${shared ? supplyLeft(other).zh : ''}请停用其一，或说明联用理由。`,
    },
    evidence: `${draft.label.en} ${draft.label.zh} · ${other.label.en} ${other.label.zh} (${what})`,
    source: ONE_PURPOSE.some(([name]) => name === what) ? SOURCE_OF_PURPOSE : SOURCE,
    overridable: isOverridable(severity),
    other: otherOf(other),
  };
}
