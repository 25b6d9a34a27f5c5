import { inLines } from './in-lines.ts';

/**
 * Another person's word that all is well, which names neither a test nor a cause: "the doctor said it is fine", 医生说没事. What a patient says of
 * themselves is none.
 */
const reassurance = inLines(
  String.raw`
  \b(?:the |my |our |his |her |a |local )*(?:gp|doctors?|dr|hospital|a and e|er|nurse|midwife|paramedics?|pharmacist|chemist|specialist|consultant|cardiologist|surgery|111|husband|wife|partner|mum|mom|mother|dad|father|friends?|sister|brother|son|daughter|boyfriend|girlfriend|mates?|neighbou?r|colleagues?|boss|teacher|everyone|everybody|they)
  (?: (?:has|have|had|just|already|both|all|also|only|on the phone|over the phone|at work|at home))* (?:said|says|say|tells? me|told me|told us|thinks?|reckons?|insists?|swears?|assured me|promised|keeps? saying|keeps? telling me)
  (?: (?:that|it|this|i|he|she|we|you|am|is|are|was|all|just|probably|perfectly|absolutely|totally|completely|quite|there|will be|everything))*
  (?: fine| ok| okay| all right| alright| well| good| normal| harmless| nothing(?: (?:serious|bad|wrong|urgent|to worry about|to be worried about))?| (?:not|no need|i do not need|you do not need)(?: to)? (?:worry|serious|urgent|an emergency)(?: about(?: it)?)?)(?: with (?:me|him|her|us))?\b(?! (?:to|that|if|for|pressure|sugar|reflux|anxiety))|
  (?:社区|村里?|门诊|急诊|县里|镇上)?的?(?:医生|大夫|医院|急诊|护士|专家|主任|药师|药店|校医|老公|老婆|爱人|老伴|我?妈妈?|我?爸爸?|婆婆|公公|儿子|女儿|家人|家里人|朋友|同事|邻居|别人|人家|大家|同学|老师|室友|男朋友|女朋友|对象|他们)
  (?:都|也|就|只|刚才?|一直|总是?|老|还|今天|刚刚)*(?:跟我|和我|对我)?(?:说|讲|觉得|认为|告诉我|看了说|安慰我说?)(?:是|我|他|她|这个?|都|应该|肯定|可能|就)*
  (?:没事|没问题|没关系|没大碍|没(?:什么|啥)(?:大?事|大碍|大?问题)?|不要紧|不严重|不碍事|正常(?:的|现象)?|小问题|小毛病|不用(?:管|治|担心|怕|紧张)|别担心|放心)(?:的|了|啦|吧|儿)?(?=$|[，。；！？.;!?\s]|让|叫|可|但|不过)`,
  'g',
);

/** A test, a cause, an earlier time or an end, to which such a word may refer. */
const grounds = inLines(String.raw`
  \b(?:ecg|ekg|scan\w*|mri|ct|x ?rays?|bloods|blood tests?|tests?|tested|ultrasound|echo|results?|endoscopy|colonoscopy|check\w*|examin\w*|clear\w*|because|had|was(?! (?:fine|ok|okay|nothing|normal|well|good|harmless))|were|went|used to|yesterday|last|ago|before|earlier|since|after|gone|stopped|years?|months?|always|often|sometimes|every|usual\w*|mild\w*|bit|little|slight\w*)\b|
  查|检|拍片|照片|镜|b超|彩超|片子|心电图|\bct\b|核磁|化验|结果|报告|指标|数值|诊断|确诊|开过|看过|之前|以前|上次|上回|上周|上个|上月|昨|前天|前几|那天|那次|当时|去年|年前|曾|多年|[年月周]了|一直|老毛病|偶尔|有时|有点|一点|好了|没再|早就|术后|拆线|打完|后来`);

const sentenceEnd = /[.!?;\n。！？；]/g;

/**
 * Blanks out reassurances that rest on nothing, so that they silence no sign beside them. One with a test, a cause or an earlier time in its
 * sentence or the one before stays, and is weighed like other calm words.
 */
export function withoutReassurance(text: string): string {
  return text.replace(reassurance, (words, at: number) => {
    const ends = Array.from(text.slice(0, at).matchAll(sentenceEnd), ({ index }) => index + 1);
    const from = ends.at(-2) ?? 0;
    const behind = text.slice(at + words.length);
    const to = behind.search(/[.!?;\n。！？；]/);
    const around = `${text.slice(from, at)} ${to < 0 ? behind : behind.slice(0, to)}`;
    return grounds.test(around) ? words : ' '.repeat(words.length);
  });
}
