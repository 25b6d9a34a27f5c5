import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Remark } from '../lists/list-reader.ts';

/** Collects the problems of a row, by column, in both languages. */
export class Problems {
  readonly refused: Remark[] = [];
  readonly reserved: Remark[] = [];

  refuse(column: string, en: string, zh: string): undefined {
    this.refused.push({ column, text: { en, zh } });
    return undefined;
  }

  reserve(column: string, text: LocalizedText): void {
    this.reserved.push({ column, text });
  }
}

/** Prefixes that make a spreadsheet run a cell as a formula when an exported file is opened. */
const FORMULA = /^[=+\-@\t\r]/;
const CONTROL = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
const DECIMAL = /^\d{1,9}(\.\d{1,6})?$/;

/** Reads the cells of one row by type. */
export class Cells {
  readonly #record: Readonly<Record<string, string>>;
  readonly #problems: Problems;

  constructor(record: Readonly<Record<string, string>>, problems: Problems) {
    this.#record = record;
    this.#problems = problems;
  }

  raw(column: string): string {
    return (this.#record[column] ?? '').trim();
  }

  /** Reads a text: no formula, no invisible characters, at most `longest` characters. Empty when the cell is. */
  words(column: string, longest = 120): string {
    const text = this.raw(column);
    if (text.length > longest)
      this.#problems.refuse(column, `Longer than ${longest} characters.`, `超过${longest}个字符。`);
    else if (CONTROL.test(text)) this.#problems.refuse(column, 'Contains invisible characters.', '含有不可见字符。');
    else if (FORMULA.test(text))
      this.#problems.refuse(
        column,
        'Begins with a sign that spreadsheets take for a formula.',
        '以电子表格视为公式的符号开头。',
      );
    return text;
  }

  list(column: string, most = 20): string[] {
    const parts = this.words(column, 600)
      .split('|')
      .map((part) => part.trim());
    if (parts.length > most) this.#problems.refuse(column, `More than ${most} values.`, `超过${most}个值。`);
    return parts.filter(Boolean);
  }

  /** Reads a number above zero as decimal text; null when the cell is empty. */
  positive(column: string): string | null {
    const text = this.raw(column);
    if (text === '') return null;
    if (DECIMAL.test(text) && Number(text) > 0) return text;
    this.#problems.refuse(column, 'Expected a number above zero, such as 0.5.', '应为大于0的数，如0.5。');
    return null;
  }
}
