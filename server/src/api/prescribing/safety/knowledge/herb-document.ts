import { loadPatentMedicines } from '../patents/patent-medicine.ts';
import { citationOf } from './cited.ts';
import { table } from './document-table.ts';
import type { KnowledgeBase } from './knowledge-base.ts';

const names = (medicines: readonly string[]) => medicines.join(', ');

/** Chinese patent medicines, and the rules on what is in them. */
export function herbs({ herbIncompatibilities, herbCautions, works }: KnowledgeBase): string[] {
  return [
    `## Herbs that tradition forbids together (${herbIncompatibilities.length})`,
    '',
    table(
      ['Rule', 'List', 'One', 'Other', 'Source', 'Confidence', 'Note'],
      herbIncompatibilities.map(({ rule }) => [
        rule.id,
        rule.kind === 'eighteen' ? '十八反' : '十九畏',
        names(rule.a),
        names(rule.b),
        rule.source,
        rule.confidence,
        rule.note,
      ]),
    ),
    '',
    `## What speaks against herbs that are taken (${herbCautions.length})`,
    '',
    table(
      [
        'Rule',
        'Check',
        'Constituents',
        'Conditions (ICD-10)',
        'Below months',
        'Severity',
        'Source',
        'Confidence',
        'Note',
      ],
      herbCautions.map(({ rule }) => [
        rule.id,
        rule.check,
        names(rule.medicines),
        names(rule.conditions),
        rule.belowMonths === null ? '' : String(rule.belowMonths),
        rule.severity,
        rule.source,
        rule.confidence,
        rule.note,
      ]),
    ),
    '',
    ...patentMedicines(works),
  ];
}

function patentMedicines(works: KnowledgeBase['works']): string[] {
  const patents = loadPatentMedicines();
  return [
    `## Chinese patent medicines (${patents.length})`,
    '',
    'Reviewed: none. Constituents are those of which the tables know something, not the whole formula.',
    '',
    table(
      ['Name', 'Substances', 'Herbs', 'Also', 'Pregnancy', 'List', 'Source', 'Confidence', 'Note'],
      patents.map((patent) => {
        const work = works.get(patent.sourceId);
        return [
          `${patent.name.zh} ${patent.name.en}`,
          names(patent.western),
          names(patent.herbs),
          [patent.unknown?.en ?? '', patent.ethanol ? 'ethanol' : '', patent.topical ? 'topical' : '']
            .filter(Boolean)
            .join(', '),
          patent.pregnancy ?? '',
          patent.onList ?? '',
          work ? citationOf(work, patent.section) : patent.section,
          patent.confidence,
          patent.note,
        ];
      }),
    ),
    '',
  ];
}
