import type { LocalizedText } from '@yunzhen/shared/core/locale';

/** What a column holds, for the people who make the file. */
export interface ColumnNote {
  readonly name: string;
  readonly needed: boolean;
  readonly text: LocalizedText;
}

/** What is wrong with a row, or noteworthy: in which column, and why. */
export interface Remark {
  readonly column: string;
  readonly text: LocalizedText;
}

/** A row that is taken (perhaps with reservations), or the reasons why it is not. */
export type ReadRow<Entry> =
  | { readonly key: string; readonly entry: Entry; readonly reservations: readonly Remark[] }
  | { readonly problems: readonly Remark[] };

/** How the files of one kind of list are to be read. Pure, so that it can run in a thread of its own. */
export interface ListReader<Entry> {
  readonly columns: { readonly required: readonly string[]; readonly optional: readonly string[] };
  readonly maxRows: number;
  read(record: Readonly<Record<string, string>>): ReadRow<Entry>;
}
