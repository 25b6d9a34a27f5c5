import { redFlagRules, type RedFlagId, type RedFlagRule } from './red-flag-rules.ts';

export interface RedFlagContext {
  /** Completed years of the patient; null when it isn’t known. */
  readonly ageYears: number | null;
}

const infantWords =
  /\b(?:newborn|neonate|infant|baby|babies|bab[iy]'s|(?:[1-9]|1[0-2]|one|two|three|four|six)[- ]?(?:day|week)s?[- ]old|(?:[1-3]|one|two|three)[- ]?months?[- ]old)\b|新生儿|婴儿|宝宝|小婴|满月|出生(?:\d+|[一二三四五六七八九十]+)(?:天|周)|(?:[1-3一二三两])个(?:多)?月(?:大|的|龄)?/;

/** What denies the word that follows it at once. “No longer” is not among them: what was there an hour ago counts. */
const denialInEnglish =
  /\b(?:no|not|without|denies|deny|denied|never|(?:don't|doesn't|didn't|do not|does not|did not|haven't|hasn't|have not|has not) (?:have|had|got|feel)|haven't|hasn't)(?: (?:any|a|an|the|had|have|having|feel|feeling|got|signs? of|symptoms? of|my|new|real|actual|thoughts of))*\s*$/;
const denialInChinese =
  /(?:没有|并没有|没|无|並無|并无|否认|未见|未出现|从未|不存在)(?:任何|明显|出现|发生|有过|过|有|什么|感到|觉得|的)*$/;
/** A denial of the denial, or a doubt, makes it count again. */
const undone =
  /(?:\bnot|n't|\bcannot|\bunsure|\bnobody says)\s*(?:\w+\s+){0,4}$|(?:不是|并非|不能说|不确定|不知道)(?:.{0,4})$/;
const clauseEnd = /[.;!?\n。；！？]|,|，|、|\bbut\b|\bhowever\b|\balthough\b|但是?|不过|可是/;

/** Text as the rules read it: one width, small letters, straight apostrophes, single spaces. */
export function foldComplaint(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/\b(ca|do|does|did|wo|is|are|was|were|has|have)nt\b/g, "$1n't")
    .replace(/[^\S\n]+/g, ' ');
}

/**
 * Which danger signs a text in English or Chinese names. A sign that is plainly denied (“no chest pain”) does not count; every
 * doubt counts, and so does one mention that is not denied beside others that are. To find none is no statement about health.
 */
export function findRedFlags(text: string, { ageYears }: RedFlagContext): RedFlagId[] {
  const folded = foldComplaint(text);
  const isInfant = ageYears === 0 || namesInfant(folded);
  return redFlagRules.filter((rule) => (!rule.ofInfant || isInfant) && isNamed(rule, folded)).map(({ id }) => id);
}

/** Whether folded words say that they are about a baby. */
export function namesInfant(folded: string): boolean {
  return infantWords.test(folded);
}

function isNamed(rule: RedFlagRule, folded: string): boolean {
  if (rule.firm?.some((words) => words.test(folded))) return true;
  return rule.words.some((words) =>
    [...folded.matchAll(new RegExp(words, 'g'))].some(({ index }) => !isDenied(folded.slice(0, index))),
  );
}

/** Whether what stands before a word denies it at once. */
export function isDenied(before: string): boolean {
  const clause = before.split(clauseEnd).at(-1) ?? '';
  const denial = denialInEnglish.exec(clause) ?? denialInChinese.exec(clause);
  return denial !== null && !undone.test(clause.slice(0, denial.index));
}
