import { foldText } from '../../../../platform/search/fold.ts';

/** A text in which every known name is one sign, so that its shape can be compared. */
export interface Outline {
  readonly shape: string;
  /** What stood for each sign, in order. */
  readonly names: readonly string[];
}

/** Stands for a known name in a shape. */
export const NAME = '§';

/** Returns the outline of a text in which a matcher found these names, each list in the order of the text. */
export function outlineOf(text: string, inHan: readonly string[], inLatin: readonly string[]): Outline {
  const folded = foldText(text).replaceAll(NAME, ' ').replace(/\s+/gu, ' ').trim();
  const spans = [
    ...spansOf(folded, inHan, (name) => [...name].join(String.raw`[^\p{L}\p{N}]*`)),
    ...spansOf(folded, inLatin, (name) => String.raw`(?<![a-z0-9])${name.split(' ').join('[^a-z0-9]+')}(?![a-z])`),
  ].toSorted(([one], [other]) => one - other);
  let shape = '';
  let done = 0;
  const names: string[] = [];
  for (const [start, end] of spans) {
    if (start < done) continue;
    shape += folded.slice(done, start) + NAME;
    names.push(folded.slice(start, end));
    done = end;
  }
  return { shape: shape + folded.slice(done), names };
}

/** Returns the outline of a part of the shape. */
export function partOf({ shape, names }: Outline, start: number, end?: number): Outline {
  const before = shape.slice(0, start).split(NAME).length - 1;
  const part = shape.slice(start, end);
  return { shape: part, names: names.slice(before, before + part.split(NAME).length - 1) };
}

/** Returns the text of an outline, folded as for searching. */
export function textOf({ shape, names }: Outline): string {
  let at = 0;
  return shape.replaceAll(NAME, () => names[at++] ?? '');
}

function spansOf(text: string, names: readonly string[], patternOf: (name: string) => string): [number, number][] {
  const spans: [number, number][] = [];
  let from = 0;
  for (const name of names) {
    const pattern = new RegExp(patternOf(name), 'gu');
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    if (!found) continue;
    from = found.index + found[0].length;
    spans.push([found.index, from]);
  }
  return spans;
}
