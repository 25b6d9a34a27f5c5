import { z } from 'zod';
import { checkRecord, CsvRowError, type CsvRow } from '../../../../platform/csv/read-csv.ts';
import type { AllergenClass, CrossReactivity } from './allergen-class.ts';
import { shownSource, slug, source } from '../../../catalogues/index.ts';
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
  singleDoseGradeRowSchema,
  tripleRuleRowSchema,
  type CombinedRule,
  type InhaledGrade,
  type SingleDoseGrade,
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
import { excipientRowSchema, type Excipient } from './excipient.ts';
import {
  herbCautionRowSchema,
  herbIncompatibilityRowSchema,
  herbInteractionRowSchema,
  type HerbCaution,
  type HerbIncompatibility,
  type HerbInteraction,
} from './herb-rule.ts';
import { indicatedDoseRowSchema, type IndicatedDose } from './indicated-dose.ts';
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
import { decidedLimitsIn, type DecidedLimits } from './decided-limits.ts';
import { knowledgeManifest } from './knowledge-manifest.ts';
import { shippedTables, type KnowledgeTableName, type KnowledgeTables } from './knowledge-tables.ts';
import { patientInteractionRowSchema, type PatientInteraction } from './patient-interaction.ts';
import { createExpander, medicineClassRowSchema } from './medicine-class.ts';
import type { AgeRule, ConditionRule } from './patient-rule.ts';
import { ageRuleRowSchema, conditionRuleRowSchema } from './patient-rule.ts';
import { ruleScopeRowSchema, type RuleScopes } from './rule-scope.ts';
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
  /** Allergens that forms of a medicine may contain beside the active substance. */
  readonly excipients: readonly RuleOn<Excipient>[];
  readonly sideChains: readonly RuleOn<SideChain>[];
  readonly interactionRules: readonly InteractionRule[];
  readonly interactions: InteractionIndex;
  readonly ageRules: readonly RuleOn<AgeRule>[];
  readonly conditionRules: readonly RuleOn<ConditionRule>[];
  readonly combinedRules: readonly RuleOn<CombinedRule>[];
  readonly tripleRules: readonly (RuleOn<TripleRule> & { readonly sides: readonly ReadonlySet<string>[] })[];
  /** Interactions that are graver in some patients. */
  readonly patientInteractions: readonly (RuleOn<PatientInteraction & { readonly source: string }> & {
    readonly sides: readonly [ReadonlySet<string>, ReadonlySet<string>];
    readonly asInteraction: InteractionRule;
  })[];
  readonly inhaledGrades: readonly RuleOn<InhaledGrade>[];
  readonly singleDoseGrades: readonly RuleOn<SingleDoseGrade>[];
  /** Maximum frequencies. */
  readonly intervalRules: readonly RuleOn<IntervalRule>[];
  /** Minimum times between doses. */
  readonly gapRules: readonly RuleOn<GapRule>[];
  readonly courseRules: readonly RuleOn<CourseRule>[];
  /** Forms that must not be divided. */
  readonly wholeUnits: readonly RuleOn<WholeUnitRule>[];
  readonly startDoses: readonly (RuleOn<StartDose> & { readonly unless: ReadonlySet<string> })[];
  readonly alleleRules: readonly RuleOn<AlleleRule>[];
  /** Limits of rules to countries or to longer courses. */
  readonly ruleScopes: RuleScopes;
  readonly doseBands: readonly RuleOn<DoseBand>[];
  /** The formulary’s largest doses where this set differs from the shipped one. */
  readonly decidedLimits: DecidedLimits;
  /** Maximum doses that depend on the indication. */
  readonly indicatedDoses: readonly RuleOn<IndicatedDose>[];
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

const quietIngredientRowSchema = z.strictObject({ ingredient: slug, source });

let loaded: KnowledgeBase | undefined;

/**
 * Loads the project's own rules, once, and freezes them.
 * @throws CsvRowError when a row is invalid or names a class that does not exist.
 */
export function loadKnowledgeBase(): KnowledgeBase {
  loaded ??= buildKnowledgeBase(shippedTables(), knowledgeManifest.version);
  return loaded;
}

type Reader = <Row>(table: KnowledgeTableName, schema: z.ZodType<Row>) => CsvRow<Row>[];

/**
 * Builds the rules from their tables.
 * @throws CsvRowError when a row is invalid or names a class that does not exist.
 */
export function buildKnowledgeBase(tables: KnowledgeTables, version: string): KnowledgeBase {
  const rows: Reader = (table, schema) => tables[table].map((row) => checkRecord(`${table}.csv`, row, schema));
  const allergenClasses = rows('allergen-classes', allergenClassRowSchema);
  const classes = new Set(allergenClasses.map(({ row }) => row.id));
  for (const { line, row } of allergenClasses) {
    const missing = row.members.find((member) => !classes.has(member));
    if (missing) throw new CsvRowError('allergen-classes.csv', line, `members: ${missing} is not a class`);
  }
  const crossReactivities = rows('cross-reactivity', crossReactivityRowSchema);
  for (const { line, row } of crossReactivities) {
    const missing = [row.from, row.to].find((id) => !classes.has(id));
    if (missing) throw new CsvRowError('cross-reactivity.csv', line, `${missing} is not a class`);
  }
  const expand = createExpander(rows('medicine-classes', medicineClassRowSchema).map(({ row }) => row));
  const spread = <Rule extends { readonly medicines: readonly string[] }>(rule: Rule): RuleOn<Rule> =>
    Object.freeze({ rule: Object.freeze(rule), ingredients: new Set(expand(rule.medicines)) });
  const shown = <Rule extends { readonly source: string; readonly confidence: string }>(rule: Rule): Rule =>
    Object.freeze({ ...rule, source: shownSource(rule) });
  const { herbInteractions, ...cited } = citedRows(expand, rows);
  const interactionRules = [
    ...rows('interaction-rules', interactionRuleRowSchema).map(({ row }) => shown(row)),
    ...herbInteractions.map(({ rule }) => asInteraction(rule)),
  ];
  return Object.freeze({
    version,
    ...cited,
    interactionRules: Object.freeze(interactionRules),
    interactions: buildInteractionIndex(interactionRules, expand),
    decidedLimits: decidedLimitsIn(tables),
    ageRules: rows('age-rules', ageRuleRowSchema).map(({ row }) => spread(shown(row))),
    conditionRules: rows('condition-rules', conditionRuleRowSchema).map(({ row }) => spread(shown(row))),
    quietIngredients: new Set(rows('quiet-ingredients', quietIngredientRowSchema).map(({ row }) => row.ingredient)),
    allergenClasses: Object.freeze(allergenClasses.map(({ row }) => Object.freeze(row))),
    crossReactivities: Object.freeze(crossReactivities.map(({ row }) => Object.freeze(row))),
  });
}

/** Reads the tables whose rows cite a work of `sources.csv`. */
function citedRows(expand: (names: readonly string[]) => string[], rows: Reader) {
  const works = new Map<string, CitedWork>(rows('sources', citedWorkRowSchema).map(({ row }) => [row.id, row]));
  const cited = <Row extends Cited & { readonly medicines: readonly string[] }>(
    table: KnowledgeTableName,
    schema: z.ZodType<Row>,
  ) =>
    withCitations(`${table}.csv`, rows(table, schema), works).map((rule) =>
      Object.freeze({ rule, ingredients: new Set(expand(rule.medicines)) }),
    );
  return {
    works,
    combinedRules: cited('combined-rules', combinedRuleRowSchema),
    tripleRules: cited('triple-rules', tripleRuleRowSchema).map((triple) => ({
      ...triple,
      sides: triple.rule.sides.map((side) => new Set(expand(side))),
    })),
    patientInteractions: cited('patient-interactions', patientInteractionRowSchema).map((one) => ({
      ...one,
      sides: [new Set(expand(one.rule.a)), new Set(expand(one.rule.b))] as const,
      asInteraction: asInteraction(one.rule),
    })),
    inhaledGrades: cited('inhaled-grading', inhaledGradeRowSchema),
    singleDoseGrades: cited('single-dose-grading', singleDoseGradeRowSchema),
    intervalRules: cited('dose-intervals', intervalRuleRowSchema),
    gapRules: cited('dose-gaps', gapRuleRowSchema),
    excipients: cited('excipients', excipientRowSchema),
    sideChains: cited('side-chains', sideChainRowSchema),
    courseRules: cited('dose-courses', courseRuleRowSchema),
    wholeUnits: cited('whole-units', wholeUnitRowSchema),
    startDoses: cited('start-doses', startDoseRowSchema).map((start) => ({
      ...start,
      unless: new Set(expand(start.rule.unless)),
    })),
    ruleScopes: new Map(
      withCitations('rule-scopes.csv', rows('rule-scopes', ruleScopeRowSchema), works).map((scope) => [
        scope.id,
        scope,
      ]),
    ),
    alleleRules: cited('allele-rules', alleleRuleRowSchema),
    doseBands: cited('dose-bands', doseBandRowSchema),
    indicatedDoses: cited('indicated-doses', indicatedDoseRowSchema),
    narrowMargins: cited('narrow-margin', narrowMarginRowSchema),
    renalCritical: cited('renal-critical', narrowMarginRowSchema),
    insulinLimits: cited('insulin-limits', insulinLimitRowSchema),
    opioidFactors: cited('opioid-factors', opioidFactorRowSchema),
    herbInteractions: cited('herb-interactions', herbInteractionRowSchema),
    herbIncompatibilities: cited('herb-incompatibilities', herbIncompatibilityRowSchema),
    herbCautions: cited('herb-cautions', herbCautionRowSchema),
  };
}

/** A row that cites a work of `sources.csv`, as the interaction index takes it. */
function asInteraction({
  confidence,
  ...rule
}: (HerbInteraction | PatientInteraction) & { readonly source: string }): InteractionRule {
  return Object.freeze({ ...rule, confidence: confidence === 'high' ? 'sure' : 'check' });
}
