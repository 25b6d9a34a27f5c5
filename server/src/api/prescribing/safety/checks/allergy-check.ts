import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { Ingredient } from '../../../catalogues/index.ts';
import type { CrossReactivity } from '../knowledge/allergen-class.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { nameOfAllergy } from '../recognition/allergy-names.ts';
import type { ResolvedAllergy } from '../recognition/resolve-allergies.ts';
import { resolveAllergy } from '../recognition/resolve-allergies.ts';
import type { ResolvedItem } from '../recognition/resolve-medicines.ts';
import type { CheckContext, NotChecked, SafetyCheck } from '../safety-check.ts';
import type { Severity } from '../severity.ts';
import { isOverridable, oneWorse } from '../severity.ts';
import { readingOf } from '../sides.ts';
import { unknownIn } from '../recognition/unknown-substances.ts';

/**
 * Compares recorded allergies with every ingredient of the draft. Blocks the substance itself and classes stated as such; warns of other members of
 * the class and of classes known to cross-react.
 */
export const allergyCheck: SafetyCheck = {
  name: 'allergy',
  run(context) {
    const { input, knowledge } = context;
    const notChecked: NotChecked[] = [];
    const itemIds = input.items.map((item) => item.id);
    if (!input.allergiesStated) {
      notChecked.push({
        check: 'allergy',
        itemIds,
        reason: {
          en: 'Allergy status is not recorded.',
          zh: '尚未记录患者是否有过敏史。',
        },
      });
    }
    const issues: DetectedIssue[] = [];
    for (const allergy of input.allergies) {
      const resolved = resolveAllergy(allergy, input.catalogue, knowledge);
      if (!resolved) continue;
      for (const part of resolved.unknownParts) {
        notChecked.push({
          check: 'allergy',
          itemIds,
          reason: {
            en: `The allergy "${part}" could not be matched to a known substance.`,
            zh: `过敏记录“${part}”无法对应到已知物质。`,
          },
        });
      }
      for (const { written, name } of resolved.readings) {
        notChecked.push({ check: 'allergy', itemIds, reason: readingOf(written, name) });
      }
      for (const { en, zh } of unknownIn(resolved.ingredients)) {
        notChecked.push({
          check: 'allergy',
          itemIds,
          reason: {
            en: `The patient is allergic to “${en}”, which is not in the data. Related substances were not checked.`,
            zh: `患者对“${zh}”过敏，本系统没有该成分资料，未能比对相关药物。`,
          },
        });
      }
      for (const item of context.items) issues.push(...worstOf(compare(resolved, item, context)));
    }
    return { issues, notChecked };
  },
};

/** Returns the worst finding per allergy and line, because repeated warnings are not read. */
function worstOf(found: readonly DetectedIssue[]): DetectedIssue[] {
  const order: readonly Severity[] = ['contraindicated', 'serious', 'moderate', 'minor'];
  const worst = order.map((severity) => found.find((issue) => issue.severity === severity)).find(Boolean);
  return worst ? [worst] : [];
}

function compare(resolved: ResolvedAllergy, item: ResolvedItem, { knowledge }: CheckContext): DetectedIssue[] {
  const { allergy, severe } = resolved;
  const allergicTo = new Set(resolved.ingredients.map((ingredient) => ingredient.id));
  const statedClasses = new Set(resolved.classes.map((one) => one.id));
  const impliedClasses = new Set(resolved.ingredients.flatMap((ingredient) => ingredient.allergenClasses));
  const found: DetectedIssue[] = [];
  const name = nameOfAllergy(resolved);

  for (const ingredient of item.ingredients) {
    const report = (rule: string, severity: Severity, { mechanism, advice }: Words, source: string): void => {
      found.push({
        id: `allergy:${rule}:${ingredient.id}:${item.item.id}:${allergy.id}`,
        check: 'allergy',
        severity,
        itemIds: [item.item.id],
        title: {
          en: `Allergy: ${name.en} and ${ingredient.en}`,
          zh: `过敏：${name.zh}与${ingredient.zh}`,
        },
        mechanism,
        advice,
        evidence: `${allergy.substance} (${allergy.severity}) · ${ingredient.en} ${ingredient.zh}`,
        source,
        overridable: isOverridable(severity),
      });
    };
    if (allergicTo.has(ingredient.id)) {
      report('same-substance', 'contraindicated', SAME_SUBSTANCE, 'Allergy on record');
      continue;
    }
    if (isRespiratoryOfNsaids(resolved) && belongsTo(ingredient, NSAID_CLASSES)) {
      report('nsaid-respiratory', 'contraindicated', RESPIRATORY_DISEASE, NSAID_SOURCE);
      continue;
    }
    const chain = sharedSideChain(resolved, ingredient, knowledge);
    if (chain) {
      report(`side-chain-${chain.rule.id}`, severe ? 'contraindicated' : 'serious', SAME_SIDE_CHAIN, chain.rule.source);
      continue;
    }
    const stated = knowledge.allergenClasses.find(
      (one) => statedClasses.has(one.id) && ingredient.allergenClasses.includes(one.id),
    );
    if (stated) report(`stated-${stated.id}`, stated.stated, statedClassLabel(stated), stated.source);
    for (const shared of knowledge.allergenClasses) {
      if (!impliedClasses.has(shared.id) || !ingredient.allergenClasses.includes(shared.id)) continue;
      const within =
        shared.id === 'cephalosporin' && otherSideChains(resolved, ingredient, knowledge) ? 'moderate' : shared.within;
      report(`class-${shared.id}`, severe ? oneWorse(within) : within, sameClassLabel(shared), shared.source);
    }
    for (const cross of knowledge.crossReactivities) {
      const from = statedClasses.has(cross.from) || impliedClasses.has(cross.from);
      if (!from || !ingredient.allergenClasses.includes(cross.to)) continue;
      report(`cross-${cross.from}-${cross.to}`, severityOf(cross, resolved), cross, cross.source);
    }
    for (const { rule } of excipientsOf(item, ingredient, statedClasses, knowledge))
      report(`excipient-${rule.id}`, rule.severity, rule, rule.source);
  }
  return found;
}

const NSAID_CLASSES = ['nsaid', 'salicylate'];
const NSAID_SOURCE =
  'Kowalski ML et al., Classification and practical approach to NSAID hypersensitivity, Allergy 2013;68:1219';

/** Returns true for asthma or polyps after an NSAID: NSAID-exacerbated respiratory disease, in which all NSAIDs are dangerous. */
function isRespiratoryOfNsaids({ respiratory, ingredients, classes }: ResolvedAllergy): boolean {
  const ofNsaids =
    ingredients.some((one) => belongsTo(one, NSAID_CLASSES)) || classes.some(({ id }) => NSAID_CLASSES.includes(id));
  return respiratory && ofNsaids;
}

function belongsTo(ingredient: Ingredient, classes: readonly string[]): boolean {
  return ingredient.allergenClasses.some((one) => classes.includes(one));
}

function sharedSideChain(resolved: ResolvedAllergy, { id }: Ingredient, { sideChains }: KnowledgeBase) {
  return sideChains.find(
    (chain) =>
      chain.ingredients.has(id) && resolved.ingredients.some((one) => one.id !== id && chain.ingredients.has(one.id)),
  );
}

/** Returns true when the side chains of both are known and differ. */
function otherSideChains(resolved: ResolvedAllergy, { id }: Ingredient, { sideChains }: KnowledgeBase): boolean {
  const chainOf = (one: string) => sideChains.find(({ ingredients }) => ingredients.has(one));
  const all = resolved.ingredients.filter(({ allergenClasses }) => allergenClasses.includes('cephalosporin'));
  const own = chainOf(id);
  return (
    own !== undefined && all.length > 0 && all.every((one) => chainOf(one.id) !== undefined && chainOf(one.id) !== own)
  );
}

/** Returns the rules on excipients of this form of the medicine that the patient is allergic to. */
function excipientsOf(
  { product }: ResolvedItem,
  { id }: Ingredient,
  statedClasses: ReadonlySet<string>,
  { excipients }: KnowledgeBase,
) {
  return excipients.filter(
    ({ rule, ingredients }) =>
      ingredients.has(id) &&
      rule.forms.includes(product.form) &&
      rule.allergens.some((allergen) => statedClasses.has(allergen)),
  );
}

type Words = Pick<DetectedIssue, 'mechanism' | 'advice'>;

/** A swollen face may have had another cause, so it forbids nothing that angioedema forbids, but is as serious. */
function severityOf(cross: CrossReactivity, { severe, angioedema, swollenFace }: ResolvedAllergy): Severity {
  if (angioedema && cross.severityAfterAngioedema) return cross.severityAfterAngioedema;
  if (swollenFace && cross.severityAfterAngioedema) return 'serious';
  return severe ? cross.severityAfterSevere : cross.severity;
}

const RESPIRATORY_DISEASE: Words = {
  mechanism: {
    en: 'Respiratory reaction to an NSAID. Any strong COX-1 inhibitor may trigger an attack.',
    zh: '患者曾因非甾体抗炎药诱发气道反应，任何强COX-1抑制剂均可诱发发作。',
  },
  advice: {
    en: 'Use paracetamol, at most 1 g per dose. Use a coxib only after a supervised challenge.',
    zh: '改用对乙酰氨基酚（单次不超过1 g）；昔布类仅在监护下试用。',
  },
};

const SAME_SIDE_CHAIN: Words = {
  mechanism: {
    en: 'Both have the same or a very similar side chain, the usual cause of this cross-reaction.',
    zh: '两者侧链相同或高度相似，交叉过敏风险高。',
  },
  advice: {
    en: 'Choose a beta-lactam with a different side chain, or another class.',
    zh: '请改用侧链不同的β-内酰胺类或其他类别。',
  },
};

const SAME_SUBSTANCE: Words = {
  mechanism: { en: 'The patient has a recorded allergy to this substance.', zh: '患者有该物质过敏记录。' },
  advice: {
    en: 'Choose another medicine. If the record is wrong, correct it first.',
    zh: '请换用其他药品；如记录有误，请先更正。',
  },
};

function statedClassLabel(stated: LocalizedText): Words {
  return {
    mechanism: {
      en: `Belongs to ${stated.en.toLowerCase()}, a class the patient has a recorded allergy to.`,
      zh: `该药属于${stated.zh}，患者有该类药物过敏记录。`,
    },
    advice: SAME_SUBSTANCE.advice,
  };
}

function sameClassLabel(shared: LocalizedText): Words {
  return {
    mechanism: {
      en: `Both belong to ${shared.en.toLowerCase()}. Allergies often extend to the whole class.`,
      zh: `两者同属${shared.zh}，过敏常涉及同类药物。`,
    },
    advice: {
      en: 'Prefer another class. Use only if the earlier reaction is understood and there is no better option.',
      zh: '优先换用其他类别；仅在既往反应明确且无更好选择时使用。',
    },
  };
}
