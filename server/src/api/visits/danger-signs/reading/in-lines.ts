/** Compiles a regular expression written over several lines, without line ends and indentation. */
export function inLines(source: string, flags = ''): RegExp {
  return new RegExp(commasOfBothWidths(source.replace(/\n\s*/g, '')), flags);
}

/** Makes a Chinese comma in an expression also match the ASCII comma that normalised text contains. */
export function commasOfBothWidths(source: string): string {
  return source.replace(/\[[^\]]*\]|，/g, (part) => (part === '，' ? '[,，]' : part.replaceAll('，', ',，')));
}
