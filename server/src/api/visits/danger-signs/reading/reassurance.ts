import { inLines } from './in-lines.ts';

/** Who says so, in English and in Chinese. */
const sayers = String.raw`(?:gp|doctors?|dr|hospital|a and e|er|nurse|midwife|paramedics?|pharmacist|chemist|specialist|consultant|cardiologist|surgery|surgeon|dentist|optician|ambulance(?: crew)?|crew|therapist|physio\w*|health visitor|receptionist|doula|carer|111|husband|wife|partner|mum|mom|mother|dad|father|gran\w*|nan|uncle|aunt\w*|friends?|flatmate|housemate|sister|brother|son|daughter|boyfriend|girlfriend|mates?|neighbou?r|colleagues?|boss|teacher|everyone|everybody|they)`;
const sayersZh = String.raw`(?:医生|大夫|医院(?:的人)?|急诊|急救(?:人员|员)?|120|护士|专家|主任|药师|药店(?:的人)?|校医|村医|牙医|月嫂|保姆|老公|老婆|爱人|老伴|我?妈妈?|我?爸爸?|婆婆|公公|岳母|奶奶|爷爷|姥姥|外婆|外公|老人家?|姐姐?|哥哥?|儿子|女儿|家人|家里人|朋友|同事|邻居|别人|人家|大家|同学|老师|室友|男朋友|女朋友|男友|女友|对象|他们)`;

/**
 * Another person's word that all is well, which names neither a test nor a cause: "the doctor said it is fine", 医生说没事. What a patient says of
 * themselves is none.
 */
const reassurance = inLines(
  String.raw`
  \b(?:the |my |our |his |her |a |local )*${sayers}
  (?: (?:has|have|had|just|already|both|all|also|only|on the phone|over the phone|at work|at home))* (?:said|says|say|tells? me|told me|told us|thinks?|reckons?|insists?|swears?|assured me|promised|keeps? saying|keeps? telling me)
  (?: (?:that|it|this|i|he|she|we|you|am|is|are|was|all|just|probably|perfectly|absolutely|totally|completely|quite|there|will be|everything))*
  (?: good to go(?: home)?| no (?:worries|big deal|problem|cause for concern)| all clear| fine| ok| okay| all right| alright| well| good| normal| harmless| nothing(?: (?:serious|bad|wrong|urgent|to worry(?: about)?|to be worried about))?| (?:not|no need|i do not need|you do not need)(?: to)? (?:worry|serious|urgent|an emergency)(?: about(?: it)?)?)(?: with (?:me|him|her|us))?\b(?! (?:to|that|if|for|pressure|sugar|reflux|anxiety))|
  \b(?:was|were|been|got) told by (?:the |my |our |his |her |a |local )*${sayers}(?: (?:that|it|this|i|he|she|am|is|are|was|all|just|probably|perfectly|quite|there|will be|everything|not to worry|nothing|fine|ok|okay|normal|good))+\b(?! (?:to|that|if|for|pressure|sugar|reflux|anxiety))|
  \b(?:the |my |our |his |her |a |local )*${sayers} (?:(?:s|is|are|was|were|seems?|did|does) )?not (?:seem )?(?:too |very |overly |at all )?(?:worried|concerned|bothered|alarmed)(?: about (?:it|this|me|him|her))?\b|
  (?:社区|村里?|门诊|急诊|县里|镇上)?的?${sayersZh}
  (?:都|也|就|只|刚才?|一直|总是?|老|还|今天|刚刚)*(?:跟我|和我|对我)?(?:来?(?:看|检查)[过了完]?之?后?(?:说|讲)?|说|讲|觉得|认为|告诉我|安慰我说?)(?:是|我|他|她|这个?|都|应该|肯定|可能|就|一切|很|挺|目前|暂时|也|还)*
  (?:没事|没有事|没有?(?:问题|关系|大碍|大事)|没有?(?:什么|啥)(?:大?事|大碍|大?问题)?|不要紧(?!张)|不(?:要|用|必)紧张|别紧张|不严重|不碍事|正常(?:的|现象)?|问题不大|小问题|小毛病|小事|不是(?:什么)?大(?:事|问题)|不用(?:管|治|担心|怕)|别担心|放心)(?:的|了|啦|吧|儿)?(?=$|[，。；！？.;!?\s]|让|叫|可|但|不过)`,
  'g',
);

/**
 * A test, an earlier time or an end, to which such a word may refer. Words of every day (since, had, 昨, 一直) are none: an emergency that goes on
 * has them too.
 */
const grounds = inLines(String.raw`
  \b(?:ecg|ekg|scan\w*|mri|ct|x ?rays?|bloods|blood tests?|tests?|tested|ultrasound|echo|results?|endoscopy|colonoscopy|checked|examined|last (?:week|month|year|summer|winter|spring|autumn)|(?:weeks?|months?|years?) ago|
  gone (?:away|now|since)|(?:it|pain) (?:has |is )?(?:now )?gone|went away|stopped(?! (?:breath|mov|talk|speak|respond|kick|feed|eat|drink|pee|wee)\w*))\b|
  查|检|拍片|照片|镜|b超|彩超|片子|心电图|\bct\b|核磁|化验|结果|报告|指标|数值|诊断|确诊|上次|上回|上周|上个|上月|去年|年前|曾|多年|[年月]了|老毛病|好了|没再|早就`);

/** Often harmless: a little bleeding early in pregnancy with a heartbeat, less breath late in it. */
const mildForm = inLines(String.raw`
  ^(?!.*\b(?:1[3-9]|[2-4]\d) weeks\b).*\b(?:light|slight|a bit of|a little) spotting\b(?=.*\bheartbeat\b)|
  ^(?!.*孕(?:中期|晚期|后期|(?:1[3-9]|[2-4]\d)周)).*(?:有点|少量|一点点?|轻微)(?:出血|见红|褐色)(?=.*胎[心芽])|
  孕(?:晚期|后期|[0-9]+周)(?:有点|稍微?|轻微)(?:气短|喘)`);

/** Goes on, is new, grows or hurts. */
const notMild = inLines(String.raw`
  \b(?:since|now|still|start\w*|keeps?|sudden\w*|worse|today|yesterday|this morning|pains?|cramp\w*|hurts?|dizz\w*|faint\w*|heavy|chest)\b|
  开始|现在|还在|仍|越来越|突然|不停|不止|不住|昨|今|疼|痛|晕|胸|心慌|腿|大出血|咳`);

const sentenceEnd = /[.!?;\n。！？；]/g;

/**
 * Blanks out reassurances that rest on nothing, so that they silence no sign beside them. One with a test or an earlier time in its sentence
 * or the one before stays, and is weighed like other calm words.
 */
export function withoutReassurance(text: string): string {
  return text.replace(reassurance, (words, at: number) => {
    const ends = Array.from(text.slice(0, at).matchAll(sentenceEnd), ({ index }) => index + 1);
    const from = ends.at(-2) ?? 0;
    const behind = text.slice(at + words.length);
    const to = behind.search(/[.!?;\n。！？；]/);
    const around = `${text.slice(from, at)} ${to < 0 ? behind : behind.slice(0, to)}`;
    const holds = grounds.test(around) || (mildForm.test(around) && !notMild.test(around));
    return holds ? words : ' '.repeat(words.length);
  });
}
