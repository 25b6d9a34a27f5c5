import { inLines } from './in-lines.ts';

/** Expressions that negate, suppose or date the mentions beside them. English first, then Chinese. */

/** Looks like a negation but is none. */
export const pseudoNegation = inLines(
  String.raw`
  \b(?:not sure|not certain|(?:can|could|do|does|did) not (?:remember|recall|tell) (?:if|whether|how (?:many|much))|(?:do|does|did) not know|no idea|not only|not just|no longer|not (?:getting |any |get |go |going |
  gone )?(?:better|improv\w*|away)|(?:does|do|will|is|did|has) not (?:go(?:ing|ne)? away|stop\w*|help\w*|ease\w*|shift|settle|
  budge|want to (?:go|see|call)|improve)|nothing (?:helps|works|helped)|no (?:relief|better|help|money|energy|sleep|one|reason|
  warning|doubt|matter|improvement|good|luck|appetite|choice|way|joke|change)|without (?:warning|reason|any reason|help)|
  not able|not (?:slept|eaten|been able|stopped|like (?:him|her|me|them)|normal|right|well|good|the same)|(?:do|does|did|would|
  will|could|can) not (?:think it can wait|want to (?:bother|make a fuss|worry)|like)|can not (?:sleep|cope|help)|nobody says|
  not long|no time)\b|不知道?(?:怎么|为什么|为啥)?|不确定|不清楚|没(?:办法|法|睡|钱|胃口|用|想到|事|注意|在意|当回事|准|
  什么食欲|敢|来得及|多久|缓解|好转|见好|退|停)|不(?:见好|好意思|管用|舒服|舒|缓解|好受|退|太舒服|对劲|敢|想吃|想去|仅|但|断|
  停|止|一会|久|行)|无法|无缘无故|無端|无论|冇用|忍不住|止不住|受不了|不得不|不少|不同|不如`,
  'g',
);

const filler = `(?:${[
  'any|a|an|the|had|have|having|feel|feeling|felt|got|get|getting|been|experienced?|experiencing|notice[ds]?|seen|see',
  'signs?|symptoms?|of|my|his|her|in|new|real|actual|actually|really|thoughts?|history|kind|sort|more|severe',
  'significant|obvious|other|such|s|at all|sudden|to|about|him|her|it|is|a bit|or|nor|and|want|plan|planning|intend',
  'intention|intentions|ideas?|currently|now|problems?|trouble|with|either|no|bad|ever|that|this|there|on|one|both|left',
  'right|side|over|around|lately|did|do|i|he|she|we|so far',
].join('|')})`;

/** One of a list that is denied. What someone has or what is of now begins something else. */
const listed = String.raw`(?!(?:i|he|she|it|we|they|my|his|her|now|since|then|crushing)\b)[\w']+(?: [\w']+){0,3}`;
/** The words between the "or" of such a list and its last member: "no fever or cough and crushing chest pain" denies no pain. */
const last = String.raw`(?: (?!(?:and|with|then|is|am|are|have|has|i|he|she|my|his|her)\b)[\w']+){0,3}`;

/** Ends where the negated mention begins. A list continues over commas when "or" or "nor" ends it. */
export const deniedBefore = new RegExp(
  String.raw`\b(?:no|not|nil|without|denies|deny|denied|never|nor|neither|excluded|excludes|at no (?:point|time)|free (?:of|from)|negative for|rather than|instead of)\b` +
    String.raw`(?: ${filler})*(?:(?: [\w']+){0,2})? $|\b(?:ruled out|absence of|none of)\b(?: ${filler})* $|` +
    String.raw`\b(?:no|not|without|denies|never)\b(?: [\w']+){1,6}(?:, ${listed}){0,5},? (?:or|nor)${last} $`,
);
export const deniedBeforeInChinese = inLines(
  String.raw`
  (?:没有|并没有|没|无|并无|否认|未|未见|从未|不是|并非|不会|不|唔系|冇|不伴|不存在|没啥|没什么|也没|从不|唔)(?:某+|任何|明显|那种|那样|这种|
  出现|发生|有过|过|有|什么|感到|感觉|觉得|的|再|那么|这么|太|很|怎么|特别|严重|剧烈|突然|哪里|别的|其他|也|都|伴|伴有|说|啥|
  到|是|会|咩|想过?要?|要|念头|打算)*(?:[\p{Script=Han}]{1,4}[、和或及与跟]|也?(?:没有?|无|不))*$`,
  'u',
);
/** Ruled out by a doctor or a test. */
export const excluded = /(?<!不能|没有|没|不|未|无法)排除了?(?:是)?.{0,2}$/u;
/** "Chest pain: no". In "vomiting blood no fever" the negation is of what follows. */
export const signDeniedAfter = inLines(
  String.raw`^ ?(?:[:：]|-|=|is|was|are)? ?(?:no(?= *(?:$|[,.;!?)]|(?:at all|more|and|or|now|today|yes)\b))|none\b(?! of\b)|nil\b|negative\b|absent\b|
  无(?![法论])|没有(?![办缓好])|\(-\)|阴性|否(?!认))`,
);
/** "Just joking no": what calms is taken back by any such word. */
export const calmDeniedAfter =
  /^ ?(?:[:：]|-|=|is|was|are)? ?(?:no\b|none\b|nil\b|negative\b|absent\b|无(?![法论])|没有(?![办缓好])|\(-\)|阴性|否(?!认))/;
/** A negated or doubtful negation, after which the mention counts again. */
export const undone =
  /(?:\bnot|\bunsure|\bnobody says)\s*(?:\w+\s+){0,4}$|(?:不是|并非|不能说|不确定|不知道|某+)(?:.{0,4})$/;

/** A vaccine that is spoken of, not one that was given: what follows that is of now. */
const vaccineInChinese = String.raw`(?<!(?:没有?|未|不肯|忘了?|还没)(?:去)?(?:打|接种|注射|种)过?[^，。]{0,4}|(?:打|接种|注射|种)(?:完|了|过)[^，。]{0,8}|刚(?:打|接种|注射|种)[^，。]{0,8}|接种)疫苗(?!(?:刚|都|才|也|已经)?(?:打|接种|注射|种)(?:完|了|过|后)|(?:接种)?(?:之|以)?后|第?[一二三两0-9]针)`;
/** Makes the rest of the clause hypothetical. */
export const supposedInClause = inLines(String.raw`
  (?:一定|会不会|是不是|就)会$|\b(?:(?<!(?:see|know|sure|wonder|wondering|tell|ask|asking|remember|recall|check) )if (?!(?:i|he|she|you|we|
  they) (?:press|move|cough|breathe|walk|lie|stand|touch|sit|bend|take a|turn|swallow|lift|push|eat|do not|try))|in case|
  in the event|should (?:i|he|she|we) (?:ever )?(?:get|have)|what (?:if|happens|would happen)|risk(?:s)? of|chances? of|is there (?:a|any) (?:risk|chance)|
  prevent\w*|avoid\w*|protect\w* (?:against|from)|might (?:get|have in|cause|lead)|may (?:cause|lead|develop)|side effects?|leaflet|i (?:just |
  recently )?read|reading|heard (?:that|about|of)|article|documentary|the news|on tv|google[ds]?|on the internet|
  vaccin\w* (?:against|for)|immuni[sz]\w* against|course|training|exam|essay|school project|insurance|information (?:about|on)|
  leaflets? (?:about|on)|learn\w* (?:about|to)|screening|test for|check for|rule out|clinic for|in (?:a|the|this|my) (?:film|
  movie|book|novel|game|show|dream|series)|dreamt|dreamed|nightmare|character|warn\w* (?:me )?(?:about|of|that)|look out for|
  watch (?:out )?for|signs? to|plan for|allerg\w* to|intoleran\w*|my (?:dog|cat|puppy|kitten|rabbit|hamster|parrot|horse|pet|
  guinea pig|budgie|tortoise) (?:has|is|was|ate|had|s|keeps|just|swallowed|got)|the (?:dog|cat|puppy) (?:has|is|ate|had|
  swallowed))\b|(?:如果|(?<![主只需])要是)(?!.{0,14}就好了)|万一|假如|假设|若(?!干)|预防|避免|防止|以防|以免|风险|听说|看到(?:文章|新闻|网上)|网上(?:说|看)|新闻|科普|说明书|副作用|想了解|了解一下|培训|考试|${vaccineInChinese}|筛查|
  排查|保险|急救课|电视剧|电影|小说|游戏(?:里|中)|梦见|做梦|梦到|(?:我家?|家里|邻居)?的?(?:狗狗|狗子|猫咪|猫猫|猫主子|仓鼠|兔子|鹦鹉|
  宠物|泰迪|金毛|柯基|橘猫|布偶)(?!咬|抓|挠)|(?:^|[，。])我?(?:家)?的?(?:狗|猫)(?!咬|抓|挠|毛|叫)|怎么防|如何防|(?<![没未冇消]|没有|没能|未能)防(?:第|再|下一|二次|复)|注意(?:什么|
  哪些)|引起|导致|造成|造成|容易(?:得|引起|发生)`);
/** Makes the rest of the sentence hypothetical. */
export const supposedInSentence = inLines(String.raw`
  \b(?:(?:can|could|does|do|will|would|is it (?:true|possible|dangerous|safe|normal)(?: that)?) (?!(?:you|i|he|she|we|someone|
  this|it|that|not|anyone|they|somebody|a doctor)\b)(?:[\w']+ ){1,6}(?:cause|lead|give|trigger|increase|raise|prevent|help|
  make|be a sign|mean|result|stop (?:a second|another|further|future))(?! (?:with )?(?:my|this|these|his|her|our)\b)|what (?:are|is|s|were) (?:the )?(?:early |first |warning |main |usual |typical )*(?:signs?|
  symptoms?|causes?|difference|risks?|best way)|what (?:causes?|does)|how (?:do|can|does|would|should|to) (?:i|you|we|one|
  people|doctors|someone)? ?(?:know|tell|recogni[sz]e|prevent|avoid|spot|treat|lower|reduce|protect|store|dispose)|
  how (?:common|likely|dangerous)|which (?:signs|symptoms)|is there (?:a|any) (?:test|vaccine)|difference between|
  first aid|i teach|explain|what .{1,30} means?\b|define|meaning of|saw it on|
  my (?:dog|cat|puppy|kitten|rabbit|hamster|parrot) )\b|怎么(?:预防|避免|判断|识别|区分|预判)|如何(?:预防|避免|
  判断|识别|区分|降低)|什么是|(?:有|是)?(?:什么|哪些|啥)(?:症状|表现|征兆|前兆|信号)|急救课|护理学生|课作业|备考|
  会不会(?!是)(?:得|有(?!生命|危险|事|什么事|问题)|引起|导致|变成|增加|造成)|(?:能|会|可能)(?:引起|导致|造成)(?!了)|容易得|是不是(?:容易|会)(?!是)`);
/** Describes the writer or a person close to them, so that a question in an earlier clause makes it no example: "how do I know a stroke, my mum's face has dropped". */
export const told = inLines(String.raw`
  ^ ?(?:(?:and|but|because|as|since|so|now|today|suddenly|then) )*(?:i|he|she|we|they|my(?! (?:job|work|school|class|course|company|question|insurance|teacher|book|novel|students?)\b)|his|her|our(?! (?:school|class|company|club|team|town)\b)|mum|mom|dad|gran|grandma|grandad|nan|the baby|baby) (?!(?:would|should|might|may|could(?! not)|will(?! not)|wants? to know|wonder\w*|am wondering|heard|read|saw|teach|write|work|study)\b)|
  ^(?:可是?|但是?|因为|今天|刚才|现在|突然|昨晚|今早)*(?:我|他|她|孩子|宝宝|娃|儿子|女儿|老公|老婆|老伴|爸|妈|爷爷|奶奶|外公|外婆|姥|爱人)(?!想(?:问|学|知道|了解|买|打|备)|要(?:写|讲|考|学|准备)|们?(?:老师|学校|单位|公司|社区)|该|应该|听说|看到|在学|是做|在写|写|讲)|
  ^(?!.*(?:吗|呢|怎么|什么|啥|哪|多少|能不能|要不要|会不会|是不是|如何|应该|需要|可以|如果|要是|万一|的话|预防|避免)).*(?:突然|忽然|现在|今天|今早|今晚|昨|刚|正在|一直|越来越|得厉害|得要命|不停|不住|[0-9一二两三四五六七八九十半几]+个?(?:分钟|小时|钟头|天|度|周)|了(?=$|[^解]))|
  ^(?!.*\b(?:what|how|when|which|who|should|if|would|could i|can i|can you|can one)\b).*\b(?:since|today|tonight|yesterday|now|this morning|last night|ago|suddenly|keeps?|started|woke|took|swallowed|can not|will not|has not|have not|my|i am|i have|i feel|he is|she is|we are)\b`);
/** Makes the whole clause hypothetical. */
export const supposedAround = new RegExp(
  String.raw`(?:${vaccineInChinese}|险种|培训班|急救培训|课题|论文|作业题|服务对象|科普文)(?!后)|\b(?:hypothetically|for my (?:essay|novel|course|exam|story|thesis))\b`,
);
/** Makes the mention directly before it hypothetical. */
export const supposedBehind = inLines(String.raw`
  ^[\w ]{0,20}\b(?:as (?:a |possible |one )?side effect|listed|in the (?:leaflet|list))|^的宣传(?:册|单|手册|页|栏|片)(?![上里说写])|^.{0,4}(?:会不会|会)(?:烧坏|遗传|传染|影响|复发|变|导致|引起|留)|^(?: |'s)?(?:risk|clinic|ward|unit|prevention|awareness|
  survivor|vaccine|screening|nurse|association|leaflet|charity|insurance|course|rehab\w*)\b|^[的是]?(?:早期|
  前期)?_?(?:有?(?:什么|哪些)(?:症状|表现|征兆|前兆)|症状(?:是|有)什么|是(?:什么|啥)样|什么样子?的?(?:$|[?？])|(?:的)?(?:预防|风险|原因是|前兆有|概率|几率|后遗症|康复|
  病史|史(?!无)|疫苗|险|科普|恢复期|患者|病人))`);

/** Long ago. */
export const past = inLines(String.raw`
  \b(?:(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|few|several|many|couple of|
  some|of) ?(?:years?|yrs?|months?|decades?|mths?) (?:ago|back|before|earlier|since)|last (?:year|summer|winter|autumn|spring|
  christmas|month|january|february|march|april|may|june|july|august|september|october|november|december)|(?:in|since|from|of|
  around|back in|early|late) (?:19|20)\d\d|(?<!(?:my|his|her|the|upper|lower|mid) )back then|as (?:a|an) (?:child|kid|teen\w*|baby|toddler|student|infant|adolescent)|(?:the )?(?:winter|summer|spring|autumn|year|month|christmas) before last|
  when (?:i|we|he|she|they|(?:my|our|his|her|the) (?:\w+ ){1,2}) ?(?:was|were) (?:a|an|\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|born|pregnant with|young|younger|little|in|at|small|kids|children|teens|pregnant|\w+teen|
  \w+ years)|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|in (?:my|his|
  her) (?:twenties|thirties|teens|childhood|youth|\d0s)|years (?:back|before|earlier)|(?<!\b(?:no|without|not a) (?:\w+ ){0,2})history of|past (?:history|episode|
  attacks?)|previous(?:ly)?|former(?:ly)?|used to|long ago|in the past|ages ago|once had|survived|recover(?:ed|ing) from|
  post stroke|years and years|during my (?:first|last|previous) (?:pregnancy|marriage)|
  with my (?:first|last|previous|eldest|second)(?= (?:baby|pregnancy|child|one|labour)|[.,]| and)|at (?:age|the age of) \d+|aged? \d+ (?:i|he|she) had|hx of|annual|
  (?<!for the |for our |until the )anniversary|years ago|at (?:three|four|five|six|seven|eight|nine|ten) (?:and|but) (?:still|i|have)|(?<!\b(?:having|has|have|is|are) (?:\w+ ){0,2})(?:crash|accident|overdosed?|stroke|heart attack|surgery|operation|burn\w*|fit|seizure|sectioned) (?:was )?(?:aged (?:only )?\d{1,2}|at (?:age|only) (?:of )?\d{1,2}|at (?:1[3-9]|[2-9]\d)\b(?!\.\d| ?(?:weeks?|wks?|days?|months?|minutes?|mins?|past|to|am|pm|:|o|mph|km|bpm|%)))|(?:attack|stroke|seizure|fit|one|episode) was (?:at|when (?:he|she|i) was) \d{2}(?! ?(?:weeks?|wks?|past|to|:))|until (?:the )?(?:age (?:of )?)?(?:two|three|four|five|six|seven|eight|nine|ten)(?= *(?:,|$|years))|in (?:his|her) (?:early |late |mid )?\w+ties|had (?:a|an) (?:stroke|heart attack|seizure|fit|stent|bypass) (?:at (?:the )?age|in (?:19|20)\d\d|years))\b|去年|前年|大前年|
  [0-9一二三四五六七八九十几多两半]+(?:个月|年|个多月|年多)(?:以)?前|小时候|童年|以前(?![^，。]{0,3}没)|从前|曾经?|既往|病史|上个月|多年前|
  (?:19|20)[0-9]{2}年?|当年|那年|那时候|那会儿|那阵子|那段(?:时间|日子)|那几年|上次(?![^，。]{0,6}后)|上一胎|头胎时|生老大|怀老大|年轻(?:时|的时候)|读书(?:时|的时候)|上学(?:时|
  的时候)|[0-9一二三四五六七八九十]+岁(?:时|的时候|那年|那会|前)|上学期|那次|那回|上回|(?:是|在)[一二三四五六七八九十]+月(?:的|
  份)|^(?:0[0-9]|1[0-9]|2[0-4]|[6-9][0-9])年(?:有过|(?:小|轻度|轻微|突发)?(?:中风|脑梗)|怀(?!孕)|生(?=老大|老二|孩子|完)|做|得|犯|心梗|脑梗|中风|脑出血|车祸|肺栓|骨折|查出|住院|发作|晕|抽|手术)|上半年|前阵子|高中时|大学时|初中时|惊厥过|抽过(?!血)|早些年|前些年|前几年|早年|(?<![打走跑赶冲频话晕昏死挺送倒靠睡扑])过去(?![了陪找看])|陈旧性|(?:中风|心梗|脑梗|骨折|
  抽搐|晕倒|自杀)过|(?:治|得|患|有|出|发生|做|犯|住)过(?![敏度]|去了?[^的])|后遗症`);
/** A time in the past, after a comma. */
export const pastBehind = inLines(String.raw`
  ^ ?(?:(?:about|around|but that was|that was|it was|this was|over|more than|maybe|some|all) )*(?:in (?:19|20)\d\d|(?:\d+|a|
  two|three|four|five|six|ten|few|several|many|couple of) ?(?:years?|yrs?|months?|decades?) ago|last (?:year|summer|winter)|
  years ago|none since|nothing since|when i was .*|as a (?:child|kid|teen\w*)|long ago)$|^(?:那|这)?(?:都|已经|是|大概)*(?:是)?(?:去年|前年|以前|小时候|
  [0-9一二三四五六七八九十几多两]+(?:年|个月)前|很久|好多年|多年前|几年前|年轻时|(?:19|20)[0-9]{2}年)(?:的(?:事|时候)?|了|吧)?$`);
/** Refers to the present, whatever surrounds it. */
export const present = inLines(String.raw`
  \b(?:now|today|tonight|this (?:morning|afternoon|evening|week|time|moment)|again|right now|currently|at the moment|
  since (?:yesterday|this|last night|waking|lunch|breakfast|dinner)|just (?:now|started|had|happened|fell|hit|took|swallowed|
  began|came)|yesterday|last night|minutes? ago|mins? ago|hours? ago|hrs? ago|for (?:the )?(?:last|past) (?:hour|few|
  two|\d+ (?:hours|minutes|days))|keeps?|getting worse|still (?:has|have|is|am|bleeding|hurts|there|vomiting)|came back|
  has come back|is back|returned|days? ago|past (?:hour|few hours|few days|two days))\b|现在|今天|今早|今晚|今日|刚刚|刚才|这次|这回|
  刚(?!开始那)|这会|这两天|这几天|昨天|昨晚|昨夜|又(?!不)|再次|目前|当前|小时前|分钟前|正在|半夜|早上|凌晨|这(?:礼拜|周|星期|个?月)|
  中午|下午|而家|宜家|头先|最近|还在|一直(?!在?(?:吃|服|用|打)(?:药|着)?)|复发|天前`);
/** A sudden onset, which is of now unless the clause dates it. */
export const onset = /\b(?:sudden\w*|abrupt\w*)\b|突然|忽然|一下子/;
/** Has lasted for hours or days up to now. */
export const lasts = inLines(String.raw`
  \bfor (?:the )?(?:last |past |about |over )?(?:an?|one|two|three|four|five|six|\d+|a few|few|several|half an) (?:minutes?|mins?|hours?|hrs?|days?)\b|\b(?:\d+|two|three|few) (?:hours?|days?) now\b|
  (?:[0-9一二两三四五六七八九十几半]+)(?:个|多)?(?:小时|钟头|分钟|天)(?:了|左右|多)?$`);
/** An operation, a birth or a named illness of the past, which is complete. */
export const background = inLines(String.raw`
  \b(?:surger\w*|operat\w*|op|stents?|bypass|angioplasty|strokes?|heart attacks?|tia|clots?|embolism|dvt|diagnos\w*|cancer|diabet\w*|asthma|copd|pacemaker|transplant\w*|hysterectomy|
  c section|caesarean|treated|hospital\w*|admitted|born|baby|birth|removed|taken out|replac\w*|fractur\w*|broke|broken|was (?:well|fine|ok|healthy)|smok\w*|drank|worked|lived|married|moved|retired|divorced|appendix|gall ?bladder|tonsils|wisdom|out|cataracts?|ivf|covid|flu|pneumonia|shingles|depress\w*|migraines?)\b|
  手术|支架|搭桥|起搏器|中风|脑梗|心梗|脑出血|血栓|确诊|查出|得(?:了|过)|患|癌|糖尿病|高血压|哮喘|切(?:了|除|过|掉)|阑尾|装(?:了|过)|放(?:了|过)|做(?:了|过|完)|住过?院|骨折|生(?:了|完|老|过)|
  剖|换(?:了|过)|移植|化疗|放疗|治过|离婚|退休|搬`);
/** Of the family, in the clause of the mention. */
export const family = /\bfamily history\b|家族(?:里|中)?(?:史|有)|遗传/;
/** Directly before what is feared. */
export const feared = inLines(String.raw`
  \b(?:scared|afraid|frightened|terrified|petrified|fear|fears|fearing|dread|phobia|anxious|nervous|worried|worry|worries|panic) (?:(?:\w+ night|constantly|always|all the time|a lot|so|really) )*(?:(?:of|about|over|that|it is|it could be|it might be|it may be|this is) )*(?:having |getting |catching |dying of |a |an |another |the |some |any )*$|
  \bmy (?:\w+ )?(?:fear|worry|phobia) is (?:having |getting |a |an |another )*$|(?<!可|恐|不|哪|只)(?:怕|担心|害怕|恐惧|生怕|忧虑)(?:自己|会|有|得|老了|哪天|突然|再|又|以后|将来)*$`);
/** Feared for the future. */
export const dreaded = inLines(String.raw`
  \b(?:worried|worry|worries|scared|afraid|fear\w*|anxious|nervous|terrified) (?:\w+ night |constantly |always |all the time |a lot )?(?:about|of|that|i|it|he|she) (?:getting|catching|
  (?:(?:i|it|he|she|they|we) will|(?:(?:i|it|he|she|they|we) )?(?:might|may|could|would))(?! be \w+ing\b| have \w+(?:ed|en|t)\b| have had\b| already)|(?:(?:i|he|she|they|we) )?will (?:stop|die|choke|have|get|faint|pass)|(?:it|they) will|the risk|future|ever)|
  担心(?:以后|将来|会|得|有一天|再)|害?怕(?:以后|将来|得|再|有一天)|防(?:被)?$`);
/** The name of an illness, which may be feared without being felt. */
export const illnessName = inLines(String.raw`
  stroke|heart attack|infarct|cardiac arrest|cancer|tumou?r|leuk\w*|mening|sepsis|clot|embol|aneurysm|brain bleed|appendicitis|rabies|tetanus|eclampsia|ectopic|sudden death|failure|
  中风|卒中|脑梗|心梗|心肌|梗[死塞]|脑出血|脑溢血|癌|瘤|白血病|脑膜炎|败血|脓毒|血栓|栓塞|夹层|阑尾炎|狂犬|破伤风|子痫|猝死|心脏病|宫外孕`);
/** An act, a wish to die, a bleeding or a child that does not move: never only feared. */
export const neverFeared = inLines(String.raw`
  overdos|swallow|took|taken|drank|poison|suicid|kill|die\b|dying|harm|bleed|bled|blood|mov(?:e|ing)|kick|自杀|自残|死(?<!猝死)|毒|吞|农药|药|(?<!脑)出血|吐血|咳血|便血|胎动`);
/** Felt, done or begun, so that it is more than feared. */
export const felt = inLines(String.raw`
  \b(?:since|already|(?:i|he|she) (?:have|has) (?:had|got|been)|(?:i|he|she|we|they) (?:had|took|felt|got|noticed|woke)|(?:i|he|she|it) (?:am|is) (?:having|bleeding|getting)|(?:my|his|her) (?:sudden|new|bad|terrible|constant|crushing|severe)|for (?:an?|two|three|four|five|six|\d+|several|a few) (?:minutes?|hours?|days?))\b|
  已经|[天小时钟]了|疼得|痛得|压着|憋得|得厉害|(?:我|他|她)(?:就)?是|晕了|吐了|流了`);
/** Goes on telling of the past that an earlier clause named. */
export const pastVerb =
  /^ ?(?:(?:and|but|so|then|also) )*(?:(?:i|he|she|it|we|they|that|which) )?(?:had|was|were|did|went|came)\b|\bstill (?:an? )?(?:tiny|little|bit|slight)|过(?!来|去|敏|程|度|于)|当时|那时|后来|住院/;
export const presentVerb =
  /\b(?:am|is|are|has|have|can not|will not|keeps|feel|feels|hurts?|wants?|says?|looks?|seems?|bleeding|vomiting)\b/;

/** A diagnosis from the past, or of another person. */
export const onlyNamed = inLines(String.raw`
  \b(?:had|have had|has had|suffered|survived|survivor|died|dead|passed away|after (?:my|his|her|the|a)|since (?:my|his|her|
  the)|following|refill|repeat|prescription|renew\w*|follow up|check ?up|certificate|sick note|fit note|my (?:tablets|
  medication|meds)|stable|recovered|rehab\w*|history|diagnosed|uncle|aunt|grandfather|grandmother|family|ago|for \w+ years|
  prevent\w*|clopidogrel|aspirin|statin|secondary)\b|续方|开药|配药|拿药|取药|复查|复诊|随访|康复|后遗症|病史|史(?!无)|去世|
  走了|死于|支架|术后|出院|证明|病假|体检|得过|患过|过(?!来|去|敏|程|了)|恢复|稳定|家族|遗传|外公|外婆|爷爷|奶奶|(?:爸|妈|父亲|母亲|舅|叔|姑|姨|哥|姐|家人)[^,。]{0,6}岁|(?:中风|卒中|
  脑梗|心梗|脑出血)(?:后|病人|患者|之后|以后)`);
/** Fears an illness, not a sign. */
export const fearedIllness = /(?<!可|恐|不|哪|只)怕(?![^，。,]*是)[^，。,]{0,8}$/;
export const suspected = inLines(String.raw`
  \b(?:think|thinks|having|could be|might be|may be|must be|is it|is this|looks? like|signs? of|symptoms? of|sure|suspect|help|
  having a|another|possible|possibly|maybe|like)\b|是不是|怀疑|可能|像是|好像|怕是|估计|应该是|疑似|救|急`);

/** Sight, feeling, strength: that they are gone is a sign, unless something else in that part is: "the pain in my leg has gone". */
const functionLost = inLines(String.raw`
  (?<!(?<!\b(?:in|of|from|on|round|around|behind|across|down) (?:my |his |her |the |both |one |left |right )*)\b(?:sight|eyesight|vision|speech|voice|hearing|pulse|heartbeat|strength|power|balance|memory|grip|movements?|kicks?|colou?r|legs?|arms?|hands?|feet|foot|fingers?|toes?|knees?|breath|waters?|(?:feeling|sensation|use)(?: \w+){0,4}) (?:(?:just|all|completely|suddenly|now) )*)`).source;
/** It has stopped. */
export const over = inLines(String.raw`
  \b(?:went away|gone (?:away|now|by|this morning|this afternoon|today)|${functionLost}(?:is|are|was|has|have) gone(?= *(?:$|[,.;!?]|(?:now|away|today|again|completely|altogether|totally|overnight|since|after|with|by|this|when|once|within|for good|in an?|and|but|though|thank\w*)\b))|(?:is|are|am|was|feel\w*|been) (?:\w+ ){0,2}(?:fine|better|
  ok|okay|normal|well|good|resolved|settled) (?:now|again|since|today|after)|(?:all|now|completely|totally|fully|feel\w*|is|am|
  are) (?:fine|better|back to normal|normal|clear|healed|recovered|resolved|settled|good now)(?! (?:with|for (?:me|us|you)|about|if|otherwise|apart|except)\b)|(?:has|have|it|bleeding|which|
  but|that) (?:since |now |soon |quickly |already |all |then )*(?:stopped(?! (?:mov|breath|kick|respond|talk|speak|answer|eat|drink|feed|pee|wee|work|beat|react|swallow|cry|suck)ing)|resolved|cleared(?: up)?|settled|healed|improved|
  passed)|stopped (?:by|on|after|within|in|itself|when|at|long|quickly|straight)|no (?:problems?|symptoms|trouble|bleeding|
  pain|fever) (?:since|now|any ?more|today)|not (?:happened|come back|had any|had it|bleeding|been any) (?:since|again|
  any ?more)|cleared up|fully recovered|discharged|back to normal|never (?:came|come) back|under control now|over now|over it)\b|(?:已经|现在|目前|今天|都|早就|后来|就|早|全|完全)(?:就|都|已|完全|全)?(?:好了|没事|正常|不(?:痛|疼|流|吐|晕|喘|
  烧|难受|闷|出血|疼了|痛了)|恢复|康复|消失|缓解|退(?:烧|了)|止住|消了|停了|痊愈|没有了|治好)|(?:好转|痊愈|康复|恢复正常|
  止住了|(?:今早|今天|现在|早上)(?:就|都)?没(?:了|有了)(?![^，。]{0,2}(?:力|知觉|反应|呼吸|意识|气))|没再犯|没有再|没再|未再|出院了|不流了|如常|自己(?:就)?(?:好了|停了|止住|消)|过后(?:就)?(?:好|没事)|退烧了|没事了|
  全好了|好多了|(?:一会儿?|很快|马上)就(?:好|停|没事|止)|(?:分钟|一会|很快|自己|按了?一?会儿?)就?(?:止|停|好)了)`);
/** A thing that was swallowed or choked on is out. Blood, a cord or a tube that came out is no end of a sign. */
export const expelled = inLines(String.raw`
  \b(?:cough(?:ed|s)? it (?:up|out)|sp[ai]t it (?:back )?out|it (?:came|popped) (?:back )?(?:up|out)(?! (?:again|of|in|on|as|black|green|bloody|like)))\b|咳出来了(?=[，,。；;]|$)`);
/** A part of the body or a function, as the whole of a mention and what completes it. A sign is none: 胸痛, "swollen lips". */
const partInEnglish = inLines(String.raw`
  (?:(?:my|his|her|the|both) )?(?:arms?|legs?|hands?|feet|foot|limbs?|face|eyes?|eyesight|sight|vision|speech|speak(?:s|ing)?|talk(?:s|ing)?|
  chest|heart|heart ?beat|pulse|breath(?:e|es|ing)|head|neck|back|belly|tummy|stomach|bowels?|throat|tongue|lips?|mouth|swallow(?:s|ing)?|
  eat(?:s|ing)?|drink(?:s|ing)?|pee(?:ing)?|wee(?:ing)?|urine|balance|walk(?:s|ing)?)`).source;
const partInChinese = inLines(String.raw`
  (?:胸口?|心口|眼睛?|视力|看东西|看字|说话|讲话|口齿|吐字|言语|呼吸|喘气|出气|手脚|四肢|手|脚|腿|胳膊|脸|嘴巴?|舌头|喉咙|嗓子|头|脖子|
  背|肚子|走路|吞东西|吞咽|咽东西|吃饭?|喝水?|睡觉?|大小便|小便|大便|心跳)`).source;
/** Ends with a part or a measurement, of which alone what follows is said: "breathing fine" says nothing of the person. */
export const ofPart = new RegExp(
  String.raw`(?:\b(?:${partInEnglish}|ecg|pressure|temperature|oxygen|sats)|(?:${partInChinese}|血压|血氧|体温|心电图|神志|意识))` +
    String.raw`(?: |都|也|还|很|挺|一切|完全|一直|依然|is|are|feels?|all|still)*$`,
);
/** A mention that works as it should, with the words behind it. A word that negates or dates must not stand in between. */
export const isFine = new RegExp(
  [
    String.raw`^${partInEnglish}(?:(?:,| and| or| &) ${partInEnglish})*`,
    String.raw` (?:(?:is|are|feels?|looks?|seems?|works?|all|both|still|absolutely|perfectly|totally|completely) )*`,
    String.raw`(?:fine|ok|okay|normal(?:ly)?|clear|unaffected|unchanged|easy|as sharp as ever|as (?:normal|ever|usual)|all right|alright)`,
    String.raw`(?=$|[,.;!]| (?:and|or|too|as well|though|otherwise|no|with no|except)\b)`,
    String.raw`|^${partInChinese}(?:[和跟、]?${partInChinese})*(?:都|也|还|很|挺|一切|完全|一直|依然|全|算)*`,
    String.raw`(?:没事|正常|挺好|很好|还好|都好|没问题|不错|没异常|如常|良好|很顺|顺畅|通畅|清楚|清醒|自如|和平时一样|跟平时一样)`,
    String.raw`(?![了过吗么不的点些一]|才怪|就好)`,
  ].join(''),
  'u',
);
/** The end of words of being well. */
export const fineWord =
  /(?:well|fine|ok|okay|good|great|normal(?:ly)?|unchanged|steady|stable|(?:没事|正常|挺好|很好|还好|好的|没问题|不错|稳定|没有异常|没啥|没异常|不影响|如常|可以|良好))$/;
/** Directly before a part that works, in its clause: anything else may be a sign in it, or a negation: "swollen lips", 不能. */
export const beforeFine = inLines(
  String.raw`
  ^ ?(?:(?:and|but|so|also|otherwise|all|both|my|his|her|the|i|he|she|can|still|is|s) )*$|(?:^|[^\p{Script=Han}a-z])[\p{Script=Han}]*$`,
  'u',
);
/** Takes back what works, in the next clause. */
export const afterFine = inLines(String.raw`
  ^[,.]? ?(?:but|until|till|then|and then|yesterday|before|earlier|now|at first|when)\b|^[,，]?(?:但|可是|然后|后来|突然|忽然|一下|现在|刚才|今天|这会)`);
/** It has returned. */
export const back = inLines(String.raw`
  \b(?:came back|is back|back again|returned|again now|but (?:now|today|this)|started again|worse again|relapse\w*)\b|
  又(?:开始|来|犯|痛|疼|流|吐|晕|发|出)|复发|但是?现在|可现在|但又|再次`);
/** Denies the past alone. */
export const never = /\bnever\b|从没|从未|从来没|从来不|没想过|以前没|之前没/;
/** It began only now, after a past without it: "never thought of it until today". */
export const untilNow = inLines(String.raw`
  ^ ?(?:all (?:day|the time)|always|every (?:day|minute|hour))\b|^[^.!?]{0,60}\b(?:until|till) (?:now|today|tonight|this|last|yesterday|recently)\b|^[^.!?]{0,40}\bbefore (?:now|today|tonight|this (?:week|morning|time))\b|
  ^[^.!?]{0,60}\b(?:but (?:now|today|tonight|lately|recently|this)|now (?:i|he|she) (?:do|does|am thinking|is thinking|think|thinks|want|wants|can not stop)|(?:the|for the|my) first time)\b|
  ^[^。！？]{0,12}[，,][^。！？]{0,6}(?:直到|到今天|今天|今晚|现在|最近|这次|这几天|这两天|昨晚|第一次|头一次|头一回)[^。！？]{0,6}(?:想|有|第一|头一|开始|出现|就|$)|^[^。！？]{0,10}(?:直到|到)(?:今天|现在|昨天|昨晚|最近|这)`);
/** It goes on or is back, whatever a test or an end said. */
export const goesOn = inLines(String.raw`
  \bstill (?:\w+ ){0,2}?(?:have|has|having|hurt\w*|pain\w*|ach\w*|sore|tight\w*|sweat\w*|bleed\w*|vomit\w*|sick|dizzy|faint\w*|breathless|short of|can not|could not|not (?:right|well|better|moving|breathing|talking)|weak|numb|crush\w*|burn\w*|heavy|bad|there|getting|confus\w*|droop\w*|slur\w*|swollen|shak\w*|unwell|poorly|struggl\w*|wheez\w*|throb\w*|in (?:pain|agony)|black|bloody|cough\w* (?:up )?blood|coughing|fever\w*|stiff|throat|los(?:ing|t)|no (?:feeling|movement|breath)|chest|short)\b|
  \bbut (?:now|today|tonight|this (?:morning|evening|afternoon)) (?!(?:\w+ ){0,2}(?:fine|ok|okay|well|better|gone|good|normal|home))|\b(?:came|come|comes|coming|is|it s) back(?! (?:to|home|at|in|on|from|now fine|negative|clear|normal|fine|ok|all))|\breturned (?!home|to)|\b(?:getting|got|gets|even|much|is|feel\w*) worse\b|\bworse (?:now|again|since|today|than)\b|\bstarted again\b|\bkeep(?:s|ing)? (?:on )?(?!(?:getting|feeling|doing|going|taking|telling|asking|saying) |(?:improv|wonder|think|worry|dream|remember|imagin|read|hear|eat|drink|walk|play|smil|sleep|work|mov|kick)ing)\w+ing\b|
  (?:一直|不停|不断|老是|总是?|反复|还在)(?:地|在)?(?:吐|咳|便血|拉血|流血|出血|抽|晕|胸|喘|呕)|还是?(?:很|在|有点?|觉得|感觉|会|一直)*(?:疼|痛|闷|晕|喘|难受|压|吐|憋|麻|没力|出汗|胸|流|抽|出血|不舒服|不行|说不|动不)|仍|又[^，。]{0,3}(?:开始|疼|痛|闷|晕|喘|吐|犯|憋|发作|流|抽|来了|出(?!院))|(?:但是?|可是?)(?:现在|今天|这会|刚才)(?![^，。]{0,3}(?:好|没事|正常|不(?:疼|痛|吐|晕|烧|喘了|咳|流|难受)))|还是?(?:黑便|便血|发烧|高烧|肿|大出血|想死|想自杀|看不|咳血|发紫|没胎动)|越来越|加重|更(?:疼|痛|严重|重|厉害)了|复发`);
/** A negated list that continues: "no cough, fever or rash". */
export const deniedListBefore = new RegExp(
  String.raw`\b(?:no|without|not any|denies)(?: [\w']+){1,6}(?:, ${listed})*, (?!(?:i|he|she|it|we|they|my|his|her|crushing)\b)(?:[\w']+ ){0,2}$`,
);
export const deniedListAfter =
  /^(?: [\w']+){0,3}(?:, [\w']+(?: [\w']+){0,3})*,? (?:or|nor)\b(?! (?:is|was|are|am|do|does|should|could|can|will|so|maybe|perhaps|just|whether)\b)/;
/** Two negations that cancel out, or a question. */
export const doublyDenied = /(?:不是|并非|不能说|不会|不可能)(?:没|不|无)|有没有?|有无|是否|是不是/;
/** Ends the reach of a negation: a contrast, or what begins suddenly after what is denied ("no fall, sudden weakness", 没摔没碰突然没劲). */
export const contrast = inLines(
  String.raw`
  \b(?:but|however|although|though|yet|except|apart from|because|now|just|only)\b|
  (?<=\w)(?<!\b(?:no|not|any|or|nor|and|without|of|had|have|been|the|a|never|denies|with|other|more|feel|felt|get|got)) (?=sudden)|
  但是?|不过(?![来气去弯劲神瘾敏])|可是|然而|就是|只是|而是|(?<!排)除了|因为|
  (?<=\p{Script=Han})(?<![没不会无未有现过是再和或及何种么、觉得样常太很都也])(?=突然|忽然|一下子|被[^子窝套单褥])`,
  'gu',
);
/** Negates even a `firm` concept: "no thoughts of". */
export const firmlyDenied = inLines(String.raw`
  \b(?:have |has |had )?never (?:once |ever |actually |really )?(?:thought|considered|dreamt|wanted|felt like|planned|tried|would)(?: (?:of|about|to|that|wanting))* $|\b(?:would|could|will) never $|\b(?:no|not|without|never had|denies|not having|not had)(?: any| current| active)? (?:thoughts?|plans?|intentions?|ideas?|
  intent|urges?|wish|desire)(?: (?:of|to|about|or|and|wanting|like|a))*(?: \w+){0,2} $|
  (?:没有|无|没|从没|从未|否认|
  并没|从来没|不会)(?:有)?过?(?:任何)?(?:要|想|过|去|真的|出现|明显)*$`);
export const firmlyDeniedIn = /^.{0,4}?(?:的)?(?:念头|想法|打算|倾向|意念)|^\W*$|^[^\p{Script=Han}]/u;
/** Names a thought itself, so that a bare "no" before it denies it: "no thoughts of ending my life". */
export const thought = /^(?:thoughts?|plans?|urges?|ideas?|intentions?|wish|desire) (?:of|to|about)\b/;
/** Takes a denied thought back: "no plans to kill myself alone". */
export const thoughtAfterAll = inLines(String.raw`
  ^(?!(?: (?:it|all|my|life|own|myself))* *(?:$|[,.;!?]|or\b|and (?:no|not)\b))|\bi (?:am|will|have|want|need|took|do)\b|\b(?:but|until|only at|decided|already|done|ready|have (?:the|my|it|taken|bought)|will|going to|tonight|pills|tablets|rope|knife|gun|scared|promise|safe)\b`);
export const noThought = /\b(?:no|not having|not had|without|never had|denies)(?: any| current| active| more| real)? $/;
/** Takes a denied wish to die back, in what follows: "no thoughts of it, I have already decided". */
export const decidedAfterAll = inLines(String.raw`
  \b(?:decided(?! to (?:see|ask|get|start|stop|try|talk|speak|call|come|book|seek|change|contact|go back|write|take|keep|stay|join|move|leave my|quit|give up|tell))|made up my mind|my mind is made up|(?:it|all|everything|that) (?:is|has been) (?:\w+ )?(?:done|planned|arranged|decided)|
  already (?:done|planned|decided|taken|took)|(?:just|only|but) (?:a|the|my|some) (?:plans?|way)|(?:will|going to|want to) (?:do it|end it|die|jump|hang|kill|finish it)|tonight (?:i will|is the|it)|it will be (?:quick|over|tonight)|
  (?:pills|tablets|rope|noose|knife|blade|gun|razor)\b[^.!?]{0,30}\b(?:here|bought|hand|out|counted|waiting|in front|tied|hidden|beside)|(?:have|got|bought|took|taken|saved|found) (?:the |my |all |a |enough |my own )*(?:pills|rope|noose|blade|gun|razor)|
  (?:written|wrote|left) (?:the |my |a |some )*(?:notes?|letters?|goodbye\w*)|i (?:cut|took) (?:\w+ )?(?:deep|them|all|too many|(?:\d+|twenty|thirty|forty|fifty) ))\b|
  (?<!没有?|未|还没)(?:决定(?![来看找咨问换停吃治配先去好好]|不)|下定(?:了)?决心|想好了|准备好|(?:药|绳子?|刀|炭|农药)[^，。]{0,4}(?:买|备|攒|藏|带|拿)[好了在]|在手[里上]|遗书|(?:写|交代|安排)好了|吃了(?:一整?|半|[几两三四五六0-9]+)(?:把|瓶|盒|板)|全(?:都)?吃|今晚(?:就)?(?:走|动手|做|了结|结束)|从[^，。]{1,4}跳)`);
/** It has returned, in the next clause. */
export const againBehind =
  /^ ?(?:and |but )?(?:now |today )?(?:again|it (?:is|came) back|back)\b|^ ?(?:and |but )?(?:now|today|tonight|yesterday|last night|this (?:morning|week|afternoon|evening))\b[^,.]{0,24}\b(?:another|again|the same)\b|^(?:现在|今天|这)?.{0,3}又|^(?:现在|今天|最近|这(?:礼拜|周|几天|两天))[^,。]{0,8}(?:也|都|就|更)(?!好|没事|正常|稳)/;
