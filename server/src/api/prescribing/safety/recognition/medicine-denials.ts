import type { Rules } from './beside-denials.ts';
import { english, hanKind, hanListOf, hanWho, listOf, onlyOf } from './plain-shapes.ts';

const { who, tail } = english;
const kinds = String.raw`anything|medicines?|medications?|meds|drugs?|tablets?|pills?|anticoagulants?|blood\sthinners?|antibiotics?|steroids?|supplements?|herbals?|painkillers?`;
const adjectives = String.raw`(?:(?:the|any|my|other|regular|prescribed|prescription|current|new|herbal|otc|long-?term)\s)*`;
const item = String.raw`(?:§|${adjectives}(?:${kinds}))(?:\s(?:tablets?|capsules?|spray|pills?|therapy))?`;
const generic = String.raw`${adjectives}(?:${kinds})`;
/** "Not taking warfarin and aspirin" may state the second. */
const list = listOf(item, ['or', 'nor']);
const never = '(?:not|never|isnt|arent|dont|desnt|denies|denied)';
const verb = String.raw`(?:(?:currently|presently|now|ever|been)\s)*(?:taking|takes?|taken|on|using|uses?|used)`;

const inEnglish = [
  String.raw`${who}${never}\s${verb}\s${list}${tail}`,
  String.raw`${who}never\shad\s${list}${tail}`,
  String.raw`${who}(?:no|without)\s${list}(?:\suse)?${tail}`,
  String.raw`${who}(?:denies|denied)\s${list}(?:\suse)?`,
];

const hanKinds =
  '(?:(?:其他|其它|别的|任何|什么|特殊){0,3}(?:药物|药品|西药|中药|药|抗凝药|降压药|降糖药|激素|抗生素|保健品|避孕药|东西)|其他|其它|别的)';
const hanItem = `(?:§${hanKind}|${hanKinds})`;
const hanList = hanListOf(hanItem);
const hanNever = '(?:从来没有?|没有?|未|从不|从未|从来不|不|否认)';
const hanVerb = '(?:服用|口服|服|吃|使用|应用|用|打|注射)';

const inHan = [
  `${hanWho}${hanNever}(?:在|正在|曾经?|有)?${hanVerb}过?(?:任何|其他|其它)?${hanList}`,
  `${hanWho}${hanNever}(?:长期|规律)?${hanVerb}(?:任何)?${hanKinds}`,
  `${hanWho}${hanList}(?:都|均|也)?(?:从来不|从不|不[吃用服]|(?:没有?|未|从未|从来没有?)(?:在${hanVerb}|${hanVerb}过))(?:${hanVerb})?`,
  `${hanWho}(?:无|否认|没有)(?:长期|特殊|其他)?(?:${hanList})?(?:用药史|服药史|使用史|服用史|用药|服药)`,
];

const DENIAL =
  /\b(?:no|not|never|nor|neither|none|nil|without|den(?:y|ies|ied)|isnt|arent|dont|desnt|didnt|havent|hasnt|if|when\snot)\b|[不没无未非否]|如果/u;
const DOSE =
  /\d\s*(?:mg|mcg|ug|g|iu|units?|毫克|微克|片|粒|单位)|[一两二三半]\s*[片粒]|备用|备着|[吃用服][着的]?$|在[吃用服]|(?:has|yes|only|instead)$/u;
const BEGINS =
  /^(?:taking|takes?|on|uses?|using|just|only|started|switched|instead|but|(?:i|he|she)\s(?:takes?|uses?|am|is)|im\s(?:on|taking)|[吃服用含打贴](?!药)|在|正在|口服|外用|[就只仅改换有]|偶尔|间断|有时|目前|现在|平时|长期|每[天日晚早]|昨|今|睡前|按时|规律)/u;
/** No other medicines, 没吃药: a name after this is stated. */
const NOTHING_NAMED = /^[^§]+$/u;
const endsOpen = new RegExp(`(?:${generic}|${hanKinds}|用药史|服药史|用药|服药)$`, 'u');

/** Shapes that deny medicines and can't be read otherwise, and what states one beside them. */
export const medicineRules: Rules = {
  isPlain: onlyOf([...inEnglish, ...inHan]),
  affirms(part, before) {
    if (DENIAL.test(part) || !part.includes('§') || /[:=-]$/u.test(part)) return false;
    if (before === undefined) return true;
    return BEGINS.test(part) || DOSE.test(part) || (NOTHING_NAMED.test(before) && endsOpen.test(before));
  },
};
