/** Returns SQL of a localized text in all its languages, for a search. */
export const everyText = (column: string): string =>
  `(SELECT string_agg(each.value, ' ') FROM jsonb_each_text(${column}) each)`;
