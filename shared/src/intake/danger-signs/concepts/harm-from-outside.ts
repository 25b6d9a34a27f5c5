import type { Concepts } from './concept.ts';

/** Poison, injury, burns, bites, eyes, heat and cold. */
export const harmFromOutside = {
  ingest: {
    en: `
      swallow* / drank / drunk(?! driving) / drink* / ate / eat / eaten / eating / took / taken / taking / ingest* / chew* / lick* /
      got into / gulp* / sip* / downed / necked / popped / (in|out of|round|around) (his|her|my) mouth / sucked / sucking /
      bit into / mouthful / had (a |some )?(sip|gulp|drink|taste)? /
      found (\\w+ ){0,6}(empty|open|bottle|packet|in (his|her) mouth) / injected / gave (him|her)self / given (him|her|them)? /
      gave / given / giving / popping / using / squirted / dripped / drip* / put on / swapped / mixed up /
      (has|have) been (on|taking) /
      (been|got|was|were) (in|into|at|through) (\\w+ )?(\\w+ )?(handbag|bag|cupboard|cabinet|drawer|medicine|purse) / missing /
      found (\\w+ ){0,4}(chewing|with|eating|sucking) / helped (him|her)self / everything / empty / fistful / breathed in / inhaled`,
    zh: `
      喝 / 吃 / 吞 / 咽 / 误服 / 误食 / 误饮 / 舔 / 灌 / (?<![舒佩衣征屈克西])服(?!务|装|气) / 嚼 / 嗑 / 含 / 饮 / 食咗 / 吸食 /
      注射 / 打(了)?_(胰岛素|针) / 嘴里 / 抿 / 灌下 / 滴 / 打(了|错) / 喂 / 嗑药 / 拿错 / 当(成|作|维生素|糖|水|眼药) / 尝 /
      翻(了|到)_(抽屉|药箱|包|柜) / 少了 / 咬 / 吞了 / 吸(了|入|进)(?!尘|管|烟) / 空药板 / 药板`,
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
      (hydrochloric |sulphuric |battery |sulfuric )?acid(?! reflux) / vape (liquid|juice) / e liquid / nicotine (liquid|pouch\\w*)? /
      cigarette butts? / moth ?balls? / arsenic / cyanide / strychnine / thallium / mercury / poison* / chemical* / fertili[sz]er /
      glue / superglue / wart remover / hair dye / pool (chlorine|chemicals) / chlorine / (sulph|sulf)\\w* / (open )?safety pin /
      sheep dip / lamp / reed diffuser / diffuser / slug / cherry laurel / lily of / deadly / liquid nicotine / conkers /
      spray(ed|ing)? (\\w+ ){0,4}(fields?|crops|orchard|vines|pesticide) / cleaners / fumes? / snail pellets / ant powder /
      paintstripper`,
    zh: `
      农药 / 百草枯 / 敌敌畏 / 敌百虫 / 乐果 / 除草剂 / 草甘膦 / 敌草快 / 有机磷 / 洁厕(灵|液|剂) / 84 / 八四 / 消毒(液|水|剂) /
      漂白 / 洗衣(液|粉|凝珠) / 凝珠 / 洗洁精 / 洗碗(块|机) / 管道疏通 / 通渠 / 老鼠(药|饵) / 耗子药 / 灭鼠 / 毒鼠强 / 蟑螂(药|胶) /
      杀虫(剂|水) / 灭蚊 / 蚊香液 / 汽油 / 煤油 / 柴油 / 花露水 / 风油精 / 樟脑(丸|球) / 卫生球 / 干燥剂 / 生石灰 / 纽扣电池 / 电池 /
      钮扣电 / 磁力(珠|球) / 巴克球 / 磁铁 / 毒蘑菇 / 野(生)?(蘑菇|菌) / 蘑菇 / 见手青 / 菌子 / (没(煮|炒)熟的?)?四季豆 / 没炒熟 /
      河豚 / 乌头 / 草乌 / 附子 / 雷公藤 / 夹竹桃 / 滴水观音 / 曼陀罗 / 断肠草 / 野果 / 发芽的?土豆 / 指甲油 / 洗甲水 / 卸甲水 /
      稀料 / 天那水 / 香蕉水 / 油漆 / 硫酸 / 盐酸 / 强(酸|碱) / 火碱 / 烧碱 / 甲醇 / 工业酒精 / 假酒 / 酒精 / 水银 / 亚硝酸盐 /
      工业盐 / 砒霜 / 氰化 / 毒药 / 有毒 / 除锈剂 / 防冻液 / 洗发水 / 沐浴露 / 消毒酒精 / 双氧水 / 高锰酸钾 / 清洁剂 / 化肥 / 胶水 /
      502 / 烟头 / 烟油 / 电子烟油 / 去污 / 除垢 / 鱼胆 / 蟾蜍 / 乒乓消毒 / 冰毒 / 毒品 / 散装(白)?酒 / 自酿酒 / 农用 /
      喷(药|农药|洒) / 葡萄园_喷 / 打药 / 驱虫 / 螺丝 / 别针 / 指甲 / 消毒粉 / 疏通_粉 / 洁厕宝 / 白磷 / 甲醛 / 来苏 / 泡酒 /
      通下水道 / 下水道 / 洗衣服_(药水|液) / 药水 / 清洗剂 / 擦_的(药|水) / 洗厕 / 杀虫 / 毒 / 蓝月亮 / 威猛 / 驱蚊 / 粘鼠 / 灭虫 /
      汽水瓶装_ / 灭蜗牛 / 蜗牛(药|饵) / 诱饵 / 防冻`,
  },
  medicine: {
    en: `
      (tablets?|pills?|capsules?|medicine|medicines|medication|meds|drugs?|paracetamol|tylenol|acetaminophen|ibuprofen|aspirin|calpol|iron tablets?|sleeping (pills|tablets)|sleepers|antidepressants?|sertraline|amitriptyline|zopiclone|zolpidem|diazepam|valium|xanax|temazepam|codeine|tramadol|oxycodone|morphine|methadone|fentanyl|heroin|cocaine|ecstasy|mdma|ketamine|blood pressure (tablets|pills|medicine)|heart (tablets|pills|medicine)|metformin|gliclazide|insulin|propranolol|digoxin|lithium|contraceptive|gummies|edibles?|thc|cannabis|vitamins?|melatonin|colchicine|warfarin|benadryl|antihistamines?|units) /
      morphine / co ?codamol / cody?dramol / dihydrocodeine / pregabalin / gabapentin / quetiapine / clonidine / verapamil /
      amlodipine / bisoprolol / theophylline / amiodarone / methotrexate / chloroquine / quinine / salicyl* / cough syrup / gummy /
      vape / weed cookie / inhaler fluid / patch\\w* / painkillers? / nana s / grandma s / granny s / (his|her) dad s /
      the blue ones / blister packs? / iron / mine s pills`,
    zh: `
      药(?!店|房|膏|师|费|盒上) / 安眠药 / 药片 / 胶囊 / 布洛芬 / 对乙酰 / 扑热息痛 / 泰诺 / 降压药 / 降糖药 / 胰岛素 / 安定 /
      阿普唑仑 / 氯硝 / 褪黑素 / 避孕药 / 铁剂 / 头孢 / 秋水仙碱 / 地高辛 / 华法林 / 感冒药 / 阿司匹林 / 曲马多 / 丸 / 药水 /
      舍曲林 / 维生素 / 甲氨蝶呤 / 单位 / 美沙酮 / 吗啡 / 止痛药 / 可待因 / 普萘洛尔 / 倍他乐克 / 氨茶碱 / 格列 / 片子 / 心脏药 /
      精神(科)?药 / 抗抑郁 / 艾司唑仑 / 佐匹克隆 / 铁片 / 药板 / 药都`,
  },
  tooMuch: {
    en: `
      overdos* / o d / od ed / too many / too much /
      (a |the |my |her |his )*(whole|entire|full) (\\w+ )?(box|bottle|packet|strip|pack|tub|sheet|blister|jar|lot|month|week|pot|bag) /
      all (of )?(the|my|his|her|them|of them) / (a )?handful* /
      ((1[0-9]|[2-9][0-9]|[1-9][0-9][0-9])(?= (or so |odd |of |x )?[a-z])(?! (weeks?|wks|days?|years?|months?|hours?|minutes?|mins?|mg|ml|kg|am|pm|times))|ten|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|hundred|dozens?|loads of|lots of|a lot of|a load of|a bunch of|bunch of|tons of)( or so| odd)?( \\w+)?( of)? /
      half (a|the|of the) (box|bottle|packet|bag) / every (last )?(one|pill|tablet)( of)? / ten times / 10 times /
      (three|four|five|ten) times (the|my|his|her) / empty (packet|box|bottle|blister|strip)s? / packets? of / boxes? of /
      bottles? of / instead of (\\d|one|two|ten|units|ml) / more than (the )?(max\\w*|should|limit|dose) /
      missing from (the )?(box|packet|bottle|pack) / instead of / (\\d\\d|ten|twelve|fifteen|twenty|thirty) a day /
      like (sweets|candy|smarties) / double (dose|the dose|insulin|dosed) / doubled /
      wrong (dose|insulin|syringe|bottle|tablet\\w*) / every day (\\w+ ){0,5}(instead|weekly|once a week) / by mistake /
      accident\\w* / mixed up / (\\d) times (the|too) / 10x / too strong / mistak\\w* / (taken|taking|took|swallow\\w*) everything /
      empty (\\w+ )?(blister|packs?|packets?|bottles?|boxes?|strips?) / fistful* / everything / \\w+ twice /
      twice (by|in|today|this|over)`,
    zh: `
      过量 / 超量 / (一|半|整|两|几|好几)(整)?(瓶|盒|板|把|包|大把|罐) / 大量 / 很多 / 好多 / 一大堆 / 全部?(吃|喝|吞|服)? /
      ([1-9][0-9]+|十|十几|二十|三十|四十|五十|六十|几十|上百|一百|二十多|三十多|十多|廿)(多)?_?(片|粒|颗|丸|多片|单位) / 十倍 /
      吃多了 / 整瓶 / 整盒 / 都(吃|吞|喝)(了|光|完) / 一把 / 服药过量 / 成樽 / 双倍 / 加倍 / 拿错 / 打错 / 吃错 / 误 /
      当(成|作)?(维生素|糖|眼药|水) / ([5-9]|[1-9][0-9]|[五六七八九十几]+)(八|九|十)?片 / 一次打_ / 多打 / 喂多 / 弄错 / 5倍 / 五倍 /
      三倍 / 当饭 / (一|大)把 / 空(的)?药(板|瓶|盒) / 把药(都|全)? / 全吃 / (打|吃|喝|服)了(两|三|2|3)(次|遍|份) / 重复(吃|打|服)`,
  },
  tooMuchWord: {
    en: `overdos(e|ed|ing)(?! of (kindness|work|coffee|news)) / o d (ed|d) / od ed`,
    zh: `
      服药过量 / 药_(吃多|过量|吃过量) / 过量服(药|用) / 吃过量 / (打|服|用)(药)?(过量|超量) /
      (药|胰岛素|片)_(吃|打|服|用)_?(多了|过量|超量)`,
  },
  poisoned: {
    en: `
      (been |got |was |is |am |being )poisoned / (?<!food )poisoning / toxic (fumes|gas) / carbon monoxide /
      co (alarm|detector|monitor|poisoning) / (monoxide|gas) (alarm|detector|leak*) / smell(s|ed|ing)? (of )?gas / gas leak* /
      (inhal*|breath*|fumes?) (\\w+ ){0,5}(bleach|ammonia|chlorine|exhaust|smoke|fumes|chemical\\w*|gas|cleaning) /
      smoke inhalation /
      (charcoal|barbecue|bbq|generator|heater|boiler|stove|fire ?pit) (\\w+ ){0,10}(inside|indoors|headache*|dizz*|sick|tent|room|garage|collaps*|bedroom|sleepy|faint*) /
      mix\\w* (\\w+ ){0,3}bleach / (house|flat|kitchen|car|building|garage|caravan|factory) fire /
      (soot|black) (\\w+ ){0,4}(nose|mouth|throat|phlegm|spit|snot) / cough\\w* (up )?(black|soot) /
      (the )?alarm (\\w+ ){0,4}(beep\\w*|gone off|monoxide) / everyone in the (house|flat) (\\w+ ){0,4}(headache|sick|dizzy) /
      (monoxide|co) (\\w+ ){0,3}(alarm|went off|detector) / we all feel (\\w+ )?(rotten|sick|dizzy|ill|awful) / alarm went off /
      breathed in / gas smell / smell\\w* (\\w+ )?gas / all (\\w+ )?(have|got) (\\w+ )?headaches?`,
    zh: `
      (煤气|一氧化碳|农药|药物|酒精|沼气|有机磷|气体|蘑菇|重金属|亚硝酸盐)_中毒 / 煤气(?!灶|费|公司)_(泄|漏|味|熏|头|晕) /
      天然气_(泄|漏|味) / 烧(炭|煤|蜂窝煤)_(取暖|晕|头|屋) /
      (炭火|炭盆|煤炉|蜂窝煤|火锅炭|炭炉|热水器)_(晕|头(痛|疼)|吐|恶心|倒|没力) / (?<!食物)(?<!食品)中毒(?!了吗) / 服毒 / 误服 /
      误食 / 毒气 / 氯气 / 闻_(84|洁厕|毒)_ / 烟(呛|熏) / 浓烟 / 火灾 / 咳黑痰 / 大火 / 烧烤_(屋|室|帐|关) /
      一家(人|子)?_都_(头晕|头痛|恶心|吐) / 煤炉 / 炭盆 / 毒烟 / 生炉子 / 烧炕 / 燃气热水器 / 报警器_(响|叫) /
      全家_(不舒服|头晕|头痛|恶心|没力) / 混(了|在一起)_(吸|呛|闻|胸) / 吸了气 / 煤气味 / 燃气味 / 全家头(痛|疼|晕)`,
  },
  swallowedThing: {
    en: `
      swallow* (\\w+ ){0,4}(batter\\w*|magnets?|pins?|needle|razor|glass|screw|nail|blade|button|coin|poison|bleach|pills|detergent|pesticide) /
      (batter(y|ies)|magnets?) (\\w+ ){0,5}swallow\\w*`,
    zh: `(吞|误食|误吞|咽|吃)(了|下|进|掉)?_(电池|磁力珠|磁铁|巴克球|针|异物|刀片|玻璃|硬币|钉|别针|水银)`,
  },
  crash: {
    en: `
      (car|road|traffic|motorbike|motorcycle|bike|bicycle|scooter|train|bus|truck|lorry|high speed|quad) (\\w+ )?(crash\\w*|accident|collision|smash|wreck) /
      (hit|struck|knocked( down| over)?|run over|ran over|runover|mown down|clipped) by (a |an |the )?(\\w+ )?(car|bus|bike|van|lorry|truck|train|motorbike|motorcycle|vehicle|scooter|tram|taxi|driver|tractor) /
      (hit|crashed|smashed|drove|went) (\\w+ )?(into|off) (a |the )?(tree|wall|road|bridge|lamp post|windscreen|windshield|dashboard) /
      (fell|fallen|falling|jumped|thrown|dropped|fall|plunged|come off|came off|tumbled) (\\w+ )?(from|off|out of|down) (\\w+ ){0,6}(roof|ladder|height|window|balcony|tree|scaffold\\w*|floor|storey|story|horse|cliff|bridge|stairs|loft|motorbike|meters?|metres?|feet|flight|changing table|bed onto|building|bike at) /
      thrown from / rollover / overturned car / explosion / blast / drown* /
      (pulled|dragged|found|fell) (\\w+ ){0,5}(pool|pond|river|lake|bath) (\\w+ ){0,6}(not|blue|cough\\w*|under|face down|breath\\w*|limp|unconscious) /
      face down in (the )?(water|pool|bath|pond) / buried (under|alive) /
      crush* (by|under|between|in|hand|leg|chest|arm|foot|fingers) /
      fell (\\d+|two|three|four|five|six|ten) (m|metres?|meters?|feet|ft|floors?|stor\\w*) /
      (scaffold\\w*|roof|ladder|balcony|horse|quad|motorbike) /
      (off|from) (my|his|her) (bike|motorbike|horse|scooter) (\\w+ ){0,4}(helmet|speed|road|head|fast)? / rear ended /
      seat ?belt (\\w+ ){0,5}(mark|bruis\\w*|hurt\\w*|belly) / airbags? /
      (pulled|dragged|fished|got|lifted|found) (\\w+ ){0,3}(out of|from|in) (\\w+ ){0,3}(lake|water|sea|river|pool|pond|bath|ocean|well|canal) /
      near ?ly drown* / (leg|hip|foot) (\\w+ ){0,5}(shorter|turned out|rotated|outwards|will not (bear|take) (any )?weight) /
      (back|neck) (\\w+ ){0,4}(after|from|since) (\\w+ ){0,3}(fall|fell|crash|dive|diving|horse|accident|tackle) (\\w+ ){0,6}(numb|tingl|pins|move|legs|weak|feel)\\w* /
      dived? into / motorbike|came off (at|my|his|her|the) / (mph|km/h|kph)`,
    zh: `
      车祸 / (被|让|给)_(车|摩托|电动车|货车|公交|电瓶车|汽车|三轮)_(撞|碾|压|轧|刮|带倒) / 撞车 / 翻车 /
      (从|在)_(楼|梯|高|树|房顶|屋顶|阳台|架子|马上|楼梯|脚手架|窗|墙头|滑梯|桥|床)_(上|处|子|口)?_(摔|坠|掉|滚|跌|跳)(下|落|了下)? /
      高(处|空|楼)_(坠|摔|掉|跌) / 坠(楼|落|马|床头) / (楼|楼梯)上?_(摔|滚|跌)下 / 跳下_楼 / 溺水 / 淹_水 / 呛水 /
      掉_(河|池|水|井)里 / 爆炸 / 塌方 / (被|让)_(砸|压|埋)(到|在|中|了|伤|住|断) / 挤压 / 绞(进|到|伤)_(机器|手|胳) / 追尾 /
      安全带_(勒|印|青|伤) / 推(我|她|他)_(楼梯|下楼) / (摔|滚|推)_(下|落)_?(楼|梯|坡|沟|坑|井) / 拖拉机 / 骑车摔 /
      (摔|跌)_(楼|房|梯|米) / (摔|跌|跤)_(腿|脚|髋)_(短|外翻|不能动|动不了|变形) / 腿_(短了|短一截|长短) / 跳水_(脖|颈) /
      (从|在)_(河|水|池|海|江|井|塘|湖)(里|中)?_(捞|救|拉)(上|出) / 落水 / 捞上来 / 掉水里 / 骑(马|车|摩托)_摔_(腰|腿|脖|头) /
      摔_(腰|背|脖)_腿_(麻|没|动) / (摩托|电动车|电瓶车|自行车|滑板车)_(摔|翻|撞) / 从_(池|泳池|浴缸|水)_(捞|拉|抱) /
      (床|上铺|沙发|桌子|椅子|滑梯|秋千|窗台|车)(上)?_(掉|摔|滚|跌)(下来|下)_(昏|晕|吐|不|头)`,
  },
  wound: {
    en: `
      stab(bed|bing)? (\\w+ ){0,3}(in|with|by|wound|chest|stomach|neck|back|leg|me|him|her) /
      knife (wound|sticking|in (my|his|her)) / gun ?shot / (been |was |got )shot(?! of) / impal* /
      (cut off|chopp\\w* off|sever\\w*|amputat\\w*|ripped off|torn off|sliced off|took off|lost) (\\w+ ){0,4}(finger\\w*|thumb|hand|toe|arm|leg|foot|limb|tip) /
      (finger\\w*|thumb|hand|toe|arm|leg|foot) (\\w+ ){0,4}(cut off|chopp\\w* off|sever\\w*|amputat\\w*|ripped off|torn off|come off|came off|hanging (off|by)|sliced off) /
      bone (\\w+ ){0,4}(sticking|poking|showing|through|visible|out) / (see|seeing) (\\w+ ){0,3}(the )?(bone|tendon|fat|muscle) /
      open fracture / compound fracture / (deep|gaping|huge|massive) (\\w+ )?(cut|gash|wound|laceration|slash) /
      (cut|gash|wound|slice|slash) (\\w+ ){0,5}(deep|gap\\w*|to the bone|wide open|artery|arter\\w*) /
      (slashed|slit|cut) (\\w+ )?(wrists?|throat|neck|artery) / chainsaw /
      (nail|knife|glass|rod|stick|metal|branch|fence|screwdriver|pole) (\\w+ ){0,4}(stuck|sticking|embedded|through|went (in|through)) /
      broken (neck|back|spine|hip|pelvis) / (neck|back|spine) (\\w+ )?(broken|snapped) /
      (leg|arm|wrist|ankle|bone) (\\w+ ){0,4}(bent|wrong (way|angle|direction)|deform\\w*|at (an|a) (odd|weird|funny|strange|right) angle|snapped|twisted (right )?round) /
      (serious|severe|major|bad|nasty) (head )?(injur\\w*|accident|fall) / head injury / fractured skull / degloved / machete /
      (attacked|beaten|beat(en)? up|kicked|punched|assault\\w*) (\\w+ ){0,6}(head|unconscious|ribs|stomach|face|breath\\w*|blood) /
      (two|one|three|both|all|some) of them (are |is )?off / (fingers?|thumb|hand|foot|toe) (\\w+ ){0,6}(off|bag of ice|in a bag) /
      caught (\\w+ ){0,3}(in|by|under) (a |the )?(saw|machine|mower|blender|chain|door|press|belt|grinder|router|propeller) /
      stabbed / piss\\w* blood / (pee|urine) (\\w+ )?(blood|red) after / yellow (fat|stuff|bits) /
      air (bubbl\\w*|hissing|coming) (\\w+ )?(out|from) / bubbl* (\\w+ )?(wound|hole) / cut to the (\\w+ )?(tendon\\w*|bone|muscle) /
      (through|into) (a |the )?(\\w+ )?(glass|window|windscreen) /
      (nail|spike|fork|needle|rebar|railing) (\\w+ )?(went |gone )?(right )?through / went off in (his|her|my) (hand|face) /
      (hip|leg|arm|shoulder|knee|ankle) (\\w+ ){0,3}(funny|odd|weird|wrong) (angle|way) /
      (ear|nose|finger|lip|tongue|tip) (\\w+ ){0,4}(bitten|bit|torn|ripped|cut|sliced|come) off`,
    zh: `
      (刀|匕首|剪刀|玻璃|钢筋|钉子|铁棍|树枝|竹子|筷子)_(捅|扎|刺|插|戳|砍|穿)(伤|进|到|了|入|在)? /
      被(人)?(捅|砍|刺|打_(昏|吐|头|骨)) / 枪(伤|击) / 中枪 /
      (手|脚|指|趾|胳膊|腿|拇指|肢)_(切|砍|绞|压|夹|锯|轧|剁|割)(断|掉|下来) / 断(指|肢|臂|趾|腿|手|掌) /
      (切|砍|锯|剁|割|绞|压|夹)(断|掉|下来)(了)?_(手|脚|指|趾|胳膊|腿|拇指) / (骨头|骨)_(露|戳|刺|穿|看得见|外面|断) / 开放性 /
      (能)?看(得|到|见)_骨头 / (伤口|口子)_(很|好|特别|太|挺)?(深|大|张开|裂开|翻) / 割(破|断|到)_(动脉|喉|颈|脖) / 割喉 / 割腕 /
      动脉 / 电锯 / 贯穿 / 严重(外伤|受伤|摔伤) / 头部(严重)?(外伤|受伤|撞伤|重伤|着地) / 颅脑 / 头(先|部)?着地 / 颈椎(断|骨折) /
      脊柱(断|骨折) / (腿|手|胳膊|手腕|脚)_(变形|弯成|畸形|扭曲|错位|折了|折断) / 大口子 / 皮开肉绽 / 肉都翻 / 肠子_(出来|流|露) /
      打得_(吐血|昏|头破) / (指头|手指|指|趾|脚趾)_(断|掉) / 断了_(用|拿|装|冰) / 卷(进|到|入)?_机器 / 机器里 /
      伤口_(冒泡|漏气|油|脂肪|骨) / 黄色的(油|脂肪) / 翻(开|出)_ / (刀|剪|锥|钢筋|木棍)_(扎|刺|插|捅)_(肋|胸|肚|脖|背|腹|头|眼) /
      扎(进|穿|透) / 尿血_(摔|撞|打) / (手指|指头|脚趾|拇指|耳朵|鼻子)_(只|就)(剩|连)_(皮|肉) / 连着?(一)?(点|层)皮 / 割草机 / 绞肉 /
      露出(骨|筋|肉) / 掉(了)?一(块|截)(肉|手|指) / 口子_(张|裂|翻|深|大) / (割|切|划|砍)_(筋|骨|肌腱|动脉) / 撞碎_玻璃 /
      在(他|我|她)?手(里|上)?_(炸|爆) / (钉子|钢筋|铁丝|竹签)_(穿|扎穿|刺穿) / (胯|腿|胳膊|肩)_(歪|错位|脱)`,
  },
  blow: {
    en: `
      hit / bang* / bump* / fell / fall* / knock* / struck / crack* / whack* / smack* / slipp* / tripp* / dropp* / concuss* /
      tumbl* / kick* / head ?butt* / blow / thump* / landed / injury /
      (knee|elbow|ball|kick|punch|bat|branch|swing|goalpost) (\\w+ )?(to|in|on|into) / took a / cracked / hurt (his|her|my) / bash* /
      clash* / faceplant* / headed`,
    zh: `撞 / 摔 / 磕 / 碰 / 砸 / 跌 / 敲 / 打到 / 打中 / 着地 / 坠 / 掉 / 踢到 / 受伤 / 外伤 / 滑倒 / 绊倒 / 砸到 / 肘 / 膝盖顶`,
  },
  afterBlow: {
    en: `
      (can|does|did) not remember / memory / amnesia / forgot* / (clear )?fluid (\\w+ )?(from|out of) (\\w+ )?(nose|ears?) /
      (blood|bleeding) (\\w+ )?(from|out of) (\\w+ )?ears? / pupil* / headache (\\w+ ){0,4}(worse|worsening|bad|terrible) /
      (worse|worsening|bad|terrible|splitting|getting) (\\w+ )?headache / (one|black) eyes? (both|two) / repeat* (him|her)self /
      asking the same / unsteady / dazed / (can not|will not) stop crying / soft (swelling|lump|boggy) / boggy / dent / blurr* /
      been sick (\\w+ ){0,2}times / (can|could|does|did) not (\\w+ )?remember / (black|raccoon) eyes / wobbly / slurr* / vision /
      seeing double / pupils? / throw* up / threw up / vomit* / blood (\\w+ )?ear / clear fluid / sleepy /
      lump (\\w+ )?(soft|growing) / clumsy / getting (worse|clumsy)`,
    zh: `
      不记得 / 记不(得|起|清) / 失忆 / 断片 / 耳朵_(流|出) / 鼻子_流(清)?水 / 瞳孔 / 熊猫眼 / 头_越来越(痛|疼) / 重复问 / 走不稳 /
      凹(陷|进) / 头晕_(吐|厉害|加重) / 看东西 / 想不起 / 不认 / 手脚不灵 / 越来越(痛|疼|糊涂)`,
  },
  burnt: {
    en: `
      burn(s|ed|t|ing)?(?! (when|sensation|feeling|after eating|pain|in (my|the) (chest|stomach)|out|calories|urine)) / scald* /
      (boiling|hot|scalding) (water|tea|coffee|oil|soup|fat|kettle|milk|noodles|drink) / caught fire / on fire / flames? /
      petrol bomb / fireworks? / set (him|her|my)self on fire / acid (attack|thrown|on|burn|splash\\w*|spill\\w*) /
      petrol (\\w+ )?(flare|fire|explo\\w*) / flash ?over / flare up /
      (pressure cooker|gas bottle|canister|stove) (\\w+ )?(explo\\w*|burst) / kettle / urn / teapot / hob / radiator /
      straighteners? / steam`,
    zh: `
      烫 / 烧伤 / 灼伤 / 烧(到|着)了? / 开水 / 热油 / 热汤 / 沸水 / 火烧 / 着火 / 起火 / 硫酸_(溅|泼|烧|洒) / 烟花_炸 / 鞭炮_炸 /
      炸伤 / 油锅 / 滚水 / 淥亲 / 高压锅 / 粥_(糊|泼|烫|洒) / 热(水|粥|茶|油|汤|奶|面) / 煤气爆 / 蒸汽 / 火锅_(倒|泼|翻) / 炸了 /
      水壶 / 热水瓶 / 暖壶 / 开水壶 / 饭锅 / 保温杯`,
  },
  burnBad: {
    en: `
      severe* / serious* / bad(ly)? / large / huge / third degree / second degree / chemical / electric* / acid / face / neck /
      chest / all over / whole / genital* / groin / both (hands|legs|feet|arms) /
      (skin|flesh) (\\w+ ){0,4}(peel*|com\\w* off|slid\\w*|white|black|charred|hanging|melt\\w*|leathery|off) / white and / waxy /
      charred / blister(s|ed|ing)? (\\w+ ){0,3}(all|everywhere|huge|big|large) / (huge|big|large|lots of) blister* / bigger than /
      palm / hand ?sized? / (arm|leg|back|tummy|belly|stomach|body|head|scalp) / no feeling / airway / smoke / soot /
      (poured|pulled|spilt|spilled|tipped|knocked|fell) (\\w+ ){0,6}(over|on|onto|down|into) / stick* to / numb / can not feel /
      front and back / both / hoarse / petrol / explo* /
      (over|on|onto) (the |my |our |his |her )*(baby|child|toddler|son|daughter|boy|girl|chest|face|legs?|arms?|back|tummy|head|front) /
      forearm / bottom / private* / white in`,
    zh: `
      严重 / 大(面积|片) / 三度 / 二度 / 全身 / 脸 / 面部 / 脖子 / 胸 / 背 / 肚子 / 大腿 / 整(个|条|只) / 双手 / 下身 / 会阴 /
      皮_(掉|脱|破|没|起|卷|烂|撕) / 发白 / 发黑 / 焦 / 水泡_(很多|好多|大|一片|满) / (很多|好多|大|一片|全是)_水泡 / 起_大泡 /
      化学 / 没(有)?知觉 / 不(觉得)?痛 / (泼|倒|打翻|扣|浇|掉)(到|在|进)?了?_(身上|头|脸|胸|腿) / 全是 / 胳膊 / 吸入 / 头上 / 掉进 /
      糊了(一)? / 一脸 / 往下掉 / 掉皮 / 炸 / 前胸后背 / 两条 / (宝宝|孩子|娃|儿子|女儿|他|她)(身上|头上|脸上|胸前|腿上|背上) /
      前胸`,
  },
  electric: {
    en: `
      electrocut* / electric (shock|current)(?! therapy) /
      (shock|zap*) (\\w+ ){0,4}(socket|plug|outlet|mains|power|wire|cable|line) /
      (touched|stuck|put) (\\w+ ){0,6}(socket|outlet|live wire|power line|mains) / struck by lightning / lightning strike /
      high voltage / mains shock /
      shock(ed|s)? (by|from|off) (the |a |an )?(\\w+ )?(cooker|oven|toaster|hairdryer|wire|cable|lamp|fridge|washing|fence|heater|plug|socket)`,
    zh: `
      触电 / 电击(?!疗) / 被电(到|了|晕|伤|击|打|倒) / 漏电_(倒|晕|麻|打) / 高压(电|线) / 雷击 / 被雷 / 电(烧|灼|伤) /
      (插座|插孔|电线)_(捅|摸|插|碰|电) / 手指_插座 / (摸|碰)_(触电|被电|电到) / 摸_(插|线|电)_麻`,
  },
  venom: {
    en: `
      snake ?(bite\\w*|bit\\w*|bitten)? / viper / adder / cobra / rattle ?snake /
      bitten by (a |an )?(\\w+ )?(snake|adder|viper|bat|stray|fox|monkey|raccoon|rat|wild|spider|dog|cat|squirrel|pit ?bull) /
      scorpion / jelly ?fish / (black widow|redback|funnel web|brown recluse) /
      (bat|stray|rabid|wild|unvaccinated|foaming) (\\w+ ){0,4}(bit\\w*|scratch\\w*) /
      (bit|bitten|bite|scratch\\w*) (\\w+ ){0,5}(bat|stray|rabid|monkey|raccoon|fox|rabies) / rabies /
      dog (bit|bite|mauled|attack\\w*|tore) / (mauled|attacked) by (a |an |the |our |my )?(\\w+ )?dog /
      (dozens|swarm|(\\d\\d|twenty|thirty|forty|fifty|many|multiple) (bee|wasp|hornet)?) ?(of )?(bees?|wasps?|hornets?)?( stings?)? stings /
      swarm of / stonefish / venom* /
      (bat|monkey|stray|fox|raccoon|rat|squirrel) (\\w+ ){0,8}(bit\\w*|scratch\\w*|bedroom|room|blood|licked) /
      (scratch\\w*|bit\\w*|bite) (\\w+ ){0,5}(by|from) (a |an |the )?(bat|monkey|stray|fox|cat|dog) /
      (cat|dog|human) bite (\\w+ ){0,10}(red|swollen|streak|pus|fat|hot|fever|deep|face) / redback /
      stung (\\w+ ){0,4}(mouth|throat|tongue) / (sting|stung|stings) (\\w+ ){0,3}(mouth|throat|tongue)`,
    zh: `
      (毒)?蛇_(咬|伤) / 毒蛇 / 被(一条|条)?_蛇 / 蝮蛇 / 眼镜蛇 / 竹叶青 / 银环蛇 / 五步蛇 /
      (被|让|给|俾)_(狗|猫|蝙蝠|猴|老鼠|狐狸|野兽|猪|蝎子|蜈蚣|毒蜘蛛|水母|海蜇)_(咬|抓|挠|蛰|蜇|刺|叮) /
      (流浪|野|疯|不认识的?|别人家的?)_(狗|猫)_(咬|抓|挠) / 狗咬 / 狂犬 /
      (马蜂|胡蜂|黄蜂|蜜蜂)_(多处|几十|好多|全身|一群|围攻|很多) / 蝎子_(蜇|蛰) / 水母_(蜇|蛰) / 海蜇_(蜇|蛰) / 疯狗 /
      (猫|狗|猴|蝙蝠|鼠)(抓|咬)_(出血|深|脸|眼|破|肿|红|流血|头|手) / (追着|扑上来)_?咬 / 咬(了|得)_(手|脸|腿|深|血)_ /
      被咬_(肿|红|深|血) / 蝙蝠_(房|屋|孩|飞|咬|牙|抓|伤|脖|床) / 牙印 / 被_(咬|抓|蜇)_(出血|破|流血|肿) / 毒虫 / 蜱(虫)?_咬 /
      毛毛虫_(全身|喉) / (蜇|蛰|叮)_(嘴里|喉|舌)`,
  },
  minorBite: {
    kind: 'context',
    en: `
      (my|our) own (dog|cat) / vaccinated / did not break / no broken skin / nipp* / playing / did not bleed / years /
      only (a |an )?(bit|little|small) / removed / no rash / just (a )?(bit|little|small)`,
    zh: `没(有)?(破皮|出血) / 打过疫苗 / 自家 / 自己家的?猫 / 没破 / 轻轻 / 只是 / 一点 / 拔了 / 没疹 / 取出来`,
  },
  eye: {
    en: `eyes? / eyeball / cornea / eyelid / vision / sight / pupils?`,
    zh: `眼(?!前|科|镜|袋|影) / 眼睛 / 眼球 / 眼珠 / 眼里 / 角膜 / 双眼 / 看东西 / 瞳孔`,
  },
  inTheEye: {
    en: `
      bleach / chemical* / acid / cement / lime / plaster / super ?glue / glue / drain cleaner / oven cleaner / cleaner / alkali /
      ammonia / caustic / pepper spray / battery / petrol / solvent / (piece|bit|shard|splinter|sliver|fragment|chip)s? of / metal /
      glass / nail / fish ?hook / scissors / pencil / knife / dart / pellet / bb gun / firework / squash ball / grinder / grinding /
      angle grinder / penetrat* / punctur* / burst / pop* / (poked|stabbed|hit|punched|kicked|struck|ball|stick|thorn|twig|branch) /
      blood in / cut / hydrogen peroxide / disinfectant / sanitis* / sanitiz* / boiling / oven / wart / nail polish / deterg* /
      laundry / pod / weld* / (op|operation|surgery|injection|lens) (\\w+ ){0,6}(ago)? / contact lens / shard* / hammer* / flew /
      splinter* / wire / chisel / drilling / strimm* / mower / teardrop / spray`,
    zh: `
      石灰 / 水泥 / 化学 / 酸(?!涩|胀|痛|困) / 碱 / 消毒 / 84 / 洁厕 / 洗洁精 / 洗涤 / 酒精 / 胶水 / 502 / 溅(到|进|入) / 喷(到|进) /
      扎 / 刺(到|进|伤|破|穿) / 戳 / 划(到|伤|破) / 铁屑 / 铁片 / 玻璃 / 炸(到|伤|了) / 打到 / 球_(打|砸) / 弹弓 / 钉子 / 砸 / 爆 /
      穿 / 破了 / 电焊 / 油漆 / 农药 / 辣椒水 / 烟花 / 鞭炮 / 火药 / 铅笔 / 剪刀 / 鱼钩 / 干燥剂 / 出血_看 / 电瓶 / 酸液 / 粉 /
      疏通 / 崩(进|到|出) / 小洞 / 水往外流 / 弄(到|进)? / 滴错 / 当眼药水 / 炸 / 洗烤箱 / 烤箱 / 飞进 / 锤 / 清洁 / 碎片 / 木屑 /
      钢丝 / 弹 / 洗厕 / 热油 / 油`,
  },
  eyeHarm: {
    en: `
      (in|into|on|to|through) (\\w+ ){0,2}(eyes?|eyeball) /
      eyes? (\\w+ ){0,4}(poked|stabbed|hit|punched|burst|cut|splashed|sprayed|burn*|pop*|torn|bleeding) /
      (splash*|spray*|squirt*|got|gone|flew|went|spilled|spilt|poked|hit|punched|struck|shot) (\\w+ ){0,7}eyes? /
      pupil (\\w+ ){0,5}(teardrop|shape\\w*|odd|pear|burst|torn|irregular)`,
    zh: `
      (进|到|入|在)(了)?_眼 / 眼(睛|球|里|珠)?_(被|让|给|里|进|溅|喷|扎|刺|戳|划|炸|打|砸|破|伤|穿|爆) / (弄|进|溅|崩|射|滴)_眼 /
      眼珠上 / 眼药水_(滴|错|当) / 瞳孔_(像|变|水滴|歪|不圆|大) / 飞进_ / 溅_眼 / 瞳孔`,
  },
  blind: {
    en: `
      blind(ed|ness)?(?! (spot|date|s|fold)) /
      (vision|sight|eyesight) (\\w+ ){0,3}(lost|gone|went|going|black|loss|disappear\\w*|fad\\w*|dark\\w*|missing|blank|out) /
      (lost|loss of|losing) (\\w+ ){0,3}(vision|sight|eyesight) /
      (can|could) not (\\w+ )?see (\\w+ ){0,5}(eye|anything|suddenly|side|half|out of)? /
      (curtain|shade|shadow|veil|blind|shutter|cloud) (\\w+ ){0,6}(eye|vision|over|across|down|sight) /
      (flash*|floaters?) (\\w+ ){0,8}(floaters?|flash*|shadow|curtain|shower|suddenly|new|lots) / shower of floaters /
      (went|gone|go|goes|turned|everything) (\\w+ )?(black|dark|grey) in (my |the |his |her |one |left |right )+eye /
      half (of )?(my |the )?(vision|sight|what i see) /
      (one|left|right) eye (\\w+ )?(went|gone|is|has gone) (\\w+ )?(black|dark|blind|blank) / see(ing)? nothing / lights out in /
      (half|part|side|bit|piece|corner|middle|centre) of (\\w+ ){0,2}(picture|view|page|face|vision|sight|world|screen) (\\w+ ){0,3}(gone|missing|dark|black) /
      (dark|black|grey|wavy|blurry|blind) (\\w+ )?(blob|patch|spot|shadow|curtain|area|smudge|hole) (\\w+ ){0,4}(eye|sight|vision|middle|centre|side)? /
      see (\\w+ )?less and less /
      (eye|sight|vision) (\\w+ ){0,4}(went|gone|getting|is) (\\w+ )?(foggy|dim|dark|worse (by|every)|milky|cloudy) /
      (cataract|eye|retina\\w*) (op|operation|surgery|injection) (\\w+ ){0,14}(pain\\w*|red|worse|less|blurr\\w*) /
      lights? (\\w+ )?(went|gone) out /
      (cloth|fog|mist|grey curtain|film) (\\w+ ){0,4}(coming |going |falling )?(over|across|down) (\\w+ )?(eye|sight|vision) /
      one eye (is )?(black|dark|blind) / (vision|sight) (\\w+ )?(grey\\w*|gray\\w*|dark\\w*|blotted) (\\w+ )?(out|over)? /
      shutters?`,
    zh: `
      看不(见|到)(?!医生|大夫|效果|好) / 失明 / 瞎 / 视力_(下降|丧失|没|消失|骤降|模糊) / (黑|灰)(色)?(影|幕|帘|布|纱)_ /
      视野_(缺|少|黑|窄|半|挡) / (一只|左|右|单)眼_(黑|看不|没|糊|瞎) / 眼前_(黑|一片|全黑|发黑) /
      (闪光|飞蚊|黑点)_(多|突然|增|很多|大量) / 半边_看不 / 睇唔到 / 遮住_(眼|视) / 像关(了)?灯 / 关了灯 / 黑洞 /
      看_中间_(黑|没|缺) / (什么|啥)都看不 / (半|缺)_(个|块|边)_(视|看) / 眼_(灰蒙蒙|蒙了|发黑) / 看不清 / 视力_(没|差|掉) /
      眼前_(遮|一块|有块) / (卷帘|幕布|窗帘|黑布|黑幕|闸门|百叶窗)_(拉|落|遮|挡|下)? / 无数_(黑点|飞蚊|黑影) /
      (黑点|飞蚊|黑影|小虫)_(闪电|闪光|很多|一大片|突然|爆) / 闪电 / 左边_(东西)?_看不 / 右边_看不 / 看_只(有|剩)_一半 /
      眼_(黑了|一黑) / (像|被)_遮(住|了) / (布|幕|雾|纱|膜)_(盖|遮|蒙|挡)(住)?_眼 / (一只|左|右)眼_(全黑|黑|瞎|看不) /
      视野_(灰|暗|没|黑|少|缩|糊)`,
  },
  glaucoma: {
    en: `
      halo* / rainbow* / rings around / rock hard / vomit* / (red|blurr\\w*|cloudy|hazy) (\\w+ ){0,4}(vision|eye|sick|vomit\\w*) /
      headache* / nause* / been sick / vision / eye (is )?(rock )?hard`,
    zh: `
      虹视 / 彩虹(圈)? / 光晕 / 呕吐 / 恶心 / 吐 / 看不清 / 视力 / 模糊 / 雾 / 头痛 / 头疼 / 硬 / 虹圈 / 硬得像 / 彩虹 / 圈(圈)?`,
  },
  halo: {
    en: `halo* / rainbow* (\\w+ )?(around|round) / (rings?|circles) (around|round) (\\w+ )?lights?`,
    zh: `虹(视|圈) / 彩虹圈 / 灯_圈 / 光晕`,
  },
  heat: {
    en: `
      heat ?stroke / sun ?stroke / heat exhaust* /
      (in|from|after|under|out in) (the |a )?(heat|sun|hot car|sauna|heatwave|marathon|blazing|midday) / overheat* / hot car /
      heatwave / working outside / (army|military|march*|ran|running|race|hike|roof|field) (\\w+ ){0,6}(heat|hot|sun|degrees)`,
    zh: `
      中暑 / 热射病 / 高温 / 暴晒 / 大太阳 / 太阳(下|底下) / 闷在车 / 车里_(闷|锁|忘) / 桑拿 / 烈日 / 工地 / 天热 / 日头 / 军训 /
      晒(一|了)?(天|半天|久) / 皮肤_(干|烫|热) / 又干又热 / 热晕`,
  },
  cold: {
    en: `
      hypothermi* / frost ?bite / (freezing|ice|icy|cold) (water|cold|river|lake) / fell through (the )?ice /
      found outside in the (cold|snow) / stopped shivering / body temperature (\\w+ )?(2\\d|3[0-4]) /
      (in|out in) the (snow|cold) (\\w+ ){0,3}(night|hours)? / (temp|temperature) (\\w+ ){0,4}(2\\d|3[0-4])(?!\\d) /
      (toes|fingers|nose|ears?|feet) (\\w+ ){0,6}(wax\\w*|frozen|hard (like|as)|white and hard)`,
    zh: `
      失温 / 低体温 / 冻(僵|伤) / 冰(水|窟|河) / 体温_(3[0-4]|2[0-9]) / 雪地_(躺|睡|倒) / (体温|量出来)_(3[0-4]|2[0-9])(?![0-9]) /
      冻(了|得)_(一夜|硬|白|没知觉) / (脚趾|手指|耳朵)_(白|硬|蜡)_(没|不)?`,
  },
} as const satisfies Concepts;
