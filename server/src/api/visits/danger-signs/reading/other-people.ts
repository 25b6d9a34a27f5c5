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
/** Weeks ago or longer. A bare number is no age: "at 38 weeks", "at 11". */
const longAgo = inLines(String.raw`
  \byears? ago|\bin the end\b|\bmonths ago|\blast (?:month|year|spring|summer|autumn|winter|christmas|term)|\bthis (?:year|spring|summer|autumn|winter)\b(?! (?:evening|morning|afternoon|night))|\bin (?:the )?(?:spring|summer|autumn|winter)\b(?! (?:house|home|room|garden))|\bdied\b|\bpassed away\b|\b(?:with|in|during) (?:both|all|each) (?:of )?(?:hers|theirs|her pregnancies|their pregnancies)\b|
  \bin (?:his|her|their) (?:early |late |mid )?(?:teens|\w+ties)|\b(?:had|has had|suffered|got|took|tried|lost)\b.*\b(?:aged|(?:at|around) (?:the )?age (?:of )?)(?: ?only)? ?\d{1,2}\b|
  \bhad (?:his|her|their|a|an|the) (?:very )?first\b.*\bat (?:only )?\d{2}\b(?! ?(?:weeks?|wks?|months?|days?|past|to|am|pm|o|minutes?|mins?|mph|bpm|%|:))|
  去世|过世|离世|身亡|年前|个月前|去年|前年|上个?月|(?:今年|去年)?(?:春|夏|秋|冬)天|那年|当年|(?:两|几|三|每|头)(?:次|胎|回)(?:怀孕|怀|生孩子|生)都`);
/** A clause of a time alone, which dates the next: "last year, my dad had a stroke". */
const timeAlone = inLines(String.raw`
  ^ ?(?:(?:about|around|back in|in|it was|this was|over|some) )*(?:(?:\w+ ){1,2}(?:years?|months?) ago|last (?:year|month|spring|summer|autumn|winter|christmas)|(?:the )?(?:spring|summer|autumn|winter))$|
  ^(?:大概|大约)?(?:去年|前年|上个?月|那年|当年|[0-9一二三四五六七八九十几两多半]+(?:年|个月)前)(?:[春夏秋冬]天|的?时候)?$`);
const weekAgo = inLines(String.raw`
  \b(?:last|the other) (?:week|weekend)\b(?! still)|上(?:个)?(?:周|星期|礼拜)|前阵子`);
/** Swallowed, injected, cut or bitten: what still harms after a week. */
const act = inLines(String.raw`
  \b(?:took|taken|taking|swallow\w*|drank|drunk|ate|eaten|overdos\w*|inject\w*|inhal\w*|poison\w*|bit|bitten|bite|stung|scratch\w*|cut|cuts|hang\w*|jump\w*|kill\w*|suicid\w*|die)\b|
  吃|喝|吞|服|注射|咬|蛰|抓|割|跳楼|上吊|毒|农药|自杀|轻生|想死`);
/** Dead or in care now, said of the sign before it. */
const inCare = inLines(String.raw`
  \b(?:died|is dead|passed away|passed on|funeral|(?:is|are|now|still) in (?:hospital|icu|intensive care|rehab|a coma)(?! (?:car|parking|entrance|reception|waiting|lobby|queue)))\b|
  去世|过世|离世|走了(?=$|[，。的])|没了(?=$|[，。])|身亡|抢救|(?:在|已经|正在?|去|送|都)?住院(?![^，。]{0,4}(?:后|前|过))`);
/** Care that a verb of now outlives: "has chest pain, was discharged". */
const caredFor = inLines(String.raw`
  \b(?:(?:was|got|is|been) discharged|(?:was|been) in (?:hospital|icu|intensive care|rehab|a coma)|recovering|home (?:again|already|from)|
  (?:was |been |got )(?:taken(?! (?:(?:up|down|back) )?to (?:bed|work|school|the (?:toilet|bathroom|shops?))| (?:ill|sick|bad|poorly|home))|rushed|admitted)\b(?! (?:for|with) (?:this|that|the same|it)\b)|
  (?:paramedics|ambulance|crew) (?:\w+ )?(?:took|taken) (?:him|her|them|my|the)|was treated|got treated)\b|
  出院了?$|治好|救护车(?:拉|接|送)走`);
/** Is well now, which ends neither poison nor what may come back worse. */
const wellNow = inLines(String.raw`
  \b(?:recovered|(?:now|doing|much|all|fully) (?:better|well|fine|recovered)|(?:is|was|are|feels?) (?:fine|well|ok|okay) (?:now|again))\b|
  康复|(?:现在|已经|都|早就)好了|没事了|恢复(?:了|得|正常)`);
/** Dates care before the sign. */
const careEarlier = inLines(String.raw`
  \b(?:before|previously|last time|once|earlier (?:this|in)|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b|
  上次|上回|以前|之前|曾经|住过院`);
const death = /\bdied|\bis dead|passed|funeral|去世|过世|离世|走|没了|身亡/;
const broughtIn = /送(?:到|去|进)?了?(?:医院|急诊)/;
/** Care or death with its reason, said before the sign. */
const endedOf = inLines(String.raw`
  \b(?:(?:in (?:hospital|icu|intensive care)|admitted|(?:taken|rushed) (?:in|to (?:the )?(?:hospital|a and e|er|casualty|icu))|died|passed away|recovered|recovering|treated|funeral) (?:\w+ )?(?:for|with|of|from|after|following|because of)|
  discharged (?:\w+ ){0,3}(?:after|following)) [^,.]*$|
  (?:因为|因|由于|死于|是)[^，。]{0,8}$`);
const careInChinese = /去世|过世|离世|走的|没的|走了|没了|住院|抢救|身亡/;
/** Goes on about the same person: "he died", 人走了. */
const samePerson = inLines(String.raw`
  ^ ?(?:(?:and|but|so|then|sadly|luckily|thankfully|already|now|later|since) )*(?:(?:he|she|they|it) |who |(?:is|was|has|been|got|died|passed|recover\w*|discharged|home|now|all|fully|much|doing|paramedics|ambulance|the ambulance|the paramedics)\b)|
  ^(?:后来|最后|结果|现在|已经|幸好|好在|当时|当天|早就|都|就|也)*(?:他|她|人)?(?:后来|最后|现在|已经|当天|早就|都|就|也|在|正在?|被|没|送)*(?:去世|过世|离世|走了|没了|身亡|抢救|住院|住(?:了)?院|出院|康复|治好|好了|没事|恢复|救护车|医院|icu|重症)`);
/** It goes on, is back, or help is asked for. */
const goingOn = inLines(String.raw`
  \b(?:right now|now (?!better|fine|well|recovered|home|in|back|i)|just (?:now|had|collapsed|fell|went|started|took)|still (?!in (?:hospital|icu|rehab)|alive|think|shaken|upset|dream)|since|today|started|began|but now|
  came back|comes back|is back|has come back|worse|worsening|not (?:\w+ )?(?:better|improv\w*|seen|treated|been to)|(?:no|without) (?:treatment|doctor|help)|(?:is|are|has been) (?!(?:now |much |all |fully |back )*(?:home|better|fine|ok|okay|well|recover\w*|doing|out of|in (?:hospital|icu|intensive|rehab|a coma)|stable|discharged|dead|at home))|
  will not|won t|can not|keeps?|tonight|again(?<!(?:home|fine|well|ok|okay|better) again)|help|refus\w*|what (?:do|should) (?:i|we) do|threaten\w*|wants? to|going to|says? (?:he|she|they))\b|
  现在(?!好|没事|在家|恢复|挺|还做梦|康复)|正在(?!住院|抢救|康复)|刚才|刚刚|今天|今早|开始|还(?:没|是|在(?!医院|住院|icu)|有|疼|痛|晕|吐|喘|不)|仍|不醒|叫不|怎么办|救(?!护车拉)|躺在(?!医院)|不肯|又(?!怕)|今晚|想死|要跳|要死|[昨前]天起|没(?:去|看|上)(?:过)?(?:医院|医生|急诊)|没治|复发|越来越|加重|出院后|回家后`);
/** A verb of now, which no time in the clause makes past. */
const ofNow =
  /\b(?:has (?!had|been|since)|have (?!had|been|since)|is (?!home|dead|fine|ok|well|better|in|out|now|recover\w*)|are (?!home|fine|ok|well|better|in)|gets|feels|hurts|says|looks|wants|complains|am|can not)\b/;

/** An animal of the house. */
export const pet =
  /\b(?:dog|cat|puppy|kitten|rabbit|hamster|horse|budgie|parrot|pet|vet)s?\b|狗|猫|仓鼠|兔|鹦鹉|泰迪|金毛|柯基|宠物|兽医/;

/** Returns whether words name another person. */
export function namesOther(words: string): boolean {
  return distant.test(words) || close.test(words);
}

const people = new RegExp(`${distant.source}|${close.source}|${pet.source}`, 'g');

/** Returns the words for other people and for animals. */
export function peopleIn(words: string): string[] {
  return Array.from(words.matchAll(people), ([person]) => person);
}

/** The clause of a sign with those around it in its sentence. */
export interface Telling {
  readonly clause: string;
  /** From the start of the clause to the sign. */
  readonly before: string;
  /** From the sign to the end of the clause. */
  readonly after: string;
  /** The clauses before and after in the sentence, the nearest first. */
  readonly earlier: readonly string[];
  readonly later: readonly string[];
  /** Whether 因为 or "because" stands directly before the clause. */
  readonly isReason: boolean;
}

/** Returns whether the person named before a sign in its clause had it some time ago, or it has ended or is in others' hands. */
export function isOthersPast(telling: Telling, sentence: string, isWish: boolean, isLasting: boolean): boolean {
  const { clause, before, earlier, isReason } = telling;
  const subject = isReason ? (earlier[0] ?? '') + before : before;
  const isDistant = distant.test(subject);
  if ((!isDistant && !close.test(subject)) || goingOn.test(sentence)) return false;
  const isLong = longAgo.test(clause) || timeAlone.test(earlier.at(-1) ?? '');
  if (isLong && (!ofNow.test(clause) || isEnded(telling, false))) return true;
  if (isWish) return false;
  if (isEnded(telling, isLasting || act.test(clause))) return true;
  return isDistant && weekAgo.test(clause) && !act.test(clause) && !ofNow.test(clause);
}

/** Returns whether the clause of a sign, or what follows on the same person, tells its end. Being well is none of what stays dangerous. */
function isEnded(telling: Telling, staysDangerous: boolean): boolean {
  const { clause: own, before, after, earlier, later, isReason } = telling;
  const isNow = ofNow.test(own);
  if (ends(after, isNow, staysDangerous)) return true;
  if (isReason && careInChinese.test(after)) return true;
  if (endedOf.test(before) && (/[a-z]/.test(before) || careInChinese.test(after))) return true;
  if (isReason && ends(earlier[0] ?? '', false, staysDangerous)) return true;
  let isBroughtIn = false;
  for (const clause of later) {
    if (!samePerson.test(clause)) return false;
    isBroughtIn ||= broughtIn.test(clause);
    if (ends(clause, isNow, staysDangerous && !isBroughtIn)) return !longAgo.test(clause) || death.test(clause);
  }
  return false;
}

/** Returns whether words tell of death, of care that is not of an earlier time, or of being well. */
function ends(words: string, isNow: boolean, staysDangerous: boolean): boolean {
  if (inCare.test(words)) return death.test(words) || !careEarlier.test(words);
  if (careEarlier.test(words)) return false;
  return (!isNow && caredFor.test(words)) || (!staysDangerous && wellNow.test(words));
}
