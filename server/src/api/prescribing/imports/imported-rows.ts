import { importedTable } from '@yunzhen/shared/prescribing/knowledge.constants';
import { loadCuratedFormulary } from '../../catalogues/index.ts';
import { decidedRecord, type Decided } from '../curation/decided-tables.ts';
import { ruledRow, type RuledRow } from '../curation/ruled-rows.ts';
import type { TableRow } from '../safety/knowledge/knowledge-tables.ts';
import { severities, type Severity } from '../safety/severity.ts';
import { placedPairs, withDecidedPairs, type ImportedText, type PlacedPairs } from './imported-pairs.ts';

/** Returns the severity of each packed pair as its number, so that a list of many needs no texts. */
export function severitiesOf(packed: Uint8Array): Uint8Array {
  const { pairs, textAt } = placedPairs(packed);
  return Uint8Array.from({ length: pairs }, (_, place) => severities.indexOf(textAt(place).severity));
}

/** Returns how to find a packed pair by its id, as a row; null for an unknown one. */
export function pairRecords(packed: Uint8Array): (id: string) => TableRow | null {
  const placed = placedPairs(packed);
  return (id) => {
    const place = placeIn(placed, id);
    const [a = '', b = ''] = id.split('+');
    return place < 0 ? null : recordOf(a, b, placed.textAt(place));
  };
}

/** Returns the place of the pair with this id; -1 for an unknown one. */
function placeIn(placed: PlacedPairs, id: string): number {
  const [a = '', b = '', more] = id.split('+');
  return more === undefined && a < b ? placed.placeOf(a, b) : -1;
}

/** The pairs of an imported base as rows that a hospital decides about. The id of a row is its two substances, such as `aspirin+warfarin`. */
export class ImportedRows {
  readonly size: number;
  /** The version of the list. */
  readonly version: string;
  readonly #packed: Uint8Array;
  readonly #severities: Uint8Array;
  readonly #placed: PlacedPairs;

  constructor(packed: Uint8Array, grades: Uint8Array, version: string) {
    this.version = version;
    this.#packed = packed;
    this.#severities = grades;
    this.#placed = placedPairs(packed);
    this.size = this.#placed.pairs;
  }

  row(id: string): RuledRow | undefined {
    const place = this.placeOf(id);
    return place < 0 ? undefined : this.rowAt(place);
  }

  /** Returns the place of a row; -1 for an unknown id. */
  placeOf(id: string): number {
    return placeIn(this.#placed, id);
  }

  rowAt(place: number): RuledRow {
    const [a, b] = this.#idsAt(place);
    return ruledRow(importedTable, `${a}+${b}`, recordOf(a, b, this.#placed.textAt(place)));
  }

  severityAt(place: number): Severity {
    return severities[this.#severities[place] ?? 0] ?? 'minor';
  }

  /** Returns a test for places: each word is part of the name or id of one of the two substances. */
  matching(words: string): (place: number) => boolean {
    const wanted = words
      .toLowerCase()
      .split(/[\s+]+/)
      .filter((word) => word !== '')
      .map((word) => this.#placed.ingredients.map((id) => namesOf(id).some((name) => name.includes(word))));
    return (place) => {
      const [a, b] = this.#placed.numbersAt(place);
      return wanted.every((named) => named[a] === true || named[b] === true);
    };
  }

  /** Returns the packed pairs as signed decisions about their present form leave them. */
  decidedBy(signed: readonly Decided[]): Uint8Array {
    const decided = new Map<number, ImportedText | null>();
    for (const one of signed) {
      if (one.ruleTable !== importedTable || one.action === 'accept') continue;
      const row = this.row(one.ruleId);
      if (row?.sha256 !== one.rowSha256) continue;
      const record = decidedRecord(row.record, one);
      decided.set(this.placeOf(one.ruleId), record && textIn(record));
    }
    return withDecidedPairs(this.#packed, decided);
  }

  #idsAt(place: number): readonly [string, string] {
    const [a, b] = this.#placed.numbersAt(place);
    return [this.#placed.ingredients[a] ?? '', this.#placed.ingredients[b] ?? ''];
  }
}

function namesOf(id: string): string[] {
  const { en = '', zh = '' } = loadCuratedFormulary().ingredient(id) ?? {};
  return [id, en.toLowerCase(), zh];
}

/** The columns of our own interaction rules, apart from the id. */
function recordOf(a: string, b: string, { severity, evidence, mechanism, advice, source }: ImportedText): TableRow {
  const texts = { mechanismEn: mechanism.en, mechanismZh: mechanism.zh, adviceEn: advice.en, adviceZh: advice.zh };
  return { a, b, severity, evidence, ...texts, source, confidence: 'sure', note: '' };
}

function textIn(record: TableRow): ImportedText {
  const text = (column: string) => record[column] ?? '';
  return {
    severity: text('severity') as ImportedText['severity'],
    evidence: text('evidence') as ImportedText['evidence'],
    mechanism: { en: text('mechanismEn'), zh: text('mechanismZh') },
    advice: { en: text('adviceEn'), zh: text('adviceZh') },
    source: text('source'),
  };
}
