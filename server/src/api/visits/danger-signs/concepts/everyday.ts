import type { Concept } from './concept.ts';
import { everydayBody } from './everyday-body.ts';
import { everydayIllness } from './everyday-illness.ts';
import type { ConceptId } from './index.ts';

/** Further expressions of concepts. */
export type MoreWords = Partial<Record<ConceptId, Pick<Concept, 'en' | 'zh'>>>;

const lists: readonly MoreWords[] = [everydayBody, everydayIllness];

/** Returns a concept with its further expressions. */
export function withEverydayWords(id: string, concept: Concept): Concept {
  const more = lists.flatMap((list) => list[id as ConceptId] ?? []);
  return {
    ...concept,
    en: [concept.en, ...more.map(({ en }) => en)].join(' / '),
    zh: [concept.zh, ...more.map(({ zh }) => zh)].join(' / '),
  };
}
