import type { Concepts } from './concept.ts';

/** A known illness that is back, a treatment that fails, and medicines that are dangerous in a wrong rhythm. */
export const knownIllness = {
  /** A nitrate for angina. */
  nitrate: {
    kind: 'context',
    en: `
      gtn / nitro\\w* / glyceryl trinitrate / isosorbide / angina spray / (my |the |his |her )?spray under (my |the |his |her )?tongue /
      (puffs?|sprays?) of (my |the |his |her )?(gtn|nitro\\w*|angina|heart)`,
    zh: `硝酸(甘油|异山梨酯) / 硝甘 / 消心痛 / 速效救心丸 / 救心丸 / 麝香保心丸 / 复方丹参滴丸 / 丹参滴丸`,
  },
  /** A treatment that does not work. */
  notRelieved: {
    kind: 'firm',
    en: `
      (did|does|do|is|are|has|have|was|were) (not|nothing) ?(\\w+ )?(help\\w*|work\\w*|touch\\w*|shift\\w*|eas\\w*|reliev\\w*|budg\\w*|difference)? / no (relief|effect|difference|better) /
      still (\\w+ )?(hurt\\w*|there|tight|pain\\w*|ach\\w*|squeez\\w*|crush\\w*|heavy|pressing) / (twice|three times|two|three|four|five|2|3|4|5) ?(sprays|puffs|tablets|doses|times)? /
      (without|no) (relief|effect) / useless`,
    zh: `
      (没|没有|不|无)(用(?!过|完|到|了多)|管用|顶用|效|效果|起作用|缓解|见好) / 还是_?(疼|痛|闷|难受|不行|压|紧|憋|堵) / 照样_?(疼|痛|闷) /
      含(服)?了_?([两三四五2-5])(片|粒|次|颗|丸) / 含(服)?了好几(片|粒)`,
  },
  /** Angina on effort that has not changed. */
  stableAngina: { kind: 'context', en: `stable angina`, zh: `稳定(型|性)?(的)?心绞痛` },
  /** The same as in an earlier illness. */
  sameAgain: {
    kind: 'context',
    en: `
      (same|that same|identical) (feeling|pain|thing|symptoms?|tightness|pressure|sensation|squeeze|ache) (\\w+ ){0,2}(again|now|today|back|as (then|before|last time|back then|that time|when)) /
      (just |exactly )?like (last time|the last time|back then|my last one|the first time)(?! i had a cold) / feels? (just |exactly )?(like|the same as) (it did )?(then|last time|before my|when i had) /
      (happening|started|starting|coming on) again / (pain|feeling|tightness|pressure) (\\w+ )?is back`,
    zh: `
      又?(是|有|出现|来)了?(那|这|同样|上次|当年|当时)(种|的|那种)_?(感觉|疼|痛|症状|难受|压迫|闷) / (跟|和|同|像)(上次|当年|那次|当时|那时候?|心梗时|发病时)_?(一样|一模一样|差不多|的感觉) / 一模一样`,
  },
  /** A grave illness of the heart or the vessels at any time. */
  heartEver: {
    kind: 'context',
    en: `heart attack / stents? / bypass / angioplasty / angina / cardiac arrest / coronary`,
    zh: `心梗 / 心肌梗 / 支架 / 搭桥 / 冠心病 / 心绞痛`,
  },
  /** Sweats, but not at night or with the menopause. */
  sweating: {
    en: `(?<!night )(?<!hot )(?<!foot )sweat\\w*(?! (at night|in bed|when i (run|exercise|train)))`,
    zh: `(?<!夜里)(?<!晚上)(?<!睡觉)(?<!脚)(出|冒|一身|满头|直冒)_?汗`,
  },
  /** A weekly medicine taken daily or doubled. Its blood and mouth signs come late. */
  weeklyTakenDaily: {
    en: `
      methotrexate ((?!folic|folate|weekly|once|week|acid)\\w+ ){0,4}(every ?day|daily|each day|twice|double\\w*) / (double|twice|daily|two|too much|extra) (\\w+ ){0,3}methotrexate(?! with) /
      methotrexate ((?!folic|folate)\\w+ ){0,5}(mouth (ulcers|sores)|bruis\\w*|bleed\\w*)`,
    zh: `
      甲氨[蝶喋]呤(片)?[^，。叶周]{0,5}(天天|每天|每日|一天|多吃|加倍|吃重|连着) / (天天|每天|每日|多吃了?|加倍|连着|错)(吃|服)?[^，。叶周]{0,3}甲氨[蝶喋]呤`,
  },
  /** Shakes all over with cold, which is more than a chill. */
  violentRigors: {
    en: `(shiver\\w*|shak\\w*|trembl\\w*) (\\w+ )?(violent\\w*|uncontroll\\w*|so (hard|much|badly)|like (mad|crazy|a leaf)|all over|non ?stop) / (violent\\w*|uncontroll\\w*) (shiver\\w*|shak\\w*) / rigors? / teeth (\\w+ )?chatter\\w*`,
    zh: `(抖|哆嗦|发抖|打颤)得(厉害|不行|停不|凶|牙) / 打摆子 / (打)?寒战 / 打冷战 / 牙(齿)?(打架|打颤|咯咯) / 抖个不停`,
  },
  cannotStand: {
    kind: 'context',
    en: `(can|could) (not|barely|hardly) (\\w+ )?stand( up)? / legs (will|would) not (hold|carry) / too weak to (stand|sit up|get up)`,
    zh: `站不(起来|起|住|稳) / (起不来|下不了)床 / 坐不起来`,
  },
  /** A measured sugar below 3 mmol/l. */
  veryLowSugar: {
    en: `(sugar\\w*|glucose|bg|bm|meter|libre|level) ([a-z]+ ){0,4}[12]\\.\\d(?![\\d%])(?! (higher|lower|more|less|points))`,
    zh: `血糖[^。0-9]{0,6}[12]\\.[0-9](?![0-9])`,
  },
  /** A stone or an infection of the kidney. */
  itches: { en: `itch\\w*`, zh: `痒` },
  kidney: {
    kind: 'context',
    en: `kidneys? (stones?|pain|infection) / renal colic / loin / flanks? / pyelo\\w* / ureter\\w* / stent in my (kidney|ureter)`,
    zh: `肾(结石|绞痛|盂|区|积水) / 输尿管 / 尿路结石 / 结石 / 腰(?=[^，。]{0,3}(疼|痛|酸))`,
  },
  joint: {
    en: `knees? / hips? / ankles? / elbows? / wrists? / shoulders? / joints?`,
    zh: `膝(盖|关节) / 髋(部|关节)? / 胯 / 踝 / 脚脖子 / 肘 / 手腕 / 关节`,
  },
  hotSwollen: {
    en: `hot / swoll\\w* / swell\\w* / huge / red / burning / the size of / puffed up / ballooned`,
    zh: `红 / 肿 / 热 / 烫`,
  },
  /** Does not move or bear weight. */
  notUsed: {
    en: `
      (can|could|will|would) not (\\w+ ){0,2}(bend|move|straighten|bear|put|walk|stand|use) / (refus\\w*|won t) (to )?(walk|stand|put|bear|move) / no weight on / agony to move`,
    zh: `(不能|不敢|不肯|没法|弯不|动不|伸不|踩不|走不)(弯|动|走|踩|站|伸|碰|了|得|下)?(地)?`,
  },
  /** The eye is pushed forward, or moving it hurts. */
  eyeBulges: {
    en: `
      (eye|eyes|eyeball) (\\w+ ){0,4}(bulg\\w*|protrud\\w*|stick\\w* out|push\\w* (out|forward)) / bulg\\w* (\\w+ )?(eye|eyes)? / (hurts|painful|sore|agony|pain) (\\w+ )?(to|when i|on) (move|moving|roll|look\\w*)( \\w+){0,2}`,
    zh: `眼(球|珠|睛)(子)?_?(往外|向外|外)?(鼓|突|凸) / (转|动)(眼|动眼|动)(睛|球|珠)?(子)?_?(就)?(疼|痛) / 眼球(转|动)不`,
  },
  eyeShut: {
    en: `(eye|eyes|eyelid|eyelids|lid) (\\w+ ){0,4}(shut|closed|swoll\\w*|puffy|red) / (swollen|red|puffy) (\\w+ )?(eye|eyelid|lid)`,
    zh: `眼(睛|皮)?_?(红肿|肿|睁不开) / 红肿_?睁不开`,
  },
  /** Water from the nose or ear, which after an injury is from around the brain. */
  leakFromHead: {
    en: `(clear|watery|straw coloured|salty|yellowish) (\\w+ )?(fluid|liquid|water|discharge) (\\w+ ){0,5}(nose|nostril|ears?) / (nose|ears?) (\\w+ )?(leak\\w*|drip\\w*|run\\w*) (\\w+ )?(clear|water\\w*|fluid)`,
    zh: `(鼻子|鼻孔|耳朵)(里)?_?(流|滴|淌|漏)_?(清水|清亮|水|透明|淡红)`,
  },
  /** No memory of the accident. */
  amnesia: {
    en: `
      (can|do|does|did|could) not remember (\\w+ ){0,3}(tackle|fall\\w*|fell|crash|accident|hit\\w*|match|game|happened|punch|kick|landing) / no memory of (the|it|what|how) / (asks?|asking|repeat\\w*) (\\w+ )?the same (\\w+ )?(over|again|thing|question)`,
    zh: `(记不得|不记得|想不起来?|忘了)_?(怎么|咋|为什么)_?(摔|撞|磕|打|碰|倒|来) / (同|一)(样|一)?(句|个)(话|问题)_?(问|说)(了)?(好)?(几|多|三|四|五)(遍|次|回)`,
  },
  /** A blow to the trunk by an animal, a handlebar or a vehicle. */
  trunkBlow: {
    en: `
      (horse|cow|bull|donkey|goat|ram|handle ?bars?|steering wheel|goalpost|kerb|hockey stick|bat|car|bike|scooter|fist|boot) (\\w+ ){0,4}(in|into|to|on|against|across) (\\w+ )?(belly|tummy|stomach|abdomen|side|ribs|flank|back|guts|groin|middle) /
      (kick\\w*|punch\\w*|hit|struck|butted|fell|landed|crush\\w*|run over) (\\w+ ){0,4}(in|into|to|on|against|across) (\\w+ )?(belly|tummy|stomach|abdomen|side|ribs|flank|guts|middle)`,
    zh: `
      (牛|马|驴|羊|车把|方向盘|车|拳头?|脚|球|桌角|石头|台阶)[^，。]{0,5}(顶|踢|撞|砸|打|磕|蹬|挤|刮)(到|了|在|倒|着)?_?(肚子|腰|肋|上腹|下腹|腹部|左边|右边|身上)? / (撞|磕|摔|踢|打|顶|硌|砸)(到|了|在|着)_?(肚子|腰|肋|上腹|腹部)`,
  },
  /** Pale, swollen or worse by the hour after a blow: blood inside. */
  innerBleed: {
    en: `
      pale / (gone|went|is|he is|she is|looks?|turned) (\\w+ )?(white|grey|gray|ashen|clammy) / (belly|tummy|stomach|side) (\\w+ ){0,3}(swell\\w*|swoll\\w*|hard|rigid|bigger|bloated|tight) / more and more / worse and worse / getting worse / shoulder (\\w+ )?(hurts?|pain|aches?) / faint\\w* / dizzy when i stand / vomit\\w* / blood in (my|his|her) (wee|pee|urine)`,
    zh: `(脸|面)(色)?(都)?(发|煞|苍|惨)?(白|灰) / 越来越(疼|痛|胀|厉害|重) / 肚子_?(胀|硬|鼓|大) / (头|要)晕 / 眼(前)?(发)?黑 / 肩(膀)?_?(也)?(疼|痛) / 尿血 / 吐 / 喘`,
  },
  /** The navel string before the child, felt or seen after the waters broke. */
  cordOut: {
    en: `(loop|rope|cord|something) (\\w+ ){0,6}(knickers|pants|vagina|between my legs|down below|hanging|out|dangling)`,
    zh: `(内裤|裤子|下面|阴道|两腿)[^，。]{0,5}(摸到|掉出|出来|有|露)[^，。]{0,4}(一圈|一截|绳|带子?|脐带|东西) / 脐带_?(掉|出|露)`,
  },
  /** A baby that stopped breathing for a moment. */
  breathPause: {
    en: `(stopp\\w*|no|paus\\w*|was not|wasn t) breath\\w* (\\w+ ){0,4}(seconds?|minutes?|moment|while) / (stopp\\w*|paus\\w*) breathing`,
    zh: `停(了)?(好)?(几|十|十几|二十)?秒(钟)?(没|的)?(呼吸|喘气) / (停|没|没有|停止|暂停)(了|过)?(喘气|呼吸)(?!困难|急|不|道|问题|费|系统|科|的) / 呼吸(停|暂停|没)(了|过|一下)? / (秒|分钟)(钟)?没(有)?(呼吸|喘气|气)`,
  },
  /** Fuel burning indoors. */
  fuelIndoors: {
    en: `
      (generator|barbecue|bbq|charcoal|stove|brazier|gas heater|patio heater|boiler|wood ?burner|fire pit|camp(ing)? stove|engine) (\\w+ ){0,4}(in|inside|indoors|on in) (\\w+ )?(cellar|tent|garage|van|caravan|room|bedroom|house|kitchen|shed|cabin|basement|awning|bathroom)`,
    zh: `(地下室|屋里|屋内|家里|帐篷|房间|车库|车里|卧室|棚里|浴室|厨房|蒙古包|工棚|包厢)[^。]{0,8}(发电机|炭|煤|烧烤|热水器|火盆|炉子?|火锅|燃气|柴)`,
  },
  /** Ill as after a gas. */
  gassed: {
    en: `heads? / headach\\w* / dizz\\w* / woozy / faint\\w* / sick / drows\\w* / vomit\\w* / confus\\w* / passed out / sleepy`,
    zh: `头(疼|痛|晕|昏|重) / 恶心 / 吐 / 晕 / 没力气 / 发软 / 叫不醒 / 犯困`,
  },
  /** An empty pack; the amount taken is unknown. */
  emptyPack: {
    en: `(box|bottle|packet|pack|blister|strip|tub|container|jar)s? (\\w+ ){0,4}(is |was |are |were |lying |found )?(half )?empty / empty (\\w+ ){0,2}(box|boxes|bottle|packets?|pack|blisters?|strips?|tub)`,
    zh: `(盒子?|瓶子?|药盒|药瓶|板|药板|包装)(都|也|已经)?空了 / 空(药)?(盒|瓶|板)`,
  },
  unknownAmount: {
    kind: 'firm',
    en: `(tell|know|say|sure|saying|idea) (\\w+ ){0,2}how (many|much)( \\w+){0,3} / no idea how (many|much)`,
    zh: `(不|没|不肯|不知道|不清楚|不确定)(肯|说|知道|清楚)?_?(吃|喝|吞|服)(了|过)?(多少|几)`,
  },
  /** Nothing besides the sign, which takes points but excuses nothing. */
  nothingElse: {
    kind: 'context',
    en: `no other (symptoms?|problems?|issues?|complaints?|pain) / nothing else( wrong)?`,
    zh: `没(有|什么|啥)?(别的|其他|其它)(不舒服|症状|问题|异常)? / (别的|其他|其它)(都|也)?没(有|啥|什么)`,
  },
  /** An inhaler that works. */
  relieved: {
    kind: 'context',
    en: `
      (inhaler|puffer|pump|ventolin|salbutamol|spray)s? (\\w+ )?(works?|helps?|sorts?|settles?|clears?|does the trick|eases?|worked|helped)(?! (a (bit|little)|at first|only|for a|less)) / (better|fine|settles?|eases?) (\\w+ )?(with|after) (\\w+ )?(inhaler|puffer|pump|puffs?)`,
    zh: `(喷|吸)(了|一下|点|喷)?(药|舒利迭|万托林|沙丁胺醇|信必可)?_?(就)?(管用|有用|有效|能缓解|就好|好了|缓解|能压住)(?!一点|一会|不)`,
  },
  /** A wound that was treated and closes. */
  healing: {
    kind: 'context',
    en: `stitches (\\w+ ){0,2}(out|removed|dissolv\\w*) / scab\\w* / healing (nicely|well|up|fine) / healed / (had|finished|completed|got) (\\w+ ){0,3}(rabies|tetanus) (jabs?|shots?|course|vaccin\\w*)(?![^.]{0,40}(throat|tongue|lips?|breath\\w*|wheez\\w*|hives|wheals|faint\\w*|collaps\\w*|swell\\w*|seiz\\w*))`,
    zh: `拆(完|了)?线 / 线_?(吸收|拆) / 结痂 / 愈合 / 长(好|得好)了? / (?<=咬[^。]{0,20})疫苗(也|都)?打(完|过|好)`,
  },
  /** The medicine of a relative or a friend. */
  relativesMedicine: {
    kind: 'context',
    en: `(my|our|his|her) (husband|wife|partner|friend|flatmate|brother|sister|boyfriend|girlfriend|granddad|son|daughter) s (\\w+ ){0,2}(pills?|tablets?|meds|medicine|medication|patch\\w*|methadone|morphine|insulin|opioids?|painkillers?|heart|blood pressure|sleeping)`,
    zh: `(老公|老婆|爱人|朋友|室友|邻居|哥哥?|姐姐?|弟弟?|妹妹?)的_?(药|片|胶囊|美沙酮|吗啡|胰岛素)`,
  },
  /** Water, a stove or a flame that can burn. */
  burnSource: {
    kind: 'context',
    en: `(pan|pot|saucepan|kettle|cup|mug|bowl) of / (bath|shower|tap|water) (\\w+ ){0,4}(too |so |far too )?hot / stove / hob / cooker / oven / gas / flash\\w* / flame\\w* / fire / barbecue / bbq / kettle / saucepan`,
    zh: `锅 / 壶 / 热水 / 洗澡水_烫 / 灶 / 炉 / 火(?!锅|车) / 开水 / 汤`,
  },
  /** Skin that comes off. */
  skinLost: {
    en: `skin (\\w+ ){0,3}(com\\w* (away|off)|peel\\w*|slid\\w* off|hanging|gone|raw) / (red|raw) and (peeling|blister\\w*|raw)`,
    zh: `皮_?(搓|掉|脱|翻|烫|撕)_?(下来|了|开|掉) / (红|烫)得_?(脱皮|起泡|掉皮)`,
  },
  /** Hair of the face burnt by a flame, which may have been breathed in. */
  singed: {
    en: `(eyebrows?|eyelashes|lashes|nose hairs?|fringe) (\\w+ )?(gone|singed|burnt|burned|melted|off)`,
    zh: `(眉毛|睫毛|鼻毛|刘海)_?(没了|烧|焦|燎|着)`,
  },
  /** Words of the stomach that also accompany an infarct. */
  gastric: {
    kind: 'context',
    en: `burp\\w* / belch\\w* / indigestion / heartburn / bloated / trapped wind / nausea / yawn\\w* / off colou?r`,
    zh: `打嗝 / 嗳气 / 胃胀 / 反酸 / 烧心 / 打哈欠`,
  },
  meningitisNear: { kind: 'context', en: `meningitis / meningococc\\w*`, zh: `脑膜炎 / 流脑` },
  spots: { en: `spots? / rash / dots / blotch\\w*`, zh: `红点 / 疹 / 斑点 / 瘀点` },
  /** Sees what is not there. */
  seesThings: {
    en: `(see|sees|seeing|saw) (\\w+ )?(spiders|insects|bugs|snakes|rats|ants|mice|shadows|things|people|faces)(?! in (the|my) (garden|kitchen|bathroom|loft))`,
    zh: `看(到|见)(了)?_?(虫子|蜘蛛|蛇|老鼠|蚂蚁|鬼|小人|黑影|死人|不存在)`,
  },
  /** Shakes without alcohol. */
  trembles: {
    en: `trembl\\w* / shak(es|ing|y) / tremors? / sweat\\w* / temperature / fever\\w*`,
    zh: `(发|手|直|浑身)?抖 / 哆嗦 / 出汗 / 发(热|烧)`,
  },
  /** The mouth opens little or swallowing is hard, with a hard neck. */
  mouthShut: {
    en: `(can|could) not (\\w+ )?open (my|his|her|the) (mouth|jaw) / (mouth|jaw) (\\w+ ){0,4}(one finger|a finger|opens? (only|less)|barely opens?)`,
    zh: `嘴_?(只能|张|就)_?(张|一指|一条缝|不开|半指) / 张(不开)?(嘴|口)_?(难|困难|不开|疼)`,
  },
  hardNeck: {
    en: `neck (\\w+ ){0,4}(hard|red|swoll\\w*|swell\\w*|woody|tight) / swallow\\w* (\\w+ ){0,2}(hard|difficult|painful|agony) / (under|below) (my|the) (chin|jaw) (\\w+ )?(hard|swoll\\w*)`,
    zh: `脖子_?(硬|红|肿|胀) / 下巴(底)?下_?(硬|红|肿) / (咽|吞)(东西|口水|水)?_?(难|困难|费劲|不下)`,
  },
} as const satisfies Concepts;
