import type { Concept, MoreWords } from './concept.ts';
import { everydayBody } from './everyday-body.ts';
import { everydayIllness } from './everyday-illness.ts';

export const everydayWords: readonly MoreWords[] = [everydayBody, everydayIllness];

/** Returns a concept with its further expressions. */
export function withEverydayWords(id: string, concept: Concept): Concept {
  const more = everydayWords.flatMap((list) => list[id] ?? []);
  return {
    ...concept,
    en: [concept.en, ...more.map(({ en }) => en)].join(' / '),
    zh: [concept.zh, ...more.map(({ zh }) => zh)].join(' / '),
  };
}
