import { inLines } from './in-lines.ts';

const angina = /\bangina\b|心绞痛/;
/** Angina that changed is unstable: at rest, more often, longer, or not relieved. */
const changed = inLines(String.raw`
  (?<!\b(?:goes|go|going|eases?|settles?|better|relieved|stops|away|disappears|fine|gone|nothing|none|not|no|never|without)(?: \w+){0,3} )(?:at rest|resting|(?:when|while) (?:\w+ ){0,3}(?:sit|sat|sitting|lying|asleep|doing nothing|watching))\b|\bin bed\b|\bw(?:ak(?:es|ing|ed|en)|oke) me\b|
  \b(?:spray|gtn|nitro\w*|tablets?|puffs?|nothing) (?:\w+ ){0,4}(?:not|no longer|stopped|barely|hardly|helps less|no effect|no good|useless)\b|\bnot (?:help|work|touch|shift|eas|reliev|settl|go(?:ing)? away)\w*|\bno relief\b|\bno longer (?:help|work|eas|reliev|touch)\w*|
  (?<!\b(?:no|not|never|nothing|isn t|without)(?: \w+){0,2} )\b(?:more (?:often|frequent\w*|and more|severe|intense|painful|easily|pain|attacks)|(?<!no )longer|worse\w*|chang(?:ed|es|ing)|different|stronger|unstable|new (?:pain|attack|symptom)s?|less (?:effort|walking|exertion))\b|
  \b(?:twice|(?:two|three|four|five|six|several|many|\d+) times) (?:a (?:day|night|week)|today|this|in|last)\b|\bsince (?:this morning|yesterday|last night|today|lunch|breakfast)\b|\b(?:today|this morning|tonight|last night|now) (?:it|the pain|pain|i)\b|\b(?:it|pain) (?:\w+ ){0,4}(?:today|this morning|tonight|last night)\b|
  \b(?:sweat\w*|breathless|short of breath|faint\w*|vomit\w*|crushing)\b|\b(?:[2-9]\d|fifteen|twenty|thirty|forty) min\w*|\bhalf an hour\b|\b(?:an|one|two|\d) hours?\b|
  (?:休息|静息|不动|不活动|躺着?|坐着?|睡着?觉?|半夜|夜里|安静)(?:时|的时候|着)?(?:也|都|就|还|又)?(?:会|能|在)?(?:疼|痛|发作|犯|闷|来)|(?:硝酸甘油|硝甘|喷雾|喷剂|救心丸|含|喷|药)[^，。]{0,8}(?:没用|没有用|不管用|无效|不见效|没效|不起作用|不缓解|没缓解|压不住|不好使)|
  频繁|次数?(?:变|更|越来越)?多|变多|增多|加重|越来越|更(?:重|疼|痛|厉害|频|久|长)|不一样|不同|[痛疼憋]醒|今天[^，。]{0,10}(?:次|疼|痛|发作|犯)|(?:今早|今天|昨晚|昨天|昨夜|这两天|这几天|最近)(?:开始|起|[^，。]{0,4}(?:疼|痛|犯|发作))|大汗|冷汗|压着|压榨|剧烈|(?:轻轻|稍微|稍稍|略)[一动走]|动一下|走几步|(?:[2-9][0-9]|二十|三十|四十|十几)(?:多)?分钟|半(?:个)?(?:小时|钟头)|[一两二三]个?(?:多)?(?:小时|钟头)`);
/** Says that it is the known one. */
const known = inLines(
  String.raw`
  \bstable (?=angina)|(?<=\bangina (?:\w+ ){0,2})stable\b|\bfor (?:many |several |over |about |\d+ |two |three |five |ten |twenty |a few )*(?:years|months)\b|\b(?:the )?same as (?:usual|always|before|ever)\b|\bas (?:usual|always|ever|before)\b|\bthe usual\b|
  稳定(?:型|性)?的?(?=心绞痛)|(?:很|好|这么)?多年了?|(?:[几两三四五六七八九十]|[0-9]+)(?:十|几|多)?年了?|老毛病|老样子|(?:和|跟)(?:平时|以前|往常)一样`,
  'g',
);

/** Blanks out how long and how stable an angina was, when it has changed. */
export function withChangedAngina(text: string): string {
  if (!angina.test(text) || !changed.test(text)) return text;
  return text.replace(known, (words) => ' '.repeat(words.length));
}
