import type { Clause } from './clauses.ts';
import { inLines } from './in-lines.ts';
import type { Mention } from './mentions.ts';
import { peopleIn, pet } from './other-people.ts';
import { isPlainlyTold } from './questions.ts';
import { family, goesOn, past, presentVerb, told } from './scope-words.ts';

/** Clauses between a sign and what speaks of it: "chest pain, none since, ECG normal". */
const reach = 2;

/** What ends a sign, unless the sign goes on: "ECG normal, still hurting". */
const ends: ReadonlySet<Mention['concept']> = new Set(['explained', 'isOver', 'caredFor', 'healing']);

/** Says that a person is well. */
const wellBeing: ReadonlySet<Mention['concept']> = new Set(['isWell', 'well', 'isOver']);

/** Asks for knowledge. A sign that a person has, in another clause, is no part of it. */
const inquires: ReadonlySet<Mention['concept']> = new Set(['asks', 'learns']);

/** Begins another subject: "I also need a repeat of my tablets". */
const aside = inLines(String.raw`
  ^(?: (?:and|but|so))? ?(?:(?:i|we|she|he) )?(?:also|by the way|btw|while i am here|in addition|separately|another thing|second(?:ly)?|ps)\b|
  ^(?:顺便|另外|此外|还有个|还有一件|顺带|对了|再就是|除此之外)`);
/** Tells a known illness or a regular medicine, so that "for years" is said of these. "Blood pressure" may be blank here: it is no blood. */
const background = inLines(String.raw`
  \b(?:(?:high|low)(?: blood pressure| +pressure| +)|hypertens\w*|diabet\w*|asthma|cholesterol|thyroid\w*|arthritis|smok\w*|(?:take|takes|taking|on) (?:\w+ )?
  (?:tablets?|medication|meds|pills|aspirin|metformin|insulin|statins?|\w+(?:pine|pril|sartan|statin|olol|zole|xine)))\b|
  (?:高|低)血压|糖尿病|三高|血脂|高血脂|甲(?:亢|减)|哮喘|痛风|(?:长期|一直|平时|每天|常年)(?:在)?(?:吃|服|用|打)|抽烟|吸烟`);

/** What was read about a sign that is there: "I read that this is harmless, my chest hurts". */
const hearsay = /\b(?:read|reading|leaflet|heard|googled|online)\b|网上|手机上|百度|说明书|听说|听人/;

/** An illness of which a relative died, which is not of the writer's own sign. */
const ownCause = /\b(?:died|passed away) (?:of|from)\b|(?:是|因|得)[^，。,]{1,8}(?:去世|过世|走的|没的)/;

const runsInFamily = /\bruns? in (?:my|the|our|his|her) family\b/;

/** Of an earlier week of the pregnancy: "bleeding, the 20 week scan was fine". */
const earlierScan =
  /\b\d+ (?:weeks? )?(?:\w+ )?(?:scan|ultrasound)\b|\b(?:at|from) \d+ weeks?\b|产检|孕检|排畸|唐筛|[0-9]+周[^，。]{0,6}(?:b超|彩超|检查)/;

/** In care before, not now. */
const careBefore = /\b(?:was|were|been) in (?:hospital|icu|intensive care|rehab)\b/;

/** Begins what is unlike the long known: "gallstones for years, but this pain comes with shivering". */
const ofNow = /^ ?(?:but )?(?:this (?:pain|time|one|attack|is|bout)|now|today)\b|^(?:但|可)?(?:这次|这回|今天|现在)/;

/** Returns whether a purpose, a duration or a result is said of the sign: near it in its sentence, and not of another subject or time. */
export function isAbout(text: string, clauses: readonly Clause[], mention: Mention, sign: Mention): boolean {
  // "Paramedics took him" may be a sentence of its own.
  const sentences = mention.concept === 'caredFor' ? 1 : 0;
  if (Math.abs(mention.sentence - sign.sentence) > sentences) return false;
  if (Math.abs(mention.clause - sign.clause) > reach) return false;
  if (
    (ends.has(mention.concept) || mention.concept === 'isWell') &&
    goesOn.test(text.slice(Math.min(mention.start, sign.start)))
  )
    return false;
  if (mention.clause !== sign.clause && isOfPet(mention, sign)) return false;
  if (inquires.has(mention.concept) && mention.clause !== sign.clause && isTold()) return false;
  // "Here for travel vaccines and he is having a seizure": the request says nothing of the sign that follows it.
  if (mention.concept === 'papers' && mention.clause < sign.clause && told.test(textOf(sign.clause))) return false;
  if (mention.concept === 'caredFor' && isCareBefore(textOf(mention.clause), textOf(sign.clause))) return false;
  return mention.clause === sign.clause || !isElsewhere(textOf(mention.clause), textOf(sign.clause), mention.concept);

  /** Returns whether an animal is meant, which is not in the clause of the sign. An animal may be named before the signs of its own illness. */
  function isOfPet(one: Mention, other: Mention): boolean {
    const isAfter = one.concept !== 'caredFor' || one.clause > other.clause;
    return isAfter && pet.test(textOf(one.clause)) && !pet.test(textOf(other.clause));
  }

  /** Returns whether a person has the sign: in its clause, or one before it that is not the question's. */
  function isTold(): boolean {
    if (
      mention.concept === 'asks' &&
      mention.clause < sign.clause &&
      isPlainlyTold(textOf(sign.clause), sentenceOf(sign))
    )
      return true;
    for (let at = sign.clause; clauses[at]?.sentence === sign.sentence && at !== mention.clause; at -= 1)
      if (told.test(textOf(at))) return true;
    return false;
  }

  function sentenceOf({ sentence }: Mention): string {
    const own = clauses.filter((clause) => clause.sentence === sentence);
    return text.slice(own[0]?.start, (own.at(-1)?.end ?? text.length) + 1);
  }

  function textOf(at: number): string {
    const clause = clauses[at];
    return clause ? text.slice(clause.start, clause.end) : '';
  }
}

/** Before the day of a sign. */
const earlier = inLines(String.raw`
  \blast (?:week|month|time)\b|\b(?:weeks?|months?) ago\b|\b(?:admitted|discharged|treated|took \w+|in (?:hospital|icu)) (?:once|before)\b|
  上(?:个)?(?:周|星期|礼拜|月|次|回)|住过院`);
/** Told as it happens. */
const goesOnNow =
  /\b(?:is|am|are) (?:\w+ )?(?!getting|feeling|doing|going|taking|asking|wondering|looking|being)\w+ing\b|\b(?:can not|will not) (?:\w+ )?(?:breathe|move|speak|talk|stand|see|wake|get)/;

function isCareBefore(clause: string, ofSign: string): boolean {
  return careBefore.test(clause) && presentVerb.test(ofSign.replace(careBefore, ''));
}

/** Returns whether two clauses name different people: "grandad died, grandma's chest hurts". */
function isOfAnother(clause: string, ofSign: string): boolean {
  const inSign = new Set(peopleIn(ofSign));
  return peopleIn(clause).some((person) => !inSign.has(person));
}

/** Returns whether one clause speaks of something else than the clause of a sign: a request, an aside, an earlier time, a known illness. */
function isElsewhere(clause: string, ofSign: string, concept: Mention['concept']): boolean {
  if (concept === 'routine' || aside.test(clause)) return true;
  if (concept === 'isOver' && earlierScan.test(clause)) return true;
  if (concept === 'asks' && (family.test(clause) || runsInFamily.test(clause))) return true;
  if (concept === 'caredFor' && (ownCause.test(clause) || isOfAnother(clause, ofSign))) return true;
  if (wellBeing.has(concept) && isOfAnother(clause, ofSign) && !isOfAnother(ofSign, clause)) return true;
  if (ends.has(concept) && ((earlier.test(clause) && !earlier.test(ofSign)) || goesOnNow.test(ofSign))) return true;
  if (concept === 'learns' && hearsay.test(clause)) return true;
  if (past.test(clause) && !past.test(ofSign)) return true;
  if ((concept === 'longSame' || concept === 'usual') && ofNow.test(ofSign)) return true;
  return (concept === 'longSame' || concept === 'usual') && background.test(clause) && !background.test(ofSign);
}
