import { ClauseTests } from './clause-tests.ts';
import type { Clause } from './clauses.ts';
import type { Mention } from './mentions.ts';
import { isOthersPast, namesOther, peopleIn, type Telling } from './other-people.ts';
import { isPlainlyTold } from './questions.ts';
import * as scopes from './scope-words.ts';

/** What a thing that came out ends. */
const swallowed: ReadonlySet<Mention['concept']> = new Set(['choking', 'swallowedThing']);
const negator = / not |^not | no |^no |[不没无冇唔]/;
const negatorInChinese = /[不没无冇唔未否]/;

function blank(characters: string[], start: number, end: number): void {
  for (let at = start; at < end; at += 1) {
    const character = characters[at] ?? ' ';
    if (/\w/.test(character)) characters[at] = 'x';
    else if (/\p{Script=Han}/u.test(character)) characters[at] = '某';
  }
}

function withoutPseudo(text: string): string {
  return text.replace(scopes.pseudoNegation, (words) => words.replace(/[^\s,.。]/g, 'x'));
}

/** Judges whether a text affirms what it mentions. */
export class Scope {
  readonly #text: string;
  readonly #clauses: readonly Clause[];
  readonly #tests: ClauseTests;
  /** The text with the negations inside mentions blanked out, so that they negate nothing else. */
  readonly #bare: string;
  /** The text with its negations: a calm expression inside a sign is denied by those of the sign ("won't swallow the juice"). */
  readonly #plain: string;
  /** The text with every mention blanked out, because a negation may cover a list. */
  readonly #named: string;
  readonly #verdicts = { lasting: new Map<Mention, boolean>(), passing: new Map<Mention, boolean>() };
  readonly #sentences = new Map<number, { start: number; end: number }>();

  constructor(text: string, clauses: readonly Clause[], mentions: Iterable<readonly Mention[]>) {
    this.#text = text;
    this.#clauses = clauses;
    this.#tests = new ClauseTests(text, clauses);
    const bare = Array.from({ length: text.length }, (_, at) => text[at] ?? ' ');
    const named = [...bare];
    for (const list of mentions) {
      for (const { start, end, kind } of list) {
        const words = text.slice(start, end);
        blank(named, start, end);
        if (kind !== 'context' && !words.includes(',') && negator.test(words)) blank(bare, start, end);
      }
    }
    this.#plain = withoutPseudo(text);
    this.#bare = withoutPseudo(bare.join(''));
    this.#named = withoutPseudo(
      bare.map((character, at) => (negatorInChinese.test(character) ? character : (named[at] ?? ''))).join(''),
    );
  }

  /** Returns whether the text says that it is present now. With `lasting`, what has passed counts too. */
  isLive(mention: Mention, lasting: boolean): boolean {
    const verdicts = lasting ? this.#verdicts.lasting : this.#verdicts.passing;
    let verdict = verdicts.get(mention);
    if (verdict === undefined) {
      verdict = this.#judge(mention, lasting);
      verdicts.set(mention, verdict);
    }
    return verdict;
  }

  /** Returns whether words of being well are said of a part or a measurement alone. */
  isOfPart({ clause, start, end }: Mention): boolean {
    const words = this.#text.slice(start, end).replace(scopes.fineWord, '');
    return (
      words.length < end - start && scopes.ofPart.test(this.#text.slice(this.#clause(clause).start, start) + words)
    );
  }

  #judge(mention: Mention, lasting: boolean): boolean {
    if (mention.kind === 'firm' ? this.#isFirmlyDenied(mention) : this.#isDenied(mention)) return false;
    if (mention.kind === 'context') return true;
    if (this.#isSupposed(mention) || this.#isPast(mention) || this.#isOthers(mention, lasting)) return false;
    if (mention.kind === 'diagnosis' && this.#isOnlyNamed(mention)) return false;
    if (mention.kind !== 'firm' && this.#isFine(mention)) return false;
    return lasting || mention.kind === 'firm' || !this.#isOver(mention);
  }

  #clause(at: number): Clause {
    return this.#clauses[at] ?? { start: 0, end: this.#text.length, sentence: 0 };
  }

  #sentence(mention: Mention): { start: number; end: number } {
    let bounds = this.#sentences.get(mention.sentence);
    if (bounds === undefined) {
      const own = this.#clauses.filter(({ sentence }) => sentence === mention.sentence);
      bounds = { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? this.#text.length };
      this.#sentences.set(mention.sentence, bounds);
    }
    return bounds;
  }

  #isDenied(mention: Mention): boolean {
    if (mention.concept === 'suicideWord' && this.#isDecided(mention)) return false;
    const from = this.#reach(mention);
    const isContext = mention.kind === 'context';
    const before = (isContext ? this.#plain : this.#bare).slice(from, mention.start);
    if (
      !isContext &&
      scopes.never.test(before) &&
      scopes.untilNow.test(this.#text.slice(mention.end, this.#sentence(mention).end))
    )
      return false;
    if (scopes.excluded.test(before)) return true;
    const deniedAfter = isContext ? scopes.calmDeniedAfter : scopes.signDeniedAfter;
    if (deniedAfter.test(this.#bare.slice(mention.end, mention.end + 24))) return true;
    const denied = scopes.deniedBefore.exec(before);
    if (denied) return !scopes.undone.test(before.slice(0, denied.index));
    if (scopes.deniedListBefore.test(before) && scopes.deniedListAfter.test(this.#bare.slice(mention.end))) return true;
    const list = isContext ? before : this.#named.slice(from, mention.start);
    const deniedList = scopes.deniedBeforeInChinese.exec(list);
    if (!deniedList || scopes.doublyDenied.test(list.slice(Math.max(0, deniedList.index - 1)))) return false;
    return !scopes.undone.test(before.slice(0, deniedList.index));
  }

  /** Returns the earliest start of a negation before the mention: in the same sentence, after the last contrast. */
  #reach(mention: Mention): number {
    const { start } = this.#sentence(mention);
    let from = start;
    for (const { index, 0: words } of this.#bare.slice(start, mention.end).matchAll(scopes.contrast)) {
      const end = start + index + words.length;
      if (end > mention.start) break;
      from = end;
    }
    return from;
  }

  #isFirmlyDenied(mention: Mention): boolean {
    const sentence = this.#sentence(mention);
    const after = this.#text.slice(mention.end, sentence.end);
    if (scopes.untilNow.test(after)) return false;
    if (this.#isDecided(mention)) return false;
    const before = this.#text.slice(sentence.start, mention.start);
    const isThought =
      scopes.thought.test(this.#text.slice(mention.start, mention.end)) && scopes.noThought.test(before);
    if (isThought) return !scopes.thoughtAfterAll.test(after);
    return scopes.firmlyDenied.test(before) && scopes.firmlyDeniedIn.test(this.#text.slice(mention.end));
  }

  /** Returns whether what follows takes a denied wish to die back, in its sentence or the next: "no thoughts of it. I have decided". */
  #isDecided(mention: Mention): boolean {
    return scopes.decidedAfterAll.test(this.#text.slice(mention.end, this.#sentence(mention).end + 80));
  }

  #isSupposed(mention: Mention): boolean {
    const { start } = this.#clause(mention.clause);
    const sentence = this.#sentence(mention);
    const clause = this.#text.slice(start, mention.start);
    if (scopes.supposedInClause.test(clause)) return true;
    if (this.#isFeared(mention, clause)) return true;
    if (scopes.family.test(clause) && !this.#isFelt(mention.clause)) return true;
    if (scopes.supposedBehind.test(this.#text.slice(mention.end, Math.min(sentence.end, mention.end + 30))))
      return true;
    if (this.#tests.has(scopes.supposedAround, mention.clause)) return true;
    return scopes.supposedInSentence.test(this.#text.slice(this.#toldFrom(mention), mention.start));
  }

  /** Returns the start of the last clause up to the mention that describes a person, or else of the sentence. */
  #toldFrom(mention: Mention): number {
    const { start, end } = this.#sentence(mention);
    const own = this.#clause(mention.clause);
    const isAnswered = isPlainlyTold(this.#text.slice(own.start, own.end), this.#text.slice(start, end + 1));
    if (own.start > start && isAnswered) return own.start;
    for (let at = mention.clause; this.#clauses[at]?.sentence === mention.sentence; at -= 1)
      if (this.#tests.has(scopes.told, at)) return this.#clause(at).start;
    return start;
  }

  /** Returns whether it is an illness that is only feared, or feared for the future. */
  #isFeared(mention: Mention, before: string): boolean {
    const words = this.#text.slice(mention.start, mention.end);
    if (mention.kind === 'firm' || scopes.neverFeared.test(words)) return false;
    const { start, end } = this.#clause(mention.clause);
    if (this.#isFelt(mention.clause)) return false;
    const sentence = this.#sentence(mention);
    if (/^(?:怕|担心)/.test(words) && sentence.start === start && sentence.end === end) return true;
    return scopes.dreaded.test(before) || (scopes.feared.test(before) && scopes.illnessName.test(words));
  }

  #isFelt(clause: number): boolean {
    return [scopes.felt, scopes.present, scopes.lasts].some((words) => this.#tests.has(words, clause));
  }

  /** Returns whether it is long ago: by its own clause, or by an earlier one in the sentence without a reference to the present in between. */
  #isPast(mention: Mention): boolean {
    const has = (words: RegExp, at = mention.clause) => this.#tests.has(words, at);
    if (has(scopes.present)) return false;
    const own = this.#clause(mention.clause);
    const { end } = this.#sentence(mention);
    const next = this.#clause(mention.clause + 1);
    // Up to the comma: in 去年因为阑尾炎住院 the year is not of the mention, though a clause begins with 因为.
    const rest = this.#text.slice(next.start, end);
    const behind = next.sentence === own.sentence ? (/^[^,，]*/.exec(rest)?.[0] ?? '') : '';
    if (scopes.againBehind.test(behind)) return false;
    if (has(scopes.past) || scopes.pastBehind.test(behind)) return true;
    if (has(scopes.onset) || has(scopes.presentVerb) || has(scopes.lasts)) return false;
    for (let at = mention.clause - 1; at >= 0 && this.#clause(at).sentence === own.sentence; at -= 1) {
      // "A stent last year, my arm hurts": what was done then is complete, and the pain is of now.
      if (has(scopes.past, at))
        return (
          (!has(scopes.background, at) && has(scopes.pastVerb)) || scopes.over.test(this.#text.slice(own.start, end))
        );
      if (has(scopes.present, at) || has(scopes.onset, at)) return false;
    }
    return false;
  }

  /** Returns whether it is what another person had some time ago. */
  #isOthers(mention: Mention, lasting: boolean): boolean {
    const own = this.#clause(mention.clause);
    const before = this.#text.slice(own.start, mention.start);
    const bounds = this.#sentence(mention);
    const isReason = /(?:因为| because) ?$/.test(this.#text.slice(bounds.start, own.start));
    if (!isReason && !namesOther(before)) return false;
    const sentence = this.#text.slice(bounds.start, bounds.end);
    return isOthersPast({ ...this.#telling(mention), before, isReason }, sentence, mention.kind === 'firm', lasting);
  }

  #telling(mention: Mention): Pick<Telling, 'clause' | 'after' | 'earlier' | 'later'> {
    const own = this.#clause(mention.clause);
    const around = this.#clauses.flatMap(({ sentence, start, end }, at) =>
      sentence === mention.sentence ? [{ at, words: this.#text.slice(start, end) }] : [],
    );
    return {
      clause: this.#text.slice(own.start, own.end),
      after: this.#text.slice(mention.start, own.end),
      earlier: around.flatMap(({ at, words }) => (at < mention.clause ? [words] : [])).toReversed(),
      later: around.flatMap(({ at, words }) => (at > mention.clause ? [words] : [])),
    };
  }

  /** Returns whether it is only a past diagnosis, a relative's diagnosis, or the reason for a medicine or document. */
  #isOnlyNamed(mention: Mention): boolean {
    const own = this.#clause(mention.clause);
    const clause = this.#text.slice(own.start, own.end);
    if (scopes.present.test(clause) || scopes.suspected.test(clause)) return false;
    if (scopes.fearedIllness.test(this.#text.slice(own.start, mention.start))) return true;
    const sentence = this.#sentence(mention);
    return scopes.onlyNamed.test(this.#text.slice(sentence.start, sentence.end));
  }

  /** Returns whether the text says of a part of the body that it works as it should. */
  #isFine(mention: Mention): boolean {
    const own = this.#clause(mention.clause);
    const before = this.#text.slice(own.start, mention.start);
    const words = scopes.isFine.exec(this.#text.slice(mention.start, own.end))?.[0];
    if (words === undefined || mention.end > mention.start + words.length) return false;
    if (!scopes.beforeFine.test(before) || negatorInChinese.test(before)) return false;
    return !scopes.afterFine.test(this.#text.slice(mention.start + words.length, this.#sentence(mention).end));
  }

  /** Returns whether it has stopped and the text does not say that it has returned. */
  #isOver(mention: Mention): boolean {
    const after = this.#text.slice(mention.start, this.#sentence(mention).end);
    const over = scopes.over.exec(after) ?? (swallowed.has(mention.concept) ? scopes.expelled.exec(after) : null);
    if (over === null || scopes.back.test(after) || scopes.goesOn.test(after)) return false;
    if (this.#isEarlier(mention, mention.start + over.index)) return false;
    if (this.#isOfSomeoneElse(mention, mention.start + over.index)) return false;
    // "Is bleeding heavily, she was discharged": leaving a hospital stops no sign of now.
    if (/^(?:discharged|出院了)$/.test(over[0]) && this.#isTold(mention)) return false;
    // "vomiting blood, my speech is fine": another part works, which is no end of the sign.
    return (
      !/^(?:is|are) (?:fine|normal|clear|ok|okay)$/.test(over[0]) || !scopes.ofPart.test(after.slice(0, over.index))
    );
  }

  /** Returns whether another clause says it of a person or an animal that nothing up to the mention names: "cannot breathe, the dog is fine". */
  #isOfSomeoneElse(mention: Mention, at: number): boolean {
    const own = this.#clause(mention.clause);
    if (at < own.end) return false;
    const other = this.#clauses.find(({ end }) => at < end) ?? own;
    const known = new Set(peopleIn(this.#text.slice(this.#sentence(mention).start, own.end)));
    return peopleIn(this.#text.slice(other.start, other.end)).some((one) => !known.has(one));
  }

  #isTold({ clause }: Mention): boolean {
    const { start, end } = this.#clause(clause);
    return scopes.presentVerb.test(this.#text.slice(start, end));
  }

  /** Returns whether another clause is of an earlier time than the mention's: "chest pain, last month everything was fine". */
  #isEarlier(mention: Mention, at: number): boolean {
    const own = this.#clause(mention.clause);
    if (at < own.end) return false;
    const other = this.#clauses.find(({ end }) => at < end) ?? own;
    return (
      scopes.past.test(this.#text.slice(other.start, other.end)) &&
      !scopes.past.test(this.#text.slice(own.start, own.end))
    );
  }
}
