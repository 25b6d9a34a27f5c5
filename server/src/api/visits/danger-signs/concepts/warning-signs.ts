import type { Concepts } from './concept.ts';

/**
 * Warning signs of suicide that do not name it (WHO mhGAP 2023; American Association of Suicidology: IS PATH WARM). One alone is often harmless; two
 * different ones count, and everyday words only beside a strong one.
 */
export const warningSigns = {
  /** Says goodbye. */
  goodbye: {
    en: `
      (last|final) (message|email|text|letter|post|time|visit|appointment) (\\w+ ){0,3}(to you|to everyone|from me|i will|you will|i write|ever) /
      (do not|never|please do not) blame (me|yourself|yourselves|anyone|her|him) /
      (?<!\\b(?:i|we|to|who|also|they|he|she|always|still) )(look after|take care of) (mum|mom|dad|them|each other|yourselves|(my|the|our) (kids|children|boys|girls|dog|cat|mum|dad|wife|husband))( for me)? /
      (not|never) have to (worry|bother|deal|put up|look after|care) (\\w+ )?(about|with|for)? ?me (after|from|any ?more|soon) /
      be good (for|to) (mum|mom|dad|your|each|nan) / goodbyes? (to|for) (you|us|everyone|all|the|my|them|each) /
      (wrote|written|write|writing|left|leaving|posted|finished|recorded) (\\w+ ){0,3}(letters?|notes?|cards?|videos?|messages?) (\\w+ )?(to|for) (each|all|my|the|our|every|mum|dad|them) /
      (do not|please do not|dont) (lecture|try to stop|call anyone|tell anyone) (\\w+ )?`,
    zh: `
      (过了?|等)(今晚|今夜|今天|明天|这周)[^。]{0,8}(不用|没人|不必)[^，。]{0,3}(操心|担心|管|惦记|烦)我 /
      最后一次[^，。]{0,4}(麻烦|打扰|联系|见|聊|来(?!月经|例假|姨妈|大姨妈)|给你|发|谢|跟|找) /
      (别|不要|不用)(怪|怨|恨|找|惦记)我 / (别|不要)为我(难过|哭|伤心) /
      (给|跟|向)(爸妈|孩子|家里|父母|他们|女儿|儿子|老婆|老公|朋友|妈妈?|爸爸?)[^，。]{0,4}(写|留|发|录)[^，。]{0,5}(信|话|视频|语音|字条|纸条) /
      照顾好(爸|妈|孩子|他们|弟|妹|家|她|他) / 遗书 / 绝笔 / 告别 /
      最后(一)?面 /
      最后一(次|天|面)_(说|见|谢|过) /
      (?<!推荐|介绍|证明|感谢|转诊|邀请|表扬)信_写好`,
  },
  /** Thanks or apologises as at an end. */
  lastThanks: {
    en: `
      (text\\w*|messag\\w*|wrote|written|posted|sent|left) (\\w+ ){0,5}(goodbye|love you all|love us all|(all|everyone|everybody) sorry) /
      (thank you|thanks|grateful) (\\w+ ){0,6}(over the years|all these years|for everything|for trying|for all|you did|for being) /
      (did|done|tried) (your|their|our) best / sorry for everything / sorry (mum|mom|dad|everyone|kids|my love) / forgive me`,
    zh: `
      谢谢(你|您|医生|大家|你们|各位)[^，。]{0,8}(照顾|陪伴|陪我|这么久|这些年|一直|一路) /
      对不起(爸|妈|大家|孩子|你们|老婆|老公|家里|所有人) / 原谅我`,
  },
  /** Gives things away, entrusts people, puts affairs in order. */
  settles: {
    en: `
      (gave|given|give|giving|gives) (my|her|his|all|the) (\\w+ ){0,4}(away|to (the|a|my|her|his|our) (neighbours?|friends?|sister|brother|shelter|rescue|flatmate|colleague|church|charity)) /
      (rehomed|found (a )?(new )?homes? for) (my|the|her|his) (\\w+ )?(dog|dogs|cat|cats|pets?) / bills (\\w+ )?paid /
      (will|testament|passwords|policy|documents|papers) (\\w+ )?(on|in|by) (the|my|a) (desk|table|drawer|kitchen|envelope|safe) /
      (sorted|settled|put|got|getting|putting|tied up) (\\w+ ){0,2}(affairs|loose ends|everything|my things|papers)( in order)? /
      cancelled everything / (made|making) (my |all )?(the )?arrangements / (all|everything) (is |s )?(all )?(arranged|settled|in order|taken care of) /
      sorted (out )?(my|his|her) (will|affairs|funeral) /
      (wrote|writing|written|changed|updated) (my|his|her|a) will`,
    zh: `
      (猫|狗|花|宠物|娃娃|玩具|书|手办|吉他|东西|衣服|首饰)[^，。]{0,6}(送人|送给|托付|交给|留给) / 托付 / 托孤 /
      (安排|交代|交待|处理|打点|收拾)(?<!(?:住院|手术|化疗|放疗|检查|复查|疗程|行李|房间|工作|出差|行程)[^，。]{0,6}..)(好|妥|完|清楚)了 / (孩子|娃|妈|爸|老人)[^，。]{0,2}(就)?(归|交给|拜托|托给) /
      (密码|存折|银行卡|存款|钱)[^，。]{0,6}(告诉|留给|转给|写在|都给) / (定时|设好时间)[^，。]{0,6}(发|寄|出去) /
      (银行卡|存折|密码|房产证)_?(密码|放|在|告诉|给|是) /
      (绳子|炭)(都|已经)?(买|备|准备)好了? /
      (东西|猫|狗|宠物|花|衣服|书|房子)(都|也)?(送|处理|退|卖|扔)(人|掉|走|完)?了_`,
  },
  /** Speaks as if there were no time after a day. */
  noFuture: {
    en: `
      (will|would|nobody|no one) (not |never |no longer |has |have )+(to|have to) (worry|bother|deal|put up|look after|care) (\\w+ )?(about|with|for)? ?me /
      (plan|date|day) (\\w+ )?(to|for) (end\\w*|die|dying|kill\\w*|disappear|leave (this|you|them|everyone)|it all) /
      (it|this|everything|all|pain) (ends|will end|will be over|stops|finishes|is over|is going to (end|be over|stop)|will (all )?(stop|end)) (by|on|this|tonight|tomorrow|soon|after|at|before|then|for good) /
      (by|before|after|from) (the )?(weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tonight|tomorrow|morning|then|today|this week|christmas) (\\w+ ){0,5}(over|gone|free|at peace|nobody|no one|rid of me|without me) /
      (my )?time is up / (not|never) (\\w+ )?(be )?(around|here|there) (for|to see|by|when|at|much|long|next|any ?more|tomorrow|come) /
      (do not|will not|no longer) need (it|them|this|that|anything|any of it|an appointment|the appointment|my things) any ?more /
      (when|after|once|if) (i am|i have|i was|i were) (gone|dead|not (here|around)|no longer (here|around)) /
      (nobody|no one) (\\w+ ){0,3}(worry|bother|deal|put up|look after|care) (\\w+ )?(about|with|for)? ?me /
      (leave|leaving|left) (quietly|for good|everyone behind|you all|this world|them all|it all behind) / rid of me /
      cancelled everything (after|from) / i know (exactly )?what i (will|am going to|have to|ll) do / no (more )?tomorrows?`,
    zh: `
      不用再(操心|担心|管|惦记)我 / (计划|日子)[^，。]{0,4}(去死|自杀|结束(自己|生命|一切)|走了断) /
      (今晚|今天|明天|明早|明晚|后天|周[一二三四五六日天末]|星期[一二三四五六日天]|过了今[晚天]|很快|马上)[^，。]{0,6}(就|都|不会|不用|再也)[^，。]{0,5}(结束|解脱|没有?我|嫌我|烦我|操心|管我|担心我|拖累|看不到我|见不到我|轻松|离开) /
      (今晚|今天|明天|这次|这件事)(过后|之后|以后)[^，。]{0,8}(没人|没有人|不会|不用|再也) / 后面的(路|日子)[^，。]{0,4}(不|没) /
      (剩下|以后|往后)的(路|日子)[^，。]{0,4}(你们|他们|自己|就靠) / (安静|悄悄|静静)地?(离开|走|消失) / 离开(大家|你们|家人|所有人) /
      (人生|这辈子|我)[^，。]{0,4}(到|就)(今天|这里|此|这儿)(吧|为止|结束) / 没有(明天|以后|将来|下次)了? / 最后的(日子|时间|心愿|愿望) /
      (我|等我|要是我|如果我)(要是|如果)?(走|不在|没)了[^，。]{0,4}[，]?[^。]{0,4}(孩子|你们|他们|大家|家里|妈|爸) / (等|到)[^，。]{0,10}(我)?就(去)?(走|找他|找她|陪他|陪她|解脱) /
      想结束(?!疗程|治疗|通话|咨询|问诊|这次|对话)`,
  },
  /** Can not go on, which is also said of pain, noise or work. */
  unbearable: {
    en: `
      what is the point / no point (any ?more|in any|in going|in trying|to any) /
      can not (do|take|face|bear|stand|go on|carry on) (with )?(this|it|another|any of (it|this))?( any ?more| any longer| much longer)? /
      tired of (trying|pretending) / i am done / i give up / not (\\w+ )?(brave|strong) enough / see (\\w+ )?(a |any )?(reason|point) (to|in)`,
    zh: `
      (撑|熬|坚持|挺|顶)不(住|动) / 真的(好|太|很)?累了 / 硬撑 / 受够了 / (有啥用|有什么用|有何用)，?不如`,
  },
  /** Feels worthless, a burden, or without hope. */
  worthless: {
    en: `
      (i am|i feel|am|feel|feeling|such|been|become|just) (\\w+ )?(a burden|worthless|useless|a waste|a failure|hopeless|trapped|unlovable|nothing to) /
      hate (myself|my life|being me|living) / deserve (the |to |this |it |all )(\\w+ )?(pain|suffer|die|hurt|punish\\w*) /
      tired of (everything|it all|fighting|life|being (here|alive)) / hopeless / (no|lost all|without) hope / empty inside / dead inside /
      no way out / only one way /
      (nobody|no one) (\\w+ )?(cares?|notices?|misses|needs me|loves me|wants me) / i do not matter / let (everyone|everybody|them all|you all) down /
      (everyone|everybody|they|world|family|kids) (\\w+ ){0,3}better off / too much for (everyone|them|my family) / nobody would notice`,
    zh: `
      (没(有)?我|我(不在|走|死)了?)[^。]{0,8}过得更好 / (?<!让|想|希望|盼)(他们|大家|家里|孩子|你们)(都|会|就|才|一定|反而){1,2}过得更好 /
      (撑|熬|坚持|挺)不下去 / 不配(活|被爱|做人|拥有|当) /
      (我|自己)[^，。]{0,5}(多余|累赘|废物|拖累|负担|垃圾|失败者) / 存在[^，。]{0,4}(多余|没意义|没有意义|错误|负担) /
      (活|过)得(太|好|真|很)?(累|苦|痛苦|没意思|没意义) / 没(有)?人(会)?(再)?(在乎|在意|爱|需要|关心|懂)我? / 嫌我 / 绝望 /
      没(有|啥|什么)?(希望|盼头|指望|活路|出路|留恋|牵挂) / 恨(我)?自己 / 心(已经|都)死 /
      没脸(见|活) / (再也)?好不起来了 / 拖累(家|你们|他们|爸|妈|孩子|大家|老) /
      没人会(知道|在意|发现|管)_?(我|的)? / 看不到(明天|希望|未来|出路)`,
  },
  /** Has or looks for a means, or a plan with a day. */
  means: {
    en: `
      (a plan and a (date|day)|a (date|day) and a plan)(?! (for|with)) /
      how many (of )?(these|those|my|the|them|it) (\\w+ ){0,3}(it would|would it|it d|does it|will it) (take|need) /
      (sit|sat|sitting|stay\\w*|wait\\w*) (\\w+ ){0,3}(garage|car) (\\w+ ){0,4}(engine|exhaust|running|hose) /
      (look\\w*|star(e|es|ed|ing)|think\\w*|googl\\w*|search\\w*|read\\w*|watch\\w*|drawn|go\\w*|went|come|stand\\w*|stood|sit\\w*|sat|walk\\w*) (\\w+ ){0,5}(rope|noose|exhaust|blades?|razors?) /
      (shotgun|rifle|pistol|revolver|firearms?|guns?) (\\w+ )?(licen[cs]e|is|are|in|from|out|gone|and)? /
      hold my breath (under|in) / under the (bath )?water (longer|until|till) /
      (burn|cut|scratch|punch|hit|bite|starve) (my ?self|my (\\w+ )?(thighs?|arms?|legs?|wrists?|stomach|head|skin)) (\\w+ ){0,4}(with|until|because|when|to) /
      (razor|blade|cutting|bleeding|pain|burning) (\\w+ )?(is the only|helps|stops|quiets|calms|makes it)|only thing that (stops|helps|quiets) /
      (sav\\w*|hoard\\w*|collect\\w*|stash\\w*|hid\\w*|count\\w*) (up )?(\\w+ ){0,4}(pills|tablets|meds|medication|insulin|morphine|paracetamol) /
      driv* (\\w+ )?off the /
      razor blades?`,
    zh: `
      有(了)?计划[^，。]{0,2}[，]?(也)?有日子了? / (药|安眠药|药片|安定)[^，。]{0,6}(数了|数好|捏着|攒|藏) /
      (刀片|刀|圆规|剪刀|小刀|玻璃片?|针|烟头)[^，。]{0,6}(往|在)?(胳膊|手腕|手臂|手上|大?腿)[^，。]{0,4}(扎|划|割|烫|刻) /
      煤气[^，。]{0,6}(拧开|打开|开着) / (炭|绳子|农药|百草枯|老鼠药)[^，。]{0,6}(买|备|藏)[好了] /
      (哪种|什么|啥|怎么)(办法|方法|方式|死法|药|走)?[^，。]{0,6}(不痛|不疼|最快|没痛苦|痛苦少|不难受) /
      一道(一)?道(的)?(新|旧|红)?(口子|伤|印|疤|痕) / (袖子|胳膊|手腕|手臂|大腿)[^，。]{0,8}(口子|刀痕|划痕|割痕|伤痕)`,
  },
  /** At a dangerous place, or with things at hand; both are also said of the way to work or the medicine cupboard. */
  withinReach: {
    en: `
      how many (of )?(these|those|my|the|them|it) (\\w+ ){0,3}(do i|i would|i d) (take|need) /
      how (high|far|deep|cold|fast|long|quick\\w*) (\\w+ )?(the |a |it |that )?(drop|fall|water|train|jump|bridge|would be|would take) /
      (look\\w*|star(e|es|ed|ing)|think\\w*|googl\\w*|search\\w*|read\\w*|watch\\w*|drawn|go\\w*|went|come|stand\\w*|stood|sit\\w*|sat|walk\\w*) (\\w+ ){0,5}(train tracks|tracks|trains|railway|bridge|drop|ledge|cliff|edge|roof|rooftop|river|weir|platform) /
      (on|at) the (platform|bridge|ledge|cliff|tracks|level crossing|railing) /
      (car|bridge|tree|train|spot|place|day|date|way) (\\w+ ){0,3}in mind /
      locked (him|her|my)self in (\\w+ ){0,3}(bathroom|room|garage|car)`,
    zh: `
      (药|安眠药|药片|安定)[^，。]{0,6}(够了|在?手边|床头) / (吃|喝|吞)完(这|那)(一)?(次|瓶|盒)[^，。]{0,3}(就|了) /
      (屋顶|楼顶|天台|顶楼|桥上|江边|河边|湖边|窗台|阳台|铁轨|站台|悬崖|水库)[^，。]{0,10}(上来|坐|站|没锁|吹风|往下|看着|下面) /
      药_(床头|枕边|手边|摆好|备好) /
      药(都|已经)?_(摆|放|数|倒)(在|好|了)?_(面前|眼前|手边|床头|桌|手里) /
      (一个人|天天|晚上)_?(在|坐)(阳台|天台|窗台|楼顶|江边|桥上)_ /
      (走到|站到|去到|去了)_(铁路|桥|江|河|楼顶|天台|铁轨|水库|海)_(那里|边|上)? /
      (站|蹲|坐|走)(在|到)_?(站台|地铁|铁路|月台|桥|楼|天台|水库|悬崖|江|河)(边|上|里|口|头|旁)?`,
  },
  /** Imagines death as rest, or asks what it is like. */
  deathAsRest: {
    en: `
      (if|hope|wish|praying) (i|that i) (do|did|would|will|could) (just )?not wake( up)?( tomorrow| in the morning)? /
      (want|need|wish) (everything|it all|my head|(the )?noise in my head) (\\w+ )?to (be quiet|stop|go quiet|end|be over) /
      (go|fall|drift) (off )?(to sleep|asleep) (and|for|forever|then) (\\w+ )?(not|never|good|ever|stay)? /
      not (have to|having to) (\\w+ )?(do|face|live|see|get through|wake up to) (another|tomorrow|any more|this) /
      (wish|hope|hoping|pray\\w*|if only|want) (\\w+ ){0,5}(hit|run over|crash\\w*|taken|take|kills?|killed|finish\\w*) (me|properly|us)( \\w+)? /
      (should|rather|wish it) (\\w+ )?(have been|had been|be|was|were) me /
      (join|be with|go to|see|going to) (\\w+ )?(my )?(late|dead|deceased|dear)? ?(mother|mum|mom|dad|father|husband|wife|son|daughter|sister|brother|nan|gran) (again|in heaven|up there|soon|maybe|on the other side)? /
      (dying|death|to die|being dead) (\\w+ )?(hurts?|feels?|like|painful|peaceful) / painless\\w* /
      (finally|at last|be|find|want) (\\w+ )?(free of|at peace|at rest|some peace|peace at last|quiet forever) /
      calm (\\w+ )?for the first time / (the )?pain (will|would|to) (\\w+ )?(stop|end|be over) / one day i (will|would) (not|stop|just)( \\w+)?`,
    zh: `
      (一觉|一直|永远|就这么|安静)地?睡(过去|着|下去|死) / (一睡|长睡|睡着)[^，。]{0,3}(不醒|不起|过去) /
      (想|要|也想|该|打算|就)[^，。]{0,6}(去)?(陪|找)(他|她|爸|妈|老伴|他爸|她妈|奶奶|外婆|儿子|女儿|爷爷) /
      (死|走|人死|死掉)了?[^，。]{0,5}(疼不疼|痛不痛|会不会疼|会不会痛|疼吗|痛吗|什么感觉|不会很?疼|不会很?痛|去哪) / 最不(痛|疼|痛苦|难受) /
      (去|到)一个?(没有人|没人|很远|另一个世界|没有痛苦)的?(地方|世界)? / 来世 / 来生 / 下辈子 / (就|便|倒)清[净静]了? / 解脱 /
      心里(反倒|反而|一下子?|突然)(轻松|平静|踏实) / 想好(了)?(怎么|咋|什么时候)(走|离开) / (我|自己)?早(就)?该(没|死|走|消失)了 /
      闭上眼[^，。]{0,4}(再也|永远|不(再|用)|就(过去|走|完|结束))`,
  },
  /** Letters are written or sent; with the next two: everyday words that also go before a suicide. They count beside a strong sign, or all three together. */
  everydayLetters: {
    en: `
      (written|wrote|writing|finished) (the|my|all the|some|our) (letters|notes|cards)( \\w+)? / (text\\w*|messag\\w*|wrote|posted|sent) (\\w+ ){0,5}(sorry|bye) /
      (just )?(want\\w*|need\\w*) to tell (someone|somebody|anyone)`,
    zh: `信都写好 / (就是)?想(跟|和|找)(人|个人)说(一声|说)`,
  },
  /** The phone is off, the cat has food, things are ready. */
  everydayLeaving: {
    en: `
      (turned|switched) (his |her |the |my )?phone off / phone (is |was |has been )?(switched |turned )?off /
      (left|put out|put down|fed|got) (\\w+ ){0,4}(cat|dog|pets?|cats|dogs|fish) (\\w+ )?for (\\w+ )?(days|week|weekend) /
      (do|does) not have to (worry|bother|look after|care) (\\w+ )?(about|with|for)? ?me`,
    zh: `
      手机(就|也|都)?(关|关机)了 / 最后(一)?(次|条|顿) / (猫粮|狗粮|鱼食|水和粮)[^，。]{0,4}(放|留|备)了 / (东西|药)(都|已经)?(买|备|准备)好了? /
      不用(操心|担心|管|惦记)我 / (想|要|准备)(今晚|明天|今天)?(走了|结束了|去了)(?=[，。！]|$) / (到|就)(今天|这里|此|这儿)(吧|为止|结束)`,
  },
  /** Wants quiet or an end, or has a plan. */
  everydayQuiet: {
    en: `
      i (have |have got |got |made |have made )a (plan|date)(?! (for|with|at|to (lose|stop|quit|move|eat|travel|see|start))) / (it is|its) tonight /
      (want|need|wish) (it|things|this|the noise) (\\w+ )?to (be quiet|stop|go quiet|end|be over) / (just )?wants? (some )?(quiet|silence|peace)`,
    zh: `
      (有|定)(了)?计划了?(?=[，。！]|$) / (选|定)(好)?(了)?日子了?(?=[，。！]|$) / 计划好了? / (只|就|就只)?想(安静|清净|静静)(了|一下|吧)? / 闭上眼`,
  },
} as const satisfies Concepts;
