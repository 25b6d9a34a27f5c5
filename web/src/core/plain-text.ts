/** Returns the text without invisible control characters and lone surrogates, which the record rejects and pasting may insert. */
export function plainText(text: string): string {
  return Array.from(text.toWellFormed())
    .filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      return code >= 0x20 ? code !== 0x7f : code === 0x09 || code === 0x0a || code === 0x0d;
    })
    .join('');
}
