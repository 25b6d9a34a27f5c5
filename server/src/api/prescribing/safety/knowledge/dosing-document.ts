import { table } from './document-table.ts';
import type { KnowledgeBase } from './knowledge-base.ts';

const names = (medicines: readonly string[]) => medicines.join(', ');

/** The tables of doses by age, weight and country, of narrow margins, insulin and opioids, for the generated reference. */
export function dosing({ doseBands, narrowMargins, insulinLimits, opioidFactors }: KnowledgeBase): string[] {
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
