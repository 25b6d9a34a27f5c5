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

export interface NumberedRecord {
  readonly line: number;
  readonly record: Readonly<Record<string, string>>;
  /** Which share of the file has been read with it, where that is known. */
  readonly share?: number;
}

/** Why a file that is no CSV cannot be read at all. */
export class ListFormatError extends Error {
  readonly text: LocalizedText;
  constructor(text: LocalizedText) {
    super(text.en);
    this.text = text;
  }
}

/** Reads the files of one kind of list. Pure, so that it can run in a thread. */
export interface ListReader<Entry> {
  readonly columns: { readonly required: readonly string[]; readonly optional: readonly string[] };
  readonly maxRows: number;
  /** One rejected row rejects the file: a part of it would be misleading. */
  readonly whole?: boolean;
  /** Returns the rows of a file that is no CSV, each with its number; null for CSV. Throws a `ListFormatError`. */
  records?(text: string): Iterable<NumberedRecord> | null;
  read(record: Readonly<Record<string, string>>): ReadRow<Entry>;
}
