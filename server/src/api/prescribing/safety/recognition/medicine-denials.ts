import type { Rules } from './beside-denials.ts';
import { minus } from './marks.ts';
import { english, hanKind, hanListOf, hanWho, listOf, onlyOf, wholeOf } from './plain-shapes.ts';

const { who, tail } = english;
const kinds = String.raw`anything|medicines?|medications?|meds|drugs?|tablets?|pills?|anticoagulants?|blood\sthinners?|antibiotics?|steroids?|supplements?|vitamins?|herbals?|herbs|painkillers?|nitrates?|statins?|diuretics?|beta[-\s]?blockers?|antidepressants?|contraceptives?|nsaids?|opioids?|inhalers?`;
const adjectives = String.raw`(?:(?:the|any|my|other|regular|daily|usual|prescribed|prescription|current|herbal|otc|over[-\s]the[-\s]counter|long[-\s]?term|every[-\s]?day|routine|chronic|maintenance|ongoing|permanent|scheduled|repeat|prn|as[-\s]needed|occasional)\s)*`;
const item = String.raw`(?:(?:(?:any|current)\s)*§|${adjectives}(?:${kinds}))(?:\s(?:tablets?|capsules?|spray|pills?|therapy))?`;
const generic = String.raw`${adjectives}(?:${kinds})`;
/** "Not taking warfarin and aspirin" may state the second. */
const list = listOf(item, ['or', 'nor']);
/** "Not taking tablets daily" may tell of doses that are missed, so these follow "any" and "no" only. */
const regularly = String.raw`(?:daily|every\s?day|each\sday|regularly|routinely|long[-\s]?term|day\sto\sday|on\sa\s(?:daily|regular|routine)\sbasis)`;
const never = '(?:not|never|isnt|arent|dont|desnt|denies|denied)';
const verb = String.raw`(?:(?:currently|presently|now|ever|been)\s)*(?:taking|takes?|taken|on|using|uses?|used)`;

const inEnglish = [
  String.raw`${who}${never}\s${verb}\s${list}${tail}`,
  String.raw`${who}${never}\s${verb}\s(?:anything|any\s${generic})\s${regularly}${tail}`,
  String.raw`${who}(?:no|without)\s${generic}\s(?:(?:that\s)?(?:i|he|she)\stakes?\s)?${regularly}${tail}`,
  String.raw`${who}never\shad\s${list}${tail}`,
  String.raw`${who}(?:no|without)\s${list}(?:\suse)?${tail}`,
  String.raw`${who}(?:denies|denied)\s${list}(?:\suse)?${tail}`,
  String.raw`${who}(?:denies|denied|no)\s(?:the\s)?use\sof\s${list}${tail}`,
  String.raw`${item}\s?${minus}`,
];

const hanKinds =
  '(?:(?:其他|其它|别的|任何|什么|特殊){0,3}(?:药物|药品|中药西药|中西药|西药|中药|中成药|药|抗凝药|抗血小板药|降压药|降糖药|降脂药|安眠药|止痛药|感冒药|激素|抗生素|保健品|避孕药|东西)|其他|其它|别的)';
const hanItem = `(?:§${hanKind}|${hanKinds})`;
/** 没在吃药、华法林 may state the second: a name comes first, or there is none. */
const hanNames = hanListOf(`§${hanKind}`);
const hanGeneric = `${hanKinds}(?:(?:和|及|与|或者?)${hanKinds})*`;
const hanList = `(?:${hanNames}(?:[、和及与或]${hanGeneric})?|${hanGeneric})`;
/** 没规律吃药 and 没有每天吃药 may tell of missed doses. */
const hanLasting = '(?:长期|常年|常规|固定|平时|平常|日常|慢性?病)';
const hanOften = `(?:${hanLasting}|规律|每[天日]|天天|经常|常|定期|按需|必要时|需要时|临时|偶尔)`;
const hanNever = '(?:从来没有?|没有?|未|从不|从未|从来不|不|否认)';
const hanVerb = '(?:服用|口服|服|吃|使用|应用|用|打|注射)';

const inHan = [
  `${hanWho}${hanNever}(?:在|正在|曾经?|有)?${hanVerb}过?(?:任何|其他|其它)?${hanList}`,
  `${hanWho}(?:(?:平常|日常|一般|通常)\s?)?${hanNever}(?:在|正在|需要?)?(?:${hanLasting})*${hanVerb}(?:任何|什么)?${hanKinds}史?`,
  `${hanWho}(?:不需要?|不用|无需)${hanOften}${hanVerb}${hanKinds}`,
  `${hanWho}(?:无|没有)(?:任何|什么)?(?:常用|${hanLasting})的?(?:药物?|药品)`,
  `${hanWho}${hanList}(?:都|均|也)?(?:从来不|从不|不[吃用服]|(?:没有?|未|从未|从来没有?)(?:在${hanVerb}|${hanVerb}过))(?:${hanVerb})?`,
  `${hanWho}(?:无|否认|没有)(?:${hanLasting}|特殊|其他)*(?:${hanList})?(?:用药史|服药史|使用史|服用史|用药|服药)`,
  // 无华法林 may mean that there is none left.
  `${hanWho}无${hanGeneric}`,
  `${hanWho}没有(?:其他|其它|别的|任何)(?:药物|药品|药)`,
  String.raw`${hanItem}\s?${minus}`,
];

const nothing = String.raw`(?:no|nil|none|nothing|nope|n/?a)`;
const heading = String.raw`${adjectives}(?:medicines?|medications?|meds|drugs?)`;
const hanHeading = '(?:当前|目前|现在|长期|平时)?(?:用药|服药|药物)(?:史|情况)?';
/** These deny everything, so nothing else may stand beside them. */
const wholes = [
  String.raw`(?:${heading}\s?[:=-]\s?)?${who}${nothing}(?:\s(?:known|regular|current|prescribed|${regularly}))*${tail}`,
  String.raw`${who}(?:taking|takes?|on|uses?|using)\s(?:nothing|none|no\s${generic})(?:\s${regularly})?${tail}`,
  String.raw`(?:nil|none)(?:\sregular)?\s(?:medicines?|medications?|meds|drugs?|tablets?)${tail}`,
  String.raw`(?:${hanHeading}\s?[:-]\s?)?${hanWho}暂?时?(?:无|没有?|否认?)(?:特殊)?`,
  `${hanWho}暂?(?:无|没有?|未|不|从不|从未|否认)(?:任何|长期|其他|特殊)*(?:在|正在)?(?:服用|口服|服|吃|使用|用)过?(?:任何|什么|其他)?(?:的)?(?:药物?|药品)?(?:史)?`,
  `${hanWho}(?:无|没有?|否认)(?:任何|什么|正在|需要?|${hanOften})*(?:服用|口服|服|吃|使用|用)的(?:药物?|药品)`,
  `${hanWho}什么(?:药|药物|东西)?(?:都|也)(?:没有?|不|未)(?:在)?(?:吃|服|服用|用)过?`,
];

const DENIAL =
  /\b(?:no|not|never|nor|neither|none|nil|without|den(?:y|ies|ied)|isnt|arent|dont|desnt|didnt|havent|hasnt|if|when\snot|nothing)\b|[不没无未非否]|\([-‐–—−]\)|阴性|如果/u;
const DOSE =
  /\d\s*(?:mg|mcg|ug|g|iu|units?|毫克|微克|片|粒|单位)|[一两二三半]\s*[片粒]|备用|备着|[吃用服][着的]?$|在[吃用服]|(?:has|yes|only|instead|\(\s?[+]\s?\))$/u;
const BEGINS =
  /^(?:taking|takes?|on|uses?|using|just|only|started|switched|instead|but|(?:i|he|she)\s(?:takes?|uses?|am|is)|im\s(?:on|taking)|[吃服用含打贴](?!药)|在|正在|口服|外用|[就只仅改换有]|偶尔|间断|有时|目前|现在|平时|长期|每[天日晚早]|昨|今|睡前|按时|规律)/u;
/** No other medicines, 没吃药: a name after this is stated. */
const NOTHING_NAMED = /^[^§]+$/u;
const endsOpen = new RegExp(`(?:${generic}|${hanKinds}|用药史|服药史|用药|服药)$`, 'u');

/** Shapes that deny medicines and can't be read otherwise, and what states one beside them. */
export const medicineRules: Rules = {
  isPlain: onlyOf([...inEnglish, ...inHan]),
  isNothing: wholeOf(wholes),
  affirms(part, before) {
    if (DENIAL.test(part) || !part.includes('§') || /[:=-]$/u.test(part)) return false;
    if (before === undefined) return true;
    return BEGINS.test(part) || DOSE.test(part) || (NOTHING_NAMED.test(before) && endsOpen.test(before));
  },
};

const REGULAR =
  /\b(?:regular(?:ly)?|daily|every[-\s]?day|each\sday|day\sto\sday|usual(?:ly)?|routine(?:ly)?|long[-\s]?term|chronic|maintenance|ongoing|permanent|scheduled|repeat|prescri(?:bed|ption))\b|长期|常年|常规|固定|规律|每[天日]|天天|经常|平时|平常|日常|一般|通常|定期|慢性?病|常用|处方药/iu;
const AS_NEEDED =
  /\b(?:prn|(?:as|when|if)[-\s](?:needed|required)|occasional(?:ly)?|sometimes|now\sand\sthen)\b|按需|必要时|需要时|临时|偶尔/iu;

/** Returns the denials of a statement that leave others open: "no regular medicines" says nothing of those taken as needed. */
export function partialDenials(denials: readonly string[]): string[] {
  const all = denials.join(', ');
  if (REGULAR.test(all) && AS_NEEDED.test(all)) return [];
  return denials.filter((text) => REGULAR.test(text) || AS_NEEDED.test(text)).map((text) => text.trim());
}
