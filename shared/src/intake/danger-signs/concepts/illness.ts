import type { Concepts } from './concept.ts';

/** Infection, very ill children, sugar, skin, limbs. */
export const illness = {
  fever: {
    en: `
      fever* / (high |a |raised |running a |got a |spiking a )+temp(erature)?(?! of 3[67])( of| is| was)? /
      temp(erature)? (\\w+ ){0,4}(3[89]|4[0-2]|10[0-6])(\\.\\d)? / (3[89]|4[0-2])(\\.\\d)? ?(degrees|c|celsius|°c?|º) /
      (10[1-6])(\\.\\d)? ?(degrees|f|fahrenheit|°f?) / burning up / burning hot / pyrexia / (3[89]|4[0-2])\\.\\d / febrile /
      red hot / boiling hot / temp of / (3[89]|4[0-2])(\\.\\d)? / hot (to (the )?touch|and|all over) / temp(s)? / roasting /
      boiling / feverish / on fire`,
    zh: `
      发(高)?烧 / 发热(?!门诊) / 高(烧|热) / 低烧 / 烧(到|得|了|起来|不退|三|两|一天) / (3[89]|4[0-2])(\\.[0-9])?_?(度|℃|°|c) /
      (三十[八九]|四十)(点[一二三四五六七八九])?度? / 体温_(3[89]|4[0-2]) / (3[89]|4[0-2])\\.[0-9] / 滚烫 / 发紧烧 / 身上(很|好)?烫 /
      额头(很|好)?烫 / 退不下 / (3[89]|4[0-2])(\\.[0-9])? ?(度)?[0-9]? / 烧(到|得|成|着)? / 一摸(滚)?烫 / 四十度 / 发低烧 / 打摆子 /
      摸着_(烫|热) / 烫手 / 烧手 / 发烫 / 体温高 / 烧到 / 烫(?=,|。|$)`,
  },
  highFever: {
    en: `(39|4[0-2])(\\.\\d)? / (10[3-6])(\\.\\d)? / very high (fever|temp\\w*) / (39|4[0-2])\\.\\d`,
    zh: `(39|4[0-2])(\\.[0-9])?_?(度|℃|°)? / 三十九度 / 四十度 / 高烧不退 / 39 / 4[0-2]度`,
  },
  rigors: {
    en: `
      rigor* / (shak*|shiver*) (\\w+ ){0,4}(uncontroll*|violent*|can not stop|will not stop|so (hard|much|bad)|bed|teeth) /
      teeth (\\w+ )?chatter* / uncontroll\\w* (shak*|shiver*) / shaking chills / shivering / chills / teeth chatter\\w* /
      chatter\\w* / shak\\w* chills / shivers?`,
    zh: `
      寒战 / 寒颤 / 打(冷|摆)(战|颤|子) / 发抖 / 发冷 / 牙齿打(颤|战) / 打哆嗦 / 哆嗦 / 打冷震 / 打摆子 / 抖 /
      牙(齿)?_(打颤|打战|哆嗦) / 打抖 / 浑身抖 / 抖得`,
  },
  mottled: {
    en: `
      mottl* / blotchy / marbl* / (skin|hands|feet|legs|arms) (\\w+ ){0,4}(blue|grey|gray|pale|purple|ashen|patchy|clammy|cold) /
      (cold|icy|freezing) (\\w+ )?(hands|feet|hands and feet|to (the )?touch|clammy) / ashen /
      (pale|grey|gray|white) (as a |and |like a )+(sheet|ghost|clammy|cold|floppy|limp|grey|sweaty|weak)* /
      (looks|looking|gone|went|turned|is|so|very) (\\w+ )?(grey|gray|ashen|deathly|deathly pale) /
      (like|thought|feel\\w*|think) (\\w+ ){0,3}(going to|am|about to) (die|dying) / never (felt|been) so (ill|unwell|sick) /
      blood pressure (\\w+ ){0,4}([5-8]\\d)( |/|over)* / (bp|blood pressure) (\\w+ )?(very )?low / heart (\\w+ )?racing /
      breathing (very |really )?fast / fast breathing / marble\\w* / off (his|her) legs / grey faced / waxy /
      (bp|blood pressure) (\\w+ ){0,4}([5-8]\\d)\\b / lips (are )?(white|pale|grey) / skin (\\w+ )?(mottled|patchy|grey) / streaks? /
      cold hands / white as / blotch* (legs|skin|arms) / cold (hands|feet|legs)`,
    zh: `
      (皮肤|身上|腿上|全身|手脚)_(发花|花斑|花纹|大理石|发灰|湿冷|冰凉|冰冷|冷冰) / 手脚(冰|发)?(凉|冷) / 四肢(冰|发|厥|湿)?(凉|冷) /
      脸色(发灰|灰|死灰|苍白|惨白|煞白|发白|很差|蜡黄|铁青) / 面色(灰|苍白|晦暗|发灰) / 血压_(低|掉|[5-8][0-9](?![0-9])) /
      呼吸(很|特别|越来越|非常)?快 / 快不行 / (要|快)死(了|掉) / 皮肤湿 / 心率(很)?快 /
      血压[^。0-9]{0,8}([5-8][0-9]|不到九十|七十|八十|六十|七十几|八十多)(?![0-9]) / 血压_(七十|八十|六十|不到|量不) /
      脸(色)?(灰|白|黄|青|发灰) / 手脚(冰|凉|冷) / 嘴唇白 / 皮肤_(花|灰|凉|冷|网) / 花花的 / 站不住 / 发花 /
      手(脚)?(冰)?凉_身(上)?烫`,
  },
  infection: {
    kind: 'context',
    en: `
      infect* / pneumonia / uti / urine infection / kidney infection / cellulitis / wound / abscess / flu / catheter / operation /
      surgery / cough / miscarriage / chickenpox / bite / biopsy / colonoscopy / implant / dentist / tooth / abscess\\w* / infected /
      red streak\\w* / pus / oozing / weeping / stinks? / smelly / discharge / wound (\\w+ )?(opened|open|red|hot|burst)`,
    zh: `
      感染 / 肺炎 / 尿路 / 肾盂 / 伤口 / 化脓 / 流感 / 手术 / 导尿 / 脓 / 蜂窝织炎 / 水痘 / 活检 / 穿刺 / 宫腔镜 / 肠镜 / 拔牙 /
      插管 / 尿管 / 流产 / 清宫 / 破了 / 压疮 / 褥疮 / 胆 / 臭 / 流脓 / 裂开 / 恶露臭 / 刀口 / 泌尿`,
  },
  illChild: {
    en: `
      flopp* / limp / lethargic / listless / (like a )?rag ?doll /
      (will|would|can|does|did|is|has|have|are) not (\\w+ ){0,3}(feed*|fed|drink*|suck*|latch*|nurs*|take (\\w+ )?(milk|bottle|feed|fluids|water|breast|anything)|eat or drink|eaten or drunk|wak*|cry|respond*|make eye contact|focus) /
      (refus*|off|not interested in|too (weak|tired|sleepy) to|stopped|no) (\\w+ ){0,3}(feeds?|feeding|bottles?|breast ?(feed\\w*)?|milk|fluids?|drink\\w*|nurs\\w*|suck\\w*) /
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
      grizzl\\w* / (weaker|quieter) and / ribs showing / refus\\w* /
      (hardly|barely|scarcely) (wakes?|stirs?|moves?|feeds?|drinks?|opens) / will not stop (moaning|crying|whimpering|grunting) /
      moan* / whimper* / hot body / cold hands`,
    zh: `
      软绵绵 / (浑身|全身|身子|身体|整个人)_(发?软|没劲|没力|松) / (不|拒|唔)_?(吃|喝|肯食|食)(奶|东西|水|饭也不喝) / 拒(奶|食) /
      不(肯|愿|会|能|怎么|想)?(吃|喝|吸|含)(奶|水) / 吃不(进|下)(奶|去) / 吸(奶|吮)(无力|没力|没劲|没力气) /
      (没|没有|无|冇)(怎么)?(换过?|湿)?_?(尿|小便|尿湿) / 尿(布|不湿|片|裤)_(干|没湿|没换) /
      (眼窝|眼眶|囟门|前囟)_(凹|陷|鼓|隆|胀|凸) / (尖|高)(叫|声|锐)_?哭 / 哭声_(弱|小|尖|细|无力|异常|怪) /
      哭(闹)?_(不止|不停|哄不|几个小时|没有眼泪|停唔) / 没(有)?(眼泪|泪) / 反应(差|弱|低) / 呻吟 / 哼哼唧唧 / 不哭_不闹 /
      不(怎么|太|大)?动 / 皮肤_(发黄|黄) / 没精打采 / 蔫 / 奶都不 / 喝不进_ / 叫都不 /
      (没|不)吃(奶|东西)?_(一天|整天|半天|几顿|小时) / 一口_(没|不)(吃|喝|咽) / 奶吐 / 喷奶 / 吐奶_喷 / 瘦了一圈 / 哭不出 /
      哭都没(力|声) / 哭声 / 抱着_软 / 耷拉着(头|脑袋) / 眼神不对 / 逗(他|她)?(都)?不(笑|理) / 不认人 / 小疙瘩 / 肚子(鼓|胀)得? /
      吮 / 不睁眼 / 一直哭 / 手脚凉 / (宝宝|娃|孩子|婴儿|他|她)_(软的|软了|发软) / 哼哼 / 不肯(含|吸|吃) / 成日瞓 / 唔(饮|食)奶 /
      老睡 / 一直睡 / 缩腿 / 一阵阵_哭 / 叫不(怎么)?醒 / 一直哼 / 哼个不停 / 腿发花 / 手凉_(身|烫) / 尿布干`,
  },
  yellowNewborn: {
    en: `
      jaundice* / yellow (skin|eyes|baby|all over|legs|feet) / (skin|eyes|face|legs|tummy) (\\w+ ){0,3}yellow* /
      eyes (\\w+ )?yellow`,
    zh: `黄疸 / (皮肤|眼睛|眼白|脸|全身|手心|脚底|脚)_(黄) / 发黄`,
  },
  diarrhoea: {
    en: `diarrh* / loose stool* / watery (poo|stool)* / gastro* / the runs`,
    zh: `腹泻 / 拉肚子 / 拉稀 / 水样便 / 拉水 / 屙 / 拉吐 / 又拉又吐 / 上吐下泻`,
  },
  dehydrated: {
    en: `
      dehydrat* / (nothing|not|no) (\\w+ ){0,4}(kept|keep|stay\\w*) (\\w+ )?down (\\w+ ){0,4}(days?|hours|24|since) /
      can not keep (even )?(\\w+ ){0,3}(water|fluids|anything) down /
      (days?|24 hours|48 hours) (\\w+ ){0,4}(without|no) (\\w+ )?(drink\\w*|fluid|water) /
      (not|nothing|no) (\\w+ ){0,4}(keeping|stays?) (\\w+ )?down / sip\\w* (\\w+ ){0,4}(comes? back|vomit\\w*) /
      not been able to keep (\\w+ ){0,4}down / (even )?water (\\w+ ){0,4}(comes? (back|up)|vomit\\w*|not stay)`,
    zh: `
      脱水 / (喝|吃)(什么|啥|一口|点)?(水)?_(都|就|全)吐 / 水都(喝不|咽不|喝唔) / (滴水|水米)(不|未)进 / 喝水(就|也|都)吐 /
      (拉|吐)_没(劲|力|尿) / 拉吐 / (水|药|激素|东西)_(留不住|存不住|喝不进|灌不进) / 什么都_(留不住|喝不|吐) / 不吃不喝`,
  },
  lowSugar: {
    en: `
      (sugar*|glucose|bg|bm|blood sugar|level) (\\w+ ){0,5}([0-2]\\.\\d|3\\.[0-4]|[12]\\.?\\d?(?![\\d%])|[2-5]\\d(?![\\d.])) /
      hypo(s|glyc\\w*)?(?! (thyroid|chondri)) / low (blood )?sugar /
      sugar (\\w+ )?(very |too |dangerously )?(low|crash\\w*|dropp\\w*) / (meter|reading|libre|sensor) (\\w+ ){0,4}(lo|low)\\b /
      (\\w+ )?shows lo\\b / sugar (\\w+ )?(was |is |of )?(lo|low)\\b /
      (insulin|units|gliclazide) (\\w+ ){0,6}(twice|double|too (much|many)|by mistake|wrong|instead)`,
    zh: `
      血糖[^。0-9]{0,6}([0-2]\\.[0-9]|3\\.[0-5]|[12](?![0-9.])) / 低血糖 / 血糖_(太低|很低|过低|掉|低) / 血糖_(lo|低) /
      (胰岛素|降糖药|短效|单位)_(打错|打多|多打|拿错|双倍|加倍|重复|当) / (拿错|打错|多打)_(胰岛素|针|单位) / 显示lo`,
  },
  lowSugarSign: {
    en: `
      shak* / trembl* / sweat* / confus* / drows* / sleepy / slurr* / aggress* / unconscious / (will|can) not wake / not wak\\w* /
      fit / seizure / weak / dizzy / odd / strange / clammy / not respond* / dropping / collaps* / not coming up /
      will not (come|go) up / swallow / blurr* / incoherent / took too much insulin / double insulin / too much insulin / lo\\b /
      pale / cold / found / just (realised|noticed) / (will|can) not (drink|eat|swallow) / will not`,
    zh: `
      抖 / 冷汗 / 出汗 / 晕 / 糊涂 / 迷糊 / 叫不醒 / 昏 / 没力 / 发软 / 胡言 / 心慌 / 意识 / 说胡话 / 抽 / 手震 / 反应 / 升不上 /
      嗜睡 / 刚发现 / 五十单位 / [2-9][0-9]单位 / 怎么办 / 汗 / 饿 / 奶奶 / 喂(水|糖|饭)?_不(喝|吃|张) / 不张嘴 / 不喝`,
  },
  highSugar: {
    en: `
      (sugar*|glucose|bg|bm|level|meter|monitor|reading) (\\w+ ){0,6}((1[6-9]|[23]\\d)(\\.\\d)?(?![\\d%])|(2[5-9]|[3-9]\\d)\\d|hi\\b|high|off the scale|too high|over (15|20|25|30)|through the roof|sky high) /
      ketone* / ketoacid* / dka / fruity / pear drops / nail (polish|varnish) (remover )?(breath|smell)? / acetone /
      (miss*|stopp*|ran out|run out|skipp*|not taken|not tak\\w*|without|out of|forgot|no) (\\w+ ){0,4}insulin /
      pump (\\w+ )?(fail\\w*|stopp\\w*|block\\w*|broke\\w*|came out) /
      (breath|smell\\w*) (\\w+ ){0,4}(nail|pear|fruit\\w*|acetone|sweet|varnish)\\w* / (nail|pear) (\\w+ )?(varnish|polish|drops) /
      (2\\d|3\\d)(\\.\\d)?(?= and|,| on| for| mmol)`,
    zh: `
      血糖[^。0-9]{0,8}((1[6-9]|[23][0-9])(\\.[0-9])?(?![0-9])|高|爆表|测不出|hi|飙) / 酮(体|症)? / 烂苹果 / 丙酮 /
      (停|断|没打|忘打|漏打|没有|不打|停用|少打|忘记打)(了)?_胰岛素 / 胰岛素_(停|断|没打|用完|忘|没了) / 糖尿病昏迷 /
      (?<![0-9.])(1[7-9]|[23][0-9])\\.[0-9](?!度|℃|kg|斤|岁|周) / (嘴|呼|口)(里|气|吸)?_(烂苹果|丙酮|甜|水果) / (嘴|口|呼吸)_烂苹果`,
  },
  highSugarSign: {
    en: `
      vomit* / thr[eo]w\\w* up / been sick / being sick / is sick / fast breath* / breathing (\\w+ ){0,2}(fast|deep|heav\\w*|hard) /
      deep breath* / fruity / pear drops / acetone / ketone* / drows* / sleepy / confus* /
      (stomach|tummy|belly|abdom\\w*) (\\w+ )?(pain*|ache*|hurt*|cramps?) / weak / exhausted / unquench* / so thirsty /
      very thirsty / terribly thirsty / thirst* / nause* / lethargic / losing weight / lost (\\w+ )?weight / peeing`,
    zh: `
      吐 / 恶心 / 呼吸(深|快|急) / 烂苹果 / 酮 / 肚子(痛|疼) / 腹痛 / 嗜睡 / 昏 / 迷糊 / 没(有)?精神 / 没力 / 口渴 / 喘 / 意识 /
      想睡 / 丙酮 / 口干`,
  },
  thirstAndWeight: {
    en: `
      (very |so |always |constantly |terribly |unquench\\w* |really |drinking (\\w+ )?)+(thirst\\w*|water|litres) /
      drinking (loads|lots|gallons|litres|constantly|non ?stop) / thirst* / peeing (all|constantly|loads|a lot|every|so much) /
      drinks? (\\w+ ){0,3}(all (day|night|the time)|litres|gallons|constantly|from the tap) / (wets|wetting) the bed`,
    zh: `
      (口|特别|一直|老|非常|总)_(渴|喝水|尿多|多尿) / 喝很多水 / 多饮 / 多尿 / 尿(了)?一(夜|晚|整天) /
      (喝水|水)_(停不|没完|一桶|一壶) / 舌头干 / 嘴(巴)?干 / 一晚上_(尿|喝水)`,
  },
  weightLoss: {
    en: `
      los(t|ing) (\\w+ ){0,3}(weight|kilos?|kg|stone|pounds) / weight loss / (thin|thinner|skinny) /
      lost (\\w+ )?(kg|kilos?|stone|lbs)`,
    zh: `(瘦|体重)_(了|下降|掉|轻|很多) / 消瘦 / 瘦`,
  },
  limb: {
    en: `
      (my |his |her |the |left |right |one |lower )*(leg|arm|foot|hand|toes|fingers|calf|limb|feet|toe|finger|thigh) /
      (whole )?(left|right) leg / below the knee / toes`,
    zh: `腿 / 脚 / 手(?!术|机) / 胳膊 / 肢 / 手指 / 脚趾 / 小腿 / 下肢 / 足 / 脚背 / 膝盖(以)?下`,
  },
  bloodless: {
    en: `
      (cold|icy|freezing|ice cold) (\\w+ ){0,4}(white|pale|blue|numb|grey|gray|purple|painful|mottled|pulse|pain\\w*|hurt\\w*|compared) /
      (white|pale|blue|grey|gray|purple|black|dusky|bloodless) (\\w+ ){0,5}(cold|icy|numb|painful|no pulse|freezing|pain\\w*|agony|ice) /
      no pulse / can not (find|feel) (a |the |any )?pulse /
      (cast|plaster|splint) (\\w+ ){0,10}(numb|blue|tight|agony|tingl*|white|cold|swollen|unbearable) / ice cold /
      (stone|marble) cold / (numb|blue|white) (\\w+ ){0,10}(cast|plaster) / (thick|swollen) and (blue\\w*|purple) /
      blue\\w* (since|and) / marble / (white|pale|blue|grey) (like|as) (wax|marble|paper|a candle) /
      (scream\\w*|agony) (\\w+ )?(leg|foot|arm) / (walk|step) (\\w+ ){0,4}(metres|steps) / (cold|numb) and white /
      white and (cold|numb)`,
    zh: `
      (冰凉|冰冷|发凉|发冷|凉)_(白|苍白|发紫|青|麻|痛|疼|没) / (发白|苍白|煞白|惨白|发紫|青紫|发黑|没血色)_(凉|冷|冰|麻|痛|疼)? /
      (没|没有|无|摸不到|摸不着)_?(脉搏|脉) / 冰凉 / 冰冷 / (石膏|夹板)_(紧|麻|胀|痛|疼|紫|黑|凉) / 没了?血色 /
      (白|冷|凉)得?像_(蜡|纸|冰|石) / 摸(着|上去)_(冰|冷|凉) / 像冰块? / 凉得像冰 / 冷(?=，|。|$) /
      (变|发|煞|惨|死)?(白|紫|青|黑)(了|的|得)?,?_?(冷|凉|冰|麻|动不|没知觉) / (冷|凉)_(动不|没知觉|白|紫|青) /
      (又)?冷又(白|麻|紫|青) / (又)?白又(冷|凉|麻)`,
  },
  clotLeg: {
    en: `
      (calf|leg|thigh|arm) (\\w+ ){0,6}(swollen|swell*|swelled|bigger|twice the size|puffed|balloon*) /
      (swollen|swell*) (\\w+ ){0,3}(calf|leg|thigh)(?!s) / dvt / deep vein / (blood )?clot in (my|his|her|the) leg /
      (leg|calf|thigh|arm) (\\w+ ){0,4}(thick|fat|huge|tight|blue\\w*|purple) / one leg (\\w+ )?(bigger|thicker|fatter) /
      (leg|calf|thigh|arm) (\\w+ ){0,3}twice (its|the) (\\w+ )?size`,
    zh: `
      (一条|左|右|单|一侧|这条|小)_?(腿|小腿|下肢)_(肿|胀)(得|了|起)? / (深静脉|静脉)血栓 / 腿_(肿|胀)_(粗|一圈|发红|发烫) /
      (腿|小腿)_(粗|肿|胀)_(一圈|硬|紫|红|痛|疼)? / 一条腿_(肿|粗|胀|大) / (腿|小腿)_(粗了?一(倍|圈)|绷紧|发亮)`,
  },
  clotRisk: {
    en: `
      flight / flew / plane / long haul / surgery / operation / bed ?rest / bedridden / immobile / in bed / cast / plaster /
      the pill / contracepti* / hrt / pregnan* / cancer / painful / hot / red / warm / pain / hurts* / tender / ache*`,
    zh: `飞机 / 手术 / 卧床 / 久坐 / 躺 / 石膏 / 避孕药 / 怀孕 / 产后 / 痛 / 疼 / 红 / 热 / 烫`,
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
      (flesh|skin) (\\w+ ){0,4}(black|purple|dead|rotting)`,
    zh: `
      (蔓延|扩散|扩大|发展|肿)_(快|迅速|几个?小时|很快|每小时) / (迅速|快速|很快|几个?小时)_(蔓延|扩散|扩大|肿) /
      (发|变)(黑|紫)(?!眼圈)_(水泡|水疱|痛|臭|烂)? / 坏死 / 坏疽 / 血泡 / 烂_(臭|黑) / 从_(黑|肿|红)到_ /
      (黑|肿|红)到(小腿|膝|大腿|胳膊|手肘|肩) / 一夜_(肿|黑|红) / 臭得 / 黑(了|水泡|色水泡) / 红线 / 疼得要锯 /
      (肉|皮|皮肤|伤口)_(变|发)?黑 / 痛得离谱 / 疼得离谱`,
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
      skin (\\w+ )?(sore|raw|painful) / (skin|rash) (\\w+ )?blister\\w*`,
    zh: `
      (皮|皮肤|表皮)_(脱|剥|掉|烂|起泡|一碰就) / (水泡|水疱|大疱)_(全身|嘴|口|眼|生殖|破|身) /
      (嘴|口腔|嘴唇|眼睛|生殖器)_(烂|溃|破|糜烂|水泡|水疱) / 脱皮_(发烧|全身) / 剥脱 / 全身_(水泡|水疱|大疱) /
      皮_(一片片|整块|大片)_(掉|脱|下来) / 一片片掉 / 脱皮_?(眼|嘴|口|烂|痛|疼|起泡) / (皮|嘴|眼)_(脱|烂)`,
  },
  newMedicine: {
    kind: 'context',
    en: `
      (new|started|starting|began|after|taking|took|put on|prescribed|days (after|into|of)) (\\w+ ){0,5}(medicine|tablets?|medication|drug|antibiotic\\w*|allopurinol|carbamazepine|lamotrigine|phenytoin|sulfa\\w*|co trimoxazole|septrin|bactrim|ibuprofen|pills?|treatment|amoxicillin|penicillin)`,
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
      (bp|blood pressure|pressure|systolic) (\\w+ ){0,5}([4-8]\\d|2[0-9]\\d|19\\d|18\\d)(?=\\/| over|,|\\.| and|$)(?![%]) /
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
      (术|手术|活检|穿刺|肠镜|胃镜|宫腔镜|流产|清宫|拔牙|置换|开刀|透析|吸脂|造影|介入|切除)_(后|完|做|的|了|昨|前天)? / 开完刀 /
      刚做完`,
  },
  lockjaw: {
    en: `
      lock ?jaw / jaw (\\w+ ){0,3}(locked|clench\\w*|will not open|stiff|seized) / (can|could) not open (my|his|her) (mouth|jaw) /
      back arch*`,
    zh: `牙关(紧|打不开) / 破伤风_(发作|抽|样) / (嘴|口)_张不开 / 角弓反张 / 苦笑脸`,
  },
} as const satisfies Concepts;
