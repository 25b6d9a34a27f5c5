import type { Concepts } from './concept.ts';

/** Stroke, consciousness, fits, head, spine. */
export const brainAndNerves = {
  face: {
    en: `face / mouth / smile / smiling / cheek / lips? / eyelid / facial / eye / grin`,
    zh: `嘴(角|巴)? / 口角 / 脸 / 面部 / 面 / 口眼 / 笑 / 眼皮 / 眼睑 / 半边脸 / 鼻唇沟 / 嘴 / 眼角`,
  },
  droop: {
    en: `
      droop* / dropp(ed|ing) / drops / drop (on|to) one / sag* / crooked* / lop ?sided / uneven / slid / slipp(ed|ing) / hanging /
      hangs / twisted / pulled (to|over|down) / (to|on|down) one side / one sided / fallen / falling / wonky / asymmetr* /
      not (even|straight|symmetrical|level|moving) / slanted / melt* / numb / half (of )?(his|her|my|the)? ?(face|mouth|smile) /
      squint / lop / skewed / goes up on (only )?one / gone funny on one / only (goes up|moves|works) / dead on one /
      dribbl* _ (side|corner) / drool* / one corner / corner of (his|her|my) mouth / pulling / to the (left|right|side) / not clos*`,
    zh: `
      歪 / 斜(?!视) / 耷拉 / 下垂 / 垂 / 不对称 / 僵 / 往一边 / 向一边 / 一边(高|低|动|不动) / 塌 / 瘫 / 掉下来 / 麻(?!辣|烦|将) /
      一侧流口水 / 口水从 / 不对劲 / 不听使唤 / 扯到 / 撇 / 流(口水|哈喇子|涎) / 漏(水|饭) / 哈喇子 / 一高一低 / 合不(上|拢) /
      闭不上 / 漏(汤|水|饭|粥) / 歪到 / 咧 / 往下`,
  },
  facePalsy: {
    en: `
      facial (palsy|droop|weakness) / face droop / half (of )?(his|her|my|the) face /
      one side of (his|her|my|the|their) (face|mouth|body) / dribbl* (out )?(of|from) (one|the) (side|corner) /
      (drool*|dribbl*|dripping|water runs) (\\w+ ){0,3}(from|out of|at) (\\w+ )?(one |the )?(corner|side)`,
    zh: `
      面瘫 / 口眼歪斜 / 嘴歪 / 歪嘴 / 嘴都歪 / 口歪 / 半边脸(?!红|肿|疼|痛|痒|过敏) / 半张脸(?!红|肿|疼|痛|痒) /
      嘴角_(流|撇|漏|淌|往) / 一边流口水 / 往(左|右|一边)(撇|歪)`,
  },
  oneSide: {
    en: `
      (one|left|right) (side|half|arm|leg|hand|foot|fingers) / half (of )?(my|his|her|the)? ?body /
      (my|his|her|the|an) (arm|leg|hand|grip) / down one side / (arm|leg|hand|arms|hands) / (one|left|right) (sided|hand side) /
      (arm|leg|side) / everything on (the|my|his|her) (left|right)`,
    zh: `
      一侧 / 单侧 / 半边(?!脸|天) / 半身(?!裙) / 半拉身子 / 一边(身|手|胳|腿|脚) / 左(手|腿|脚|臂|胳膊|边|侧|半|上肢|下肢|胳臂) /
      右(手|腿|脚|臂|胳膊|边|侧|半|上肢|下肢|胳臂) / 手脚 / 胳膊 / 手臂 / (?<!双)手(?!术|机|续|指头|册) / (?<!双)腿 / 偏瘫 /
      半个身子 / 一只(手|脚|胳膊) / 一条(腿|胳膊) / 一边(手|脚|胳|身) / 手里 / 边手脚 / 半边 / 左边 / 右边 / 一条胳膊 /
      一边(?=没|无|麻|动|软)`,
  },
  weak: {
    en: `
      weak* / limp / paralys* / paralyz* /
      (will|does|can|could|would) not (\\w+ )?(move|lift|work|raise|hold|grip|feel|respond|squeeze|stay up|do (what|anything)|obey|use|button) /
      dropp* (things|everything|cups?|spoon|fork|cutlery|pen|my|his|her|the|it) / kept dropp* / useless / dragg* /
      no (strength|power|grip|feeling|use) / gave way / dead weight / drift* down /
      (gone|went|is|feels?|just) (\\w+ )?(dead|heavy|floppy|lifeless|to sleep and) /
      lost (the )?(use|power|strength|feeling|control|sensation)( of| in)? / not (moving|working|responding|lifting) / flopp* /
      clumsy / (fall*|fell|slipp*|slid*) out of (his|her|my) (hand|hands|fingers) /
      (drops?|dropped|dropping) (\\w+ )?(mug|knitting|phone|cup|plate|keys|needle\\w*|cards?) /
      can not (\\w+ )?(stand|walk|button|write|grip|hold) / going numb / dead / jelly / not obey* / keeps? missing /
      can not (\\w+ )?(work out|figure out) how to / bump* into (things|doors|walls) / ignor\\w* (his|her|my) (left|right) /
      (fork|spoon|pen|cup|key) (\\w+ ){0,3}(drop|fell|fall)\\w* / will not do as /
      (arm|leg|hand|fingers|foot) (\\w+ )?(will|would|does|did|just would|just will|just) ?(not|nt)? (\\w+ )?(listen|obey|cooperate|work|move) /
      would not (listen|obey|cooperate) / (gave|giving|give|given) (out|way) / buckl* / no use /
      can not (put|press|push|turn|open|climb|get up)`,
    zh: `
      无力 / 没(有)?(力气|力|劲|知觉|感觉了) / 使不(上|出)(劲|力) / 不能动 / 动不(了|到|得) / 唔郁得 / 郁唔到 / 抬不(起|动|起来) /
      举不(起|动) / 瘫 / 不听使唤 / 不听话 / 拿不(住|稳|起|了) / 握不(住|紧) / 拖着(走|地)? / 发软 / 软(了|绵绵|下来|塌) / 失去知觉 /
      不灵(活|便|光) / 不好使 / 掉(地上|了筷) / 筷子_(掉|拿|夹) / 提不起 / 唔听使 / 冇力 / 麻痹 / 垂着 / 往下掉 /
      掉(了|下)?_(筷|碗|牌|笔|杯) / 一张张 / 拿不 / 端不 / 灌铅 / 抬不 / 迈不(开|动) / 站不(起|住|稳) / 撑不住 / 棉花 / 走不了 /
      够不着 / 对不准 / 夹不(住|起|到|稳) / 夹空 / 不会用(筷|勺|笔|手机) / 啪(地|的)?_掉 / (碗|杯|筷子|手机|笔|勺)_(掉|摔|滑|落) /
      使唤不 / 抓不(住|稳|牢) / 甩不 / 动弹不 / 走着走着_(软|倒|瘫) / 木(了|头) / 冇晒力 / 不听(我|他|她)?_(使|的|话|指挥) / 不听我 /
      腿一软 / 软下去 / 软得 / 没(一)?点?劲 / 迈不 / 扣不(上|住)`,
  },
  numb: {
    en: `
      numb* / pins and needles / tingl* / no sensation / lost sensation / (no|not|without) (\\w+ )?feel* / can not feel / dead`,
    zh: `
      麻木 / 发麻 / 麻了 / 麻麻 / 没知觉 / 没(有)?感觉 / 木木的 / 麻痹 / (?<!荨)麻(?!烦|将|辣|疹|醉) / 不知道(凉热|冷热|痛|疼) /
      冇感觉 / 像隔(着)? / 擦屁股_没感觉`,
  },
  bodySide: {
    en: `
      (one|left|right) (side|half)(?! of (my|his|her|the) (nose|stomach|tummy|chest|neck|throat)) /
      half (of )?(my|his|her|the)? ?body / one sided / (arm|hand) and (leg|face|foot) / (leg|face) and (arm|hand)`,
    zh: `
      一侧 / 单侧 / 半边(?!脸红|天) / 半身(?!裙) / 半拉身子 / 左边(身|手|胳) / 右边(身|手|胳) / 左侧 / 右侧 / 手脚 / 半个身子 /
      偏身`,
  },
  speech: {
    en: `speech / talk* / words? / speak* / sentences? / voice / saying / says / tongue / mouth / language`,
    zh: `说话 / 讲话 / 口齿 / 舌头 / 吐字 / 言语 / 讲嘢 / 语言 / 说的话 / 嘴巴 / 话 / 人名 / 字 / 名字 / 声音 / 嘢 / 讲`,
  },
  garbled: {
    en: `
      slur* / garbl* / mumbl* / jumbl* / gibberish / nonsense /
      (not |no |making no |does not make |not making (any )?|do not make )sense / muddl* / mixed up / thick /
      (like|sounds?|seems?|as if) (\\w+ )?drunk / not come* out /
      (com*|came|come) out (\\w+ )?(wrong|funny|strange|weird|backwards|as) / funny / strange* / scrambl* /
      can not (get|find|form|say) (\\w+ ){0,3}(out|words?|anything|sentence|name|right) / wrong words / struggl* to / stutter* all /
      unable to / lost (the )?(ability|power) / (can|could) not (\\w+ )?(speak|talk) /
      (can|could) not (\\w+ ){0,2}(say|name|find|get|tell) (\\w+ ){0,3}(names?|words?|me|what|sentence|out) / star(ed|ing|es) /
      single words / stop* mid / slow and / made no sense / mush / (turned|turn) (in)?to (mush|gibberish|porridge|noise) / porridge /
      backwards / gobbledy* / noise / babbl*`,
    zh: `
      不清(楚)? / 含糊 / 含混 / 大舌头 / 不利(索|落|索) / 颠三倒四 / 听不(懂|清) / 语无伦次 / 捋不(直|顺) / 打结 /
      说不(出|了|清|明白|上来|完整) / 讲不(出|清|明白|了) / 词不达意 / 不会(说|讲) / 变(调|了) / 乱七八糟 / 嘟囔 / 困难 / 唔清 /
      唔到 / 糊涂 / 不流利 / 卷不 / 像喝醉 / 呜呜噜噜 / 咕噜 / 短路 / 憋不出 / 乱说 / 黏糊 / 不成句 / 一个字一个字 / 往外蹦 /
      叫不(出|上)(来)?_?名 / 颠倒 / 牛头不对马嘴 / 前言不搭后语 / 舌头(短|大|硬|不会) / 讲唔(到|出) / 唔识讲 / 一团 / 含含糊糊 /
      呜噜 / 变成 / 蹦不 / 说一半 / 断断续续`,
  },
  speechLost: {
    en: `
      slurr\\w* / slurring / garbled / (suddenly|just) (\\w+ )?(can|could) not (speak|talk) /
      (can|could) not (suddenly )?(speak|get (my|his|her) words out|find (the|my|his|her) words) / aphasi* /
      talking (gibberish|rubbish|nonsense|funny) / speaking (gibberish|funny|nonsense) /
      (he|she|dad|mum|mom|husband|wife|grandma|grandpa|father|mother) can not (talk|speak) /
      can not (\\w+ )?(say|name|remember how to say) (\\w+ )?(our|my|the|his|her|their) (names?|words?) / just stares? /
      (word|words) (\\w+ )?(salad|will not come) / mute / stopped talking / lost (his|her) (words|speech) /
      mid sentence (\\w+ ){0,6}(mush|stop\\w*|wrong|nonsense|gibberish|jumbl\\w*) /
      words (\\w+ )?(turned|turn|became|come|came) (\\w+ )?(to |into )?(mush|gibberish|wrong|jumbled|nonsense|noise)`,
    zh: `
      突然_(说|讲)不(出|了|清) / 口齿不清 / 说话_(不清|含糊|大舌头|不利索) / 言语(不清|含糊|障碍) / 失语 / 大舌头 / 讲嘢唔清 /
      话都(说|讲)不(清|出|利) / 说不(出|了)话_(手|嘴|脸|半) / 吐字不清 / 叫不出(名字|人|我) / 说话_(一个字|蹦|颠) / 喊不出 /
      突然_(不会说|哑|讲唔) / 认不出(牌|字|东西|钟) / 话_(说到|讲到)一半_ / 说到一半_ / 话(都)?(说|讲)不(清|出|利|明)`,
  },
  balance: {
    en: `
      (can|could) not (\\w+ )?(walk (straight|properly)|keep (\\w+ )?balance|coordinate|stand up straight) /
      lost (all )?(my |his |her )?(balance|coordination) / veer* / stagger* / double vision / seeing (double|two of) /
      fall* to (one|the) side / lean* to (one|the) side / legs (\\w+ )?go* (in )?different / walking like (he|she|i) / unsteady /
      worst (vertigo|dizziness) / (keeps?|kept) (falling|veering|leaning|bumping) / wobbl* / can not walk / tips over /
      drunk without / tilt* / leaning / listing / (everything|things|it) (is |are |looks |goes )?double / two of everything /
      straight line / room (\\w+ )?(tilting|tipping|upside)`,
    zh: `
      走路_(不稳|歪|偏|晃|飘|不直|斜) / 站不稳 / 重影 / 复视 / 看东西_(两个|双|重) / 平衡 / 往一边(倒|歪|偏) / 行走不稳 / 步态 /
      走路_(打晃|撞|扶) / 扶墙 / 踩棉花 / 天旋地转_(吐|站) / (都是|变)_两个 / 走不了直线 / 走不直 / 直线 / 一边歪 / 东倒西歪`,
  },
  stroke: {
    kind: 'diagnosis',
    en: `strokes?(?! (of luck|rate|the|my cat)) / tia / mini stroke / brain (bleed|haemorrhage|hemorrhage|clot)`,
    zh: `中风 / 脑卒中 / 卒中 / 脑梗(?!阻) / 脑梗塞 / 脑梗死 / 脑出血 / 脑溢血 / 脑血栓`,
  },
  collapse: {
    en: `
      unconscious* / unresponsive /
      (will|can|could|does|did|would) not (\\w+ ){0,3}(wake*|waking|woken|rouse*|roused|respond*|be woken|come round)( up)? /
      (hard|difficult|impossible|struggling|unable|trying) to (\\w+ )?(wake|rouse|waken)( \\w+)?( up)? /
      (not|isn t|barely|hardly|stopped) (\\w+ )?(wak*|respond*|conscious|rousable|reacting)( up)? /
      (pass*|conk*|zon*) out (?!(leaflet|of school)) / (pass(ed|es|ing)|black(ed|s|ing)?|knock(ed|s)?) (\\w+ )?out / blackout /
      faint(ed|s|ing)(?! (line|positive)) / collaps(e|ed|es|ing) / (lost|losing|lose|loss of) consciousness / out cold /
      found (\\w+ ){0,4}(on|lying) (\\w+ )?(the )?(floor|ground|bathroom|kitchen) / keel* over / dropp* to the (floor|ground) /
      (went|gone|goes) (\\w+ )?(limp|floppy|lifeless) / in a coma / comatose / no response / lifeless /
      eyes (are )?(open )?but (\\w+ )*not (respond|there) / slump* / (fell|falls) (\\w+ )?(unconscious|down and) / syncope /
      shake (him|her|them) (and|but) / will not open (his|her) eyes / drift* in and out / not come round /
      (woke|came to|come round|found myself|ended) (\\w+ ){0,3}on the (\\w+ )?(floor|ground) / tongue (\\w+ )?bit\\w* /
      (he|she) (just )?(went|goes|is) (\\w+ )?(down|limp|grey and) / near ?ly (pass\\w* out|faint\\w*|collaps\\w*) /
      (sat|fell|sank) down (\\w+ )?(suddenly|and could) / can not be (woken|roused) / eyes (will not open|half open|roll\\w*) /
      just lies there / (knocked|out) (\\w+ )?for (a|one|two|a few|several) (minutes?|seconds)`,
    zh: `
      昏迷 / (叫|喊|摇|弄|唤|推|拍)_(不醒|没反应|不应|唔醒) / 醒不(过来|来) / 唤不醒 / 不省人事 / 失去(意识|知觉_倒) /
      (没|没有|无|失)(了)?(意识|反应) / 意识(不清|模糊|丧失|没|不太清|不清楚|消失) / 神志(不清|模糊|恍惚) / 神智不 /
      晕(倒|过去|厥|死|低|咗) / 昏(倒|过去|厥|死|睡不醒) / (倒|栽|摔|瘫)(在|倒)_(地|卫生间|厕所|浴室) / 一头栽 /
      眼前一黑_(倒|摔|什么都不) / 休克 / 人事不省 / 不会应人 / 没知觉倒 / 扑街 / 晕晕沉沉叫 / 翻着眼 / 突然倒 / 昏睡 / 人没了反应 /
      叫_(没有|冇)反应 / 叫_(不起|不动|唔醒|不答应|没回应) / 没睁过眼 / 不睁眼 / 眼_(睁不开|抬不起) /
      (人|同学|他|她|老人|爸|妈)_(倒了|倒下|倒地|晕了|软下去|瘫了|不动了) / 倒了_叫 / 眼(前)?一黑_(坐|倒|栽|跪) / 摇都不 /
      晕了(?!车|船) / 晕菜 / 昏了 / 昏过去 / 晕了_(分钟|秒|会) / 一黑一黑`,
  },
  drowsy: {
    en: `
      drows* / (very |so |really |unusually |extremely |more and more |too )?(sleepy|lethargic|listless) /
      hard to (wake|keep awake) / keeps (falling|nodding|drifting) (asleep|off) / (can|will) not (stay|keep) awake /
      semi ?conscious / (very|so|really) (drows*|out of it) / out of it / glazed / vacant / not (himself|herself|with it|alert) /
      zoned out / barely awake / unrous* / (bare|hard)ly (awake|responds?) / not waking / quiet and (pale|floppy|sleepy) /
      just wants to sleep / dopey / too tired to / eyelids / drifting / dozy / sluggish / slow to (answer|respond) / wiped out /
      away with the fairies`,
    zh: `
      嗜睡 / 昏昏(沉沉|欲睡) / 迷(迷)?糊(糊)? / 老(想|是|要)睡 / 一直睡 / 总(是|想)睡 / 精神_(差|萎靡|不好|很差|恍惚) /
      没(有|什么|啥)?精神 / 蔫 / 萎靡 / 反应(迟钝|慢|差|变慢) / 呆滞 / 眼神(呆|涣散) / 昏沉 / 睡不醒 / 犯迷糊 / 无精打采 /
      白天(叫不|睡|昏) / 叫不起 / 眼皮(抬|睁|撑)不 / 反应_(慢|差) / 不(爱|想|怎么)?动(弹)? / 打瞌睡 / 软塌塌 / 闷闷 / 没劲儿? /
      坐不住 / 睡个不停 / 想睡 / 犯困 / 发困`,
  },
  confused: {
    en: `
      confus(ed|ion)(?! (about|by|as to|why|whether|which|how|what|over|with|if|because|between)) / deliri* /
      (not|isn t|stopped) mak* (any )?sense /
      (does|did|do|can) not (\\w+ )?(know|recogni[sz]e|remember) (where|who|what day|me|us|her own|his own|family|the way|anyone|my name|i am) /
      disorient* / talking (nonsense|rubbish|gibberish|to (himself|herself|people)) / rambling /
      (acting|behaving) (\\w+ )?(strange\\w*|odd\\w*|weird\\w*|drunk|funny|out of character|bizarre\\w*) / hallucinat* /
      seeing (things|people|bugs|spiders|insects) / agitat* / off (his|her) head / calling me by / incoherent / muddled /
      not (himself|herself|with it) / mak(es|ing) up stories / (eyes|eye) flicker* / muddl* / mixed up /
      (wander*|shout*|pick*) (\\w+ ){0,4}(at night|clothes|sheets|air|naked|around) /
      thinks (\\w+ ){0,4}(dead|hospital|war|19\\d\\d|someone else|a stranger|i am) / not know (us|me|him|his|her|where) / plucking /
      sees (people|children|men|animals|insects|her dead|his dead) / off (his|her) rocker`,
    zh: `
      (人|脑子|神志|意识|脑袋|老人|突然|变得|开始)_(糊涂|混乱|错乱) / 胡言乱语 / 说胡话 / 讲胡话 / 胡说 / 认不(出|得|到)(人|我|家) /
      不认(识|得)?(人|我|家|自己) / 谵妄 / 答非所问 / 不知道(自己)?(在哪|是谁|今天) / 幻觉 / 糊里糊涂 / 意识混乱 / 神志 / 烦躁 /
      躁动 / 乱讲嘢 / 发癫 / 行为(异常|古怪) / 像变了个人 / 语无伦次 / 看(到|见)_(虫|不存在|死去) / 糊涂 /
      乱(喊|讲|说|叫|抓|跑|走)(?!价|话题) / 屋里有_(人|孩|小孩) / 编(故事|瞎话) / 手(扑|拍|抖)_(扑棱|扑) / 扑棱 / 白天睡晚上 /
      昼夜颠倒 / 东拉西扯 / 找不到(家|厕所|门) / 迷路 / 说的话_(听不|不对) /
      (看(到|见)|说)_(天花板|墙|屋|床|窗|门)_(有人|有虫|虫|小人|鬼|蛇) / 看(到|见)_不在的 / 说_死(去|了)的 / 不认人 / 人(都)?糊涂 /
      摔东西 / 骂人`,
  },
  seizure: {
    en: `
      seiz(ure|ures|ing) / convuls* / (is|was|started|keeps|been|still|stopped|began|he s|she s) fitting /
      (having|had|has|have|another|a) (a )?(big |long |bad )?fits?(?! of (laugh|anger|rage|cough|giggl)| in| into| bit) /
      (jerk*|shak*|twitch*) (\\w+ ){0,3}(all over|uncontroll*|violently|whole body|arms and legs|and (not|un)|limbs) /
      (whole body|body|arms and legs|limbs) (\\w+ ){0,3}(jerk*|shaking|stiff*|twitch*|shook|went rigid) / eyes (\\w+ ){0,2}roll* /
      foam* (at|from) / tonic clonic / status epilepticus / epileptic (fit|attack) / bit* (his|her|my) tongue and /
      went stiff and (shak*|jerk*|blue) /
      (shook|shaking|jerk*|twitch*) (\\w+ ){0,2}(all over|everywhere|still)? ?(and|again|still|non)? ?(wet (my|him|her)self|bit|unconscious|blue)? /
      still (jerking|shaking|twitching|convulsing|fitting) / (tongue|cheek) (\\w+ )?(bit*|chew*) / midazolam / rectal diazepam /
      (wet|soil*) (my|him|her)self (and|,) / went (stiff|rigid) / shook all over / stopped (responding|breathing) and (shook|jerk) /
      (first|ever|another|second|third|febrile|big) fits? / (a|the) fit\\b / fits? (this|today|yesterday|last|and|for|lasted|again) /
      twitching (non|and|for|all|without) / spasms? (\\w+ )?(all|whole|clusters)`,
    zh: `
      抽搐 / 抽畜 / 惊厥 / 癫痫_(发作|犯|持续|大发作) / 抽风 / 羊(癫|角)(疯|风) / 发羊(吊|癫) /
      (浑身|全身|四肢|手脚|身体|身子)_抽(?!血) / 抽(过去|了_分钟|起来|个不停|得) / 翻白眼 / 反白眼 / 口吐白沫 / 白沫 /
      两眼(上翻|发直) / 眼睛(上翻|往上翻|发直_抽) / 双目凝视 / 牙关紧(咬|闭) / 一抽一抽_(叫|没|眼) / 抽筋_(全身|昏|叫不|翻) /
      抽(完|了)_(回|次|遍|下|分钟|又) / 还在抽(?!烟) / 又抽(?!烟|血) / 抽(了|着|得)(?!血|烟|奖|空|屉|签) / 抽_(停不|不停|没醒) /
      舌头_咬(破|烂|到)_ / 咬舌 / 身体(僵|硬)直? / 发羊 / 眼(睛)?_?(往上|上)(翻|吊) /
      (第一次|头一次|今天|又|再|刚才|刚刚|昨晚|半夜)_抽(?!血|烟|空|奖|筋|签|脂|查) / 抽_(几|一|两|三|五|[0-9]+)(多)?分钟 /
      抽了(?!血|烟|奖|签|张|空) / (全身|身体|身子|四肢)_(绷直|挺直|发硬)_抽? / 绷直然后抽`,
  },
  long: {
    en: `
      (\\d+|five|ten|few|several) minutes / not stopp* / still / another / again / keep* / back to back /
      one after (another|the other) / first (time|ever) / will not stop`,
    zh: `分钟 / 不停 / 还在 / 又 / 一直 / 连续 / 第一次 / 停不下来`,
  },
  head: {
    en: `head / skull / forehead / temple / back of (the|my|his|her) head / crown / helmet / face first / head first`,
    zh: `头(?!发|皮屑|孢|疼医|条|晕药) / 脑袋 / 后脑 / 额头 / 脑壳 / 颅 / 太阳穴 / 脸着地 / 脑瓜(子)? / 脑门 / 脑勺`,
  },
  headache: {
    en: `
      head ?ache* / migraine* / head (\\w+ )?(pain*|hurt*|pound*|throb*|explod*|kill*|splitting|burst*|killing) /
      pain (in|through|across|at the back of) (my|his|her|the) head / sore head /
      (splitting|blinding|thumping|pounding|horrible|terrible|massive) head(ache)? /
      head (is |feels )?(splitting|bursting|pounding|exploding) /
      (pain|something|it|head) (\\w+ ){0,2}(explod\\w*|burst|popped|snapped|went off) (\\w+ )?(in|inside) (my|his|her) head /
      headaches?`,
    zh: `
      头(好|很|特别|有点|一直|非常|突然|剧烈|也|又|还)*(痛|疼|炸|胀痛|裂) / 脑壳(痛|疼) / 偏头痛 /
      脑袋(瓜子)?(疼|痛|炸|像炸|要裂|里像) / 头_(快|要)(炸|裂) / 后脑勺?_(痛|疼|炸) / 脑门_(痛|疼) / 脑袋_(跳|疼|痛|炸) /
      头(皮)?_(跳|炸|胀|爆)(着|痛|疼)? / 脑仁(疼|痛) / 头撕 / 脑瓜(子)?_(疼|痛|嗡|炸) / 后脑勺 / 头(里|内|中)?_(一炸|炸|嗡|轰|爆) /
      脑子里_(炸|爆|轰) / 脑壳_(痛|疼|炸|裂)`,
  },
  worstEver: {
    en: `
      worst / thunder ?clap / explod* / exploded / burst /
      (like|as if) (\\w+ ){0,4}(hit|kicked|smashed|struck|shot|clubbed|hammered|whacked|brick|bat|axe) /
      never (had|felt|known|experienced|in my life) / of my life / (like )?nothing (i have|ever) / snap* / popp(ed|ing) in / a pop /
      like never before / (lifting|weightlifting|orgasm|sex|straining|on the toilet)`,
    zh: `
      炸裂 / 炸开 / 要炸 / 裂开 / 像裂 / 从(来)?没(有)?_(这|过|痛|疼) / 没有过 / 最(痛|疼|厉害|严重|剧烈) / 霹雳 / 雷(劈|击) /
      被(人)?(打|锤|敲|砸|棍|闷) / (这辈子|有生以来|平生|一生|生平) / 炸雷 / 爆炸 / 前所未有 / 啪的一 / 挨了_枪 / (中|像)_枪 /
      嗡的?一(下|声) / 撞墙 / 爆开 / 被劈 / 从没(有)?(这么|那么|这样) / 一炸 / 轰(的|地|一)`,
  },
  neckStiff: {
    en: `
      stiff (\\w+ )?neck / neck (\\w+ ){0,3}stiff* /
      (can|could|will) not (\\w+ ){0,3}(bend|touch|put|get|move|tuck) (\\w+ ){0,2}(neck|chin|head) (\\w+ ){0,3}(chest|forward|down)? /
      chin (\\w+ ){0,3}chest / neck (\\w+ )?(rigid|locked) /
      (hurts|painful|agony) to (bend|move|put) (\\w+ )?(neck|chin|head) (forward|down) / rigid neck /
      chin (\\w+ ){0,2}(on|to|onto) (\\w+ )?chest / neck (\\w+ )?hurts`,
    zh: `
      (脖子|颈部?|颈项|后颈|脖颈|颈椎处)_(硬|僵|强直|弯不|低不|梗|板|动不) / (下巴|头)_(碰|贴|够|低)不(到|着|上|下去?) / 颈硬 /
      低不下头 / 颈抵抗`,
  },
  lightHurts: {
    en: `
      (light|lights|lamp|daylight) (\\w+ ){0,3}(hurt*|bother*|unbearable|painful|sensitive|too bright) /
      (hates?|bear|stand|sensitiv\\w*|avoid\\w*|from) (\\w+ ){0,2}(the |bright )?light / photophobi* /
      light (\\w+ )?(kill\\w*|hurts?|stab\\w*|blind\\w*) / (curtains?|dark) (\\w+ )?(closed|room) /
      (cries|screams|hides|covers|squints?|shuts) (\\w+ ){0,6}(lamp|light|lights|sun|window|curtains) / turn* on the (lamp|light)`,
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
      (tiny |little |pinprick |small )*(red|purple|dark) (dots|spots|pinpricks) (\\w+ ){0,5}(legs|body|spread\\w*|all over|tummy|appear\\w*|like)`,
    zh: `
      (紫|暗红|瘀|淤|出血)(色|红|黑)?(的)?(斑|点|疹|块|癜) / 出血点 / (压|按)(之|着|下去|上去)?_不(褪|退|消|变)(色|掉|白)? /
      不(褪|退)色 / 瘀斑 / 淤青样 / 皮下出血 / 玻璃杯_(压|按) / (红|紫)(色)?(的)?点(点)?_(按|压|不|越来越|全身|腿|身) /
      针尖_(红|紫|血) / (按|压)_(不|没)(消|退|褪)`,
  },
  meningitisWord: {
    kind: 'diagnosis',
    en: `meningitis / sepsis / septic / septicaemia / blood poisoning / encephalitis`,
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
      wip(e|ing) (myself)? / down (there|below) / backside`,
    zh: `
      会阴 / 肛(周|门) / 鞍区 / 马鞍 / 大腿内侧 / 大腿根 / 下身 / 屁股 / 裆部 / 私处 / 下体 / 下面 / 擦屁股 / 骑跨 / 坐_没感觉`,
  },
  incontinent: {
    en: `
      (lost|loss of|losing|no|not have|can not) (\\w+ )?(control|feeling|hold) (\\w+ ){0,4}(bladder|bowels?|pee|wee|urine|poo|toilet)? /
      (wet|wetting|soiled|soiling|peed|pooed|messed) (my|him|her)self / incontinen* /
      (can|could) not (\\w+ ){0,2}(feel|tell|hold) (\\w+ ){0,3}(pee|peeing|wee|weeing|urinat\\w*|poo|bladder|bowels?|need to go|going|toilet) /
      leak* (urine|pee|poo) / (lost|losing) (my |control of )?(bladder|bowels?) / wet(s|ting)? the bed and /
      (poo|stool|urine|wee) (\\w+ )?(leak*|runs?|comes?) (\\w+ )?(out|without) / trouble passing water /
      accident in (my|his|her) pants /
      (pee|urine|wee|poo) (\\w+ ){0,3}(dribbl\\w*|leak\\w*|trickl\\w*|comes?|runs?) (\\w+ ){0,4}(not notice|not feel|out|without|by itself|down) /
      not notice`,
    zh: `
      大小便_(失禁|失控|控制不|憋不住|没感觉|没知觉|不能控制|困难|解不) / 失禁 /
      (尿|拉|大便|小便)_(在裤子|在身上|都不知道|没感觉|控制不住|憋不住) / (控制|憋)不(住|了)_(大小便|尿|大便|小便) / 尿裤子 /
      拉裤子 / (大|小)便_(漏|流|掉)_ / 漏_(裤|屎|尿) / (小便|大便|尿|屎)_(漏|流)_(不知道|没感觉)?`,
  },
  doublyIncontinent: {
    en: `doubly incontinent / lost control of (\\w+ ){0,2}(bladder|bowels?|both)`,
    zh: `大小便(都)?(失禁|失控)`,
  },
  noUrine: {
    en: `
      (can|could|will|has|have|did|does) not (\\w+ ){0,3}(pee*|pass (any |much )?(urine|water)|wee*|urinat\\w*|empty (my|his|her) bladder|go for a wee|been to the toilet|had a wee) /
      (no|not a drop of|nothing|barely any|hardly any|hardly passed) (\\w+ )?(urine|pee|wee|wees) /
      unable to (\\w+ )?(pee|urinate|pass (urine|water)|wee) / bladder (\\w+ ){0,3}(full|burst*|huge|swollen|explode|solid) /
      not (\\w+ )?(peed|weed|urinated|passed urine|passed water) / urinary retention / stopped (peeing|weeing|urinating) /
      trouble (passing|peeing|weeing)( water| urine)? / dry (napp|diaper)\\w* / no (wee|pee|urine) /
      belly like a (football|drum|balloon)`,
    zh: `
      (尿|小便|小解)_不(出|了|下来|出来|通)(来)? / 解不(出|下)(来)?_?(小便|尿)? / 排不(出)?尿 /
      (没|没有|无|冇)(怎么|有|解|排|一点|什么)?(尿|小便|尿过) / 不(排)?尿(?!床|布|酸) / 尿潴留 / 膀胱_(胀|憋|涨) /
      尿(量)?(很少|极少|特别少) / 憋着尿不出 / 一整天_没_尿 / 无尿 / 少尿 / 小便_(没|无|少|出不来)_? / 一天没_(尿|小便) /
      (尿|小便)_(一天|整天|十几个小时)_(没|无) / (没|冇)撒(出)?尿 / 撒不出 / 一天没撒`,
  },
  bothLegs: {
    en: `
      (both|my|his|her|the) legs / (legs|feet) (and|then) (arms|hands|up) / from the waist down /
      (below|under) (my|the|his|her) waist / spreading up(wards)? / climb\\w* up / (arms|hands) and (legs|feet) / legs`,
    zh: `
      双(腿|下肢|脚) / 两(条)?(腿|脚) / 下半身 / 腰以下 / 从脚_(往上|向上|到腿|到手) / 四肢 / 胸以下 / 往上(蔓延|发展|走) /
      (?<![左右一条只半])腿(?=一软|没|全|软|完全)`,
  },
} as const satisfies Concepts;
