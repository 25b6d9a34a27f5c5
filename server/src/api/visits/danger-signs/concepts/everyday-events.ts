import type { MoreWords } from './concept.ts';

/** Further everyday words for what happened: what failed, was taken, said or done. */
export const everydayEvents = {
  chest: { en: `behind (my|the|his|her) (left )?(nipple|breast)`, zh: `(?<=[左右]?)奶头(?=后|下|里|那)` },
  heartbeat: {
    en: `(defib\\w*|icd|device) (\\w+ ){0,3}(gone|goes|going|go|keeps going) off`,
    zh: `(除颤器|icd)[^，。]{0,10}(放|打|电|响|震)(了)?[^，。]{0,3}(次|电|下|回)`,
  },
  pulseDanger: {
    en: `(defib\\w*|icd|device) (\\w+ ){0,3}(gone|goes|going|go|keeps going) off`,
    zh: `(除颤器|icd)[^，。]{0,10}(放|打|电|震)(了)?[^，。]{0,3}(次|电|下|回)`,
  },
  faintness: {
    en: `(come|comes|came|coming|go|goes|went) over (all )?(faint|dizzy|giddy|light ?headed|queer)`,
    zh: ``,
  },
  sameAgain: {
    en: `(same|that same) (feeling|pain|thing|tightness|pressure|ache) (\\w+ ){0,2}(woke|has come|came|started|is here|this morning|tonight|since)`,
    zh: `又?是(那|这|当年|当时)(个|种)(的)?_?(感觉|疼|痛|劲|味道|难受)`,
  },
  breathless: {
    en: `
      breathing (\\w+ ){0,3}([3-8]|three|four|five|six|seven|eight) (times|breaths) a minute / ([3-8]|three|four|five|six|seven|eight) breaths (a|per|every) minute /
      (one|two|three|four|a few|couple of|a couple) words? (out )?(and |and then |then |before |at a time )(\\w+ ){0,3}(air|breath|breathe|gasp|stop|rest|pause)`,
    zh: `
      (一|1)分钟(只|才|就)?_?(喘|呼吸|吸)[^，。]{0,3}([3-8]|[三四五六七八])(六|七|八)?(口|次|下) / ([一两二三几]|[1-4])个字(就|都)?(得|要|必须|非得)?_?(换|喘|歇|停)(一)?(口|下|会)?(气)? /
      (吸|喘|出)(一)?口气[^，。]{0,4}(费|攒|用尽)`,
  },
  faceSwelling: {
    en: `(tongue|lips?|eyelids?|face|mouth) (\\w+ ){0,3}(filling|fills|fill|ballooned|doubled|twice the size|enormous|huge|massive|blown up)`,
    zh: `(舌头?|嘴唇|眼皮|脸)[^，。]{0,4}(塞满|撑满|大了(一|两)(圈|倍)|肿成)`,
  },
  throatClosing: {
    en: `(filling|fills) (his|her|their|all my) mouth`,
    zh: `(越来越|变|一分钟比一分钟|一阵比一阵)窄 / 窄(了|小)`,
  },
  unwell: { en: `(feel\\w*|so|very|really) (\\w+ )?(ill|poorly|unwell|rough)`, zh: `` },
  speechLost: {
    en: `
      suddenly (\\w+ )?(can|could) not (\\w+ )?(read|write|understand|name|spell) / (letters|words|writing|the page|text) (\\w+ ){0,2}(mean nothing|means nothing|meaningless|make no sense|makes no sense|looks? like (another|a foreign) language) /
      (only|just) (ever )?(answers?|replies|repeats?|says) [a-z]+(?= *(?:[,.!]|$))`,
    zh: `
      (问|喊)(什么|啥|他|她)?(都|就|只)(是)?(答|说|回)(一句|同样|一样|星期|嗯|是|好|不知道)? / 突然[^，。]{0,10}字[^，。]{0,4}(不认|看不懂|读不懂|认不出) / 字[^，。]{0,4}突然[^，。]{0,6}(不认|看不懂|读不懂|认不出) /
      舌头(捋|转|倒|翻)不(过来|开|清) / 话到(了)?嘴边[^，。]{0,4}(说|讲|吐|蹦)不(出|来) / 突然_?(不会|没法)(说话|写字|读|认字)`,
  },
  confused: {
    en: `(trousers|pants|jumper|shirt|coat|bra|shoes?|socks?) (\\w+ )?(on|over) (his|her|the) (\\w+ )?(arms?|head|hands?|wrong (foot|feet|way|leg)) / (put|puts|putting) (\\w+ ){0,3}(phone|remote|keys|milk) in the (oven|fridge|bin|microwave)`,
    zh: `(裤子|上衣|衣服|鞋|袜子)_?(套|穿)(在|到)(胳膊|头|手|脚反) / (要|想|闹着|非要)(爬|翻)(窗|阳台|栏杆)(户)?(出去|跑)? / 说(现在|今年)是[^，。]{0,6}年 / 看(见|到)(屋里|墙上|床上|天花板上)有 / (晚上|半夜|夜里)_?(闹着|非要|嚷着)(要)?(回家|出门|上班)`,
  },
  clumsyHand: {
    en: `(drops?|dropping) (everything|things|whatever) (\\w+ ){0,3}(left|right|hand|holds?|picks? up)`,
    zh: `(拿|端|抓)(什么|啥|东西)(都)?(掉|摔)(什么|啥)? / 手(笨|不灵|不听话|不听使唤)`,
  },
  infant: { en: ``, zh: `(?<![0-9一-龥])([两三四五六]|[2-8])周(?=，[^。]{0,20}(脐|吃奶|不吃|含奶|囟|拍嗝|黄疸|哭))` },
  balance: { en: ``, zh: `走路_?(往|朝|向)(左|右|一)(边)?(偏|歪|倒|斜)` },
  sudden: { en: ``, zh: `(早饭|午饭|中饭|晚饭|吃饭)(的?时候|后|前|那会儿?)(就)?(开始|起) / 刚(才)?一(下|会)` },
  saddle: { en: `(feeling|sensation) (\\w+ ){0,3}(groin|bottom|bum|down below|down there|between my legs)`, zh: `` },
  nonBlanching: {
    en: `(never|hardly|barely) (\\w+ ){0,2}(fade|blanch|disappear|go away|vanish)\\w* (\\w+ ){0,4}(press|push|glass|tumbler)\\w*`,
    zh: ``,
  },
  heavy: { en: `still (pouring|flooding|gushing)`, zh: `第[二三四五]条(毛巾|纱布|卫生巾|床单)` },
  tearing: { en: `tore (through|across|down|into)`, zh: `` },
  waters: { en: `(warm|sudden|big|huge) (\\w+ )?(gush|flood)(?! of (blood|pride|love|air|heat))`, zh: `` },
  lowOxygen: { en: ``, zh: `(制氧机|夹手指|指夹|指脉)[^。0-9]{0,10}([5-8][0-9]|9[01])(?![0-9])` },
  pleuritic: { en: ``, zh: `(吸气|喘气|深呼吸)[^，。]{0,10}(戳|抽着|揪)` },
  electric: { en: ``, zh: `被(?!静电|[^，。]{0,4}静电)[^，。]{0,6}(?<!静)电(了|到|着|击|麻)` },
  fetalMovement: {
    en: `(?<=\\b(baby|bump|little one|bean|she|he) (\\w+ )?(used to|would|always|usually|normally) (\\w+ ){0,3}(kick|wriggl|wake|dance|roll)\\w*[^.!?]{0,60})(nothing|no movement|not (a|one) kick|so still|so quiet) / (kicks|movements) (\\w+ )?(have |has |seem to have )?(gone|stopped|faded|dried up|died down)`,
    zh: `(平时|以前|每天|往常|老)[^。]{0,10}(闹|动|踢)[^。]{0,14}(一下(都|也)没|没踢|没动|没有动)`,
  },
  noUrine: {
    en: `
      nothing (\\w+ ){0,2}in the (catheter |urine |leg )?bag / catheter (\\w+ ){0,3}(block\\w*|not drain\\w*|stopped drain\\w*|empty) / hardly (\\w+ )?(wet|wetting) (\\w+ )?(a |any |one )?(napp\\w*|diapers?) /
      (hardly|barely) (wet|weed|peed)`,
    zh: `(尿袋|袋子)(里)?[^，。]{0,4}(没有|没|空|一滴) / (导尿管|尿管)[^，。]{0,5}(堵|不通|不流|没尿)`,
  },
  illChild: {
    en: `(shoots?|shot|flies|flew|comes?|sprays?) (\\w+ )?(out |right )?across the (\\w+ )?(room|bed|cot|floor|kitchen)`,
    zh: ``,
  },
  weakDefences: { en: ``, zh: `换(过|了|的)(肾|肝|心脏|肺)` },
  fever: {
    en: `(a |running a |had a |has a )?temperature (since|for (the )?(last )?(\\w+ ){1,2}(hours?|days?)|that (will not|won t)|all (day|night)|again|this (morning|evening)|last night)`,
    zh: ``,
  },
  seizure: {
    en: `
      (sort|kind|type) of (a )?(fit|seizure|convulsion)(?! of) / epilep\\w*[^.!?]{0,30}(in a row|back to back|one after (the other|another)|without (waking|coming round)|not (woken|come round|waking))`,
    zh: `
      (癫痫|羊癫疯|羊角风)[^。]{0,8}连(着|续)[^，。]{0,2}([二两三四五六七八几好]|[2-9]) / (癫痫|抽)[^。]{0,14}(中间|之间)(都|也)?没(醒|清醒|缓) /
      (睡着|睡觉|睡梦|夜里|半夜)[^，。]{0,5}(抖|抽)[^。]{0,6}尿(了)?(床|裤) / 抽风`,
  },
  numb: { en: `(feeling|sensation) (\\w+ ){0,5}(gone|lost|went|disappeared)`, zh: `` },
  choking: {
    en: `(can|could) not (\\w+ )?(swallow|get down|get) (\\w+ ){0,2}(own )?(spit|saliva)( down)?`,
    zh: `口水(也|都)?(咽|吞)不(下|进|了) / (咽|吞)不(下|了)(自己的)?口水`,
  },
  voices: {
    en: `(tv|television|telly|radio|phone|internet|walls?) (\\w+ )?(gives?|giving|sends?|sending) (\\w+ )?(orders|commands|messages|instructions|signals)`,
    zh: ``,
  },
  weak: {
    en: `buckl\\w* / (gave|giving|gives) way / (strength|power) (\\w+ ){0,5}(gone|left|lost)`,
    zh: `打软 / 一软`,
  },
  bleeding: {
    en: `(second|third|fourth|fifth|another) (towel|pad|dressing|bandage|nappy|sheet)(?= (now|already|since|in)) / still (pouring|flooding|gushing)(?! (with )?(rain|sweat)) / fistula (\\w+ ){0,2}(burst|bleed\\w*|bled|blown|squirt\\w*|spurt\\w*|leak\\w*)`,
    zh: `第[二三四五]条(毛巾|纱布|卫生巾|床单) / (夜用|卫生巾|安睡裤|产褥垫|护垫|尿垫)(?=[^，。]{0,4}(湿|透|满|浸)) / (湿|浸|换)(透|满|了)?[^，。]{0,4}(夜用|卫生巾|安睡裤|产褥垫|护垫)`,
  },
  belly: { en: `bladder`, zh: `` },
  severe: { en: ``, zh: `(怎么|咋)(躺|坐|睡|待)(着)?都(不是|不行|不对|难受|疼|痛)` },
  ingest: {
    en: `
      (had|got through|gone through|gotten through|through) (about |around |nearly |almost |over |at least |maybe |like |roughly |all |some )*(\\d+|ten|twelve|fifteen|twenty|thirty|forty|fifty|a whole|an entire|a (whole )?(box|packet|bottle|strip)) / sniff\\w* / huff\\w* / snort\\w* / bag(ging|ged)`,
    zh: `(打|喂|吃|喝)(成|了)(?=[0-9一二两三四五六七八九十]) / 粘(在|到) / 贴(在|到)(?!一起) / 吸(打火机|胶水|汽油|笑气|油漆|丁烷)`,
  },
  medicine: { en: ``, zh: `(止痛|芬太尼|吗啡|透皮)贴 / 止疼片 / 止痛片` },
  poison: {
    en: `lighter (gas|refill) / butane / aerosols? / laughing gas / nitrous / paint thinner / glue fumes`,
    zh: `红豆杉 / 万年青 / 铃兰 / 相思豆 / 蓖麻 / 马钱子 / 野果 / 野蘑菇 / 不认识的(果|蘑菇|草|野菜) / 打火机(气|油) / 丁烷 / 笑气 / 疏通剂 / 油漆`,
  },
  tooMuch: {
    en: ``,
    zh: `该(打|吃|喂|服|喝|用)[^。]{0,12}(打|吃|喂|服|喝|用)(了|成)(?!没用)`,
  },
  weeklyTakenDaily: {
    en: `methotrexate,? ((i|he|she|we|have|has|had|been|am|is|was|having|taking|took|it|them|my|one|a|tablet|pill) ){0,7}(every (day|morning|evening|night)|daily|each (day|morning|night))`,
    zh: ``,
  },
  emptyPack: {
    en: `(packets?|boxes|blisters?|strips?|bottles?) (\\w+ ){0,2}(in|under|behind) (his|her|the|their) (\\w+ )?(bin|bed|pillow|bag|drawer|room|wardrobe)`,
    zh: `(垃圾桶|床底|枕头下|抽屉)(里|下)?[^，。]{0,6}空(的)?(药)?(板|盒|瓶)`,
  },
  swallowedThing: {
    en: `swallow\\w* (\\w+ ){0,4}(earrings?|rings?|hair ?(grips?|pins?|clips?)|bobby pin|safety pin|tooth ?pick|dentures?|bridge|crown|lego|marble|bead|key|lid|bottle top|ring pull|hearing aid)`,
    zh: `(吞|咽)(了|下|进)[^，。]{0,4}(耳(钉|环|堵|塞)|戒指|发夹|牙签|瓶盖|拉环|弹珠|珠子|积木|假牙|牙套)`,
  },
  wantsToDie: {
    en: `
      (googl\\w*|search\\w*|looked up|looking up|reading up) (\\w+ ){0,2}how (many|much) [^,.!?]{0,30}(it takes|would do it|is (lethal|fatal|deadly|enough)|to (die|kill|end)) /
      (sitting|sat|standing|stood|lying|i am|i m) (\\w+ ){0,3}(garage|car)[^.!?]{0,20}engine (is |still )?(running|on) /
      (do|does) not want (\\w+ ){0,4}(to be found by|to find (me|my body)|finding (me|my body)) / (will|am|is) not (going to |gonna )?be (a |your |any |such a |anyone s )*(problem|burden|bother|trouble|nuisance|worry) (\\w+ ){0,3}(much longer|any ?more|for long)`,
    zh: `
      (查|搜)(了|过)?[^，。]{0,12}(吃|喝|吞)(多少|几)[^，。]{0,4}(才够|够|会死|能死|致死|致命|才行|死) / 车库(里)?[^。]{0,6}(车|发动机|引擎)(一直|还)?(发动|开|点)着 /
      (不会|不用|不)再?(拖累|连累|麻烦|烦)(你们|大家|家里人?|他们|孩子|爸妈|你)[^，。]{0,2}(多久|太久|很久|几天) / (很快|再也|永远|以后)_?不(会|用)?再?(拖累|连累)(你们|大家|家里|他们|孩子|爸妈) /
      (我)?(要是|如果|万一)?(没了|死了|走了|不在了)[^。，]{0,8}(拿到|赔|得到|有)(一笔)?(保险|赔偿|抚恤) / (要是|如果|假如)?我(要是|如果)?(没了|不在了|死了|消失了)(就|该|那就|多|该多|就都)?(好|清净|解脱|轻松)了? / 绳(子|套)_?(拴|系|绑|挂|套)(好|上)(?!了?(狗|车|货|船|行李|鞋|包|牛|羊)) / 割得[^，。]{0,5}深`,
  },
  deathAsRest: {
    en: `(sunday|monday|tuesday|wednesday|thursday|friday|saturday|tomorrow|tonight|then it) (will|is going to) be (peaceful|quiet|all over|calm)`,
    zh: `(就|便|可以)(安生|清静|安静|太平|消停)了`,
  },
  goodbye: {
    en: `(do not|not to) (be sad|cry|grieve|mourn|look for me|miss me) / (just |only )want\\w* (some(one|body)|you|them|any(one|body)) to know(?! (that (i|we) (am|are|have|will be) (late|there|away|on)|about|if|how|what|why))`,
    zh: `
      (就|只)(是)?想(让|叫)(人|个人|谁|你们|大家)知道(一声|一下)?(?=[，。]|$) / (叫|让|要)(我|我们|大家)(们)?别(难过|伤心|哭|找|怪)(她|他|了)? / 不想(让|被)(孩子|家人|他们|爸妈|家里人?)(发现|看见|看到|找到) / (朋友圈|微信|微博|群里|短信|空间)[^，。]{0,4}(发|写|说)(了|过)?[^，。]{0,4}(再见|永别|遗书|告别|来生)`,
  },
  everydayLeaving: {
    en: `(has|have|got|is) everything (ready|prepared|sorted|arranged) / (does|is|did) not (answer|pick|respond)\\w*`,
    zh: `(电话|微信|消息|手机)(打)?(都|也)?不(接|回|通) / 不(接|回)(电话|微信|消息) / 联系不上 / 失联 / 都准备好了`,
  },
  noFuture: {
    en: `(just |only )?one (last |more |final )?thing left to do`,
    zh: `(就|只)剩(下)?(最后)?(一|这)(件)?(事|步)`,
  },
  means: {
    en: ``,
    zh: `(订|开)(了|好)(个|间)?(酒店|宾馆|旅馆|房间)(?!开会|出差|旅游|结婚) / (说|讲)?(要|想|打算)(去|上)(大桥|桥上|江边|河边|海边|水库|楼顶|天台|铁路边?|悬崖)(?!玩|看|吹风|散步|钓|拍|跑|走走|遛)`,
  },
  sleepless: {
    en: `(been )?(up|awake) for (\\w+ )?(\\d+|two|three|four|five|six|seven|several) (nights|days)(?! (a|per) ) / (has|have|is) not (slept|sleeping)(?! (well|much|enough|properly|great|badly|very|through|good|so|in))`,
    zh: ``,
  },
  psychosis: {
    en: `
      (tv|television|telly|radio) (\\w+ )?(gives?|giving|sends?|sending) (\\w+ )?(orders|commands|messages|instructions) / (neighbou?rs?|they|people|someone|landlord|colleagues) (\\w+ ){0,3}(put|putting|pump\\w*|pip\\w*|spray\\w*|send\\w*|blow\\w*|beam\\w*) (\\w+ ){0,2}(gas|poison|chemicals|fumes|rays|radiation|signals|waves) (\\w+ )?(through|into|in|at|under|from)`,
    zh: `
      (孩子|宝宝|娃|婴儿|老公|老婆|爸|妈)被(人|别人|他们|医院)?(给)?(调包|掉包|换|顶替|附身)(了|走|掉) / (往|从)[^，。]{0,6}(放|灌|喷|吹|射)(毒|毒气|毒药|辐射|电波|射线)`,
  },
  runsIntoDanger: {
    en: `sharpen\\w* (\\w+ ){0,2}(knife|knives|axe|blade|machete)`,
    zh: `(上|爬)(房顶|屋顶|楼顶|天台)(?!晒|修|看|吹) / (存款|积蓄|钱|房子)(都|全)?(给|送|捐)(了|给)?(陌生人|路人|别人|网友) / (攥|抄|操|捏|抱|端|握|磨)着?(一把|把)?(菜刀|刀|斧|锤|剪刀|铁棍|棍子) / 磨(菜)?刀`,
  },
  commanded: {
    en: ``,
    zh: `(叫|让|命令|催|逼)(我|他|她)[^，。]{0,4}(往|朝|向)?[^，。]{0,3}(火车|铁轨|车流|楼下|河|马路|窗外)[^，。]{0,4}(迈|跳|走|站|冲|撞|钻)`,
  },
  violence: {
    en: `
      (stepdad|step ?dad|stepfather|dad|father|uncle|grandad|stepbrother|brother|coach|boyfriend) (\\w+ )?(comes?|came|coming|gets?|climbs?|sneaks?|creeps?) (in|into|to) (my|her|his) (room|bed)( \\w+)? (at night|every night|when)`,
    zh: `
      (继父|后爸|爸爸|爸|叔叔|舅舅|哥哥|爷爷|老师|教练|表哥)[^，。]{0,6}(进|爬|钻|溜)(到|进|上)?我(的)?(房间|屋|床|被窝) /
      (说|扬言|威胁)[^，。]{0,6}(弄死|打死|杀了?死?|砍死|掐死|整死|捅死|废了)(我|我们|我妈|我家|孩子)`,
  },
  wound: {
    en: `(pellet|bullet|air ?gun|air rifle|bb|shot ?gun|nail) (\\w+ ){0,4}(in|through|into) (the|my|his|her) (chest|head|neck|belly|stomach|tummy|eye|back|face|throat)`,
    zh: `(扎|刺|插|戳)(到|进|在|了)?[^，。]{0,8}，?还(插|扎|留|卡|在)(在)?[^，。]{0,4}(里|上|窝) / (枪|铅弹|子弹|钢珠|弹)[^，。]{0,4}(打|射|崩|嵌)(进|中|到|穿|在)[^，。]{0,3}(胸|头|脖|肚|眼|背|脸|喉)`,
  },
  crash: {
    en: `(popped|cracked|snapped|crunched|cricked|jarred|wrenched) (\\w+ )?(in )?(my|his|her) neck[^.!?]{0,60}(arms|hands|legs|fingers)`,
    zh: `脖子[^，。]{0,3}(咔|嘎|响|扭|崴|撞|甩)[^。]{0,12}(胳膊|手|腿|脚)[^，。]{0,3}(过电|麻|没劲|发软|没力) / (脖子?|颈|腰|后背)[^，。]{0,2}(摔|撞|扭|砸)[^，。]{0,8}(手|腿|脚)[^，。]{0,3}(笨|僵|麻|没劲|没力|不灵|发软|动不)`,
  },
  drowsy: { en: ``, zh: `(特别|非常|老是?|一直|越来越)(犯)?困(?![难扰惑境])` },
  settles: {
    en: `paid off (the |all |my |our )*(bills|debts|loans?|cards?|rent) / (given|gave|giving) (my |our )?(\\w+ ){0,2}(the |my |our )(cat|dog|pets?|rabbit|plants|ring|watch)`,
    zh: `(账|债|钱|贷款|房租|水电)(都|也|全)?(还|结|清|交)(清|完|了)了?`,
  },
  burnt: {
    en: `(iron|oven tray|hot pan|baking tray) (fell|dropped|tipped|landed) on / (oil|fat|chip pan|grease|pan|house|kitchen|electrical) fire`,
    zh: ``,
  },
  inTheEye: { en: ``, zh: `射(进|到|入) / 蹦进 / [一-龥]{1,3}(剂|灵|净|液)(?=[^，。]{0,3}(进|溅|喷|崩|弄))` },
  heat: { en: ``, zh: `(跑|长跑|跑步|公里)[^，。]{0,6}(倒|晕|昏)(了|下|倒)?` },
  priapism: {
    en: ``,
    zh: `(勃起|伟哥|阴茎|下面|硬)[^。]{0,16}(没|不|还没|一直没|一直不)(下去|软|消|下来)(?!水肿)`,
  },
  drinker: {
    en: ``,
    zh: `(安定|阿普唑仑|劳拉西泮|氯硝西泮|佐匹克隆|艾司唑仑|舒乐安定|镇静药|安眠药)[^。]{0,12}(断|停)了?([一二两三四五六七八九十几0-9]+)?(天|了|药|掉)`,
  },
} as const satisfies MoreWords;
