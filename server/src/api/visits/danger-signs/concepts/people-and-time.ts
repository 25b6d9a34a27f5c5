import { notOfOtherTime, type Concepts } from './concept.ts';

/** Who the patient is, and other facts about the person. */
export const people = {
  infant: {
    kind: 'context',
    en: `
      (he|she|lo|baby) (is )?(only |just |about )?([1-9]|1[0-2]) (weeks?|wks?)(?! (\\w+ )?(pregnant|gone|along|ago|pg|into|since|post)) /
      newborn* / new born* / neonate* / infant* / baby / babies / preemie /
      (\\d+|one|two|three|four|five|six|ten) (day|week|wk)s? old / ([1-3]|one|two|three) (month|mth|mo)s? old /
      ([1-9]|1[0-2]) ?(wk|week)s? old / just home from (the )?hospital with / (\\d+|[a-z]+) days? old /
      born (\\d+|two|three|four|five|six|ten) (days|weeks) ago / (\\d|[a-z]+) (day|week) old / soft spot / fontanelle /
      ([1-9]|1[0-2]) ?(weeks|wks|wk|week)(?! (pregnant|gone|along|ago|and|pg))(?=[ ,.]*(\\w+ ){0,3}(temp|fever|baby|old|hot)) /
      bubba`,
    zh: `
      (?<!孕[^，。]{0,3}|怀[^，。]{0,3})(才|刚|只有|刚满)([1-9]|1[0-2]|[一二三四五六七八九十])周(大)?(?=，|。|大|$) /
      新生儿 / 婴儿 / 婴孩 / 宝宝 / 小婴 / 满月 / 毛毛头 / 月娃 / 出生_([0-9]+|[一二三四五六七八九十]+)(天|周) /
      (?<![0-9十])(?<!(了|吃|用|有|近|快|已经|断续|痛|疼|反复|前|后|最近|孕|停经)[^，。]{0,2})([1-3一二三两])个(多)?月(大|的|龄|宝)?(?!了|没|以来|前|后|左右|来|都|一直|复查|一次|查|随访|内|开|药|就) / 刚出生 / 奶娃 / (?<![a-z])bb(?![a-z]) /
      (宝|娃|老[二三]|孩子|儿子|女儿|闺女|囡|仔|妞|妹妹|弟弟|孙子|孙女)[^，。0-9]{0,5}[1-8]?[0-9](多|来)?(天|日)(?!没|前|了|都|一直) /
      (?<![0-9])[1-8]?[0-9](多|来)?天(大)?的?(女|男)?(宝|娃|婴|囡|仔) / 女宝 / 男宝 / 未满月 / 双满月 / 早产儿 / 苏虾 / 幼婴 /
      (五|六|七|八|九|4|5|6|7|8|9|10|11|12|四|十|十一|十二)周(的|大)?_?(宝|娃|婴|孩) / (一|两|三|1|2|3)周(的|大)_?(宝|娃|婴|孩) /
      (生|出生|生下来)(下来)?[0-9一二三四五六七八九十]+(天|周) / (?<!前|过|了)(一|两|三|四|五|六|[1-8])周大 / 刚生_天 / 囟门 /
      (?<![0-9])([1-9]|1[0-1]|[一二三四五六七八九十]|十一)个(多)?月(?=[^，。]{0,4}(上吐|拉|吐|发烧|烧|不吃|哭|抽|喘|宝|娃|婴|男|女|大))`,
  },
  olderInfant: {
    kind: 'context',
    en: `([4-9]|1[0-9]|2[0-3]|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen) (month|mth|mo)s? old / (?<=\\b(he|she|baby|lo|son|daughter|boy|girl|little one) (is )?(just |only |now |about |nearly |almost )?)([4-9]|1[0-9]|2[0-3]|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen) (months|mths|mo)(?! (ago|since|premature|pregnant|of|for))`,
    zh: `([4-9四五六七八九十]|1[0-9]|十[一二三四五六七八])个(多)?月(大|的|龄|宝)? / 半岁 / 周岁 / 一岁`,
  },
  child: {
    kind: 'context',
    en: `
      child* / kid / kids / son / daughter / toddler* / boy / girl / baby / infant / newborn / grandson / granddaughter /
      little (one|boy|girl) / ([1-9]|1[0-5]|one|two|three|four|five|six|seven|eight|nine|ten) ?(year|yr)s? old / ([1-9]|1[0-5]) ?yo /
      (\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven) (month|week|day)s? old / niece / nephew / grandchild /
      my (\\d|1[0-4])( year old)? / (\\d+) months / (\\d+) ?(yrs?|y) old / teen* / daycare / nursery / schoolboy / schoolgirl / bub /
      bairn / wee one / my (little|eldest|youngest|middle) (one)? / (he|she) is (\\d|1[0-4]|one|two|three|four|five|six)\\b /
      my (boy|girl|son|daughter|little|kid)`,
    zh: `
      孩子 / 小孩 / 儿子 / 女儿 / 娃 / 宝宝 / 宝贝 / 小朋友 / 婴儿 / 新生儿 / 孙子 / 孙女 / 外孙 / 小儿 / 幼儿 / 闺女 / 细路 /
      囡囡 / (?<![0-9])([1-9]|1[0-4]|[一二两三四五六七八九十])岁 / ([0-9]+|[一二两三四五六七八九十]+)个(多)?月(大|的宝) / 老大 /
      老二 / 弟弟 / 妹妹 / 小宝 / 大宝 / 二宝 / 男孩 / 女孩 / 侄 / 外甥 / 幼儿园 / 小家伙 / 小不点 / 妞 / (?<![0-9])[0-9]+个月 /
      婴 / 学生 / (?<![0-9一二三四五六七八九十])(两|一|三|四|五)岁 / 读(高中|初中|小学) / 仔(?!细) / 囝 / 崽 / 细蚊仔 / 小子 /
      丫头 / 宝妹 / 伢 / 小孙孙 / 我家(小|老)?(的|二|三|大)(?=[，。 ]|发|烧|吐|今|昨|不|刚|突)`,
  },
  pregnant: {
    kind: 'context',
    en: `
      (2\\d|3\\d|4[0-2]) ?\\+ ?[0-6](?!\\d) /
      pregnan* / expecting (a|our|my|twins) / (\\d+|[a-z]+) (weeks|wks|months) (along|gone|preggers|gestation) / preggers / preggo /
      gestation* / (first|second|third) trimester / with child / unborn / due (date|in|next) / baby bump / in labou?r / antenatal /
      (at|am|is|are) \\d\\d weeks(?! old) / (\\d\\d|[a-z]+) ?(wks|weeks)(,| and| pregnant|\\.)? /
      (\\d|[a-z]+) months(?! (old|ago|of))(?=,|\\.| and| pregnant| gone) / first baby / baby('s)? due / midwife / my bump /
      the bump / (3[0-9]|2[0-9]|1[0-9]) weeks and / preg / up the duff /
      (\\d{1,2}|[a-z]+) (weeks|wks|months) (gone|in|along|pg|preg\\w*|with (my|our|twins))(?! (?:ago|old)) / third tri\\w* /
      (the |my |our )?little (one|bean|man|lady|guy) (\\w+ ){0,3}(mov\\w*|kick\\w*|wriggl\\w*|active|quiet|still) / waters / bump /
      twins / (3[0-9]|4[0-2]) ?(weeks|wks|w)\\b(?! (?:old|ago)) / heavily pregnant / about to pop / edd /
      (\\d\\d|thirty \\w+|twenty \\w+) weeks(?=,| and| with| -)`,
    zh: `
      怀孕 / 孕妇 / 孕期 / 孕早期 / 孕中期 / 孕晚期 / 孕[0-9一二三四五六七八九十]+ / 妊娠 / 有喜 / 身孕 / 怀着 / 怀了 / 待产 /
      预产期 / 大着肚子 / 大肚婆 / 怀_胎 / 孕周 / 孕妈 / 临产 / 肚子里的?(宝宝|孩子|娃) / 有咗 / 怀上 / 保胎 / [0-9]+周(孕|胎) /
      ([三四五六七八九3-9]个(多)?月)的?身孕 / [0-9]+周(?!岁|前|末|一|二|三|四|五|六|日|内|了还) /
      怀[^，。]{0,3}([0-9]|[二三四五六七八九])(个)?月 / (快)?(九|八|七|六|五|十)个月_(脑|头|肚|血|脸|脚|羊|见|宝|胎) / 产检 /
      (?<!避|不)孕(?!前|吐) / 胎儿 / 胎盘 / 羊水 / (?<![0-9])(3[0-9]|2[0-9]|1[0-9]|40|41)周(?!岁|前|末) /
      (娃|孩子|宝宝|小家伙|崽|囡)_?(在)?(我)?肚(子)?里 / 大着?肚 /
      (怀|揣)(了|着|上|有)?(娃|崽|孩子|双胞胎|二胎|老二|[二三四五六七八九十0-9]+(个多?月|周)) / 有了(身子|孩子|娃) /
      孕(中|晚|早|后)?期 / (大)?肚婆 / 胎(位|心|盘|膜|儿) / 产(检|前) / 肚子里(一点|没|的|有|动)`,
  },
  mayBePregnant: {
    kind: 'context',
    en: `
      missed _ period* / period _ (is |was )?(\\w+ )?(late|overdue|missed) / late period / positive (pregnancy )?test /
      test (was |is |came back )?positive / have not had _ period / no period (for|since) / weeks late / ivf / ectopic* /
      (two|second|faint|2) lines? / line on (the|a) test / hcg / clearblue / conceiv* / test says (pregnant|positive)`,
    zh: `
      停经 / (月经|例假|大姨妈|生理期)_(推迟|没来|未来|晚|没有来|迟|过期) / 验孕_(两条|阳|怀) / 两条杠 / (阳性|弱阳)_(验孕|试纸) /
      试管 / 移植后 / 宫外孕 / 异位妊娠 / 大姨妈.{0,3}没 / 验出来怀 / 早孕 / 测出怀 / 怀上了 / 两条线 / 早早孕 / 上了环_验 /
      带环_验 / (月经|例假|姨妈|大姨妈|那个)(晚|迟|推|过)(了|迟)?_?(天|周|月|没来) / (一|1|两|2)(条|道)(红)?(线|杠) /
      (验|测)(出|到|了)?(来)?(怀|有|孕|中)`,
  },
  postpartum: {
    kind: 'context',
    en: `
      gave birth / given birth / giving birth /
      (after|since) (the |my |giving )?(birth|delivery|c section|caesarean|cesarean|labou?r) / post ?partum / post natal /
      postnatal / had (my|a|our) baby / delivered (my|our|a|the|\\d|two|three|five) / new (mum|mom|mother) /
      c section (\\w+ )?(ago|wound|scar) / afterbirth / placenta /
      (days?|weeks?|wks?) (post ?partum|after (birth|having|delivery)) / baby (was )?born (\\w+ ){0,3}ago /
      (maternity|sanitary) pads? / home birth / my newborn / breast ?feeding /
      had (my|our) (son|daughter|twins|girl|boy|little|first|second|third) /
      (caesarean|cesarean|section|episiotomy|tear|perineal) (\\w+ )?(wound|scar|stitches)? / birth (\\w+ )?(days|weeks|ago) /
      lochia / breastfed /
      (after|since|from) (\\w+ )?(my|the|having (my|the|a|our)|our) (section|c section|caesarean|baby|birth|labour|delivery|son|daughter|twins) /
      (\\d+|one|two|three|four|five|six|seven|ten) (days?|weeks?|wks?) (\\w+ )?(post|after|since) (\\w+ )?(birth|baby|section|delivery|c section|partum|natal|having)? /
      since giving birth / (my|the) section / stitches down`,
    zh: `
      产后 / 生完 / 生了(孩子|宝宝|娃|老二|二胎) / 剖(腹|宫)产 / 坐月子 / 分娩 / 刚生 / 顺产 / 生产后 / 恶露 / 月子(里|中) / 胎盘 /
      产后第? / 生(下|了|完)?_(娃|孩子|宝宝|半月|几天)_ / 产褥 / 月子 / 刀口_(化脓|裂|红|流) / 奶水 / 乳房_(硬|红|胀痛)_ / 侧切 /
      (坐|做)?月子(第|里|中|头|期|后|没|才) / (生|产|剖)(完|了|后|下|娃)_?(第)?([一二三四五六七八九十几0-9]+)(天|周|个月) /
      流(完)?产_?(第)?([一二三四五六七八九十几0-9]+)(天|周) / 奶(子|头|房)?(又)?(红|硬|胀|肿)(又)?(硬|红|痛)? / 小月子`,
  },
  diabetic: {
    kind: 'context',
    en: `
      diabet* / insulin / type (1|one|2|two) / (blood )?sugar* / glucose / ketone* / t1d / metformin / sglt2 / dapagliflozin /
      empagliflozin / gliclazide / hba1c / test strips? / hypo(s)? / libre / pump`,
    zh: `
      糖尿病 / 胰岛素 / 血糖 / 降糖药 / 尿糖 / 酮体 / 一型糖 / 二型糖 / 格列 / 列净 / 糖友 / 测出来 / 血糖仪 / 打胰岛 / 短效 /
      长效 / 糖化 / 烂苹果 / 糖尿_?(小孩|孩子|人|病) / 糖娃 / 糖人 / 打(着)?胰岛素 / 降糖`,
  },
  bloodThinner: {
    kind: 'context',
    en: `
      warfarin / blood thinn* / thin* (my|his|her|the) blood / anti ?coag* / apixaban / rivaroxaban / xarelto / eliquis /
      dabigatran / pradaxa / edoxaban / clopidogrel / plavix / coumadin / heparin / haemophili* / hemophili* /
      (on|takes?|taking) thinners / (blood|heart) thinn\\w* / blood thinner\\w* / thinners / apix\\w* / rivarox\\w* / ticagrelor /
      prasugrel / factor (eight|8|nine|9) / von willebrand`,
    zh: `
      华法林 / 抗凝 / 利伐沙班 / 达比加群 / 阿哌沙班 / 艾多沙班 / 氯吡格雷 / 波立维 / 拜瑞妥 / 抗血栓 / 溶栓药 / 稀释血 / 血友病 /
      肝素 / 薄血药 / 抗凝药 / (吃|用|打)(着|了)?_?(华法林|利伐|达比|阿哌|抗凝|氯吡|波立维|替格瑞|肝素|阿司匹林)`,
  },
  weakDefences: {
    kind: 'context',
    en: `
      chemo* / neutrop* / (kidney|liver|heart|lung|marrow|stem cell|organ) transplant / transplant* / immuno ?suppress* /
      immune (system )?(is )?(suppress|compromis)* / leuk(a)?emia / lymphoma / no spleen / spleen (was )?(removed|out|taken) /
      asplenic / white (blood )?cells? (\\w+ )?low / low white (blood )?(cell )?count / azathioprine / methotrexate /
      on (high dose )?biologic* / cancer treatment / cancer drugs / carbimazole / methimazole / propylthiouracil / clozapine /
      (no|low|zero) (white|immune) (\\w+ )?(cells?|counts?|blood) / white cells? (\\w+ ){0,3}(low|zero|none|nothing) / myeloma /
      aplastic / (has|with) (ALL|all|aml|cll) / on (the )?cancer / oncolog* / tacrolimus / ciclosporin / cyclosporin* / rituximab /
      bone marrow / hiv / neutrophils? / radiotherapy / kidney recipient / had (\\w+ )?chemo /
      (after|since|between|on|having|started|during|finished) (\\w+ ){0,3}chemo\\w* / chemo /
      spleen (\\w+ )?(out|removed|gone|taken) / (had|have|got) (my |no )?spleen / immune (system|suppress\\w*|suppressant\\w*) /
      (jak|tofacitinib|adalimumab|infliximab|etanercept|mycophenolate|leflunomide|clozapine|carbimazole)( \\w+)? / car ?t /
      low (neutrophils|white cells|counts|bloods) / stem cells / picc( line)? / hickman / portacath /
      (my|his|her|the) (port|line)(?= (\\w+ ){0,6}(shak|shiver|rigor|fever|red|infected|flush)) / without a spleen /
      had (my|his|her) spleen / splenectom\\w*`,
    zh: `
      血象(很|太|特别|都)?低 / 没(有|什么)?白细胞 / 粒缺 / 白细胞(太|很|特别|都)?(低|没|少) /
      化疗 / 移植 / 白血病 / 淋巴瘤 / 免疫抑制 / 粒细胞 / 白细胞_低 / 切脾 / 脾切 / 脾脏_切 / 靶向药 / 骨髓 / 升白针 / 他克莫司 /
      环孢素 / 抗排异 / 肿瘤治疗 / 甲巯咪唑 / 赛治 / 他巴唑 / 丙硫 / 氯氮平 / 白细胞_(零|0|没|低|掉) / 放疗 / 再障 / 骨髓瘤 /
      抗癌药 / 打(完)?升白 / 艾滋 / 环磷酰胺 / 美罗华 / 肾友 / 换(过)?(肾|肝) / 切(了|除)?脾 / 脾_(没|摘|切) / 没有脾 / 摘(了)?脾 /
      (吃|用|打)(着|了|过)?_?(环孢|克莫司|他克|雷帕|骁悉|吗替|激素冲击|生物制剂|修美乐|靶向|甲氨蝶呤|硫唑嘌呤|羟基脲) /
      免疫(力)?(缺陷|低下|抑制|治疗) / (化|放)疗(期|后|完|中|第) / (肾|肝|心|骨髓|干细胞)移植 / picc / 输液港 / 导管(冲|封) / 冲管 /
      没(有)?脾(?!气|胃|性)(的|了|脏)? / 脾(没|切|摘|不在)(了|掉)?`,
  },
  steroidDependent: {
    kind: 'context',
    en: `
      addison* / adrenal / hydrocortisone / steroid dependent / (long term|years of|on) (steroids|prednisolone|prednisone) /
      hypopituitar* / fludrocortisone / cah / congenital adrenal / (takes?|on) steroids / prednisolone / prednisone /
      steroids? do not stay / missed (\\w+ )?steroid* / no adrenals / sick day rules / emergency hydrocortisone`,
    zh: `
      阿狄森 / 艾迪生 / 肾上腺皮质 / 氢化可的松 / 长期_激素 / 停_激素 / 激素_停 / 垂体功能 / 强的松 / 泼尼松 / 甲强龙 / 美卓乐 /
      激素_(忘|停|断|没) / 先天性肾上腺 / 长期吃激素 / 肾上腺_(功能|减退|不全|切) / 激素_(留不住|吐) / 艾迪(生|森)病? /
      (激素|强的松|泼尼松|氢考|可的松)(药)?(都|全|也)?(吐|停|断|没|忘) / 肾上腺(危象|功能不全|皮质功能减退)`,
  },
  drinker: {
    kind: 'context',
    en: `
      stopped drinking / quit drinking / gave up (drinking|alcohol) / (last|no) (drink|alcohol) _ (ago|since|yesterday|days?) /
      alcohol withdraw* / cold turkey / detox* / off (the )?(booze|drink|alcohol) / alcoholic / heavy drinker /
      drinks? (\\w+ ){0,3}(a day|daily|every day|vodka) / (without|no) (a )?(drink|alcohol) / liver (disease|cirrhosis|failure) /
      cirrho* / cirrhotic / (since|after) (his|her|my|the) (last )?(drink|pint|bottle|beer|vodka) /
      (days?|hours) (\\w+ ){0,3}(since|without) (\\w+ )?(a )?(drink|drinking|alcohol|booze|beer|vodka) /
      (days?|hours) (dry|sober|off it|clean) / (dry|sober) (for )?(\\w+ )?(days?|hours)`,
    zh: `
      戒酒 / 断酒 / 停酒 / 酗酒 / 不喝酒_(天|后) / 酒精依赖 / 突然不喝 / 肝昏迷 / 老酒鬼 / 喝酒_年 / 天天喝 /
      肝硬化_(糊涂|嗜睡|昏|胡|肚|吐血|黑便|发烧|突然) / 肝(性)?(昏迷|脑病) /
      (断|停|戒|不喝|没喝)(了)?酒(之后|后|[一二两三四五几0-9]) / (戒|断|停|不喝|没喝)(了)?酒_?(第)?([一二两三四五几0-9]) /
      (没|不)(让|给)(他|喝)?_?喝酒 / 老酒(鬼|瓶)`,
  },
} as const satisfies Concepts;

/** Onset and severity. */
export const onset = {
  /** Within seconds or on waking; `sudden` also counts today and yesterday. */
  abrupt: {
    kind: 'context',
    en: `
      sudden* / all of a sudden / out of (nowhere|the blue) / abrupt* / (in|within) (a |one )?(second|seconds|minute|minutes|moment|instant|flash) /
      instant* / just now / (\\w+ )?(minutes?|mins?) ago / woke (up )?(with|and|to|like|unable) / in front of (me|us) / mid (sentence|meal) /
      one minute _ the next / came on`,
    zh: `
      突然 / 忽然 / 一下子 / 猛地 / 骤然 / 突发 / 瞬间 / 冷不丁 / 毫无征兆 / 刚刚 / 刚才 / 几秒 / 顿时 / 睡醒 / 一觉醒来 / (早上|早晨|今早)(起来|醒来|起床) / 分钟前 /
      (吃|走|坐|站|说|聊|看|洗|开)着_?(吃|走|坐|站|说|聊|看|洗|开)?着?(就|突然|人)`,
  },
  sudden: {
    kind: 'context',
    en: `
      but this (pain|one|time|is) / sudden* / all of a sudden / out of (nowhere|the blue) / abrupt* / within (seconds|minutes|a minute|a second) /
      in (a )?(second|seconds|split second|a flash|an instant|no time|a moment) / instant* /
      like a (bolt|clap|thunder|hammer|switch) / (just|right) now / a moment ago / (minutes?|mins?|hours?|hrs?|hour) ago /
      since (this|last night|waking|lunch|breakfast|dinner|yesterday|noon|midnight) / this (morning|afternoon|evening) /
      woke up (with|and|to|like|unable) / today / tonight /
      (in|for|over) the (last|past) (hour|few hours|two hours|half hour|ten minutes|\\d+ (minutes|hours)) /
      just (started|happened|began|come|came|went) / came on / one minute _ the next / mid (sentence|meal|conversation) /
      yesterday / within (a day|a day or so|an hour|hours|one day) / since (an|one|two|a few|\\d+) (hours?|hrs?|minutes?|mins?) /
      since (wed\\w*|mon\\w*|tue\\w*|thu\\w*|fri\\w*|sat\\w*|sun\\w*) / overnight / (two|three|\\d) days ago / last night /
      (\\d+|ten|five|twenty|thirty|few) (min|mins|minutes|hours|hrs) (now|ago)? / by lunch /
      during (dinner|lunch|breakfast|the night) / in the night / out of the blue / straight after / right after / keeps getting /
      getting worse / since about / about an hour / an hour /
      since (\\w+ ){0,3}(got up|woke|waking|getting up|ate|eating|took|taking|fell|falling|came home|this|midday|tea ?time|tea|supper|(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven) ?(am|pm|o ?clock|ish)?(?! (years|months|weeks))) /
      now (my|his|her|he|she|it is|the|i can|i have|i feel|has|is|feels?|looks?|cold|hot|very|so|too|both|all|there is|we)(?! (fine|better|ok|normal|need|want|back)) /
      out the blue / all at once / just now / half an hour /
      (been|for) (\\w+ ){0,2}(\\d+|ten|twenty|thirty|forty|fifty|few|a couple of|two|three|four|five|six|eight|twelve) (minutes?|mins?|hours?|hrs?) /
      earlier (on|today|this) / (an|one|two|three|\\d+) hours? (now|ago) / out of no ?where /
      mid ?(morning|afternoon|game|run|shower|drive) / first thing (this|in) / middle of the night /
      (at|around|about) \\d{1,2} ?(am|pm) /
      within (\\d+|ten|twenty|thirty|few|a few|half) (\\w+ )?(minutes|mins|hours|seconds|moments) /
      came (on|over) (\\w+ )?(fast|quick\\w*|strong|all) /
      (started|began|begun|kicked off) (\\w+ ){0,5}(ago|hour|hours|minutes|morning|last night|today|yesterday|tonight|afternoon|evening|breakfast|lunch|dinner) /
      in front of (me|us) / (rapidly|(?<!up )quickly) / (this|since) (evening|lunchtime|noon|dawn|weekend) / woke (me|him|her|us) /
      next thing / turned (a bit )?(in|for the worse) / all day / all night / (few|couple of|two|three) hours /
      (came|went|come|gone) (\\w+ )?(all )?(over )?(strange|funny|queer|odd) / but (now|today|this time|since|tonight|lately) /
      this time / (not|nothing) like (them|that|those|it was|my usual|the usual|before|any) / different (this time|from (usual|before)) / worse than (ever|usual) /
      (?<!\\b(?:better|fine|ok|okay|well|gone|good|great|normal|stable|clear|until|by|right|for|over|healed|settled|stopped|recovered|feeling) )now(?! (fine|better|ok|okay|normal|well|good|and then|need|want|back|due|i need|i want|looking|she is fine|he is fine|available|that|on|just need|only|and need|please|so i|thanks|taking|wants|using|[.?!]))`,
    zh: `
      突然 / 忽然 / 一下子 / 猛地 / 骤然 / 突发 / 瞬间 / 冷不丁 / 毫无征兆 / 好端端 / 刚刚 / 刚才 / 几秒 / 顿时 / 霎时 / 今早 /
      今天 / 今晚 / 早上(起来|醒来|起床) / 睡醒 / 一觉醒来 / 分钟前 / 小时前 / 半小时 / 从(早上|昨晚|昨天|刚才|中午) / 昨晚 / 昨天 /
      刚开始 / 一瞬 / 猛然 / 说着话 / 吃着饭 / 突如其来 / 无端端 / 正_着就 / (几|一|半)天内 / 半夜 / 这会 / 一夜(之间)? /
      视频的时候 / 天黑 / 从昨 / 一早 / (十|几|二十|三十|[0-9]+)分钟 / (一|两|几|三|[0-9]+|半)(个)?(小时|钟头) / 越来越 / 头先 /
      打着麻将 / 今(天|早|晨|晚|儿|日|中午|下午|上午) / 昨(天|晚|夜|儿|日|下午) /
      刚(?!出生|好|满|结婚|上班|毕业|退休|查|做完|开始备|过完年) / (晚饭|午饭|早饭|吃饭|饭)(后|完|时|吃到一半)(就|突然|没多久) /
      中午(就|开始|突然|吃) / 上(个)?礼拜[一二三四五六日天] / (一|几|半|两|三)(会儿|下子|晚上|宿|个钟) /
      (一|二|两|三|四|五|六|七|八|九|十)点(钟|多|半)?(开始|起|突然|到现在) / 到现在(还|都|一直|没) /
      正(在|吃|走|开|看|跟|说|洗|做)_(突然|就|一下) / (下午|上午|夜里|凌晨|清晨|傍晚)(开始|起|突然|就|睡|醒|三|两|四|五) /
      没(有)?(任何)?(征兆|预兆) / 一(转|眨)眼 / 这(次|回|会儿) / (可|却)?(不一样|不像(以前|往常|平时)) / (但|可)(是)?(现在|今天|这次|刚) / 而(现在|今天) /
      这(礼拜|周|星期|两天)_(也|都|坐着|躺着|又|加重|更|频|开始|突然) /
      (现在|这会)(却|就|连|人|开始|又|突然|腿|手|头|喘|肚|说|连话|站|动|叫|看)(?!正常|好) /
      (中午|早上|上午|昨天|下午|刚才|一个钟头前|先头|先前|晚饭前|饭前)(还|都|人|都还)_?(好好|好端端|没事|正常|挺好|能走) /
      好好(的|地)?(突然|就|一下|人) / (一个|两个|半个|几个|[0-9]+个)(钟头|小时|钟)(前|了|多|来)? /
      (昨夜|夜里|昨儿|今儿|今朝|今早|清早|大早|傍晚|擦黑|后半夜)(起|开始|到|头|里|个)? / 打着_?(打着|牌|电话|麻将) /
      (吃|走|坐|站|睡|说|聊|看|洗|开)着_?(吃|走|坐|站|睡|说|聊|看|洗|开)?着?(就|突然|人) / 眼(看|瞅)着 /
      一(天|夜|晚|宿|早上|下午|上午)(了|没|就|都) / (到|从)_?(今天|现在|早上|昨晚|中午|夜里)`,
  },
  severe: {
    en: `
      severe* / unbearable / excruciat* / agon(y|ising|izing|ies) / worst / terribl* / awful / intense* / horrend* / horribl* /
      extreme* / so (bad|badly|much|painful|severe|sore|strong) /
      (really|very|proper|that|too) (bad|badly|severe|painful|sore|strong) / badly / (10|ten|9|nine) out of (10|ten) / (10|9)/10 /
      crippl* / doubl(ed|ing) (over|up) /
      (scream*|cry*|cries|howl*|sobbing|yelling|whimpering|moan*) _ (pain|agony|it hurts|touch) / in tears /
      can (not|barely|hardly) (stand|stand up|bear|move|walk|straighten|sit|lie|get up|touch|sleep)( it| up| still)? /
      (roll*|writh*|curled?) _ (on|around|about|in|up|floor|ball) / killing me / insane / brutal / violent* /
      like (a )?(knife|knives|labou?r) / never (felt|had|known|experienced) _ (pain|like|before|bad) /
      pain relief (is )?not (touch|help|work)* /
      (painkillers?|paracetamol|ibuprofen|morphine|nothing) (do|does|is|are|will)?( not)? _ (touch*|help*|work*)( it)? /
      worse and worse / getting worse by the (minute|hour) / hellish / out of this world / through the roof / off the scale /
      fierce* / raging / savage* / constant awful / screaming( \\w+)? / won t let (me|us|anyone) (touch|near) /
      will not let (me|us|anyone) (touch|near|hold) / like mad / blinding / something (wrong|awful|terrible) / the worst /
      (hops?|hop|jump*) (\\w+ )?(on one leg )?(is )?impossible / indescribable / like nothing / unreal /
      more and more (painful|pain|sore) / (9|10|11|12|nine|ten|eleven) out of / (bent|folded|curled) (double|over|up) /
      on (all fours|my knees|my hands|his knees|her knees) / in bits / beside (my|him|her)self / never been in / like hell /
      hurts like / unbelievabl* (pain\\w*|sore)? / intolerable / searing / ungodly /
      can not (cope|stand|take|think|talk|function|even) (\\w+ ){0,3}(pain|it|straight|up|through)? /
      (want\\w*|going) to (\\w+ )?(pass out|scream|die) (from|with) (the )?pain /
      (pain|hurt\\w*|agony|it) (\\w+ ){0,3}(knock\\w*|tak\\w*|brings?) (\\w+ )?(sick|breath|tears) / pain relief (\\w+ )?nothing /
      (wak\\w*|woke|keep\\w*|kept) (\\w+ )?(screaming|crying|yelling|howling) / (worse|worst) (by|pain|thing) / climbing the walls /
      out of (his|her|my) mind with / doubled / wailing /
      (won t|will not|can not) (settle|stop crying|be touched|sit still|lie still|keep still)`,
    zh: `
      剧烈 / 剧痛 / 巨痛 / 暴痛 / (非常|特别|极其|极度|超级|好|很|太|真|越来越|嘎嘎|贼|老)(地)?(痛|疼) /
      (痛|疼)_(得|到|的)_(打滚|受不|不行|要命|厉害|冒汗|出汗|哭|叫|直不起|站不|坐不|睡不|动不|走不|弯腰|发抖|满头|晕|死|冒|不敢|蜷) /
      (痛|疼)(死|炸|疯|得要死|惨) / 受不了 / 受不住 / 难以忍受 / 忍不(了|住|下去) / 打滚 / 直不起(腰|身) / 刀割 / 刀绞 / 刀子 /
      撕裂 / (?<!心)(?<!肠)绞痛 / 厉害 / 要命 / 钻心 / 撕心 / 顶唔顺 / 抵唔住 / 严重 / 蜷(着|缩|成) / 哭喊 / 最(痛|疼|严重|厉害) /
      止痛药_(没|不|无) / 越来越(重|严重|厉害|痛|疼) / 不敢动 / 满头大汗 / 痛不欲生 / 撕扯 / 爆痛 / 猛烈 / 恼火得很 / 难忍 /
      (痛|疼)_一直没停 / 像炸开 / 炸开 / 气都不敢 / 绞着 / 疼死 / 痛死 / 扶墙 / 一阵比一阵 / 疼醒 / 痛醒 / (直)?冒汗 / 咬牙 / 难捱 /
      捂着_(不|叫|喊) / 哇哇 / 嗷嗷 / 叫唤 / 痛到 / 疼到 / 巨(痛|疼) / 从没(有)?(这么|那么|这样) / 躺不住 / 撞墙 / 直不起 /
      坐立不安 / 翻来覆去 / 嗷 / 惨叫 / 死去活来 /
      (疼|痛|绞|胀|难受)(得|到|的)_?(在地上|在床上|满地|蹲|趴|跪|爬|滚|缩|抱|喊|叫|哭|嚎|抖|汗|吐|晕|死|昏|睡|站|走|坐|躺|腰|话|说)(不|都|着|起|了|在|直)? /
      (痛|疼)(得|的)?(不行|要命|厉害|死|惨|很|不得了|遭不住|够呛|抓狂|钻心|冒火|发狂|打颤) / 遭不住 / 顶不(住|顺) / 挨不(住|过) /
      扛不住 / 吃不消 / 受勿了 / 痛煞 / 疼煞 / 像(刀|针|锥|电钻|火)_?(扎|割|剜|绞|捅|刺|烧|钻|砍) / 剜(心|肉) / 爬不起 / 下不了床 /
      不能(碰|动|走|站) / 嚎 / (?<!心)绞(着|得|痛|疼)`,
  },
  usual: {
    kind: 'context',
    en: `
      as (usual|ever|always) / same as (usual|always|before|every month) / (my|the|her) usual / like (always|every (month|time|year)) /
      typical (migraine|for me|of my) / every (month|period|time(?! (i|he|she|it|they|you|we) (breath|inhal|cough|swallow|mov|stand|sit|turn|step|walk|pee|wee|press|touch|pick|lift|blink|look|l[ai]y|lie|bend|get|take|talk|speak)\\w*)|cycle|year) / on and off for (years|months) /
      for (many |several |the last |\\d+ |two |three |five |ten )?(years|yrs) / stable / well controlled / under control /
      chronic* / long standing / routine / nothing new / unchanged / no (change|worse) /
      (when|if|after|from|by) (i |he |she |you |we )?(\\w+ )?(cross\\w* (my|his|her)|sit\\w* (on|too|for|cross)|kneel\\w*|crouch\\w*|squat\\w*|sleep on|sleeping (on|funny|awkwardly)|lie on|lying on|lean\\w* on|slept (on|funny|awkwardly)|wake up and goes) /
      (numb|tingl\\w*|pins and needles|asleep) (\\w+ ){0,5}when (\\w+ )?(leaning|sitting|kneeling|crossing|lying|resting)`,
    zh: `
      (去年|以前|往年|平时|每年)(也|都|就)(是)?(这样|如此) /
      一直(都)?(是)?这样 / 老毛病 / 和(平时|以前|往常)一样 / 跟(平时|以前|往常|上次)(差不多|一样) / 每次(都|来)(?!疼得|痛得) / 每个月 / 一直都(是|有)这样 / 一向(都|就)?(是)?(这样|如此) / [0-9一二三四五六七八九十几两]+(多)?年(了|来|都|也|一直)?(没(有)?(什么)?(变|加重)|不变|这样|如此|老样子)(?![^。]{0,20}(这[两几]天|今|现在|昨|刚|最近|突然|开始|越来越)) / 多年 /
      好几年 / 稳定 / 控制(得|的)?(很|挺|还|比较)?(好|可以|不错) / 慢性 / 长期 / 没什么变化 / 照旧 / (反反复复|反复)_年 / 时不时 /
      断断续续 / 反反复复 / 经常(会|性)?(?!痛得) / (近|这)(几|两|三|半)?(个)?(年|月)(来|里)? / 老(是|会)?(犯|发作) / 老病 /
      (压|蹲|坐|跪|睡|枕)的(?=，|。|$) / (蹲|坐|跪|站|躺|翘|盘)(得|的)?(久|时间长|太久)(了)? / (压|枕|睡|垫)(着|到|得)?(手|胳膊|腿|脚|麻)(了|久)?(?!得动) /
      (撑|靠|趴|枕|压)(着|久)(时|就|的时候|了)?_?麻`,
  },
  mild: {
    kind: 'context',
    en: `
      mild* / slight* / a (little|bit|tad|touch|tiny)( bit)?( of)? /
      (not|isn t) (too|so|very|that|really) (bad|severe|painful|serious) / minor /
      only when i (press|push|poke|touch|twist|stretch|cough|sneeze|laugh) / small / tiny / faint(ly)? (pink|red|line|mark) /
      superficial / barely noticeable / nothing (serious|major|much) /
      little (blister|cut|bump|burn|scratch|bruise|graze|spot|lump|bite|red|sore)`,
    zh: `
      轻微 / 一点点 / 略微 / 稍微 / 不(太|是很|怎么|算)(痛|疼|严重|厉害) / 小(伤|口(?!吃|喝)|问题|毛病) / (?<!(脸|眼|整|全|胳膊|腿|后背|胸)[^。]{0,10})一个小水?泡(?=$|[，。])(?![^。]{0,24}(焦|脸|眼|白|掉|黑|脱|整|全|大[片块面]|胳膊|腿|后背|胸|破)) / 隐隐 / 微微 / 偶尔 / 不严重 /
      问题不大 / 少许 / 一咪咪 / 蹭(掉|破)(了)?(点|一点)?皮 / 擦破(点)?皮`,
  },
  routine: {
    kind: 'context',
    en: `
      refill* / renew* / repeat / prescri* / certificate / (sick|fit|school) note / (?<!(had|got|having|given|gave|received|after|since|from) (\\w+ ){1,4})(vaccin*|jab) / travel* / holiday /
      can (i|you|we|he|she) / could (i|you) / how (long|much|do|can|many|often) / what (is|are|does|do|should) / which /
      is it (ok|okay|normal|safe) / should (i|we) / may i / do i need / explain / results? / report /
      (for|over|past) (weeks|months|years|\\w+ (weeks|months|years)) / runny / sneez* / acne / eczema / pimple* / warts? /
      hay ?fever / sometimes / now and then / occasional* / healed / question / advice / would like / form / ran out / screening /
      recommend* / referral / questions? / for (two|three|four|several|a few|\\d+) (weeks|months|years) / note`,
    zh: `
      开药 / 续(方|药|开) / 配药 / 证明 / 病假 / (?<!(没|未)(有)?(打|接种|种)过?(狂犬|破伤风)?|(打|接种|注射|种)(完|了|过)[^，。]{0,8}|刚(打|接种|注射)[^，。]{0,8}|接种)疫苗(?!(刚|都|才|也|已经)?(打|接种|注射|种)(完|了|过|后)|接种后|(之|以)?后) / 能不能(吃|喝|用|打|去) / 可不可以 / 能吃吗 / 能喝吗 / 吃什么 /
      怎么(办理|预约|换|吃|用|选|护理) / 多久 / 多少(钱|天|次) / 要不要 / 请问 / 报告 / 流鼻涕 / 痘 / 偶尔 / 有时 /
      老样子 / 复查 / 预约 / 推荐 / 哪种 / 体检 / 备孕 / 想(问|了解|开|配|约|换|咨询|打) / 吗$ / 饮食 /
      吃(什么|啥|哪种)药 / 能(不能)?(治|根治|治好|吃|喝|打|用)(好|吗)? / 怎么(治|调理|治疗|保养|预防|改善|回事) /
      (什么|哪些)(药|方法|办法|食物|检查)(好|比较好)? / (严重|要紧|正常|有问题|能治|可以|准确|有关系|行|有事)(吗|么|不) /
      怎样(治|调|预防) / (如何)(治|调|预防|护理) / 有没有(办法|药|偏方) / 挂(什么|哪个)科 / 是(什么|啥)(原因|病|情况)`,
  },
  minor: {
    kind: 'context',
    en: `
      sore throat / (a |my |the |bad |head |common )cold / cough* / runny / snot* / sniffl* / ear ?ache / tooth ?ache /
      loose stools? / coffees? too many / too many (coffees?|beers?|biscuits|sweets) / burn(ed|t) my tongue / croak\\w* / lost my voice / burp\\w* / belch\\w* / rumbl\\w* / bloat\\w* / trapped wind / hiccup\\w* / dizzy when i (get|stand|sit) (\\w+ )?(up|out of bed)[^.!]{0,30}(second|moment|minute)s? / dizzy for a (second|moment) / (rough|poorly|unwell) with (a |the )?(cold|flu) / (vomiting|tummy|stomach) bug / sleeping badly / slept (badly|funny|wrong) / lifting / (my|her) period /
      back ?ache / threw up once / sick once / body aches / flu / hangover / sprain* / graze* / sinus*`,
    zh: `
      嗓子(疼|痛|痒) / 咽痛 / 喉咙(痛|疼) / 感冒 / 咳嗽 / 干咳 / 流鼻涕 / 鼻塞 / 耳朵(疼|痛) / 牙(疼|痛) / 落枕 / 拉稀 /
      打嗝 / 嗳气 / 烫(了|到|着)?(一下)?舌头 / 咕噜 / 胀气 / 溢奶 / 声音哑 / 嗓子哑 / 起(床|来)(猛|快)了?_?晕 / 早孕(反应|恶心) / 孕(早期|初)_恶心 / 止吐药 / 搬(东西|箱子|重物) / 吐了(一|两)次 / 流感 / 宿醉 / 崴脚 / 扭到 / 擦伤 / 肠胃炎`,
  },
  well: {
    kind: 'context',
    en: `
      (?<!\\bi )(drink*|eat*|feed*|sleep*|play*|breath*|pee*|wee*|nurs*) (\\w+ )?(well|fine|normal*|plenty|happily|as usual|ok|okay|lots|like normal|great)(?! (usually|normally|before|until)) /
      (?<!\\b(i|we|i m|i am|was|were|been|while|when|after|from|before|stopped|not|t|never|no longer) )(plays?|playing)(?! (\\w+ ){0,2}(football|footie|soccer|rugby|tennis|golf|squash|cricket|basketball|hockey|badminton|netball|volleyball|chess|piano|guitar|violin|drums|cards|sports?)) /
      (?<!\\b(i m|i am|usually|normally|always|be|was|were|an?) (\\w+ )?)(cheerful|happy|lively|active)(?! (to|with|for|about|on|normally|usually|before|\\w*body|person|people|life\\w*|job)) /
      (running around|full of beans|smil\\w*|bouncing|in good spirits|(back to|is|being) (himself|herself)) /
      (?<!\\b(this|that|it|wifi|internet|signal|connection|english|time|today|tomorrow|camera|phone|video|audio|sound|price|weather|wife|husband) )(feel\\w*|is|am|are) (completely |absolutely |perfectly |totally )?(well|fine|ok|okay|good|great)(?! (with|for|about|if|to|known|at|in|time|otherwise|apart|except|before|until)) /
      no symptoms(?! (before|until|yesterday|last)) / (can|could) (\\w+ )?(move|walk|bend) (\\w+ )?(fine|well|normally|ok)? /
      (ok|okay|fine|gone|better) (now|again|today) / moving (well|lots|normally) / gaining weight / getting better(?! \\w*(internet|signal|help|phone)) /
      feel (fine|well|ok)(?! (with|about|otherwise|apart|except)) / (?<!\\b(i|was|were|while|when|after|from) )(eating|eats|drinking|drinks|sips|sipping|swallow\\w*) (\\w+ ){0,2}(toast|tea|soup|water|juice|noodles|fluids|biscuits?|banana) / healing / \\w+ is healing`,
    zh: `
      ${notOfOtherTime}能吃能(玩|喝|睡|跳) / ${notOfOtherTime}精神(很|挺|还|也)?(好|不错|可以|行|足) / 活蹦乱跳 / 现在(又|都)?生龙活虎 / 玩得(好|开心|欢|很) / 照样(玩|吃|跑|跳) /
      ${notOfOtherTime}(吃|喝|睡)(奶|饭|水|得)?(都|也|还)?(正常|好|香|不错) / 吃喝(拉撒)?(都)?(正常|如常) / ${notOfOtherTime}一切正常 /
      ${notOfOtherTime}(?<!视频|价格|付款|时间|网络|手机|信号|镜头|声音)没(有)?(什么)(不舒服|症状|问题|异常) / 人(很)?(舒服|精神) / (走路|说话|大小便)(都)?正常 / 能动 / 胎动(好|正常) /
      在愈合 / 好转 / (能|可以|还能|肯)(喝|吃)(水|茶|奶|粥|饭|面|东西)?(?=，|。|$) / 没出血也不? 没不舒服 / 没(有)?不适 / 长得好 / 现在好了`,
  },
  exertion: {
    kind: 'context',
    en: `
      stairs / (run|running|ran) (for|to|up|after|with) / (\\w+ )?(floor|flights?)(?= of| up|,|\\.|$) /
      (after|when|while|during|from) (a )?(run|running|jog*|exercis*|workout*|work* out|gym|cycl*|climb*|sport|hiking|walking uphill|training|football|sprint*|swim*) /
      uphill / hill / unfit / out of shape`,
    zh: `爬(楼|坡|[0-9一二三四五六七八]楼|楼梯|山) / 上(楼|坡) / 走(坡|急|快)了? / 跑步 / 运动(后|完|时) / 健身 / 爬山 / 锻炼 / 跑完 / 打球 / 游泳 / 体能`,
  },
} as const satisfies Concepts;
