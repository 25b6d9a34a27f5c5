/** Tables of rules that a hospital decides about row by row. The other tables of the checks only name and group medicines. */
export const ruledTables = [
  'interaction-rules',
  'herb-interactions',
  'triple-rules',
  'patient-interactions',
  'condition-rules',
  'age-rules',
  'combined-rules',
  'herb-cautions',
  'allele-rules',
  'dose-limits',
  'dose-bands',
  'indicated-doses',
  'dose-intervals',
  'dose-gaps',
  'dose-courses',
  'start-doses',
  'insulin-limits',
  'whole-units',
] as const;
export type RuledTable = (typeof ruledTables)[number];

/** The pairs of the base of interactions that the hospital imported. */
export const importedTable = 'imported-pairs';
/** Every table whose rows a hospital decides about. */
export const decidableTables = [...ruledTables, importedTable] as const;
export type DecidableTable = (typeof decidableTables)[number];

/** Columns of a row that a hospital may change. Which medicines a row covers is not among them. */
export const changeableColumns = [
  'severity',
  'evidence',
  'mechanismEn',
  'mechanismZh',
  'adviceEn',
  'adviceZh',
  'reasonEn',
  'reasonZh',
  'perDose',
  'perDay',
  'perDosePerKg',
  'perDayPerKg',
  'adultPerDose',
  'adultPerDay',
  'adultPerWeek',
  'childPerDosePerKg',
  'childPerDayPerKg',
  'childMaxPerDose',
  'childMaxPerDay',
  'minAgeMonths',
  'doses',
  'inDays',
  'blockedFrom',
  'hours',
  'maxDoses',
  'maxDays',
  'abovePerDose',
  'abovePerDay',
  'youngerThanMonths',
  'olderThanMonths',
] as const;
export type ChangeableColumn = (typeof changeableColumns)[number];
/** New values by column. */
export type RuleChanges = Partial<Record<ChangeableColumn, string>>;

export const decisionActions = ['accept', 'change', 'switch-off'] as const;
export type DecisionAction = (typeof decisionActions)[number];

/** `outdated`: the row of the program has changed since the hospital signed its decision, which no longer counts. */
export const ruleStates = ['undecided', 'proposed', 'checked', 'signed', 'outdated'] as const;
export type RuleState = (typeof ruleStates)[number];

export const ruleSeverities = ['contraindicated', 'serious', 'moderate', 'minor'] as const;

export const knowledgeRuleSorts = ['severity', 'name', 'table', 'decided'] as const;
export const knowledgeReleaseSorts = ['made', 'number'] as const;
export const knowledgeActivationSorts = ['at', 'number'] as const;

/** The maximum number of rows or decisions in one command. */
export const maxAtOnce = 50;
