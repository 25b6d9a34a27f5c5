/** One of the choices of a list: its value and what it is called; a plain word is both. */
export type Option<Value extends string | number = string> =
  | Value
  | { readonly value: Value; readonly label: string; readonly disabled?: boolean };

/** Choices under a heading; without one where `label` is empty. */
export interface OptionGroup<Value extends string | number = string> {
  readonly label: string;
  readonly items: readonly Option<Value>[];
}

export function optionsOf<Value extends string | number>(items: readonly Option<Value>[]) {
  return items.map((item) => (typeof item === 'object' ? item : { value: item, label: String(item), disabled: false }));
}
