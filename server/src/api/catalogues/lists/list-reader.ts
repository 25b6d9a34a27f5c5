import type { LocalizedText } from '@yunzhen/shared/core/locale';

/** A description of a column for the people who write the file. */
export interface ColumnNote {
  readonly name: string;
  readonly needed: boolean;
  readonly text: LocalizedText;
}

/** A problem or note about a row: its column and the reason. */
export interface Remark {
  readonly column: string;
  readonly text: LocalizedText;
}

/** An accepted row (possibly with reservations), or the reasons for rejecting it. */
export type ReadRow<Entry> =
  | { readonly key: string; readonly entry: Entry; readonly reservations: readonly Remark[] }
  | { readonly problems: readonly Remark[] };

/** Reads the files of one kind of list. Pure, so that it can run in a thread. */
export interface ListReader<Entry> {
  readonly columns: { readonly required: readonly string[]; readonly optional: readonly string[] };
  readonly maxRows: number;
  read(record: Readonly<Record<string, string>>): ReadRow<Entry>;
}
