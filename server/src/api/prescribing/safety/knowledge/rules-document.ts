import { sources } from './source-document.ts';
import { allRules } from '../../rules/rule-pack.ts';
import { confidenceIn, loadCuratedFormulary, type Formulary } from '../../../catalogues/index.ts';
import { combined, dosing, further } from './dosing-document.ts';
import { table } from './document-table.ts';
import { herbs } from './herb-document.ts';
import { loadKnowledgeBase, type KnowledgeBase } from './knowledge-base.ts';
import { knowledgeManifest } from './knowledge-manifest.ts';

/** Returns docs/generated/safety-rules.md: every rule and row of the safety tables with its source, as Markdown. */
export function rulesDocument(): string {
  const knowledge = loadKnowledgeBase();
  const formulary = loadCuratedFormulary();
  return [
    '# Rules and safety tables',
    '',
    `Generated from the data by \`npm run docs\`; do not edit. Version ${knowledge.version}. ${knowledgeManifest.source}.`,
    'Rows were written from knowledge of the works that they cite and were not compared with them line by line, but for the',
    'high-priority list of 2012; a pharmacist of the hospital must review them before relying on them. Rows marked “check” first.',
    '',
    ...sources(formulary),
    ...rulePacks(),
    ...interactions(knowledge),
    ...conditions(knowledge),
    ...ages(knowledge),
    ...intervals(knowledge),
    ...gaps(knowledge),
    ...courses(knowledge),
    ...dosing(knowledge),
    ...combined(knowledge),
    ...further(knowledge),
    ...herbs(knowledge),
    ...allergies(knowledge),
    ...largestDoses(formulary),
    ...ingredients(formulary),
  ].join('\n');
}

const names = (medicines: readonly string[]) => medicines.join(', ');

function rulePacks(): string[] {
  return [
    `## Rule packs (${allRules().length})`,
    '',
    table(
      ['Rule', 'Pack', 'Kind', 'Since', 'Text', 'Source'],
      allRules().map((rule) => [
        rule.id,
        rule.pack,
        rule.kind,
        rule.effectiveFrom,
        `${rule.text.en} ${rule.text.zh}`,
        `${rule.source.en} ${rule.source.zh}`,
      ]),
    ),
    '',
  ];
}

function interactions(knowledge: KnowledgeBase): string[] {
  return [
    `## Interactions (${knowledge.interactionRules.length} rules, ${knowledge.interactions.pairs} pairs of ingredients)`,
    '',
    table(
      ['Rule', 'One', 'Other', 'Severity', 'Evidence', 'Source', 'Confidence'],
      knowledge.interactionRules.map((rule) => [
        rule.id,
        names(rule.a),
        names(rule.b),
        rule.severity,
        rule.evidence,
        rule.source,
        confidenceIn(rule.confidence, rule.source),
      ]),
    ),
    '',
  ];
}

function conditions(knowledge: KnowledgeBase): string[] {
  return [
    `## Conditions (${knowledge.conditionRules.length})`,
    '',
    table(
      ['Rule', 'Medicines', 'Conditions (ICD-10)', 'Severity', 'Source', 'Confidence'],
      knowledge.conditionRules.map(({ rule }) => [
        rule.id,
        names(rule.medicines),
        names(rule.conditions),
        rule.severity,
        rule.source,
        confidenceIn(rule.confidence, rule.source),
      ]),
    ),
    '',
  ];
}

function ages(knowledge: KnowledgeBase): string[] {
  return [
    `## Ages (${knowledge.ageRules.length})`,
    '',
    table(
      ['Rule', 'Medicines', 'Younger than (months)', 'From (months)', 'Severity', 'Source', 'Confidence'],
      knowledge.ageRules.map(({ rule }) => [
        rule.id,
        names(rule.medicines),
        rule.youngerThanMonths,
        rule.olderThanMonths,
        rule.severity,
        rule.source,
        confidenceIn(rule.confidence, rule.source),
      ]),
    ),
    '',
  ];
}

function intervals({ intervalRules }: KnowledgeBase): string[] {
  return [
    `## Not more often than (${intervalRules.length})`,
    '',
    table(
      ['Rule', 'Medicines', 'Route', 'From', 'Below', 'Doses', 'In days', 'Severity', 'Source', 'Confidence', 'Note'],
      intervalRules.map(({ rule }) => [
        rule.id,
        names(rule.medicines),
        names(rule.routes),
        amount(rule.fromPerDose, rule.unit),
        amount(rule.belowPerDose, rule.unit),
        rule.doses,
        rule.inDays,
        rule.blockedFrom === null ? rule.severity : `${rule.severity}, contraindicated from ${rule.blockedFrom}`,
        rule.source,
        confidenceIn(rule.confidence, rule.source),
        rule.note,
      ]),
    ),
    '',
  ];
}

function gaps({ gapRules }: KnowledgeBase): string[] {
  return [
    `## Hours between doses, and not as needed (${gapRules.length})`,
    '',
    table(
      ['Rule', 'Medicines', 'Route', 'Form', 'From', 'Hours', 'Severity', 'Source', 'Confidence', 'Note'],
      gapRules.map(({ rule }) => [
        rule.id,
        names(rule.medicines),
        names(rule.routes),
        names(rule.forms),
        amount(rule.fromPerDose, rule.unit),
        rule.hours ?? 'never as needed',
        rule.severity,
        rule.source,
        confidenceIn(rule.confidence, rule.source),
        rule.note,
      ]),
    ),
    '',
  ];
}

function courses({ courseRules }: KnowledgeBase): string[] {
  return [
    `## Not longer than (${courseRules.length})`,
    '',
    table(
      [
        'Rule',
        'Medicines',
        'Route',
        'A time from',
        'A day from',
        'Doses',
        'Days',
        'Severity',
        'Source',
        'Confidence',
        'Note',
      ],
      courseRules.map(({ rule }) => [
        rule.id,
        names(rule.medicines),
        names(rule.routes),
        amount(rule.fromPerDose, rule.unit),
        amount(rule.fromPerDay, rule.unit),
        rule.maxDoses,
        rule.maxDays,
        rule.severity,
        rule.source,
        confidenceIn(rule.confidence, rule.source),
        rule.note,
      ]),
    ),
    '',
  ];
}

const amount = (value: string | null, unit: string | null) => (value === null ? null : `${value} ${unit ?? ''}`.trim());

function allergies(knowledge: KnowledgeBase): string[] {
  return [
    `## Allergen classes (${knowledge.allergenClasses.length}) and cross-reactivity (${knowledge.crossReactivities.length})`,
    '',
    table(
      ['Class', 'Takes in', 'Another member', 'Source'],
      knowledge.allergenClasses.map((one) => [`${one.en} ${one.zh}`, names(one.members), one.within, one.source]),
    ),
    '',
    table(
      ['Allergic to', 'Suspect', 'Severity', 'After a severe reaction', 'After angioedema', 'Source'],
      knowledge.crossReactivities.map((one) => [
        one.from,
        one.to,
        one.severity,
        one.severityAfterSevere,
        one.severityAfterAngioedema,
        one.source,
      ]),
    ),
    '',
    table(
      ['Allergen in an excipient', 'Medicines', 'Form', 'Severity', 'Source', 'Note'],
      knowledge.excipients.map(({ rule }) => [
        names(rule.allergens),
        names(rule.medicines),
        names(rule.forms),
        rule.severity,
        rule.source,
        rule.note,
      ]),
    ),
    '',
  ];
}

function largestDoses(formulary: Formulary): string[] {
  const doses = [
    ...new Set(formulary.products.flatMap((one) => one.ingredients.flatMap(({ limits }) => limits ?? []))),
  ];
  return [
    `## Largest doses (${doses.length})`,
    '',
    'By ingredient, route and form; an unverified dose is what approved labels of the generic commonly say, no label compared. An empty cell is not known, never "no limit".',
    '',
    table(
      [
        'Ingredient',
        'Route',
        'Form',
        'Unit',
        'Adult a time',
        'Adult a day',
        'Adult a week',
        'Child a time per kg',
        'Child a day per kg',
        'Child a time',
        'Child a day',
        'From (months)',
        'Source',
        'Confidence',
      ],
      doses.map((one) => [
        one.ingredient,
        one.route,
        one.form,
        one.unit,
        one.adultPerDose,
        one.adultPerDay,
        one.adultPerWeek,
        one.childPerDosePerKg,
        one.childPerDayPerKg,
        one.childMaxPerDose,
        one.childMaxPerDay,
        one.minAgeMonths,
        one.source,
        confidenceIn(one.confidence, one.source),
      ]),
    ),
    '',
  ];
}

function ingredients(formulary: Formulary): string[] {
  return [
    `## Pregnancy, lactation, kidneys, liver (${formulary.ingredients.length} ingredients)`,
    '',
    'The work is that of the substance; where the confidence is low, no label was compared for the advice. With a disease of the liver on record the last',
    'column is graded by the code: see `hepatic.ts`.',
    '',
    table(
      ['Ingredient', 'Pregnancy', 'Lactation', 'Kidneys (eGFR below)', 'Liver', 'Source', 'Confidence'],
      formulary.ingredients.map((one) => [
        one.id,
        one.pregnancy,
        one.lactation,
        one.renal.map(({ action, belowEgfr }) => `${action} ${belowEgfr ?? 60}`).join(', '),
        one.hepatic,
        one.source,
        confidenceIn(one.confidence, one.source),
      ]),
    ),
    '',
  ];
}
