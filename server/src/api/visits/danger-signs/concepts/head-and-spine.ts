import type { Concepts } from './concept.ts';

/** Headache, meningitis, spine, loss of control. */
export const headAndSpine = {
  head: {
    en: `
      head / skull / forehead / temple / back of (the|my|his|her) head / crown / helmet / face first / head first / bonce / noggin /
      pupils?`,
    zh: `头(?!发|皮屑|孢|疼医|条|晕药) / 脑袋 / 后脑 / 额头 / 脑壳 / 颅 / 太阳穴 / 脸着地 / 脑瓜(子)? / 脑门 / 脑勺`,
  },
  headache: {
    en: `
      head ?ache* / migraine* / head (\\w+ )?(pain*|hurt*|pound*|throb*|explod*|kill*|splitting|burst*|killing) /
      pain (in|through|across|at the back of) (my|his|her|the) head / sore head /
      (splitting|blinding|thumping|pounding|horrible|terrible|massive) head(ache)? /
      head (is |feels )?(splitting|bursting|pounding|exploding) /
      (pain|something|it|head) (\\w+ ){0,2}(explod\\w*|burst|popped|snapped|went off) (\\w+ )?(in|inside) (my|his|her) head /
      headaches? / (banging|pounding|thumping|splitting|crashing|stonking|exploding) head(ache)? /
      head (\\w+ ){0,3}(banging|pounding|thumping|bursting|splitting|exploding|killing|in a vice|going to (burst|explode)|agony|hurts?) /
      (pain|agony|ache) (\\w+ ){0,8}(in|inside|at the (back|side|front) of) (\\w+ )?(my |his |her |the )?(head|skull) / headach\\w*`,
    zh: `
      头(好|很|特别|有点|一直|非常|突然|剧烈|也|又|还)*(痛|疼|炸|胀痛|裂) / 脑壳(痛|疼) / 偏头痛 /
      脑袋(瓜子)?(疼|痛|炸|像炸|要裂|里像) / 头_(快|要)(炸|裂) / 后脑勺?_(痛|疼|炸) / 脑门_(痛|疼) / 脑袋_(跳|疼|痛|炸) /
      头(皮)?_(跳|炸|胀|爆)(着|痛|疼)? / 脑仁(疼|痛) / 头撕 / 脑瓜(子)?_(疼|痛|嗡|炸) / 后脑勺 / 头(里|内|中)?_(一炸|炸|嗡|轰|爆) /
      脑子里_(炸|爆|轰) / 脑壳_(痛|疼|炸|裂) / 头_?(像|跟|要|快)(要)?(裂|炸|爆|劈|开|打|挨) /
      头(里|皮|顶|壳|骨)?_?(剧|巨|暴|猛|爆|狂)(痛|疼) / (后|前)?脑(勺|壳|袋|门|瓜|仁)(子)?_?(疼|痛|炸|裂|挨|像) /
      抱(着)?头(哭|叫|喊|打滚)`,
  },
  worstEver: {
    en: `
      worst / thunder ?clap / explod* / exploded / burst /
      (like|as if) (\\w+ ){0,4}(hit|kicked|smashed|struck|shot|clubbed|hammered|whacked|brick|bat|axe) /
      never (had|felt|known|experienced|in my life) / of my life / (like )?nothing (i have|ever) / snap* / popp(ed|ing) in / a pop /
      like never before / (lifting|weightlifting|orgasm|sex|straining|on the toilet) /
      (pain|headache|agony) (\\w+ )?(i ve|i have|ive|he has|she has) ever /
      (axe|hammer|bat|brick|gunshot|bullet|lightning|bomb|explosion|thunder|firework|hatchet|sledge ?hammer) /
      came (out of nowhere|from nowhere|on like|in a second) / (hit|struck|whacked|smacked|clobbered|kicked) (by|in|with|on) /
      ever (had|felt|experienced|known)`,
    zh: `
      炸裂 / 炸开 / 要炸 / 像裂 / 从(来)?没(有)?(这|那|如此|经历)_?(痛|疼|难|样|么|过)? / 霹雳 / 雷(劈|击) / 被(人)?(打|锤|敲|砸|棍|闷) /
      (这辈子|有生以来|平生|一生|生平) / 炸雷 / 爆炸 / 前所未有 / 啪的一 / 挨了_枪 / (中|像)_枪 / 嗡的?一(下|声) / 撞墙 / 爆开 /
      被劈 / 从没(有)?(这么|那么|这样) / 一炸 / 轰(的|地|一) / (这辈子|一生)(中)?(最|没|头一) /
      (以前|从来)?没(有)?(这么|那么|这样)(痛|疼|难受)过 / (这辈子|从小到大|有生以来|头一(次|回)|第一次)_(痛|疼) /
      最(痛|疼|厉害|剧烈)的(一次|头) / 像_(裂开|炸开|劈开|打|砸|敲) / (要|快|像)(裂|炸|爆)(开|了|掉) /
      像?挨(了)?(一)?(棍|锤|砖|闷棍|拳|雷|刀) / 像(被)?(雷|电|棍|锤|砖|斧|石头|车)_?(劈|打|砸|击|撞|敲) /
      一(下|瞬|秒)(子)?(就)?(炸|疼到顶|痛到顶|最) / 没(这么|这样|那么)(疼|痛)过`,
  },
  neckStiff: {
    en: `
      stiff (\\w+ )?neck / neck (\\w+ ){0,3}stiff* /
      (can|could|will) not (\\w+ ){0,3}(bend|touch|put|get|move|tuck) (\\w+ ){0,2}(neck|chin|head) (\\w+ ){0,3}(chest|forward|down)? /
      chin (\\w+ ){0,3}chest / neck (\\w+ )?(rigid|locked) /
      (hurts|painful|agony) to (bend|move|put) (\\w+ )?(neck|chin|head) (forward|down) / rigid neck /
      chin (\\w+ ){0,2}(on|to|onto) (\\w+ )?chest / neck (\\w+ )?hurts /
      (can|could|will|does) not (\\w+ ){0,4}(chin|head|neck) (\\w+ ){0,3}(chest|down|forward|knees) /
      neck (\\w+ ){0,3}(like a board|solid|rigid|locked|so stiff|stiff|agony|killing)`,
    zh: `
      (脖子|颈部?|颈项|后颈|脖颈|颈椎处)_(硬|僵|强直|弯不|低不|梗|板|动不) / (下巴|头)_(碰|贴|够|低)不(到|着|上|下去?) / 颈硬 /
      低不下头 / 颈抵抗 / 脖(子|颈)?_?(梗|硬|僵|板|直|强|动不|转不|弯不|低不|扳)(着|了|住|邦邦|直|起|得|下|过)?`,
  },
  lightHurts: {
    en: `
      (light|lights|lamp|daylight) (\\w+ ){0,3}(hurt*|bother*|unbearable|painful|sensitive|too bright) /
      (hates?|bear|stand|sensitiv\\w*|avoid\\w*|from) (\\w+ ){0,2}(the |bright )?light / photophobi* /
      light (\\w+ )?(kill\\w*|hurts?|stab\\w*|blind\\w*) / (curtains?|dark) (\\w+ )?(closed|room) /
      (cries|screams|hides|covers|squints?|shuts) (\\w+ ){0,6}(lamp|light|lights|sun|window|curtains) / turn* on the (lamp|light) /
      (can|could) not (\\w+ )?(stand|bear|take|look at|face|cope with|handle) (\\w+ )?(light|lights|brightness|daylight|screens?) /
      (light|lights|brightness|sun) (\\w+ )?(hurt\\w*|kill\\w*|stab\\w*|burn\\w*|agony|torture|unbearable) /
      (lying|sat|sitting|hiding) (\\w+ ){0,3}(in the )?dark / blinds (down|closed|shut) / sunglasses (indoors|inside|in the)`,
    zh: `(怕|畏|见不得|惧)光 / 光线_刺眼 / 看光_(痛|疼|难受) / 开灯_(哭|躲|喊|痛|闭) / 拉窗帘`,
  },
  nonBlanching: {
    en: `
      (does|do|did|will|is|are) not (\\w+ ){0,3}(fade|blanch*|disappear*|go away|go white|vanish|turn white|change)( when| under| with)? (\\w+ ){0,4}(glass|press\\w*|push\\w*|tumbler|cup|pressed|finger) /
      (under|with|using) a (glass|tumbler) / glass test / non ?blanching /
      (not|stay* when|still there when) (\\w+ )?(fade|fading|blanch*|press*) /
      (purple|dark red|blood|bruise like|bruise|purplish|pinprick|pin prick|petechi\\w*|black) (\\w+ ){0,2}(spots?|rash|dots|blotches|patches|marks|spreading) /
      petechi* / purpura / (rash|spots) (\\w+ ){0,4}(like|looks? like) (\\w+ )?bruis* / (rash|spots) (\\w+ ){0,3}(purple|dark) /
      (rash|spots?|dots|marks?) (\\w+ ){0,6}(stays?|remain\\w*|still there|does not go|not go) (\\w+ ){0,4}(push|press|glass|under)\\w* /
      (tiny |little |pinprick |small )*(red|purple|dark) (dots|spots|pinpricks) (\\w+ ){0,5}(legs|body|spread\\w*|all over|tummy|appear\\w*|like) /
      (?!(rash|spots?|marks?|dots|blotches|bruises|patches) ((?!not |never |hardly |barely |fails? |failed |refuses |without |will |stays? )\\w+,? ){0,6}(fades?|blanch\\w*|goes|go|disappears?|vanish\\w*) (?!purple|dark|black|red|worse|nowhere))(rash|spots?|marks?|dots|blotches|bruises|patches) (\\w+ ){0,6}(glass|tumbler|press\\w*) /
      (rash|spots|bruises) (\\w+ ){0,4}(purple|blood|dark red|like (bruises|pinpricks|blood)) /
      (bruises|purple marks) (\\w+ )?(appearing|coming|popping|all over|everywhere|out of nowhere)`,
    zh: `
      (紫|暗红|瘀|淤|出血)(色|红|黑)?(的)?(斑|点|疹|块|癜) / 出血点 / (压|按)(之|着|下去|上去)?_不(褪|退|消|变)(色|掉|白)? /
      不(褪|退)色 / 瘀斑 / 淤青样 / 皮下出血 / 玻璃杯_(压|按) / (红|紫)(色)?(的)?点(点)?_(按|压|不|越来越|全身|腿|身) /
      针尖_(红|紫|血) / (按|压)_(不|没)(消|退|褪) / 血点(子)? /
      (点|斑|疹)(子)?_?(按|压)(了|着|下去)?(也|都|还)?(不|没)(退|褪|消|掉|白|变) /
      (起|出|长|冒|有)(了)?(好多|一片|很多|些)?(小)?(紫|血|乌|暗红|瘀)(色|红)?(的)?(点|斑|疹|块|印)(子)?`,
  },
  meningitisWord: {
    kind: 'diagnosis',
    en: `meningitis / sepsis / septic(?! (tank|toe|system|spot)) / septicaemia / blood poisoning / encephalitis`,
    zh: `脑膜炎 / 败血症 / 脓毒症 / 脑炎(?!疫苗)`,
  },
  backOrLegs: {
    en: `back / sciatica / spine / legs? / disc / slipped disc / lumbar`,
    zh: `腰 / 背 / 腿 / 坐骨 / 椎间盘 / 脊`,
  },
  saddle: {
    en: `
      groin / genital* / saddle / between (my|his|her|the) (legs|thighs) / buttock* / bottom / bum / private* / perine* /
      around (my|his|her) (anus|bum|bottom|backside|back passage) / inner thighs / vagina / penis / when i wipe /
      wip(e|ing) (myself)? / down (there|below) / backside / when (i|he|she) wipes? / wipe / (down|between) (there|my legs|below) /
      privates / crotch / undercarriage / nether regions /
      (my|his|her) (bits|parts|undercarriage|lady parts|nethers|private bits|willy|fanny|vulva) /
      round (my|his|her) (bits|bum|bottom)`,
    zh: `
      会阴 / 肛(周|门) / 鞍区 / 马鞍 / 大腿内侧 / 大腿根 / 下身 / 屁股 / 裆部 / 私处 / 下体 / 下面 / 擦屁股 / 骑跨 / 坐_没感觉 /
      (屁股|裆|两腿|大腿)(中间|缝|沟|根|内侧|之间|间) / 肛门(周围|那|一圈) / 骑马(区|的地方)`,
  },
  incontinent: {
    en: `
      (did|do|could|can) not (\\w+ )?feel (myself|it|when|anything) (\\w+ )?(go\\w*|pass\\w*|pee\\w*|wee\\w*|coming) /
      (lost|loss of|losing|no|not have|can not) (\\w+ )?(control|feeling|hold) (\\w+ ){0,4}(bladder|bowels?|pee|wee|urine|poo|toilet)? /
      (wet|wetting|soiled|soiling|peed|pooed|messed) (my|him|her)self / incontinen* /
      (can|could) not (\\w+ ){0,2}(feel|tell|hold) (\\w+ ){0,3}(pee|peeing|wee|weeing|urinat\\w*|poo|bladder|bowels?|need to go|going|toilet) /
      leak* (urine|pee|poo) / (lost|losing) (my |control of )?(bladder|bowels?) / wet(s|ting)? the bed and /
      (poo|stool|urine|wee) (\\w+ )?(leak*|runs?|comes?) (\\w+ )?(out|without) / trouble passing water /
      accident in (my|his|her) pants /
      (pee|urine|wee|poo) (\\w+ ){0,3}(dribbl\\w*|leak\\w*|trickl\\w*|comes?|runs?) (\\w+ ){0,4}(not notice|not feel|out|without|by itself|down) /
      not notice / (wet|weed|peed|pooed|soiled|messed) (my|him|her)self /
      (pee|wee|poo) (\\w+ )?(just )?(comes?|leaks?|falls?|dribbles?) out /
      (do|does|can|could) not (\\w+ )?(tell|know|feel|notice) (\\w+ ){0,3}(need|go|peeing|weeing|going|pooing|full) /
      lost control (of|down) / (leak\\w*|dribbl\\w*|wet) (\\w+ )?without (\\w+ )?(know\\w*|notic\\w*|feel\\w*|realis\\w*) /
      (could|did) not feel (\\w+ ){0,3}(pee|wee|poo|go|leak)`,
    zh: `
      大小便_(失禁|失控|控制不|憋不住|没感觉|没知觉|不能控制|困难|解不) / 失禁 /
      (尿|拉|大便|小便)_(在裤子|在身上|都不知道|没感觉|控制不住|憋不住) / (控制|憋)不(住|了)_(大小便|尿|大便|小便) / 尿裤子 /
      拉裤子 / (大|小)便_(漏|流|掉)_ / 漏_(裤|屎|尿) / (小便|大便|尿|屎)_(漏|流)_(不知道|没感觉)? /
      (拉|尿|屙)(在|到|了)?(裤子|床|身上|裤裆|裤)(上|里)?(都|也)?(不知道|不晓得|没感觉)? /
      (憋|夹|忍|控)不(住|牢)(了)?_?(尿|屎|大便|小便|大小便)? / 漏(尿|屎|便)`,
  },
  doublyIncontinent: {
    en: `doubly incontinent / lost control of (\\w+ ){0,2}(bladder|bowels?|both)`,
    zh: `大小便(都)?(失禁|失控)`,
  },
  noUrine: {
    en: `
      last (time )?(\\w+ ){0,2}(pee\\w*|wee\\w*|urinat\\w*|passed (water|urine)) (\\w+ )?(yesterday|last night|this morning|(\\d+|ten|twelve|fifteen) hours) /
      (can|could|will|has|have|did|does) not (\\w+ ){0,3}(pee*|pass (any |much )?(urine|water)|wee*|urinat\\w*|empty (my|his|her) bladder|go for a wee|been to the toilet|had a wee) /
      (no|not a drop of|nothing|barely any|hardly any|hardly passed) (\\w+ )?(urine|pee|wee|wees) /
      unable to (\\w+ )?(pee|urinate|pass (urine|water)|wee) / bladder (\\w+ ){0,3}(full|burst*|huge|swollen|explode|solid) /
      not (\\w+ )?(peed|weed|urinated|passed urine|passed water) / urinary retention / stopped (peeing|weeing|urinating) /
      trouble (passing|peeing|weeing)( water| urine)? / dry (napp|diaper)\\w* / no (wee|pee|urine) /
      belly like a (football|drum|balloon) / (bursting|desperate) (for|to) (\\w+ )?(a )?(wee|pee|go|loo) /
      only (\\w+ )?(dribbl\\w*|drops?|trickl\\w*|few drops) /
      (has|have|can|could) not (\\w+ ){0,2}(pee|wee|peed|weed|urinated|passed|go for a (wee|pee)|gone) (\\w+ ){0,3}(since|all|hours|for|day|yesterday)?`,
    zh: `
      (尿|小便|小解)_不(出|了|下来|出来|通)(来)? / 解不(出|下)(来)?_?(小便|尿)? / 排不(出)?尿 /
      (没|没有|无|冇)(怎么|有|解|排|一点|什么)?(尿|小便|尿过) / 不(排)?尿(?!床|布|酸) / 尿潴留 / 膀胱_(胀|憋|涨) /
      尿(量)?(很少|极少|特别少) / 憋着尿不出 / 一整天_没_尿 / 无尿 / 少尿 / 小便_(没|无|少|出不来)_? / 一天没_(尿|小便) /
      (尿|小便)_(一天|整天|十几个小时)_(没|无) / (没|冇)撒(出)?尿 / 撒不出 / 一天没撒 /
      (尿|小便|水)(一|憋)?_?(晚上|天|夜|上午)?_?(滴|解|拉|撒|屙)不(出|下|了)(来)? / 憋(着)?尿 /
      (想|要)(尿|解)(又)?_?(尿|解)?不(出|下)(来)? / 滴不出 / 一滴(尿)?(都|也)?(没|不|冇)(有)?(尿|出|滴)? /
      (尿|小便)(一滴|半滴)(都|也)?没`,
  },
  bothLegs: {
    en: `
      (toes|feet|legs|knees) (\\w+ ){0,10}(hands|arms) (\\w+ )?(too|as well|also|are weak|are numb|feel weak) /
      (both|my|his|her|the) legs / (legs|feet) (and|then) (arms|hands|up) / from the waist down /
      (below|under) (my|the|his|her) waist / spreading up(wards)? / climb\\w* up / (arms|hands) and (legs|feet) / legs /
      (legs|feet) (\\w+ )?(like|are|feel|have|gone|went|going|turning) (\\w+ )?(jelly|weak|dead|numb|useless|heavy|lead|to jelly) /
      (creep\\w*|spread\\w*|mov\\w*|climb\\w*|work\\w*|ris\\w*|going|travell\\w*|march\\w*) (\\w+ )?(up|upwards)( \\w+)? /
      started (in|at|with) (my|his|her|the|both) (feet|toes|legs)`,
    zh: `
      (脚|脚趾|脚底|腿)[^。]{0,6}(麻|软|没力|没劲)[^。]{0,14}(手|胳膊|上身)(也|都|开始) /
      双(腿|下肢|脚) / 两(条)?(腿|脚) / 下半身 / 腰以下 / 从脚_(往上|向上|到腿|到手) / 四肢 / 胸以下 / 往上(蔓延|发展|走) /
      (?<![左右一条只半])腿(?=一软|没|全|软|完全) / (脚|脚底|脚趾|小腿)_?(先|开始|往上|到)_?(没劲|麻|软|大腿|手|膝)? /
      从(脚|下)_?(往上|向上|爬|到) / (爬|蹿|窜|蔓延)到?(腰|大腿|膝|胸|手) / (两|双)(条|只)?(腿|脚)`,
  },
} as const satisfies Concepts;
