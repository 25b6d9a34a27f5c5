import type { ConceptId } from './concepts/index.ts';
import { isAbout } from './reading/about.ts';
import { withChangedAngina } from './reading/angina.ts';
import { clausesOf, type Clause } from './reading/clauses.ts';
import { withoutFigures } from './reading/figures-of-speech.ts';
import { distance, mentionsIn, type Mention } from './reading/mentions.ts';
import { normalText } from './reading/normal-text.ts';
import { withoutReassurance } from './reading/reassurance.ts';
import { Scope } from './reading/scope.ts';
import { withSpacesAsCommas } from './reading/spaces-as-commas.ts';
import { redFlagIds, type RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import { alarmAt, alarmPoints, alarmRule, notCountedBeside } from './rules/alarm-points.ts';
import { isOverruled, type Surroundings } from './rules/calm.ts';
import { detectionRules } from './rules/index.ts';
import type { DetectionRule, OneOf } from './rules/rule.ts';

const pointsByWeight = Object.entries(alarmPoints)
  .map(([id, points]): [ConceptId, number] => [id as ConceptId, points])
  .toSorted(([, one], [, other]) => other - one);
const saysWell: ReadonlySet<ConceptId> = new Set(['isWell', 'isOver', 'well']);
const calmIds: ReadonlySet<ConceptId> = new Set([
  'asks',
  'learns',
  'papers',
  'caredFor',
  'longSame',
  'jokes',
  'explained',
  'healing',
  'isWell',
  'isOver',
  'routine',
  'well',
]);
/** Requests and interests, which take a sign of several expressions back only in its own clause. */
const requests: ReadonlySet<ConceptId> = new Set(['papers', 'asks', 'learns']);
const question = /[?？]|吗|呢/;
/** Asks how bad a sign is, which says that it is there. */
const assessment =
  /\b(?:is|are) (?:it|this|that|these|he|she) (?:\w+ )?(?:normal|serious|dangerous|bad|urgent|ok|okay)\b[^?]*\b(?:my|i|his|her)\b[^?]*\?|(?:要紧|严重|危险|有事|正常|要命|要去医院|用去医院|需要?去医院|要处理|来得及|怎么办|咋办)(?:了|的)?(?:吗|呢|[?？])+/;

export interface RedFlagContext {
  /** Completed years of the patient; null when unknown. */
  readonly ageYears: number | null;
}

/**
 * Returns the danger signs in a text in English, Chinese or pinyin. What is negated, long past or hypothetical does not count; doubt counts, and one
 * affirmed mention is enough. An empty result says nothing about health.
 */
export function findRedFlags(text: string, context: RedFlagContext): RedFlagId[] {
  // A space in Chinese may end a clause or split a word: what either reading finds counts.
  const found = [withSpacesAsCommas(text), text]
    .filter((each, at, readings) => readings.indexOf(each) === at)
    .map((each) => readingOf(each, context).signs());
  return redFlagIds.filter((id) => found.some((signs) => signs.has(id)));
}

function readingOf(text: string, { ageYears }: RedFlagContext): Reading {
  return new Reading(withoutReassurance(withoutFigures(withChangedAngina(normalText(text)))), ageYears);
}

/** A text with its mentions, which is judged against one rule after the other. */
class Reading {
  readonly #text: string;
  readonly #clauses: readonly Clause[];
  readonly #mentions: ReadonlyMap<ConceptId, readonly Mention[]>;
  readonly #scope: Scope;
  readonly #known: ReadonlySet<ConceptId>;
  readonly #lasting = new Map<ConceptId, readonly Mention[]>();
  readonly #passing = new Map<ConceptId, readonly Mention[]>();
  readonly #sets = { lasting: new Map<OneOf, readonly Mention[]>(), passing: new Map<OneOf, readonly Mention[]>() };

  constructor(text: string, ageYears: number | null) {
    this.#text = text;
    const clauses = clausesOf(text);
    this.#clauses = clauses;
    this.#mentions = mentionsIn(text, clauses);
    this.#scope = new Scope(text, clauses, this.#mentions.values());
    this.#known = knownOf(ageYears);
  }

  /** Returns the signs that rules find and the rest of the text does not overrule. */
  signs(): Set<RedFlagId> {
    const fulfilled = detectionRules.flatMap((rule) => {
      const anchors = this.#anchors(rule);
      return anchors.length > 0 ? [{ rule, anchors }] : [];
    });
    const kept = fulfilled
      .filter(({ rule, anchors }) =>
        anchors.some((anchor) => !isOverruled(rule, this.#surroundings(anchor, this.#restsOnOne(rule, anchor)))),
      )
      .map(({ rule }) => rule);
    if (fulfilled.length === 0 && this.#isAlarm()) return new Set(['alarm-signs']);
    return new Set(kept.map(({ flag }) => flag));
  }

  /** Returns the mentions from which a rule is fulfilled. */
  #anchors(rule: DetectionRule): Mention[] {
    const lasting = rule.lasting === true;
    const [first = [], ...others] = rule.near;
    return this.#live(first, lasting).filter(
      (anchor) =>
        others.every((set) => this.#live(set, lasting).some((mention) => this.#areNear(rule, anchor, mention))) &&
        (rule.with ?? []).every((set) => this.#isSaid(set, lasting, anchor)) &&
        !(rule.unless ?? []).some((id) => this.#isBeside(id, anchor)),
    );
  }

  /** Returns whether all that a rule needs is said with the words of its anchor: 药盒空了 is taking, too much and a medicine. */
  #restsOnOne(rule: DetectionRule, anchor: Mention): boolean {
    const sets = [...rule.near.slice(1), ...(rule.with ?? [])];
    return sets.every((set) => this.#live(set, rule.lasting === true).some((mention) => overlap(mention, anchor)));
  }

  /** Returns whether signs without a matching rule are too many in total. */
  #isAlarm(): boolean {
    if (isOverruled(alarmRule, this.#surroundings())) return false;
    return this.#points() >= alarmAt;
  }

  #surroundings(anchor?: Mention, rests = true): Surroundings {
    return {
      isSaid: (id) =>
        this.#liveOf(id, false).some(
          (mention) =>
            (!saysWell.has(id) || !this.#scope.isOfPart(mention)) &&
            (anchor === undefined || !calmIds.has(id) || isAbout(this.#text, this.#clauses, mention, anchor)) &&
            (rests || !requests.has(id) || mention.clause === anchor?.clause),
        ),
      asks: this.#isAsked(anchor),
    };
  }

  /** Returns whether the sign itself is asked about: "is it true that a faint is harmless?", not "he fainted, is that serious?". */
  #isAsked(anchor: Mention | undefined): boolean {
    const clause = anchor && this.#clauses[anchor.clause];
    const words = clause ? this.#text.slice(clause.start, clause.end + 1) : this.#text;
    return question.test(words.replace(assessment, ''));
  }

  /** Returns the sum of points of the affirmed signs. "Weak" is one sign, not weakness, low sugar and being unwell. */
  #points(): number {
    // "Sore throat" is a minor complaint as a whole, neither a sore nor a throat.
    const counted: Mention[] = [...this.#liveOf('minor', true)];
    let points = counted.length > 0 ? (alarmPoints.minor ?? 0) : 0;
    for (const [id, each] of pointsByWeight) {
      const free = this.#liveOf(id, each < 0).filter((mention) => !counted.some((other) => overlap(mention, other)));
      if (free.length === 0 || this.#live(notCountedBeside[id] ?? [], true).length > 0) continue;
      points += each;
      // All of its words: the 38.5 of a fever is no sugar.
      if (each > 0) counted.push(...free);
    }
    return points;
  }

  /** Returns the mentions of a set of a rule that count; each set is read once. */
  #live(set: OneOf, lasting: boolean): readonly Mention[] {
    const known = lasting ? this.#sets.lasting : this.#sets.passing;
    let live = known.get(set);
    if (live === undefined) known.set(set, (live = set.flatMap((id) => this.#liveOf(id, lasting))));
    return live;
  }

  #liveOf(id: ConceptId, lasting: boolean): readonly Mention[] {
    const known = lasting ? this.#lasting : this.#passing;
    let live = known.get(id);
    if (live === undefined) {
      live = (this.#mentions.get(id) ?? []).filter((mention) => this.#scope.isLive(mention, lasting));
      known.set(id, live);
    }
    return live;
  }

  #areNear({ span = 9 }: DetectionRule, anchor: Mention, mention: Mention): boolean {
    return anchor.sentence === mention.sentence && distance(this.#text, anchor, mention) <= span;
  }

  /** Returns whether one of a set is said apart from the anchor: 心慌 is a heartbeat or being unwell, not both. */
  #isSaid(set: OneOf, lasting: boolean, anchor: Mention): boolean {
    return (
      set.some((id) => this.#known.has(id)) ||
      this.#live(set, lasting).some(
        (mention) => mention.concept === anchor.concept || mention.kind === 'context' || !isSameWords(mention, anchor),
      )
    );
  }

  #isBeside(id: ConceptId, anchor: Mention): boolean {
    return (this.#mentions.get(id) ?? []).some(
      (mention) =>
        (id === 'usual' ? isAbout(this.#text, this.#clauses, mention, anchor) : mention.sentence === anchor.sentence) &&
        this.#scope.isLive(mention, true),
    );
  }
}

function isSameWords(one: Mention, other: Mention): boolean {
  return one.start === other.start && one.end === other.end;
}

function overlap(one: Mention, other: Mention): boolean {
  return one.start < other.end && other.start < one.end;
}

function knownOf(ageYears: number | null): ReadonlySet<ConceptId> {
  if (ageYears === null || ageYears >= 12) return new Set();
  return new Set(ageYears === 0 ? ['infant', 'child'] : ['child']);
}
