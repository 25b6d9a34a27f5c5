import type { Concepts } from './concept.ts';

/** Stroke, consciousness, fits. */
export const brainAndNerves = {
  face: {
    en: `face / mouth / smile / smiling / cheek / lips? / eyelid / facial / eye / grin / eyebrow / forehead / jowl`,
    zh: `嘴(角|巴)? / 口角 / 脸 / 面部 / 面 / 口眼 / 笑 / 眼皮 / 眼睑 / 半边脸 / 鼻唇沟 / 嘴 / 眼角`,
  },
  droop: {
    en: `
      droop* / dropp(ed|ing) / drops / drop (on|to) one / sag* / crooked* / lop ?sided / uneven / slid / slipp(ed|ing) / hanging /
      hangs / twisted / pulled (to|over|down) / (to|on|down) one side / one sided / fallen / falling / wonky / asymmetr* /
      not (even|straight|symmetrical|level|moving) / slanted / melt* / numb / half (of )?(his|her|my|the)? ?(face|mouth|smile) /
      squint / lop / skewed / goes up on (only )?one / gone funny on one / only (goes up|moves|works) / dead on one /
      dribbl* _ (side|corner) / drool* / one corner / corner of (his|her|my) mouth / pulling / to the (left|right|side) /
      not clos* / lower than / wonk* / squ?iff\\w* / out of line / lost its shape / half (of it|hangs|hanging|down|frozen|asleep) /
      lagging / frozen / stiff on one / gone down / not (\\w+ )?(work\\w*|match\\w*|lifting|going up) / sloping / slumped / slack /
      dragg* down / pulled / lazy / collapsed / dropped`,
    zh: `
      歪 / 斜(?!视) / 耷拉 / 下垂 / 垂 / 不对称 / 僵 / 往一边 / 向一边 / 一边(高|低|动|不动) / 塌 / 瘫 / 掉下来 / 一侧流口水 /
      口水从 / 不对劲 / 不听使唤 / 扯到 / 撇 / 流(口水|哈喇子|涎) / 漏(水|饭) / 哈喇子 / 一高一低 / 合不(上|拢) / 闭不上 /
      漏(汤|水|饭|粥) / 歪到 / 咧 / 往下 / 麻(木|了|麻|的|得) / 没(有)?反应 / (包|含|兜)不住(水|饭|气|汤) / 往外(流|漏|淌) /
      抬不(起|上)(来)? / 皱不(起|了) / 一边(没|不)动 / 木(木|了|着) / 鼓不(起|了) / 动不了 / 牵拉 / 拉到一边 / 塌(了|下来) /
      塌(了|下) / 垮(了|下来)`,
  },
  facePalsy: {
    en: `
      (tea|coffee|water|drink|soup|food|spit) (\\w+ ){0,3}(ran|runs|went|came|comes|ends up) (\\w+ ){0,2}(down|out of) (\\w+ ){0,3}(chin|mouth|side|corner) /
      facial (palsy|droop|weakness) / face droop / half (of )?(his|her|my|the) face /
      one side of (his|her|my|the|their) (face|mouth|body) / dribbl* (out )?(of|from) (one|the) (side|corner) /
      (drool*|dribbl*|dripping|water runs) (\\w+ ){0,3}(from|out of|at) (\\w+ )?(one |the )?(corner|side) /
      (can|could|will|does|did) not (\\w+ )?(smile|grin|whistle|puff (his|her|my|out)|purse|blow (a kiss|out (his|her))) (properly|straight|right|evenly|on|one|with|on the) /
      (smile|face|mouth|lip|cheek|eyelid) (\\w+ ){0,3}(wonky|lopsided|crooked|droop\\w*|slid\\w*|slipp\\w*|hang\\w*|sagg\\w*|dropp\\w*|uneven|skew\\w*|slump\\w*) /
      drool\\w* (\\w+ ){0,3}(side|left|right) /
      (tea|coffee|water|drink|soup|food) (\\w+ ){0,3}(dribbl\\w*|running|leak\\w*|falling|spill\\w*|pour\\w*|trickl\\w*) (\\w+ ){0,3}(side|mouth|chin|corner)`,
    zh: `
      (水|饭|汤|茶|口水)[^，。]{0,4}(右边|左边|一边)?嘴角_?(淌|流|漏|掉) /
      面瘫 / 口眼歪斜 / 嘴歪 / 歪嘴 / 嘴都歪 / 口歪 / 半边脸(?!红|肿|疼|痛|痒|过敏) / 半张脸(?!红|肿|疼|痛|痒) /
      嘴角_(流|撇|漏|淌|往) / 一边流口水 / 往(左|右|一边)(撇|歪) / (水|饭|汤|粥|口水|茶|奶)_?(含|包|兜)不住 /
      (喝|刷牙|漱口|吃)_(漏|流|淌|从嘴角|往外) / (嘴|脸|眼|面)_?(都)?歪(了|斜|到|一边|向|着|过) /
      (笑|龇牙|说话)_(一边|半边|歪|嘴角)`,
  },
  oneSide: {
    en: `
      (one|left|right) (side|half|arm|leg|hand|foot|fingers) / half (of )?(my|his|her|the)? ?body /
      (my|his|her|the|an) (arm|leg|hand|grip) / down one side / (arm|leg|hand|arms|hands) / (one|left|right) (sided|hand side) /
      (arm|leg|side) / everything on (the|my|his|her) (left|right)`,
    zh: `
      一侧 / 单侧 / 半边(?!脸|天) / 半身(?!裙) / 半拉身子 / 一边(身|手|胳|腿|脚) / 左(手|腿|脚|臂|胳膊|边|侧|半|上肢|下肢|胳臂) /
      右(手|腿|脚|臂|胳膊|边|侧|半|上肢|下肢|胳臂) / 偏瘫 /
      半个身子 / 一只(手|脚|胳膊) / 一条(腿|胳膊) / 一边(手|脚|胳|身) / 边手脚 / 半边 / 左边 / 右边 / 一条胳膊 /
      一边(?=没|无|麻|动|软) / (半|一)(个|边|侧|拉|扇)(身|膀|子|人) / (左|右)(半|边|面|侧|手|脚|腿|膀|臂|肩)(边|身|侧|子)? /
      一(只|条|个|边)(手|脚|腿|胳膊|膀子|臂) / 半边(身子|身体|人|身)? / 一半(身子|身体)`,
  },
  /** A limb without a side. */
  aLimb: { en: `limb`, zh: `手脚 / 胳膊 / 手臂 / 手里 / (?<!双)手(?!术|机|续|指头|册) / (?<!双)腿` },
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
      can not (put|press|push|turn|open|climb|get up) / let(s|ting)? go / gave up /
      not (doing|playing|joining) (\\w+ )?(what|along|ball)? /
      (does|do|did) not (belong|feel like (mine|his|hers|it)|listen|want to|do) /
      like (lead|a dead weight|spaghetti|someone else s|a log|rubber|cotton|a brick|wood|concrete|mush) / asleep / flops /
      (went|gone|going|feels?|felt|is|all) (\\w+ )?(funny|dead|useless|wooden|heavy|limp|floppy|lifeless|to lead|to jelly|weird and heavy) /
      (kept|keeps?|keep) (dropp\\w*|fumbl\\w*|miss\\w*|letting) / fumbl* / spill\\w* (his|her|my|everything|tea|coffee) /
      (can|could) not (\\w+ )?(close|make) (a |my |his |her )?(fist|hand) / trailing / (wrong foot|wrong leg|wrong arm) /
      on the wrong / collaps\\w* under / giving way / slumped`,
    zh: `
      无力 / 没(有)?(力气|力|劲|知觉|感觉了) / 使不(上|出)(劲|力) / 不能动 / 动不(了|到|得) / 唔郁得 / 郁唔到 / 抬不(起|动|起来) /
      举不(起|动) / 不听使唤 / 不听话 / 拿不(住|稳|起|了) / 握不(住|紧) / 拖着(走|地)? / 发软 / 软(了|绵绵|下来|塌) / 失去知觉 /
      不灵(活|便|光) / 不好使 / 掉(地上|了筷) / 筷子_(掉|拿|夹) / 唔听使 / 冇力 / 麻痹 / 垂着 / 往下掉 /
      掉(了|下)?_(筷|碗|牌|笔|杯) / 一张张 / 拿不 / 端不 / 灌铅 / 抬不 / 迈不(开|动) / 站不(起|住|稳) / 撑不住 / 走不了 / 够不着 /
      对不准 / 夹不(住|起|到|稳) / 夹空 / 不会用(筷|勺|笔|手机) / 啪(地|的)?_掉 / (碗|杯|筷子|手机|笔|勺)_(掉|摔|滑|落) / 使唤不 /
      抓不(住|稳|牢) / 甩不 / 动弹不 / 走着走着_(软|倒|瘫) / 木(了|头) / 冇晒力 / 不听(我|他|她)?_(使|的|话|指挥) / 不听我 /
      腿一软 / 软下去 / 软得 / 迈不 / 扣不(上|住) / (?<!累|吓|懒|忙|葛优|笑|跑|练|走|站|热|瘫)瘫(?!在沙发|坐在|倒在沙发|着刷) /
      提不起(来|手|脚|胳膊|腿) / (踩|像|跟)_棉花 / 没(有)?(一)?(点|半点)?劲(?!头) / (拖|跛|瘸)(着|了)?(走|腿|脚|地) /
      软(了|的|趴|绵|得) / 不(得|好)(劲|使|用|动)(了)? / (抬|提|举|伸|迈|撑|站|走)不(起|动|了|稳|直|上)(来|去)? /
      (没|冇|无)(得|有)?(气)?力 / 像?灌(了)?铅 / (使|用|吃|发)不(上|出|了)(劲|力) / 往下(耷|垂|掉|坠) /
      沉(得|甸甸)?(抬|拿|提|举)不 / 废了 / 失灵 / 僵(住|了) / 跟(没|断)了(一样|似的) / 塌(了|下去|下来) / 垮(了|下来)`,
  },
  numb: {
    en: `
      (like|as if|as though) (\\w+ ){0,4}(dental|dentist s|dentist) (\\w+ )?(injection|jab|anaesthetic|numbing) / frozen off / anaesthetised /
      numb* / pins and needles / tingl* / no sensation / lost sensation / (no|not|without) (\\w+ )?feel* / can not feel / dead /
      (can|could|do|does) not (\\w+ )?feel (\\w+ )? / (no|lost|losing|any) (\\w+ )?(feeling|sensation) / like cotton wool /
      gone to sleep / asleep / like it is not (mine|there)`,
    zh: `
      (像|跟)?打了?麻(药|醉)(一样|似的)? /
      麻木 / 发麻 / 麻了 / 麻麻 / 没知觉 / 没(有)?感觉 / 木木的 / 麻痹 / 不知道(凉热|冷热|痛|疼) / 冇感觉 / 像隔(着)? /
      擦屁股_没感觉 / (?<!荨|肉|发)麻(?!烦|将|辣|疹|醉|黄|油|花|子|仁|雀|省|杜|酥|袋|药|木|疯) / 木(木|了|着|的) / 没(了)?知觉 /
      (掐|摸|碰|扎|烫)(着|它|他|上去)?(都)?(没|不)(感觉|知道|晓得|觉) / 不晓得 / 感觉不到 / 过电(一样|似的|样)? /
      触电(样|一样|似的)的?麻`,
  },
  bodySide: {
    en: `
      (one|left|right) (side|half)(?! of (my|his|her|the) (nose|stomach|tummy|chest|neck|throat)) /
      half (of )?(my|his|her|the)? ?body / one sided / (arm|hand) and (leg|face|foot) / (leg|face) and (arm|hand) /
      (whole|entire|all) (of )?(my |his |her |the )?(left|right)( side)? /
      down (one|my left|my right|his left|his right|her left|her right) / (left|right) (hand )?side`,
    zh: `
      一侧 / 单侧 / 半边(?!脸红|天) / 半身(?!裙) / 半拉身子 / 左边(身|手|胳) / 右边(身|手|胳) / 左侧 / 右侧 / 手脚 / 半个身子 /
      偏身`,
  },
  /** Loss of fine motor control in a hand. */
  clumsyHand: {
    en: `
      (can|could) not (seem to |even |quite )?(hold|grip|pick up|use) (\\w+ ){1,3}(fork|pen|cup|mug|spoon|phone|keys?|glass|hand) /
      (can|could|will|does) not (\\w+ )?(hold|use|grip|pick up|lift|work|open|turn|find|manage) (\\w+ )?(his|her|my|a|the|it) ?(\\w+ )?(fork|pen|cup|mug|spoon|knife|phone|keys?|toothbrush|razor|buttons?|zip|glass|remote|shoelaces?|hand|fingers) /
      (like|as if|as though) (it is|it s|it was|they are|its) (not|someone else s|somebody else s) (\\w+ )?(his|her|my|mine|hand|arm|leg|own|there)? /
      (handwriting|writing|typing|texting|texts?) (\\w+ ){0,3}(scrawl|scribble|gibberish|nonsense|gone|wonky|illegible|funny|jumbled) /
      (poured|poring|pouring|put\\w*|missed) (\\w+ ){0,5}(missing|missed|beside|next to) (the|his|her) (cup|mouth|plate|table) /
      (can|could) not (\\w+ )?(do up|button|tie|dress|undress|get dressed) / (put|putting) (\\w+ ){0,4}wrong (foot|arm|leg|shoe)`,
    zh: `
      (拿|端|握|抓|夹|捏|攥|提|举|扣|系|穿)不(住|稳|牢|起|紧|上|进)(来|去)? /
      (碗|杯(子)?|筷子|手机|笔|勺(子)?|牌|钥匙|牙刷|针|菜)(都)?_?(掉|摔|滑|落)(了|在|到|下|地) /
      像(不是)?(别人|自己)的(?=，|。|$|一样|手|腿) / 不是自己的(?=，|。|$|一样|手|腿|似) / 写(的)?字_?(歪|不成|写不|乱|抖) /
      (穿|扣|系)_(穿|扣|系)不(上|进|住) / (撞|碰)_?(门框|墙|桌角)_(一边|左边|右边|总|老) / 使筷子_不 / 夹(菜)?(老|总|都)?夹不`,
  },
  speech: {
    en: `speech / talk* / words? / speak* / sentences? / voice / saying / (what|everything|nothing|anything|things) (he|she|dad|mum|gran\\w*) says / says (odd|strange|funny|weird|random|wrong|nonsense|muddled|jumbled|silly) / tongue / mouth / language`,
    zh: `
      (也|就|都)?说(?=不(利索|清|出|囫囵|圆|利落)) /
      说话 / 讲话 / 口齿 / 舌头 / 吐字 / 言语 / 讲嘢 / 语言 / 说的话 / 嘴巴 / 人名 / 名字 / 声音 / 嘢 /
      (说|讲|的|句|大|把|听|番|电)话 / 话(都|也|说|讲) / (一个|吐|几个|名)字 / 讲(?!究|座|解|师|课) / 发音 / 咬字`,
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
      single words / stop* mid / slow and / made no sense / mush / (turned|turn) (in)?to (mush|gibberish|porridge|noise) /
      porridge / backwards / gobbledy* / noise / babbl* / marbles / thick tongue / slow* / (all )?over the place /
      wrong (word|thing|order) / not (\\w+ )?(making|make) / back to front /
      (words?|sentence) (\\w+ )?(stuck|would not|will not|not com\\w*|missing|gone) / tongue ?tied / slobber* / cotton wool /
      repeating / double dutch / like (he|she) (is|was|s) (drunk|pissed|hammered|on drugs) /
      sounds? (drunk|odd|funny|strange|wrong|different|thick|slow) / drunk`,
    zh: `
      嘟囔 / 呜哩 /
      不清(楚)? / 含糊 / 含混 / 大舌头 / 不利(索|落|索) / 颠三倒四 / 听不(懂|清) / 语无伦次 / 捋不(直|顺) / 打结 /
      说不(出|了|清|明白|上来|完整) / 讲不(出|清|明白|了) / 词不达意 / 不会(说|讲) / 变(调|了) / 乱七八糟 / 嘟囔 / 唔清 / 唔到 /
      糊涂 / 不流利 / 卷不 / 像喝醉 / 呜呜噜噜 / 咕噜 / 短路 / 憋不出 / 乱说 / 黏糊 / 不成句 / 一个字一个字 / 往外蹦 /
      叫不(出|上)(来)?_?名 / 颠倒 / 牛头不对马嘴 / 前言不搭后语 / 舌头(短|大|硬|不会) / 讲唔(到|出) / 唔识讲 / 含含糊糊 / 呜噜 /
      蹦不 / 说一半 / (说话|讲话|言语|吐字|发音)_困难 / (舌头|说话|话)_?(一团|打架|不转弯|卷|转不|拐不|不听) /
      (说|讲)(得|话)?_断断续续 / 突然_(说|讲)_(变了?调|断断续续) / (说|讲|念|吐)不(囫囵|利索|圆|全|连贯|顺|转|溜|来|动|成) /
      像?含(了|着)(个|块|口)?(东西|萝卜|核桃|橄榄|鸡蛋|糖|石头|热|水|棉花) / 讲勿(清|出) / 勿清爽 /
      (舌头|嘴)(都)?(捋|转|拐|伸)不(直|动|过|出|转) / 答(非|得)?_?(不对|勿对|不上) /
      (说|讲|话)(得|的)?(乱|颠|错|串|倒|反)(的|了|套|序)? / 支支吾吾 / 咿咿呀呀 / 啊啊(的|地|叫) / 哑了 / 嘴(皮)?(子)?不(听|利|好) /
      听不(懂|明白|清)的话? / 一串`,
  },
  speechLost: {
    en: `
      (?<!gp |doctor |doctors |pharmacist |nurse |receptionist |they )(can |will )?(only|just) (says?|answers?|replies|manages?|repeats?) (yes|no|the same|one word|uh|mm) /
      (say\\w*|said|us(es|ing)|talk\\w*|com\\w* out with|mix\\w* up) (\\w+ ){0,2}(the )?wrong words? /
      slurr\\w* / slurring / garbled / (suddenly|just) (\\w+ )?(can|could) not (speak|talk) /
      (can|could) not (suddenly )?(speak|get (my|his|her) words out|find (the|my|his|her) words) / aphasi* /
      talking (gibberish|rubbish|nonsense|funny) / speaking (gibberish|funny|nonsense) /
      (he|she|dad|mum|mom|husband|wife|grandma|grandpa|father|mother) can not (talk|speak) /
      can not (\\w+ )?(say|name|remember how to say) (\\w+ )?(our|my|the|his|her|their) (names?|words?) / just stares? /
      (word|words) (\\w+ )?(salad|will not come) / mute / stopped talking / lost (his|her) (words|speech) /
      mid sentence (\\w+ ){0,6}(mush|stop\\w*|wrong|nonsense|gibberish|jumbl\\w*) /
      words (\\w+ )?(turned|turn|became|come|came) (\\w+ )?(to |into )?(mush|gibberish|wrong|jumbled|nonsense|noise) /
      (can|could) not (\\w+ )?(find|get|think of|remember) (\\w+ )?(the )?words? (for|like|suddenly|at|out|this)? /
      speech (\\w+ ){0,3}(mush|jumbl\\w*|gone|went|funny|weird|wrong|slow|thick|off|all over|drunk|backwards|scrambl\\w*|strange) /
      (lost|losing) (my|his|her|the) (speech|voice and|words|ability) /
      talk\\w* (\\w+ )?(gibberish|mush|backwards|double dutch|like (a )?drunk|nonsense|garbage) /
      words (\\w+ ){0,3}(slurr\\w*|jumbl\\w*|muddl\\w*|scrambl\\w*|wrong order|mush|garbl\\w*|backwards) /
      (can|could|did) not (\\w+ )?(understand|make out|follow) (a |any |one |what |half )?(\\w+ )?(word|words|thing|anything)? ?(\\w+ ){0,3}(said|says|saying|say|on the phone) /
      sounds? like (\\w+ ){0,4}(dentist|dental|drunk|stroke|mouth (full|numb)|marbles) /
      (talk|speak|speech|sentences?|words?) (\\w+ ){0,3}(makes? no|not mak\\w*|does not make|do not make) (any )?sense /
      (calling|calls|called) (\\w+ ){0,3}the wrong (name|thing|word)s?`,
    zh: `
      只会(说|答|讲|应|蹦)_?(嗯|是|对|好|啊|一个字|两个字|一句) /
      听不懂(我们|我|人|别人|大家|家里人)(说|讲)?(的)?(话|啥|什么|的) / 听不懂(人)?话 / (突然|忽然|一下子?)_听不懂 /
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
      straight line / room (\\w+ )?(tilting|tipping|upside) / walk\\w* into (\\w+ )?(walls|doors|things|furniture|the) /
      bump\\w* into /
      (keeps?|kept) (\\w+ )?(veer\\w*|drift\\w*|topp\\w*|stumbl\\w*|tripp\\w*|lurch\\w*|swerv\\w*|list\\w*|walking into) / lurch* /
      topp(l|ling)\\w* / seeing two / two of (everything|me|them|you|him|her) / two (tellies|heads|moons|images) /
      legs (\\w+ )?(do not|will not|not) / like (i am|he is|she is) on a (boat|ship) / ship deck / can not stand / tipp\\w* over /
      double (image|images|everything) / walking like (a )?drunk / (no|lost) (\\w+ )?balance`,
    zh: `
      走路_(不稳|歪|偏|晃|飘|不直|斜) / 站不稳 / 重影 / 复视 / 看东西_(两个|双|重) / 平衡 / 往一边(倒|歪|偏) / 行走不稳 / 步态 /
      走路_(打晃|撞|扶) / 扶墙 / 踩棉花 / 天旋地转_(吐|站) / (都是|变)_两个 / 走不了直线 / 走不直 / 直线 / 一边歪 / 东倒西歪 /
      (站|走)(都)?(站|走)?不(稳|直|住|了) / 往(左|右|一边|后)(边)?(倒|歪|偏|栽|飘) / 打(转|飘|晃|摆) / 像喝(醉|多)(了)? /
      房子(在)?(转|晃) / 天旋地转 / 晃(得|来晃去) / 看(东西|人|什么)(都)?(是)?(两|双|重|叠)`,
  },
  stroke: {
    kind: 'diagnosis',
    en: `strokes?(?! (of luck|rate|the|my cat)) / tia / mini stroke / brain (bleed|haemorrhage|hemorrhage|clot)`,
    zh: `中风 / 脑卒中 / 卒中 / 脑梗(?!阻) / 脑梗塞 / 脑梗死 / 脑出血 / 脑溢血 / 脑血栓`,
  },
  collapse: {
    en: `
      (has|have|had) not (\\w+ ){0,2}woken(?! (up )?(in|at|during|for (weeks|months|days|ages)|once|through|overnight|us|me|at night))( \\w+)? /
      (i|he|she|nearly|almost|vision|sight|everything|keeps?|kept) (\\w+ )?(grey|gray|white|black|brown)(ing|ed|s)? out /
      unconscious* / unresponsive /
      (will|can|could|does|did|would) not (\\w+ ){0,3}(wake*|waking|woken|rouse*|roused|respond*|be woken|come round)( up)? /
      (hard|difficult|impossible|struggling|unable|trying) to (\\w+ )?(wake|rouse|waken)( \\w+)?( up)? /
      (not|isn t|barely|hardly|stopped) (\\w+ )?(wak*|respond*|conscious|rousable|reacting)( up)? /
      (pass*|conk*|zon*) out (?!(leaflet|of school)) / (pass(ed|es|ing)|black(ed|s|ing)?|knock(ed|s)?) (\\w+ )?out / blackout(?! (blinds?|curtains?)) /
      faint(ed|s|ing)(?! (line|positive)) / collaps(e|ed|es|ing) / (lost|losing|lose|loss of) consciousness / out cold /
      found (\\w+ ){0,4}(on|lying) (\\w+ )?(the )?(floor|ground|bathroom|kitchen) / keel* over / dropp* to the (floor|ground) /
      (went|gone|goes) (\\w+ )?(limp|floppy|lifeless) / in a coma / comatose / no response / lifeless /
      eyes (are )?(open )?but (\\w+ )*not (respond|there) / slump* / (fell|falls) (\\w+ )?(unconscious|down and) / syncope /
      shake (him|her|them) (and|but) / will not open (his|her) eyes / drift* in and out / not come round /
      (woke|came to|come round|found myself|ended) (\\w+ ){0,3}on the (\\w+ )?(floor|ground) / tongue (\\w+ )?bit\\w* /
      (he|she) (just )?(went|goes|is) (\\w+ )?(down|limp|grey and) / near ?ly (pass\\w* out|faint\\w*|collaps\\w*) /
      (sat|fell|sank) down (\\w+ )?(suddenly|and could) / can not be (woken|roused) / eyes (will not open|half open|roll\\w*) /
      just lies there / (knocked|out) (\\w+ )?for (a|one|two|a few|several) (minutes?|seconds) /
      (went|gone|go|goes|dropped|drop) (down )?(like )?(a )?(sack|stone|log|tree|ton of)( \\w+)? /
      (hit|hits) the (deck|floor|ground|tiles|pavement) / crumpl* / folded (up|over|onto|to the) / flak* out / spark* out / out for the count /
      out of it on / fell to the (floor|ground) / legs (\\w+ )?went from under / unrous\\w* /
      can not (\\w+ ){0,4}(wake|rouse|get (\\w+ )?to (open|answer|respond|wake|speak))( \\w+)? /
      can not get (him|her|them|mum|dad|my \\w+) to (\\w+ ){0,2}(open|answer|respond|wake|speak|react) /
      (snor\\w*|breathing) (\\w+ )?(funny|strange\\w*|odd\\w*|weird\\w*|oddly) and (\\w+ )?(not|wont|will) /
      eyes (\\w+ )?(glazed|rolled|fixed|blank|open but|half shut) /
      (nearly|almost) (\\w+ )?(collaps\\w*|faint\\w*|pass\\w* out|went|blacked out|keel\\w*) / came (round|to)(?! (see|the|your|my|a|you|this|our|pick|ask|be|have|visit|for)) /
      lost (\\w+ )?(minutes|time) / flat out on the / face down / lying (there )?(on the|not|motionless|still) / motionless /
      not responding / does not respond / no reaction`,
    zh: `
      (?<!夜里|晚上|夜间|半夜)没醒(过来)?(吃|喝) / 叫[^，。]{0,4}没醒 /
      昏迷 / (叫|喊|摇|弄|唤|推|拍)_(不醒|没反应|不应|唔醒) / 醒不(过来|来) / 唤不醒 / 不省人事 / 失去(意识|知觉_倒) /
      (没|没有|无|失)(了)?意识 / (叫|喊|推|拍|摇|掐|唤|弄|碰|怎么|对|问)[^，。]{0,6}(没|没有|无)(有|什么|任何|啥)?反应 / (人|他|她|孩子|宝宝|爸|妈|娃|奶|爷|老伴|公|婆)(都|就|也|突然)?(没|没有|无)(有|了|什么|任何)?反应 / 意识(不清|模糊|丧失|没|不太清|不清楚|消失) / 神志(不清|模糊|恍惚) / 神智不 /
      晕(倒|过去|厥|死|低|咗) / 昏(倒|过去|厥|死|睡不醒) / (倒|栽|摔|瘫)(在|倒)_(地|卫生间|厕所|浴室) / 一头栽 /
      眼前一黑_(倒|摔|什么都不) / 休克 / 人事不省 / 不会应人 / 没知觉倒 / 扑街 / 晕晕沉沉叫 / 翻着眼 / 突然倒 / 昏睡 / 人没了反应 /
      叫_(没有|冇)反应 / 叫_(不起|不动|唔醒|不答应|没回应) / 没睁过眼 / 不睁眼 / 眼_(睁不开|抬不起) /
      (人|同学|他|她|老人|爸|妈)_(倒了|倒下|倒地|晕了|软下去|瘫了|不动了) / 倒了_叫 / 眼(前)?一黑_(坐|倒|栽|跪) / 摇都不 /
      晕了(?!车|船) / 晕菜 / 昏了 / 昏过去 / 晕了_(分钟|秒|会) / 一黑一黑 /
      (喊|叫|唤|拍|摇|推|掐|打|问|扎)[^，。]{0,5}(不应|不答|不理|没反应|没应|没动静|不醒|不吭|不睁|没知觉|没声|唔应|勿应|不动) /
      (一头|突然|直接|咚|直挺挺)_?(倒|栽|摔|趴|躺|晕|瘫) /
      (倒|瘫|躺|趴|栽)(在|到|了)?(地|厕所|卫生间|浴室|楼道|路边|田里|厨房|沙发|床下)(上|里)? / 不(省|醒)人事 /
      没(了)?(意识|知觉|动静) / 人(就|都|已经|突然)?(没|不)(醒|动|应|知道|反应)(了)? / 断片(?!酒) / 昏(迷|睡|死|厥|倒|过) /
      眼(睛)?(翻|睁不|半睁|发直|不睁|闭着) / 打呼噜?_?(怪|叫不|不醒|吓)`,
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
      白天(叫不|睡|昏) / 叫不起 / 眼皮(抬|睁|撑)不 / 反应_(慢|差) / 打瞌睡 / 软塌塌 / 坐不住 / 睡个不停 /
      (一直|老|总|就|光|只)(是)?(想|要)睡 / 困得(睁|不行|厉害|叫) / 人(很|特别|越来越|有点)?(没劲|蔫|呆|木|软) /
      不(爱|想|怎么)动(了|弹)? / 闷闷的 / 没精打采 / 蔫(了|巴|不拉|头)`,
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
      sees (people|children|men|animals|insects|her dead|his dead) / off (his|her) rocker /
      (does|did|do|can|could|is|are) not (\\w+ )?(know\\w*|sure|remember\\w*|recogni[sz]\\w*) (\\w+ ){0,3}(where|who|what (day|year)|(his|her) (name|own|wife|husband|children|kids|daughter|son)|me\\b|us\\b|home) /
      (pull\\w*|pick\\w*|grab\\w*|swat\\w*|reach\\w*|claw\\w*) (\\w+ )?(at )?(\\w+ )?(things|air|nothing|the air|sheets|blankets|invisible|bugs) /
      see(s|ing) (\\w+ )?(spiders|bugs|insects|rats|people|things|animals|children|faces|snakes)( \\w+)? /
      (shoe|clothes|trousers|jumper) (\\w+ ){0,4}(wrong|back to front|inside out|oven|fridge) /
      (all )?(away with|doolally|loopy|off with) /
      talk\\w* (\\w+ )?(nonsense|rubbish|gibberish|to (dead|people|the wall)|about (people|things)) /
      (calls?|calling|called) (me|us) (\\w+ )?(by|her|his|mum|the wrong|a different) / not (\\w+ )?making sense /
      sudden\\w* (confus\\w*|muddl\\w*|not with it) /
      (brush\\w*|swat\\w*|pick\\w*|flick\\w*) (\\w+ ){0,3}(insects|bugs|spiders|things|ants|flies|crumbs) /
      (climb\\w*|get\\w*|trying to get) (\\w+ )?out of (the|a) window / seeing things / sees things / hearing things and`,
    zh: `
      (脑子|神志|意识|脑袋|老人|突然|变得|开始)_(糊涂|混乱|错乱) / 胡言乱语 / 说胡话 / 讲胡话 / 胡说 / 认不(出|得|到)(人|我|家) /
      不认(识|得)?(人|我|家|自己) / 谵妄 / 答非所问 / 不知道(自己)?(在哪|是谁|今天) / 幻觉 / 糊里糊涂 / 意识混乱 / 躁动 / 乱讲嘢 /
      发癫 / 行为(异常|古怪) / 像变了个人 / 语无伦次 / 看(到|见)_(虫|不存在|死去) / 糊涂 / 乱(喊|讲|说|叫|抓|跑|走)(?!价|话题) /
      屋里有_(人|孩|小孩) / 编(故事|瞎话) / 手(扑|拍|抖)_(扑棱|扑) / 扑棱 / 白天睡晚上 / 昼夜颠倒 / 东拉西扯 / 找不到(家|厕所|门) /
      迷路 / 说的话_(听不|不对) / (看(到|见)|说)_(天花板|墙|屋|床|窗|门)_(有人|有虫|虫|小人|鬼|蛇) / 看(到|见)_不在的 /
      说_死(去|了)的 / 不认人 / 人(都)?糊涂 / 神志(不|模|恍|异|有) / 烦躁(不安|得|乱|扯) / 躁狂 /
      (突然|开始|一直|见人就|无故)_(摔东西|骂人|打人|脱衣) / 人(有点|好像|突然|都|已经)?(不清楚|糊涂|傻|迷糊|乱)(了|的)? /
      脑子(不清|乱|糊|不转) / 不知道(在哪|今天|自己|几点|白天) / 说(些|的)?(奇怪|乱七八糟|莫名|听不懂|没头没脑)的?(话)? /
      (不|认)(认|识|得)[^，。]{0,3}(人|我|家|路|儿|女)(了)? / (说|讲)(看(到|见)|有)_?(死人|小人|虫|蛇|鬼|鸟|影) /
      (说|讲)(些)?(胡|疯|怪|梦|糊涂|不着边|颠倒|鬼)(话|三倒四) / 颠三倒四 / (手|两手)_?(乱抓|乱摸|抓空|扯被|摸索) /
      找不(到|着)(门|家|厕所|床) / (糊涂|迷糊|懵|傻|痴|呆)(了|得|掉) / 分不清(白天|人|东西|早晚) /
      突然(像)?(变了?个人|不认人|发疯|傻) / 胡话 / 说胡 / 犯糊涂`,
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
      still (jerking|shaking|twitching|convulsing|fitting) / tongue (\\w+ )?(bit*|chew*) / cheek (\\w+ )?(bit*|chewed) / midazolam / rectal diazepam /
      (wet|soil*) (my|him|her)self (and|,) / went (stiff|rigid) / shook all over / stopped (responding|breathing) and (shook|jerk) /
      (first|ever|another|second|third|febrile|big) fits? / (a|the) fit\\b /
      fits? (this|today|yesterday|last|and|for|lasted|again) / (?<!\\b(?:eye|eyes|eyelid|eyelids|lid|lids|eyebrow)(?: (?:is|are|keeps|keep|has|have|been|just|still))* )twitching (non|and|for|all|without) /
      spasms? (\\w+ )?(all|whole|clusters) / (went|gone|going|all) (\\w+ )?(stiff|rigid)( as a board)? /
      (eyes|eyeballs) (\\w+ ){0,3}(roll\\w*|back in|white|upwards|flicker\\w*|to one side) /
      (arms?|legs?|body|face|limbs|hand) (\\w+ ){0,3}(twitch\\w*|jerk\\w*|thrash\\w*|convuls\\w*|flail\\w*|spasm\\w*) / thrash\\w* /
      (wet|weed|peed|soiled) (him|her)self / (do|does|did|can) not remember the last /
      stares? (\\w+ )?(blankly|into space|through (me|us)) and / (funny|strange) turn /
      (bit|bitten|chewed) (his |her )tongue /
      staring (spells?|fits?|episodes?|attacks?|blankly) (\\w+ ){0,6}(after|won|not|again|keep|another)? ?(?=\\w|,|\\.|$) /
      (blank|vacant|absent) (spells?|episodes?|attacks?) (\\w+ ){0,5}(after|keep|another|row) / one after (another|the other) /
      (twitch\\w*|jerk\\w*) (\\w+ )?(won t|will not|non ?stop) / fitting (for|since|again|non|on and|now)`,
    zh: `
      抽搐 / 抽畜 / 惊厥 / 癫痫_(又犯|犯了|发作(了|了?[一两三几0-9]|不停|还|到现在|没)|持续|大发作(了|不)|连着) / 抽风 /
      羊(癫|角)(疯|风) / 发羊(吊|癫) / (浑身|全身|四肢|手脚|身体|身子)_抽(?!血) / 抽(过去|了_分钟|起来|个不停|得) / 翻白眼 /
      反白眼 / 口吐白沫 / 白沫 / 两眼(上翻|发直) / 眼睛(上翻|往上翻|发直_抽) / 双目凝视 / 牙关紧(咬|闭) / 一抽一抽_(叫|没|眼) /
      抽筋_(全身|昏|叫不|翻) / 抽(完|了)_(回|次|遍|下|分钟|又) / 还在抽(?!烟) / 又抽(?!烟|血) / 抽(了|着|得)(?!血|烟|奖|空|屉|签|张|[^，。]{0,4}(年|包|根|支|口烟|管血)) /
      抽_(停不|不停|没醒) / 舌头_咬(破|烂|到)_ / 咬舌 / 身体(僵|硬)直? / 发羊 /
      (第一次|头一次|今天|又|再|刚才|刚刚|昨晚|(?<!腿抽筋[^。]{0,6})半夜)_抽(?!血|烟|空|奖|筋|签|脂|查) / 抽_(几|一|两|三|五|[0-9]+)(多)?分钟 /
      (全身|身体|身子|四肢)_(绷直|挺直|发硬)_抽? / 绷直然后抽 /
      (手脚|四肢|浑身|全身|人|身子|胳膊|腿|脸|嘴)_?(乱|直|一直|不停|一阵阵|狂)?(抖|抽|颤|蹬|挺)(动|搐|得|个不|不停|起来|一抽|了) /
      抖(个)?不(停|住) / (嘴|口)(里|角)?_?(吐|冒|出|流)_?(泡|沫|白沫) / (抽|醒来|发现|满嘴|牙)[^，。]{0,6}咬(住|破|到|烂)(了)?(舌|嘴) /
      (尿|拉)(了)?(在)?(裤子|身上|一裤|一床) / 全身(发)?(硬|僵|绷|直|挺)(了|住|直)? / 一抽一抽 /
      (全身|身子|身体|手脚|人)_?僵(直|硬)(了|着|得)? /
      (眼|眼睛|眼珠)(子)?_?(往上(翻|吊|看|斜)?|上(翻|吊|插)|直(勾勾|了|瞪)|翻(白|上)|吊(着|起|上)|发直|斜(着|视|向)) / 反眼 /
      癫痫发作(?=$|，|。|！|!|了) / (一次|一阵|一遍)(接|又|连)(着)?(一次|一阵|一遍)[^，。]{0,4}(发呆|愣|抽|抖|翻|没反应|叫不) /
      发呆[^。]{0,8}(不答应|不应|没反应|叫不|接着|又) / 连(着|续)(抽|发作) / 抽(了|第)?(第)?(二|三|四|五|好几|两)(次|回) /
      第(二|三|四|五)(次|回)抽`,
  },
  long: {
    en: `
      (\\d+|five|ten|few|several) minutes / not stopp* / still / another / again / keep* / back to back /
      one after (another|the other) / first (time|ever) / will not stop`,
    zh: `分钟 / 不停 / 还在 / 又 / 一直 / 连续 / 第一次 / 停不下来`,
  },
} as const satisfies Concepts;
