import type { LocalizedText } from '../../core/locale.ts';

/** Where to turn: an ambulance, or people who listen and help at once (with the ambulance for immediate danger). */
export type RedFlagHelp = 'emergency' | 'crisis';

export interface RedFlagRule {
  readonly id: RedFlagId;
  /** What was noticed, as the person and the doctor read it. */
  readonly name: LocalizedText;
  readonly help: RedFlagHelp;
  /** Words that count unless they are plainly denied. Matched on folded text (see `foldComplaint`). */
  readonly words: readonly RegExp[];
  /** Words that count whatever stands around them: a denial of them is no relief. */
  readonly firm?: readonly RegExp[];
  /** Only when this stands in the text too, or the patient is in the first year of life. */
  readonly ofInfant?: true;
}

export const redFlagIds = [
  'chest-pain',
  'stroke',
  'breathing',
  'anaphylaxis',
  'heavy-bleeding',
  'vomiting-blood',
  'pregnancy-bleeding',
  'infant-fever',
  'unconscious',
  'seizure',
  'meningitis',
  'worst-headache',
  'head-injury',
  'poisoning',
  'suicidal',
  'cauda-equina',
  'testicular-pain',
  'sudden-blindness',
  'severe-burn',
  'choking',
] as const;
export type RedFlagId = (typeof redFlagIds)[number];

const pain = '(?:pain|pains|ache|tightness|pressure|heaviness|squeezing|crushing|discomfort|hurts?|hurting)';

/**
 * Symptoms that do not wait for a video visit. Curated from published guidance by signs (`red-flag-sources.ts`); no row was reviewed by a
 * clinician of this project yet (`reviewed: false` there says so). It finds words, it judges nobody: that it finds none means nothing.
 */
export const redFlagRules: readonly RedFlagRule[] = [
  {
    id: 'chest-pain',
    name: { en: 'Chest pain', zh: '胸痛' },
    help: 'emergency',
    words: [
      new RegExp(`\\bchest\\W+(?:\\w+\\W+){0,2}${pain}\\b`),
      new RegExp(`\\b${pain}\\W+(?:\\w+\\W+){0,3}chest\\b`),
      /\bheart attack\b/,
      /胸(?:口|部|前|骨)?(?:后)?(?:剧烈|阵发性|压榨性|很|好|特别|一直|有点|突然)*(?:疼痛|痛|疼|闷|压榨感|压迫感)/,
      /心(?:口|前区|绞)(?:剧烈|很|好|一直|突然)*(?:疼|痛)|心梗|心肌梗/,
    ],
  },
  {
    id: 'stroke',
    name: { en: 'Signs of a stroke', zh: '疑似中风' },
    help: 'emergency',
    words: [
      /\b(?:face|mouth|smile)\W+(?:\w+\W+){0,3}(?:droop\w*|dropped|fallen|crooked|lopsided|numb)\b/,
      /\bdroop\w*\W+(?:\w+\W+){0,2}(?:face|mouth)\b/,
      /\b(?:sudden\w*\W+)?(?:weak\w*|numb\w*|paralys\w*|paralyz\w*)\W+(?:\w+\W+){0,4}(?:one|left|right) (?:side|arm|leg|half)\b/,
      /\b(?:one|left|right) (?:side|arm|leg|half)\W+(?:\w+\W+){0,4}(?:weak|numb|paralys\w*|paralyz\w*)\b/,
      /\b(?:slurr\w*|garbled)\W+(?:\w+\W+){0,2}(?:speech|words)\b|\b(?:speech|words)\W+(?:\w+\W+){0,2}slurr\w*\b|\bslurring\b/,
      /\b(?:suddenly\W+(?:can't|cannot|unable to)|(?:can't|cannot|unable to) suddenly) speak\b|\bstroke\b(?! of luck)/,
      /口角?歪斜?|嘴(?:角)?歪|面瘫|脸(?:部)?(?:突然)?(?:歪|下垂)|口眼歪斜/,
      /(?:一侧|单侧|半边|半身|左侧|右侧|左边|右边|左手|右手|左腿|右腿|手脚)(?:身体|肢体|手脚|胳膊|手臂|腿)?(?:突然)?(?:无力|麻木|发麻|瘫|不能动|动不了)/,
      /(?:突然)?(?:说话|言语|讲话|口齿)(?:突然)?(?:不清|含糊|困难|不利索)|突然说不出话|中风|脑卒中|脑梗|脑出血/,
    ],
  },
  {
    id: 'breathing',
    name: { en: 'Severe trouble breathing', zh: '严重呼吸困难' },
    help: 'emergency',
    words: [
      /\b(?:can't|cannot|can not|unable to|struggl\w+ to|hard to|difficult\w* to|barely)\W+(?:\w+\W+){0,2}breathe?\b/,
      /\b(?:severe\w*|extreme\w*|sudden\w*|very|much|really|so|badly)\W+(?:\w+\W+){0,2}(?:breathless\w*|short(?:ness)? of breath|out of breath)\b/,
      /\b(?:trouble|difficult\w*|problems?)\W+(?:with\W+)?(?:my\W+)?breathing\b|\bshort(?:ness)? of breath\b|\bgasping\b|\bbreathless at rest\b/,
      /\b(?:blue|grey|gray)\W+(?:\w+\W+){0,1}lips\b|\blips\W+(?:\w+\W+){0,3}(?:blue|grey|gray)\b/,
      /呼吸(?:很|非常|极度|严重|越来越)?(?:困难|费力|急促)|喘不(?:上|过|来)气?|上不来气|透不过气|无法呼吸|不能呼吸|气促|嘴唇发(?:紫|青)|口唇发绀/,
    ],
  },
  {
    id: 'anaphylaxis',
    name: { en: 'Severe allergic reaction', zh: '严重过敏反应' },
    help: 'emergency',
    words: [
      /\banaphyla\w+\b|\bsevere allergic reaction\b/,
      /\b(?:throat|tongue)\W+(?:\w+\W+){0,3}(?:swell\w*|swollen|closing|tight\w*)\b|\b(?:swell\w*|swollen)\W+(?:\w+\W+){0,3}(?:throat|tongue)\b/,
      /过敏性休克|严重过敏|(?:喉咙|喉头|舌头|舌)(?:突然)?(?:水肿|肿胀|肿|发紧)/,
    ],
  },
  {
    id: 'heavy-bleeding',
    name: { en: 'Heavy bleeding', zh: '大出血' },
    help: 'emergency',
    words: [
      /\b(?:heavy|heavily|severe\w*|massive\w*|profuse\w*|uncontroll\w+|spurting|a lot of)\W+(?:\w+\W+){0,2}bleed\w*\b/,
      /\bbleed\w*\W+(?:\w+\W+){0,4}(?:heav\w+|badly|a lot|profusely|severely|won't stop|will not stop|doesn't stop|does not stop|not stopping|non-?stop)\b/,
      /\b(?:can't|cannot|unable to)\W+stop\W+(?:the\W+)?bleeding\b|\bblood\W+(?:\w+\W+){0,2}(?:spurting|pouring|gushing)\b/,
      /大出血|大量出血|血流不止|出血不止|流血不止|止不住血|血止不住|喷血/,
    ],
  },
  {
    id: 'vomiting-blood',
    name: { en: 'Vomiting or coughing blood, black stools', zh: '呕血、咯血或黑便' },
    help: 'emergency',
    words: [
      /\b(?:vomit\w*|throw\w* up|threw up|cough\w*|spit\w*)\W+(?:\w+\W+){0,2}blood\b|\bblood\W+(?:\w+\W+){0,2}(?:vomit|sick)\b/,
      /\b(?:black|tarry)\W+(?:\w+\W+){0,2}(?:stools?|poo|poop|faeces|feces)\b/,
      /呕血|吐血|咯血|咳血|黑便|柏油(?:样)?便|大便(?:发|是|变)?黑/,
    ],
  },
  {
    id: 'pregnancy-bleeding',
    name: { en: 'Bleeding or severe pain in pregnancy', zh: '孕期出血或剧烈腹痛' },
    help: 'emergency',
    words: [
      /\bpregnan\w*\b[^.!?]{0,80}\b(?:bleed\w*|blood|spotting|severe (?:pain|stomach|abdominal|tummy)\w*)\b/,
      /\b(?:bleed\w*|blood|spotting)\b[^.!?]{0,80}\bpregnan\w*\b/,
      /(?:怀孕|孕妇|孕期|孕早期|孕晚期|妊娠|孕\d+周|怀了)[^。！？]{0,40}(?:出血|流血|见红|剧烈腹痛|肚子很痛)/,
      /(?:出血|流血|见红)[^。！？]{0,40}(?:怀孕|孕妇|孕期|妊娠)/,
    ],
  },
  {
    id: 'infant-fever',
    name: { en: 'Fever in a young baby', zh: '小婴儿发热' },
    help: 'emergency',
    words: [
      /\b(?:fever\w*|high temperature|temperature of (?:3[89]|4[0-2]))\b|\b(?:3[89]|4[0-2])(?:\.\d)?\s*(?:°|degrees|c\b)/,
      /发烧|发热|高烧|高热|(?:3[89]|4[0-2])(?:\.\d)?\s*(?:度|℃)/,
    ],
    ofInfant: true,
  },
  {
    id: 'unconscious',
    name: { en: 'Unconscious or hard to wake', zh: '昏迷或叫不醒' },
    help: 'emergency',
    words: [
      /\bunconscious\w*\b|\bunresponsive\b|\b(?:won't|will not|can't|cannot|not|hard to)\W+(?:\w+\W+){0,2}wak(?:e|ing)(?: up)?\b|\b(?:pass(?:ed|ing)|black(?:ed|ing)) out\b|\bcollapsed\b/,
      /昏迷|叫不醒|不省人事|失去意识|意识不清|神志不清|晕倒|昏倒|昏厥/,
    ],
  },
  {
    id: 'seizure',
    name: { en: 'Seizure', zh: '抽搐' },
    help: 'emergency',
    words: [/\b(?:seizure|convulsion|convulsing|fitting)s?\b|\bhaving a fit\b/, /抽搐|惊厥|癫痫发作|抽风/],
  },
  {
    id: 'meningitis',
    name: { en: 'Signs of meningitis or sepsis', zh: '疑似脑膜炎或败血症' },
    help: 'emergency',
    words: [
      /\bstiff\W+(?:\w+\W+){0,1}neck\b[^.!?]{0,60}\b(?:fever|headache)\b|\b(?:fever|headache)\b[^.!?]{0,60}\bstiff\W+(?:\w+\W+){0,1}neck\b/,
      /\brash\W+(?:\w+\W+){0,6}(?:doesn't|does not|not|won't)\W+(?:fade|blanch|disappear)\w*\b|\bnon-?blanching\b|\bsepsis\b|\bmeningitis\b/,
      /(?:发烧|发热|头痛)[^。！？]{0,30}(?:脖子|颈部?|颈项)(?:发硬|僵硬|强直)|(?:脖子|颈部?|颈项)(?:发硬|僵硬|强直)[^。！？]{0,30}(?:发烧|发热|头痛)|压之不褪色|败血症|脑膜炎/,
    ],
  },
  {
    id: 'worst-headache',
    name: { en: 'Sudden, worst headache', zh: '突发剧烈头痛' },
    help: 'emergency',
    words: [
      /\bworst headache\b|\bthunderclap\b|\bsudden\w*\W+(?:\w+\W+){0,2}(?:severe|terrible|excruciating|agonising|agonizing)\W+(?:\w+\W+){0,1}headache\b/,
      /\bheadache\b[^.!?]{0,30}\b(?:worst (?:of|in|ever)|like never before)\b/,
      /突然(?:出现)?(?:的)?(?:剧烈|炸裂(?:样|般)?|难以忍受的?)头(?:痛|疼)|(?:从未|从来没有|没有过)(?:这么|这样)(?:剧烈|厉害)?的?头(?:痛|疼)|霹雳样头痛|这辈子最(?:厉害|严重)的头痛/,
    ],
  },
  {
    id: 'head-injury',
    name: { en: 'Serious injury', zh: '严重外伤' },
    help: 'emergency',
    words: [
      /\b(?:serious|severe|bad|major)\W+(?:head\W+)?(?:injury|accident)\b|\bhead injury\b|\b(?:hit|banged|knocked)\W+(?:\w+\W+){0,3}head\b[^.!?]{0,60}\b(?:vomit\w*|confus\w*|drows\w*|sleepy|sick)\b|\bcar (?:crash|accident)\b/,
      /头部(?:严重)?(?:外伤|受伤|撞伤)|(?:撞|摔)(?:到|着|了)?头[^。！？]{0,30}(?:呕吐|嗜睡|意识|糊涂)|严重(?:外伤|车祸)|车祸/,
    ],
  },
  {
    id: 'poisoning',
    name: { en: 'Poisoning or overdose', zh: '中毒或服药过量' },
    help: 'emergency',
    words: [
      /\boverdos\w*\b|\bpoison(?:ed|ing)\b|\bswallow\w*\W+(?:\w+\W+){0,3}(?:bleach|poison|battery|detergent|pesticide|pills)\b|\btook (?:too many|a whole (?:box|bottle|pack))\b/,
      /(?:煤气|一氧化碳|农药|食物|药物|酒精)中毒|误(?:食|服)|服药过量|吃了(?:一整|很多|大量|过量)[^。！？]{0,6}药|喝(?:了)?农药|吞(?:了|下)?(?:电池|异物)/,
    ],
  },
  {
    id: 'suicidal',
    name: { en: 'Thoughts of ending one’s life or of self-harm', zh: '轻生或自伤的念头' },
    help: 'crisis',
    words: [/\bsuicid\w*\b|\bself-?harm\w*\b/, /自杀|轻生|自残|自伤/],
    firm: [
      /\b(?:kill|hurt|harm|cut|hang)(?:ing)? my ?self\b|\b(?:end|ending|take|taking) my (?:own )?life\b|\bend it all\b|\bbetter off dead\b/,
      /\b(?:want|wish|wanna|wanted|wishing|going|ready|plan|planning) (?:to|i was|i were|to be) (?:die|dead)\b|\b(?:don't|do not|no longer) want to (?:live|be alive|be here|wake up|go on)\b|\b(?:no reason|nothing) (?:left )?to live\b/,
      /想死|不想活|活不下去|不如死|了结(?:自己|生命)|结束(?:自己的)?生命|活着没(?:有)?意(?:思|义)|伤害自己|割腕|跳楼/,
    ],
  },
  {
    id: 'cauda-equina',
    name: { en: 'Back pain with numbness or loss of control', zh: '腰痛伴会阴麻木或大小便失控' },
    help: 'emergency',
    words: [
      /\bnumb\w*\W+(?:\w+\W+){0,5}(?:groin|genitals?|saddle|between my legs|buttocks)\b|\bsaddle (?:numbness|anaesthesia|anesthesia)\b|\b(?:lost|loss of|losing)\W+(?:\w+\W+){0,1}(?:control\W+(?:\w+\W+){0,3})?(?:bladder|bowels?)\b/,
      /(?:会阴|肛周|鞍区|大腿内侧)(?:部)?(?:麻木|发麻)|大小便失禁|马尾综合征/,
    ],
  },
  {
    id: 'testicular-pain',
    name: { en: 'Sudden pain in a testicle', zh: '睾丸突发疼痛' },
    help: 'emergency',
    words: [
      /\btestic\w*\W+(?:\w+\W+){0,3}(?:pain\w*|hurt\w*|ache)\b|\bpain\w*\W+(?:\w+\W+){0,4}testic\w*\b|\btesticular torsion\b/,
      /睾丸(?:突然|剧烈|很)*(?:疼痛|痛|疼|扭转)|蛋蛋(?:突然|很)*(?:痛|疼)/,
    ],
  },
  {
    id: 'sudden-blindness',
    name: { en: 'Sudden loss of sight', zh: '突然失明' },
    help: 'emergency',
    words: [
      /\b(?:sudden\w*)\W+(?:\w+\W+){0,4}(?:blind|vision|sight)\b|\b(?:lost|loss of)\W+(?:\w+\W+){0,2}(?:vision|sight)\b|\b(?:can't|cannot) see\W+(?:\w+\W+){0,4}(?:eye|suddenly)\b/,
      /突然(?:看不见|失明|眼前发黑)|视力(?:突然|急剧)(?:下降|丧失)|眼睛突然看不/,
    ],
  },
  {
    id: 'severe-burn',
    name: { en: 'Severe burn', zh: '严重烧伤' },
    help: 'emergency',
    words: [
      /\b(?:severe\w*|serious\w*|bad(?:ly)?|large|third.degree|chemical|electrical)\W+(?:\w+\W+){0,1}burn(?:s|t|ed)?\b|\belectric shock\b|\belectrocuted\b/,
      /(?:严重|大面积|三度|化学|电)(?:烧伤|烫伤|灼伤)|触电|电击/,
    ],
  },
  {
    id: 'choking',
    name: { en: 'Choking', zh: '窒息' },
    help: 'emergency',
    words: [/\bchok(?:e|ed|ing)\b/, /窒息|噎(?:住|到)|卡住(?:喉咙|气管)|气管异物/],
  },
];
