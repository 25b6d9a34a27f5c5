/** An expression that is written over several lines: their ends and indents are no part of it. */
export function inLines(source: string, flags = ''): RegExp {
  return new RegExp(commasOfBothWidths(source.replace(/\n\s*/g, '')), flags);
}

/** A Chinese comma in an expression also finds the narrow one that normal text has in its place. */
export function commasOfBothWidths(source: string): string {
  return source.replace(/\[[^\]]*\]|，/g, (part) => (part === '，' ? '[,，]' : part.replaceAll('，', ',，')));
}
