import { table } from './document-table.ts';
import type { KnowledgeBase } from './knowledge-base.ts';

const names = (medicines: readonly string[]) => medicines.join(', ');

/** Returns the reference for combined rules, triple rules, graver pairs, grades of applied medicines, side chains and kidneys. */
export function combined(knowledge: KnowledgeBase): string[] {
  const { combinedRules, tripleRules } = knowledge;
  return [
    `## Rules on several facts (${combinedRules.length})`,
    '',
    table(
      [
        'Rule',
        'Check',
        'Medicines',
        'Route',
        'Form',
        'Sex',
        'Months',
        'Conditions',
        'Severity',
        'Source',
        'Confidence',
        'Note',
      ],
      combinedRules.map(({ rule }) => [
        rule.id,
        rule.check,
        names(rule.medicines),
        names(rule.routes),
        names(rule.forms),
        rule.sex,
        rule.fromMonths === null && rule.belowMonths === null
          ? ''
          : `${rule.fromMonths ?? 0} to ${rule.belowMonths ?? ''}`,
        rule.trimester === null ? names(rule.conditions) : `trimester ${rule.trimester}`,
        rule.severity,
        rule.source,
        rule.confidence,
        rule.note,
      ]),
    ),
    '',
    `## Three medicines together (${tripleRules.length})`,
    '',
    table(
      ['Rule', 'One', 'Another', 'A third', 'Severity', 'Source', 'Note'],
      tripleRules.map(({ rule }) => [rule.id, ...rule.sides.map(names), rule.severity, rule.source, rule.note]),
    ),
    '',
    ...graverPairs(knowledge),
    ...smallTables(knowledge),
  ];
}

function graverPairs({ patientInteractions }: KnowledgeBase): string[] {
  return [
    `## Interactions that are graver in some patients (${patientInteractions.length})`,
    '',
    table(
      ['Rule', 'One', 'Other', 'eGFR below', 'Sex', 'Months', 'Conditions', 'Severity', 'Source', 'Confidence', 'Note'],
      patientInteractions.map(({ rule }) => [
        rule.id,
        names(rule.a),
        names(rule.b),
        rule.belowEgfr,
        rule.sex,
        rule.fromMonths === null && rule.belowMonths === null
          ? ''
          : `${rule.fromMonths ?? 0} to ${rule.belowMonths ?? ''}`,
        names(rule.conditions),
        rule.severity,
        rule.source,
        rule.confidence,
        rule.note,
      ]),
    ),
    '',
  ];
}

function smallTables({ inhaledGrades, singleDoseGrades, sideChains, renalCritical }: KnowledgeBase): string[] {
  return [
    '## Inhaled medicines, single doses, side chains, kidneys',
    '',
    table(
      ['Interaction when inhaled or applied', 'Medicines', 'Severity', 'Source', 'Note'],
      inhaledGrades.map(({ rule }) => [rule.id, names(rule.medicines), rule.severity, rule.source, rule.note]),
    ),
    '',
    table(
      ['Interaction of a single dose', 'Medicines', 'Up to', 'Severity', 'Source', 'Note'],
      singleDoseGrades.map(({ rule }) => [
        rule.id,
        names(rule.medicines),
        `${rule.perDose} ${rule.unit}`,
        rule.severity,
        rule.source,
        rule.note,
      ]),
    ),
    '',
    table(
      ['Side chain', 'Medicines', 'Source', 'Note'],
      sideChains.map(({ rule }) => [rule.id, names(rule.medicines), rule.source, rule.note]),
    ),
    '',
    table(
      ['Never without an eGFR', 'Source', 'Note'],
      renalCritical.map(({ rule }) => [names(rule.medicines), rule.source, rule.note]),
    ),
    '',
  ];
}

/** Returns the reference for the limits of rules, forms that stay whole, starting doses and gene variants. */
export function further({ ruleScopes, wholeUnits, startDoses, alleleRules }: KnowledgeBase): string[] {
  return [
    `## Rules of some countries, or of longer courses (${ruleScopes.size})`,
    '',
    'All other rules apply everywhere and at any length. `-CN` means every country but China.',
    '',
    table(
      ['Rule', 'Country', 'More than (days)', 'Source', 'Confidence', 'Note'],
      [...ruleScopes.values()].map((scope) => [
        scope.id,
        names(scope.jurisdictions),
        scope.aboveDays,
        scope.source,
        scope.confidence,
        scope.note,
      ]),
    ),
    '',
    '## Forms that stay whole, starting doses, gene variants',
    '',
    table(
      ['Form', 'Medicines', 'Smallest part', 'Severity', 'Source', 'Note'],
      wholeUnits.map(({ rule }) => [
        names(rule.forms),
        names(rule.medicines),
        rule.smallest,
        rule.severity,
        rule.source,
        rule.note,
      ]),
    ),
    '',
    table(
      ['Medicine', 'Route', 'Start above a time', 'a day', 'Unless taken', 'Conditions', 'Severity', 'Source', 'Note'],
      startDoses.map(({ rule }) => [
        names(rule.medicines),
        names(rule.routes),
        amount(rule.abovePerDose, null, rule.unit),
        amount(rule.abovePerDay, null, rule.unit),
        names(rule.unless),
        names(rule.conditions),
        rule.severity,
        rule.source,
        rule.note,
      ]),
    ),
    '',
    table(
      ['Variant', 'Medicines', 'Severity', 'Source', 'Note'],
      alleleRules.map(({ rule }) => [rule.id, names(rule.medicines), rule.severity, rule.source, rule.note]),
    ),
    '',
  ];
}

function byIndication({ indicatedDoses }: KnowledgeBase): string[] {
  return [
    `## Doses by indication (${indicatedDoses.length})`,
    '',
    'They lower an adult’s figures when the indication is on record, and only inform while the record does not decide.',
    '',
    table(
      [
        'Dose',
        'Medicines',
        'Country',
        'Months from',
        'kg below',
        'µmol/L creatinine from',
        'For',
        'Not for',
        'A time',
        'A day',
        'Source',
        'Confidence',
        'Note',
      ],
      indicatedDoses.map(({ rule }) => [
        rule.id,
        names(rule.medicines),
        names(rule.jurisdictions),
        rule.fromMonths,
        rule.belowKg,
        rule.creatinineFrom,
        names(rule.conditions),
        names(rule.unlessConditions),
        amount(rule.perDose, null, rule.unit),
        amount(rule.perDay, null, rule.unit),
        rule.source,
        rule.confidence,
        rule.note,
      ]),
    ),
    '',
  ];
}

/** Returns the reference for dose bands, narrow margins, insulin and opioids. */
export function dosing(knowledge: KnowledgeBase): string[] {
  const { doseBands, narrowMargins, insulinLimits, opioidFactors } = knowledge;
  return [
    `## Doses by age, weight and country (${doseBands.length})`,
    '',
    'For children a band goes before the figures of “Largest doses”; an adult’s figures it only lowers.',
    '',
    table(
      ['Medicine', 'Route', 'Form', 'Country', 'Months', 'kg', 'A time', 'A day', 'Source', 'Confidence', 'Note'],
      doseBands.map(({ rule }) => [
        names(rule.medicines),
        rule.route,
        rule.form,
        names(rule.jurisdictions),
        `${rule.fromMonths} to ${rule.belowMonths}`,
        rule.withoutWeight ? 'not known' : span(rule.fromKg, rule.belowKg),
        amount(rule.perDose, rule.perDosePerKg, rule.unit),
        amount(rule.perDay, rule.perDayPerKg, rule.unit),
        rule.source,
        rule.confidence,
        rule.note,
      ]),
    ),
    '',
    ...byIndication(knowledge),
    `## Narrow margins (${narrowMargins.length}), insulin (${insulinLimits.length}) and opioids (${opioidFactors.length})`,
    '',
    table(
      ['Every excess is serious', 'Source', 'Confidence', 'Note'],
      narrowMargins.map(({ rule }) => [names(rule.medicines), rule.source, rule.confidence, rule.note]),
    ),
    '',
    table(
      ['Insulin', 'A time per kg', 'A day per kg', 'A time', 'A day', 'Source', 'Note'],
      insulinLimits.map(({ rule }) => [
        names(rule.medicines),
        rule.perDosePerKg,
        rule.perDayPerKg,
        rule.perDose,
        rule.perDay,
        rule.source,
        rule.note,
      ]),
    ),
    '',
    table(
      ['Opioid', 'Route', 'Unit', 'mg of morphine', 'Source', 'Confidence', 'Note'],
      opioidFactors.map(({ rule }) => [
        names(rule.medicines),
        names(rule.routes),
        rule.unit,
        rule.factor,
        rule.source,
        rule.confidence,
        rule.note,
      ]),
    ),
    '',
  ];
}

function span(from: string | null, below: string | null): string {
  return from === null && below === null ? '' : `${from ?? 0} to ${below ?? ''}`.trim();
}

function amount(fixed: string | null, perKg: string | null, unit: string): string {
  return [fixed && `${fixed} ${unit}`, perKg && `${perKg} ${unit}/kg`].filter(Boolean).join(', ');
}
