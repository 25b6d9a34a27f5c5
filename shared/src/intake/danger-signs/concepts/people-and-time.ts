import type { Concepts } from './concept.ts';

/** Who it is, and what else is known of them. */
export const people = {
  infant: {
    kind: 'context',
    en: `
      newborn* / new born* / neonate* / infant* / baby / babies / preemie /
      (\\d+|one|two|three|four|five|six|ten) (day|week|wk)s? old / ([1-3]|one|two|three) (month|mth|mo)s? old /
      ([1-9]|1[0-2]) ?(wk|week)s? old / just home from (the )?hospital with / (\\d+|[a-z]+) days? old /
      born (\\d+|two|three|four|five|six|ten) (days|weeks) ago / (\\d|[a-z]+) (day|week) old / soft spot / fontanelle`,
    zh: `
      新生儿 / 婴儿 / 婴孩 / 宝宝 / 小婴 / 满月 / 毛毛头 / 月娃 / 出生_([0-9]+|[一二三四五六七八九十]+)(天|周) /
      (?<![0-9十])([1-3一二三两])个(多)?月(大|的|龄|宝)? / 刚出生 / 奶娃 / (?<![a-z])bb(?![a-z]) /
      (宝|娃|老[二三]|孩子|儿子|女儿|闺女|囡|仔|妞|妹妹|弟弟|孙子|孙女)[^，。0-9]{0,5}[1-8]?[0-9](多|来)?(天|日)(?!没|前|了|都|一直) /
      (?<![0-9])[1-8]?[0-9](多|来)?天(大)?的?(女|男)?(宝|娃|婴|囡|仔) / 女宝 / 男宝 / 未满月 / 双满月 / 早产儿 / 苏虾 / 幼婴 /
      (五|六|七|八|九|4|5|6|7|8|9|10|11|12|四|十|十一|十二)周(的|大)?_?(宝|娃|婴|孩) / (一|两|三|1|2|3)周(的|大)_?(宝|娃|婴|孩) /
      (生|出生|生下来)(下来)?[0-9一二三四五六七八九十]+(天|周) / (?<!前|过|了)(一|两|三|四|五|六|[1-8])周大 / 刚生_天 / 囟门`,
  },
  olderInfant: {
    kind: 'context',
    en: `([4-9]|1[0-9]|2[0-3]|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen) (month|mth|mo)s? old`,
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
      孩子 / 小孩 / 儿子 / 女儿 / 娃 / 宝宝 / 宝贝 / 小朋友 / 婴儿 / 新生儿 / 孙子 / 孙女 / 外孙 / 小儿 / 幼儿 / 闺女 / 细路 / 囡囡 /
      (?<![0-9])([1-9]|1[0-4]|[一二两三四五六七八九十])岁 / ([0-9]+|[一二两三四五六七八九十]+)个(多)?月(大|的宝) / 老大 / 老二 /
      弟弟 / 妹妹 / 小宝 / 大宝 / 二宝 / 男孩 / 女孩 / 侄 / 外甥 / 幼儿园 / 小家伙 / 小不点 / 妞 / 仔 / (?<![0-9])[0-9]+个月 / 婴 /
      学生 / (?<![0-9一二三四五六七八九十])(两|一|三|四|五)岁 / 读(高中|初中|小学)`,
  },
  pregnant: {
    kind: 'context',
    en: `
      pregnan* / expecting (a|our|my|twins) / (\\d+|[a-z]+) (weeks|wks|months) (along|gone|preggers|gestation) / preggers / preggo /
      gestation* / (first|second|third) trimester / with child / unborn / due (date|in|next) / baby bump / in labou?r / antenatal /
      (at|am|is|are) \\d\\d weeks(?! old) / (\\d\\d|[a-z]+) ?(wks|weeks)(,| and| pregnant|\\.)? /
      (\\d|[a-z]+) months(?! (old|ago|of))(?=,|\\.| and| pregnant| gone) / first baby / baby('s)? due / midwife / my bump /
      the bump / (3[0-9]|2[0-9]|1[0-9]) weeks and`,
    zh: `
      怀孕 / 孕妇 / 孕期 / 孕早期 / 孕中期 / 孕晚期 / 孕[0-9一二三四五六七八九十]+ / 妊娠 / 有喜 / 身孕 / 怀着 / 怀了 / 待产 /
      预产期 / 大着肚子 / 大肚婆 / 怀_胎 / 孕周 / 孕妈 / 临产 / 肚子里的?(宝宝|孩子|娃) / 有咗 / 怀上 / 保胎 / [0-9]+周(孕|胎) /
      ([三四五六七八九3-9]个(多)?月)的?身孕 / [0-9]+周(?!岁|前|末|一|二|三|四|五|六|日|内|了还) /
      怀[^，。]{0,3}([0-9]|[二三四五六七八九])(个)?月 / (快)?(九|八|七|六|五|十)个月_(脑|头|肚|血|脸|脚|羊|见|宝|胎) / 产检 /
      (?<!避|不)孕(?!前|吐) / 胎儿 / 胎盘 / 羊水 / (?<![0-9])(3[0-9]|2[0-9]|1[0-9]|40|41)周(?!岁|前|末)`,
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
      带环_验`,
  },
  postpartum: {
    kind: 'context',
    en: `
      gave birth / given birth / giving birth /
      (after|since) (the |my |giving )?(birth|delivery|c section|caesarean|cesarean|labou?r) / post ?partum / post natal /
      postnatal / had (my|a|our) baby / delivered (my|our|a|the|\\d|two|three|five) / new (mum|mom|mother) /
      c section (\\w+ )?(ago|wound|scar) / afterbirth / placenta / (days?|weeks?|wks?) (post ?partum|after (birth|having|delivery)) /
      baby (was )?born (\\w+ ){0,3}ago / (maternity|sanitary) pads? / home birth / my newborn / breast ?feeding /
      had (my|our) (son|daughter|twins|girl|boy|little|first|second|third) /
      (caesarean|cesarean|section|episiotomy|tear|perineal) (\\w+ )?(wound|scar|stitches)? / birth (\\w+ )?(days|weeks|ago) /
      lochia / breastfed`,
    zh: `
      产后 / 生完 / 生了(孩子|宝宝|娃|老二|二胎) / 剖(腹|宫)产 / 坐月子 / 分娩 / 刚生 / 顺产 / 生产后 / 恶露 / 月子(里|中) / 胎盘 /
      产后第? / 生(下|了|完)?_(娃|孩子|宝宝|半月|几天)_ / 产褥 / 月子 / 刀口_(化脓|裂|红|流) / 奶水 / 乳房_(硬|红|胀痛)_ / 侧切`,
  },
  diabetic: {
    kind: 'context',
    en: `
      diabet* / insulin / type (1|one|2|two) / (blood )?sugar* / glucose / ketone* / t1d / metformin / sglt2 / dapagliflozin /
      empagliflozin / gliclazide / hba1c / test strips? / hypo(s)? / libre / pump`,
    zh: `
      糖尿病 / 胰岛素 / 血糖 / 降糖药 / 尿糖 / 酮体 / 一型糖 / 二型糖 / 格列 / 列净 / 糖友 / 测出来 / 血糖仪 / 打胰岛 / 短效 / 长效 /
      糖化 / 烂苹果`,
  },
  bloodThinner: {
    kind: 'context',
    en: `
      warfarin / blood thinn* / thin* (my|his|her|the) blood / anti ?coag* / apixaban / rivaroxaban / xarelto / eliquis /
      dabigatran / pradaxa / edoxaban / clopidogrel / plavix / coumadin / heparin / haemophili* / hemophili* /
      (on|takes?|taking) thinners`,
    zh: `
      华法林 / 抗凝 / 利伐沙班 / 达比加群 / 阿哌沙班 / 艾多沙班 / 氯吡格雷 / 波立维 / 拜瑞妥 / 抗血栓 / 溶栓药 / 稀释血 / 血友病 /
      肝素 / 薄血药 / 抗凝药`,
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
      bone marrow / hiv / neutrophils? / radiotherapy / kidney recipient`,
    zh: `
      化疗 / 移植 / 白血病 / 淋巴瘤 / 免疫抑制 / 粒细胞 / 白细胞_低 / 切脾 / 脾切 / 脾脏_切 / 靶向药 / 骨髓 / 升白针 / 他克莫司 /
      环孢素 / 抗排异 / 肿瘤治疗 / 甲巯咪唑 / 赛治 / 他巴唑 / 丙硫 / 氯氮平 / 白细胞_(零|0|没|低|掉) / 放疗 / 再障 / 骨髓瘤 /
      抗癌药 / 打(完)?升白 / 艾滋 / 环磷酰胺 / 美罗华 / 肾友 / 换(过)?(肾|肝) / 切(了|除)?脾 / 脾_(没|摘|切) / 没有脾 / 摘(了)?脾`,
  },
  steroidDependent: {
    kind: 'context',
    en: `
      addison* / adrenal / hydrocortisone / steroid dependent / (long term|years of|on) (steroids|prednisolone|prednisone) /
      hypopituitar* / fludrocortisone / cah / congenital adrenal / (takes?|on) steroids / prednisolone / prednisone /
      steroids? do not stay / missed (\\w+ )?steroid* / no adrenals / sick day rules / emergency hydrocortisone`,
    zh: `
      阿狄森 / 艾迪生 / 肾上腺皮质 / 氢化可的松 / 长期_激素 / 停_激素 / 激素_停 / 垂体功能 / 强的松 / 泼尼松 / 甲强龙 / 美卓乐 /
      激素_(忘|停|断|没) / 先天性肾上腺 / 长期吃激素 / 肾上腺_(功能|减退|不全|切) / 激素_(留不住|吐)`,
  },
  drinker: {
    kind: 'context',
    en: `
      stopped drinking / quit drinking / gave up (drinking|alcohol) / (last|no) (drink|alcohol) _ (ago|since|yesterday|days?) /
      alcohol withdraw* / cold turkey / detox* / off (the )?(booze|drink|alcohol) / alcoholic / heavy drinker /
      drinks? (\\w+ ){0,3}(a day|daily|every day|vodka) / (without|no) (a )?(drink|alcohol) / liver (disease|cirrhosis|failure) /
      cirrho* / cirrhotic`,
    zh: `
      戒酒 / 断酒 / 停酒 / 酗酒 / 不喝酒_(天|后) / 酒精依赖 / 突然不喝 / 肝硬化 / 肝病 / 肝昏迷 / 老酒鬼 / 喝酒_年 / 天天喝 / 肝性`,
  },
} as const satisfies Concepts;

/** How it came, and how bad it is. */
export const onset = {
  sudden: {
    kind: 'context',
    en: `
      sudden* / all of a sudden / out of (nowhere|the blue) / abrupt* / within (seconds|minutes|a minute|a second) /
      in (a )?(second|seconds|split second|a flash|an instant|no time|a moment) / instant* /
      like a (bolt|clap|thunder|hammer|switch) / (just|right) now / a moment ago / (minutes?|mins?|hours?|hrs?|hour) ago /
      since (this|last night|waking|lunch|breakfast|dinner|yesterday|noon|midnight) / this (morning|afternoon|evening) /
      woke up (with|and|to|like|unable) / today / tonight /
      (in|for|over) the (last|past) (hour|few hours|two hours|half hour|ten minutes|\\d+ (minutes|hours)) /
      just (started|happened|began|come|came|went) / came on / one minute _ the next / mid (sentence|meal|conversation) / yesterday /
      within (a day|a day or so|an hour|hours|one day) / since (an|one|two|a few|\\d+) (hours?|hrs?|minutes?|mins?) /
      since (wed\\w*|mon\\w*|tue\\w*|thu\\w*|fri\\w*|sat\\w*|sun\\w*) / overnight / (two|three|\\d) days ago / last night /
      (\\d+|ten|five|twenty|thirty|few) (min|mins|minutes|hours|hrs) (now|ago)? / by lunch /
      during (dinner|lunch|breakfast|the night) / in the night / out of the blue / straight after / right after / keeps getting /
      getting worse / since about / about an hour / an hour`,
    zh: `
      突然 / 忽然 / 一下子 / 猛地 / 骤然 / 突发 / 瞬间 / 冷不丁 / 毫无征兆 / 好端端 / 刚刚 / 刚才 / 几秒 / 顿时 / 霎时 / 今早 /
      今天 / 今晚 / 早上(起来|醒来|起床) / 睡醒 / 一觉醒来 / 分钟前 / 小时前 / 半小时 / 从(早上|昨晚|昨天|刚才|中午) / 昨晚 / 昨天 /
      刚开始 / 一瞬 / 猛然 / 说着话 / 吃着饭 / 突如其来 / 无端端 / 正_着就 / 今 / 昨 / 刚 / (几|一|半)天内 / 半夜 / 这会 /
      一夜(之间)? / 中午 / 晚饭 / 饭后 / 视频的时候 / 天黑 / 从昨 / 一早 / (十|几|二十|三十|[0-9]+)分钟 /
      (一|两|几|三|[0-9]+|半)(个)?(小时|钟头) / 越来越 / 头先 / 起身 / 打着麻将 / 牌桌 / 桌上 / 上周`,
  },
  severe: {
    en: `
      severe* / unbearable / excruciat* / agon(y|ising|izing|ies) / worst / terribl* / awful / intense* / horrend* / horribl* /
      extreme* / so (bad|badly|much|painful|severe|sore|strong) /
      (really|very|proper|that|too) (bad|badly|severe|painful|sore|strong) / badly / (10|ten|9|nine) out of (10|ten) / (10|9)/10 /
      crippl* / doubl(ed|ing) (over|up) / (scream*|cry*|cries|howl*|sobbing|yelling|whimpering|moan*) _ (pain|agony|it hurts|touch) /
      in tears / can (not|barely|hardly) (stand|stand up|bear|move|walk|straighten|sit|lie|get up|touch|sleep)( it| up| still)? /
      (roll*|writh*|curled?) _ (on|around|about|in|up|floor|ball) / killing me / insane / brutal / violent* /
      like (a )?(knife|knives|labou?r) / never (felt|had|known|experienced) _ (pain|like|before|bad) /
      pain relief (is )?not (touch|help|work)* /
      (painkillers?|paracetamol|ibuprofen|morphine|nothing) (do|does|is|are|will)?( not)? _ (touch*|help*|work*)( it)? /
      worse and worse / getting worse by the (minute|hour) / hellish / out of this world / through the roof / off the scale /
      fierce* / raging / savage* / constant awful / screaming( \\w+)? / won t let (me|us|anyone) (touch|near) /
      will not let (me|us|anyone) (touch|near|hold) / like mad / blinding / something (wrong|awful|terrible) / the worst /
      (hops?|hop|jump*) (\\w+ )?(on one leg )?(is )?impossible / indescribable / like nothing / unreal /
      more and more (painful|pain|sore)`,
    zh: `
      剧烈 / 剧痛 / 巨痛 / 暴痛 / (非常|特别|极其|极度|超级|好|很|太|真|越来越|嘎嘎|贼|老)(地)?(痛|疼) /
      (痛|疼)_(得|到|的)_(打滚|受不|不行|要命|厉害|冒汗|出汗|哭|叫|直不起|站不|坐不|睡不|动不|走不|弯腰|发抖|满头|晕|死|冒|不敢|蜷) /
      (痛|疼)(死|炸|疯|得要死|惨) / 受不了 / 受不住 / 难以忍受 / 忍不(了|住|下去) / 打滚 / 直不起(腰|身) / 刀割 / 刀绞 / 刀子 /
      撕裂 / 绞痛 / 厉害 / 要命 / 钻心 / 撕心 / 顶唔顺 / 抵唔住 / 严重 / 蜷(着|缩|成) / 哭喊 / 最(痛|疼|严重|厉害) /
      止痛药_(没|不|无) / 越来越(重|严重|厉害|痛|疼) / 不敢动 / 满头大汗 / 痛不欲生 / 撕扯 / 爆痛 / 猛烈 / 恼火得很 / 难忍 /
      (痛|疼)_一直没停 / 像炸开 / 炸开 / 气都不敢 / 绞着 / 疼死 / 痛死 / 扶墙 / 一阵比一阵 / 疼醒 / 痛醒 / (直)?冒汗 / 咬牙 / 难捱 /
      捂着_(不|叫|喊) / 哇哇 / 嗷嗷 / 叫唤 / 痛到 / 疼到 / 巨(痛|疼) / 从没(有)?(这么|那么|这样) / 躺不住 / 撞墙 / 直不起 /
      坐立不安 / 翻来覆去 / 嗷 / 惨叫 / 死去活来`,
  },
  usual: {
    kind: 'context',
    en: `
      as usual / same as (usual|always|before|every month) / (my|the|her) usual / like (always|every (month|time|year)) /
      typical (migraine|for me|of my) / every (month|period|time|cycle|year) / on and off for (years|months) /
      for (many |several |the last |\\d+ |two |three |five |ten )?(years|yrs) / stable / well controlled / under control / chronic* /
      long standing / routine / nothing new / unchanged / no (change|worse)`,
    zh: `
      老毛病 / 和(平时|以前|往常)一样 / 跟(平时|以前|往常|上次)(差不多|一样) / 每次(都|来) / 每个月 / 一直都(是|有)这样 / 多年 /
      好几年 / 稳定 / 控制(得|的)?(很|挺|还|比较)?(好|可以|不错) / 慢性 / 长期 / 没什么变化 / 照旧 / (反反复复|反复)_年`,
  },
  mild: {
    kind: 'context',
    en: `
      mild* / slight* / a (little|bit|tad|touch|tiny)( bit)?( of)? /
      (not|isn t) (too|so|very|that|really) (bad|severe|painful|serious) / minor /
      only when i (press|push|poke|touch|twist|stretch|cough|sneeze|laugh) / small / tiny / faint(ly)? (pink|red|line|mark) /
      superficial / barely noticeable / nothing (serious|major|much)`,
    zh: `
      轻微 / 有点儿? / 一点点 / 略微 / 稍微 / 不(太|是很|怎么|算)(痛|疼|严重|厉害) / 小(伤|口|问题|毛病) / 隐隐 / 微微 / 偶尔 /
      不严重 / 问题不大 / 少许 / 一咪咪`,
  },
  routine: {
    kind: 'context',
    en: `
      refill* / renew* / repeat / prescri* / certificate / (sick|fit|school) note / vaccin* / jab / travel* / holiday /
      can (i|you|we|he|she) / could (i|you) / how (long|much|do|can|many|often) / what (is|are|does|do|should) / which /
      is it (ok|okay|normal|safe) / should (i|we) / may i / do i need / explain / results? / report /
      (for|over|past) (weeks|months|years|\\w+ (weeks|months|years)) / runny / sneez* / acne / eczema / pimple* / warts? /
      hay ?fever / sometimes / now and then / occasional* / healed / question / advice / would like / form / ran out / screening /
      recommend* / referral / questions? / for (two|three|four|several|a few|\\d+) (days|weeks|months|years) / note`,
    zh: `
      开药 / 续(方|药|开) / 配药 / 证明 / 病假 / 疫苗 / 能不能(吃|喝|用|打|去) / 可不可以 / 能吃吗 / 能喝吗 / 吃什么 /
      怎么(办理|预约|换|吃|用|选|护理) / 多久 / 多少(钱|天|次) / 要不要 / 请问 / 报告 / 几周 / 几个月 / 流鼻涕 / 痘 / 偶尔 / 有时 /
      老样子 / 复查 / 预约 / 推荐 / 哪种 / 体检 / 备孕 / 想(问|了解|开|配|约|换|咨询|打) / 吗$ / 饮食 / 两天 / 三天 / 几天 / 一周 /
      条`,
  },
  minor: {
    kind: 'context',
    en: `
      sore throat / (a |my |the |bad |head |common )cold / cough* / runny / snot* / sniffl* / ear ?ache / tooth ?ache /
      loose stools? / (vomiting|tummy|stomach) bug / sleeping badly / slept (badly|funny|wrong) / lifting / (my|her) period /
      back ?ache / threw up once / sick once / body aches / flu / hangover / sprain* / graze* / sinus*`,
    zh: `
      嗓子(疼|痛|痒) / 咽痛 / 喉咙(痛|疼) / 感冒 / 咳嗽 / 干咳 / 流鼻涕 / 鼻塞 / 耳朵(疼|痛) / 牙(疼|痛) / 落枕 / 拉稀 / 来月经 /
      月经前 / 搬(东西|箱子|重物) / 吐了一次 / 流感 / 宿醉 / 崴脚 / 扭到 / 擦伤 / 肠胃炎 / 咖啡`,
  },
  well: {
    kind: 'context',
    en: `
      (drink*|eat*|feed*|sleep*|play*|breath*|pee*|wee*|nurs*) (\\w+ )?(well|fine|normal*|plenty|happily|as usual|ok|okay|lots|like normal|great) /
      (plays?|playing|running around|full of beans|cheerful|smil\\w*|happy|lively|bouncing|active|in good spirits|herself|himself) /
      otherwise (well|fine|healthy|ok) /
      (feel\\w*|is|am|are) (completely |absolutely |perfectly |otherwise |totally )?(well|fine|ok|okay|good|great) /
      no other (symptoms|problems) / no symptoms / (can|could) (\\w+ )?(move|walk|bend) (\\w+ )?(fine|well|normally|ok)? /
      (ok|okay|fine|gone|better) (now|again|today) / moving (well|lots|normally) / gaining weight / getting better /
      feel (fine|well|ok) / healing / \\w+ is healing`,
    zh: `
      能吃能(玩|喝|睡|跳) / 精神(很|挺|还|也)?(好|不错|可以|行|足) / 活蹦乱跳 / 玩得(好|开心|欢|很) / 照样(玩|吃|跑|跳) /
      (吃|喝|睡)(奶|饭|水|得)?(都|也|还)?(正常|好|香|不错) / 吃喝(拉撒)?(都)?(正常|如常) / 一切正常 /
      没(有)?(别的|其他|什么)(不舒服|症状|问题|异常) / 人(很)?(舒服|精神) / (走路|说话|大小便)(都)?正常 / 能动 / 胎动(好|正常) /
      在愈合 / 好转 / 没不舒服 / 没(有)?不适 / 长得好 / 现在好了`,
  },
  exertion: {
    kind: 'context',
    en: `
      stairs /
      (after|when|while|during|from) (a )?(run|running|jog*|exercis*|workout*|work* out|gym|cycl*|climb*|sport|hiking|walking uphill|training|football|sprint*|swim*) /
      uphill / hill / unfit / out of shape`,
    zh: `爬楼 / 上楼 / 跑步 / 运动(后|完|时) / 健身 / 爬山 / 锻炼 / 跑完 / 打球 / 游泳 / 体能`,
  },
} as const satisfies Concepts;
