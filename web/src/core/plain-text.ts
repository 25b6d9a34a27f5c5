import { legible, withoutBlanks } from '@yunzhen/shared/core/legible';

/** Returns the text without what the record rejects and pasting may insert: control characters, lone surrogates, characters that hide or reorder text. */
export function plainText(text: string): string {
  const whole = Array.from(withoutBlanks(text.toWellFormed()))
    .filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      return code >= 0x20 ? code !== 0x7f : code === 0x09 || code === 0x0a || code === 0x0d;
    })
    .join('');
  return legible(whole);
}

/** Returns a stored draft with plain text, because an earlier release may have kept what the record now rejects. */
export function plainTexts(draft: unknown): unknown {
  return JSON.parse(JSON.stringify(draft ?? null), (_name, value: unknown) =>
    typeof value === 'string' ? plainText(value) : value,
  );
}
