import type { Concepts } from './concept.ts';

/** Heart and breathing. */
export const heartAndBreath = {
  chest: {
    en: `
      chest / breast ?bone / sternum / rib ?cage / heart (area|region) / (over|around|behind|near) (my|his|her|the) heart / thorax /
      centre of (my|his|her) chest / (holding|clutching|grabbing|rubbing|gripping|grasping) (his|her|my|their) (chest|heart) /
      behind my tie / between (my|his|her) (breasts|shoulder blades|boobs) / collar ?bones? / upper chest /
      front of (my|his|her) (chest|body) / under (the |my |his |her )?arms / ribs? / tit / tits / boobs? / bosom / ticker /
      middle of me / left breast /
      heart(?= (is |feels? |has )?(a |an |being )?(\\w+ )?(tight|squeez\\w*|crush\\w*|pressure|stabbing|hurts?|aches?|pain)(?! (for|because|when i think|to see|that|so much for))) /
      heart(?= (\\w+ )?(hurt\\w*|ach\\w*|pain\\w*|squeez\\w*|tight\\w*|cramp\\w*|heavy|burn\\w*|sore|being)) /
      (on|across|over|round|around|through) (my |his |her )?(front|upper body) / top half / (shirt|jumper|blouse|pyjama) front /
      (clutch\\w*|hold\\w*|grab\\w*|rub\\w*|grip\\w*) (\\w+ )?(his|her|my|their) (shirt|jumper|front|ribs|breast\\w*|blouse) /
      heart(?= (\\w+ ){0,2}(wrung|wringing|clamp\\w*|grip\\w*|out like|in a)) /
      (wring\\w*|squeez\\w*|grip\\w*|clamp\\w*|twist\\w*|crush\\w*) (\\w+ )?(my|his|her) heart`,
    zh: `
      胸(?!怀|(1[0-2]|[1-9])(椎|陈旧|压缩|骨折|节段|的?压缩)|有成|罩|围|针) / 心口 / 心窝 / 心前区 / 心脏(?!病|科|超|彩|支架|起搏|搭桥|手术|不好) / 心头(?=痛|疼|压|闷) / 前胸 /
      胸骨后 / 锁骨(下|窝)?(?=_?(压|痛|疼|闷)) / 胸膛 / 胸腔 / 心里(?=_?(闷|堵|压|慌得)) / 心脏部位 / 前心 / 胸脯 / 心坎 / 胸窝 /
      心(?=像被|被(揪|捏|攥)|揪|绞|疼得|痛得|口) / 心尖 / 奶子下 / 膻中 / 左(胸|奶) / 肋骨后 / 胃口(?=_?(堵|闷|压|疼|痛|难受)) /
      (捂|抓|按|揪|揉)(着|住)?(胸|心口|前襟|衣服|心窝)`,
  },
  chestPain: {
    en: `
      pain* / ache* / aching / hurt* / sore / tight* / pressure / pressing / heav(y|iness) / squeez* / crush* / discomfort /
      stab* / weight /
      (elephant|brick|bricks|truck|stone|rock|boulder|slab|anvil|someone|something) (is )?(sitting|standing|pressing|pushing|on|was) /
      clamp* / vi[cs]e / constrict* / grip* / tear* / ripping / band / full(ness)? / strap / stiff / agony / killing / bursting /
      wrung / belt / being (sat|stood|squashed) / cramp* / suffocating / funny / weird / holding / clutch* / grabb* / grasp* /
      rubs? / rubb* / pinch* / dull / numb / stuck / radiat* / through to / spread* / sharp / cold fire / lump / ton of /
      hand around / hoop / locked / breathe in / massag* / thump* / punch* / knot / tug* / boulder / weigh* / loaded /
      (lorry|car|piano|horse|bus|van|sack|fridge|concrete|wardrobe|cow|bear|washing machine|paving slab|weights?|dumbbell|suitcase) /
      lying (on|across|against) / (parked|sat|stood|sitting|standing|kneeling|leaning|stamp\\w*|press\\w*|push\\w*|squash\\w*|squish\\w*|stomp\\w*|standing) (on|across|against|down) /
      squash* / squish* / strangl* / corset / tied / cord / wire / pang / spasm* / seiz* / not right / uncomfortabl* /
      like (a|an|some|someone|something|being) / as if / feels like / wound up / screw* / drill* / hammer* / gnaw* / ben(d|t) /
      odd / strange / deep inside / wooden / iron / caught / catch\\w* when / wring\\w* / twist\\w* / clench\\w* / scrunch\\w* /
      knead\\w* / turning (\\w+ )?over / on fire`,
    zh: `
      痛 / 疼 / 闷 / 压 / 紧(?!张) / 绞 / 憋 / 刺 / 撕 / 揪 / 勒 / 难受 / 堵 / 石头 / 不舒服 / 不适 / 箍 / 揸住 / 翳 / 攥 /
      捏 / 掐 / 坠 / 喘 / 酸胀 / 像_(踩|坐|砸) / 抓 / 捂 / 拧 / 顶 / 坨 / 发紧 / 不得劲 / 重物 / 拉风箱 / 一把 / 放射 /
      窜 / 噎 / 涨 / 麻 / 压(着|了|得) / 磨盘 / 石磨 / 发沉 / 沉甸甸 / 慌得 / 勒得 / 难过 / 作闷 / 紧绷 / 揉 / 按着 / 捶 / 顶着 /
      沉 / 胀 / 拴 / 捆 / 绑 / 勒(着|住|得|紧) / 挤 / 夹 / 塞 / 板(着|住) / 咬 / 锥 / 扎 / 戳 / 踩 / 坐了?(个人|头) /
      像(有|被|压|绳|针|电|刀|石) / (?<![反泛返胃])酸 / 空落落 / 说不出的 / 不自在 / 透不过 / 翳住 / 顶住 / 憋屈得慌 / 一紧 / 放(射|到) /
      串(到|着) / 牵(扯|着) / (?<![吃酸麻])辣(?!椒|的|味|条)`,
  },
  /** Like `pain`, without a burning. */
  ache: {
    en: `pain* / ache* / aching / hurt* / sore / agony / cramp* / stabb* / sharp / tender* / colic* / killing / throb*`,
    zh: `痛 / 疼 / 绞 / 刺痛 / 胀痛 / 刀割`,
  },
  /** Burns, which a stomach explains too. */
  burning: {
    en: `burn* / on fire / cold fire / scald*`,
    zh: `(?<![退高低]|火中)烧 / 灼 / 像(有)?火 / 火辣 / 发烫`,
  },
  heartburn: {
    en: `heart ?burn / acid reflux / indigestion`,
    zh: `烧心 / [反泛返]酸 / 胃(里|口)?(烧|灼)`,
  },
  /** Reflux that is named or treated (NICE CG184), not compared or guessed: a meal or an antacid tells it from no heart. */
  reflux: {
    kind: 'context',
    en: `
      (?=heart|acid|reflux|g[eo]rd|hia|o?eso)(?<!\\b(?:like|unlike|think|thinks|thinking|thought|maybe|perhaps|probably|hope|hoping|might|could|must|assumed?|guess|seems?|wonder\\w*|if|or|reckons?|(?:is|isn t|are) (?:it|this|that)|(?:wife|husband|mum|mom|dad|friend|partner|son|daughter|sister|brother|google|internet) (?:says|said))\\b[^.,!?]{0,25})(heart ?burn|(acid )?reflux|gerd|gord|(hiatus|hiatal) hernia|o?esophagitis)(?! ?[?]| or\\b) /
      acid (coming|comes|came) (back )?up / acid in my (mouth|throat) /
      (omeprazole|lansoprazole|pantoprazole|esomeprazole|rabeprazole|famotidine) (always |usually |normally |does )?(helps?|helped|works?|worked|eases?|controls?)(?! (?:at first|before|until|a little|a bit|for a while))(?![^.!?]{0,40}\\b(?:not|but|no longer|this time|today|never|doesn t|didn t|isn t)\\b)`,
    zh: `
      (?=[烧反泛返])(?<!(?:像|以为|可能|估计|怀疑|觉得|感觉|是不是|应该|大概|也许|难道|类似|当|会不会|还是|老婆说|老公说|家里人说|家人说|朋友说|网上说)[^，。]{0,4})(?<!瓣(?:膜)?(?:关闭不全|轻度|中度|重度|少量|大量|微量)?)(烧心|反流|[反泛返]酸)(?!吗|么|呢|还是|[?？]) / [反返泛](上来)?(的)?酸水 / 食(管|道)(炎|裂孔) /
      拉唑(肠溶|胶囊|片|吃|了|就|也|都|还|能|挺|很|比较|一直|后){0,3}(管用|有用|有效|好转|缓解)(?!吗|么|没|不)(?![^。]{0,20}(?:这次|这回|今天|没用|不管用|无效|没效))`,
  },
  /** Unlike other times, or a usual treatment that fails: known reflux no longer explains it. */
  unlikeUsual: {
    kind: 'context',
    en: `
      never (\\w+ )?(like this|this bad|so bad|before) / (not|isn t|wasn t|doesn t|didn t|nothing) (\\w+ ){0,3}(this time|today|helps?|helping|works?|working) /
      (worse|different)( \\w+)? than (usual|ever|before|normal) / different this time / no longer (helps?|works?) / but not (today|this time|now)`,
    zh: `
      (从来|从)没(有)?(这样|这么|如此) / (这次|这回|今天)[^，。]{0,6}(没用|不管用|无效|没效|不一样|不同|更) / 跟(以前|以往|平时)不(一样|同) /
      (吃|服|用)?药(也|都|了)?(没用|不管用|无效|没效|不见好) / (拉唑|达喜|铝碳酸镁|胃药)[^，。]{0,6}(没用|不管用|无效|没效|不见好)`,
  },
  /** Worse lying down or bending, as reflux is, and neither fierce nor at rest otherwise. */
  worseFlat: {
    kind: 'context',
    en: `
      (?=lie|lying|laying|bend)(?<!\\b(?:rest|resting|sitting|sat|watching|nothing|woke|sofa|severe|severely|terribl[ey]|awful|unbearable|excruciating|intense|worst|agony|horribl[ey]|bad|badly)\\b[^.!?]{0,80})(lie|lying|laying|bend|bending) (down|flat|over|back|in bed)(?![^.!?]{0,80}\\b(?:rest|resting|sitting|sat|watching|nothing|woke|sofa|severe|severely|terribl[ey]|awful|unbearable|excruciating|intense|worst|agony|horribl[ey]|bad|badly)\\b)`,
    zh: `
      (?=[躺平卧弯睡])(?<!(?:剧|受不|难忍|要命|严重|钻心|坐着|不动|休息|静息|突然)[^。]{0,30})(躺|平?卧|弯腰|睡)[^，。]{0,4}(厉害|重|明显|反|就|更)(?![^。]{0,30}(?:剧|受不|难忍|要命|严重|钻心|坐着|不动|休息|静息|突然))`,
  },
  /** A chest that hurts on pressing, coughing or moving the arm, or in a named muscle (NICE CG95). */
  strain: {
    kind: 'context',
    en: `
      (from|after|with|since|because of) (\\w+ ){0,2}(coughing|sneezing) / (cough|sneez)\\w* so (much|hard) /
      (only )?when(ever)? i (press|push|poke|touch|prod|cough|sneeze|twist|(lift|raise|move) (my|the|that) arm) / (sore|tender|hurts) to (the )?touch / pecs?`,
    zh: `
      咳嗽?(得|到)?(多了)?[^，。]{0,3}(肋|胸|肚)[^，。]{0,3}(疼|痛|酸) / (一按|按着|按压|一碰|一压)(就|才|会|时|的时候)*(疼|痛) / 按压痛 /
      (一)?(咳嗽?|转身|抬(手|胳膊))(时|的时候|就|才)+[^，。]{0,4}(疼|痛) / 胸大?肌`,
  },
  /** A pressure, or a pain that no muscle gives. */
  crushing: {
    kind: 'context',
    en: `
      crush* / squeez* / squash* / (heavy|huge|great|awful|tight) (pressure|weight) / pressure (in|on|across) (my|his|her|the) chest / vi[cs]e / elephant /
      like (a |an )?(\\w+ )?(weight|band|belt|brick|rock|stone|boulder) / (severe|unbearable|excruciating|worst|terrible|agonising|agonizing) (\\w+ ){0,2}(pain|ache|tightness) /
      pain (\\w+ ){0,2}(severe|unbearable|excruciating)`,
    zh: `压榨 / 压迫 / (石头|东西|重物|大山|大象|千斤|什么)[^，。]{0,3}压 / 紧缩 / 勒 / 箍 / (?<!心)绞痛 / 剧(烈)?(疼|痛) / (疼|痛)得?(受不了|要命|打滚|死去活来)`,
  },
  /** Goes from the chest to the jaw, arm, neck or back, or is in the jaw or left arm. */
  spreads: {
    en: `
      jaws? / left (arm|shoulder|elbow|hand) / both (arms|elbows) / between (my |his |her |the )?shoulder blades /
      (up|into|down|through|to|across) (\\w+ )?(my|his|her) (neck|throat|arms?|back|shoulders?) /
      (go\\w*|spread\\w*|radiat\\w*|shoot\\w*|travel\\w*|mov\\w*) (\\w+ ){0,3}(neck|throat|arms?|back|shoulders?|teeth) / (arms?|teeth) (\\w+ )?(too|as well|heavy|numb|tingl\\w*)`,
    zh: `
      左(肩|臂|胳膊|手臂|上肢|手|膀) / 下巴 / 下颌 / (放射|窜|串|传|扩散|牵扯|牵|扯|连)(到|着|至|往|向)?[^，。]{0,3}(肩|背|胳膊|手|牙|脖|腰) /
      (往|到)[^，。]{0,4}(放射|窜|串|扩散) / (胳膊|手臂|脖子|牙)(也|都|跟着)[^，。]{0,2}(疼|痛|麻|沉)`,
  },
  /** Dizzy or about to faint; being sick or weak is wider. */
  faintness: {
    en: `
      dizz* / light ?headed* / woozy / (feel\\w*|felt|nearly|almost|going to|about to) (\\w+ )?(faint\\w*|pass out|black(ing)? out|keel over|collapse)`,
    zh: `头晕 / 眩晕 / 头昏 / 眼前发黑 / 眼(前)?一黑 / (要|快|差点)(晕|昏) / 天旋地转`,
  },
  anginaWord: {
    en: `
      (?<!\\bstable )angina(?! (\\w+ ){0,2}stable) / heart attack (now|coming) /
      (having|had|got|think|be|is|like) (a |an |another )?(\\w+ )?(heart attack|coronary|cardiac arrest|heart failure attack) /
      cardiac arrest / pain like my (last|first) heart attack / heart is stopping /
      (used to|only|before) (\\w+ ){0,8}(walk\\w*|stairs|exert\\w*|hills?|exercise) (\\w+ ){0,8}(now|today|this week) (\\w+ ){0,6}(rest|resting|sitting|bed|sofa|nothing|watching)`,
    zh: `
      (?<!稳定型)(?<!稳定性)心绞痛 / 心梗_(发作|犯|了) / 又心梗 / (是不是|像是?|怕是?|可能|怀疑是?|应该是)心(肌)?梗 / 心跳骤停 / 心脏骤停 / 心跳停 /
      以前[^。]{0,14}才[^。]{0,18}(现在|这|最近|今天|昨)[^。]{0,10}(也|都|就|还)(会)?(闷|疼|痛|喘|犯|憋|发作)`,
  },
  heartAttack: { kind: 'diagnosis', en: `heart attack* / myocardial infarct* / coronary`, zh: `心梗 / 心肌梗` },
  heartHistory: {
    kind: 'context',
    en: `
      stents? / bypass surgery / cabg / angioplasty / heart (attack|surgery|failure|disease|condition) / angina /
      same (pain|feeling|tightness|pressure) as (\\w+ ){0,4}(then|before|time|stent|attack) / (last|first) heart attack`,
    zh: `支架 / 搭桥 / 冠心病 / 心衰 / 心肌病 / 跟上次(心梗|装支架)_一样`,
  },
  radiation: {
    en: `
      (left |both |right |my |his |her |the )*(arm|arms|shoulder|shoulders|jaw|neck|upper back|shoulder blades?|back|teeth|tooth|throat|elbow|forearm|wrist|upper (belly|stomach|tummy)|indigestion|heartburn|pit of (my|his|her) stomach|epigastr*) /
      heart ?burn / wind / gum / both arms / collarbone / little finger / jaws? / both elbows /
      between (the |my |his |her )?shoulders /
      (arm|jaw|neck|shoulder|throat|teeth) (\\w+ )?(too|as well|aches?|hurts?|heavy|numb|tingl\\w*) /
      (up|into|down|to|through) (\\w+ )?(the )?(my |his |her )(jaw|neck|throat|arm|arms|back|shoulder)`,
    zh: `
      左(肩|臂|胳膊|手臂|上肢|手|膀) / 肩膀 / 肩背 / 后背 / 背心 / 下巴 / 下颌 / 牙(?!龈) / 咽喉 / 脖子 / 上腹 / 胃(?!镜) / 心窝 /
      背部 / 膀子 / 胳膊 / 牙床 / 牙根 / 胃 / 胃那 / 肚脐上 / 肩胛 / 虎口 / 小指 / 左(边)?(牙|脸|腮) / 牙(根|床|帮|疼|痛) / 腮 /
      后(脖|颈|心|背) / 手心 / 膀 / 腋 / 肩 / 胳膊(沉|酸|麻|重) / 心口窝 / 剑突 /
      (往|窜到|串到|连着|牵着|扯着)_?(下巴|牙|脖|肩|背|胳膊|腰)`,
  },
  coldSweat: {
    en: `
      (cold |drenched (in |with )|break* (out )?in(to)? |broke (out )?in(to)? |pouring (with )?|dripping (with )?|soaked (in|with) |covered in |profuse* )(a |cold )*sweat* /
      sweat* (a lot|buckets|profusely|heavily|like mad|through|and (sick|clammy|grey|pale|nause\\w*|short|dizzy)) / clammy /
      (gone |went |going |look\\w* |turned |is |am |as |very |so )(grey|gray|ashen|white as|pale|pasty)( as)?( a)?( sheet| ghost)? /
      sense of (impending )?doom / (going|about) to die / impending doom / something (terrible|awful) is (about|going) to /
      sweaty and / and sweaty / (?<!night )(?<!hot )sweats / sweat* (like|so|and|all) (mad|much)? / grey faced /
      (face|he|she|skin|gone) (is |looks? |went )?(like )?(putty|wax|paper) /
      (white|pale|grey) and (clammy|sweaty|cold|shaky|sick) / (clammy|cold|sticky|wet) (and (pale|grey|white|clammy)|skin) /
      drenched / soaked through / dripping wet / beads of sweat / shirt (\\w+ )?(wet|soaked) / (turned|went|gone) the colou?r of /
      colou?r (drained|gone|left) / waxy / sheet / like death / paper white / wet with sweat /
      (hands|forehead|face|shirt) (\\w+ )?wet / sweating (cobs|buckets|bullets|loads|like) / wringing wet / sopping / wet through /
      (went|gone|going|turned|looks?|looking) (\\w+ )?(grey|gray|ashen|white|pale|waxy|clammy|green|pasty|a (\\w+ )?(funny|bad|horrible|awful|terrible|dreadful) colou?r) /
      cold and (sweaty|clammy|wet|shivery) / sweat (is )?(pouring|dripping|running) /
      (brow|forehead|top lip|face) (\\w+ )?sweat\\w* / white as / like a ghost / drip(ping)? (with )?sweat / pale and /
      drained of colou?r / death warmed up / impending / going to die /
      (nasty|funny|bad|horrible|awful|terrible|dreadful|weird|strange|peculiar|off|putty) colou?r /
      sweat\\w* (like )?(a )?(tap|pig|rain) / (soaked|drenched|dripping|wringing) (\\w+ )?(through|with|in)?`,
    zh: `
      冷汗 / 大汗 / 出汗 / 一身汗 / 汗如雨下 / 满头汗 / 冒汗 / 湿冷 / (脸|面)色(苍白|发白|煞白|灰|惨白|发灰|蜡黄|死白|青) / 濒死 /
      要死(了)?的感觉 / 快(要)?死(了|的) / 感觉_死 / 脸(都)?白了 / 虚汗 / 脸_(灰|白|煞) / 面如 / 汗珠 / 衣服_湿 / 冷飕飕_汗 / 发灰 /
      脸白 / 面无血色 / 嘴唇(发)?白 / 衣服_湿透 / 湿透了 / 浑身湿 / 汗湿 / 面青 / 口唇白 / 出晒冷汗 / 汗出 / 汗淋 / 土色 / 土灰 /
      面如土 / 没(了)?血色 / 脸都没色 / 手心_汗 / (手心|脑门|额头|背上|身上|头上|后背)(全是|都是|直冒|冒|出|湿)_?(汗|冷汗|透) /
      汗(直|一直|都)?(往下|流|淌|滴|冒|湿|珠) / (脸|面)(色)?(跟|像)_?(纸|蜡|土|死人|白灰|墙) /
      嘴(唇|皮)?(没|冇|无)(有)?(颜色|血色|色) / 心里(慌|发毛|不得劲)_?(要|像|快)?(出事|死|完) /
      (像|觉得|感觉|怕)(自己|我|人)?(是)?(要|快)(死|不行|完|没) / 汗_?(出得|大得) / 汗(跟|像)_(水|雨|洗|浇|下雨)(一样|似的)? /
      衣服(全|都)?(湿透|湿了|拧得出水) / 洗(了)?澡(一样|似的)`,
  },
  unwell: {
    en: `
      nause* / (feel|feeling|felt|am|is|being) (sick|faint|dizzy|light ?headed|weak|awful) / vomit* / threw up / throwing up /
      queasy / short* of breath / breathless* / out of breath / dizz* / light ?headed / sick / faint* / weak / exhausted /
      wiped out / no energy / passing out feeling / about to (pass out|faint|collapse) / heaving / off his legs /
      feel (strange|awful|terrible|dreadful) / rotten / dreadful / about to go / going to go / faint /
      (feel\\w*|come|came|gone|went) (\\w+ )?(over )?(queer|funny|peculiar|rough|terrible|ropey|poorly|wobbly|swimmy|woozy|weird|odd|clammy|shaky) /
      woozy / wobbly / swimmy / about to (keel|go|drop|puke) / keel* / going to (pass out|faint|collapse|keel|puke|be sick) /
      (legs|knees) (\\w+ )?(give|giving|gave|gone|going|buckl\\w*|jelly|like jelly) / head (is )?spinning / heav(ing|ed) / burp* /
      belch* / faintness / lightheaded`,
    zh: `
      恶心 / 想吐 / 呕吐 / 吐了 / 气短 / 头晕 / 眩晕 / 胸闷 / 发慌 / 心慌 / 乏力 / 要晕 / 作呕 / 犯恶心 / 眼前发黑 / 没劲 / 发飘 /
      腿软 / 站不住 / 眼(前)?(一|发)?黑 / 耳(朵)?嗡嗡 / 翻胃 / 胃里翻 / 发软 / 快晕 / 不行了 / 没力气 /
      (发|很|好|人|浑身|身子)虚(?!弱多年) / (人|浑身|全身|心里|特别|非常|很|好|说不出的|极度)(都)?(很|好|特别|非常)?(难受|不舒服) /
      要喘 / 喘(不|得|起|了|着) / 站不(稳|起|直) / (人|快|要)(就|都)?(不行|撑不住|倒|站不住|晕倒|昏)了? / 冒冷汗 /
      脸(色)?(发|惨|煞|苍)白 / (冒|出)(虚|冷)汗 / (眼|头|脑)(前)?(发)?(花|黑|晕|昏|懵|沉) / 天旋地转 / 反胃 /
      打(嗝|呃)_(不停|一直) / 心里(慌|发慌|难受|不得劲) / 人(没|发|软|虚)(劲|软|飘|虚|力) / 站(都)?(站)?不(住|稳) /
      (扶|靠)(着)?(墙|门|人) / 蹲(在)?地(上)? / 瘫(坐|在椅|在地|软)`,
  },
  tearing: {
    en: `
      tear(ing|s)? / rip(ping|ped|s)? / knife / stabb* /
      like (being |i was |i had been |i am being )?(stabbed|torn|ripped|cut|split) / split* (open|in two|apart) / torn / sword /
      saw(n|ed|ing) (\\w+ )?(in half|in two|through) / (cut|split|sliced|cleaved|chopped) (\\w+ )?(in half|in two|through)`,
    zh: `撕裂 / 刀(割|扎|捅|刺|劈|子)(样)? / 撕开 / 裂开 / 被捅 / 撕扯 / 像_(撕|劈|裂)`,
  },
  back: { en: `back / shoulder blades / spine / flank / loin`, zh: `背 / 腰 / 肩胛 / 脊 / 后心` },
  heartbeat: {
    en: `
      (heart|heartbeat|pulse|heart rate|hr|bpm) (\\w+ ){0,3}(rac*|pound*|flutter*|jump*|skip*|irregular*|thump*|going crazy|all over the place|fast|mad|haywire|galloping|beating (so |really |very )?(fast|hard|quick\\w*)|hammer*|stop\\w*|slow) /
      palpitation* / racing heart / rapid (heart|pulse) /
      (svt|afib|atrial fibrillation|arrhythmia) (\\w+ ){0,3}(again|attack|fast|back|rac\\w*|started|now) /
      (defibrillator|icd|device) (\\w+ ){0,4}(shock\\w*|fired|went off|zapp\\w*|kicked) /
      heart (\\w+ )?(was |is )?(fluttering|doing somersaults|flipping|stumbl\\w*|missing) /
      pacemaker (\\w+ ){0,3}(beep\\w*|fail\\w*|stopp\\w*) /
      heart (\\w+ ){0,3}(like a (train|drum|hammer|bird|rabbit)|going like|out of my chest|strange|odd|weird)\\w* /
      (strange|odd|irregular|weird|funny) (heart ?beats?|heart|pulse) / chest (\\w+ )?flutter* /
      (heart|ticker|pulse|chest) (\\w+ ){0,4}(clappers|flips?|flipping|flopp\\w*|somersault\\w*|jumping|skipp\\w*|bird|butterfl\\w*|fish|drum\\w*|gallop\\w*|out of (my|his|her) chest|crazy|berserk|nuts|mental|haywire|a mile|racing|hammer\\w*|pound\\w*|flutter\\w*|all over|stumbl\\w*|doing (weird|odd|funny|strange)|funny things|strange things|weird things|misfir\\w*) /
      (defib\\w*|icd|device|pacer|pacemaker) (\\w+ ){0,4}(went off|shock\\w*|fired|zapp\\w*|kicked|jolt\\w*|beep\\w*) /
      (shock\\w*|zapp\\w*|jolt\\w*|kick\\w*|fir\\w*) (\\w+ )?(by|from) (my|the|his|her) (defib\\w*|icd|device|pacemaker|implant) /
      heart (\\w+ )?(stops?|pauses?|skips?|racing|going|beating) (\\w+ )? /
      pulse (\\w+ )?(all over|everywhere|racing|thready|weak|very slow|irregular|jumpy)`,
    zh: `
      心慌 / 心悸 / 心跳_(快|加速|乱|不齐|漏|停|慢|厉害|不规律) / 心怦怦 / 心脏_(跳|乱|快|停) / 房颤_(发作|又|犯) / 心率_快 /
      心砰砰 / 除颤器_(打|放电|电|连) / 起搏器_(响|不工作|停) / 心脏_(乱跳|乱蹦|停一|漏) / 心口_(乱跳|乱蹦) /
      心_(像|跟)_(火车|打鼓|要跳出|兔子|擂鼓) / 心_(乱跳|狂跳|怦怦|扑通|砰砰) / 心跳_(怪|异常|像)`,
  },
  pulseDanger: {
    en: `
      (?<!(?:baby|babys|baby s|fetal|foetal) )(heart|heartbeat|pulse|heart rate|hr|rate) (\\w+ ){0,4}(1[5-9]\\d|2\\d\\d|[23]\\d)(?! ?(years|mg|weeks|days|cm|kg|%)) /
      (1[5-9]\\d|2[0-4]\\d|[23]\\d) ?(bpm|beats) /
      (heart|heartbeat|pulse|heart rate|hr) ([a-z]+ ){0,4}([23]\\d|4[0-4])(?![\\d/%.]) /
      (defibrillator|icd) (\\w+ ){0,4}(shock\\w*|fired|went off|zapp\\w*) /
      (1[5-9]\\d|2[0-4]\\d) (on (my|his|her|the) )?(watch|apple watch|fitbit|garmin|monitor|oximeter) /
      (watch|fitbit|garmin|monitor|oximeter) (\\w+ )?(says|reads|shows|said|showing|saying) (\\w+ )?(1[5-9]\\d|2[0-4]\\d|[23]\\d\\b) /
      (defib\\w*|icd|device) (\\w+ ){0,4}(went off|shock\\w*|fired|zapp\\w*|kicked|jolt\\w*) /
      (shock\\w*|zapp\\w*|jolt\\w*|kick\\w*|fir\\w*) (\\w+ )?(by|from) (my|the|his|her) (defib\\w*|icd|device|implant)`,
    zh: `
      (心率|心跳|脉搏)[^，。0-9]{0,8}(1[5-9][0-9]|2[0-9][0-9]|[23][0-9])(?![0-9年岁天]) /
      (心率|心跳|脉搏|心率)[^，。0-9]{0,6}([23][0-9]|4[0-4]|40几)(?![0-9]) / 除颤器_(打|放电|电|连)`,
  },
  breathless: {
    en: `
      (can|could|will|does) (not|barely|hardly|scarcely) (\\w+ ){0,2}(breathe?|get (\\w+ )?(breath|air)|catch (\\w+ )?breath|draw (\\w+ )?breath|get (enough )?(air|oxygen)|take a (deep |full )?breath|inhale) /
      (struggl*|fight*|gasp*|difficult*|trouble|problem* with|hard|barely|hardly|unable|labou?r\\w*|battling|working (so |very |really )?hard|desperate|straining) (\\w+ ){0,3}(breath*|air|oxygen) /
      short* (\\w+ )?(of )?breath / out of breath /
      (breathing|breath|breaths|breathes) (\\w+ ){0,3}(hard|fast|heav\\w*|labou?red|difficult\\w*|shallow|stopp*|quick\\w*|rapid*|worse|noisy|funny|strange|weird|badly|struggl*|like he|like she|wrong|jagged|ragged|raspy|trouble|bad) /
      (fast|rapid|noisy|laboured|labored|shallow|heavy|strange|ragged|quick) breath* / breathless* / suffocat* / gasp* /
      not breathing / (stop\\w*|quit|pauses in|isn t|forget\\w*|hold\\w*) breathing / no breath /
      like (i am|he is|she is|im|being) (drowning|suffocat*|strangled|breathing through a straw) / through a straw / air hunger /
      wheez* (\\w+ ){0,3}(bad|badly|worse|severe|so much|terribl*|constant|awful|inhaler) /
      (inhaler|puffer|ventolin|salbutamol|nebuli[sz]er)s? (\\w+ ){0,4}(not|no|nothing|useless|hardly|does nothing) /
      (not|no|nothing) (\\w+ ){0,3}(inhaler|puffer|ventolin|salbutamol|reliever) /
      (a|two|three|few|couple of|one|single) words? at a time /
      (can|could) not (\\w+ ){0,2}(finish|complete|speak|talk|say) (\\w+ ){0,2}(sentence*|breath) / too breathless / stridor /
      (suck*|pull*|cav*|draw*) (\\w+ ){0,3}(in|under|between) (\\w+ ){0,3}(ribs?|chest|neck|throat|breath*) /
      (ribs?|chest|tummy|belly|stomach) (\\w+ ){0,4}(suck*|pull*|cav*|sink*) in / nostrils (\\w+ )?flar* / flar\\w* nostrils /
      grunt* / ca n t breathe / winded / panting / breathing difficult* / (have|has|had|having) to (sit|sleep) (up|upright|in a chair) to breathe /
      can not lie (flat|down) / barking cough and / respirat* distress / asthma attack /
      asthma (\\w+ ){0,4}(not|worse|bad|flare|playing up|getting) / puffed( out)?( just)? / puffing /
      (crow*|harsh|rasping|whooping|whistling|creaking|snoring|gurgl*) (\\w+ ){0,3}(sound|noise|breath*|when) /
      noise (\\w+ ){0,3}(breath in|breathes? in|every breath|breathing in) /
      (neck|skin|ribs?|tummy|throat|hollow) (\\w+ ){0,3}(sucks?|suck\\w*|pulls?|pulling|caves?|caving|sinks?|tug\\w*)( in| at| under| between)? /
      bark(s|ing)? like a seal / seal(s)? bark /
      (hurts?|stab\\w*|sharp|pain) (\\w+ ){0,6}(to|when|every time|as) (i |he |she |they )?(breathe?s?|inhale|breathing)( in| deep\\w*)? /
      (breath\\w*|chest|throat|lungs) (\\w+ ){0,3}gurgl\\w* / gurgl\\w* (\\w+ ){0,3}(breath\\w*|chest|throat|lungs) /
      froth(y)? (\\w+ ){0,2}(sputum|phlegm|spit|saliva|mouth|lips) / (pink|white|blood\\w*) froth\\w* / froth\\w* at the mouth / pink foam / propped (up|on) / (too|so) breathless / (three|four|4|3|more) pillows /
      can not (\\w+ )?(get|take) (\\w+ )?(word|words|sentence) out / breathing (\\w+ )?(through|into) / tripod /
      chest (\\w+ )?heaving / oxygen (\\w+ ){0,5}(max|full|highest|not enough|turned up) /
      (two|three|few|couple of|one) words before / (can|could) (only|just|barely) (\\w+ ){0,3}(words?|talk|speak|whisper) /
      hardly (talk|speak|breathe) / tighter and tighter /
      (inhaler|pump|puffer) (is |has )?(\\w+ )?(empty|run out|finished) (\\w+ ){0,4}(tight|wors|wheez|breath)\\w* /
      drowning in (my|his|her) own / (tight|tightness) (\\w+ ){0,3}(chest|asthma) / lungs (\\w+ )?(full|filling|closing|burn) /
      (can|could) not (\\w+ )?(get|draw|pull|suck) (\\w+ )?(air|breath)( in)? / air (\\w+ )?(will|does) not (go|come) in /
      breath\\w* (\\w+ ){0,3}([4-9]\\d|forty|fifty|sixty|seventy) /
      (forty|fifty|sixty|seventy|[4-9]\\d) (times a minute|breaths|a minute) / copd (\\w+ ){0,4}(worse|bad|flare) /
      heart failure (\\w+ ){0,4}(worse|bad) /
      sleep\\w* (\\w+ )?(in|on) (a |the |his |her |my )?(chair|recliner|upright|three pillows) / short on air / out of puff /
      whoop\\w* (\\w+ ){0,5}(blue|vomit\\w*|breath\\w*) / rattl\\w* (\\w+ ){0,3}(breath|chest)\\w* / wheez\\w* on /
      whistl\\w* (\\w+ ){0,5}(breath\\w*|in\\b) / breath\\w* (\\w+ ){0,4}(plank|weight|brick|wall|blocked|stuck) /
      (can|could) not (\\w+ )?(get|catch|find|grab|suck in) (\\w+ ){0,3}(air|breath|wind|oxygen) /
      string (\\w+ ){0,3}(words|sentence) / (stop|pause|rest) (\\w+ ){0,4}(for|to get) (air|breath|\\w+ breath) /
      (panting|puffing|gasping|wheezing|gulping|heaving)( \\w+)? / gulp* (for )?air / air (\\w+ )?(hungry|starved) /
      (pump|inhaler|puffer|reliever|blue one|nebuli[sz]er) (\\w+ ){0,4}(touch\\w*|no use|useless|not work\\w*|not help\\w*|nothing|not doing|no good|makes? no) /
      (attack|asthma) (\\w+ ){0,4}(mental|mad|terrible|awful|out of control|not settling|going|kicking) /
      (ribs|chest|tummy|belly|neck|skin|throat|muscles|stomach) (\\w+ ){0,6}(suck\\w*|cav\\w*|pull\\w*|tug\\w*|dip\\w*|drag\\w*|draw\\w*|dent\\w*|going) (\\w+ )?(in|inwards)( \\w+)? /
      (suck\\w*|cav\\w*|pull\\w*|tug\\w*|draw\\w*) (in )?(\\w+ )?(at|between|under|below|above|round|around) (\\w+ ){0,2}(neck|ribs|throat|collar\\w*|breastbone|chest) /
      (head|shoulders?) (bob\\w*|heav\\w*) /
      (breath\\w*|breathes?|breathing) (\\w+ ){0,3}(like (a )?(train|fish|dog|darth|steam|pug|seal)|through (treacle|mud|a straw|cotton)|really fast|so fast|super fast|too fast|very fast|a mile a minute|funny|odd|weird|wet|crackl\\w*|bubbl\\w*|rattl\\w*|whistl\\w*|grunt\\w*|noisily|all wrong|in bursts|then stop\\w*) /
      can not (lie|sleep) (\\w+ )?(flat|down|back|without) /
      (sat|sitting|sits|sleeping|slept) (\\w+ ){0,2}(bolt )?(upright|forward|up all night|over the table) / stops? breathing /
      (pause|gap|stop)s? in (\\w+ )?breathing / (long )?pauses between breaths /
      every breath (\\w+ )?(hurt\\w*|is|feels|like|stab\\w*|an effort|work) /
      (stab\\w*|knife|sharp|hurt\\w*|catch\\w*|pain) (\\w+ ){0,5}(breathe|inhale|breath|breathing)( in)? /
      (can|could) (\\w+ )?(only|just|barely) (\\w+ ){0,2}(manage|get|say|whisper) (\\w+ ){0,3}(words?|syllables?) /
      talk\\w* in (\\w+ )?(words|bursts|gasps) / too (puffed|out of breath|winded) to /
      lips (\\w+ )?(blueberr\\w*|blue|purple|grey|lilac) /
      sounds? like (a )?(darth vader|dying|drowning) /
      peak flow ([a-z]+ ){0,6}(\\d\\d\\d ([a-z]+ ){0,3})?(1\\d\\d|200|[5-9]\\d|half|down|dropped|low|red)\\b /
      (\\d+|ten|twelve|six|eight) puffs (\\w+ ){0,6}(twice|already|no|not|still|nothing|again|spacer) /
      (can|could) not (\\w+ )?(finish|get through|manage|complete) (a |one |her |his |my )?(\\w+ )?(word|sentence|phrase)s? /
      (without|before) (\\w+ )?(suck\\w*|gasp\\w*|gulp\\w*|paus\\w*|stopp\\w*|catching) (\\w+ )?(air|breath)? /
      (neck|throat|shoulder|tummy|stomach) muscles (\\w+ )?(standing|working|pulling|straining|sticking) (\\w+ )? /
      nebuli[sz]er (\\w+ ){0,6}(still|tight|no|not|hour) / (still )?tight as a drum /
      breath\\w* (\\w+ ){0,3}(like )?(sawing|saw|snoring|a saw|sandpaper|gravel|an old man) /
      every breath (\\w+ ){0,2}(whistl\\w*|wheez\\w*|crow\\w*|rattl\\w*|squeak\\w*|hurt\\w*) /
      whistl\\w* (\\w+ )?(breath|chest|sound) / fighting (for|to get) (\\w+ )?(air|breath) /
      chest (\\w+ )?(locked|shut|closed|closing)`,
    zh: `
      说[^，。]{0,6}字[^，。]{0,6}(喘|停|歇) /
      呼吸(很|非常|极度|严重|越来越|特别|有点|十分)?(困难|费力|急促|费劲|好快|很快|太快|不畅|微弱|停|不了|不过来|不上来|唔到|暂停|短促|吃力|浅|不顺) /
      喘_(不|唔)(上|过|来|到)(来)?气? / 喘不(了|动) / (上|透|吸|接|倒|换|出)不(来|过|进|上)(来)?(气|去气|去)? / 透不过气 /
      (无法|不能|没法|不会|停止)呼吸 / (没有|没)呼吸(?!困|急|不|道|问题|费) / 没(有)?呼吸(?!困|急|不|道|问题|费) / 没(有)?气了 /
      (没|没有|不)喘气 / 憋气 / 憋得(慌|难受|脸|不行|喘|紫|要) / 憋(死|醒|坏) / 喘得(厉害|不行|很|说不|要命|难受|睡不) /
      (很|好|特别|一直|拼命|大口)喘 / 喘息 / 哮喘_(发作|犯|又|急性|大发作|加重|厉害) / 气(短|促|急|不够|不足|喘) /
      抖(不到|唔到|唔到)?气 / 条气 / (不能|没法|无法|不敢)平躺 / 躺不(下|平) / 平躺_(喘|憋) / 坐着才能(喘|呼吸|睡) / 端坐呼吸 /
      (一句|整句|句子)_(说不|讲不|断) / 三凹 / 鼻翼(扇|煽|翕) / 肋(骨|间)_(凹|陷|吸) /
      (喷雾|气雾剂|沙丁胺醇|万托林|吸入)_(没用|不管用|无效|没效|没有用|没缓解|不起作用) / 喉鸣 / 吸气_(哮|响|叫) / 快_憋 / 喘成 /
      氧气不够 / 上气不接下气 / 呼不(出|上)来? / 呼吸_(像|困难|重|粗) / 出不了气 / 张口呼吸 / 呼哧 / 胸口_陷 / 喘(的|得)?很 /
      拉风箱 / 唞唔(到|顺) / 抖唔(到|顺) / 憋(?!屈|气功|气(也|都)?(不管用|没用|止)|[^，。]{0,3}(尿|便|屎|笑|泪|话|屁|汗)) / 喘气_(响|哮|费|累|急) / 唔够气 / 气不够 /
       (吸|喘)气_(尖|声|响|痛|疼|凹) / 脖子_(凹|抽) / 粉红(色)?(的)?泡沫 / 泡沫痰 / 氧气_(开到|最大|不够|都不) /
      (垫|要)_(枕头|高)_(睡|喘|躺) / 要坐喺度 / 坐着睡 / 半夜憋醒 / 喘着 / 气喘 / 呼吸_(快|急|重) / 气都(喘|吸|上) /
      (分|要|得)_(口|次)气_(讲|说) / 一句话_(口气|喘|歇) / 肚子_(一陷|陷下|凹) / 一陷一陷 / 呼吸_(哼|呻|凹) / 讲两个字 /
      说两(个)?字_喘 / 喉咙_(呼呼|嘶嘶|吹哨|响) / 呼呼响 / 吹哨 / 走两步_(喘|歇) / 说话_喘 / 气接不 / 喘不停 / 气道 / 胸口_(拉|哮) /
      (喷剂|喷雾)_(用光|没了|用完)_ / 越喘 / 气_(进不去|吸不|出不|不进) / 呼吸([4-9][0-9]|四十|五十|六十|七十)(多)?次 /
      呼吸_([4-9][0-9])次 / 鼻(子|孔|翼)_(一扇|扇动|煽|张) / 一扇一扇 / (慢阻肺|肺气肿|心衰|肺心病)_(重|加|犯|厉害|发作) /
      锁骨窝_(坑|凹|陷) / 一吸一个坑 / 吸_(坑|凹|陷) / 大喘 / 喘粗气 / 倒气 / 呼吸_(像|跟|拉) /
      (?<!哮)喘(?=,|。|$|得|着) / (吸|喘|呼)气?_(哨|鸣|啰) / 喘_(压|石头|木板) /
      (吸气|呼吸|喘气|喘|吸)(?!不费)[^，。]{0,8}(坑|窝|凹|陷|洞|(?<!影)响|哨|叫|费|累|急|快) / 歇(好)?(几|两|三)?(回|次|趟|气) /
      (几|两|一)步[^，。]{0,4}(喘|歇|停) / 躺(下|平)?(不(下去?|了|平)|就)[^，。]{0,4}(喘|憋|闷|淹|咳)? /
      像(被)?(淹|捂|掐|勒)(住|死|着)? / 空空(响|的咳) / 气(紧|闷|不来|不上|短|粗|喘) / 喘得?(说|讲|站|走|睡|吃)不 /
      换不(过|上)(气|来) / 拉(着)?风箱 / 呼哧呼哧 / 张(着)?大嘴(喘|呼|吸) / 张(着)?嘴喘 / 脖子(上|下)?(的)?(筋|窝|肉)?_?(一|往)?(抽|凹|陷|缩) /
      胸(口|前)?(一|有|往)?(个)?(坑|凹|陷|缩) / (呼吸|气)_?(停|断|没)(了|过|一下|几秒|半天) / 半(天|晌)(才)?(喘|吸)(一口)? /
      咳(得|到)?(喘|憋|停)不 / 咳到?(吐血|脸(发)?(紫|青)) / 哮(喘)?(犯|发作|又(犯|发|来)|上来) /
      呼吸(很|好像|有点|突然|特别|一直)?(不对劲|怪怪的|怪|异常|不正常|不好)`,
  },
  /** Pain on breathing in (NICE NG158: pulmonary embolism). */
  pleuritic: {
    en: `
      (hurts?|pain|sharp|stab\\w*|catches|knife) (\\w+ ){0,8}(breathe|breathing|breath|inhale)( in)? /
      (breathe|breathing|breath|inhale) (in )?(\\w+ ){0,3}(hurts?|pain\\w*|sharp|stab\\w*)`,
    zh: `(吸气|呼吸|喘气|深吸|深呼吸)[^，。]{0,10}(疼|痛|刺|扎) / (疼|痛)[^，。]{0,4}(不敢|没法|不能)(深)?(吸|呼吸|喘)`,
  },
  pacemaker: { kind: 'context', en: `pacemaker / icd / defibrillator`, zh: `起搏器 / 除颤器` },
  /** On effort, and now also at rest: angina that becomes unstable (ESC 2023). */
  effort: {
    kind: 'context',
    en: `(when|whenever|if|while) (i|he|she) (walk\\w*|climb\\w*|run\\w*|exert\\w*|hurr\\w*|carr\\w*) / (climb\\w*|up) (\\w+ )?(the )?(stairs|hill) / walk\\w* the dog / (on|with) (walking|exertion|effort|exercise)`,
    zh: `爬(楼|山|坡) / 上楼 / 走(路|快|急|远) / 遛弯 / 散步 / 干活 / 活动 / 使劲`,
  },
  atRest: {
    kind: 'context',
    en: `at rest / (sitting|sat|lying|lay|resting) (still|down|here|there|in|on|doing|watching) / watching (telly|tv|television) / doing nothing / in bed / on the sofa / woke me`,
    zh: `(坐|躺|歇|待)着 / 看电视 / 不动(也|都|就) / 睡觉(时|的时候|也|都) / 休息(时|的时候|也|都) / 静息`,
  },
  blue: {
    en: `
      (lips?|mouth|face|fingers?|fingertips|nails?|tongue|skin|he|she|baby|child|toes|hands|gone|going|went|turn\\w*|all) (\\w+ ){0,3}(blue|bluish|purple|grey|gray|dusky)(?! (bruise|dress|eyes|shirt)) /
      (blue|bluish|purple|grey|gray|dusky) (lips?|mouth|face|fingers?|fingertips|nails?|tongue|around (the|his|her|my) (mouth|lips)) /
      cyanos* / (pale|white|grey|red) (\\w+ )?then (pale|blue|white|grey) / bluish / blueish / goes blue / going blue /
      (lips?|face|nails?) (\\w+ )?(dusky|dark|violet|lilac) /
      (lips?|mouth|tongue|fingers?|face|nails?|ears) (\\w+ ){0,6}(blueberr\\w*|blackcurrant|violet|lilac|navy|inky|smurf) /
      (went|gone|going|turn\\w*|looks?|looking|was|is|all|a bit) (\\w+ )?(blue|bluish|dusky|mauve)(?! (bruise|dress|eyes|shirt|badge|inhaler|pump)) /
      off colou?r and (limp|floppy)`,
    zh: `
      (嘴唇|嘴巴?|口唇|唇|脸(色)?|面色|指甲|手指|全身|浑身|(?<!铋剂?)舌头|面|脸都|整个人)_(发|憋得|变|有点|呈|成|都)?(紫|青|乌|蓝|绀)(?!菜|椒) /
      发绀 / 紫绀 / 憋(得|到)?(紫|青|红) / (发|变)绀 / 脸_紫 / 嘴唇_(暗|黑|发黑) /
      (嘴|唇|脸|面|手|指|舌|娃|宝宝|孩子|人)(皮|巴|上|色|甲|头|都)?(发|变|憋得?|都|全|有点|成了)?(紫|青(?!春|年|少)|乌|(?<!甲|甲发|甲变)黑)(了|的|色|得)? /
      嘴(皮|唇|巴)?_?(没(血)?色|乌|青|紫|绀)`,
  },
  lowOxygen: {
    en: `
      (oxygen|o2|sats?|saturation|spo2|ox|oximeter) ([a-z]+ ){0,5}([5-8]\\d|9[01])(?!\\d) /
      ([5-8]\\d|9[01]) ?(%|percent) (oxygen|o2|sat\\w*|on) /
      (reading|says|saying|showing|reads|monitor|finger (thing|clip|probe|gadget)) (\\w+ ){0,4}(7\\d|8\\d)( ?%| percent)`,
    zh: `
      (血氧|氧饱和|氧|spo2)[^。0-9]{0,8}([5-8][0-9]|9[01])(?![0-9]) / 血氧_(低|掉|降) / (?<!脑|脑子)缺氧 /
      血氧[^，。0-9]{0,8}(只有|才|掉|降|低|不到|八十|七十|六十|八几|七几)`,
  },
} as const satisfies Concepts;
