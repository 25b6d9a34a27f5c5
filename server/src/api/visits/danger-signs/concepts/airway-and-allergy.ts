import type { Concepts } from './concept.ts';

/** Throat, allergy, choking. */
export const airwayAndAllergy = {
  /** A barking cough, which is grave in children only. */
  croup: {
    en: `
      croup / (seal|donkey|fog ?horn)( \\w+)? cough / cough (\\w+ ){0,3}(like|sounds?) (\\w+ )?(a )?(seal|dog|bark\\w*|goose) / bark\\w* (\\w+ ){0,4}(cough|seal|breath) /
      sounds? like (a )?seal`,
    zh: `犬吠 / (像|跟)?狗叫(样|一样|似的)? / 海豹 / 鸡(叫|鸣)样?`,
  },
  throatSite: {
    en: `
      throat / tongue / airway / windpipe / uvula / gullet / back of (my|his|her) mouth / mouth / voice ?box /
      neck(?= (\\w+ )?(swell\\w*|swollen|puff\\w*|clos\\w*)) / airways?`,
    zh: `喉咙 / 喉头 / 舌头 / 舌 / 咽喉 / 嗓子 / 气管 / 喉`,
  },
  throatClosing: {
    en: `
      clos(ing|ed|es|e)( up)?(?! friend) / tight(en\\w*|ness)? / swollen / puff(ing|ed) up / block(ed|ing) / constrict* / seal* /
      lump and can not / getting (bigger|fat|thick) /
      (can not|could not|hard to|trouble|difficult\\w* to|unable to) (\\w+ )?swallow\\w* / fat / thick / huge / filling (my|the) mouth /
      shrink\\w* / shrunk / narrow\\w* / squeez\\w* / getting smaller / strangl\\w* / plugged / seizing / ballooning / balloon* /
      filling up / full of / puffy / (too )?big for / can not (\\w+ )?get (\\w+ )?(down|past) / closing / swell* / potato /
      (twice|double|three times) (its|the) (\\w+ )?size /
      (feels?|felt|is|getting|got) (\\w+ )?(huge|massive|fat|thick|enormous|too big|swollen|puffy|like a balloon) / clamp* /
      shutting`,
    zh: `
      水肿 / 肿胀 / 肿 / 发紧 / 堵(住|死) / 收紧 / 胀大 / 锁住 / 发胀 / 塞满 / 锁喉 / 发厚 / (越来越|变|在)(大|厚|肿|胀|粗) / 大了(一|两)?(圈|倍) /
      闭(上|住|合|起来) / (发|收|勒|很|越来越|一阵)紧 / 胀(大|满|得) / 卷不(动|起) / 快堵 / 缩(紧|小|起来) / 卡死 / 锁紧`,
  },
  /** Closes, which swollen glands do not explain. */
  airwayCloses: {
    en: `clos(ing|es|ed) (up|off|over|in|shut) / (is|are|was|feels?|keeps?|slowly|nearly|almost) clos(ing|ed) / shutting / sealing / strangl\\w*`,
    zh: `锁喉 / 锁(住|死) / 闭(上|住|合)了? / 堵死 / (快|要)(堵|闭)(住|上|死|了)`,
  },
  /** Feels odd in the throat; a sign only after an allergen, because a cold or tension does the same. */
  throatOdd: {
    en: `
      hoarse / voice (\\w+ )?(going|gone|changed|hoarse|muffled|squeak\\w*|odd|funny|high) / fizz\\w* / tingl\\w* /
      prickl\\w* / lump in / lumpy / scratchy`,
    zh: `像含(着)?_ / 含(着)?(棉花|热豆腐|东西) / 吞不下 / 咽不下 / 声音(哑|变|嘶) / 声音_(尖|变|哑) / 发堵 / 麻(木|了|麻|痒)`,
  },
  /** The swelling of an infected throat. */
  glands: { kind: 'context', en: `glands? / tonsil* / lymph* / mumps`, zh: `淋巴 / 扁桃 / 咽炎 / 腮腺` },
  faceSwelling: {
    en: `
      (face|lips?|eyes?|eyelids?|mouth) (\\w+ ){0,3}(swell*|swollen|puff\\w*|blow\\w* up|balloon\\w*|huge|ballooned) /
      swollen (face|lips?|eyes|mouth) / swelling (of|in|around) (\\w+ )?(face|lips?|eyes|mouth) /
      (lips?|eyes?|face|tongue) (\\w+ ){0,4}(fat|thick|like (a )?(sausage|balloon|football|boxer)) / puffy (face|lips|eyes)`,
    zh: `(脸|嘴唇|嘴|眼睛|眼皮|唇|面)_(肿|水肿|胀) / 肿成(猪头|香肠) / (嘴唇|嘴|脸|眼)_像_(肠|猪|馒头|桃|包子) / 香肠嘴 / 腊肠`,
  },
  hives: {
    en: `
      hives / welts / nettle rash / itch* all over /
      (rash|red|blotch\\w*|spots) (\\w+ ){0,4}(all over|everywhere|head to toe|spreading) / urticaria /
      covered in (\\w+ )?(rash|spots|bumps|hives) / wheals / blotch* / red all over / flush* /
      (palms|soles|hands|feet) (\\w+ )?itch* / itchy (palms|hands|feet|all) /
      (came|come|broke|broken|breaking|coming) (up |out )(\\w+ ){0,4}(lumps|bumps|welts|spots|hives|rash|blotches|red) /
      (lumps|bumps|welts|spots|weals) (\\w+ ){0,3}(all over|everywhere|head|body) /
      (itch\\w*|scratch\\w*) (\\w+ ){0,3}(everywhere|all over|like mad|head to toe|like crazy) /
      skin (\\w+ )?(crawling|on fire|burning|bright red|lobster) / red (as a lobster|like a lobster|all over) / flushed /
      raised (rash|bumps|welts|itchy) / itchy (everywhere|everything|lumps|bumps)`,
    zh: `
      荨麻疹 / 风团 / 风疹(块)? / (全身|浑身|满身|一身)_(疹|包|疙瘩|红|痒|点) / 起(了)?疹 / 发红_片 / 一片片 / 红一片 / 全身发红 /
      全身(都)?红 / 身上起 / 手心_(痒|烫) / 脚心_痒 / 脸(发)?红 / 浑身_痒`,
  },
  allergen: {
    kind: 'context',
    en: `
      stung / sting / stings / bee / wasp / hornet / peanut* / nuts? / cashew* / walnut* / shell ?fish / prawn* / shrimp / crab /
      sesame / egg / penicillin / amoxicillin / antibiotic* / injection /
      (took|taken|taking|given|started|new) _ (tablet|medicine|pill|drug|medication|ibuprofen|aspirin|antibiotic|dose) / vaccine /
      jab / latex / contrast / (after|minutes after|since) (eating|a meal|lunch|dinner|swallowing) / kiwi / mango / allerg* /
      (minutes|mins|moments|seconds) after / cake / almond* / pistachio* / fish / seafood / milk / biscuit / satay / curry /
      chocolate / new (food|restaurant) / bitten / insect / ant / wasps? / took the first / \\b(in|on) the mouth / drip /
      antibiotic`,
    zh: `
      蜂 / 蜇 / 叮 / 花生 / 坚果 / 腰果 / 核桃 / 虾 / 蟹 / 海鲜 / 芒果 / 牛奶 / 鸡蛋 / 青霉素 / 头孢 / 阿莫西林 / 打(了)?针 / 输液 /
      吊针 / 疫苗 / 造影剂 / (吃|服|用)(了|完|过)_药 / (吃|喝)(了|完) / 过敏 / 布洛芬 / 阿司匹林 / 染发 / 杏仁 / 蛋糕 / 虫(咬|子) /
      蚂蚁 / 不知道什么(虫|咬) / 皮试 / 打完针 / 挂水 / 点滴 / 鱼 / 菠萝 / 小麦 / 奶粉 / 中药 / 对_过敏 /
      挂(上|了|着)?_(抗生素|水|盐水|药) / 蛰`,
  },
  anaphylaxisWord: {
    en: `
      anaphyla* / (severe|serious|bad|life threatening) allergic reaction / allergic shock /
      (used|gave|given|using|needed|jabbed|injected|had) (\\w+ ){0,3}(epi ?pens?|adrenaline pens?|jext|emerade) /
      (epi ?pen|adrenaline pen|jext|emerade) (\\w+ ){0,3}(used|given|not work\\w*|worn off|not helped)`,
    zh: `过敏性休克 / 严重过敏 / 喉头水肿 / 肾上腺素笔(?!_?(过期|到期|什么时候该)) / (打|用|扎|注射)(了|过|完|着)?_?肾上腺素(?!笔(过期|到期)) / 肾上腺素笔?_?(打|用|扎)(了(?!几年)|过|完) / 过敏_(休克|喘|窒息)`,
  },
  drool: {
    en: `
      drool* / dribbl* / (can|could|will) not (\\w+ )?swallow( \\w+)?( saliva| spit)? / saliva (\\w+ )?(running|pouring|dripping) /
      muffled voice / hot potato / leaning forward to breathe / can not open (my|his|her) mouth /
      (water|liquids?|fluids?|saliva|spit) (\\w+ ){0,5}(will not|not) go down / spit* out (his|her) (own )?(saliva|spit) /
      will not swallow / neck (stretched|stuck) (out|forward) / dribbl\\w* (\\w+ )?(everywhere|loads|constantly|all|nonstop|and) /
      (potato|plum|marbles) (\\w+ )?in (his|her|my)? ?(mouth|throat)? /
      (can|could) not (\\w+ )?(swallow|get down) (\\w+ ){0,3}(spit|saliva|water|anything|own) /
      (will|wont|would) not (lie|lay) (down|flat) /
      (drool\\w*|dribbl\\w*|slaver\\w*) (\\w+ ){0,4}(swallow|sit|lean|fever|temp|voice) /
      (will|would|can|could|refus\\w* to) not? ?(\\w+ )?swallow (\\w+ )?`,
    zh: `
      流口水 / 口水(直|不停|一直)?流 / 咽不下(口水|唾液)? / 吞不下口水 / 口水都(咽|吞) / 吞咽困难_发烧 / 说话含混像含 / 张不开嘴 /
      口水吞唔 / 口水_(挂|淌|滴|流|拖) / 一口水(都)?(不|没)(咽|喝|吞) / 含热豆腐 / 脖子(伸|前)_ / 流涎`,
  },
  choking: {
    en: `
      (down|in) (his|her|my|their) (throat|windpipe) (\\w+ ){0,6}(sound|noise|breath\\w*|cough\\w*|cry|blue) /
      chok(e|ed|es|ing)(?! up|ed up| me up) / (stuck|lodged|caught|jammed) (\\w+ ){0,3}(throat|windpipe|airway|gullet) /
      (inhal*|breathed in|aspirat\\w*) (\\w+ ){0,2}(peanut|bead|nut|toy|food|grape|coin|button|popcorn|seed|object|lego|piece|cap|tooth) /
      food (is )?(stuck|blocked) / heimlich / (grape|sweet|nut|meat|steak|marble) (\\w+ ){0,3}stuck / food bolus / strangl* / gag* /
      went down (the )?(wrong way|my|his|her) / swallowed (wrong|the wrong way) / grabb* (his|her|my) (neck|throat) /
      (wrong (pipe|way)) /
      (put|had|popped) (\\w+ ){0,5}(in|into) (his|her|the) (mouth|nose) (\\w+ ){0,6}(gone|vanish\\w*|can not find|disappear\\w*|missing) /
      (balloon|lego|bead|marble|coin|button|pin|toy|battery|magnet|stone|screw) (\\w+ ){0,8}(throat|mouth|swallow\\w*|gone|inhal\\w*|nose) /
      (?<!like )(?<!as if )something stuck(?! feeling)(?! (in|between) (my|the|his|her) (teeth|ear|nose|shoe)) / swallow\\w* (\\w+ ){0,3}(grape|sweet|coin|bone|toy|nut|ball|cap|lid|hot ?dog|marble) /
      (jammed|stuck|wedged|lodged|caught|trapped|gone down wrong|went down wrong) (\\w+ ){0,6}(cough|cry|speak|breathe|talk|swallow|throat|gullet|windpipe) /
      (can|could) not (\\w+ )?(cough|cry|make (a|any) sound|get a sound( out)?|speak or|speak and|cough or) /
      (blue|silent|purple) (\\w+ ){0,5}(after|on|eating|with) (\\w+ ){0,4}(apple|grape|sweet|bread|meat|nut|carrot|toast|sausage|biscuit|food|bit|piece|lump|chunk) /
      (bit|piece|lump|chunk) of (\\w+ ){0,2}(apple|meat|bread|carrot|food|chicken|steak|sausage|toast) (\\w+ ){0,8}(stuck|blue|gag\\w*|breath\\w*|chok\\w*|silent|purple) /
      (got|get|fished|hooked|dislodg\\w*) it out (\\w+ ){0,5}(noisy|breath\\w*|wheez\\w*|blue|hoarse|cough\\w*) /
      (sweet|grape|coin|nut|marble|bone|steak|sausage|hot ?dog|apple) (\\w+ )?(is )?(stuck|jammed|wedged|lodged) / gagging /
      clutch\\w* (his|her|my) throat`,
    zh: `
      卡(在|到)?(嗓子|喉咙|喉头|气管|食道)(眼)? /
      窒息 / 噎(住|到|着|得|咗) / (被|让)_噎 / 卡(住|在|着|到)?(了)?_(喉咙|气管|嗓子|食道|喉) / 气管异物 / 异物_(吸|呛|卡) /
      呛(到|住|着|进|咳)_(紫|气|喘|咳|不|花生|瓜子) / (花生|瓜子|果冻|汤圆|坚果|珠子|硬币|糖)_(卡|呛|噎|吸进) / 海姆立克 / 掐_脖子 /
      哽住 / 骾亲 / 嘴里_(含|放)_(不见|没了) / (螺丝|硬币|珠子|玩具|纽扣|弹珠|别针|图钉|积木|花生米)_(不见|吞|嘴|含|喉|卡|咽|没了) /
      作呕_(脸|红|紫) / (吃|咽|吞|噎|嘴里|饭|东西|宝宝|孩子|娃)[^，。]{0,10}卡住 / 咳不出声 / (?<!痰[^，。]{0,4})咳不出来 / (葡萄|坚果|糖果|硬币|肉|丸子|年糕|鸡块|骨头)_(卡|噎|呛) /
      (喉咙|气管|嗓子|食道)(里|被|给|让|突然)?(卡(住|了|着|到)|异物卡|堵死|堵住了) /
      (枣核|鱼刺|骨头|肉|馒头|汤圆|年糕|糖|果冻|坚果)[^，。]{0,6}(卡|噎|堵|下不|咽不)(住|了|着|在|去|到)? /
      (脸|嘴)(发|憋)?(紫|青|红)[^，。]{0,4}(抓|捂|掐|指)(着)?(脖|喉|嗓) /
      (不吭声|发不出声|说不出话|哭不出|没声)[^，。]{0,6}(脸|紫|青|抓|脖|翻) / (抓|捂|掐|指)(着)?(脖子|喉咙|嗓子) /
      呛(奶|水|到|了|住|着)_?[^，。]{0,4}(青|紫|憋|喘|没|停|怪|不) /
      (苹果|肉|花生|坚果|葡萄|果冻|枣|瓜子|豆)[^。]{0,12}(吹哨|哨子|呛|憋|喘|响|咳不|卡)`,
  },
} as const satisfies Concepts;
