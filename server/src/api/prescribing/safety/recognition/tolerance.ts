import { isFiller, withoutFiller } from './filler-words.ts';

/** The names of medicines in a text, and the words besides. */
export interface NamedWords {
  readonly names: readonly string[];
  readonly words: readonly string[];
}

/** ARBs ok, 头孢没问题: what comes before the verdict must be the medicine alone. */
const IS_FINE =
  /^(.+?)(?:\s*[:：-])?\s*(?:\b(?:is|are)\b|是)?\s*(?:\b(?:all|quite|perfectly|well)\b|都|也)?\s*(?:\b(?:ok|okay|fine|tolerated)|(?<=\p{Script=Han})\s*(?:ok|没问题|没事))[\s.]*$/iu;
/** tolerates amoxicillin, can take amoxicillin, takes amoxicillin fine. */
const VERB = /\b(?:tolerat(?:es|ed|ing)|can\s+take|takes?\s+.{0,30}(?:fine|ok))\b/iu;
const HAN_VERB = /可以[吃用服]|能耐受(?![差性])|(?<!不)耐受(?![差性])/u;
/** Words that may stand beside the one name of a medicine that is fine. */
const BESIDE =
  /^(?:the|and|while|oral|tablets?|capsules?|group|class|medicines?|类|类药|类药物|片|胶囊|颗粒|都|也|而|和)$/u;
const JOINED = /\b(?:and|or)\b|[,/&、]|[和及与或]/iu;

const REACTED =
  /allerg|anaphyla|sensitiv|intoleran|react|rash|hives|urticaria|itch|swell|swoll|wheez|breath|o?edema|vomit|nause|sick|diarrh|dizz|faint|collaps|blister|peel|stevens|\bsjs\b|necrolysis|shock|hospital|\bcough|upset|\bbad|sever|[=→]|过敏|疹|痒|肿|风团|休克|呼吸|喘|胸闷|心慌|晕|恶心|呕|吐|泻|痛|疼|不适|不舒服|反应|阳性|皮试/iu;
const DENIED =
  /n['’]t\b|\b(?:not?|never|none|neither|nor|cannot|if|unless|until|hope|hopefully|only|used\s+to)\b|不|没(?!问题|事)|未|别(?!嘌)|如果|只有?|有时|除|[以之]外|半/iu;

/**
 * Returns true when a clause says only that a medicine is tolerated. With a reaction, a denial, a year or a second medicine it may be an allergy,
 * which is more harmful to miss.
 */
export function isTolerance(clause: string, namedIn: (text: string) => NamedWords): boolean {
  if (REACTED.test(clause) || DENIED.test(clause)) return false;
  const medicine = IS_FINE.exec(clause)?.[1];
  if (medicine !== undefined && isOneName(namedIn(medicine))) return true;
  const verb = VERB.exec(clause);
  if (verb && !isSubject(namedIn(clause.slice(0, verb.index)))) return false;
  return (verb !== null || HAN_VERB.test(clause)) && (JOINED.test(clause) || substancesIn(namedIn(clause)) < 2);
}

function isOneName({ names, words }: NamedWords): boolean {
  return names.length === 1 && words.every((word) => BESIDE.test(word));
}

/** Who tolerates it: "and the patient can take …", never another substance. */
function isSubject({ names, words }: NamedWords): boolean {
  return names.length === 0 && words.every((word) => isFiller(word) || withoutFiller(word, true) === '');
}

function substancesIn({ names, words }: NamedWords): number {
  const han = words.map((word) => word.replace(/可以|耐受|能|[吃用服]/gu, ' '));
  const unknown = han.flatMap((word) => withoutFiller(word, true).match(/\p{Script=Han}{2,}/gu) ?? []);
  return names.length + unknown.length;
}
