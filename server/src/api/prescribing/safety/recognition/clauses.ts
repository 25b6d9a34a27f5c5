import { allergyRules } from './allergy-denials.ts';
import { deniesPlainly, readDenial } from './beside-denials.ts';
import type { Clause } from './clause.ts';
import { medicineRules } from './medicine-denials.ts';
import { namesNothing } from './filler-words.ts';
import { minus } from './marks.ts';
import type { NameMatcher } from './name-matcher.ts';
import type { Outline } from './outline.ts';
import { isTolerance } from './tolerance.ts';

const SENTENCE =
  /[;；。!！?？\n]|\.(?=\s|$)|,?\s*\b(?:but|except(?:\s+for|\s+to)?|apart\s+from|other\s+than|however|although|though)\b|，?(?:但是?|不过(?!敏))/giu;
/** Between two verdicts that no comma separates: 青霉素不过敏 头孢过敏, "not allergic to penicillin allergic to sulfa". A list after 否认 has one. */
const BETWEEN_VERDICTS = [
  String.raw`(?<=过敏史?|没事|没问题|阴性|阳性|疹子?|休克|[(（][-+－＋—–−][)）])(?<!(?:否认|既往无|无药物)[^，。；;]{0,60})[ \u3000]+(?=\p{Script=Han})`,
  String.raw`(?<=过敏史?|没事|没问题|阴性|阳性|疹子?|休克)(?<!(?:否认|无|没有?|未)[^，。；;]{0,60})、(?=\p{Script=Han})`,
  String.raw`(?<=阴性|没事|没问题|过敏史|疹子)(?=\p{Script=Han}{2,12}(?:过敏|皮试))`,
  String.raw`(?<=\ballerg\w*\b[^,;.]{3,60})(?<!\b(?:not|am|i'm|is|was|be|been|also|only|are|and|or|nor|never|very|severely)\s*)\s(?=(?:and\s+)?(?:severely\s+)?allergic\s+to\b)`,
  String.raw`(?<=\ballerg(?:y|ies))\s+(?=(?!(?:to|or|nor|and|known|against|of|in|but|at|as)\b)\w+(?:\s+\w+)?\s+(?:allerg|rash|hives|reaction|anaphyl))`,
  String.raw`\s(?=yes\s+to\b)`,
];
const FRAGMENT = new RegExp(
  [
    String.raw`[,，]|(?<=过敏)(?=[\p{Script=Han}])(?![史原性反休药者体物引])|\b(?=not\s+allergic\b)`,
    ...BETWEEN_VERDICTS,
  ].join('|'),
  'giu',
);
/** 除青霉素外: the text between the two markers is stated; the text after them is another clause. */
const EXCEPT = /除了?([^，,。；;外]+?)(?:以|之)?外/gu;

const UNSURE =
  /\b(?:not\s+(?:sure|certain|known\s+whether)|unsure|uncertain|don'?t\s+know|do\s+not\s+know|may\s?be|possibl[ey]|perhaps|think|suspect\w*)\b|不确定|不清楚|不知道|不详|可能|是否|疑似|怀疑|待查|过不过敏/iu;
const CANNOT =
  /\b(?:can'?t|cannot|can\s+not|must\s+not|should\s+not|shouldn'?t|not\s+tolerat\w*|doesn'?t\s+tolerat\w*|don'?t\s+(?:give|tolerat\w*)|unable)\b|不能|不可|不要|不耐受|禁用/iu;

const NO_ALLERGY = [
  /\b(?:no|not|nor|denies|denied|deny|denying|never|without|neither|isn'?t|aren'?t|wasn'?t|doesn'?t|don'?t)\b.{0,60}\b(?:allerg\w*|hypersensitiv\w*|reaction|reacted|react|problems?|issues?|trouble)\b/iu,
  /\b(?:nkda|nka|nkfa)\b/iu,
  /\ballerg\w*\b.{0,20}\b(?:negative|ruled\s+out|excluded|disproved)\b/iu,
  /\bde-?labell?ed\b/iu,
  /[:：-]\s*(?:no|none|nil|negative|neg|无|否|没有|阴性)\s*$/iu,
  new RegExp(minus, 'u'),
  /\bnegative\b|阴性/iu,
  /^\s*(?:and\s+)?i\s+(?:have|got)\s+none\b|^\s*我(?:自己)?(?:没有?|无)\s*$/iu,
  /不(?:会|曾)?(?:发生|出现|产生)?过敏|未(?:曾|发生|出现|发现|见)?.{0,8}过敏|(?:无|没有?|否认|不对|未对|从未|从不).{0,40}过敏|非过敏/u,
];
/** A word that may deny. What it denies is left out only where the whole has a plain shape. */
const SOME_DENIAL = new RegExp(
  String.raw`\b(?:no|not|never|nor|none|nil|nope|nothing|n/?a|without|den(?:y|ies|ied)|\w+n['’]?t)\b|[不没无未否]|${minus}`,
  'iu',
);
/** Ends a denial: what was no allergy before may be one since. */
const LIMIT = /\b(?:until|till|til|up\s+to|prior\s+to|before)\b|直到|以前|之前|年前|月前/iu;
const LEADS_ON =
  /^\s*(?:否认|无|没有?|从未)(?!.*过敏)|^\s*(?:denies|denied|no\s+(?:known\s+)?(?:drug\s+)?allerg\w*\s+(?:to|against)|not\s+allergic\s+to)\b/iu;
const ASKS = /[?？]|吗/u;
/** "No allergies except amoxicillin, ok" does not say that amoxicillin is fine. */
const ASKS_OR_EXCEPTS = /[?？]|\b(?:except|apart\s+from|other\s+than)\b/iu;
/** "I can take penicillin but not sulfa" denies no allergy. */
const CAN_TAKE =
  /\b(?:(?:can|could|able\s+to)\s+(?:take|have|use|tolerate)|tolerat(?:es?|ed)|(?:ok|okay|fine)\s+with)\b/iu;
const BARE_NOT = /^\s*(?:not|nor)\b/iu;

const RELATIVE =
  /^\s*(?:(?:my|our)\s+)?(?:mum|mom|mother|dad|father|sister|brother|aunt|uncle|cousin|gran\w*)\b(?!.*\b(?:i|me|say|says|said|told|thinks?|remembers?)\b)|^\s*我?(?:妈妈?|母亲|爸爸?|父亲|姐姐?|妹妹?|哥哥?|弟弟?|舅舅?|姑姑?|姨妈?|外婆|外公|奶奶|爷爷)(?!.*(?:我|说|讲|告诉|记得))/iu;
/** The writer's own allergy, or that they have none. "I am filling this in for her" is neither. */
const OWN_ALLERGY =
  /^\s*(?:and\s+)?(?:i\s+(?:have|got)\s+(?:none|no\s+allerg\w*)\b|(?:i'm|i\s+am)\s+(?:not\s+|also\s+|only\s+)*allergic\b|i(?:'ve|\s+have)?\s+(?:an\s+allergy|react\w*)\b|(?:i'm|i\s+am)\s+not\s*$|i\s+(?:don't|do\s+not|never\s+did)\s*$)|^\s*我(?:自己|本人)?(?:没有?|无|不|不会|没事)(?:药物)?(?:过敏史?)?\s*$|^\s*我(?:自己|本人)?(?:只|也)?对.{1,20}过敏/iu;
/** "My mother is not allergic to penicillin, I am": what the relative has not is the writer's own. */
const OWN_INSTEAD =
  /^\s*(?:(?:but|and|though)\s+)?(?:i\s+(?:am|do|did|have)|it\s+is\s+me)\s*$|^\s*(?:但|可)?是?我(?:自己|本人)?(?:会|过敏|有|才过敏)\s*$/iu;
const ANOTHER = /\b(?:she|he|they|her|his|him|their)\b|[她他]|妈|爸/iu;

/** Splits a statement on allergies into clauses. Doubtful clauses count as stated, because a missed allergy is more harmful. */
export function allergyClauses(text: string, matcher: NameMatcher): Clause[] {
  return withNameless(clausesByPerson(text, matcher), matcher);
}

function clausesByPerson(text: string, { namedIn, outline }: NameMatcher): Clause[] {
  const open = ASKS_OR_EXCEPTS.test(text);
  const asked = ASKS.test(text);
  const tolerates = (clause: string): boolean => !open && !doubtful(clause) && isTolerance(clause, namedIn);
  const isDenial = (clause: string): boolean =>
    !open && SOME_DENIAL.test(clause) && deniesPlainly(outline(clause).shape, allergyRules);
  const excepted: Clause[] = [];
  const rest = text.replace(EXCEPT, (_, inside: string) => {
    excepted.push({ text: inside, negated: false });
    return '，';
  });
  const inSentences = rest
    .split(SENTENCE)
    .map((part) => inSentence(part, tolerates, isDenial).filter(({ text: own }) => own.trim() !== ''))
    .flatMap((part) => {
      if (asked) return part.map(asUnclear);
      return part.some(({ text: own }) => LIMIT.test(own)) ? part.map(asLimited) : settled(part, outline);
    });
  const read = [...excepted.filter(({ text: own }) => own.trim() !== ''), ...inSentences];
  const clauses = read.map((clause, at): Clause => {
    if (BARE_NOT.test(clause.text) && CAN_TAKE.test(read[at - 1]?.text ?? '')) return { ...clause, negated: false };
    return clause;
  });
  const instead = clauses.findIndex(({ text: own }) => OWN_INSTEAD.test(own));
  if (instead > 0 && clauses.slice(0, instead).some(({ text: own }) => RELATIVE.test(own)))
    return clauses.map((clause, at) => (at < instead ? { ...clause, negated: false } : clause));
  // A carer may write about the patient. Only beside the writer's own allergy is a relative's probably not the patient's.
  if (!clauses.some((clause) => isOwn(clause.text))) return clauses;
  return clauses.map((clause) => (RELATIVE.test(clause.text) ? { ...clause, negated: true, unclear: true } : clause));
}

/** "Not allergic to penicillin until 2020" says that it is an allergy. Beside it, another denial may have the same limit. */
function asLimited(clause: Clause): Clause {
  return clause.negated && LIMIT.test(clause.text) ? { ...clause, negated: false } : asUnclear(clause);
}

/** A clause that names nothing may belong to the denial before it, and both are shown: "no penicillin allergy. Hives once", 没吃西药，吃中药. */
function withNameless(clauses: readonly Clause[], { namedIn }: NameMatcher): Clause[] {
  return clauses.map((clause, at) => {
    const next = clauses[at + 1];
    const isLimited = clause.negated && next?.negated === false && namesNothing(namedIn(next.text));
    return isLimited ? { text: `${clause.text.trim()}, ${next.text.trim()}`, negated: true, unclear: true } : clause;
  });
}

function asUnclear(clause: Clause): Clause {
  return clause.negated ? { ...clause, unclear: true } : clause;
}

/** Items of a list over commas, as far as they are read together. */
const LONGEST_LIST = 8;

/** Leaves as denied what is plain, alone or as a list over several commas. Anything else beside a denial is stated or unclear. */
function settled(clauses: readonly Clause[], outline: (text: string) => Outline): Clause[] {
  const read: Clause[] = [];
  for (let at = 0; at < clauses.length;) {
    const stated = clauses.findIndex(({ negated }, place) => place >= at && !negated);
    let end = Math.min(stated < 0 ? clauses.length : stated, at + LONGEST_LIST);
    const runTo = (last: number) => clauses.slice(at, last).map(({ text }) => text);
    while (end > at + 1 && !allergyRules.isPlain(outline(runTo(end).join(',')).shape)) end -= 1;
    const [first] = clauses.slice(at, at + 1);
    if (end > at + 1) read.push(...clauses.slice(at, end));
    else if (first?.negated) read.push(...readDenial(first.text, outline(first.text), allergyRules));
    else if (first) read.push(first);
    at = Math.max(end, at + 1);
  }
  return read;
}

function isOwn(text: string): boolean {
  return OWN_ALLERGY.test(text) && !ANOTHER.test(text) && !UNSURE.test(text);
}

function inSentence(
  sentence: string,
  tolerates: (clause: string) => boolean,
  isDenial: (clause: string) => boolean,
): Clause[] {
  // After a comma something may be stated: "not allergic to penicillin, and sulfa".
  if (!/[,，]/u.test(sentence) && isDenial(sentence)) return [{ text: sentence, negated: true }];
  const fragments = sentence.split(FRAGMENT);
  const clauses: Clause[] = [];
  let leading = false;
  const joinedByOr = /\b(?:or|nor)\b|或|及其他/iu.test(sentence);
  for (const [at, text] of fragments.entries()) {
    const own = isNegated(text) || tolerates(text) || isDenial(text);
    const positive = !own && /allerg|过敏|react|anaphyla|rash|休克|皮疹/iu.test(text);
    const listed: boolean = leading && (joinedByOr || closesLater(fragments.slice(at)));
    const negated: boolean =
      own || (LEADS_ON.test(text) && !doubtful(text)) || (listed && (!positive || /过敏史?\s*$/u.test(text)));
    leading = (LEADS_ON.test(text) && negated) || (leading && listed && !positive);
    clauses.push({ text, negated: negated || (BARE_NOT.test(text) && !doubtful(text)) });
  }
  return clauses;
}

/** 否认青霉素，头孢，磺胺过敏史: a list after a denial ends with the word for allergy. */
function closesLater(fragments: readonly string[]): boolean {
  return fragments.some((text) => /过敏/u.test(text));
}

function isNegated(text: string): boolean {
  return !doubtful(text) && NO_ALLERGY.some((pattern) => pattern.test(text));
}

function doubtful(text: string): boolean {
  return UNSURE.test(text) || CANNOT.test(text);
}

const NOT_TAKEN =
  /\b(?:not|never|denies|denied|isn'?t|doesn'?t|don'?t|haven'?t)\s+(?:currently\s+|regularly\s+)?(?:taking|take|takes|taken|on|using|use|uses|had)\b|^\s*(?:no|without)\b(?!\s+longer)|(?:没有?|未|从不|不|否认)(?:在|再|正在|曾)?(?:长期|规律)?(?:服用|服|吃|使用|用|口服)(?!完)|无.{0,12}(?:用药史|服药史)|否认.{0,12}(?:用药|服药)/iu;
/** 备着没吃过: a medicine that the patient has at hand may be taken tonight. */
const BADLY_TAKEN = /\bregularly\b|规律|按时|坚持|忘|备着|备用|常备|家里有|随身带/iu;
/** 除二甲双胍外没吃药 states the first. */
const EXCEPT_MEDICINE = /除了?([^，,。；;外]+?)(?:(?:以|之)?外(?!用)|(?=没|不吃|不用|未))/gu;

const notAfter = String.raw`(?<!\b(?:not|never|no|denies|denied|longer|isn't|aren't|don't|doesn't|haven't|currently|regularly|am|i'm|is|are|was|been|be|and|or|nor|i|we|he|she|they|patient|still|also|stopped)\s*)`;
const joined = String.raw`(?:(?:and|but|\/)\s+)?`;
/** Begins what is taken beside what is not: 不吃华法林 在吃阿司匹林, "no warfarin just aspirin". */
const TAKEN_AFTER = new RegExp(
  [
    String.raw`(?<=\p{Script=Han})[ \u3000、]+(?=(?:正?在|仅|只|吃|服|用|口服|偶尔|间断|有时|除|有|目前|现在|平时|改|换|长期|每)\p{Script=Han})`,
    String.raw`(?<=[\p{Script=Han}a-z0-9])[ \u3000、]+(?=(?:不|没有?|未|从未|从不|否认)(?:在|再|曾)?(?:吃|服|用|口服))`,
    String.raw`(?<=\p{Script=Han}{2})(?=[只仅](?:在|有)?(?:吃|服|用))`,
    String.raw`(?<=\p{Script=Han})(?<![没有不未正现只仅])(?=(?:正在|现在|在)(?:吃|服|用))`,
    String.raw`${notAfter}\s(?=${joined}(?:just|only|taking|takes|on|i\s+(?:take|use|am|have)|i'm|apart\s+from|except)\b)`,
    String.raw`${notAfter}\s(?=${joined}(?:not\s+(?:taking|on|using)|never\s+(?:taken|used|had)|(?:don't|doesn't)\s+(?:take|use))\b)`,
  ].join('|'),
  'giu',
);

/** Splits a statement on medicines into clauses. "Stopped" counts as taken, because the effect may last. */
export function medicineClauses(text: string, matcher: NameMatcher): Clause[] {
  const { outline } = matcher;
  const excepted: Clause[] = [];
  const rest = !SOME_DENIAL.test(text)
    ? text
    : text.replace(EXCEPT_MEDICINE, (_, inside: string) => {
        excepted.push({ text: inside, negated: false });
        return '，';
      });
  const clauses = rest.split(SENTENCE).flatMap((sentence): Clause[] => {
    if (SOME_DENIAL.test(sentence) && deniesPlainly(outline(sentence).shape, medicineRules))
      return [{ text: sentence, negated: true }];
    return sentence.split(/[,，]/u).flatMap((part) => {
      const whole = medicinesIn(part, outline);
      const pieces = part.split(TAKEN_AFTER);
      const isPlain = whole.every(({ negated, unclear }) => negated && !unclear);
      // 硝酸甘油 没用过: a denial without a name belongs to the name before it.
      const isCut = pieces.every((piece) => !SOME_DENIAL.test(piece) || outline(piece).shape.includes('§'));
      const isRead = isPlain || whole.length > 1 || pieces.length === 1 || !isCut || !NOT_TAKEN.test(part);
      return isRead ? whole : pieces.flatMap((piece) => medicinesIn(piece, outline));
    });
  });
  return withNameless(
    [...excepted, ...clauses].filter((clause) => clause.text.trim() !== ''),
    matcher,
  );
}

function medicinesIn(part: string, outline: (text: string) => Outline): Clause[] {
  const asStated: Clause[] = [{ text: part, negated: false }];
  if (!SOME_DENIAL.test(part)) return asStated;
  const outlined = outline(part);
  const read = readDenial(part, outlined, medicineRules);
  const isUnclear = read.length === 1 && read[0]?.unclear === true;
  return isUnclear && (!NOT_TAKEN.test(part) || BADLY_TAKEN.test(part)) ? asStated : read;
}
