import type { MoreWords } from './concept.ts';

/** Further everyday, dialect and rare words for concepts of illness, poison, injury and mind. */
export const everydayIllness = {
  infant: {
    en: `(\\d+|two|three|four|five|six|seven|eight|nine|ten|few) (days?|weeks?|wks?) old / (we|she|he|i) had (her|him|the baby) (\\w+ )?(days?|weeks?) ago`,
    zh: `月子(里的)?(娃|孩) / (?<!孕)([1-9]|1[0-2])周(大|的(宝|娃|孩|婴)) / (宝宝|娃|婴儿)_?(才|刚)?([1-9]|[1-5][0-9])天(大|，|。|$)`,
  },
  illChild: {
    en: `
      (only |just )?(takes?|took|taking|having|manages?) (\\w+ )?(a )?(few|couple of|two|three) (sucks|sips|mouthfuls|ml) / (have|having|has|had|need) to wake (him|her|them|the baby|baby) / limp as / rag ?doll / (won t|will not|refus\\w*) (\\w+ )?(the |a )?(bottle|breast|feeds?|milk) / grunt\\w* / jittery`,
    zh: `
      (只|就)?(嘬|吸|吃|喝|吮)(了)?(几|两|一)口(就|奶|，|。) / (要|得|才)(弄|叫|拍|推)醒(才|来|吃|喂|了) / 软(得|绵绵|塌塌|趴趴)_?(像)?(布娃娃|面条|泥|棉花)? / (不肯|不要|不愿|拒)(吃|喝)(奶|瓶|水) / 哼哼(唧唧)? / 身上(发)?(凉|冷)`,
  },
  postpartum: {
    en: `since (i|she|we) (had|gave birth|delivered) (\\w+ )? / baby is (\\w+ ){0,2}(days?|weeks?) old / newborn`,
    zh: `(孩子|宝宝|娃)(生下来|出生|生出来)_?([1-9]|[1-3][0-9])?(天|周)? / 生(完|下来|了)(后|娃|孩子|宝宝)? / 刚出生`,
  },
  harmOthers: {
    en: `(send|give|return|take|sacrifice) (\\w+ ){0,3}(baby|newborn|child|kids?|him|her|them) (\\w+ )?(back )?to (god|heaven|the angels|allah|satan|the devil)`,
    zh: `(把|带|将)[^。]{0,8}(还给|送回|送给|送去|献给|带去)_?(老天|上帝|神|天堂|菩萨|佛|天上) / (怕|担心)(自己|我)?(会)?(伤害|弄死|掐死|摔|伤到)(宝宝|孩子|娃|婴儿) / (捅|砍|杀|掐死|打死|弄死)(邻居|邮递员|他们|她们|老师|同事|路人|爸|妈|孩子)`,
  },
  psychosis: {
    en: `(thinks?|says|believes?|convinced|sure) (\\w+ ){0,2}(food|water|tea|milk|tablets|pills) (is |are |was )?(laced|poisoned|drugged|contaminated) / (thinks?|convinced|believes?|insists?|sure|says) (\\w+ ){0,3}(we|they|i|neighbours?|family|everyone|nurses?) (\\w+ ){0,3}(poison\\w*|spy\\w*|watch\\w*|bug\\w*|film\\w*|plot\\w*|follow\\w*|out to) / off (his|her) meds`,
    zh: `(觉得|说|认为|怀疑)_?(饭|水|菜|药|茶|奶)里?_?(有毒|下毒|下药|放了) / (认定|坚信|非说|硬说|老说|总说|觉得)[^。]{0,8}(下毒|害(他|她|我)|监视|跟踪|窃听|装(了)?(摄像|监控)|要杀) / (收音机|电视|手机|广播)(里|上)?_?(命令|叫|让)`,
  },
  hearsVoices: {
    en: `(radio|tv|telly|phone|laptop) (\\w+ )?(orders?|commands?|tells?|talks?|speaks?)`,
    zh: `(收音机|电视|手机|广播|脑子里)(里|上)?_?(命令|叫|让|逼)我`,
  },
  voices: {
    en: `hears? (the |a )?(devil|demons?|god|spirits?|satan) / (radio|tv|telly|phone) (\\w+ )?(orders?|commands?|tells?)`,
    zh: `听(见|到)_?(魔鬼|神|鬼|死人|上帝) / (收音机|电视|手机|广播)(里|上)?_?(命令|叫|让|逼)我`,
  },
  commanded: {
    en: `order (me|him|her) to (\\w+ )?(jump|kill|die|stab|burn|hurt) / (orders?|tells?|commands?) (me|him|her) to (\\w+ )?(stab|kill|hurt|burn|push|attack|jump)`,
    zh: `命令_?(捅|砍|杀|烧|推|跳)`,
  },
  runsIntoDanger: {
    en: `(knife|gun|axe|hammer|machete|blade) in (his|her) (belt|pocket|bag|hand|sleeve|coat) / (is |was |up |out )?on the (balcony|roof|ledge|railings?|window ?sill)`,
    zh: `(别|揣|藏|带)着?(把)?(刀|斧|锤|枪) / (站|坐|爬|趴)(在|到|上)?_?(阳台|窗台|楼顶|天台|栏杆)`,
  },
  drinker: {
    en: `(off|without|quit|stopped|no) (the )?(vodka|beer|wine|whisky|whiskey|gin|cider|drink|booze|alcohol|spirits)`,
    zh: `([0-9一二三两四五几]天)?没(有)?喝(白|啤|黄|老)?酒 / 停(了)?(白|啤|黄|老)?酒`,
  },
  wantsToDie: {
    en: `
      suicide (note|letter|pact|attempt) / (stockpil\\w*|hoard\\w*|sav\\w* up) (\\w+ ){0,3}(pills|tablets|meds|medicine) / jump\\w* (\\w+ )?(off|from) (\\w+ ){0,3}(multi ?\\w*|car park|flyover|overpass|viaduct|quarry|tower|block|flats|ledge|dam|top|edge|pier|roof) /
      (going|wants?|wanted|threaten\\w*|ready|about|plann\\w*) to jump (off|from|in front) / (scared|afraid|frightened) (\\w+ )?(of )?what i (will|might|could|would|may|am going to|ll) do (to myself|to me|with|tonight|next)? /
      one step and (it|everything|all)`,
    zh: `
      (第一次|头一次|头一回)(有)?(想要?(去)?|冒出)_?(死|自杀|轻生) / (从来?没|以前没|之前没)(有)?想过(要)?(死|自杀|轻生)[^。]{0,5}(直到|今天|今晚|现在|最近|这次|这两天|这几天)[^。，]{0,4}(第一次|头一次|开始|有)?(想|$) /
      (攒|囤|存|藏)(着|了|好)?_?(药|安眠药|安定|药片)_?(等|到|那天|忌日|生日)? / (迈|跨|走)(一|出|出去|下去)步?_?(就)?(都|全|什么都)?(结束|完|解脱|没)了 /
      (希望|但愿|要是)(能|可以|就)?(永远)?(不要|别|不)(再)?醒(来|过来)? / 想(要)?(永远|彻底|从此|一直)消失 / (往|朝|对)(自己|自個)(身上|手上|脖子|肚子|心口)?_?(扎|捅|割|划|砍|刺) / (怕|担心)(自己|我)_?(会)?(做出|干出|做)(什么|傻事|啥|蠢事) / (唔想|不想)(捱|熬|撑)(落去|下去)`,
  },
  means: {
    en: `(worked out|figured out|planned|decided|know exactly) how / (picture|photo) of (\\w+ ){0,3}(railway|train|tracks|bridge|rope|pills|cliff|roof|knife) / 
      (count\\w*|counted out|lined up|laid out) (\\w+ ){0,2}(tablets|pills|meds|capsules) / (knife|knives|blade|pills?|tablets?|rope|drawer) (\\w+ ){0,2}(call\\w*|whisper\\w*|tempt\\w*) /
      on the (tracks|ledge)`,
    zh: `怎么(做|死|走)_?(想|计划|安排|查)好了 / (铁轨|桥|绳子|药片|楼顶|刀)的?(照片|图) / (药|药片|安眠药|安定)(也|都)?(数|攒|备|准备|摆)(好|够|齐|着)(了)? / (看到|看见|一看)_?(刀|绳|药|高楼|桥|窗户)_?(就)?(想|忍不住) / 站(台|在站台)上`,
  },
  noFuture: {
    en: `i (will|am going to) (\\w+ )?do it(?! (again|later|myself|by)) / 
      (i have|i ve|ive|i am) (\\w+ )?(decided|made my mind up|made up my mind) / (friday|monday|tuesday|wednesday|thursday|saturday|sunday|tonight|tomorrow) is the (day|night) / it (all )?(stops|ends|is over) /
      (can|could) not see a (way forward|way out|future)`,
    zh: `(今晚|明天|等)[^，。]{0,10}就(动手|走|做了断) / 
      (我)?(已经)?(决定|想好|打定主意)(好)?了_?(就)?(周|星期|礼拜|今晚|明天|后天|那天)? / (就)?(周|星期|礼拜)[一二三四五六日天末](吧|了|那天|就) / (都|就|全)结束了 / 看不(到|见)(路|头|光|前面)`,
  },
  deathAsRest: {
    en: `(i )?feel (\\w+ )?(calm|peaceful|at peace|relieved) (now|about it|since|finally)? / at peace with it`,
    zh: `(心里|反而|突然|整个人)_?(很|特别|反而|就)?(平静|轻松|踏实|安静)(了)?(?!的生活)`,
  },
  goodbye: {
    en: `(text\\w*|messag\\w*|sent|wrote|saying) (\\w+ ){0,6}sorry (and|,) (\\w+ )?(thanks|thank you|goodbye|love) /
      (text\\w*|messag\\w*|whatsapp\\w*|wrote|left) (me |us |him |her |them |a |the |a note |family |group ){0,3}(saying )?(bye|goodbye|farewell)(?! (for now|until|then|before (work|school|lunch)))`,
    zh: `(发|留|写)(了)?(信息|消息|短信|微信|语音)?_?(说)?(对不起|抱歉)_?谢谢`,
  },
  ingest: {
    en: `wash\\w* down / necked / neck\\w* (a|the|some|all) / gulp\\w* / guzzl\\w* / downed / swigg?\\w* / siphon\\w* / accidentally (had|got|took|drank|ate) / lick\\w* / sucked on / chewed / ate / drank`,
    zh: `(就着|配着)(白)?酒 / 咽(了|下)_?口 / 舔(了|过|到|着) / 嘬(了|到) / 错(吃|喝|服) / 误(服|食|吃|喝|时|饮)`,
  },
  poison: {
    en: `
      denture\\w* / steradent / polident / dish ?washer (tabs?|tablets?|pods?|salt) / (laundry|washing|detergent) (pods?|capsules?|liquitabs?) / reed diffuser / air freshener / vape (juice|liquid) / e ?(cig\\w* )?liquid / nicotine /
      screen ?wash / de ?icer / brake fluid / coolant / white spirit / turps / turpentine / paraffin / lamp oil / lighter fluid / moss killer / ant (powder|killer|bait) / moth ?balls? / camphor / eucalyptus oil / tea tree oil /
      essential oils? / hand (gel|saniti[sz]er) / surgical spirit / rubbing alcohol / meth(s|anol|ylated spirits?) / moonshine / hair dye / descaler / limescale remover / slug (pellets?|killer|bait) / flea (drops|treatment) / rat (bait|poison) / caustic soda`,
    zh: `
      假牙(清洁)?(片|泡腾片) / 泡腾(清洁)?片 / 洗衣(凝珠|液|粉) / 洗碗(块|粉) / 香薰(精油)? / 精油 / 风油精 / 花露水 / 樟脑(丸|球)? / 卫生球 / (电子)?烟油 / 玻璃水 / 刹车油 / 冷却液 / 松节油 / 香蕉水 / 灯油 / 煤油 / 汽油 /
      工业酒精 / 甲醇 / 医用酒精 / 免洗(洗手)?液 / 染发(剂|膏) / 烫发水 / 除垢剂 / 桐油(果|籽)? / 蟑螂药 / 蚂蚁药 / 蚊香液 / 电蚊香 / 驱蚊液 / 蜗牛药 / 跳蚤药 / 干燥剂 / 水银 / 除草剂 / 灭鼠 / 乌头 / 草乌 / 雪上一枝蒿 / 钩吻 / 断肠草 / 夹竹桃 / 曼陀罗`,
  },
  medicine: {
    en: `
      methadone / subutex / buprenorphine / zopiclone / zolpidem / temazepam / lorazepam / clonazepam / alprazolam / xanax / pregabalin / gabapentin / quetiapine / lithium / clozapine / olanzapine / digoxin / propranolol / verapamil / diltiazem /
      tramadol / codeine / co ?codamol / co ?dydramol / fentanyl / oxycodone / oxycontin / mirtazapine / amitriptyline / venlafaxine / colchicine / theophylline / loperamide / promethazine / iron (tablets|pills) / antidepressants? / sleeping (pills|tablets)`,
    zh: `
      佐匹克隆 / 唑吡坦 / 思诺思 / 阿普唑仑 / 劳拉西泮 / 氯硝西泮 / 二甲双胍 / 美林 / 泰诺林 / 艾司唑仑 / 舒乐安定 / 安定 / 美沙酮 / 曲马多 / 羟考酮 / 散利痛 / 散列通 / 芬必得 / 泰诺 / 扑热息痛 / 必理通 / 去痛片 / 秋水仙碱 / 地高辛 / 普萘洛尔 / 心得安 / 氨茶碱 / 碳酸锂 /
      喹硫平 / 奥氮平 / 丙戊酸 / 苯巴比妥 / 异烟肼 / 氯喹 / 铁(剂|片) / 格列(本脲|美脲|齐特|吡嗪) / 优降糖 / 消渴丸 / 止泻药 / 晕车药 / 抗抑郁药`,
  },
  tooMuch: {
    en: `(a|one|two|whole) (month|week|fortnight) s? ?(worth )?of / (\\d{2}) (amitriptyline|codeine|tramadol|propranolol|sertraline|citalopram|zopiclone|diazepam|metformin|aspirin|ibuprofen) / (a|the|one|two|three|whole|entire|full) (\\w+ )?(strip|strips|blister|blisters|sheet|card|tub|packet|packets) of / (\\d{2,}) (\\w+ )?(tablets|pills|capsules|over the (day|morning|night))`,
    zh: `(一个|半个|两个)月的_?(药|量) / 一周的_?药 / (药|片|盒|瓶)_?(都|全)?(吃|吞|喝)光了? / (整|一|两|三)(整)?板 / 一天_?吃了?_?([1-9][0-9])(片|粒|颗)`,
  },
  blow: { en: `hitting / whacked / clobber* / clattered / smash*`, zh: `碰(到|着|了)?头 / 撞到 / 蹭倒 / 刮倒` },
  highRisk: { en: `scaffold\\w* / pony / donkey / bull`, zh: `外卖车 / 叉车 / 货架 / 树上` },
  crash: {
    zh: `
      (游泳|泳池|海里|河里|水里|浴缸|泡澡)[^，。]{0,8}呛 / (被)?(电动车|电瓶车|摩托|汽车|货车|三轮|自行车)_?(刮倒|带倒|蹭倒|撞倒|撞飞|撞了)`,
    en: `(inhal\\w*|breath\\w* in|swallow\\w*) (\\w+ ){0,2}water (\\w+ )?(in|at|from) (the )?(pool|sea|lake|river|bath)`,
  },
  wound: {
    en: `
      nail ?gun / (nail|screw|spike|staple|fish ?hook|needle|bolt) (\\w+ ){0,3}(went|gone|got|shot|stuck|fired|driven) (\\w+ )?(in|into|through) (\\w+ )?(my|his|her|the) / (hangs?|hanging|held) (\\w+ )?(on )?by (\\w+ ){0,3}(skin|thread|flap) / (can|could) (\\w+ )?see (\\w+ )?white`,
    zh: `
      (油锯|链锯|角磨机|切割片|曲线锯|割灌机|打草机|电刨|冲床|压面机|绞肉机|卷扬机)_?[^，。]{0,5}(锯|割|切|打|绞|压|夹|卷|伤)(到|了|断|进|伤|着)? / 看(见|到|得见)(了)?(白的|白花花|骨头|筋|油) / (就|只)?(剩|连)(着)?(一|那么)?(点|丝|层)(点)?皮 /
      (狗|猫|猴|猪|马|野猪|藏獒)[^，。]{0,8}(撕|扯|咬)(开|破|烂|掉|下来|断|穿)(了)?`,
  },
  electric: {
    en: `shock\\w* (\\w+ ){0,3}(mains|socket|240|volts?) / (\\d{3}) volts?`,
    zh: `被?_?([0-9]+|家用|民用|三百八|二百二)?(伏|v)(的)?电_?(打|击|电|弹|麻)(了|到|着|一下)? / 被电(打|击|弹|麻|电)(了|到|着|一下)`,
  },
  poisoned: {
    en: `smoke (\\w+ ){0,3}(lungs|chest|inhal\\w*|breath\\w*)`,
    zh: `(着火|失火|火灾|起火|火场)[^。]{0,12}(呛|熏|吸)(了|到|进|着)?_?烟 / 鼻(孔|子|毛)(里|都|里都)?_?(是)?(黑的|黑灰|烧焦|全黑)`,
  },
  burnt: {
    en: `(burn\\w*|scald\\w*|spill\\w*|touch\\w*|grabb\\w*|splash\\w*|fell (in|on)to|tipped|knocked) (\\w+ ){0,4}(fat|iron|oven|bbq|barbecue|grill|porridge|soup|glue gun|exhaust|gravy|oil|fireplace|log burner|wood burner|treadmill|wax|tap water) / hair ?(straighteners|curlers|tongs) / curling (iron|tongs)`,
    zh: `卷发棒 / 直发(板|夹|棒) / 熨斗 / 取暖器 / 烤火炉 / 电饭煲`,
  },
  burnBad: {
    en: `whole (palm|hand|arm|face|back|leg)`,
    zh: `整(个|只|条|片)(手|脚|手掌|胳膊|脸|后背|腿) / (皮|皮肤)_?发(灰|白|黑|焦)`,
  },
  venom: {
    en: `(fox|monkey|raccoon|jackal|skunk|mongoose|wolf) (\\w+ ){0,3}(got|bit|bitten|scratch\\w*|nipped) / (?<!vampire )bats? (bite|bit|scratch\\w*) / bitten by (a |an )?(\\w+ )?bat / (stray|street|wild|strange) (dog|cat|monkey|animal) (\\w+ ){0,4}(bit|bite|bitten|scratch\\w*) / two (puncture|fang) (marks|holes)`,
    zh: `(狐狸|獾|狼|浣熊|猴子?)_?咬 / (蝙蝠|猴子?|野猫|野狗|流浪(狗|猫)|獾|狐狸|狼)_?(咬|抓|挠)(了|到|伤|出|破)? / (长虫|小龙|蝮|蝰|银环|眼镜蛇|竹叶青)_?(咬|啃|钻)?`,
  },
  violence: {
    en: `
      (touch\\w*|interfer\\w* with|fiddl\\w* with|mess\\w* with) (\\w+ ){0,4}(brother|sister|son|daughter|child|kid|niece|nephew|stepson|stepdaughter|me) (\\w+ )?(at night|in bed|down there|private\\w*|sexually|inappropriate\\w*) / throttl\\w* / (choked|strangled) me`,
    zh: `(晚上|夜里|半夜|总|老|偷偷)_?摸(我|弟弟?|妹妹?|孩子|女儿|儿子|她|他)(?!头|脸蛋) / 掐(得|到)?(我|她)?_?(眼冒金星|喘不|晕|脖)`,
  },
  lowSugar: {
    en: `(gave|given|took|taken|inject\\w*|had) (\\w+ ){0,3}insulin (\\w+ )?(twice|double|again) / insulin (\\w+ )?(twice|two times|double)`,
    zh: `(打|注射)(了)?(两|双|2)(遍|次|针|倍|份)_?(胰岛素)? / 胰岛素_?(打)?(了)?(两遍|两次|重复|双份|2次|2遍)`,
  },
  lowSugarSign: { en: `fight\\w* (me|us)`, zh: `不(咽|吞) / 手(直)?抖` },
  highSugar: {
    en: `(meter|sugar|glucose|monitor) (\\w+ )?(shows?|says?|reads?|reading) hi\\b`,
    zh: `(显示|测出|测|读数)_?hi`,
  },
  afterBlow: { en: `sees? double`, zh: `(看|见)(东西|人)?(双|重|两个)影?` },
  fever: { en: `feels (\\w+ )?(very|really|so|burning|boiling) hot`, zh: `身上(很|特别|滚)烫` },
  rigors: {
    en: `teeth (\\w+ )?chatter\\w* / can not (get|keep) warm / shiver\\w* like (mad|crazy|a leaf)`,
    zh: `牙(齿)?(打架|打颤|打战|咯咯) / 打(冷战|冷颤|寒颤|哆嗦|摆子) / (捂|盖)_?(被子|多少)_?(不|没)(热|暖) / 直(哆嗦|打颤) / 冷得(直|发|打)?(哆嗦|抖|颤)`,
  },
  lastThanks: {
    en: `love you (nan|gran|mum|mom|dad|all|always|forever|both)`,
    zh: `(爸|妈|奶奶|爷爷|外婆|姥姥|大家)，?我爱你`,
  },
  settles: {
    en: `(sorted|arranged|settled|paid) (\\w+ )?(the |my |out )*(insurance|will|funeral|dog|cat|bills|mortgage|passwords)`,
    zh: `(保险|猫|狗|房子|孩子|后事|存款)[^，。]{0,6}(安排|交代|处理|打点)(好|妥)?了`,
  },
  worthless: { en: ``, zh: `活着(图|为|有)(啥|什么|个啥)` },
  weakDefences: {
    en: `(first|second|third|fourth|fifth|last|\\d\\w*) (round|cycle|infusion) (of chemo )?(last|this|two|three|\\d|on|was)`,
    zh: `(第)?[一二三四五六1-6](次|轮|疗)(化|放)?疗`,
  },
} as const satisfies MoreWords;
