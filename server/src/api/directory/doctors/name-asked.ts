const HAN_TITLES = '医生|大夫|医师|教授|主任|专家|博士|老师';
const BEFORE_TITLE = new RegExp(
  `(?:^|\\s)(?:我?想?(?:预约|找|挂|看|约))?([\\p{Script=Han}]{1,3}?)(?:副?主任)?(?:${HAN_TITLES})`,
  'u',
);
const TITLES = /\b(?:dr|doctor|prof|professor|mr|mrs|ms|miss)\b\.?/giu;
/** Titles and tasks in a search, as opposed to the name. */
const BESIDES =
  /\b(?:\w+(?:ologist|iatrist|ician|trician|etrist)|skin|heart|eyes?|ears?|lungs?|kidneys?|bones?|kids?|child(?:ren)?|female|male|lady|woman|man|the|see|with|book|appointment|please|from|in|at|for|department|dept|clinic|today|tomorrow|again)\b/giu;

/**
 * Extracts the name from a search for a doctor: "dr. li skin" gives li, 姓张的女医生 gives 张. A plain name is unchanged. A search with only titles and
 * tasks is used whole, and finds no doctor.
 */
export function nameAsked(typed: string): string {
  const text = typed.normalize('NFKC').trim();
  const surname = /姓([\p{Script=Han}])/u.exec(text)?.[1];
  if (surname) return surname;
  const titled = BEFORE_TITLE.exec(text)?.[1];
  if (titled && !/^(?:上次|那个|这个|这位|哪个|哪位|同一|男|女|一个|好|的|老)/u.test(titled)) return titled;
  const plain = text.replace(TITLES, ' ').replace(BESIDES, ' ').replace(/\s+/gu, ' ').trim();
  return plain === '' ? text : plain;
}
