/** An expression that is written over several lines: their ends and indents are no part of it. */
export function inLines(source: string, flags = ''): RegExp {
  return new RegExp(source.replace(/\n\s*/g, ''), flags);
}
