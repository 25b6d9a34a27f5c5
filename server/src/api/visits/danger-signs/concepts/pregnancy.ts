import type { Concepts } from './concept.ts';

/** Bleeding, movement and waters in pregnancy. */
export const pregnancy = {
  shoulderTip: {
    en: `
      shoulder (tip )?(pain|ache|hurts) / tip of (my|the|her) shoulder /
      (faint*|dizz*|collaps*|light ?headed|pass* out|pale|clammy) / shoulder`,
    zh: `肩(膀|部|尖)?_(痛|疼) / 晕 / 头晕 / 冷汗 / 脸色(苍白|发白|煞白) / 肛门_坠 / 想大便 / 肩 / 脸(发)?白 / 扶墙 / 站不`,
  },
  oneSidePelvic: {
    en: `
      low(er)? down (on )?(the |my )?(left|right|one side) / (low|down|pain|ache|stabbing) (\\w+ ){0,3}(on|in|at) (the |my |her )?(left|right)( side)? /
      (one|left|right) (side|sided) / one sided / on (the|my|her) (left|right)( side)? / low on / one (sided )?(ache|pain) /
      lower (left|right)`,
    zh: `
      一侧 / 一边 / 左(边|侧|下) / 右(边|侧|下) / 偏(左|右) / 一(边|侧|头)(像|疼|痛|的|刀|绞|坠) /
      (小肚子|下腹|小腹)_?(一边|左|右|偏)`,
  },
  spotting: {
    en: `
      bleed* / blood(?! (pressure|test|sugar|type|thin|group|count|work|sample|results?)) / spotting / bled / clots /
      brown discharge / gush of red / miscarr* / (pink\\w*|red|brown|bloody) (\\w+ )?(water|fluid|discharge|stain|mucus)`,
    zh: `
      出血 / 流血 / 见红 / 有血 / 褐色_(分泌|血|出血) / (内裤|下面|阴道|下身|擦)_(血|红) / (粉|红|褐)(色)?的?水 / 粉红的 /
      (有|见|流|出|滴|带|是|点|色|鲜|多|啲)血(?!压|糖|型|检|常规|管|脂|红|栓|病|hcg) /
      血(块|流|色分泌|水|丝|量|(?=[，。]|$)|就|从|顺着|往|把|都|了) / (先兆|要|会|是不是|怕|快|自然)流产`,
  },
  fetus: {
    en: `baby / bump / fetal / foetal / fetus / movements? / kick\\w* / little one / bean / twins? / (the )?bump`,
    zh: `胎(?!动) / 宝宝 / 孩子 / 肚子里 / 胎儿 / 娃 / 小家伙 / bb / 肚里 / 宝贝`,
  },
  notMoving: {
    en: `
      no (fetal |baby )?(mov\\w*|kick\\w*|flutter\\w*) /
      (has|have|is|was|did|does|can|could|are) not (\\w+ ){0,3}(mov*|kick*|felt|feel|budg*|stirr\\w*)( much| at all| all day| today| since)? /
      not (\\w+ ){0,3}(mov\\w*|kick\\w*|felt) /
      (stopp*|less|reduc*|fewer|slow\\w*|hardly|barely|decreas*|weaker|quiet*|still|lazy) (\\w+ ){0,4}(mov\\w*|kick\\w*|flutter\\w*|activity)? /
      (moving|kicking|movements?|kicks) (\\w+ ){0,3}(less|fewer|slow\\w*|stopp\\w*|much less|reduc\\w*|weaker|changed|drop\\w*) /
      quiet\\w* / only (\\w+ ){0,4}(flutters?|kicks?|movements?|times) /
      (usually|normally|always) (\\w+ ){0,3}(kick\\w*|active|busy|lively) / different (from|than|to) usual / no flutters /
      gone quiet / calm / (gone|went|very|so|too|really) (quiet|still|calm) / stopped / not as (active|lively) /
      (has|have|is|did|does) not (\\w+ ){0,3}(wriggl\\w*|wiggl\\w*|squirm\\w*|danc\\w*|nudg\\w*|roll\\w*|felt (him|her|it|baby|them)|respond\\w*) /
      (felt|feel|feeling) (nothing|no|less|fewer|hardly|barely)( \\w+)? /
      (wriggl\\w*|wiggl\\w*|squirm\\w*|kick\\w*|mov\\w*|flutter\\w*) (\\w+ ){0,3}(since|all day|for hours|stopp\\w*|less|faint\\w*|weaker) /
      (slowed|slowing) (right )?down /
      usually (a |an )?(gymnast|acrobat|active|dancing|kicking|bouncing|always|wild|mad|goes|does) /
      no (wriggl\\w*|wiggl\\w*|nudges|rolls|response)`,
    zh: `
      不动 / 没(有|怎么|咋|再)?(动|踢) / 动得(少|慢|弱) / 不踢 / 一整天_没 / 安静_异常 / 唔郁 / 没动静 / 冇郁 / 安静 /
      只_(动|踢)_(次|下) / 没(了)?动静 / 不闹 / 没有动 / (动|踢|闹)(得)?(越来越|比平时|明显|也)?(少|没劲|弱|懒)(了|多)? /
      不怎么(动|踢|闹) / 少了(很多|好多|一半) / (不|没|没怎么|没咋|冇)(怎么|太|大|再|有)?(动|踢|闹|拱|翻|蹬|打拳|郁)(了|我|过)? /
      (动|踢|拱)(得)?(少|弱|轻|慢)(了|多)? / (摸|推|拍|吃糖|喝冷水|吃甜|放音乐)_?(都|也)?(不|没)(动|理|反应|用) /
      动静(都|也)?没(有)?`,
  },
  fetalMovement: {
    en: `
      (usually|normally|always) (\\w+ ){0,3}(danc\\w*|kick\\w*|mov\\w*|wriggl\\w*|goes mad|active|party\\w*) (\\w+ ){0,5}(nothing|none|not|quiet|still|stopped|no) /
      (no|reduced|less|fewer|decreased) (fetal|foetal|baby) (movement|movements|kicks) /
      (not|can not|have not) (\\w+ )?(feel|felt) (the |my |our )?(baby|bump|little one|bean) (\\w+ ){0,2}(mov\\w*|kick\\w*|at all|today|since)? /
      (baby|bump|little one|bean) (\\w+ ){0,4}(quieter|much quieter|gone quiet|not kicking|less active) /
      (baby )?bump (\\w+ ){0,3}(gone )?(quiet|still|not mov\\w*|stopped) /
      (not|never) (\\w+ )?(felt|feel\\w*) (\\w+ ){0,3}(baby|bump|little one|bean|him|her|it|them) (\\w+ )?(wriggl\\w*|wiggl\\w*|kick\\w*|mov\\w*|roll\\w*|squirm\\w*) /
      (usually|normally|always) (\\w+ ){0,6}(kick\\w*|mov\\w*|active|busy|gymnast|acrobat|dancing|wriggl\\w*|party) (\\w+ ){0,8}(quiet|still|nothing|stopped|not) /
      (baby|bump|little one|bean) not (\\w+ )?(moved|moving|kicked|kicking|stirred|budged)(?! (his|her|house|to|into|out)) /
      no (kicks|movements?|flutters|wriggles) (since|today|all day|for|yet|at all) /
      (baby|bump|little one) (has not|is not|did not|does not|hardly|barely|stopped) (\\w+ ){0,2}(mov|kick)\\w*`,
    zh: `
      (平时|以前|每天|往常)[^。]{0,10}(闹|动|踢)[^。]{0,16}(不动|没动|没动静|安静) /
      胎动_(少|减|没|消失|不动|弱|明显|感觉不到|异常|变|停|频繁|冇|无|不见) / (感觉|摸|感受|察觉)不(到|出)_(胎动|宝宝|动) /
      (没|没有|冇|无)(感觉到|感到|什么|了|咩)?_?胎动 / 胎心_(没|听不|慢|快) / (?<!(几周|几个月|多少周|什么时候|何时)(才|要|该)?开始)数胎动_ / (胎儿|肚里|肚子里)_(不动|没动|安静) /
      肚子里_(没动静|不动|没动|安静) / (宝宝|孩子)没(了)?动静 / 胎动[^。]{0,24}(安静|没有?(了|动)|少了|变少|弱了|不动|消失|感觉不) /
      听不(到|见)胎心 / 肚子里[^，。]{0,4}(一点|没|啥|半点)?(动静|反应)(都|也)?(没|没有|冇)? / (一点|半点)(动静|胎动)(都|也)?没 /
      (昨天|今天|昨晚|中午|早上|从|一天|一夜)[^，。]{0,6}没(有)?(怎么)?(踢|胎动)(过|我)? /
      (宝宝|胎儿|肚里的?孩子)[^，。]{0,4}没(怎么|咋|再)?动(?!手术|静都好) /
      (数了|[一两三几0-9]个?(小时|钟头))[^。]{0,8}(只有|才|就)(一|两|几|[0-3])(下|次)[^。]{0,30}周`,
  },
  preEclampsia: {
    en: `
      (see|seeing|saw|spots|stars|flashing|flashes|blurr*|blurry|zigzag|double) (\\w+ ){0,3}(stars|lights?|spots|vision|eyes|dots|double)? /
      vision (\\w+ ){0,3}(blurr\\w*|funny|spots|flash\\w*|disturb\\w*) /
      (swollen|swelling|puff*) (\\w+ ){0,4}(face|hands?|feet|fingers|ankles) (\\w+ )?(suddenly|overnight|badly|face)? /
      (face|hands|fingers) (\\w+ ){0,4}(swell\\w*|swollen|puff\\w*|blown) /
      pain (\\w+ ){0,3}(under|below|beneath) (my|the|her) (right )?ribs / pre ?eclampsia / eclampsia /
      (bp|blood pressure) ([a-z]+ ){0,5}(1[6-9]\\d|2\\d\\d|high|15\\d|14\\d) /
      (glitter|sparkl\\w*|shimmer\\w*|flicker\\w*|zigzag\\w*|fuzzy|spots|stars|lights?) (\\w+ ){0,4}(sight|vision|eyes?|lights?)? /
      (rings?|shoes?) (\\w+ ){0,4}(not|tight|will not|off|on|fit) / under (my|the|her) ribs /
      gained (\\w+ ){0,4}(kg|kilos|pounds|stone) / swollen / puffy / zigzag* /
      (floaters|ankles|feet|hands|face) (\\w+ )?(balloon\\w*)? / floaters /
      (hands?|feet|face|ankles|fingers|legs) (\\w+ ){0,3}(blown up|balloon\\w*|puff\\w*|swoll\\w*|swell\\w*|like sausages|huge|massive) /
      (seeing|see|saw) (\\w+ )?(sparkl\\w*|stars|spots|lights|glitter|zigzags|dots|flashes|squiggl\\w*) / (sparkl\\w*|squiggl\\w*) /
      (head|headache) (\\w+ )?(pounding|banging|splitting|will not (go|shift|budge)|thumping) /
      upper (tummy|stomach|belly|right) (\\w+ )?pain / pain (\\w+ ){0,3}(under|below|beneath|beside) (\\w+ )?(right )?ribs?`,
    zh: `
      眼(睛|前)?_(花|模糊|冒金星|闪光|发黑|看不清|星星) / 看(东西|不)_(模糊|清|花) / 视物模糊 / 视力模糊 / 冒金星 /
      (脸|手|面|全身)_(肿|浮肿|水肿) / (上腹|肋下|右上腹|胃)(部)?(很|剧烈|一直|突然|特别|好|非常|顶着)(地)?(痛|疼) / 子痫 /
      妊高症_ / 视力_(变|花|模糊|差) / 看东西_(花|重影|模糊|双) / 鞋_(穿不|紧) / 戒指_(摘不|紧) / 尿蛋白 / 蛋白尿 / 胖了_斤 / 闪线 /
      (1[4-9][0-9]|2[0-9][0-9])/(9|1[0-9])[0-9]? / 眼前有_ / 脚肿得 / 血压[^，。0-9]{0,8}(1[4-9][0-9]|2[0-9]{2}) /
      血压(一下|突然|又|很|特别|飙)?(高|飙|升|上)(了|到|得|起来|去)? / (浑身|全身|突然|明显)水肿 / 眼前_(黑影|飞蚊|小虫) /
      (手|脸|脚)(指)?(和|跟|、)?(手|脸|脚)?(都)?(突然)?(肿|胀)(得|成|起来|了)`,
  },
  waters: {
    en: `
      (rope|cord|loop|something) (\\w+ ){0,5}(came|come|comes|coming|slid|slipp\\w*|hang\\w*|popp\\w*) (out|down)( below| down there| of me)? /
      water* (\\w+ ){0,3}(broke\\w*|gone|went|leak\\w*|break\\w*|green|brown) /
      (leak*|gush*|trickl\\w*) (\\w+ ){0,4}(fluid|water|waters|amniotic) /
      (fluid|water) (\\w+ ){0,3}(leak*|gush*|pour*|trickl\\w*) / ruptured membranes / gush of (fluid|water) /
      (umbilical )?cord (\\w+ ){0,5}(out|between|hanging|see|feel|vagina|prolapse|coming) /
      (feel|see|seeing) (the |a )?(cord|head|foot|feet|crowning) / crowning / urge to push / need to push / baby('s)? (is )?coming /
      contractions? / regular (tightenings|pains) / (tighten\\w*|pains?|cramp\\w*) (\\w+ ){0,4}every (\\w+ ){0,3}min\\w* /
      (trousers|pants|bed|knickers) (\\w+ )?(wet|soaked) / (wet|soaked) (\\w+ ){0,3}(bed|trousers|pants|knickers) /
      (something|rope|loop|cord|foot|hand|arm|bit) (\\w+ ){0,4}(hanging|sticking|poking|coming|dangling) (out|down) (\\w+ ){0,3}(down|below|between|there|me|vagina|her)? /
      (constant|non ?stop|regular|strong|close) (\\w+ )?(contractions|tightenings|tightening|cramps) / want to push /
      baby (\\w+ )?(coming|crowning|on (its|the) way)`,
    zh: `
      羊水_(破|流|绿|浑|漏|穿) / (清?水|液体|热流)[^，。]{0,5}(顺着?|沿着?)(大腿|腿)[^，。]{0,2}(流|淌|下) / (下面|下身)[^，。]{0,6}(流|漏|淌)[^，。]{0,3}(?<!口|鼻|药|血)水 / 破水 / 穿水 / 水样_流 / 脐带_(出|掉|脱|滑) / 宫缩 / 规律_(痛|疼|宫缩|发紧) /
      肚子(一阵阵|一阵一阵|阵阵|规律)_(发紧|痛|疼|硬) / 要生了 / 孩子_(头|脚)_出(来)? / 见红 / 作动 / 一紧一紧 /
      分钟一(趟|次|阵|回|紧) / 裤子_湿 / 一阵紧 / 肚(皮|子)_(绷|发硬|变硬|硬得) / 湿了一片 /
      (流|漏|涌|淌|喷)(了|出|出来|下来|着)?(好多|很多|一股|一大股|一滩|一些|大量|一地)(清|热|透明的?)?水(?!果) /
      (流|漏|涌|淌)(了|出|出来|下来|着)?(清水|羊水|热水) / 下(面|身|体)_(流|漏|涌|淌)_水 /
      (一|好大)?(股|滩)(热|清)?(水|液体|羊水)_?(流|涌|漏|出|下|喷|淌) / 宫口开 / 阵痛(规律|一阵|越来越|分钟|每) / 孩子(要)?出来了 /
      (床单|裤子|裤|褥子|床|内裤|睡裤|被子)(都|上)?_?(湿|打湿|浸)(了|透|一)(一)?(大)?(片|滩|块)? /
      (哗|噗|啪)(的|地)?(一声|一下)_?(水|流|湿) / 羊水(?=[^，。]{0,10}(漏|流|破|淌|止不|湿|哗)) / 羊水(?!指数|偏|少|多|正常|量|穿刺|检查|深度)`,
  },
  preterm: {
    kind: 'context',
    en: `
      rope /
      ([12]\\d|3[0-6]) (weeks|wks) / premature / preterm / too early / weeks early / green / brown / cord / push / crowning /
      coming / hanging / head / foot`,
    zh: `
      ([12][0-9]|3[0-6]) ?周 / 孕([12][0-9]|3[0-6]) / (五|六|七|八|5|6|7|8)个月 / 早产 / 绿 / 浑 / 脐带 / 想用力 / 头出 / 要生了 /
      不足月 / 还没到预产期 / 流水 / 破水 / 羊水`,
  },
} as const satisfies Concepts;
