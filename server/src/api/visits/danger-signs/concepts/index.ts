import { airwayAndAllergy } from './airway-and-allergy.ts';
import { bleedingAndBelly } from './bleeding-and-belly.ts';
import { brainAndNerves } from './brain-and-nerves.ts';
import { calm } from './calm.ts';
import { compilePhrases, type Concept } from './concept.ts';
import { withEverydayWords } from './everyday.ts';
import { harmFromOutside } from './harm-from-outside.ts';
import { headAndSpine } from './head-and-spine.ts';
import { heartAndBreath } from './heart-and-breath.ts';
import { illness } from './illness.ts';
import { knownIllness } from './known-illness.ts';
import { mind } from './mind.ts';
import { onset, people } from './people-and-time.ts';
import { plainFacts } from './plain-facts.ts';
import { poison } from './poison.ts';
import { pregnancy } from './pregnancy.ts';
import { warningSigns } from './warning-signs.ts';

const all = {
  ...people,
  ...onset,
  ...calm,
  ...heartAndBreath,
  ...airwayAndAllergy,
  ...brainAndNerves,
  ...bleedingAndBelly,
  ...pregnancy,
  ...headAndSpine,
  ...poison,
  ...harmFromOutside,
  ...mind,
  ...warningSigns,
  ...illness,
  ...knownIllness,
  ...plainFacts,
} as const;

export type ConceptId = keyof typeof all;

export interface CompiledConcept {
  readonly id: ConceptId;
  readonly kind: Concept['kind'];
  /** The English and the Chinese expressions. */
  readonly words: readonly RegExp[];
}

let complete: readonly (readonly [string, Concept])[] | undefined;

function completeConcepts() {
  return (complete ??= Object.entries<Concept>(all).map(
    ([id, concept]) => [id, withEverydayWords(id, concept)] as const,
  ));
}

let compiled: readonly CompiledConcept[] | undefined;

/** Returns every concept. They are compiled at the first text: that takes a twentieth of a start, and few processes read one. */
export function concepts(): readonly CompiledConcept[] {
  return (compiled ??= completeConcepts().map(([id, concept]) => ({
    id: id as ConceptId,
    kind: concept.kind,
    words: compilePhrases(concept),
  })));
}

let vocabulary: { readonly whole: ReadonlySet<string>; readonly stems: RegExp } | undefined;

function englishWords(): NonNullable<typeof vocabulary> {
  if (vocabulary) return vocabulary;
  const english = completeConcepts().flatMap(([, { en }]) => en.match(/[a-z]{4,}(?:\*|\\w\*)?/g) ?? []);
  const stems = english.flatMap((word) => /^([a-z]+)(?:\*|\\w\*)$/.exec(word)?.[1] ?? []);
  const whole = new Set(english.filter((word) => !word.endsWith('*')));
  return (vocabulary = { whole, stems: new RegExp(`^(?:${stems.join('|')})`) });
}

/** Returns whether a concept contains this English word, so that spelling correction leaves it alone. */
export function isConceptWord(word: string): boolean {
  const { whole, stems } = englishWords();
  return whole.has(word) || stems.test(word);
}
