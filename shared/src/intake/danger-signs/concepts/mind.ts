import type { Concepts } from './concept.ts';

/** Thoughts of death, self-harm, harm to others. */
export const mind = {
  /** Counts though denied: who writes it thinks of it. */
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
      (slit|slash\\w*|cut) (my|his|her) wrists? / razor blades? /
      (pills|tablets|meds) (\\w+ ){0,3}(lined up|laid out|counted|in front of me|ready|on the table) /
      (gun|rifle|shotgun|pistol) (\\w+ ){0,8}(mouth|head|bed|loaded|myself) /
      (in|into|to) my (mouth|head|temple) (\\w+ )?(most|every|pull)? /
      (messag*|text\\w*|wrote|sent|posted) (\\w+ ){0,4}(goodbye|farewell|good bye|sorry for everything|he loved us|look after) /
      it will (all )?be over soon / (this|it) is (the end|goodbye) / had enough of (life|everything|living|it all) /
      (does|do) it properly next time / next time (\\w+ ){0,3}(properly|for good|for real|will work) / scratch* (her|his|my) wrists /
      (put|putting) (myself|an end) / (not|no) (\\w+ )?see (\\w+ )?(tomorrow|christmas|next week|my birthday|the point) /
      sorted (out )?(my|his|her) (will|affairs|funeral) / (wrote|writing|written|changed|updated) (my|his|her|a) will /
      who will (\\w+ )?(look after|care for|feed) (\\w+ ){0,4}(gone|when i) / letters? to (my )?(kids|children|family|parents) /
      (thanks|thank you|sorry|love) (\\w+ ){0,6}(to )?(everyone|the doctor|doctors|you all) (\\w+ ){0,6}(goodbye|helped|tried|everything) /
      driv* (\\w+ )?off the / step* in front / (walk*|swim\\w*) into the (sea|traffic|river|ocean) /
      tied (\\w+ )?(a |the )?(sheet|belt|rope|scarf) / (belt|cord|scarf|sheet|rope) (\\w+ ){0,5}(neck|beam|door|tree) /
      (planned|plan|picked|chosen|set) (\\w+ ){0,4}(date|day|place|night|spot|how) (\\w+ ){0,3}(die|go|end|it)? /
      burn* (my|her|his) (arm|arms|leg|skin) (\\w+ ){0,5}(lighter|cigarette|feel|deserve|calm|cope) /
      (he|she) (is |has )?(missing|gone|left|not answering|will not answer) (\\w+ ){0,8}(note|letter|goodbye|suicid\\w*|pills) /
      see (\\w+ )?(a |any )?(reason|point) (to|in) /
      (chosen|picked|set|know|decided on) (\\w+ )?(the |a |my )?(day|date|spot|place|bridge|tree|method) / (my|his|her) goodbyes /
      (happier|easier|fine|relieved|cope) (\\w+ )?(if|without|when) (i|he|she) (\\w+ ){0,2}(not around|not here|gone|dead|disappeared) /
      happier if /
      (he|she|i|been|started) (is |has been |have been |started |been )?cutting (?!(out|down|back|the|grass|hair|veg|weight|calories|my (hair|nails)|sugar|carbs|bread|corners)) /
      (drew|ran|dragged) a (blade|knife|razor) /
      (walk|go|drive|keep going) to the (railway|bridge|tracks|cliff|roof|river|station platform) /
      googl* (\\w+ ){0,4}(die|kill|overdose|suicide|hang|painless|lethal)\\w* / lethal dose /
      do not want (to )?(tomorrow|morning) (to come)? / sleep and never / pull the trigger / step off /
      said (\\w+ )?(his|her|my)? ?goodbyes? / going to do it (\\w+ )?(tonight|today|now|tomorrow|this) / stopped breathing /
      i have a plan / (a )?plan to / pain (\\w+ )?(to be )?over for (good|ever) / can not see (a )?(tomorrow|future) /
      took (his|her|the) (shotgun|gun|rifle|rope|pills) / left a (letter|note) / final (letter|note) / nobody would notice /
      locked (him|her|my)self in (\\w+ ){0,3}(bathroom|room|garage|car)`,
    zh: `
      (?<!不)想死(?!你|我了你|他了|妈|那) / (不|唔)想(再)?(活|生存|在这个世|醒来|醒过来|做人|继续活) / 活(不|唔)下去 / 活不(成|下) /
      不如死 / 死(了|掉)(算|就|才|拉倒|得了|一了百了) / 死(了)?_解脱 / 了结(自己|生命|这|一切|这条) / 了断 /
      结束(自己|生命|这一切|这条命|一切|痛苦的?生命) /
      (活着|人生|生活|生命|活)_(没|没有|冇|无)_(意思|意义|价值|盼头|希望|劲|什么意) / 割(腕|自己|手腕|脉) /
      跳(楼|河|桥|江|轨|海|下去(一了|就|算)) / (从|站在)_(楼顶|天台|桥|阳台|窗)_(跳|往下|下去|想|边) / 上吊 / 烧炭(自|了|走) /
      (写|留)(好|了|下|过)?_(遗书|绝笔|告别信) / 遗书 / 告别(信|了所有|大家|世界|这个) / (想|求|要|只有|为了|得到)_解脱 /
      (睡|闭眼)_(不|别|再也不|就不|永远不)(再|要|用|想)?醒 / 不(要|用|想|再)?醒(过)?来(了|就好|才好) / 长睡不醒 / 一觉不醒 /
      离开(这个|这)世(界|间) / 离开人世 / (世界|家里|他们|大家|你们|家人)_没(有)?(了)?我_(好|轻松|解脱|一样|不会|更)? /
      (彻底|永远|想要?|就这样)_消失_(算|好|掉|在|了|世) / 想(要)?(就这么|直接|从世界上|悄悄)?消失 /
      (撑|坚持|熬|顶|挺)不(下去|住了|下) / 一了百了 / 伤害(我)?自己 /
      (划|割|烫|扎|咬|打|撞)(伤)?(自己|手臂|胳膊|手腕|大腿)_(刀|缓解|发泄|痛|疼|舒服|解压|血)? /
      (攒|存|囤|藏|准备|买)(了|好|够)?_(安眠药|药片|农药|绳子|炭|百草枯|刀片|足够的药) / 嘎了 / 噶了 / 自(尽|我了断|缢|寻短|行了断) /
      寻(死|短见) / 想不开 / 去死(?!吧你) / 活(够|腻|累)(了|够) / 生无可恋 / 怎(么|样)(死|自杀|才能死) /
      (多少|几)(片|颗|粒)_(会死|能死|致死|死人|才会死) / (死|自杀)的?(方法|方式|办法|念头|想法) /
      (想|打算|计划|准备|要)(着|要|好)?(去)?死(了)?(?!你|我) / (下辈子|来世|来生)_(再|见) / 陪_(一起)?(走|死) /
      拖累_(死|走|消失|不在|没有我|活) / 早(点)?死 / 死后 / 后事_(安排|交代) / 不想(存在|面对明天|再?(撑|熬|坚持)) / 与世长辞 /
      自我伤害 / (?<!笑|累|热|饿|气|烦|痛|疼|困|急|冷|吓)死(了)?(就|倒)(好|干净|轻松|安静|不) / 唔想做人 / 冇意思做人 / 生不如死 /
      用刀_(划|割) / 想跟(她|他|妈|爸|老伴)_(去|走) / 跟(着)?(她|他)(一起)?(去|走)了? /
      (两个人|一起|全家|母子|娘俩|我们)_走(了)?算(了)? / (煤气|煤气阀)_(看好|准备|打开|拧开) /
      (耗子药|老鼠药|农药|绳子|刀片|安眠药)_(包|藏|枕头|口袋|抽屉|手帕|准备|买好|翻到|发现) / (药|安眠药)(有|攒了|囤了)_(盒|瓶|片) /
      (死|走)(掉|了)_(是不是|就)_(不|没)(疼|痛|难受|累|苦) / 不想拖累 / (交代|写)(好|了|下)?_(存折|密码|后事|银行卡|财产)_ /
      对孩子说的话 / (打火机|烟头|火)_烧_(自己|手|手臂|腿|胳膊) / 烧_(手臂|胳膊|自己)_ /
      (刀|刀片|裁纸刀|剪刀|玻璃)_划(了|过|开|伤)?_(臂|腕|腿|手|胳膊|自己) /
      站(在|到|上)_(阳台|天台|楼顶|桥|窗台|铁轨|栏杆|江边|河边) / 坐(在|到|上)_(阳台|天台|楼顶|窗台|栏杆|江边)_ /
      今晚_(走|结束|死|动手) / 来生 / 来世 / 最后一(次|天|面)_(说|见|谢|过) / 谢谢你们_(再见|照顾|对不起) /
      对不起(爸|妈|孩子|大家)_(走|下辈子|不孝) / 再见了?_(世界|大家|爸妈|各位) / 绳子_(挂|套|系|脖) / 吞(了|下)_(戒指|刀片|药|安眠) /
      不(想|愿意?)治了_(死|走|拖累|算) / 没(什么)?活头 / 没有活下去 / 活着(太|好|真|就)(累|苦|受罪|煎熬|是折磨|是负担|多余) /
      我(是|就是)(个)?(累赘|负担|多余) / 不(如|如就)走了(算|好) / 安乐死 / 信_写好 / 药_(床头|枕边|手边|摆好|备好|数好|捏着) /
      (走到|站到|去到|去了)_(铁路|桥|江|河|楼顶|天台|铁轨|水库|海)_(那里|边|上)? /
      没有(我|他|她)_(大家|他们|家里|你们|都)_(轻松|好|开心|解脱) / (手臂|手腕|胳膊|大腿|腿)_(划痕|刀痕|割痕|一道道|刀口) /
      (什么|任何|半点)?理由_(待|活|留)(下去|着)? / (日子|时间|地方|地点)_(选好|定好|想好|挑好) / 刀片_(拉|划|割) /
      (拉|割|划)了_(胳膊|手臂|手腕|腿|脖) / 不想(在|待|留在)(这个)?(世|人世|这里了) / 再也撑不 / 世上 / 闭上眼_ / 一直睡下去 /
      想结束 / 买了(绳|炭|药|农药) / 网上查_(死|自杀|药量) / 致死量 / 没有明天 /
      (今晚|今天|明天|等下|马上)_(动手|就做|结束|了结|走) / 计划好(了)? / 没人(会)?(知道|在意|发现|管) /
      看不到(明天|希望|未来|出路) / 永远(停下|结束|安静|睡) / 留了?(封|张|个)?_(信|纸条|字条)_(走|不见|出门)? /
      (猎枪|枪)_(拿|走|放|头|嘴) / 痛苦_(停|结束) / 卧轨 / 撞车死 / 跳_轨 / 割脉 / 告别(的)?(朋友圈|微博|短信|视频|话|群) /
      锁在(卫生间|房间|厕所|屋里|车里)_ / (东西|绳子|药|炭)(都|已经)?(买|备|准备)好了?`,
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
      (want|wants|trying|plot\\w*) to (poison|kill|harm|get) me`,
    zh: `
      (想|要|打算|忍不住|控制不住|怕(自己)?会|威胁|扬言)_(杀|砍|捅|弄死|掐死|打死|伤害|捂死|扔下|摔死|同归于尽)_(人|他|她|孩子|宝宝|邻居|家人|老婆|老公|妈|爸|儿|女|同事|别人|娃|自己的孩子|我们|大家|妻|全家) /
      同归于尽 / (拿|持|举)_刀_(砍|要|追|对|威胁|说) / 杀(了|死)(他|她|全家|孩子) /
      (菜刀|刀|铁锹|斧头|锤子|棍子|剪刀)_(藏|架|枕头|放|准备|磨|拎|握)_ / 来一个(砸|砍|杀|打)一个 /
      (往水里|往地上|往窗外)_(按|摔|扔|丢) / (想|要|忍不住)_(往|把)_(水里|窗外|楼下)_(按|扔|摔|丢) /
      (说|觉得|认定|认为|怀疑)_(丈夫|老公|老婆|家人|邻居|同事|快递员|我们|爸妈|有人|别人)_(要害|害(他|她|我)|下毒|毒(他|她|我)|是特务|监视|跟踪|杀) /
      (砸|打|砍|烧)_(家|人|东西|车|门)_(拦不|控制不|失控|停不) /
      (怕|担心)_(我|自己)_会?_(把|伤|掐|扔|摔|捂|弄)_(宝宝|孩子|娃|他|她|儿|女) / 把(宝宝|孩子|娃|他|她)_(扔|摔|捂|掐|淹|丢) /
      想(打死|弄死|掐|捂) / (要|想|在)_(毒死|害死|害|杀|毒)我 / (买|带|磨|揣|藏)(了|着|好)?_(砍刀|刀|斧|锤|枪|棒) / 献祭`,
  },
  voices: {
    en: `
      voices? / hearing (things|people|someone|god|the devil) /
      (god|devil|angel|satan|tv|radio|radio) (is |are |keeps? )?(tell\\w*|order\\w*|command\\w*|say\\w*) / a voice /
      voice (says|said|tells|keeps) / (god|allah|jesus|satan|the devil|spirits?|aliens?|angels?) /
      (tv|television|radio|phone|internet) (\\w+ )?(told|tells?|is telling|says|said|wants)`,
    zh: `
      声音 / 幻听 / 听(到|见)_(有人|说话|命令|人(说|叫|讲)) / 脑子里有人 / 脑海里_(说|叫) / (神|鬼|菩萨|上帝|魔)_(叫|让|命令|要)我 /
      说(我|他)是(皇帝|神|上帝|救世主) / 脑子里老(是)?(推|叫|喊|让) / (神|上帝|菩萨|佛|魔鬼|祖先|外星人) /
      (电视|收音机|广播|手机|网上的人)_(叫|让|命令|说|要)`,
  },
  commanded: {
    en: `
      (tell*|told|order*|command*|say*|said|ask*|want*|urg\\w*|shout\\w*|push\\w*) (\\w+ ){0,5}(to )?(kill|hurt|harm|jump|die|stab|cut|end|attack|burn|drown|do (bad|terrible) things|get rid|hang|strangle|throw|worthless) /
      if i do not (\\w+ )?(hurt|kill|jump|die) / sacrifice`,
    zh: `
      (叫|让|命令|要|逼|指使|催|喊|说)_?我?_(死|杀|跳|伤害|砍|自杀|割|打人|捅|去死|掐|扔|离开世) / 推着?我 /
      (命令|叫|让|要)_(打|害|推|掐|杀|烧|跳) / 献祭 / 叫我_ / 让我_(做|动手)`,
  },
  violence: {
    en: `
      (he|she|they|husband|wife|partner|boyfriend|girlfriend|ex|dad|father|stepdad|step father|mum|mother|son|carer|someone|man|neighbour|uncle|boss|landlord|roommate) (\\w+ ){0,5}(hits?|hitting|beat(s|ing|en)?|punch\\w*|kick\\w*|strangl\\w*|chok(ed|es|ing) me|threaten\\w*|rap(ed|es)|forc\\w* (me|himself|her|him)|throttl\\w*|held me down|grabbed my (neck|throat)|burn(ed|t) me|locked (me|us) in|slapp\\w*|shov\\w* me|attack(s|ed|ing)|touch\\w* me (where|down|there|in bed)|hurts? (me|us|the kids)|abus\\w*|drugged) /
      (kill|hurt|stab|shoot|find) (me|us) /
      (been |was |got |just )(raped|sexually assaulted|assaulted|strangled|beaten up|beaten|drugged|spiked) /
      (rape|raped|rapist|sexual assault|sexually (assaulted|abused)|domestic (violence|abuse)) /
      (kicking|breaking|smashing) (\\w+ ){0,3}(the )?(door|it|window) (\\w+ )?(in|down)? / (i am|we are|im) hiding /
      hands (\\w+ )?(round|around) my (neck|throat) / (drink|drinks) (was |were )?(spiked|drugged) /
      bruis\\w* (\\w+ ){0,4}(neck|throat|from him|where he|he left) / scared (to go home|of him|he will|for my life|for our lives) /
      woke up (\\w+ ){0,5}(naked|no clothes|trousers|strange\\w*|without my|not remember) /
      forced (to|me|her|him|into) (\\w+ ){0,3}(sex|do|it|himself)? / made me (have sex|do things) /
      held (\\w+ )?(me |her )?(by|round|around) (the |my |her )?(throat|neck) / without my consent / against my will /
      (he|she|they) (\\w+ )?(knocked|hit|threw) me / afraid of (him|my (husband|partner|dad|father|ex|boyfriend)) /
      (spik\\w*|drugg\\w*) my (drink|food|tea|coffee) / woke up (undressed|naked|half naked|half dressed) / undressed`,
    zh: `
      (他|她|老公|丈夫|老婆|男友|男朋友|前夫|前男友|继父|后爸|婆婆|公公|父亲|爸爸|儿子|保姆|护工|邻居|同事|有人|老师)_(打|掐|踹|踢|揍|扇|砍|推|绑|锁|强奸|强暴|性侵|猥亵|威胁|侵犯)_(我|她|他|孩子|妈|人|老人|伤|肚子|脖|头|脸|下楼|死) /
      掐(住|得|着)?_(脖|我|眼睛|喘不) / 被_(强奸|强暴|性侵|猥亵|侵犯|下药|迷奸|轮奸|家暴|绑架|囚禁|殴打|毒打) / 家暴 / 强奸 / 强暴 /
      性侵 / (不让|不准)我?_(出门|就医|报警|走) / 锁(在|着)_(家|屋|房) / 躲在_(厕所|卫生间|柜|床底|桌) / (砸|踹|撬)_门 /
      救(救)?(我|命) / 被打(得|了|伤|怕) / 被下(了)?药 / 醒(来|在)_(陌生|裤子|衣服)_ / 虐待 / 他要(杀|打死|弄死) / 被(人)?强迫_ /
      强迫_(发生|关系|我) / 违背我 / 不顾我 / 侮辱 / 揩油 / 摸我 / (前男友|前夫|老公|他|男友)_掐 / 掐_脖 / 没穿衣服 /
      衣服(没|不见|被脱)`,
  },
  overjoyed: {
    kind: 'context',
    en: `(film|movie|book|novel|game|song|lyrics|exam|series|tv show|episode|character)`,
    zh: `电影 / 小说 / 电视剧 / 游戏 / 歌词 / 剧情 / 角色`,
  },
} as const satisfies Concepts;
