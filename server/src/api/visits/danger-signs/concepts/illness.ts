import type { Concepts } from './concept.ts';

/** Infection, very ill children, sugar, skin, limbs. */
export const illness = {
  fever: {
    en: `
      (?<!hay )(?<!yellow )fever( of)? (3[89]|4[0-2])(\\.\\d)? / (?<!hay )(?<!yellow )fever* / (high |a |raised |running a |got a |spiking a )+temp(erature)?(?! of 3[67])( of| is| was)? /
      temp(erature)? ([a-z]+ ){0,4}(3[89]|4[0-2]|10[0-6])(\\.\\d)? / (3[89]|4[0-2])(\\.\\d)? ?(degrees|c|celsius|°c?|º) /
      (10[1-6])(\\.\\d)? ?(degrees|f|fahrenheit|°f?) / burning up / burning hot / pyrexia / (3[89]|4[0-2])\\.\\d / febrile /
      red hot / boiling hot / temp of / hot (to (the )?touch|and|all over) / temps?(?! (\\w+ ){0,2}3[5-7]) / roasting /
      boiling / feverish / on fire /
      (feels|felt|is|was|so|really|very) (\\w+ )?(roasting|boiling|burning|scorching|baking|on fire|hot as)( \\w+)? /
      (3[89]|4[0-2])[.,]\\d /
      (temp|temperature|thermometer|reading) (\\w+ ){0,3}(of |is |was |at |says |reads )?(3[89]|4[0-2]|10[0-6]) /
      (3[89]|4[0-2])c? (with|and) (shiver\\w*|rigor\\w*|chills|rash|headache|sore)`,
    zh: `
      发(高)?烧 / 发热(?!门诊) / 高(烧|热) / 低烧 / (?<!退)烧(到|得|了|起来|不退|三|两|一天) / (3[89]|4[0-2])(\\.[0-9])?_?(度|℃|°|c) /
      (三十[八九]|四十)(点[一二三四五六七八九])?度? / 体温_(3[89]|4[0-2]) / (3[89]|4[0-2])\\.[0-9] / 滚烫 / 发紧烧 /
      身上(很|好)?烫 / 额头(很|好)?烫 / 退不下 / (不|没|未|难|没有)能?退烧 / 退不了烧 / (?<!退|发|中|燃|叉|红|焚)烧(?!心|饭|菜|水|香|烤|杯|饼|鸡|鸭|腊|钱|酒|碱|烫)(到|得|成|着)? / 一摸(滚)?烫 / 四十度 / 发低烧 / 打摆子 / 摸着_(烫|热) / 烫手 /
      烧手 / 发烫 / 体温高 / 烧到 / 烫(?=,|。|$) / (摸|额头|脑门|身上|身子|手心)(着|上去)?_?(烫|热|滚|烧)(人|手|得|的|了)? /
      (?<!退)烧(起来|着|上|了|得|到|不|没退|又) / (体温|额温|耳温|量|枪|测)(出来|是|有|到|了)?_?(3[89]|4[0-2]) /
      (发|高|低|反复|一直|又|还)烧 / 热得(像|跟|发) / (3[89]|4[0-2])(\\.[0-9])?(多|来)?(度|℃|°) /
      (烧|发热|体温|温度|量)[^，。0-9]{0,6}(3[89]|4[0-2])(?![0-9])`,
  },
  highFever: {
    en: `
      (39|4[0-2])[.,]\\d / (39|4[0-2])(\\.\\d)? ?(degrees|c|celsius|°c?|º) / (10[3-6])(\\.\\d)? ?(degrees|f|fahrenheit|°f?) /
      (temp\\w*|fever|thermometer) (\\w+ ){0,4}(39|4[0-2]|10[3-6])(\\.\\d)? / very high (fever|temp\\w*)`,
    zh: `
      (39|4[0-2])(\\.[0-9])?_?(度|℃|°) / 三十九度 / 四十度 / 高烧不退 / (39|4[0-2])(\\.[0-9])?(多|来)?(度|℃|°) /
      (烧|发热|体温|温度|量)[^，。0-9]{0,6}(39|4[0-2])(?![0-9])`,
  },
  rigors: {
    en: `
      rigor* / (shak*|shiver*) (\\w+ ){0,4}(uncontroll*|violent*|can not stop|will not stop|so (hard|much|bad)|bed|teeth) /
      teeth (\\w+ )?chatter* / uncontroll\\w* (shak*|shiver*) / shaking chills / shivering / chills / teeth chatter\\w* /
      chatter\\w* / shak\\w* chills / shivers? /
      (shak\\w*|shiver\\w*|trembl\\w*) (like a (leaf|jelly)|and (can not|burning|hot|freezing)|all over|so|with|uncontrollably) /
      with shivers / shivery / freezing (cold )?(but|and) (burning|boiling|hot|sweat\\w*) /
      can not (get warm|stop (shaking|shivering)) / (the )?shakes / shak\\w* / rattling teeth`,
    zh: `
      寒战 / 寒颤 / 打(冷|摆)(战|颤|子) / 发抖 / 发冷 / 牙齿打(颤|战) / 打哆嗦 / 哆嗦 / 打冷震 / 打摆子 / 抖 /
      牙(齿)?_(打颤|打战|哆嗦) / 打抖 / 浑身抖 / 抖得 / 打(冷)?(战|颤|寒|抖|摆子|冷摆|哆嗦|冷震)(子)?(了)? /
      (冷|怕冷|畏寒)(得)?_?(盖|抖|哆|缩|打) / 盖(了)?(两|三|几|四)(床|层)_?(被|还) / 畏寒 / 牙(齿|关)?打(架|颤|战) /
      抖(成|得)(筛|像|不) / 抖(得|个|着|起来|不)(厉害|不停|停)? / (浑身|全身|一直|不停)(地)?(发)?抖`,
  },
  mottled: {
    en: `
      mottl* / blotchy / marbl(ed|ing) / marble (colou?r\\w*|like|white) / (skin|hands|feet|legs|arms) (\\w+ ){0,4}(blue|grey|gray|pale|purple|ashen|patchy|clammy|cold) /
      (cold|icy|freezing) (\\w+ )?(hands|feet|hands and feet|to (the )?touch|clammy) / ashen /
      (pale|grey|gray|white) (as a |and |like a )+(sheet|ghost|clammy|cold|floppy|limp|grey|sweaty|weak)* /
      (looks|looking|gone|went|turned|is|so|very) (\\w+ )?(grey|gray|ashen|deathly|deathly pale) /
      (like|thought|feel\\w*|think) (\\w+ ){0,3}(going to|am|about to) (die|dying) / never (felt|been) so (ill|unwell|sick) /
      blood pressure ([a-z]+ ){0,4}([5-8]\\d)(?=/| over|,|\\.|$) / (bp|blood pressure) (\\w+ )?(very )?low / heart (\\w+ )?racing /
      breathing (very |really )?fast / fast breathing / off (his|her) legs / grey faced / waxy /
      (bp|blood pressure) ([a-z]+ ){0,4}([5-8]\\d)(?=/| over|,|\\.|$) / lips (are )?(white|pale|grey) /
      skin (\\w+ )?(mottled|patchy|grey) / streaks? / cold hands / white as / blotch* (legs|skin|arms) / cold (hands|feet|legs) /
      (feel\\w*|look\\w*|felt) (\\w+ )?(like )?(death|dying|at death s door|close to death|half dead) /
      (breath\\w*|heart) (\\w+ )?(really |very |so |super )?(fast|rapid\\w*|quick\\w*) and /
      (marbled|mottled|patchy|corned beef|purple|lacy) (\\w+ )?(skin|legs|hands|arms|knees|tummy)? /
      (hands|feet|legs|skin|knees|arms) (\\w+ )?(mottled|marbled|patchy|icy|ice cold|freezing|purple|grey|blotch\\w*) /
      (peed|pee|wee|weed|urine|urinat\\w*) (\\w+ )?(since|all day|for (\\d\\d|twelve|eighteen))`,
    zh: `
      (皮肤|身上|腿上|全身|手脚)_(发花|花斑|花纹|大理石|发灰|湿冷|冰凉|冰冷|冷冰) / 四肢(冰|发|厥|湿)?(凉|冷) /
      脸色(发灰|灰|死灰|苍白|惨白|煞白|发白|很差|蜡黄|铁青) / 面色(灰|苍白|晦暗|发灰) / 血压_(掉|测不|量不) / 快不行 /
      (要|快)死(了|掉) / 皮肤湿 / 心率(很)?快 /
      血压[^，。0-9/]{0,8}([5-8][0-9](?![0-9]|.?[0-9])(?=/|到|多|几|，|。|$)|不到九十|七十|八十|六十|七十几|八十多) /
      血压_(七十|八十|六十|不到|量不) / 手脚(冰|凉|冷) / 嘴唇白 / 花花的 / 发花 / 手(脚)?(冰)?凉_身(上)?烫 /
      呼吸(很|特别|越来越|非常|又|好|飞)快 / 脸(色)?(发)?(灰|青|白)(了|的|得|，|。) / 皮肤(上)?(发)?(花|灰|冰|网) /
      人_(发灰|发花|没血色) / (手|脚|腿|胳膊|身上|皮肤)_?(冰|凉|冷)_?(发花|花|紫|青|网) / 花(斑|纹|了|的) / 像大理石 /
      血压(只有|才|掉到|降到|八|七|六|低到) / 人(都|就|快|眼看)?(不行|没|完|过去)了 / 快(断|没)气 /
      手脚(又|都)?(湿冷|冰凉发|冰冷发|凉得发)`,
  },
  infection: {
    kind: 'context',
    en: `
      infect* / pneumonia / uti / urine infection / kidney infection / cellulitis / wound / abscess / flu / catheter / operation /
      surgery / cough / miscarriage / chickenpox / bite / biopsy / colonoscopy / implant / dentist / tooth / abscess\\w* / infected /
      red streak\\w* / pus / oozing / weeping / stinks? / smelly / discharge / wound (\\w+ )?(opened|open|red|hot|burst)`,
    zh: `
      感染 / 肺炎 / 尿路 / 肾盂 / 伤口 / 化脓 / 流感 / 导尿 / 脓 / 蜂窝织炎 / 水痘 / 活检 / 穿刺 / 宫腔镜 / 肠镜 / 拔牙 / 插管 /
      尿管 / 清宫 / 破了 / 压疮 / 褥疮 / 流脓 / 裂开 / 恶露臭 / 刀口 / 泌尿 / 胆(囊炎|管炎|道感染) /
      (伤口|刀口|恶露|分泌物|尿|脓|味|白带|嘴|发)(很|好|有点|特别|又|都|有股|一股)?(腥)?臭 / 术后 / 手术(后|完|伤口|刀口)`,
  },
  illChild: {
    en: `
      flopp* / limp / lethargic / listless / (like a )?rag ?doll /
      (will|would|can|does|did|is|has|have|are) not (\\w+ ){0,3}(feed*|fed|drink*(?! (after|at night|alcohol|coffee|tea|enough water|much))|suck*|latch*|nurs*|take (\\w+ )?(milk|bottle|feed|fluids|water|breast|anything)|eat or drink|eaten or drunk|wak*|cry|respond*|make eye contact|focus) /
      (refus*|(gone|going|is|been|went) off|not interested in|too (weak|tired|sleepy) to|stopped|no) (\\w+ ){0,3}(feeds?|feeding|bottles?|breast ?(feed\\w*)?|milk|fluids?|drink\\w*|nurs\\w*|suck\\w*) /
      (no|dry|not had|few|fewer|hardly any|barely any|without) (\\w+ ){0,3}(wet )?(napp(y|ies)|diapers?)( wet)?( all day| since| for| in)? /
      (nappy|diaper|nappies|diapers) (\\w+ ){0,4}(dry|not wet) / (has|have|is) not (\\w+ )?(wee*|pee*|wet (a|his|her)) /
      sunken (eyes|fontanelle|soft spot|spot) / (eyes|soft spot|fontanelle) (\\w+ ){0,4}(sunken|sunk|bulg*|swollen) /
      bulging (soft spot|fontanelle) /
      (high pitched|weak|moaning|shrill|strange|odd|continuous|whimpering|different|screechy) (\\w+ )?cry\\w* /
      (cry*|scream*) (\\w+ ){0,5}(inconsol*|for hours|non ?stop|high pitched|draws?|draw\\w* (his|her) (legs|knees)|touch\\w*|pick\\w*) /
      inconsol* / (draw*|pull*) (\\w+ ){0,2}(up )?(knees|legs) / no tears / (sleep*|drowsy) (\\w+ ){0,6}(feeds?|all day|wake\\w*) /
      barely (moving|opens|open|responds|wakes) / unusually (quiet|sleepy|still|drowsy) / too quiet / not moving (his|her|much)? /
      too (weak|worked up|tired|breathless|sleepy) to (\\w+ )?(drink|feed|cry|suck|eat) /
      not (\\w+ )?(himself|herself|like her|like him) and / (limp|quiet) (and|,) /
      (cries|screams) when (i |we |you )?(touch|move|pick|change|lift) / projectile / vomits? after every /
      (only|just) (half|a third|a quarter|few ml) (\\w+ ){0,4}(feed|bottle)s? / forget\\w* to breathe / jerky / soft spot /
      grizzl\\w* / (weaker|quieter) and / ribs showing / refus\\w*(?! (veg\\w*|greens|fruit|meat|broccoli|carrots|to (share|tidy|wear|brush|try new))) /
      (hardly|barely|scarcely) (wakes?|stirs?|moves?|feeds?|drinks?|opens) / will not stop (moaning|crying|whimpering|grunting) /
      moan* / whimper* / hot body / cold hands /
      (has|have|is|was|will|would|does|did|can) not (\\w+ ){0,3}(wanted|want|taken|touched|finished|had) (\\w+ ){0,3}(bottles?|milk|feeds?|boob|breast|anything|drink|drop|sip) /
      (bone )?dry (\\w+ )?(napp\\w*|diapers?|all day|since) / (napp\\w*|diapers?) (\\w+ ){0,5}(bone dry|dry|nothing in) /
      (dip|dent|sunken (bit|patch|in)|hollow|sunk) (\\w+ ){0,4}(head|skull|soft spot)? / like a (rag|wet) ?(doll|cloth|noodle)? /
      (pull\\w*|draw\\w*|bring\\w*|tuck\\w*) (\\w+ ){0,3}(legs|knees)( up| to)? / grey and /
      (just|only) (lies|lays|lying|laying|stares?|staring|moans?|whimpers?)( there)? / (weak|feeble|thin|tiny) cry /
      (does|will|would|can) not (\\w+ )?(wake|rouse|settle|stop (crying|screaming)|open) (\\w+ ){0,3}(feed\\w*|eyes|up)? /
      (too (weak|tired|sleepy|floppy)|hard|impossible) to (\\w+ )?(feed|suck|latch|wake|rouse) / floppier / lifeless /
      barely (crying|feeding|awake|conscious) / arch\\w* (his|her) back and / not (\\w+ )?(himself|herself) (at all|and) /
      (won t|will not) (take|suck|nurse|latch|drink|have) / (lost|no) interest in (feed\\w*|milk|anything) /
      (will|would|can) not (\\w+ )?(walk|stand|put (\\w+ )?weight|move (his|her) (leg|hip|arm|knee)|bear weight) /
      (screams?|cries|yells) (when|if) (i |we |you )?(\\w+ )?(move|touch|lift|pick|bend|change|straighten)`,
    zh: `
      软绵绵 / (浑身|全身|身子|身体|整个人)(都|发|很|像|一直|软)?(软|松)(绵|趴|塌|了|得|的|，|。) /
      (不|拒|唔)(肯|愿|愿意|会|能|想|怎么|要)?(吃|喝|食)(奶|水) / 拒(奶|食) / 不(肯|愿|会|能|怎么|想)?(吃|喝|吸|含)(奶|水) /
      吸(奶|吮)(无力|没力|没劲|没力气) / (没|没有|无|冇)(怎么)?(换过?|湿)?_?(尿|小便|尿湿) / 尿(布|不湿|片|裤)_(干|没湿|没换) /
      (眼窝|眼眶|囟门|前囟)_(凹|陷|鼓|隆|胀|凸) / (尖|高)(叫|声|锐)_?哭 / 哭声_(弱|小|尖|细|无力|异常|怪) /
      哭(闹)?_(不止|不停|哄不|几个小时|没有眼泪|停唔) / 没(有)?(眼泪|泪) / 反应(差|弱|低) / 呻吟 / 哼哼唧唧 / 不哭_不闹 / 没精打采 /
      蔫 / 奶都不 / 喝不进_ / 叫都不 / (没|不)吃(奶|东西)?_(一天|整天|半天|几顿|小时) / 一口_(没|不)(吃|喝|咽) / 奶吐 / 喷奶 /
      吐奶_喷 / 瘦了一圈 / 哭不出 / 哭都没(力|声) / 抱着_软 / 耷拉着(头|脑袋) / 眼神不对 / 逗(他|她)?(都)?不(笑|理) / 不认人 /
      肚子(鼓|胀)得? / 吮 / 不睁眼 / 一直哭 / (宝宝|娃|孩子|婴儿|他|她)_(软的|软了|发软) / 哼哼 / 不肯(含|吸|吃) / 成日瞓 /
      唔(饮|食)奶 / 老睡 / 一直睡 / 缩腿 / 一阵阵_哭 / 叫不(怎么)?醒 / 一直哼 / 哼个不停 / 腿发花 / 手凉_(身|烫) / 尿布干 /
      (胳膊|手脚|身体|身子|整个人|人)(都)?不(怎么|太|大)?动(了|弹)? / 吃不(进|下)奶 / 奶吃不(进|下|了) /
      哭声(变|都|很|越来越|像|细|弱|有气) / (奶|饭|水)(都|也|一口|这两顿)?(没|不|冇)(吃|喝|沾|碰|进|要|肯)(了)? /
      (吃|吸|含)(奶)?(没|冇|无)力 / (哼|呻)(唧|吟|哼|着)(唧唧|个不停)? / 哭(都|也)?(没|不|冇|无)(出)?(力|声|劲|泪|眼泪|出声|出来) /
      (小)?(手|脚)(脚|都)?(冰|凉|冷)(的|了|得|凉|冷)? /
      尿(不湿|布|片|裤|包)(一天|一整天|一晚|半天|到现在|都|还)?(是)?(干|没湿|没尿|没换|不湿) / 眼(窝|眶|睛)_?(凹|陷|塌|抠|深) /
      头顶_?(凹|塌|陷|鼓|坑) / 囟(门|脑|心)_?(凹|陷|鼓|胀|塌) / (抱|拎)(起来|着)?(软|像面条|像棉花|没骨头) / 脑袋(耷|垂|抬不) /
      蜷(着|缩)(腿|身) / (哭|叫|闹)(得)?_?(停不|哄不|没停|撕心|尖|惨|变调) / 睡(得)?(叫不|摇不|喊不|老是|一直|不醒) /
      (不|拒绝|不敢|不肯)(走路|走|站|踩地|踩|下地|碰|让碰|让摸)(?!动症) / 一(动|碰|抱|摸)_?就(哭|叫|尖叫|喊|嚎) /
      尿(布|不湿|片|裤)_?(一直|都|全|还)?(是)?干(的|着|爽)? / 眼(窝|眶)(子)?(都)?(凹|陷|塌|抠)(了|进|下)?`,
  },
  yellowNewborn: {
    en: `
      jaundice* / yellow (skin|eyes|baby|all over|legs|feet) / (skin|eyes|face|legs|tummy) (\\w+ ){0,3}yellow* /
      eyes (\\w+ )?yellow`,
    zh: `黄疸 / (皮肤|眼睛|眼白|脸|全身|手心|脚底|脚)_(黄) / 发黄`,
  },
  diarrhoea: {
    en: `diarrh* / loose stool* / watery (poo|stool)* / gastro* / the runs`,
    zh: `
      淘米水 / 米汤样 /
      腹泻 / 拉肚子 / 拉稀 / 水样便 / 拉水 / 屙 / 拉吐 / 又拉又吐 / 上吐下泻`,
  },
  cramp: {
    en: `(leg|legs|calf|calves|muscle|muscles) (\\w+ )?cramp\\w* / cramps? in (my|his|her) (legs|calves)`,
    zh: `抽筋`,
  },
  dehydrated: {
    en: `
      dehydrat* / (nothing|not|no) (\\w+ ){0,4}(kept|keep|stay\\w*) (\\w+ )?down (\\w+ ){0,4}(days?|hours|24|since) /
      can not keep (even )?(\\w+ ){0,3}(water|fluids|anything) down /
      (days?|24 hours|48 hours) (\\w+ ){0,4}(without|no) (\\w+ )?(drink\\w*|fluid|water) /
      (not|nothing|no) (\\w+ ){0,4}(keeping|stays?) (\\w+ )?down / sip\\w* (\\w+ ){0,4}(comes? back|vomit\\w*) /
      not been able to keep (\\w+ ){0,4}down / (even )?water (\\w+ ){0,4}(comes? (back|up)|vomit\\w*|not stay)`,
    zh: `
      淘米水 / 米汤样 / (拉|泻|吐)[^，。]{0,6}([2-9][0-9]|1[0-9])(多|来)?(次|趟|回) /
      脱水 / (喝|吃)(什么|啥|一口|点)?(水)?_(都|就|全)吐 / 水都(喝不|咽不|喝唔) / (滴水|水米)(不|未)进 / 喝水(就|也|都)吐 /
      (拉|吐)_没(劲|力|尿) / 拉吐 / (水|药|激素|东西)_(留不住|存不住|喝不进|灌不进) / 什么都_(留不住|喝不|吐) / 不吃不喝 /
      上吐下泻_?(一|两|三|几|好)(整)?(天|夜) / 又(拉|吐)又(吐|拉)_?(一|两|三|几)(天|夜)`,
  },
  lowSugar: {
    en: `
      (sugar*|glucose|bg|bm|blood sugar|level) (\\w+ ){0,5}([0-2]\\.\\d|3\\.[0-4]|[12]\\.?\\d?(?![\\d%])|[2-5]\\d(?![\\d.])) /
      hypo(s|glyc\\w*)?(?! (thyroid|chondri)) / low (blood )?sugar /
      sugar (\\w+ )?(very |too |dangerously )?(low|crash\\w*|dropp\\w*) / (meter|reading|libre|sensor) (\\w+ ){0,4}(lo|low)\\b /
      (\\w+ )?shows lo\\b / sugar (\\w+ )?(was |is |of )?(lo|low)\\b /
      (insulin|units|gliclazide) (\\w+ ){0,6}(twice|double|too (much|many)|by mistake|wrong|instead) /
      (sugar\\w*|glucose|bg|bm|level|reading|meter|libre) ([a-z]+ ){0,5}([0-2]\\.\\d|3\\.[0-3])(?!\\d) /
      (sugars?|bloods?) (\\w+ )?(on the floor|crash\\w*|bottom\\w*|plummet\\w*|in (her|his|my) boots)`,
    zh: `
      (仪器|机器|血糖仪|测出来|一测|一量|测了|动态)[^，。0-9]{0,4}([0-2]\\.[0-9]|3\\.[0-3])(?![0-9]) /
      血糖[^。0-9]{0,6}([0-2]\\.[0-9]|3\\.[0-5]|[12](?![0-9.])) / 低血糖 / 血糖_(太低|很低|过低|掉|低) / 血糖_(lo|低) /
      (胰岛素|降糖药|短效|单位)_(打错|打多|多打|拿错|双倍|加倍|重复|当) / (拿错|打错|多打)_(胰岛素|针|单位) / 显示lo`,
  },
  lowSugarSign: {
    en: `
      shak* / trembl* / sweat* / confus* / drows* / sleepy / slurr* / aggress* / unconscious / (will|can) not wake / not wak\\w* /
      fit / seizure / weak / dizzy / odd / strange / clammy / not respond* / dropping / collaps* / not coming up /
      will not (come|go) up / swallow / blurr* / incoherent / took too much insulin / double insulin / too much insulin / lo\\b /
      pale / cold / found / just (realised|noticed) / (will|can) not (drink|eat|swallow) / will not / fight\\w* (us|me|off)? /
      lash\\w* out / refus\\w* / (won t|will not|would not) (\\w+ )?(take|drink|eat|swallow|wake|have|open) / aggressive /
      swear\\w* / combative / rambling / glazed / grey / twitch* / vacant / mumbl*`,
    zh: `
      抖 / 冷汗 / 出汗 / 晕 / 糊涂 / 迷糊 / 叫不醒 / 昏 / 没力 / 发软 / 胡言 / 心慌 / 意识 / 说胡话 / 手震 / 升不上 / 嗜睡 /
      五十单位 / [2-9][0-9]单位 / 汗 / 喂(水|糖|饭)?_不(喝|吃|张) / 不张嘴 / 不喝 / 反应(迟|慢|差|不) / 抽(搐|了|起) / 饿得(慌|发) /
      手抖 / 发脾气 / 打人 / 骂人 / 暴躁 / 发狂 / 乱动 / 叫唤 / 咬(紧|着)牙 / 不肯(喝|吃|张) / 不配合 / 眼(睛)?(发)?直 / 发呆 /
      答不上 / (手|人|身)(在)?(发)?抖 / 冒汗 / 反应(慢|迟) / (叫|喊)(他|她|人)_?(不|没|慢) / 说不(清|出) / 眼花 / 走不稳 /
      舌头(大|硬) / (又|还|一直|老)(在)?(掉|低|降)(下来|下去|了)? / 升不(上|起)(来|去)? / 上不(来|去)(?!气)`,
  },
  highSugar: {
    en: `
      (sugar*|glucose|bg|bm|level|meter|monitor|reading) (\\w+ ){0,6}((1[6-9]|[23]\\d)(\\.\\d)?(?![\\d%])|(2[5-9]|[3-9]\\d)\\d|hi\\b|high|off the scale|too high|over (15|20|25|30)|through the roof|sky high) /
      ketone* / ketoacid* / dka / fruity / pear drops / nail (polish|varnish) (remover )?(breath|smell)? / acetone /
      (miss*|stopp*|ran out|run out|skipp*|not taken|not tak\\w*|without|out of|forgot|no) (\\w+ ){0,4}insulin /
      pump (\\w+ )?(fail\\w*|stopp\\w*|block\\w*|broke\\w*|came out) /
      (breath|smell\\w*) (\\w+ ){0,4}(nail|pear|fruit\\w*|acetone|sweet|varnish)\\w* / (nail|pear) (\\w+ )?(varnish|polish|drops) /
      (2\\d|3\\d)(\\.\\d)?(?= and|,| on| for| mmol) /
      (sugar\\w*|glucose|bg|bm|level|reading|meter) ([a-z]+ ){0,5}((1[7-9]|[23]\\d)(\\.\\d)?(?![\\d%])|hi\\b|(2[5-9]|[3-9]\\d)\\d) /
      pump (\\w+ )?(fail\\w*|came|off|kinked|alarm\\w*|died|empty) /
      (smell\\w*|breath|stink\\w*) (\\w+ ){0,4}(pear|nail|acetone|fruit\\w*|sweets?|varnish|chemical\\w*) /
      sugars (\\w+ )?(sky|through|off|stuck|over)`,
    zh: `
      血糖[^。0-9]{0,8}((1[6-9]|[23][0-9])(\\.[0-9])?(?![0-9])|高|爆表|测不出|hi|飙) / 酮(体|症)? / 烂苹果 / 丙酮 /
      (停|断|没打|忘打|漏打|没有|不打|停用|少打|忘记打)(了)?_胰岛素 / 胰岛素_(停|断|没打|用完|忘|没了) / 糖尿病昏迷 /
      (?<![0-9.])(1[7-9]|[23][0-9])\\.[0-9](?!度|℃|kg|斤|岁|周) / (嘴|呼|口)(里|气|吸)?_(烂苹果|丙酮|甜|水果) /
      (嘴|口|呼吸)_烂苹果 / (停|断|没|忘|漏)(了)?(打|用)?(针|药|泵)(了)?_?(几天|两天|一周|三天|好几)? / 烂(水果|苹果|梨)(味|的味) /
      (泵|针)_?(坏|堵|掉|没用|用完) / 酮`,
  },
  highSugarSign: {
    en: `
      vomit* / thr[eo]w\\w* up / been sick / being sick / is sick / fast breath* / breathing (\\w+ ){0,2}(fast|deep|heav\\w*|hard) /
      deep breath* / fruity / pear drops / acetone / ketone* / drows* / sleepy / confus* /
      (stomach|tummy|belly|abdom\\w*) (\\w+ )?(pain*|ache*|hurt*|cramps?) / weak / exhausted / unquench* / so thirsty /
      very thirsty / terribly thirsty / thirst* / nause* / lethargic / losing weight / lost (\\w+ )?weight / peeing`,
    zh: `
      吐 / 恶心 / 呼吸(深|快|急) / 烂苹果 / 酮 / 肚子(痛|疼) / 腹痛 / 嗜睡 / 昏 / 迷糊 / 没(有)?精神 / 没力 / 口渴 / (?<!哮)喘 / 意识 /
      想睡 / 丙酮`,
  },
  thirstAndWeight: {
    en: `
      (very |so |always |constantly |terribly |unquench\\w* |really |drinking (\\w+ )?)+(thirst\\w*|water|litres) /
      drinking (loads|lots|gallons|litres|constantly|non ?stop) / thirst* / peeing (all|constantly|loads|a lot|every|so much) /
      drinks? (\\w+ ){0,3}(all (day|night|the time)|litres|gallons|constantly|from the tap) / (wets|wetting) the bed /
      (drinking|drinks?|guzzl\\w*|downing) (\\w+ ){0,3}(gallons|loads|litres|pints|water|everything|like a fish|non ?stop|constantly|all day) /
      (peeing|weeing|urinating|toilet|wee) (\\w+ ){0,3}(non ?stop|loads|constantly|every|all (day|night)|so much|a lot|like)`,
    zh: `
      (口|特别|一直|老|非常|总)_(渴|喝水|尿多|多尿) / 喝很多水 / 多饮 / 多尿 / 尿(了)?一(夜|晚|整天) /
      (喝水|水)_(停不|没完|一桶|一壶) / 舌头干 / 嘴(巴)?干 / 一晚上_(尿|喝水)`,
  },
  weightLoss: {
    en: `
      los(t|ing) (\\w+ ){0,3}(weight|kilos?|kg|stone|pounds) / weight loss / (thin|thinner|skinny) /
      lost (\\w+ )?(kg|kilos?|stone|lbs) / lost (\\w+ )?(a )?(stone|half a stone|loads of weight|kilos|pounds) / skin and bone\\w* /
      clothes (\\w+ )?(hanging|falling) off / (dropped|shed) (\\w+ )?(kg|kilos|stone|pounds|weight)`,
    zh: `(瘦|体重)_(了|下降|掉|轻|很多) / 消瘦 / 瘦`,
  },
  limb: {
    en: `
      (my |his |her |the |left |right |one |lower )*(leg|arm|foot|hand|toes|fingers|calf|limb|feet|toe|finger|thigh) /
      (whole )?(left|right) leg / below the knee / toes / calves / shin / fingertips? / big toe / ankle / wrist / elbow / forearm`,
    zh: `
      腿 / 胳膊 / 肢 / 手指 / 脚趾 / 小腿 / 下肢 / 足 / 脚背 / 膝盖(以)?下 / (?<!双|两)手(?!术|机|脚|续|册|工|法) /
      (?<!手|双|两)脚(?!气|本)`,
  },
  bloodless: {
    en: `
      (cold|icy|freezing|ice cold) (\\w+ ){0,4}(white|pale|blue|numb|grey|gray|purple|painful|mottled|pulse|pain\\w*|hurt\\w*|compared) /
      (white|pale|blue|grey|gray|purple|black|dusky|bloodless) (\\w+ ){0,5}(cold|icy|numb|painful|no pulse|freezing|pain\\w*|agony|ice) /
      no pulse / can not (find|feel) (a |the |any )?pulse /
      (cast|plaster|splint) (\\w+ ){0,10}(numb|blue|tight|agony|tingl*|white|cold|swollen|unbearable) / ice cold /
      (stone|marble) cold / (numb|blue|white) (\\w+ ){0,10}(cast|plaster) / (thick|swollen) and (blue\\w*|purple) /
      blue\\w* (since|and) / (white|pale|blue|grey) (like|as) (wax|marble|paper|a candle) /
      (scream\\w*|agony) (\\w+ )?(leg|foot|arm) / (walk|step) (\\w+ ){0,4}(metres|steps) / (cold|numb) and white /
      white and (cold|numb) / (white|pale|blue|grey|gray|purple|mottled) as / (stone|ice|marble|freezing|icy|dead) cold /
      (no|can not (find|feel|get)) (\\w+ ){0,3}pulse / (white|cold|pale|looks?|skin) (\\w+ )?like marble / like (a corpse|a dead|ice|wax|alabaster) /
      (cast|plaster|splint|boot) (\\w+ ){0,6}(too tight|squeez\\w*|agony|blue|numb|white|cold|tingl\\w*) /
      (blue|white|black|purple|grey|icy) (foot|leg|hand|arm|toes?|fingers?|limb)`,
    zh: `
      (冰凉|冰冷|发凉|发冷|凉)_(白|苍白|发紫|青|麻|痛|疼|没) / (发白|苍白|煞白|惨白|发紫|青紫|发黑|没血色)_(凉|冷|冰|麻|痛|疼)? /
      (没|没有|无|摸不到|摸不着)_?(脉搏|脉) / 冰凉 / 冰冷 / (石膏|夹板)_(紧|麻|胀|痛|疼|紫|黑|凉) / 没了?血色 /
      (白|冷|凉)得?像_(蜡|纸|冰|石) / 摸(着|上去)_(冰|冷|凉) / 像冰块? / 凉得像冰 / 冷(?=，|。|$) /
      (变|发|煞|惨|死)?(白|紫|青|黑)(了|的|得)?,?_?(冷|凉|冰|麻|动不|没知觉) / (冷|凉)_(动不|没知觉|白|紫|青) /
      (又)?冷又(白|麻|紫|青) / (又)?白又(冷|凉|麻) / 像(被)?冰(住|冻|了|过) / 冰(住|冻|得|疙瘩) / 没(有)?(脉|血色|温度|热气) /
      (冰|凉|冷)(得|的)?(像|跟)_?(冰|石|铁|死人|蜡) / (煞|惨|雪|苍)?白(的|了|得)(?=，|。|$|走|动|没|像|冰)`,
  },
  clotLeg: {
    en: `
      (calf|leg|thigh|arm) (\\w+ ){0,6}(swollen|swell*|swelled|bigger|twice the size|puffed|balloon*) /
      (swollen|swell*) (\\w+ ){0,3}(calf|leg|thigh)(?!s) / dvt / deep vein / (blood )?clot in (my|his|her|the) leg /
      (leg|calf|thigh|arm) (\\w+ ){0,4}(thick|fat|huge|tight|blue\\w*|purple) / one leg (\\w+ )?(bigger|thicker|fatter) /
      (leg|calf|thigh|arm) (\\w+ ){0,3}twice (its|the) (\\w+ )?size /
      (one|left|right|my|his|her) (leg|calf|thigh|arm) (\\w+ ){0,4}(twice|double|bigger|fatter|thicker|massive|huge|swoll\\w*|swell\\w*|blown up|ballooned|like a (balloon|tree)|tight) /
      (calf|calves) (\\w+ )?(is |has )?(massive|huge|rock hard|tight|like)`,
    zh: `
      (一条|左|右|单|一侧|这条|小)_?(腿|小腿|下肢)_(肿|胀)(得|了|起)? / (深静脉|静脉)血栓 / 腿_(肿|胀)_(粗|一圈|发红|发烫) /
      (腿|小腿)_(粗|肿|胀)_(一圈|硬|紫|红|痛|疼)? / 一条腿_(肿|粗|胀|大) / (腿|小腿)_(粗了?一(倍|圈)|绷紧|发亮) /
      (小腿|大腿|腿|腿肚子|脚脖子)_?(一边|一条|单)?(肿|胀|粗)(得|的|了|成|起来|硬|一圈|邦邦|发亮|老|像|大) /
      一(条|只|边)(腿|脚|胳膊)_?(肿|粗|胀|大)`,
  },
  clotRisk: {
    en: `
      flight / flew / plane / long haul / surgery / operation / bed ?rest / bedridden / immobile / in bed / cast / plaster /
      the pill / contracepti* / hrt / pregnan* / cancer / painful / hot / red / warm / pain / hurts* / tender / ache* / op / hip /
      knee / fracture / broken / long (drive|haul|flight|journey) / coach / hospital / ankle boot / laid up / sitting / covid /
      other / breath\\w*`,
    zh: `
      飞机 / 手术 / 卧床 / 久坐 / 躺 / 石膏 / 避孕药 / 怀孕 / 产后 / 痛 / 疼 / 红 / 热 / 烫 / 火车 / 长途 / 大巴 / 开车 / 坐月子 /
      骨折 / 按(着|一)?_?(疼|痛) / 气(紧|短|喘|急) / 硬 / 住院 / 置换`,
  },
  badSkin: {
    en: `
      (spread*|moving|creep*|grow*|track*|getting bigger|expand*|doubl*) (\\w+ ){0,5}(fast*|quick*|rapid*|hours?|by the (hour|minute)|up (my|his|her|the)|every hour|before my eyes|minutes) /
      (fast|quick|rapid|rapidly|quickly) spread\\w* /
      (turn*|gone|going|went|is|are|skin) (\\w+ ){0,3}(black|purple|dusky|grey green) /
      (much |far |way )?(more pain\\w*|worse pain|pain\\w*) (\\w+ )?(than it looks|out of proportion) / blood blister* /
      smells? (of )?rott* / flesh eating / necroti* / gangren* / crackl* (under|when) /
      (swell\\w*|swoll?en|swelled|red\\w*|black|streak\\w*) (\\w+ ){0,5}(up to|to the|overnight|past|beyond|elbow|armpit|groin|knee|shoulder) /
      (dark|black|purple) blister\\w* / streaks? (up|going|on) / more (\\w+ )?painful than / skin (\\w+ )?(dying|grey|dead) /
      (racing|shooting|climbing|running|travelling|heading) (\\w+ )?(up|upwards|along|towards) /
      (flesh|skin) (\\w+ ){0,4}(black|purple|dead|rotting) / red (streak|line|track)s? /
      streaks? (\\w+ )?(up|to|towards|running|going|crawling|creeping) /
      (skin|leg|arm|wound|foot|hand|thigh) (\\w+ ){0,3}(dusky|purple|black\\w*|grey|mottled|bruised|marbled|maroon) /
      (pain|hurts?|agony) (\\w+ ){0,4}(way |far |much )?(more|worse) than (it|you|the|what) / (out of|beyond) proportion /
      spread\\w* (\\w+ ){0,3}(by the hour|every hour|since|fast|quick\\w*|rapid\\w*|overnight|up|past the line|past the pen)`,
    zh: `
      红(肿|印|块)?[^，。]{0,8}(往上|向上|爬|窜|蔓延|扩) /
      (蔓延|扩散|扩大|发展|肿)_(快|迅速|几个?小时|很快|每小时) / (迅速|快速|很快|几个?小时)_(蔓延|扩散|扩大|肿) /
      (发|变)(黑|紫)(?!眼圈)_(水泡|水疱|痛|臭|烂)? / 坏死 / 坏疽 / 血泡 / 烂_(臭|黑) / 从_(黑|肿|红)到_ /
      (黑|肿|红)到(小腿|膝|大腿|胳膊|手肘|肩) / 一夜_(肿|黑|红) / 臭得 / 黑(了|水泡|色水泡) / 红线 / 疼得要锯 /
      (肉|皮|皮肤|伤口)_(变|发)?黑 / 痛得离谱 / 疼得离谱 /
      (皮|肉|皮肤|伤口|脚|腿|手)_?(发|变|都|全)?(紫|黑|乌|烂)(了|的|起泡|水泡|流水|臭)? / 肿到(膝|小腿|大腿|胳膊|手肘|肩|腰|脖) /
      (一|隔)(夜|晚|天|宿)(就|之间|的功夫)?(肿|红|烂|黑|扩|窜) / 红(线|道|条)(子)?_?(往上|到|爬|窜|走|延)`,
  },
  skinSite: {
    en: `
      skin / wound / cut / red* / swell* / swollen / leg / arm / foot / hand / thigh / groin / scrotum / infection / cellulitis /
      surgical / scratch / bite`,
    zh: `皮肤 / 伤口 / 红肿 / 肿 / 腿 / 脚 / 手 / 胳膊 / 会阴 / 刀口 / 创口`,
  },
  peeling: {
    en: `
      (skin|rash) (\\w+ ){0,5}(peel*|com\\w* off|falling off|slough*|blister*|sheets|burnt) /
      blister(s|ing|ed)? (\\w+ ){0,6}(mouth|lips|eyes|genital\\w*|all over|body|everywhere|skin) /
      (sores|ulcers|raw|blisters) (\\w+ ){0,6}(mouth|lips|eyes|genital\\w*) / stevens johnson / sjs / peel\\w* (skin|off) /
      skin (\\w+ )?(sore|raw|painful) / (skin|rash) (\\w+ )?blister\\w* /
      (skin|it) (\\w+ ){0,3}(in sheets|sheets|sloughing|sliding|wiping|rubbing) (off)? /
      mouth (\\w+ )?(is )?(raw|full of (ulcers|blisters|sores)|covered) / eyes (\\w+ )?(gummed|stuck|raw|crusted) /
      blister\\w* (\\w+ ){0,4}(mouth|lips|eyes|all over|everywhere|body|chest|back)`,
    zh: `
      (皮|皮肤|表皮)_(脱|剥|掉|烂|起泡|一碰就) / (水泡|水疱|大疱)_(全身|嘴|口|眼|生殖|破|身) /
      (嘴|口腔|嘴唇|眼睛|生殖器)_(烂|溃|破|糜烂|水泡|水疱) / 脱皮_(发烧|全身) / 剥脱 / 全身_(水泡|水疱|大疱) /
      皮_(一片片|整块|大片)_(掉|脱|下来) / 一片片掉 / 脱皮_?(眼|嘴|口|烂|痛|疼|起泡) / (皮|嘴|眼)_(脱|烂) /
      (皮|皮肤|表皮)_?(一片片|整片|大块|成片|一层层|一搓|一碰)_?(掉|脱|破|烂|下来) /
      (嘴|口|眼|下面)(睛|巴|里|唇|腔)?(都|全|也)?_?(烂|溃烂|糜烂|起泡|破|脱皮)(了|得|掉)? /
      (起|长|满身|全身)(了)?(大|水|血|好多)?(泡|疱)`,
  },
  newMedicine: {
    kind: 'context',
    en: `
      (new|started|starting|began|after|taking|took|put on|prescribed|days (after|into|of)) (\\w+ ){0,5}(medicine|tablets?|medication|drug|antibiotic\\w*|allopurinol|carbamazepine|lamotrigine|phenytoin|sulfa\\w*|co trimoxazole|septrin|bactrim|ibuprofen|pills?|treatment|amoxicillin|penicillin) /
      (started|begun|began|starting|put on|taking|on) (\\w+ ){0,3}(lamotrigine|carbamazepine|allopurinol|phenytoin|co trimoxazole|bactrim|septrin|nevirapine|sulfa\\w*|tegretol|modafinil)`,
    zh: `
      (吃|服|用|换|加|停)(了|过|完)?_(药|别嘌醇|卡马西平|拉莫三嗪|磺胺|头孢|抗生素|布洛芬|苯妥英|阿莫西林) / 别嘌醇 / 卡马西平 /
      拉莫三嗪 / 磺胺 / 新药`,
  },
  dialysis: {
    kind: 'context',
    en: `dialysis / potassium (\\w+ ){0,3}(high|[67]\\.?\\d?) / kidney failure`,
    zh: `透析 / 血透 / 腹透 / 尿毒症 / 血钾_(高|[67])`,
  },
  sickle: { kind: 'context', en: `sickle / scd / hbss`, zh: `镰刀 / 镰状 / 镰形` },
  vitalDanger: {
    en: `
      (bp|blood pressure|pressure|systolic) ([a-z]+ ){0,5}([4-8]\\d|2[0-9]\\d|19\\d|18\\d)(?=\\/| over|,|\\.| and|$)(?![%]) /
      (temp|temperature|fever) (\\w+ ){0,4}(4[0-2]|3[0-4]|2\\d)(\\.\\d)?(?![\\d/]) / 40\\.[5-9] / 41(\\.\\d)? /
      (resp\\w*|breaths|breathing) (\\w+ ){0,3}([3-9]\\d) (a|per|in a) minute / [4-9]\\d breaths`,
    zh: `
      血压[^。0-9]{0,10}([4-8][0-9]|1[89][0-9]|2[0-9]{2})(?=/|多|几|，|。|$|到|\\\\) /
      血压[^，。]{0,6}(不到九十|七十|八十|六十|五十|量不(出|到)|测不(出|到)) /
      (体温|烧到?|量)[^，。0-9]{0,5}(4[1-2]|40\\.[5-9]|40度[3-9]|3[0-4])(?![0-9]) / 呼吸[^，。0-9]{0,6}[4-9][0-9]次`,
  },
  afterProcedure: {
    kind: 'context',
    en: `
      (after|since|following|had) (\\w+ ){0,4}(surgery|operation|op|biopsy|colonoscopy|endoscopy|procedure|c section|caesarean|abortion|miscarriage|bypass|replaced|replacement|injection|stent|catheter|angiogram|tonsil\\w*|extraction|dialysis|liposuction) /
      (knee|hip) replac\\w* / stitches / surgical wound`,
    zh: `
      开完刀 / 刚做完 /
      (手术|活检|穿刺|肠镜|胃镜|宫腔镜|流产|清宫|拔牙|置换|开刀|透析|吸脂|造影|介入|切除|打针|人流|搭桥|移植|(?<!技|艺|学|武|魔)术)_?(后|完|回来|第)_?([0-9一二两三四五六七八九十几半]|天|今天|突然|当天|晚上|回家|发|出|肚|伤|刀|一直|就|胸|喘|腿)`,
  },
  lockjaw: {
    en: `
      lock ?jaw / jaw (\\w+ ){0,3}(locked|clench\\w*|will not open|stiff|seized) / (can|could) not open (my|his|her) (mouth|jaw) /
      back arch* / jaw (\\w+ ){0,3}(locked|stuck|seized|clamped|spasm\\w*|rigid|jammed) /
      can not (\\w+ )?(open|unclench) (\\w+ )?(mouth|jaw) /
      (muscles|back|neck|body|whole body) (\\w+ )?(spasm\\w*|arching|rigid|locking)`,
    zh: `
      牙关(紧|打不开|咬死|锁) / 破伤风_(发作|抽|样) / (嘴|口)_张不开 / 角弓反张 / 苦笑脸 / (嘴|牙关|牙|下巴)_(张|打|掰)不开 /
      (全身|身上|肌肉|背|脖子)_(一阵阵|阵阵|反复)?(抽紧|痉挛|绷紧|僵硬|发僵)`,
  },
} as const satisfies Concepts;
