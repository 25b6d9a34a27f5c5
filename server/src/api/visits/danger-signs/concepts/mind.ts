import type { Concepts } from './concept.ts';

/** Thoughts of death, self-harm, harm to others. */
export const mind = {
  /** Counts even when denied, because the denial shows that the patient thinks of it. */
  wantsToDie: {
    kind: 'firm',
    en: `
      (kill|killing|hurt|hurting|harm|harming|cut|cutting|hang|hanging|burn|burning|shoot|shooting|drown|poison|injure|injuring|off) (my ?self|(him|her|your|them|our) ?sel(f|ves))(?! (laughing|shaving|on a|with (the )?(knife while|hot)|cooking|while|by accident|accidentally)) /
      (end|ending|take|taking|took) (my|his|her|their) (own )?li(fe|ves) / end(ing)? it( all)?(?! (with|up|well|in)) /
      better off (dead|without me|if i|not here|when i) /
      (want*|wish*|wanna|ready|plan*|decided|going|like|prefer|rather|hop\\w*|longing|desire|trying|tried|threaten\\w*|think\\w*|need) (to |that |i |was |were |could |just |be |about |of |would |am |we )*(die|dying|dead|disappear|not exist|vanish|not wake up)(?! (from laugh|of embarr|for a|laughing|at the)) /
      not want (to )?(\\w+ )?(live|be alive|be here|wake up|go on|exist|carry on|be around|continue|face another|be on this) /
      no longer want* to (live|be here|be alive|go on|exist) /
      (no|not) (\\w+ )?(reason|point|sense|will|worth) (\\w+ )?(left )?(to live|in living|living|to go on|in going on|to carry on|being alive|in being here|in carrying on|to stay alive|for me to) /
      nothing (left )?to live for /
      (hope|wish|pray|want|rather) (\\w+ ){0,5}(never|not|do not|would not|did not|could not) wake( up)? / never wake up /
      go to sleep (and|forever) (not|never|forever)? / (tired|sick|done) of (living|life|being alive|existing) /
      (life|living) (\\w+ ){0,3}not worth( it)? /
      can not (go on|carry on|live|do this|take (this|it)|face|keep going) (\\w+ ){0,3}(any ?more|any longer|like this|living|another day)? /
      wish (\\w+ )?(i )?(was|were|had) (dead|never (been )?born|not here|gone) /
      wish (the |that |a )?(\\w+ )?(car|bus|train|lorry|truck|accident|crash|cancer|stroke|illness) (had )?(hit|killed|taken|finished|took) (me|properly) /
      how many (of )?(these|those|my|the) (\\w+ ){0,2}(it would|would it|it d|it will|i would|i d) (take|need) /
      (look\\w*|googl\\w*|search\\w*|work\\w*|wonder\\w*) (\\w+ ){0,2}how (high|far|deep|long) (\\w+ )?(the )?(drop|fall|bridge|water|jump) /
      (everyone|everybody|they|people|family|kids|world|you) (\\w+ ){0,5}better (off )?without (me|her|him) /
      (no ?one|nobody) (would|will) (\\w+ )?(miss|notice|care) (\\w+ )?(if|when|me) /
      (sav\\w*|stockpil\\w*|hoard\\w*|collect\\w*|stash\\w*|count\\w*|lined up) (\\w+ ){0,4}(pills|tablets|meds|medication|medicine|sleeping) /
      how many (\\w+ ){0,5}(would|does|do|will|it takes?|to) (\\w+ ){0,4}(kill|die|end|never wake|fatal|lethal)\\w* /
      (ways?|methods?|painless|easiest|quickest) (\\w+ ){0,3}to (die|kill|end|go) /
      (wrote|written|writing|left|leaving) (\\w+ ){0,3}(goodbye|suicide|farewell|final)? ?(letters?|notes?) (\\w+ ){0,6}(goodbye|family|kids|mum|mom|everyone|behind)? /
      (said|saying|say) (\\w+ )?(goodbye|goodbyes|farewell) / goodbye (letter|note|message|text)s? /
      (giv\\w*|gave) away (\\w+ ){0,3}(things|belongings|possessions|stuff|pets?) /
      (standing|stood|sitting|stand|going|go|walk\\w*|drive|driv\\w*) (\\w+ ){0,4}(on|to|off|at|into|near|onto) (\\w+ ){0,3}(bridge|ledge|train tracks|railway|roof edge|edge of|rope|noose|cliff|oncoming|in front of) /
      (jump\\w*|step\\w*|throw\\w*) (\\w+ )?(off|from|in front|under|out of) (\\w+ ){0,3}(bridge|building|roof|balcony|train|window|tube|traffic|car|lorry|bus|cliff) /
      (bought|got|have|tied|found) (\\w+ ){0,2}(rope|noose) / unaliv* / kms / kys / ctb / (over)?dose on purpose /
      not be here (any ?more|tomorrow|much longer|next) / will not be (here|around) (tomorrow|much longer|any ?more|next|for) /
      (make it|it to) all stop / be with (\\w+ ){0,3}in heaven / join (\\w+ )?(late|dead|my (wife|husband|mum|dad)) /
      drive (my car )?into a / thoughts of (dying|death|ending|not being here|disappearing|crashing) /
      (a )?burden (\\w+ ){0,8}(gone|dead|without me|better off|end) / crash my car / final (exit|goodbye) /
      put an end to (it|my life|everything|this) /
      cut(s|ting)? (\\w+ ){0,3}(wrists?|arms?|thighs?|legs?) (\\w+ ){0,5}(cope|relief|again|feel|razor|blade|deliberately|purpose|pain) /
      (slit|slash\\w*|cut) (my|his|her) wrists? /
      (pills|tablets|meds) (\\w+ ){0,3}(lined up|laid out|counted|in front of me|ready|on the table) /
      (gun|rifle|shotgun|pistol) (\\w+ ){0,8}(mouth|head|bed|loaded|myself) /
      (in|into|to) my (mouth|head|temple) (\\w+ )?(most|every|pull)? /
      (messag*|text\\w*|wrote|sent|posted) (\\w+ ){0,4}(goodbye|farewell|good bye|sorry for everything|he loved us|look after) /
      it will (all )?be over soon / (this|it) is (the end|goodbye) / had enough of (life|everything|living|it all) /
      (does|do) it properly next time / next time (\\w+ ){0,3}(properly|for good|for real|will work) /
      scratch* (her|his|my) wrists / (put|putting) (myself|an end) /
      (not|no) (\\w+ )?see (\\w+ )?(tomorrow|christmas|next week|my birthday|the point) /
      
      who will (\\w+ )?(look after|care for|feed) (\\w+ ){0,4}(gone|when i) / letters? to (my )?(kids|children|family|parents) /
      (thanks|thank you|sorry|love) (\\w+ ){0,6}(to )?(everyone|the doctor|doctors|you all) (\\w+ ){0,6}(goodbye|helped|tried|everything) /
      step* in front / (walk*|swim\\w*) into the (sea|traffic|river|ocean) /
      tied (\\w+ )?(a |the )?(sheet|belt|rope|scarf) / (belt|cord|scarf|sheet|rope) (\\w+ ){0,5}(neck|beam|door|tree) /
      (planned|plan|picked|chosen|set) (\\w+ ){0,4}(date|day|place|night|spot|how) (\\w+ ){0,3}(die|go|end|it)? /
      burn* (my|her|his) (arm|arms|leg|skin) (\\w+ ){0,5}(lighter|cigarette|feel|deserve|calm|cope) /
      (he|she) (is |has )?(missing|gone|left|not answering|will not answer) (\\w+ ){0,8}(note|letter|goodbye|suicid\\w*|pills) /
      
      (chosen|picked|set|know|decided on) (\\w+ )?(the |a |my )?(day|date|spot|place|bridge|tree|method) / (my|his|her) goodbyes /
      (happier|easier|fine|relieved|cope) (\\w+ )?(if|without|when) (i|he|she) (\\w+ ){0,2}(not around|not here|gone|dead|disappeared) /
      happier if /
      (he|she|i|been|started) (is |has been |have been |started |been )?cutting (?!(out|down|back|the|grass|hair|veg|weight|calories|my (hair|nails)|sugar|carbs|bread|corners)) /
      (drew|ran|dragged) a (blade|knife|razor) /
      (walk|go|drive|keep going) to the (railway|bridge|tracks|cliff|roof|river|station platform) /
      googl* (\\w+ ){0,4}(die|kill|overdose|suicide|hang|painless|lethal)\\w* / lethal dose /
      do not want (to )?(tomorrow|morning) (to come)? / sleep and never / pull the trigger / step off /
      said (\\w+ )?(his|her|my)? ?goodbyes? / going to do it (\\w+ )?(tonight|today|now|tomorrow|this) / 
      pain (\\w+ )?(to be )?over for (good|ever) / can not see (a )?(tomorrow|future) /
      took (his|her|the) (shotgun|gun|rifle|rope|pills) / left a (letter|note) / final (letter|note) / 
      
      slic\\w* (\\w+ ){0,3}(thighs?|arms?|wrists?|legs?|skin|(my|him|her)self) /
      (can|could) not see (any|a|another) (way out|future|way forward|point|reason|end to) / no way out /
      (ways?|how) (\\w+ )?(would|will|to|i d|i could|i ll) (do it|end it|finish it|go)( \\w+)? /
      (everyone|everybody|they|kids|family|world|people|you|mum|he|she) (\\w+ ){0,4}(happier|better|easier|fine|glad|relieved) (\\w+ ){0,3}(without|if i|when i|once i) /
      (if|when|once) i (\\w+ )?(was|were|am|wasn t|m) (\\w+ )?(not (here|around)|gone|dead|out of the way) /
      (letters?|notes?) (to|for|ready|written) (\\w+ )?(my |the )?(kids|children|family|mum|husband|wife|everyone|parents|partner) /
      (tablets|pills|meds|rope|blade|razor) (\\w+ ){0,4}(lined up|ready|laid out|in front|beside me|next to me|in my hand|on my lap|counted|bought) /
      (do|does) not want to (\\w+ )?(be (here|alive|around)|wake|live|exist|see (tomorrow|morning)) /
      (by|before) (the )?morning (\\w+ )?(gone|over) /
      (end|over|stop|finish) (it|this|everything) (all )?(tonight|today|now|soon|for good) /
      (texted|messaged|rang|phoned|sent|wrote|written|saying|said|posted) (\\w+ ){0,4}(goodbye|good bye|farewell|sorry for everything|final) /
      (rope|noose|hose ?pipe) (\\w+ ){0,4}(shed|garage|loft|car|tree|bought|ready|tied) /
      over ?dose (on purpose|deliberate\\w*|tonight|again) / 
      (give|giving|given) up on (life|living|everything) / (cut|cuts|cutting|burn\\w*|hurt\\w*) (him|her|my|them)selves? /
      wish (\\w+ )?(i |he |she )?(would|could|did) (not|n t) (wake|exist|be here) /
      (drive|driving|drove|steer) (\\w+ ){0,3}(off|into) (\\w+ )?(bridge|wall|tree|cliff|river|oncoming|lorry) /
      (car|engine|exhaust|hose|motor) (\\w+ ){0,5}(garage|running) (\\w+ ){0,4}(ready|closed|shut|now)? ?(?=ready|waiting) /
      tell (my|the|our|them|her|him) (\\w+ )?(mum|mom|dad|kids|children|wife|husband|family|parents|boys|girls)? ?(i am sorry|i love|sorry|i loved) /
      (cutting|hurting|burning|scratching|pills) (\\w+ )?(is not|isn t|not|no longer) enough /
      (what|which) (\\w+ ){0,3}(quickest|painless|easiest|fastest|best) (\\w+ )?(way|method) (\\w+ )?(to go|out|to die|to end)? /
      (quick|painless|easy) way (to go|out|to die) /
      
      on purpose (\\w+ ){0,4}(overdos\\w*|cut|pills|tablets|crash) / (hurt|kill|harm|end) myself /
      i am done (with (life|everything|it all|this)|here|fighting) /
      (ready|want\\w*|time) to go (to sleep )?(forever|for good|home to (god|jesus|heaven)|be with) /
      make (it|the pain|everything|this) stop (for good|forever|tonight) / wish i (was|were) (dead|never born|gone) /
      nothing (left )?(to live|here) for / nothing (left )?to (stay|live|be here|carry on|go on|wake up|get up) for /
      (sav\\w*|stockpil\\w*|hoard\\w*|collect\\w*|kept|keep\\w*) (up )?(\\w+ ){0,3}(enough|all) (\\w+ ){0,4}(pills|tablets|meds|medicine|insulin|morphine) /
      (settled|decided|fixed|set) on (\\w+ )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday|tonight|tomorrow|the (date|day|bridge|way)) /
      life insurance (\\w+ ){0,10}(suicid\\w*|accident|pay(s)? out|if i|when i) / (look\\w*|make it look|seem) like an accident /
      
      (sort|clear|pay off|cover) (\\w+ )?debt\\w* (\\w+ ){0,3}for them /
      (they|kids|wife|family) (\\w+ )?(will|would|d) (\\w+ )?(get|have) the (insurance|money) /
      
      (next|fast) (one|train) (\\w+ )?(does not|doesn t|won t|will not) stop /
      (giv\\w*|gave|given) (\\w+ ){0,3}(stuff|things|belongings|possessions|everything|clothes|dog|cat|records|books) away /
      (do not|don t|will not|won t|not) (\\w+ ){0,3}(be (around|here|about)|make it|last|see) (\\w+ ){0,3}(weekend|week|month|christmas|tomorrow|morning|long|birthday|summer) /
      (took|taken|used|using|put) (\\w+ )?(a )?(razor|blade|knife|scissors|glass) (\\w+ )?(to|on|across) (my|his|her) (arms?|wrists?|legs?|thighs?|neck|throat|skin) /
      ^i (\\w+ )?can not (go on|carry on|live like this)[.!]*$`,
    zh: `
      (想|要|不如|干脆|慢慢|就|直接|一步步|往前|打算|准备)[^，。]{0,4}(走|跳|冲)进(海|河|湖|江|水库|水)里?(去)?(?!游|玩|泡|洗|凉|抓|捞|里?游) /
      (?<!不)想死(?!你|我了你|他了|妈|那) / (不|唔)想(再)?(活|生存|在这个世|醒来|醒过来|做人|继续活) / 活(不|唔)下去 / 活不(成|下) /
      不如死 / (?<![穷笑累热饿气烦困急冷吓慕丑懒忙酸苦渴])死(了|掉)(算|就|才|拉倒|得了|一了百了) / 死(了)?_解脱 /
      了结(自己|生命|这|一切|这条) / 了断 / 结束(自己|生命|这一切|这条命|一切|痛苦的?生命) /
      (活着|人生|生活|生命|(?<![干做农生灵快鲜])活)_(没|没有|冇|无)_(意思|意义|价值|盼头|希望|什么意) / 割(腕|自己|手腕|脉) /
      跳(楼|河|桥|江|轨|海)(?!(走|没|身亡|去世|死)了?(?=，|。|$|的)) / 跳下去(一了|就|算) / (从|站在)_(楼顶|天台|桥|阳台|窗)_(跳|往下|下去|想|边) / 上吊 / 烧炭(自|了|走) /
      (写|留)(好|了|下|过)?_(遗书|绝笔|告别信) / 遗书 / 告别(信|了所有|大家|世界|这个) / (想|求|要|只有|为了|得到)_解脱 /
      (睡|闭眼)_(不|别|再也不|就不|永远不)(再|要|用|想)?醒 / 不(要|用|想|再)?醒(过)?来(了|就好|才好) / 长睡不醒 / 一觉不醒 /
      离开(这个|这)世(界|间) / 离开人世 / (世界|家里|他们|大家|你们|家人)_没(有)?(了)?我_(好|轻松|解脱|一样|不会|更)? /
      (彻底|永远|想要?|就这样)_消失_(算|好|掉|在|了|世) / 想(要)?(就这么|直接|从世界上|悄悄)?消失 /
      撑不(下去|住了|下) / 一了百了 / 伤害(我)?自己 /
      (划|割|烫|扎|咬|打|撞)(伤)?(自己|手臂|胳膊|手腕|大腿)_(刀|缓解|发泄|痛|疼|舒服|解压|血)? /
      (攒|存|囤|藏|准备|买)(了|好|够)?_(安眠药|药片|农药|绳子|炭|百草枯|刀片|足够的药) / 嘎了 / 噶了 /
      自(尽|我了断|缢|寻短|行了断) / 寻(死|短见) / 想不开 / 去死(?!吧你) / 活(够|腻|累)(了|够) / 生无可恋 /
      怎(么|样)(死|自杀|才能死) / (多少|几)(片|颗|粒)_(会死|能死|致死|死人|才会死) / (死|自杀)的?(方法|方式|办法|念头|想法) /
      (?<![得疼痛累热饿困怕气烦忙贵急臭酸辣冷穷苦渴闷])(想|打算|计划|准备|要)(着|要|好)?(去)?死(了)?(?!你|我|要活|板|的人|磕|心) /
      (下辈子|来世|来生)_(再|见) / 陪_(一起)?(走|死) / 拖累_(死|走|消失|不在|没有我|活) / 早(点)?死 / 后事_(安排|交代) /
      不想(存在|面对明天|再?(撑|熬|坚持)) / 与世长辞 / 自我伤害 /
      (?<!笑|累|热|饿|气|烦|痛|疼|困|急|冷|吓)死(了)?(就|倒)(好|干净|轻松|安静|不) / 唔想做人 / 冇意思做人 / 生不如死 /
      用刀_(划|割) / 想跟(她|他|妈|爸|老伴)_(去|走) / 跟(着)?(她|他)(一起)?(去|走)了? /
      (两个人|一起|全家|母子|娘俩|我们)_走(了)?算(了)? / (煤气|煤气阀)_(看好|准备|打开|拧开) /
      (耗子药|老鼠药|农药|绳子|刀片|安眠药)_(包|藏|枕头|口袋|抽屉|手帕|准备|买好|翻到|发现) / (药|安眠药)(有|攒了|囤了)_(盒|瓶|片) /
      (死|走)(掉|了)_(是不是|就)_(不|没)(疼|痛|难受|累|苦) / 不想拖累 / (交代|写)(好|了|下)?_(存折|密码|后事|银行卡|财产)_ /
      对孩子说的话 / (打火机|烟头|火)_烧_(自己|手|手臂|腿|胳膊) / 烧_(手臂|胳膊|自己)_ /
      (刀|刀片|裁纸刀|剪刀|玻璃)_划(了|过|开|伤)?_(臂|腕|腿|手|胳膊|自己) /
      站(在|到|上)_(阳台|天台|楼顶|桥|窗台|铁轨|栏杆|江边|河边) / 坐(在|到|上)_(阳台|天台|楼顶|窗台|栏杆|江边)_ /
      今晚_(走|结束|死|动手) / 来生 / 来世 / 谢谢你们_(再见|照顾|对不起) /
      对不起(爸|妈|孩子|大家)_(走|下辈子|不孝) / 再见了?_(世界|大家|爸妈|各位) / 绳子_(挂|套|系|脖) /
      吞(了|下)_(戒指|刀片|药|安眠) / 不(想|愿意?)治了_(死|走|拖累|算) / 没(什么)?活头 / 没有活下去 /
      活着(太|好|真|就)(累|苦|受罪|煎熬|是折磨|是负担|多余) / 我(是|就是)(个)?(累赘|负担|多余) / 不(如|如就)走了(算|好) / 安乐死 /
      
      没有(我|他|她)_(大家|他们|家里|你们|都)_(轻松|好|开心|解脱) / (袖子|手臂|手腕|胳膊|大腿|腿)_(划痕|刀痕|割痕|一道(一)?道|刀口) /
      (什么|任何|半点)?理由_(待|活|留)(下去|着)? / (日子|时间|地方|地点)_(选好|定好|想好|挑好) / 刀片_(拉|划|割) /
      (拉|割|划)了_(胳膊|手臂|手腕|腿|脖) / 不想(在|待|留在)(这个)?(世|人世|这里了) / 再也撑不 / 一直睡下去 / 
      买了(绳|炭|药|农药) / 网上查_(死|自杀|药量) / 致死量 / 没有明天 / (今晚|今天|明天|等下|马上)_(动手|就做|结束|了结|走) /
      永远(停下|结束|安静|睡) /
      留了?(封|张|个)?_(信|纸条|字条)_(走|不见|出门)? / (猎枪|枪)_(拿|走|放|头|嘴) / 痛苦_(停|结束) / 卧轨 / 撞车死 / 跳_轨 / 割脉 /
      告别(的)?(朋友圈|微博|短信|视频|话|群) / 锁在(卫生间|房间|厕所|屋里|车里)_ / 
      (这|人)世上_(没|不|再) / 等我死后 / 我死后 / 
      不(想|要|敢|用)(再)?(看|见)(到|见)?明天 /
      (我)?(走|死|没|不在)了(以后|之后)?_(大家|他们|你们|家里|孩子|父母|爸妈|全家|都)_(轻松|好过|解脱|清净|省心|好了|开心|不用) /
      (办法|方法|方式|时间|地方|地点|遗言)(都|也|已经)?(想|选|定|找|写|挑)好 /
      (发|留|写|说)(了)?_(消息|短信|微信|信息|朋友圈|语音|纸条)_(再见|告别|永别|对不起|照顾好|来世|来生|走了|谢谢大家) /
      (说|写|发)(了)?(再见|永别|永别了|来生见|再见各位)_(电话|联系|手机|锁|不接|打不通|没人) / 活(够|不动|不起)了 / 撑不动了 /
      不想(再)?(面对|看)_?(明天|这个世界|这世界) / 不想(再)?(熬|受|拖|活)下去 / (?<![穷笑累热饿气烦困急冷吓慕丑懒忙酸苦渴])死(了)?算了 / 不如(去)?死 /
      没(有)?(我|他|她)(大家|家里|你们)_(更好|好过|轻松) /
      割(了)?(很|特别)?深 / (往|在)(手|胳膊|腿|手腕|大腿)(上)?(划|割|扎|刻|烫) / 划(得|的)?(很|特别)?深 /
      拿_(刀|刀片|剪刀|圆规|玻璃)_(划|割|扎|刻|捅)(自己|手|胳膊|腿|大腿|腕) /
      (明天|后天|过几天|过两天|下周|今晚|马上|很快|以后)(我(就|都)?(不在|走|没|离开|解脱)|(就|都)?(不在|解脱))了 /
      (后事|财产|遗产|墓地|骨灰|保险受益)_?(安排|交代|写|好|买|看) /
      (站|坐|爬|趴)(在|到|上)_?([0-9]+|[一二三四五六七八九十]+)(楼|层)(的)?(窗|阳台|楼顶|边|护栏|栏杆) /
      (楼顶|天台|桥|江|窗(边|台|口)|栏杆|悬崖|水库|铁轨|站台)(边|上|外)?_?(风|站|坐|走|想|不想下|吹|跳|往下) / 不想下来 /
      留(了|给)?(我|她|他)?(张|个|封)?_?(纸条|字条|信|条子) /
      (又|再|还|老)?_?(拿|用)?(圆规|刀|刀片|剪刀|笔|玻璃|针|打火机|烟头)_?(扎|划|割|戳|捅|烫)(自己|胳膊|手|腿|肚|大腿|手腕|脖) /
      (控制|忍|停|压)不(住|了)(想)?(自残|伤害|割|划|扎|去死|想死|自己) / 联系不上_?(说|留|发|写|过|之前) /
      (阳台|窗|天台|楼顶|栏杆|护栏|防盗网|纱窗)[^，。]{0,8}(锁|网|护栏)?_?(拆|撬|卸|打开)(了|掉|开) /
      (拆|撬|卸)了?[^，。]{0,8}(锁|护栏|栏杆|防盗网|纱窗) / 
      (保险|受益人|赔偿)[^，。]{0,8}(自杀|意外死|死了|给(孩子|老婆|家里)) /
      下一(趟|班)(车)?_?(不停|来|就) /
      再(一)?次?(划|割)(了|得) / 不配活 / (老是|总是|老|总|一次次)(走|站|跑|想|去)(到|去|在)?_(铁路|铁轨|桥|楼顶|天台|江边|河边|水库)(那|边|上|去)? / (楼顶|天台|顶楼|屋顶)[^。]{0,10}(上来了|上去了|门没锁) / (想|选|打算)好了?(怎么|咋|什么时候|哪天)(走|死|离开) / (见血|扎|划|割|(?<!不)疼了?|(?<!不)痛了?)[^，。]{0,3}才(会|能)?(舒服|踏实|好受|轻松|安心|痛快|平静) /
      (安眠药|药片?|安定)[^，。]{0,3}(数|点)了[^，。]{0,4}(遍|次|够) / (哪种|什么|啥)(办法|方法|方式|死法)[^，。]{0,4}(不痛|不疼|最快|没痛苦) / (应该|可能|估计|大概|周末|明天|后天|今晚|过几天)_?(就|会)(不在|走)了(?=。|$|，) /
      故意(吃|吞|喝|多吃|过量)(了)?_?(药|片|安眠|农药)? / 做个了断`,
  },
  suicideWord: {
    en: `suicid* / self ?harm* / self injur*`,
    zh: `自杀 / 轻生 / 自残 / 自伤`,
  },
  harmOthers: {
    en: `
      (want*|going|urge\\w*|plan*|thought\\w*|thoughts of|might|scared i will|afraid i will|afraid i might|about to|threaten\\w*|trying|tried|will) (\\w+ ){0,4}(to )?(kill|killing|stab|stabbing|hurt|hurting|strangle|smother|smothering|suffocate|shoot|attack|drown|harm|harming|shake|murder|throw) (my |the |a |his |her |our )?(him|her|them|someone|somebody|people|everyone|baby|wife|husband|mother|mum|mom|dad|father|kids|children|neighbou?rs?|boss|son|daughter|partner|family|brother|sister|colleague\\w*|ex|others) /
      kill (him|her|them|someone|people|everyone) before /
      (has|got|holding|grabbed|with) (\\w+ )?(a )?(knife|gun|axe) (\\w+ ){0,6}(kill|threat\\w*|voices?|me|us|him|her) /
      pictures of (putting|hurting|drop\\w*|stab\\w*|drown\\w*) /
      (pillow|knife|scissors|water) (\\w+ ){0,5}(over|to|on) (\\w+ )?(her|him|baby|baby s|face) / (going|want|ready) to do it /
      (i have|has|got|take|took|brought|bought|carrying|load\\w*) (my |a |the |his |dad s |dads )*(rifle|gun|shotgun|machete|axe|pistol|knife) (\\w+ )?(to|for|and|ready|school|under)? /
      hurt (the )?(kids|children|people|someone|them|him|her|everyone) / (they|he|she) will (hurt|get|kill|poison) me first /
      burn (the|his|her|their|this) (house|flat|place) down /
      (scared|afraid|frightened|terrified|worried) (\\w+ ){0,3}(i will|i am going to|i might|i could|of) (\\w+ )?(hurt|drop|throw|shake|smother|harm|kill|lose control and)\\w* /
      (drop|throw|shake|smother) (my |the |our |her |his )*(baby|son|daughter|child|newborn) /
      (i have|i) (\\w+ )?(bought|got|sharpen\\w*|keep) (\\w+ )?(a )?(machete|knife|axe|gun|bat|hammer) /
      (sacrifice|punish|get rid of|finish) (my |the |our )*(son|daughter|child\\w*|baby|family|him|her|wife|mother) /
      (want|wants|trying|plot\\w*) to (poison|kill|harm|get) me /
      (do|doing|did) something (\\w+ )?to (my|the|our) (baby|kids?|children|son|daughter|wife|husband|mum|family|newborn|partner) /
      (pictur\\w*|imagin\\w*|see\\w*|visions?|images?|flash\\w*|thoughts?|urges?|ideas?) (\\w+ ){0,3}(of )?(dropp\\w*|throw\\w*|smother\\w*|drown\\w*|shak\\w*|stab\\w*|hurt\\w*|harm\\w*|strangl\\w*|suffocat\\w*|kill\\w*) (\\w+ )?(her|him|baby|the baby|them|my|it|the|someone|people) /
      (might|could|going to|gonna|about to|want to|will|scared i|afraid i) (\\w+ )?(snap|lose it|lose control) (and|with) (\\w+ )? /
      (get|got|kept|hid\\w*|carr\\w*) (\\w+ )?(knife|gun|hammer|axe|machete|bat|petrol) (\\w+ ){0,4}(him|her|them|neighbour|boss|ex|school|work|bed|pillow) /
      (kill|stab|shoot|hurt|burn) (\\w+ )?(my |the |our |his |her )?(dad|mum|mom|neighbour\\w*|wife|husband|boss|family|kids|children|brother|sister|ex|teacher|people|everyone|someone|them all) /
      (they|we|both|us|all|baby and i|take (him|her|them|the (kids|baby))) (\\w+ ){0,5}(to heaven|a better place|with god|with jesus|together in heaven) /
      (might|could|may|going to|will) (\\w+ )?(hurt|harm|hit|shake|smother|drop|throw|kill|strangle) (\\w+ )?(toddler|baby|son|daughter|kids?|child\\w*|newborn|twins|him|her|them|wife|husband|mum|dad|someone) /
      get away from (him|her|them|the baby)`,
    zh: `
      (想|要|打算|忍不住|控制不住|怕(自己)?会|威胁|扬言)_(杀|砍|捅|弄死|掐死|打死|伤害|捂死|扔下|摔死|同归于尽)_(人|他|她|孩子|宝宝|邻居|家人|老婆|老公|妈|爸|儿|女|同事|别人|娃|自己的孩子|我们|大家|妻|全家) /
      同归于尽 / (拿|持|举)_刀_(砍|要|追|对|威胁|说) / 杀(了|死)(他|她|全家|孩子) /
      (菜刀|刀|铁锹|斧头|锤子|棍子|剪刀)_(藏|架|枕头|放|准备|磨|拎|握)_ / 来一个(砸|砍|杀|打)一个 /
      (往水里|往地上|往窗外)_(按|摔|扔|丢) / (想|要|忍不住)_(往|把)_(水里|窗外|楼下)_(按|扔|摔|丢) /
      (说|觉得|认定|认为|怀疑)_(丈夫|老公|老婆|家人|邻居|同事|快递员|我们|爸妈|有人|别人)_(要害|害(他|她|我)|下毒|毒(他|她|我)|是特务|监视|跟踪|杀) /
      (砸|打|砍|烧)_(家|人|东西|车|门)_(拦不|控制不|失控|停不) /
      (怕|担心)_(我|自己)_会?_(把|伤|掐|扔|摔|捂|弄)_(宝宝|孩子|娃|他|她|儿|女) / 把(宝宝|孩子|娃|他|她)_(扔|摔|捂|掐|淹|丢) /
      想(打死|弄死|掐|捂) / (要|想|在)_(毒死|害死|害|杀|毒)我 / (买|带|磨|揣|藏)(了|着|好)?_(砍刀|刀|斧|锤|枪|棒) / 献祭 /
      (一起|带(着)?(娃|孩子|宝宝|他|她|全家))_?(去|上)?(天上|天堂|那边|极乐|西方|死|走|跳)`,
  },
  voices: {
    en: `
      voices? / hearing (things|people|someone|god|the devil) /
      (god|devil|angel|satan|tv|radio|radio) (is |are |keeps? )?(tell\\w*|order\\w*|command\\w*|say\\w*) / a voice /
      voice (says|said|tells|keeps) / (god|allah|jesus|satan|the devil|spirits?|aliens?|angels?) /
      (tv|television|radio|phone|internet) (\\w+ )?(told|tells?|is telling|says|said|wants) /
      (the |these |loud )?voices? (in|say\\w*|tell\\w*|keep|told|are|want) /
      (head|radio|telly|tv|walls?) (is |are |keeps? |s )?(tell\\w*|say\\w*|talk\\w*|speak\\w*) / (being told|ordered) to /
      hears? (people|someone|things|voices) /
      hear(s|ing)? (them|him|her|it|voices|someone|people|whisper\\w*) (tell\\w*|say\\w*|order\\w*|talk\\w*|command\\w*|keep\\w*)? /
      whispers? /
      (god|allah|jesus|satan|the devil|spirits?|aliens?|angels?|the tv|the radio) (\\w+ )?(told|tells|says|said|wants|sent|chose|speaks|spoke)`,
    zh: `
      幻听 / 听(到|见)_(有人|说话|命令|人(说|叫|讲)) / 脑子里有人 / 脑海里_(说|叫) /
      (天神|老天爷|神仙|鬼|菩萨|上帝|魔鬼|佛祖)_(叫|让|命令|要)(我|他|她) / 说(我|他)是(皇帝|神|上帝|救世主) /
      脑子里老(是)?(推|叫|喊|让) / (电视|收音机|广播|手机|网上的人)_(叫|让|命令|说|要) /
      (上帝|菩萨|佛祖|魔鬼|祖先|外星人|老天|神明)_(说|告诉|附|选|派|下) /
      (耳边|耳朵里|耳朵旁|脑子里|脑袋里|脑海里|心里|墙里|空气里)_(有人|有个|有声音|声音|说话|叫我|让我|喊我|命令) /
      (有个?|那个?|一个)声音 / 声音_(叫|让|命令|催|逼|要|喊|说)`,
  },
  /** No sleep for days, which with danger may be mania, and alone is that of new parents. */
  sleepless: {
    en: `
      (has|have|had|is|am) not (\\w+ )?(slept|sleeping) (\\w+ ){0,3}(\\d+|two|three|four|five|six|seven|several|days|nights)( (nights?|days?))? /
      (\\d+|two|three|four|five|six|several) (nights?|days?) (\\w+ ){0,3}(without|no) sleep`,
    zh: `
      ([两三四五六七八九几好2-9]|[1-9][0-9])(天|夜|晚|宿)(几夜|三夜)?_?(没|没有|不)(睡|合眼|闭眼|怎么睡|睡觉|合过眼) /
      (三|四|五|六|七|好几)天(三|四|五|六|七)?夜?(没|不)(睡|合眼|闭眼)`,
  },
  /** Hears voices; a voice alone may be hoarse. */
  hearsVoices: {
    en: `
      hear(s|ing)? (\\w+ ){0,2}(voices?|whispers?|someone|people|god) / voices? (\\w+ )?(in (my|his|her) head|tell\\w*|say\\w*|order\\w*|command\\w*) /
      (god|allah|jesus|satan|the devil|spirits?|aliens?|angels?|the tv|the radio) (is |keeps? )?(told|tell\\w*|want\\w*|chose|speak\\w*|spoke|say\\w*)`,
    zh: `
      幻听 / 听(到|见)_(有人|声音|说话|命令|哭声)_(说|叫|让|骂|命令|喊) / (耳边|耳朵里|脑子里|脑袋里|墙里)_(有人|声音|说话|叫|让|命令|骂) /
      声音_(叫|让|命令|催|逼|骂) / (上帝|菩萨|佛祖|魔鬼|神仙|老天爷|鬼)_(说|告诉|叫|让|命令|派|附)`,
  },
  /** Has lost contact with reality. */
  psychosis: {
    en: `
      (thinks?|says?|believes?|convinced) (\\w+ ){0,4}(impostors?|imposters?|replaced|spies|a spy|a robot|a double) /
      (thinks?|believes?|says?|convinced|sure|claims?|insists?) (that )?(he|she|they|i|am) (\\w+ )?(is |am |are |was )?(jesus|god|messiah|a prophet|the king|the queen|chosen|the devil|satan|an angel|invincible|immortal|being (followed|watched|poisoned|spied|controlled)|can fly|a god|on a mission|the president|possessed) /
      (chip|microchip|transmitter|bug|cameras?) (\\w+ ){0,3}(in|inside|under) (my|his|her) (head|brain|teeth|skin|arm) /
      (reading|controlling|stealing|broadcasting) (my|his|her) (mind|thoughts) / thoughts (are )?(broadcast|put in) /
      (the )?(tv|radio|telly) (is )?(talking|speaking|sending) (\\w+ )?(to (me|him|her)|messages) /
      (mi5|mi6|cia|fbi|kgb|police|government|aliens?|neighbours?) (\\w+ ){0,4}(chip|spying|watching|following|after (me|him|her)|poison\\w*|implant\\w*|tracking|bug\\w*) /
      chip (\\w+ ){0,3}(in|inside|under) (\\w+ )?(neck|head|skin|arm|brain|tooth) /
      (baby|child|son|daughter|husband|wife|mum|she|he) (is|has been) (evil|the devil|satan|possessed|replaced|swapped|an impostor|a demon|cursed)`,
    zh: `
      (冒充|假扮|替身|掉包)(的|了) / (孩子|宝宝|娃|人|老公|老婆|爸|妈|她|他)[^，。]{0,3}被(人)?换(了|掉|走)(?!药|尿|衣|班|座|床|号) /
      说(自己|他|她|我)(就)?是_?(皇帝|神|上帝|救世主|玉皇|佛|如来|主席|天子|神仙|菩萨|被选中|超人|皇上|王母|观音|总统|大帝|耶稣) /
      (以为|觉得|坚信|认为)(自己|他|她)(就)?是_?(皇帝|神|上帝|救世主|玉皇|佛|神仙|菩萨|超人) /
      (有人|他们|全世界|国安|特务|邻居|同事)(在|要|都)?(监视|跟踪|害|毒|控制|偷听|算计)(我|他|她) /
      (脑子|脑袋|身体|牙)(里)?(被)?(装|植入|放)(了)?(芯片|监控|窃听) / 思想被(控制|偷|广播) /
      (特务|间谍|国安|警察|外星人|鬼|邻居|快递)[^，。]{0,5}(害|监视|跟踪|毒|抓|杀|盯)(我|他|她|全家|我们)? /
      (电视|广播|手机|收音机|墙|镜子)(里)?(的)?(人)?(跟|对|和|给|向)(他|她|我)(说话|讲话|发信号|传话) /
      (娃|孩子|宝宝|婴儿|他|她|儿子|女儿)(是|被|变成)(了)?(魔鬼|恶魔|妖|鬼|附身|换)`,
  },
  runsIntoDanger: {
    en: `
      (sleeps?|sleeping|slept) with (\\w+ ){0,2}(knife|hammer|axe|gun|bat) /
      (up|out|standing|stood|sat|sitting) on the (roof|ledge|railings?|bridge|window ?sill|tracks|balcony) /
      (walk\\w*|run\\w*|ran|wander\\w*|stand\\w*|stood|lying|lay|jump\\w*|climb\\w*|trying|tried|head\\w*|going|drive|driving|drove|dash\\w*|sat|sitting) (\\w+ ){0,6}(motorway|traffic|(middle of the |busy |main )road|railway|tracks|highway|freeway|roof|ledge|balcony|window|naked|dual carriageway|oncoming) /
      (giv\\w*|gave|spend\\w*|spent) (\\w+ ){0,4}(all|everything|savings|house) /
      (not|stopped) (\\w+ )?(eaten|eating|drinking|drunk) (\\w+ ){0,4}(days|poison\\w*|because) / barricad* /
      (has|got|holding|with|carrying|swinging) (a |the )?(\\w+ )?(hammer|knife|axe|machete|gun|scissors|petrol|lighter|bat) /
      locked (himself|herself) (in|away) / (smash\\w*|set\\w* fire|trash\\w*) (\\w+ )?(up|the|to) /
      (barefoot|naked|undressed) (\\w+ ){0,4}(road|motorway|street|outside|snow|night)?`,
    zh: `
      (往|冲|跑|走|站|躺|爬|坐)(到|去|向|在|上)?_?(马路|公路|车流|铁轨|轨道|楼顶|天台|高速|车道|窗台|阳台外|屋顶)(中间|上|里|当中)? /
      拦车 / 光着(身子)?(跑|走|出) / 裸(跑|奔) / 往(车|火|水)(里|流)?(冲|跳|撞) /
      (拿|举|握|挥|提|拎)(着|了|起)?_?(菜刀|刀|斧|锤|铁棍|棍|汽油|打火机|剪刀) / (砸|烧|点)_?(家|房|火|东西) / 上高速 /
      (门|窗)(都)?(钉|封|堵)(死|住|上) / (床头|枕头|身上|包里|床下)_?(放|藏|压|揣)(了|着)?(把)?_?(刀|斧|锤|枪)`,
  },
  commanded: {
    en: `
      (tell*|told|order*|command*|say*|said|ask*|want*|urg\\w*|shout\\w*|push\\w*) (\\w+ ){0,5}(to )?(kill|hurt|harm|jump|die|stab|cut|end|attack|burn|drown|do (bad|terrible) things|get rid|hang|strangle|throw|worthless) /
      if i do not (\\w+ )?(hurt|kill|jump|die) / sacrifice /
      (tell\\w*|told|order\\w*|command\\w*|say\\w*|want\\w*|keep) (\\w+ ){0,4}(put (the|my|him|her)|drown|push|set fire|open the window|walk (into|in front|off)|take (all|the) (pills|tablets)|drop (the|my|him|her)|strangle|smother|get (the|a) knife)`,
    zh: `
      (叫|让|命令|要|逼|指使|催|喊|说)_?我?_(死|杀|跳|伤害|砍|自杀|割|打人|捅|去死|掐|扔|离开世) / 推着?我 / 献祭 / 让我_(做|动手) /
      (命令|叫|让|逼|催)(我|他|她|着)?_?(打死|打人|害|推|掐|杀|烧|跳|砍|捅|去死|动手|伤) /
      (命令|逼|催|指使)_(打|害|推|掐|杀|烧|跳|砍|捅|伤|扔|放)`,
  },
  violence: {
    en: `
      (he|she|they|husband|wife|partner|boyfriend|girlfriend|ex|dad|father|stepdad|step father|mum|mother|son|carer|someone|man|neighbour|uncle|boss|landlord|roommate) (\\w+ ){0,5}(hits?|hitting|beat(s|ing|en)?|punch\\w*|kick\\w*|strangl\\w*|chok(ed|es|ing) me|threaten\\w*|rap(ed|es)|forc\\w* (me|himself|her|him)|throttl\\w*|held me down|grabbed my (neck|throat)|burn(ed|t) me|locked (me|us) in|slapp\\w*|shov\\w* me|attack(s|ed|ing)|touch\\w* me (where|down|there|in bed)|hurts? (me|us|the kids)|abus\\w*|drugged) /
      (kill|stab|shoot) (me|us) /
      (he|she|they|ex|dad|husband|wife|partner|someone|boyfriend|girlfriend|people|man|stepdad) (\\w+ ){0,4}(hurt|find|get) (me|us) /
      (been |was |got |just )(raped|sexually assaulted|assaulted|strangled|beaten up|beaten|drugged|spiked) /
      (rape|raped|rapist|sexual assault|sexually (assaulted|abused)|domestic (violence|abuse)) /
      (kicking|breaking|smashing) (\\w+ ){0,3}(the )?(door|it|window) (\\w+ )?(in|down)? / (i am|we are|im) hiding /
      hands (\\w+ )?(round|around) my (neck|throat) / (drink|drinks) (was |were )?(spiked|drugged) /
      bruis\\w* (\\w+ ){0,4}(neck|throat|from him|where he|he left) / scared (to go home|of him|he will|for my life|for our lives) /
      woke up (\\w+ ){0,5}(naked|no clothes|trousers|strange\\w*|without my|not remember) /
      forced (to|me|her|him|into) (\\w+ ){0,3}(sex|do|it|himself)? / made me (have sex|do things) /
      held (\\w+ )?(me |her )?(by|round|around) (the |my |her )?(throat|neck) / without my consent / against my will /
      (he|she|they) (\\w+ )?(knocked|hit|threw) me / afraid of (him|my (husband|partner|dad|father|ex|boyfriend)) /
      (spik\\w*|drugg\\w*) my (drink|food|tea|coffee) / woke up (undressed|naked|half naked|half dressed) /
      (finish|bury|slash|kill|shoot) me( off| in)? /
      (will|going to|gonna|would|threaten\\w*|said|says) (\\w+ ){0,3}(get|do|end|cut|burn) me(?! (a|an|the|some|my|to)\\b)( in| off| up)? /
      (ex|he|husband|boyfriend|dad|partner|they|stepdad|girlfriend) (\\w+ ){0,5}(trying to get in|outside (my|the|with)|bang\\w* (on|at)|smash\\w*|kick\\w* (the|my|in)|broke in|break\\w* in|finish me|kill me|find me|pinned|drag\\w*|pushed me|thr[eo]w\\w* me|spat|burned|headbutt\\w*|knocked me) /
      (held|grabbed|had|squeez\\w*|got) (me|her) by (the )?(neck|throat|hair) /
      hands? (\\w+ )?(round|around|on) (\\w+ )?(neck|throat) /
      (something|drug\\w*|pills?|powder) (\\w+ ){0,4}in (my|her|his) (drink|glass|beer|cocktail) /
      woke (up )?(\\w+ ){0,8}(underwear|knickers|pants|bra|clothes|trousers|tights) (\\w+ )?(off|gone|missing|inside|down|ripped)? /
      (won t|will not|does not|refus\\w*) (to )?let (me|us|her) (\\w+ )?(leave|out|go|phone|see) /
      took my (phone|keys|passport|bank) / (forced|made) (himself|me|her|him) (on|to|into) / (did|do|doing) things to me /
      (he|she|uncle|dad|stepdad|teacher|coach|someone|neighbour|grandad|boss) (\\w+ ){0,2}touched me / scared (he|she|they) (\\w+ )?(will|is going|might|gonna|comes? back) /
      (he|she|they|husband|boyfriend|ex|dad|partner) (\\w+ ){0,5}(has|got|holding|with|waving|pulled) (\\w+ )?(a |the )?(knife|gun|machete|bat|axe|hammer)(?! (and fork|wound)) /
      (can|could) (\\w+ )?only (type|text|whisper) / (do not|dont|cannot|can not) (ring|call|phone) (me|back) / locked the door`,
    zh: `
      枕头(捂|闷|蒙)(住|着|死)?(我|她|他|孩子|宝宝|人)(?!的?(肚|腿|腰|耳)) / (捂|闷)(住)?(我|她)(的)?(嘴|脸|口鼻|头) /
      (他|她|老公|丈夫|老婆|男友|男朋友|前夫|前男友|继父|后爸|婆婆|公公|父亲|爸爸|儿子|保姆|护工|邻居|同事|有人|老师)_(打(?!针|球|篮|喷|嗝|呼|电|车|算|工|扫|疫|胰|点|羽|乒|游|麻|完|过|错|印|开|招)|掐|踹|踢(?!球|足|到)|揍|扇|砍|推(?!荐|迟|拿|车|轮|开|送)|绑(?!定|带)|锁(?!骨|定)|强奸|强暴|性侵|猥亵|威胁|侵犯)_(我|她|他|孩子|妈|人|老人|伤|肚子|脖|头|脸|下楼|死) /
      掐(住|得|着)?_(脖|我|眼睛|喘不) / 被_(强奸|强暴|性侵|猥亵|侵犯|下药|迷奸|轮奸|家暴|绑架|囚禁|殴打|毒打) / 家暴 / 强奸 / 强暴 /
      性侵 / (不让|不准)我?_(出门|就医|报警|走) / 锁(在|着)_(家|屋|房) / 躲在_(厕所|卫生间|柜|床底|桌) / (砸|踹|撬)_门 /
      救(救)?(我|命) / 被打(得|了|伤|怕) / 被下(了)?药 / 醒(来|在)_(陌生|裤子|衣服)_ / 虐待 / 他要(杀|打死|弄死) / 被(人)?强迫_ /
      强迫_(发生|关系|我) / 违背我 / 不顾我 / 侮辱 / 揩油 / 摸我 / (前男友|前夫|老公|他|男友)_掐 / 掐_脖 / 没穿衣服 /
      衣服(没|不见|被脱) /
      (皮带|棍子|酒瓶|凳子|拳头|巴掌|鞋|板凳|衣架|鞭子|菜刀|烟头)_?(抽|打|砸|扇|捶|烫|砍|揍|追)(我|他|她|孩子|妈|人|得) /
      把(我|她|妈|孩子)(的)?(头|脸|人|手)?_?(按|摁|撞|推|拖|拽|绑|锁|打|踹|掐|摔|关|扔|塞) /
      (带|灌|拉|拖)(到|去|进)?_?(酒店|宾馆|房间)_?(醒|下面|疼|不记得|裤) / (下面|下身|那里)疼_?(什么都不|不记得|不知道) /
      (醒|酒吧|喝了|下面|衣服|裤子)[^。]{0,12}不记得 / (打|揍|扇|踢|踹|掐|勒|捅|烫)(我|她|妈|孩子)(了|得|的|一|好|头|肚|脸) /
      (他|她|前夫|前男友|丈夫|老公|继父|男朋友|婆婆)(又|要|说要|威胁|扬言)(打|杀|弄|砍|掐|烧|泼) /
      (他|她|老公|前夫|男友|爸)(手里)?(拿|有|举|握)(着|了)?_?(刀|枪|棍|锤|斧) / (不能|不敢)(出声|说话|打电话|接电话) /
      别(给我)?(打电话|回电话|打过来) / 只能(打字|发消息)`,
  },
  overjoyed: {
    kind: 'context',
    en: `(film|movie|book|novel|game|song|lyrics|exam|series|tv show|episode|character)`,
    zh: `电影 / 小说 / 电视剧 / 游戏 / 歌词 / 剧情 / 角色`,
  },
} as const satisfies Concepts;
