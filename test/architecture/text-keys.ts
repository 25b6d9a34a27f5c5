/** Returns the text keys of the given areas in a file; `*` replaces interpolated values. */
export function keysIn(code: string, areas: readonly string[]): string[] {
  const start = new RegExp(`(['"\`])(?=(?:${areas.join('|')})\\.)`, 'g');
  return [...code.matchAll(start)].flatMap(({ index, 1: quote = '' }) => {
    const key = literalAt(code, index + 1, quote);
    return key !== undefined && /^[\w.*-]+$/.test(key) ? [key] : [];
  });
}

/** Returns the text from `from` to its closing quote. */
function literalAt(code: string, from: number, quote: string): string | undefined {
  let text = '';
  for (let at = from; at < code.length; at++) {
    if (code[at] === quote) return text;
    if (code[at] === '\n') return undefined;
    if (quote === '`' && code.startsWith('${', at)) {
      at = endOfValue(code, at + 2);
      text += '*';
    } else text += code[at];
  }
  return undefined;
}

/** Returns the position of the brace that closes an interpolation. */
function endOfValue(code: string, from: number): number {
  let depth = 1;
  for (let at = from; at < code.length; at++) {
    if (code[at] === '{') depth++;
    if (code[at] === '}' && --depth === 0) return at;
  }
  return code.length;
}
