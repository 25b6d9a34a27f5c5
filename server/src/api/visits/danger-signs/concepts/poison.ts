import type { Concepts } from './concept.ts';

/** Poison, medicines, overdose. */
export const poison = {
  ingest: {
    en: `
      swallow*(?! (tea|fine|ok|okay|water)) / drank / drunk(?! driving) /
      drink*(?! (well|fine|ok|okay|plenty|lots|normal\\w*|fluids|happily)) / ate / eat / eaten / eating(?! (well|fine|ok|okay|toast|normal\\w*|as usual)) / took / taken / taking / ingest* / chew* / lick* /
      got into / gulp* / sip* / downed / necked / popped / (in|out of|round|around) (his|her|my) mouth / sucked / sucking /
      bit into / mouthful / had (a |some )?(sip|gulp|drink|taste)? /
      found (\\w+ ){0,6}(empty|open|bottle|packet|in (his|her) mouth) / injected / gave (him|her)self / given (him|her|them)? /
      gave / given / giving / popping / using / squirted / dripped / drip* / put on / swapped / mixed up /
      (has|have) been (on|taking) /
      (been|got|was|were) (in|into|at|through) (\\w+ )?(\\w+ )?(handbag|bag|cupboard|cabinet|drawer|medicine|purse) / missing /
      found (\\w+ ){0,4}(chewing|with|eating|sucking) / helped (him|her)self / everything / empty / fistful / breathed in /
      inhaled / chomp* / munch* / nibbl* / slurp* / swig* / guzzl* / scoff* / wolf* / necking / knocked back / tasted /
      spat (it )?out / all (over|round|around) (his|her|their) (mouth|face|lips|chin|hands) /
      (his|her) mouth (round|around|on|over|full) / mouth (round|around|on|over|full of) /
      got (hold of|his hands|her hands|hands on) / been (at|in|into) / in (his|her) gob /
      might have (had|eaten|swallowed|taken|drunk|got) / box (is )?(empty|open) /
      (taken|took|had|popped|downed|swallow\\w*|ate) (\\w+ ){0,3}(all|loads|everything|lot) / polished off / finished off / chugg* /
      put (it|them|one|some) in (his|her) mouth`,
    zh: `
      翻(了|到|开)?_(药盒|抽屉|药箱|包|柜) /
      喝 / 吃 / 吞 / 咽(?![喉痛疼炎部干痒峡红肿充]) / 误服 / 误食 / 误饮 / 舔 / 灌 / (?<![舒佩衣征屈克西])服(?!务|装|气) / 嚼 / 嗑 / 含 / 饮 / 食咗 / 吸食 /
      注射 / 打(了)?_(胰岛素|针) / 嘴里 / 抿 / 灌下 / 滴 / 打(了|错) / 喂 / 嗑药 / 拿错 / 当(成|作|维生素|糖|水|眼药) / 尝 /
      翻(了|到)_(抽屉|药箱|包|柜) / 少了 / 咬 / 吞了 / 吸(了|入|进)(?!尘|管|烟|剂|器|药) / 空药板 / 药板 /
      (瓶|盒|板|袋|罐)(子)?(都)?(空|见底)了 / 少了(好)?(几|半|一|很多|十|两|三) / 不(知道|晓得|清楚)(吃|喝|吞)了?(多少|几|什么) /
      剩(了)?(一半|没几|半) / 偷(吃|喝) / 塞(进|到)?嘴 / 啃 / 嘬 / 吮 / 抠 / 干了 / 闷了 / 灌了 / 抓(起|了)_(吃|往嘴|塞) /
      (抓|拿|翻|找|偷|捡)(了|到|着)?_?(吃|喝|往嘴|放嘴|塞嘴) / (塞|放|含|送|弄)(进|到|在)?(了)?嘴(里|巴) /
      (一|大|好)口(喝|灌|吞|闷) / 吞(了|下|掉|服|进) / 下(了)?肚 /
      当(成|作|了)?(可乐|水|饮料|糖|果冻|酒|雪碧|牛奶|醋|油|奶粉)(给)?_?(喝|吃|吞|灌)`,
  },
  poison: {
    en: `
      bleach / domestos / dettol / lysol / clorox / drain ?(cleaner|unblocker|opener|o) / draino / oven cleaner / detergent /
      washing (up )?(liquid|pods?|tablets?|capsules?|powder) / laundry (pods?|capsules?|liquid|detergent) / tide pods? /
      (dishwasher|dish washer) (tablets?|pods?|salt|liquid|detergent|cleaner) / liquitab* / antifreeze / anti freeze / coolant /
      screen ?wash / brake fluid / white spirit / turpentine / turps / paint (thinner|stripper|remover) / thinners? / petrol /
      gasoline / diesel / paraffin / kerosene / lamp oil / lighter fluid / fire ?lighter / weed ?killer / herbicide / paraquat /
      roundup / glyphosate / pesticide* / insecticide* / bug spray / organophosph* / rat (poison|bait|pellets) /
      (mouse|ant|roach|slug) (poison|bait|pellets|powder) / slug pellets / batter(y|ies) / button cell / magnets? / magnetic balls /
      nail (polish|varnish) ?(remover)? / acetone / perfume / aftershave / mouthwash / hand (gel|sanitis\\w*|sanitiz\\w*) /
      sanitiser / sanitizer / (essential|eucalyptus|tea tree|clove|wintergreen|camphor) oil / eucalyptus /
      (wild |foraged |poisonous |strange |picked )*(mushrooms?|toadstools?) (\\w+ ){0,5}(wild|garden|forest|woods|picked|foraged|field|lawn|sick|vomit\\w*|yellow)? /
      berries (from|off|in) (the|a) / oleander / foxglove / laburnum / nightshade / yew / hemlock / monkshood / aconite /
      castor beans? / methanol / wood alcohol / moonshine / rubbing alcohol / surgical spirit / meths /
      toilet (cleaner|block|bowl cleaner|duck) / harpic / limescale / descaler /
      cleaning (product|products|fluid|stuff|liquid|spray|solution) / cleaner / caustic / lye /
      (hydrochloric |sulphuric |battery |sulfuric |strong |pool |drain )acid / vape (liquid|juice) / e liquid /
      nicotine (liquid|pouch\\w*)? / cigarette butts? / moth ?balls? / arsenic / cyanide / strychnine / thallium / mercury /
      poison* / chemical* / fertili[sz]er / glue / superglue / wart remover / hair dye / pool (chlorine|chemicals) / chlorine /
      (sulph|sulf)\\w* / (open )?safety pin / sheep dip / lamp / reed diffuser / diffuser / slug / cherry laurel / lily of /
      deadly / liquid nicotine / conkers / spray(ed|ing)? (\\w+ ){0,4}(fields?|crops|orchard|vines|pesticide) / cleaners / fumes? /
      snail pellets / ant powder / paintstripper / dishwasher (\\w+ )?(tab|tablet|pod|capsule|brick|powder)s? /
      (washing|laundry|persil|ariel|tide|fairy) (machine )?(pod|capsule|tab|liquid|gel)s? / button (battery|cell) /
      coin (battery|cell) / (watch|remote|toy|hearing aid) batter\\w* /
      (cleaning|toilet|bathroom|oven|kitchen|window|glass|floor) (stuff|fluid|liquid|spray|cleaner|product) / jeyes / sheep ?dip /
      slug (pellets|bait) / rodenticide / anti ?freeze / white ?spirit / methylated / (screen|windscreen) wash /
      e ?cig (liquid|juice) / vape refill / (lantern|lamp|tiki) (oil|fuel) / (bug|wasp|fly|ant|roach) (spray|killer|powder|bait) /
      lupin / lords and ladies / cuckoo pint / death cap / fungi / foraged / ethylene / hydrogen peroxide / peroxide / potpourri /
      joint oil / smelling salts / wallpaper paste / paint / varnish / creosote`,
    zh: `
      灯油 / 液体蜡 / 药浴 /
      (野|树上|院子|院里|路边|山上|花盆|公园|小区)[^，。]{0,4}(果子|果实|豆子|籽|浆果|种子|叶子|红果) /
      农药 / 百草枯 / 敌敌畏 / 敌百虫 / 乐果 / 除草剂 / 草甘膦 / 敌草快 / 有机磷 / 洁厕(灵|液|剂) / 84 / 八四 / 消毒(液|水|剂) /
      漂白 / 洗衣(液|粉|凝珠) / 凝珠 / 洗洁精 / 洗碗(块|机) / 管道疏通 / 通渠 / 老鼠(药|饵) / 耗子药 / 灭鼠 / 毒鼠强 / 蟑螂(药|胶) /
      杀虫(剂|水) / 灭蚊 / 蚊香液 / 汽油 / 煤油 / 柴油 / 花露水 / 风油精 / 樟脑(丸|球) / 卫生球 / 干燥剂 / 生石灰 / 纽扣电池 /
      电池 / 钮扣电 / 磁力(珠|球) / 巴克球 / 磁铁 / 毒蘑菇 / 野(生)?(蘑菇|菌) / 蘑菇 / 见手青 / 菌子 / (没(煮|炒)熟的?)?四季豆 /
      没炒熟 / 河豚 / 乌头 / 草乌 / 附子 / 雷公藤 / 夹竹桃 / 滴水观音 / 曼陀罗 / 断肠草 / 野果 / 发芽的?土豆 / 指甲油 / 洗甲水 /
      卸甲水 / 稀料 / 天那水 / 香蕉水 / 油漆 / 硫酸 / 盐酸 / 强(酸|碱) / 火碱 / 烧碱 / 甲醇 / 工业酒精 / 假酒 / 酒精 / 水银 /
      亚硝酸盐 / 工业盐 / 砒霜 / 氰化 / 毒药 / 有毒 / 除锈剂 / 防冻液 / 洗发水 / 沐浴露 / 消毒酒精 / 双氧水 / 高锰酸钾 / 清洁剂 /
      化肥 / 胶水 / 502 / 烟头 / 烟油 / 电子烟油 / 去污 / 除垢 / 鱼胆 / 蟾蜍 / 乒乓消毒 / 冰毒 / 毒品 /
      农用 / 喷(药|农药|洒) / 葡萄园_喷 / 打药 / 驱虫 / 螺丝 / 别针 / 消毒粉 / 疏通_粉 / 洁厕宝 / 白磷 / 甲醛 / 来苏 / 泡酒 /
      通下水道 / 下水道 / 洗衣服_(药水|液) / 药水 / 清洗剂 / 擦_的(药|水) / 洗厕 / 杀虫 / 蓝月亮 / 威猛 / 驱蚊 / 粘鼠 / 灭虫 /
      汽水瓶装_ / 灭蜗牛 / 蜗牛(药|饵) / 诱饵 / 防冻 /
      (?<![病梅尿解中消排清带狠恶风胎肠药疖湿热火扫淫歹戒贩吸蛇缉邪败血])毒(?![症素性品瘾理感感株力副反液蛇]) / 指甲(油|水)`,
  },
  medicine: {
    en: `
      \\w+(triptyline|oxetine|azepam|olol|dipine|sartan|statin|zepine|profen|codone|morphone|zolam|gliptin|floxacin|azine|pidem|clone) / pill (box|organi[sz]er) /
      (tablets?|pills?|capsules?|medicine|medicines|medication|meds|drugs?|paracetamol|tylenol|acetaminophen|ibuprofen|aspirin|calpol|iron tablets?|sleeping (pills|tablets)|sleepers|antidepressants?|sertraline|amitriptyline|zopiclone|zolpidem|diazepam|valium|xanax|temazepam|codeine|tramadol|oxycodone|morphine|methadone|fentanyl|heroin|cocaine|ecstasy|mdma|ketamine|blood pressure (tablets|pills|medicine)|heart (tablets|pills|medicine)|metformin|gliclazide|insulin|propranolol|digoxin|lithium|contraceptive|gummies|edibles?|thc|cannabis|vitamins?|melatonin|colchicine|warfarin|benadryl|antihistamines?|units) /
      morphine / co ?codamol / cody?dramol / dihydrocodeine / pregabalin / gabapentin / quetiapine / clonidine / verapamil /
      amlodipine / bisoprolol / theophylline / amiodarone / methotrexate / chloroquine / quinine / salicyl* / cough syrup / gummy /
      vape / weed cookie / inhaler fluid / patch\\w* / painkillers? / nana s / grandma s / granny s / (his|her) dad s /
      the blue ones / blister packs? / iron / mine s pills`,
    zh: `
      阿米替林 / [一-龥]{0,2}(西汀|替林|唑仑|地平|洛尔|沙坦|普利|他汀|西泮|拉唑|替丁|霉素|沙星|拉法辛|平片|啡片) / 药盒 /
      药(?!店|房|膏|师|费|盒上) / 安眠药 / 药片 / 胶囊 / 布洛芬 / 对乙酰 / 扑热息痛 / 泰诺 / 降压药 / 降糖药 / 胰岛素 / 安定 /
      阿普唑仑 / 氯硝 / 褪黑素 / 避孕药 / 铁剂 / 头孢 / 秋水仙碱 / 地高辛 / 华法林 / 感冒药 / 阿司匹林 / 曲马多 / 丸 / 药水 /
      舍曲林 / 维生素 / 甲氨蝶呤 / 单位 / 美沙酮 / 吗啡 / 止痛药 / 可待因 / 普萘洛尔 / 倍他乐克 / 氨茶碱 / 格列 / 片子 / 心脏药 /
      精神(科)?药 / 抗抑郁 / 艾司唑仑 / 佐匹克隆 / 铁片 / 药板 / 药都`,
  },
  tooMuch: {
    en: `
      compartments? (\\w+ )?(empty|gone|missing) /
      overdos* / o d / od ed / too many / too much /
      (a |the |my |her |his )*(whole|entire|full) (\\w+ )?(box|bottle|packet|strip|pack|tub|sheet|blister|jar|lot|month|week|pot|bag) /
      all (of )?(the|my|his|her|them|of them) / (a )?handful* /
      ((1[0-9]|[2-9][0-9]|[1-9][0-9][0-9])(?= (or so |odd |of |x )?[a-z])(?! (weeks?|wks|days?|years?|months?|hours?|minutes?|mins?|mg|ml|kg|am|pm|times))|ten|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|hundred|dozens?|loads of|lots of|a lot of|a load of|a bunch of|bunch of|tons of)( or so| odd)?( \\w+)?( of)? /
      half (a|the|of the) (box|bottle|packet|bag) / every (last )?(one|pill|tablet)( of)? / ten times / 10 times /
      (three|four|five|ten) times (the|my|his|her) / empty (packet|box|bottle|blister|strip)s? / packets? of / boxes? of /
      bottles? of / instead of (\\d|one|two|ten|units|ml) / more than (the )?(max\\w*|should|limit|dose) /
      missing from (the )?(box|packet|bottle|pack) / instead of / (\\d\\d|ten|twelve|fifteen|twenty|thirty) a day /
      like (sweets|candy|smarties) / wrong (dose|insulin|syringe|bottle|tablet\\w*) /
      every day (\\w+ ){0,5}(instead|weekly|once a week) / (\\d) times (the|too) / 10x / too strong /
      (taken|taking|took|swallow\\w*) everything / empty (\\w+ )?(blister|packs?|packets?|bottles?|boxes?|strips?) / fistful* /
      everything / a load of / loads /
      (all|every) (of )?(my|his|her|the|mum s|dad s|nan s|gran s|grandma s|granny s|our|their)( \\w+)? /
      half (the|a|his|her|my) (\\w+ )?(bottle|packet|box|pack|tub|strip) / (more|way more|far more) than /
      (bottle|box|packet|strip|pack) (is |was |now )?(half )?(empty|gone|missing) / do not know how many / no idea how many /
      several / a few too many / the lot / entire / (a |the )?whole lot / double digit /
      (way |far )?(over|above|past) the (limit|max\\w*|dose) / (number|loads|stack|heap|bucket|pile|mountain) of /
      (over|across|all) (\\w+ )?weekend / round the clock / every (one|two|hour|2) hours?`,
    zh: `
      [1-9][0-9](来|几|多)(片|粒|颗|丸) / (一|两|几|三)(个)?(格|粒|片|颗)(都)?(空|没|少)了 /
      把[^，。]{0,6}(药|片)(都|全)(给)?(吃|喝|吞|服)(了|光|下去|掉) / (一次|一口气|一下子?|一股脑)(都|全|给)?(吃|喝|吞|服)(了|光|完|下去|掉) / (一|几|两|三|半)(周|天|个?月|个?星期)(的)?(药|量|份)[^，。]{0,4}(一次|一下|一口气|全|都|一起)(?![^，。]{0,3}(开|配|拿|取|买|寄|续)) /
      过量 / 超量 / (?<!开|拿|买|配|续|取|剩|囤)(一|半|整|两|几|好几)(整)?(瓶|盒|板|把|包|大把|罐) / (一|半|整|两|几|好几)(整)?(瓶|盒|板|把|包|大把|罐)(?=[^。]{0,14}(吞|灌|咽|(吃|喝|服)(了(?!没|还|不|也|有|几|一|两|三)|下|光))) / 一大堆 /
      ([1-9][0-9]+|十|十几|二十|三十|四十|五十|六十|几十|上百|一百|二十多|三十多|十多|廿)(多)?_?(片|粒|颗|丸|多片|单位) / 十倍 /
      吃多了 / 整瓶 / 整盒 / 一把 / 服药过量 / 成樽 / 双倍 / 加倍 / 拿错 / 打错 / 吃错 / 误 / 当(成|作)?(维生素|糖|眼药|水) /
      ([5-9]|[1-9][0-9]|[五六七八九十几]+)(八|九|十)?片 / 一次打_ / 多打 / 喂多 / 弄错 / 5倍 / 五倍 / 三倍 / 当饭 / (一|大)把 /
      空(的)?药(板|瓶|盒) / 把药(都|全) / 全吃 / (瓶|盒|板|罐)(子)?(都)?空了 / 空了(一)?(半|大半|几) /
      不知道(吃|喝|吞)了?(多少|几) / 少了(好|十|二十|[0-9]) / 一口气(吃|吞|喝) / 都(吃|吞|喝|服)(光|完|下去)(了)?(?!了?，?(还|但|可|也没|想|要|续|再|血压|没|症状|需|请|麻烦)) /
      大量(吃|服|吞|喝|饮) / (很|好|许)多(片|粒|颗|药片|安眠药) / 全(部|都)?(吃|喝|吞|服|灌|倒|干)(了|下|进|光|完|掉) /
      (胰岛素|地高辛|华法林|甲氨蝶呤|二甲双胍|倍他乐克|安眠药|止痛药|秋水仙碱|美托洛尔)[^，。]{0,6}(打|吃|喝|服|喂)(重|了两|了三|了2|了3) /
      (好|很|许)多(种)?(药|片|安眠|止痛|感冒药) / (一堆|大把|大量|整把)(的)?药`,
  },
  /** The size of a package beside the usual dose a day: how long a medicine lasts. */
  plannedDose: {
    kind: 'context',
    en: `
      (box|pack|packet|bottle)(es|s)? (of|has|holds|contains|with) (\\d+|[a-z]+)[^.!?]{0,40}\\b(one|two|half|1|2) (\\w+ )?(a|per|each|every|once a) (day|morning|night|evening) /
      (\\d+) (\\w+ )?per (box|pack|packet|bottle)[^.!?]{0,40}\\b(one|two|half|1|2) (\\w+ )?(a|per|each|every|once a) (day|morning|night|evening) /
      (one|two|half|1|2) (\\w+ )?(a|per|each|every) (day|morning|night|evening)[^.!?]{0,30}\\b(box|pack|packet|bottle)(es|s)? of (\\d+|[a-z]+)`,
    zh: `
      (一|每|1)(盒|瓶|板)(装|是|有|里)?_?([0-9]+|[一二三四五六七八九十百]+)(片|粒|颗)[^。]{0,10}(每|一|1)(天|日|晚|早)[^，。]{0,6}(一|半|两|二|三|1|2|3)(片|粒|颗|次) /
      (每|一|1)(天|日|晚|早)[^，。]{0,6}(一|半|两|二|三|1|2|3)(片|粒|颗|次)[^。]{0,10}(一|每|1)(盒|瓶|板)(装|是|有|里)?_?([0-9]+|[一二三四五六七八九十百]+)(片|粒|颗) /
      [0-9]+(片|粒|颗)装[^。]{0,10}(每|一|1)(天|日|晚|早)[^，。]{0,6}(一|半|两|二|三|1|2|3)(片|粒|颗|次)`,
  },
  /** Packages, or four tablets and more, that were taken: a daily dose excuses them only over weeks. */
  tookAmount: {
    kind: 'context',
    en: `
      (took|taken|swallowed|drank|drunk|downed|ate|eaten|popped|necked|had) (?!(?:one|half|1|a) (?:(?!box|pack|bottle|strip|tub|blister)[a-z]+ )?(?:a|per|each|every|daily|once|from|out) (?!box|pack|bottle|strip|tub|blister))(\\w+ ){0,4}(box|pack|packet|bottle|strip|tub|blister)(es|s)?(?![^.!?]{0,30} over (?:[a-z0-9]+ ){1,3}(?:weeks|months?)) /
      (took|taken|swallowed|downed|ate|eaten|popped|necked|had) (\\w+ ){0,3}(\\d\\d+|ten|twelve|fifteen|sixteen|twenty|thirty|forty|fifty|hundred|dozens?) (\\w+ ){0,3}(tablets?|pills?|capsules?)(?![^.!?]{0,30} over (?:[a-z0-9]+ ){1,3}(?:weeks|months?)) /
      (took|taken|swallowed|downed|ate|eaten|popped|necked) (most|all|half|many|loads|lots|them|everything|too many|several|a lot|the (rest|lot|others)) /
      (took|taken|swallowed|downed|ate|eaten|popped|necked) (\\w+ ){0,2}(\\d\\d+|[4-9]|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty)(?! ?(?:mg|mcg|g|ml|units?|days?|weeks?|months?|years?|hours?|minutes?|am|pm|times|o clock|a day)\\b)(?![^.!?]{0,30} over (?:[a-z0-9]+ ){1,3}(?:weeks|months?)) /
      too (many|much)`,
    zh: `
      [吃喝吞服灌咽嚼](了|掉|下|光|过|进|咗)[^，。]{0,6}([0-9]+|[一二两三四五六七八九十几半整]+)(多|整|大)?(盒|瓶|板|罐|包|把|袋) /
      [吃喝吞服灌咽嚼](了|掉|下|光|过|进|咗)[^，。]{0,6}([4-9]|[1-9][0-9]+|[四五六七八九]|[二三四五六七八九几]?十[一二三四五六七八九几多]?|上百|一百)(多|来|几)?(片|粒|颗|丸) /
      多[吃服喝吞](了)?[^，。]{0,3}(片|粒|颗|丸) /
      (盒|瓶|板|罐|包|袋|片|粒|颗)[^，。]{0,12}[吃喝吞服灌咽](了|光|掉|下去|进去)(?![^，。]{0,3}(天|周|星期|礼拜|月|年)) /
      [吃喝吞服](了|掉)[^，。]{0,4}(大半|很多|好多|许多|多半|不少|剩下|半[盒瓶板]) /
      (今天|今晚|今早|刚才?|昨晚|昨天|一次|一下子?)[^，。]{0,6}[吃喝吞服灌](光|完)`,
  },
  /** Swallowed together, or by mistake. */
  allAtOnce: {
    kind: 'context',
    en: `
      all at once / in one (go|sitting|gulp) / at the same time / all of (them|it|those) / the (whole|entire) / the lot / handful* / on purpose /
      by (mistake|accident) / accident* / overdos* / (found|find) (\\w+ ){0,3}empty / is empty`,
    zh: `
      一口气 / 一次(性)?(都|全|给)?(吃|喝|吞|服)(了|光|下|掉|[0-9]{2}) / 一下子?(都|全)?(吃|吞|服|喝)(了|光|下|掉) / 一股脑 /
      (全|都)(部|给)?(吃|吞|喝|服)(了|光|下|掉) / 误(吃|服|食|当) / 偷(吃|喝) / 想不开 / 空了 / 故意`,
  },
  /** Someone else’s medicine. */
  anothersMedicine: {
    kind: 'context',
    en: `
      (my|our|grandma s|granny s|nana s|nan s|gran s|grandad s|grandpa s|mum s|mom s|dad s|his (mum|dad|gran\\w*|nan|sister|brother) s|her (mum|dad|gran\\w*|nan|sister|brother) s|someone else s|the dog s) (\\w+ ){0,3}(pills?|tablets?|meds|medicine|medication|capsules?|patch\\w*|drops|gummies)`,
    zh: `(我|我们|大人|爷爷|奶奶|外婆|外公|姥姥|姥爷|爸爸|妈妈|爸|妈|别人|老人|狗)(的|吃的)?[^，。]{0,4}(药|药片|片子|胶囊)`,
  },
  tooMuchWord: {
    en: `overdos(e|ed|ing)(?! of (kindness|work|coffee|news)) / o d (ed|d) / od ed`,
    zh: `
      服药过量 / 药_(吃多|过量|吃过量) / 过量服(药|用) / 吃过量 / (打|服|用)(药)?(过量|超量) /
      (药|胰岛素|片)_(吃|打|服|用)_?(多了|过量|超量)`,
  },
  poisoned: {
    en: `
      (whole|entire) (house|family|flat|household) (\\w+ ){0,3}(headach\\w*|dizzy|woozy|faint)(?!.{0,60}(flu|bug|cold|covid|virus|fever)) / (all|both|three|four) of us (\\w+ ){0,4}(headach\\w*|sick|dizzy|woozy|faint) (\\w+ ){0,6}(boiler|heater|stove|fire|generator|barbecue|garage) /
      (been |got |was |is |am |being )poisoned / (?<!food )poisoning / toxic (fumes|gas) / carbon monoxide /
      co (alarm|detector|monitor|poisoning) / (monoxide|gas) (alarm|detector|leak*) / smell(s|ed|ing)? (of )?gas / gas leak* /
      (inhal*|breath*|fumes?) (\\w+ ){0,5}(bleach|ammonia|chlorine|exhaust|smoke|fumes|chemical\\w*|gas|cleaning) /
      smoke inhalation /
      (charcoal|barbecue|bbq|generator|heater|boiler|stove|fire ?pit) (\\w+ ){0,10}(inside|indoors|headache*|dizz*|sick|tent|room|garage|collaps*|bedroom|sleepy|faint*) /
      mix\\w* (\\w+ ){0,3}bleach / (house|flat|kitchen|car|building|garage|caravan|factory) fire /
      (soot|black) (\\w+ ){0,4}(nose|mouth|throat|phlegm|spit|snot) / cough\\w* (up )?(black|soot) /
      (the )?alarm (\\w+ ){0,4}(beep\\w*|gone off|monoxide) / everyone in the (house|flat) (\\w+ ){0,4}(headache|sick|dizzy) /
      (monoxide|co) (\\w+ ){0,3}(alarm|went off|detector) / we all feel (\\w+ )?(rotten|sick|dizzy|ill|awful) / alarm went off /
      breathed in / gas smell / smell\\w* (\\w+ )?gas / all (\\w+ )?(have|got) (\\w+ )?headaches? /
      boiler (\\w+ ){0,5}(soot|yellow|sick|headach\\w*|dizzy|leak\\w*|fumes|odd) /
      (all|both|everyone|whole family|the kids and) (\\w+ ){0,3}(have|got|feel|feeling|are|with) (\\w+ ){0,3}(headach\\w*|heads|sick|dizzy|woozy|faint|ill) /
      (left|running|ran) (\\w+ ){0,5}(car|engine|generator|bbq|barbecue) (\\w+ ){0,4}(garage|tent|inside|indoors) /
      (sprayed|spraying|dusted|dipped) (\\w+ ){0,6}(drool\\w*|sweat\\w*|pupils|twitch\\w*|vomit\\w*|sick|shak\\w*|dribbl\\w*|weak) /
      (barbecue|bbq|charcoal|stove|heater|generator|disposable barbecue) (\\w+ ){0,4}(tent|caravan|inside|indoors|room|garage|van|cabin) (\\w+ ){0,10}(wake|sick|head\\w*|dizzy|sleepy|faint|can not|ill)`,
    zh: `
      (药浴|打药|喷药|施药|拌种|打农药|撒药)[^。]{0,16}(口水|瞳孔|出汗|肉跳|恶心|头晕|看不清|抽|流泪|吐) /
      (煤气|一氧化碳|农药|药物|酒精|沼气|有机磷|气体|蘑菇|重金属|亚硝酸盐)_中毒 / 煤气(?!灶|费|公司)_(泄|漏|味|熏|头|晕) /
      天然气_(泄|漏|味) / 烧(炭|煤|蜂窝煤)_(取暖|晕|头|屋) /
      (炭火|炭盆|煤炉|蜂窝煤|火锅炭|炭炉|热水器)_(晕|头(痛|疼)|吐|恶心|倒|没力) / (?<!食物)(?<!食品)中毒(?!了吗) / 服毒 / 误服 /
      误食 / 毒气 / 氯气 / 闻_(84|洁厕|毒)_ / 烟(呛|熏) / 浓烟 / 火灾 / 咳黑痰 / 大火 / 烧烤_(屋|室|帐|关) /
      一家(人|子)?_都_(头晕|头痛|恶心|吐) / 煤炉 / 炭盆 / 毒烟 / 生炉子 / 烧炕 / 燃气热水器 / 报警器_(响|叫) /
      全家_(不舒服|头晕|头痛|恶心|没力) / 混(了|在一起)_(吸|呛|闻|胸) / 吸了气 / 煤气味 / 燃气味 / 全家头(痛|疼|晕) /
      (喷漆|刷漆|油漆|胶水|焊|打蜡|装修)_?[^，。]{0,6}(头(重|晕|痛|疼|昏)|恶心|吐|想睡|站不) /
      (煤炉|炭|火盆|炉子|煤球|热水器|发电机|汽车|火锅|地窖|沼气|化粪池|井)[^，。]{0,12}(起不来|叫不醒|头(像|晕|痛|疼|昏|重|裂)|恶心|吐|没力|晕|倒|软) /
      (蘑菇|菌子?|野菜|四季豆|扁豆|豆角|黄花菜|土豆|河豚|野果)[^，。]{0,12}(吐|拉|看(到|见)|小人|精灵|晕|麻|肚子|幻) /
      (帐篷|屋里|房里|车里|室内|车库|包间|工棚)[^，。]{0,6}(烤|烧|点|生)(着|了)?(炭|火|煤|炉|烧烤)[^。]{0,20}(叫不|醒|晕|吐|头|昏|没力|恶心)`,
  },
  swallowedThing: {
    en: `
      swallow* (\\w+ ){0,4}(batter\\w*|magnets?|pins?|needle|razor|glass|screw|nail|blade|button|coin|poison|bleach|pills|detergent|pesticide) /
      (batter(y|ies)|magnets?) (\\w+ ){0,5}swallow\\w*`,
    zh: `
      (吞|误食|误吞|咽(?=了|下|进|掉)|吃)(了|下|进|掉)?_(电池|磁力珠|磁铁|巴克球|针|异物|刀片|玻璃|硬币|钉|别针|水银) /
      (电池|磁(力)?(珠|铁|球)|巴克球|硬币|钉|针|别针|刀片|玻璃|发卡|耳环|纽扣|螺丝|钥匙)[^，。]{0,8}(塞|放|吞|咽|下肚|吃|含|嘴) /
      (枣核|鱼刺|骨头|鸡骨|假牙|牙套)[^，。]{0,6}(卡|扎|吞|咽|下不) /
      (吞|咽|吃)(了|下|掉|进)[^，。]{0,4}(磁|电池|钉|针|硬币|刀|玻璃|珠子|螺丝|钥匙|铁)`,
  },
} as const satisfies Concepts;
