import type { Concept, MoreWords } from './concept.ts';
import { everydayBody } from './everyday-body.ts';
import { everydayEvents } from './everyday-events.ts';
import { everydayIllness } from './everyday-illness.ts';

export const everydayWords: readonly MoreWords[] = [everydayBody, everydayEvents, everydayIllness];

/** Returns a concept with its further expressions. */
export function withEverydayWords(id: string, concept: Concept): Concept {
  const more = everydayWords.flatMap((list) => list[id] ?? []);
  return {
    ...concept,
    en: joined([concept.en, ...more.map(({ en }) => en)]),
    zh: joined([concept.zh, ...more.map(({ zh }) => zh)]),
  };
}

/** Returns lists of phrases as one. An empty list between two others would leave half a separator in the next phrase. */
function joined(lists: readonly string[]): string {
  return lists.filter((list) => list.trim() !== '').join(' / ');
}
