import { noteSections, type NoteSection } from './note.ts';

/** Marks what a template leaves open in a note. A note with a blank cannot be signed. */
export const noteBlank = '***';
const blank = /\*{3,}/g;
/** The end of a sentence that more text follows. A point within a figure or an abbreviation ends none. */
const sentence = /[.!?]\s+\S|[。！？]\s*\S/;

/** A blank of a text: its prompt, and whether it can be left out together with the prompt. */
export interface NoteBlank {
  readonly prompt: string;
  /** False within a sentence, which would say something else without it. */
  readonly droppable: boolean;
}

/** Part of a line between semicolons: “head: item, item”. Each item has the separator that precedes it. */
interface Clause {
  readonly head: string;
  readonly items: readonly { readonly text: string; readonly separator: string }[];
}

/** Returns the place of the next blank from `from` on, or with `back` of the last one that ends before it; null when there is none. */
export function findBlank(text: string, from: number, back = false): { start: number; end: number } | null {
  const all = [...text.matchAll(blank)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
  return (back ? all.findLast(({ end }) => end <= from) : all.find(({ start }) => start >= from)) ?? null;
}

/** Returns the blanks of a text in order. */
export function blanksIn(text: string): NoteBlank[] {
  return linesWithBlanks(text).flatMap((line) =>
    partsOf(line).flatMap(({ text: part }) => {
      const { head, items } = clauseOf(part);
      return items.flatMap((item) =>
        [...item.text.matchAll(blank)].map(() => ({
          prompt: item.text.replace(blank, '').trim() || head.replace(/[:：]\s*$/, '').trim(),
          droppable: isEmptyPrompt(item.text, head),
        })),
      );
    }),
  );
}

/** Returns the text without its empty prompts. Blanks within a sentence stay, and so do lines without blanks. */
export function withoutEmptyPrompts(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => {
      if (!hasBlank(line)) return [line];
      const left = shorten(line);
      return left === '' ? [] : [left];
    })
    .join('\n')
    .trimEnd();
}

export function hasBlank(text: string): boolean {
  return text.includes(noteBlank);
}

/** Returns the sections that contain a blank. */
export function sectionsWithBlanks(content: Readonly<Record<NoteSection, string>>): NoteSection[] {
  return noteSections.filter((section) => hasBlank(content[section]));
}

function linesWithBlanks(text: string): string[] {
  return text.split('\n').filter(hasBlank);
}

function partsOf(line: string): { text: string; separator: string }[] {
  return split(line, /([;；])/);
}

function clauseOf(part: string): Clause {
  const [, head = '', rest = ''] = /^([^:：]*[:：]\s*)?(.*)$/s.exec(part) ?? [];
  return { head, items: split(rest, /([,，、])/) };
}

/**
 * An item that ends in its only blank, below a head that says what it belongs to. A second head within an item makes it a sentence, and a sentence in
 * front of the prompt is the doctor’s: “Looks well. Fever: ***”.
 */
function isEmptyPrompt(item: string, head: string): boolean {
  return head !== '' && !sentence.test(head) && /^[^:：*]*\*{3,}\s*$/.test(item);
}

function shorten(line: string): string {
  const kept = partsOf(line).flatMap(({ text, separator }) => {
    if (!hasBlank(text)) return [{ text: text.trim(), separator }];
    const { head, items } = clauseOf(text);
    const said = items.filter((item) => !isEmptyPrompt(item.text, head));
    return said.length === 0 ? [] : [{ text: (head.trimStart() + joined(said, head)).trim(), separator }];
  });
  return joined(kept);
}

/** Splits at the separators, which are kept with what follows them. */
function split(text: string, at: RegExp): { text: string; separator: string }[] {
  const pieces = text.split(at);
  return pieces.flatMap((piece, index) =>
    index % 2 === 0 ? [{ text: piece, separator: pieces[index - 1] ?? '' }] : [],
  );
}

function joined(pieces: readonly { text: string; separator: string }[], head = ''): string {
  const start = /：\s*$/.test(head) || head === '' || /\s$/.test(head) ? '' : ' ';
  return (
    start +
    pieces
      .map(({ text, separator }, index) => {
        if (index === 0) return text.trim();
        return /[,;]/.test(separator) ? `${separator} ${text.trim()}` : separator + text.trim();
      })
      .join('')
  );
}
