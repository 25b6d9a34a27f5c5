import type { Rules } from './beside-denials.ts';
import { namesNothing } from './filler-words.ts';
import { minus } from './marks.ts';
import { english, hanAlways, hanKind, hanListOf, hanPairOf, hanWho, listOf, onlyOf, wholeOf } from './plain-shapes.ts';

const { always: who, end: tail } = english;
const things =
  'anything|drugs?|medicines?|medications?|meds|foods?|antibiotics?|painkillers?|vaccines?|peanuts?|nuts?|eggs?|milk|dairy|seafood|shellfish|fish|latex|pollen|dust|cats?|dogs?|animals?|insects?|bees?|plasters?|iodine|gluten|wheat';
const item = String.raw`(?:(?:the|any|other|known|common|oral)\s)*(?:§|${things})(?:\s(?:drugs?|antibiotics?|medicines?|medications?|tablets?|capsules?|products?|group|class|family|type))?`;
const list = listOf(item);
/** "No penicillin and sulfa allergy" may state the second. */
const alternatives = listOf(item, ['or', 'nor']);
const never = '(?:not|never|nor|neither|isnt|arent|wasnt|dont|desnt|didnt|hasnt|havent)';
const none = String.raw`(?:no|nil|without|den(?:y|ies|ied|ying)|never\s(?:had|have)|not\s(?:had|have)|(?:dont|desnt|didnt)\shave|(?:hasnt|havent)\shad)`;
const degree = String.raw`(?:(?:known|been|ever|really|to\sbe|had|have|any|an|a|previous|prior|past|history\sof|hx\sof|drug|medication|medicine|food|environmental|significant|relevant|other|recorded|documented|allergic|adverse|bad|serious|severe)\s)*`;
const reaction =
  '(?:allerg(?:y|ies)|reactions?|hypersensitivit(?:y|ies)|intolerances?|rash(?:es)?|problems?|issues?|trouble)';
const fine = String.raw`(?:fine|ok|okay|well|without\s(?:any\s)?(?:problems?|issues?|trouble|reactions?))`;
const tested = String.raw`(?:\s(?:by|in|on|last|this|year|month|gp|doctor|the|tests?|testing|\d{4}|ago|now))*`;

const inEnglish = [
  // No allergy is on record now.
  String.raw`${english.who}${none}\s${degree}(?:${alternatives}\s)?${reaction}(?:\s(?:or|nor)\s(?:allergic\s)?${reaction})*(?:\s(?:to|with|against|from)\s${list})?${english.tail}`,
  String.raw`${who}${never}\s${degree}(?:allergic|hypersensitive|sensitive|react(?:s|ed)?)(?:\s(?:to|with)\s${list})?${tail}`,
  String.raw`(?:nkda|nka|nkfa)`,
  String.raw`${item}(?:\sallerg(?:y|ies))?(?:(?:\s(?:is|was|were|are))?\s?[:=-]?\s?(?:not\sallergic|no\sallergy|ruled\sout|excluded|disproved|de-?labell?ed|${minus})|\s?[:=]\s?(?:no|none|nil)|\s?-\s?no)`,
  String.raw`${who}(?:(?:can|could|able\sto)\s(?:take|have|use|tolerate)|tolerat(?:es?|ed|ing)|takes?|(?:fine|ok|okay)\swith)\s${list}(?:\s${fine})*`,
  String.raw`${item}(?:\s?[:-])?\s?(?:(?:is|are|was)\s)?(?:(?:all|quite|perfectly|well)\s)?(?:ok|okay|fine|tolerated)`,
  String.raw`(?:but\s)?(?:not|nor)\s(?:to\s)?${list}`,
  String.raw`(?:and\s)?i\s(?:have|got)\snone`,
];

const kinds =
  '药物食物|食物药物|药物|药品|西药|药|食物|食品|海鲜|鱼虾|虾|蟹|牛奶|鸡蛋|花生|坚果|花粉|尘螨|螨虫|粉尘|乳胶|酒精|碘|造影剂|芒果|麻药|抗生素|输血|接触物';
const goods = `§|${kinds}`;
const hanItem = String.raw`(?:(?:其他|其它|别的|任何|特殊|明确|已知|所有|各种|常见)\s?){0,3}(?:${goods})${hanKind}`;
const adjacent = `§${hanKind}`;
const hanList = hanListOf(hanItem, adjacent);
const covered = `(?:${hanPairOf(hanItem)}|${hanList}(?:均|都))`;
const historyItem = `(?:${goods})${hanKind}`;
/** 否认青霉素过敏史、头孢过敏史 denies both. After 药物过敏史 a substance of its own may be stated. */
const histories = [adjacent, `(?:${kinds})${hanKind}`].map((of) => `${hanListOf(of)}过敏史`);
const hanNone =
  '(?:否认|[从暂]?无|没有?|未有|未见|未发现|未曾|从未|从来没有?|没有过|不存在)(?:有|过|出现|发生)?(?:对|既往|明显|任何|其他|其它|特殊|明确|已知|什么){0,3}';
const hanReaction = '(?:的)?过敏(?:史|反应|情况|现象|病史|记录|症状)?(?:过)?';

const inHan = [
  `${hanWho}${hanNone}(?:${hanList})?(?:有|发生|出现)?${hanReaction}`,
  `${hanWho}(?:否认|无|没有)${historyItem}(?:[、和及与或/,]${historyItem})+过敏史`,
  ...histories.map((of) => `${hanWho}(?:否认|无|没有)${of}(?:[、和及与或]${of})+`),
  `${hanAlways}(?:否认|无|没有|从未)${hanList}`,
  String.raw`${hanAlways}对?${hanList}(?:\s?:\s?)?(?:均|都|也|从来){0,3}(?:不会|不曾|不|没有?|未曾|未|无|从不|从未)(?:曾|有|发生|出现|产生|见){0,3}(?:明显|任何)?过敏(?:史|反应)?(?:过|的)?`,
  String.raw`${hanAlways}对?${covered}(?:\s?:\s?)?(?:也|从来){0,2}(?:不会|不曾|不|没有?|未曾|未|无|从不|从未)(?:曾|有|发生|出现|产生|见){0,3}(?:明显|任何)?(?:反应|不适|不良反应|问题|事)(?:过|的)?`,
  `${hanAlways}(?:不会|不|没有?|未曾|未|从不|从未)对${hanList}(?:有|产生|发生)?过敏(?:史|反应|过)?`,
  String.raw`${hanAlways}${hanItem}(?:过敏史?)?\s?:?\s?${minus}`,
  `${hanAlways}(?:可以|能够?)(?:正常)?[吃用服打]?(?:耐受)?${hanList}`,
  String.raw`${hanAlways}${covered}\s?(?:也|是){0,2}(?:(?:可以|能)(?:[吃用服打]|使用|耐受)|ok|没问题|没事|耐受)`,
  String.raw`${hanItem}(?:过敏史?)?\s?(?:[:-]\s?(?:无|否|没有|no)|:\s?none)`,
  String.raw`(?:药物|食物)?过敏史?\s?[:-]\s?(?:无|否认|没有)`,
  '我(?:自己|本人)?(?:没有?|无|不会?)(?:过敏史?)?',
  `不过敏(?:的)?:${hanList}`,
];

const DENIAL =
  /\b(?:no|not|never|nor|neither|none|nil|without|den(?:y|ies|ied)|nk[df]?a|neg|negative|\w{2,}nt(?<!patient|constant|recent|present|urgent)|fine|ok|okay|tolerat\w*|excluded)\b|[不没无未非否]|阴性|\([-‐–—−]\)|可以|耐受|ok/u;
/** "Can't take" and 不能用 deny no allergy. */
const CANNOT = /\b(?:cant|cannot|can\snot)\b|不能|不可|不要|不行|不耐受|不舒服/gu;
const POSITIVE =
  /\b(?:allerg|react|rash|hives|swell|swoll|anaphyl|itch|wheez|sick|vomit|sensitiv|intoleran|yes\b|avoid)|过敏|疹|休克|阳性|痒|肿|喘|风团|\([+]\)|不能|不行|晕|吐|泻/u;
const BEGINS =
  /^(?:only|just|also|allergic|reacts?|reacted|has|had|(?:i|he|she)\s(?:am|is|has|had)|im|yes\sto|severely|有|对|[吃用打服](?!药)|[就只仅]|倒|曾)/u;
const CLOSED =
  /(?:allerg(?:y|ies|ic)|nkda|nka|nkfa|negative|neg|fine|ok|okay|tolerated|过敏(?:史|反应)?|阴性|\([-–—−+]\)|没事|没问题|可以[吃用服]|能[吃用]|反应)$/u;
/** Goes on with what is denied. */
const CONTINUES = /^(?:to|with|from|against|of|in|or|nor|and|that|after|by|drugs?|medicines?)\b|^[的类及和与或者、]/u;
const SAME_VERDICT = /\ballerg\w*|过敏史?/gu;
/** 否认青霉素过敏 头孢过敏史: the second may be denied too. */
const HISTORY = /^(?:§|药物|食物)+过敏史$/u;

const nothing = String.raw`(?:no|nil|none|nothing|nope|n/?a|nkda|nka|nkfa)`;
const heading = String.raw`(?:(?:known|any|drugs?|foods?|medicines?|medications?|and|or)[\s/])*(?:allerg(?:y|ies)|reactions?|intolerances?)`;
const hanHeading = '(?:药物|食物|及|和|、)*过敏(?:史|药物|原|情况)?';
/** These deny everything, so nothing else may stand beside them. */
const wholes = [
  String.raw`(?:${heading}\s?[:=-]\s?)?${who}${nothing}(?:\s(?:known|reported))*${tail}`,
  String.raw`not(?:${english.asFarAsKnown})`,
  String.raw`(?:${hanHeading}\s?[:-]\s?)?${hanAlways}暂?(?:无|没有?|否认?|未发现|未见)(?:特殊|异常)?`,
  String.raw`${hanAlways}${hanHeading}\s?:?\s?(?:无|否认|没有|${minus})`,
  `${hanAlways}(?:(?:什么|任何|所有|各种)?(?:东西|药物?|食物)?(?:都|均|也)|对(?:什么|任何|所有|各种)?(?:东西|药物?|食物)?(?:都|均|也)?)?(?:从来?|一直)?(?:不|没有?|未曾?)过敏(?:过|的)?`,
  `${hanAlways}(?:无|没有?|否认有?)(?:任何|什么|啥|已知|明确|特殊)?(?:会|的)?过敏的?(?:药物?|食物|东西)?`,
  `${hanAlways}(?:无|没有?|否认有?)(?:任何|明显|特殊)?(?:药物|食物)?不良反应史?`,
];

/** A negative skin test shows neither a late reaction nor one to another dose. */
const tests = [
  String.raw`${list}(?:\sallergy)?(?:\s(?:skin|prick|patch|blood))*(?:\stest(?:ed|ing|s)?)?(?:\s(?:is|was|were))?\s?[:=-]?\s?(?:negative|neg|${minus})${tested}`,
  String.raw`(?:(?:allergy|skin|prick|patch|blood)\s)*tests?(?:\s(?:is|was|were))?\snegative${tested}`,
  String.raw`${hanAlways}${hanList}(?:皮肤)?(?:皮试|过敏试验|过敏原检测|试敏)?(?:结果)?\s?[:为是]?\s?(?:阴性|${minus})`,
];

/** Words that name nothing may limit a denial: only mild, just a rash. */
function saysOnlyHow(part: string): boolean {
  const words = part.match(/[a-z0-9]+|\p{Script=Han}+/gu) ?? [];
  return !part.includes('§') && namesNothing({ names: [], words });
}

/** Shapes that deny allergies and can't be read otherwise, and what states an allergy beside them. */
export const allergyRules: Rules = {
  isPlain: onlyOf([...inEnglish, ...inHan]),
  isNothing: wholeOf(wholes),
  isTest: onlyOf(tests),
  affirms(part, before, joint = '') {
    if (DENIAL.test(part.replace(CANNOT, '')) || /[:=-]$/u.test(part) || saysOnlyHow(part)) return false;
    if (before === undefined) return part.includes('§') && POSITIVE.test(part);
    if (BEGINS.test(part.replace(/^and\s/u, ''))) return true;
    // 没有青霉素过敏、磺胺过敏 may deny both: only another verdict than the word for allergy states the second.
    const verdict = /[、/]/u.test(joint) ? part.replace(SAME_VERDICT, '') : part;
    return !CONTINUES.test(part) && CLOSED.test(before) && POSITIVE.test(verdict) && !HISTORY.test(part);
  },
};
