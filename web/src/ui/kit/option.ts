/** A list option: its value and label; a plain string is both. */
export type Option<Value extends string | number = string> =
  | Value
  | { readonly value: Value; readonly label: string; readonly disabled?: boolean };

/** Options under a heading; without one where `label` is empty. */
export interface OptionGroup<Value extends string | number = string> {
  readonly label: string;
  readonly items: readonly Option<Value>[];
}

export function optionsOf<Value extends string | number>(items: readonly Option<Value>[]) {
  return items.map((item) => (typeof item === 'object' ? item : { value: item, label: String(item), disabled: false }));
}
