import { inLines } from './in-lines.ts';

/** People who are rarely beside the writer: what they had some time ago is a story, not a call for help. */
const distant = inLines(String.raw`
  \b(?:colleagues?|co ?workers?|friends?|mates?|neighbours?|neighbors?|cousins?|uncles?|aunts?|aunty|auntie|classmates?|acquaintance|stranger|passenger|customer|
  celebrit\w*|teacher|boss|lodger|nephew|niece|godmother|godfather|au pair|(?:a|some|this|that|the) (?:man|woman|guy|lady|boy|girl|person|kid|child|player|actor|singer) (?:on|at|in|from|who|i|next)|someone (?:at|in|from|on)|somebody (?:at|in|from|on)|
  (?:father|mother|brother|sister) in law|(?:my|our|his|her) (?:\w+ )?s (?:friend|colleague|classmate|teacher|mate))\b|
  同事|朋友|闺蜜|邻居|隔壁|同学|同桌|老师|班上|单位(?:里|上)?有|小区|亲戚|表(?:哥|弟|姐|妹)|堂(?:哥|弟|姐|妹)|舅(?:舅|妈)?|姑(?:姑|妈|父)?|(?<!阿)姨(?:妈|父)?|叔叔?|伯(?:伯|父)?|网友|明星|演员|路人|邻座|老乡|保姆|丈人|
  (?:车站|路上|地铁|公交|飞机|火车|超市|商场|街上)(?:上|里)?(?:有|看到|一)`);
const close = inLines(String.raw`
  \b(?:dad|father|mum|mom|mother|gran|grandma|grandmother|nan|grandad|granddad|grandpa|grandfather|brother|sister|wife|husband|partner|son|daughter|family)\b|
  爸|父亲|妈|母亲|爷爷|奶奶|外公|外婆|姥姥|姥爷|公公|婆婆|老公|老婆|爱人|哥|姐|弟|妹|儿子|女儿|岳父|岳母`);
/** Weeks ago or longer. */
const longAgo = inLines(String.raw`
  \byears? ago|\bin the end\b|\bmonths ago|\b(?:last|this) (?:month|year|spring|summer|autumn|winter|christmas|term)|\bin (?:the )?(?:spring|summer|autumn|winter)\b|\bdied\b|\bpassed away\b|\bin (?:his|her|their) (?:early |late |mid )?(?:teens|\w+ties)|\bat (?:age |the age of |only )?\d{2}\b(?! ?(?:am|pm|mph|bpm|%))|
  去世|过世|离世|身亡|年前|个月前|去年|前年|上个?月|(?:今年|去年)?(?:春|夏|秋|冬)天|那年|当年`);
const recently = inLines(String.raw`
  \b(?:last|the other) (?:week|weekend|night|day|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|\byesterday\b|\bdays ago|\bon (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|\bthis week|
  上(?:个)?(?:周|星期|礼拜)|昨天|前天|前(?:几|两)天|那天|前阵子`);
const outcome = inLines(String.raw`
  \b(?:died|dead|passed away|passed on|funeral|discharged|recovered|recovering|in (?:hospital|icu|intensive care|rehab|a home|a coma)|home (?:again|already|from)|(?:now|doing|much|all|fully) (?:better|well|fine|recovered)|was (?:taken|rushed|admitted)|paramedics|ambulance (?:took|came))\b|
  去世|过世|离世|走了|没了(?=[，。]|$)|身亡|抢救|住院|出院|康复|治好|(?:现在|已经|都|早就)好了|恢复(?:了|得|正常)|救护车(?:拉|接|送)走`);
/** It goes on, or help is asked for. */
const goingOn = inLines(String.raw`
  \b(?:right now|now (?!better|fine|well|recovered|home|in|back|i)|just (?:now|had|collapsed|fell|went|started|took)|still (?!in (?:hospital|icu|rehab)|alive|think|shaken|upset|dream)|since|today|started|
  (?:is|are|has been) (?!(?:now |much |all |fully |back )*(?:home|better|fine|ok|okay|well|recover\w*|doing|out of|in (?:hospital|icu|intensive|rehab|a coma|a home)|stable|discharged|dead|at home))|
  will not|won t|can not|keeps?|tonight|again|help|refus\w*|what (?:do|should) (?:i|we) do|threaten\w*|wants? to|going to|says? (?:he|she|they))\b|
  现在(?!好|没事|在家|恢复|挺|还做梦|康复)|正在|刚才|刚刚|今天|今早|开始|还没|不醒|叫不|怎么办|救(?!护车拉)|躺在(?!医院)|不肯|又(?!怕)|今晚|想死|要跳|要死|[昨前]天起`);
/** When a sentence tells of: long ago or a death, an outcome, or lately. */
export type Told = 'long' | 'ended' | 'lately';

/** Returns when a sentence tells of; undefined when it goes on or has no time. */
export function toldOf(sentence: string): Told | undefined {
  const told = longAgo.test(sentence)
    ? 'long'
    : outcome.test(sentence)
      ? 'ended'
      : recently.test(sentence)
        ? 'lately'
        : undefined;
  return told === undefined || goingOn.test(sentence) ? undefined : told;
}

/** Returns whether the person named before a sign in its clause had it some time ago, and it has ended or is in others’ hands. */
export function isOthersPast(told: Told, subject: string, isWish: boolean): boolean {
  const isDistant = distant.test(subject);
  if (!isDistant && !close.test(subject)) return false;
  if (told === 'long') return true;
  return !isWish && (isDistant || told === 'ended');
}
