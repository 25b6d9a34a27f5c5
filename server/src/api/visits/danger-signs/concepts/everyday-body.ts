import type { MoreWords } from './concept.ts';

/** Further everyday, dialect and rare words for concepts of the body: what people say who do not know the name of the sign. */
export const everydayBody = {
  chestPain: {
    en: `like (someone|somebody|a \\w+) (\\w+ )?(parked|sat|sitting|standing) / wrung out`,
    zh: `像_?(停|压|坐|站|趴|蹲|堆|顶)(了|着)?_?(车|个|块|座|只|头|东西)`,
  },
  crushing: {
    en: `
      (parked|sat|sitting|stood|standing|lying|kneeling) (\\w+ ){0,3}on me / (lorry|truck|elephant|piano|weight|boulder) (\\w+ ){0,3}on me /
      wrung / wringing`,
    zh: `压(得|着)(我)?(难受|疼|痛|慌|喘|受不|不行) / 压迫感 / 像_?(停|压|坐|站)(了|着)?_?(车|座|头|人) / 揪着(疼|痛) / 拧(着|毛巾)`,
  },
  spreads: {
    en: `(arms?|hand|fingers) (\\w+ ){0,2}(dead|lead|tingl\\w*|pins and needles)`,
    zh: `(两|双)(条|只|个|边)?(胳膊|手臂|膀子|肩膀)_?(酸|沉|麻|疼|痛|胀|没劲) / (往|窜|串|放射)到?_?(两|双)(条|个)?胳膊`,
  },
  effort: { en: `(on|up) (hills|stairs|slopes)`, zh: `(爬|走|上)(坡|楼|山|楼梯)_?才 / 走(快|急)了_?才` },
  anginaWord: {
    en: `
      (used to|only ever|before) (\\w+ ){0,8}(hills?|stairs|walk\\w*|exert\\w*|effort|uphill) (\\w+ ){0,3}(and |but )?(now|today|tonight) /
      (when|while) i (am )?(rest|resting|sit still|sitting) now /
      (lorry|truck|elephant|piano|fridge|horse|boulder|car|bus) (\\w+ ){0,3}on (top of )?me / (parked|dropped|put|sat) (a|an) (\\w+ )?(lorry|truck|elephant|piano|fridge|boulder|car|bus) (\\w+ )?on (top of )?me`,
    zh: `
      (以前|原来|过去|从前|之前)[^。]{0,14}才[^。]{0,18}(现在|这|最近|今天|昨)[^。]{0,10}(也|都|就|还)(会)?_?(闷|疼|痛|喘|犯|憋|发作|紧|酸|堵|压|难受)`,
  },
  heartbeat: {
    en: `heart (\\w+ ){0,2}(flip\\w*|flop\\w*|somersault\\w*|hammer\\w*|gallop\\w*|jump\\w* out|clappers)`,
    zh: `心(脏|里)?(突然|一直|老)?_?(乱(蹦|跳|动)|怦怦|咚咚|扑通|扑腾|要蹦|要跳出)`,
  },
  pulseDanger: {
    en: `(watch|fitbit|ring|monitor) (\\w+ ){0,3}(1[6-9]\\d|2\\d\\d)( beats| bpm)?`,
    zh: `(手表|手环|运动表)_?(显示|测|报|说|提示)?_?(1[6-9][0-9]|2[0-9]{2})(?![0-9])`,
  },
  faintness: {
    en: `nearly (went|go) over / about to (drop|keel|go over)`,
    zh: `差(一)?点(儿)?(栽|倒|晕|摔|昏) / (要|快)(晕|昏|倒|栽)(了|倒|过去)? / (头|人)发飘 / 站起来就晕 / 眼冒金星`,
  },
  breathless: {
    en: `
      (winded|puffed|puffing|gasping|panting) (\\w+ ){0,3}(sitting|resting|talking|in bed|doing nothing|just) / breathing through a straw /
      (can|could) not (\\w+ )?(get to|reach|make it to) the end of (this|a|the|my) (sentence|line)? / (drowning|suffocating) in (my|his|her) (own )?(lungs|phlegm)`,
    zh: `
      一次只能(说|讲)(一|两|几)个字 / (用|像)(吸管|管子)_?(呼吸|喘气|吸气) / (一句|这句|半句)话_?(费劲|都喘|接不上|说不完|要歇) / 突然没(有)?气(了|儿) / 呼哧呼哧 / 拉风箱 /
      (肋骨|肋缝|肋间|锁骨|胸口|脖子)[^，。]{0,6}(往里|向里|凹|陷)(吸|进|下|凹|陷)?`,
  },
  blue: {
    en: `(fingertips?|nails?|nail beds|lips?|tongue) (\\w+ ){0,2}(blue|purple|dusky|grey|gray)`,
    zh: `(手指|指)(尖|头|甲|端)_?(发)?(紫|青|乌|绀) / 嘴(唇|边|巴)?_?发(灰|紫|青|乌)`,
  },
  choking: {
    en: `(only|just) (squeak\\w*|whistl\\w*|wheez\\w*) (\\w+ )?(come|comes|coming|out) / cough\\w* on (a |an |the )?(\\w+ ){0,2}(chunk|piece|bit|bite|lump) of / (put|pushed|stuck|shoved) (a |the )?(bead|peanut|pea|button|lego|battery|stone) up`,
    zh: `(呛|噎|卡)了?_?(只能|就)_?(吱|嘶|哼|出不) / (塞|放)(了|进)?_?(珠子|花生|豆子?|纽扣|电池|积木)_?(找不|不见|没了|喘)`,
  },
  facePalsy: {
    en: `
      (dribbl\\w*|runn\\w*|runs|leak\\w*|spill\\w*|drip\\w*|com\\w*) (\\w+ ){0,2}(out of|from|down) (\\w+ )?(the |one )?(corner|side) of (\\w+ )?mouth /
      (smile|grin|mouth|face) (\\w+ ){0,2}(lopsided|lop sided|crooked|uneven|skewed|wonky|squint|slid\\w*|pulled to) / (lopsided|crooked|wonky) (smile|grin|mouth|face)`,
    zh: `
      (喝水|喝汤|吃饭|喝咖啡|喝茶|咖啡|饭|汤|水)_?从?(一边|一侧)?嘴角_?(漏|流|淌) / 嘴(巴|角)?(秃噜|有点斜|斜|抽抽|瘪|撇)(了|着)? / 半(边|拉)脸_?(僵|木|麻|不动|耷拉)`,
  },
  numb: {
    en: `
      (belong\\w* to|felt like|feels like|is|like) (it is |it was )?(someone|somebody|anyone) else s? / (is not|not) (mine|my own|his own|her own) / like (rubber|wood|cotton wool|lead)`,
    zh: `(不是|不像)(我)?自己的 / 像(别人的|木头|橡皮|棉花) / 没(了)?知觉 / 木(木的|了|得)`,
  },
  weak: {
    en: `flop\\w* (\\w+ )?(onto|on|down|to) / hangs? there / won t hold / (drag|drags|dragging|dragged) (\\w+ )?(leg|foot|behind)`,
    zh: `(耷拉|垂)(着|下来|下去) / 不听(使唤|话|指挥) / 不(作|做)主 / (拿|抓|握|捏|端|攥)不(住|起|稳|紧) / 拖(着|地)(走)?`,
  },
  speechLost: {
    en: `(only|just) (says?|repeats?|answers?) (\\w+ ){1,5}(to everything|whatever|over and over) / 
      (not (being )?able|unable|struggl\\w*|fail\\w*) to (speak|talk|get (\\w+ )?words? out|find (\\w+ )?words|form (\\w+ )?(words|sentences)|make words) /
      (can|could) not (\\w+ )?(string|put|make|form|finish) (\\w+ ){0,2}(sentences?|words together) / word soup / double dutch /
      mix(es|ing|ed)? up (\\w+ )?words / (can|could) not understand (me|us|what (i|we) say) / sounds? (\\w+ )?drunk / (mumbl|mutter|babbl)\\w* (\\w+ )?(nonsense|rubbish|gibberish) / (does|do|did|is) not (\\w+ )?mak\\w* (any )?sense / (tongue|mouth) (\\w+ )?(will not|would not|does not|did not) (\\w+ )?(work|obey|do what) / (talk\\w*|speak\\w*|sound\\w*) (\\w+ )?(as if|like|as though) (\\w+ )?(he |she |i )?(is |was )?drunk`,
    zh: `(不管|无论)问(啥|什么|谁)_?(只|都|就)(会)?(说|答) / 
      词不达意 / 语无伦次 / 颠三倒四 / 答非所问 / 想说东_?(说|成)西 / (像)?喝(醉|多)(了)?(酒)?(一样|似的)?(在)?(说|讲)话 /
      ([0-9一二三几十半]+)(来|几|多|个)?(分钟|小时|钟头)_?(说|讲)不(出|了|成)话 / 舌头(捋不直|打结|打卷|不听使唤) / (名字|话)(也|都)?(叫|说|讲)不(出|全|利索)`,
  },
  confused: {
    en: `
      does not (\\w+ )?know (\\w+ )?(the year|what year|what day|the day|the month|where (he|she) is|(my|our) names?|me) / pick\\w* at (the |his |her )?(air|sheets?|bedclothes|blankets?|things) /
      (talk\\w*|speak\\w*) (\\w+ )?(rubbish|nonsense|gibberish|rot)`,
    zh: `
      (连)?(几几年|哪一?年|几月|星期几|几号|在哪(里|儿)?|自己(是)?(谁|叫什么)|家在哪)_?(不(知道|清楚|晓得|记得)|说不(出|上|清)) / (扯|抓|揪|摸)_?(被子|空气|床单|空中) /
      (说|讲)话_?(乱|颠|不着调|胡)(七八糟|来|说)?`,
  },
  collapse: {
    en: `
      came (round|to) on the (\\w+ )?(floor|ground) / no idea how i got (there|on the floor) / (half an hour|hours?|minutes) (\\w+ )?(and )?still not (with it|with us|right|come round|awake)`,
    zh: `(叫|喊|推|摇)不(太|怎么|大)醒 / 
      (醒来|醒过来|睁眼)_?(躺|趴|倒)在?_?(地上|地下|卫生间|厕所|厨房|浴室) / (怎么|咋)(倒|摔|晕)的_?不(知道|记得) / (怎么|咋)(推|摇|喊|叫|弄)_?不醒 / (没|不)(醒|回)过神`,
  },
  seizure: {
    en: `(eyes|eyeballs) (\\w+ ){0,2}(rolled|roll) (back|up) / (arms?|legs?|limbs|body|whole body) (\\w+ )?(jerk\\w*|twitch\\w*|shak\\w*) (\\w+ )?(uncontroll\\w*|violently|rhythmic\\w*|all over)`,
    zh: `
      (手|脚|手脚|身子|全身|四肢)一(抽|抖)一(抽|抖) / 抽(的|得)?(时间)?(特别|很|太|好|老)(长|久) / 抽(了)?(好久|很久|半天) / 抽(完|过|了)[^。]{0,14}(没醒|不醒|没清醒|没醒过神|醒不|没回过神|还迷糊) /
      (刚才|刚|今天|今早|昨晚|又)_?抽了?(一|两|几|三|[0-9])(次|回|下) / 抽(着|个不停|起来了) / 抽(搐|风)?_?(没|不)停`,
  },
  headache: {
    en: `(thump\\w*|pound\\w*|bang\\w*|split\\w*|burst\\w*) (\\w+ )?heads? / heads? (\\w+ )?(pound\\w*|thump\\w*|splitting|bang\\w*|burst\\w*) / back of (my|his|her) (skull|head)`,
    zh: `后脑(勺)?_?(砰|咔|嗡|咚|啪|炸|痛|疼) / 头(要|快)?裂`,
  },
  worstEver: {
    en: `(a )?(bang|snap|crack|pop) (\\w+ )?(at|in|inside) (the )?(back of )?(my|his|her) (head|skull|neck)`,
    zh: `(砰|咔|咚|啪|嘣)(的|地)?(一)?(下|声)`,
  },
  neckStiff: { en: `neck (\\w+ ){0,2}(board|plank|concrete|wood)`, zh: `脖子_?(像)?(木板|石头|铁|木头)` },
  lightHurts: {
    en: `(can|could) not (bear|stand|take) (the )?(lamp|sun|window)`,
    zh: `怕(灯|亮|强光) / (灯|光)_?(刺|扎|晃)眼_?(疼|痛|难受)?`,
  },
  nonBlanching: {
    en: `(rash|spots|marks) (\\w+ ){0,3}(like|as) (\\w+ )?(bruis\\w*|blood blisters?|pinpricks?|ink)`,
    zh: `(像)?(小)?(瘀|淤|乌)(青|血|紫)(一样|似)?(的)?_?(疹|点|斑|印)(子)?`,
  },
  blind: {
    en: `
      (black|dark|grey|gray) (\\w+ )?(shutter|curtain|blind|shadow|veil) (\\w+ ){0,4}(up|down|across|over|from|of) / (half|side) of (everything|what) i (look at|see) / lost (\\w+ )?(right|left|one) (half|side)`,
    zh: `
      (眼|看)[^。]{0,10}(帘子|幕布|窗帘|黑布|黑影|阴影)_?(往|升|上|下|拉|落|遮|盖|飘|从)? / (拉|挂|落|盖)(了|下|着|上)?_?(帘子|窗帘|幕布|黑布) / (左|右|半|一)(边|侧|半)的?(东西|视野|画面)?_?看不(到|见|清) /
      (眼睛?|白内障|眼科|近视|玻璃体|视网膜)[^，。]{0,4}(手术|术后|做完)[^。]{0,16}(痛|疼|红|视力下降|看不清|模糊)`,
  },
  saddle: { en: `round my (bum|bottom|bits|back passage)`, zh: `屁股_?(一圈|周围|底下|缝)` },
  incontinent: {
    en: `(wet|wetting|soil\\w*) (my|him|her)self / dribbling (urine|pee|wee)`,
    zh: `尿(也|都|总)?(漏|失禁|裤子|湿了裤)`,
  },
  bothLegs: {
    en: `from (my|the|his|her) toes / (up|climbing|rising|moving) (\\w+ )?from (my|his|her|the) (toes|feet)`,
    zh: `从(脚趾|脚底|脚|脚尖)_?(往上|向上|开始) / 腿像(面条|棉花|泥|煮软)`,
  },
  noUrine: {
    en: `(nothing|not a drop) (comes|came|coming|will come) out / can not (\\w+ ){0,2}(get|squeeze) (\\w+ ){0,2}drop / (has|have) not peed`,
    zh: `(尿布|尿不湿|纸尿裤|尿裤|尿片)[^，。]{0,6}(干的|是干|一直干|没湿|干干|都没尿) / 一滴(都|也)?(出|尿|挤)不(出|来)`,
  },
  belly: {
    en: `right ribs / under (my|the|his|her) (right |left )?ribs / groin`,
    zh: `(左|右)(边|侧)?肋(骨)?(下|边|条) / 心窝(下|底下)`,
  },
  rigid: {
    en: `(any|every|slightest) (jolt|movement|bump|touch) (\\w+ )?(is|hurts?|agony|kills) / hurts? everywhere now`,
    zh: `(动|碰|颠|走|咳)一下(都|就)?_?(要命|疼|痛|受不了) / (不让|不能|不敢)(碰|摸|按) / 满肚子(都)?(疼|痛)`,
  },
  blocked: {
    en: `nothing (\\w+ )?pass\\w* / (no|not) (wind|gas|fart\\w*)`,
    zh: `屁(都|也)?(不|没)(放|有) / (不|没)(放屁|排气|通气)`,
  },
  yellowNewborn: {
    en: `(gone|going|turned|turning|went|looks?|look) (\\w+ )?yellow / (eyes|skin|he|she|face) (\\w+ ){0,2}yellow`,
    zh: `(人|脸|眼|皮|身|全身|眼睛|眼白|皮肤|浑身)(都|也)?(发|变)?黄(了|黄的|疸|染) / 有(一)?点黄`,
  },
  stoolBlood: { en: `(maroon|dark red|plum) (\\w+ )?(stools?|poo|motions?)`, zh: `暗红(色)?(的)?(大便|血便|稀便|便)` },
  blackStool: {
    en: `(poo|poop|stool\\w*|motions?) (\\w+ ){0,2}(like|as) (tar|treacle|pitch|bitumen)`,
    zh: `黑(粑粑|屎|便便|臭便|稀便) / (粑粑|便便|屎)_?(黑|像柏油|像沥青|像煤)`,
  },
  vomitBlood: {
    en: `
      blood (that |which )?(i|he|she) (am |is |have been |has been |keep |keeps )*(cough\\w*|vomit\\w*|spit\\w*|throw\\w*|bring\\w*)( up)? /
      (retch\\w*|brought up|bringing up|sick) (\\w+ ){0,4}(coffee grounds?|blood)`,
    zh: `(干呕|呕|吐)_?(咖啡|酱油|红豆)(渣|色|汤)?`,
  },
  bloodyFlow: {
    en: `blood (\\w+ )?(running|pouring|streaming|trickling|gushing) (\\w+ )?down (\\w+ )?legs? / filled the toilet / (gush|flood) of (\\w+ )?blood / pouring (\\w+ )?down below`,
    zh: `血_?顺(着)?(大|小)?腿(往下)?_?(流|淌|滴) / 一(大)?股(鲜)?血 / 血哗(哗|啦)(地|的)?(流|淌) / 马桶(都)?(满|红)了`,
  },
  bleeding: {
    en: `(wound|cut|gash|leg|arm|nose|scalp|vein|artery) (\\w+ )?gush\\w* / spitting (\\w+ )?blood / (vein|varicose \\w+) (\\w+ )?burst`,
    zh: `(静脉|曲张)[^，。]{0,3}(破|爆)(了|裂)? / 吐(着|出)?鲜血 / 瘘(管)?(破|爆)`,
  },
  heavy: {
    en: `gush\\w* / (towel|cloth|pad|dressing|bandage|sheet)s? (\\w+ )?(soaked|saturated|drenched|full) / soaked through / (will|would|does) not stop`,
    zh: `(按|压|捂|摁)(了|着|住)?_?(还|也|都)?(是|在)?(流|止不|渗|冒) / (毛巾|纱布|被单|床单|卫生巾|纸)(都|已经)?(湿|浸|染)(透|红|满) / 止不住 / 一股一股`,
  },
  fetalMovement: {
    en: `
      baby (\\w+ ){0,2}(very |so |really |too |unusually |much )?(quiet|still|sleepy|lazy)( today| tonight| since)? / (less|fewer|hardly any|barely any|no|weaker) (baby |fetal |foetal )?(kicks?|movements?|wriggl\\w*) /
      (has|have) not (\\w+ )?(felt|feel) (\\w+ ){0,3}(kick|move|wriggle)\\w*`,
    zh: `
      胎动_?(很|特别|明显|突然)?(少|弱|没|不动|慢|减少|没有|消失) / (宝宝|肚子里|胎儿)_?(一天|今天|昨天|从早上)_?(不动|没动|没动静|安静|不踢)`,
  },
  preEclampsia: {
    en: `(vision|sight) (\\w+ )?(sparkl\\w*|flash\\w*|star\\w*|zigzag\\w*) / (hands?|face|feet) (\\w+ ){0,4}(swoll\\w*|swell\\w*|puffy|blown up)`,
    zh: `看东西_?(一块|花|模糊|闪|发黑|重影) / (眼前|眼里)_?(冒|有|是)?(金星|星星|星|闪光|花) / (手|脸|脚)(和|跟|、|都)?(手|脸|脚)?都?肿(了|得)`,
  },
  radiation: { en: `gullet / food ?pipe / inside of (my|his|her) (left |right )?arm`, zh: `食(管|道)口 / 胳膊里侧` },
  chest: { en: `across me / in the (very )?centre`, zh: `正中间(?=_?(不|闷|疼|痛|胀|堵|顶|难受)) / 胸里头` },
} as const satisfies MoreWords;
