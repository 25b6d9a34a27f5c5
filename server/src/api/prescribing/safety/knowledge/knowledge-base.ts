import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CsvRowError, readCsv } from '../../../../platform/csv/read-csv.ts';
import type { AllergenClass, CrossReactivity } from './allergen-class.ts';
import { slug } from '../../../catalogues/index.ts';
import {
  allergenClassRowSchema,
  crossReactivityRowSchema,
  sideChainRowSchema,
  type SideChain,
} from './allergen-class.ts';
import { alleleRuleRowSchema, type AlleleRule } from './allele-rule.ts';
import type { InteractionIndex } from './interaction-index.ts';
import { buildInteractionIndex } from './interaction-index.ts';
import { citedWorkRowSchema, withCitations, type Cited, type CitedWork } from './cited.ts';
import {
  combinedRuleRowSchema,
  inhaledGradeRowSchema,
  tripleRuleRowSchema,
  type CombinedRule,
  type InhaledGrade,
  type TripleRule,
} from './combined-rule.ts';
import {
  courseRuleRowSchema,
  gapRuleRowSchema,
  intervalRuleRowSchema,
  type CourseRule,
  type GapRule,
  type IntervalRule,
} from './course-rule.ts';
import {
  herbCautionRowSchema,
  herbIncompatibilityRowSchema,
  herbInteractionRowSchema,
  type HerbCaution,
  type HerbIncompatibility,
  type HerbInteraction,
} from './herb-rule.ts';
import type { InteractionRule } from './interaction-rule.ts';
import { interactionRuleRowSchema } from './interaction-rule.ts';
import {
  doseBandRowSchema,
  insulinLimitRowSchema,
  narrowMarginRowSchema,
  opioidFactorRowSchema,
  type DoseBand,
  type InsulinLimit,
  type NarrowMargin,
  type OpioidFactor,
} from './dose-band.ts';
import { knowledgeManifest } from './knowledge-manifest.ts';
import { createExpander, medicineClassRowSchema } from './medicine-class.ts';
import type { AgeRule, ConditionRule } from './patient-rule.ts';
import { ageRuleRowSchema, conditionRuleRowSchema } from './patient-rule.ts';
import { startDoseRowSchema, type StartDose } from './start-dose.ts';
import { wholeUnitRowSchema, type WholeUnitRule } from './whole-unit.ts';

/**
 * The rules that the checks use besides the formulary; `knowledge-manifest.ts` describes their origin. A licensed knowledge base with the same shape
 * can replace it.
 */
export interface KnowledgeBase {
  readonly version: string;
  readonly allergenClasses: readonly AllergenClass[];
  readonly crossReactivities: readonly CrossReactivity[];
  readonly sideChains: readonly RuleOn<SideChain>[];
  readonly interactionRules: readonly InteractionRule[];
  readonly interactions: InteractionIndex;
  readonly ageRules: readonly RuleOn<AgeRule>[];
  readonly conditionRules: readonly RuleOn<ConditionRule>[];
  readonly combinedRules: readonly RuleOn<CombinedRule>[];
  readonly tripleRules: readonly (RuleOn<TripleRule> & { readonly sides: readonly ReadonlySet<string>[] })[];
  readonly inhaledGrades: readonly RuleOn<InhaledGrade>[];
  /** Maximum frequencies. */
  readonly intervalRules: readonly RuleOn<IntervalRule>[];
  /** Minimum times between doses. */
  readonly gapRules: readonly RuleOn<GapRule>[];
  readonly courseRules: readonly RuleOn<CourseRule>[];
  /** Forms that must not be divided. */
  readonly wholeUnits: readonly RuleOn<WholeUnitRule>[];
  readonly startDoses: readonly (RuleOn<StartDose> & { readonly unless: ReadonlySet<string> })[];
  readonly alleleRules: readonly RuleOn<AlleleRule>[];
  readonly doseBands: readonly RuleOn<DoseBand>[];
  readonly narrowMargins: readonly RuleOn<NarrowMargin>[];
  /** Medicines for which an unknown kidney function is always reported. */
  readonly renalCritical: readonly RuleOn<NarrowMargin>[];
  readonly insulinLimits: readonly RuleOn<InsulinLimit>[];
  readonly opioidFactors: readonly RuleOn<OpioidFactor>[];
  /** Works that rows cite, by id. */
  readonly works: ReadonlyMap<string, CitedWork>;
  /** Traditional incompatibilities of herbs, and what speaks against a herb that is taken. */
  readonly herbIncompatibilities: readonly RuleOn<HerbIncompatibility>[];
  readonly herbCautions: readonly RuleOn<HerbCaution>[];
  /** Ingredients that curators reviewed and that need no interaction rule. */
  readonly quietIngredients: ReadonlySet<string>;
}

/** A rule with its medicines expanded to ingredients. */
export interface RuleOn<Rule> {
  readonly rule: Rule;
  readonly ingredients: ReadonlySet<string>;
}

const quietIngredientRowSchema = z.strictObject({ ingredient: slug, source: z.string().min(1) });

let loaded: KnowledgeBase | undefined;

/**
 * Loads the project's own rules, once, and freezes them.
 * @throws CsvRowError when a row is invalid or names a class that does not exist.
 */
export function loadKnowledgeBase(): KnowledgeBase {
  loaded ??= Object.freeze(readAll());
  return loaded;
}

function readAll(): KnowledgeBase {
  const allergenClasses = rows('allergen-classes.csv', allergenClassRowSchema);
  const classes = new Set(allergenClasses.map(({ row }) => row.id));
  for (const { line, row } of allergenClasses) {
    const missing = row.members.find((member) => !classes.has(member));
    if (missing) throw new CsvRowError('allergen-classes.csv', line, `members: ${missing} is not a class`);
  }
  const crossReactivities = rows('cross-reactivity.csv', crossReactivityRowSchema);
  for (const { line, row } of crossReactivities) {
    const missing = [row.from, row.to].find((id) => !classes.has(id));
    if (missing) throw new CsvRowError('cross-reactivity.csv', line, `${missing} is not a class`);
  }
  const expand = createExpander(rows('medicine-classes.csv', medicineClassRowSchema).map(({ row }) => row));
  const spread = <Rule extends { readonly medicines: readonly string[] }>(rule: Rule): RuleOn<Rule> =>
    Object.freeze({ rule: Object.freeze(rule), ingredients: new Set(expand(rule.medicines)) });
  const { herbInteractions, ...cited } = citedRows(expand);
  const interactionRules = [
    ...rows('interaction-rules.csv', interactionRuleRowSchema).map(({ row }) => Object.freeze(row)),
    ...herbInteractions.map(({ rule }) => asInteraction(rule)),
  ];
  return {
    version: knowledgeManifest.version,
    ...cited,
    interactionRules: Object.freeze(interactionRules),
    interactions: buildInteractionIndex(interactionRules, expand),
    ageRules: rows('age-rules.csv', ageRuleRowSchema).map(({ row }) => spread(row)),
    conditionRules: rows('condition-rules.csv', conditionRuleRowSchema).map(({ row }) => spread(row)),
    quietIngredients: new Set(rows('quiet-ingredients.csv', quietIngredientRowSchema).map(({ row }) => row.ingredient)),
    allergenClasses: Object.freeze(allergenClasses.map(({ row }) => Object.freeze(row))),
    crossReactivities: Object.freeze(crossReactivities.map(({ row }) => Object.freeze(row))),
  };
}

/** Reads the tables whose rows cite a work of `sources.csv`. */
function citedRows(expand: (names: readonly string[]) => string[]) {
  const works = new Map<string, CitedWork>(rows('sources.csv', citedWorkRowSchema).map(({ row }) => [row.id, row]));
  const cited = <Row extends Cited & { readonly medicines: readonly string[] }>(file: string, schema: z.ZodType<Row>) =>
    withCitations(file, rows(file, schema), works).map((rule) =>
      Object.freeze({ rule, ingredients: new Set(expand(rule.medicines)) }),
    );
  return {
    works,
    combinedRules: cited('combined-rules.csv', combinedRuleRowSchema),
    tripleRules: cited('triple-rules.csv', tripleRuleRowSchema).map((triple) => ({
      ...triple,
      sides: triple.rule.sides.map((side) => new Set(expand(side))),
    })),
    inhaledGrades: cited('inhaled-grading.csv', inhaledGradeRowSchema),
    intervalRules: cited('dose-intervals.csv', intervalRuleRowSchema),
    gapRules: cited('dose-gaps.csv', gapRuleRowSchema),
    sideChains: cited('side-chains.csv', sideChainRowSchema),
    courseRules: cited('dose-courses.csv', courseRuleRowSchema),
    wholeUnits: cited('whole-units.csv', wholeUnitRowSchema),
    startDoses: cited('start-doses.csv', startDoseRowSchema).map((start) => ({
      ...start,
      unless: new Set(expand(start.rule.unless)),
    })),
    alleleRules: cited('allele-rules.csv', alleleRuleRowSchema),
    doseBands: cited('dose-bands.csv', doseBandRowSchema),
    narrowMargins: cited('narrow-margin.csv', narrowMarginRowSchema),
    renalCritical: cited('renal-critical.csv', narrowMarginRowSchema),
    insulinLimits: cited('insulin-limits.csv', insulinLimitRowSchema),
    opioidFactors: cited('opioid-factors.csv', opioidFactorRowSchema),
    herbInteractions: cited('herb-interactions.csv', herbInteractionRowSchema),
    herbIncompatibilities: cited('herb-incompatibilities.csv', herbIncompatibilityRowSchema),
    herbCautions: cited('herb-cautions.csv', herbCautionRowSchema),
  };
}

/** A row that cites a work of `sources.csv`, as the interaction index takes it. */
function asInteraction({ confidence, ...rule }: HerbInteraction & { readonly source: string }): InteractionRule {
  return Object.freeze({ ...rule, confidence: confidence === 'high' ? 'sure' : 'check' });
}

function rows<Row>(file: string, schema: z.ZodType<Row>) {
  return readCsv(fileURLToPath(new URL(`data/${file}`, import.meta.url)), schema);
}
