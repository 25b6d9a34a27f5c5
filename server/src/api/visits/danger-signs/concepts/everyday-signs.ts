import type { MoreWords } from './concept.ts';

/** Further everyday and dialect words, by the signs that unseen texts named otherwise. */
export const everydaySigns = {
  collapse: {
    en: ``,
    zh: `(一下子|突然|忽然|直接|就|猛地|咣当|扑通|咚的?一声)_?(倒|栽|躺)(了|地|下去?)(?=[^。]{0,14}(醒|叫|喊|应|抽|扶))`,
  },
  drowsy: {
    en: ``,
    zh: `(叫|喊|推|摇|拍|弄)(他|她|它|我?爸|我?妈|老公|孩子|娃|人)?(都|也|半天)?(不太|不怎么|不大|没怎么|不咋|半天不|半天才|好久才|好一会才)(醒|应|理|吭声|睁眼)`,
  },
  breathless: {
    en: `
      (reliever|inhaler|blue one|ventolin|salbutamol|puffer|albuterol) (\\w+ ){0,3}every (half )?(hour|hour or two|two hours|(1|2|one) hours?|few minutes|(\\d+|ten|twenty|thirty) min\\w*) /
      (sits?|sitting|sat|sleep\\w*|slept|prop\\w*) (\\w+ )?(bolt )?upright (\\w+ ){0,2}(all night|to breathe|in (the|a) chair|gasping) /
      can not (finish|get through|complete|say) (\\w+ ){0,4}(name|sentence|word) (\\w+ )?without (stopping|a breath|pausing|gasping|breath\\w*|a rest)`,
    zh: `
      (每|一)(个)?(小时|钟头|半小时|半个小时)(都|就)?(要|得)?(喷|吸)(?!烟|尘|油) / 坐着[^，。]{0,3}(不敢|不能|没法)(躺|睡平) / (报|说|念|叫)(个)?(自己)?的?(名字|一句话|半句话|两个字)[^，。]{0,4}(都)?(得|要)(歇|喘|停|换气) /
      (肋巴骨|肋巴|肋骨|胸骨|锁骨|肋下|心窝|脖子根|喉咙口)[^，。]{0,6}(凹|陷|瘪)(进|下|着|去|得|了)`,
  },
  fetalMovement: {
    en: ``,
    zh: `
      没(有)?(怎么)?(觉|感觉|觉得|感|摸)(着|到|得)(他|她|宝宝|孩子)?(动|踢)(?!脉) /
      (宝宝|胎儿|孩子|娃|小家伙|他|她)(今天|今早|昨晚|这两天)?(都)?(懒得|不怎么|不大|不太|很少|没怎么|不爱)(动|踢)(?!脉)(?<=(孕|[34][0-9]周|肚子里)[^。]{0,30})`,
  },
  chest: { en: ``, zh: `锁骨(底下|下面|下头|下边)` },
  chestPain: { en: ``, zh: `勒得(慌|难受|疼|痛|喘|紧) / 一圈勒` },
  heartHistory: { en: `stented`, zh: `` },
  sameAgain: {
    en: `(same|that same) (sort|kind|type) of (burning|pain|thing|tightness|pressure|ache|feeling|heaviness)`,
    zh: ``,
  },
  confused: {
    en: `(read\\w*|hold\\w*|newspaper|book|paper|menu) (\\w+ ){0,3}upside down`,
    zh: `(报纸|书|菜单|手机)(拿)?倒着(看|拿|读) / (老|总|直|一直|又)犯(迷糊|糊涂)`,
  },
  weak: { en: ``, zh: `(右|左)(手|胳膊|腿|脚)(有点|发|越来越)懒` },
  speechLost: {
    en: ``,
    zh: `(?<=突然[^。]{0,10})(写字|签名|写的字)[^，。]{0,4}(画符|乱画|不成字|写不成|不会写|歪七扭八) / (写字|签名)[^，。]{0,3}突然[^，。]{0,4}(不会|画符|不成)`,
  },
  heavy: {
    en: `(pump\\w*|squirt\\w*|spurt\\w*|sprayed) (\\w+ )?(across|over|out onto|onto|up) (the|my|his|her) (\\w+ )?(floor|wall|room|bed|bathroom|carpet)`,
    zh: ``,
  },
  pulseDanger: { en: `heart (rate |beat )?(is |of |at |was )?(1[3-9]\\d|2\\d\\d)(?! ?(mg|ml|days|/))`, zh: `` },
  poison: {
    en: `deodorant / hair ?spray / spray cans? / keyboard cleaner / air duster / whippets / tipp ?ex`,
    zh: `摩丝 / 杀虫气雾 / 空气清新剂 / 除臭喷雾`,
  },
  inTheEye: { en: `super ?glu(e|ed|ing) (\\w+ ){0,3}(eye|eyelid|lashes)\\w*`, zh: `` },
  eyeHarm: { en: `super ?glu(e|ed|ing)`, zh: `` },
  electric: {
    en: `(zapped|thrown|knocked) (\\w+ ){0,4}(mains|socket|live wire|power line|electric\\w*)`,
    zh: `被(?!静)[^，。]{0,4}(?<!静)电[^，。]{0,2}(弹|甩|崩|震|吸|粘|打晕|倒|飞)`,
  },
  crash: {
    en: `(div(ed|ing)|jump\\w*|headfirst|head first|landed|thrown|rear ended|tackl\\w*|scrum) [^.!?]{0,40}\\bneck\\b[^.!?]{0,40}\\b(tingl\\w*|numb\\w*|weak\\w*|pins and needles|can not (move|feel))`,
    zh: `
      (浴盆|浴缸|水盆|泳池|澡盆|河里|水里|水桶)(里)?[^，。]{0,4}(沉|滑|栽|淹)(下去|进去|了|水|没|底) / (扎猛子|跳水|入水|扎进水|头朝下|倒栽葱?|追尾|抱摔|翻跟头)[^。]{0,14}(脖子|颈)[^。]{0,14}(麻|没劲|过电|发软|动不|没知觉)`,
  },
  anginaWord: {
    en: ``,
    zh: `
      (平时|以前|原来|往常|一般)[^。]{0,10}(上坡|走路|爬楼|走快|干活|使劲|爬坡|骑车|跑|累)[^。]{0,4}(胸|心|下巴|牙床|牙根|喉咙|嗓子|左胳膊|左臂|膀子|后背|背心)[^。]{0,4}(疼|闷|紧|酸|痛|憋|堵|压)[^。]{0,10}(坐|躺|歇|休息|不动|睡)(着)?(也|都|还|就)_?(疼|闷|紧|酸|痛|憋|堵|压|犯)`,
  },
  wantsToDie: {
    en: `
      (scared|afraid|worried|frightened|know|sure) (\\w+ ){0,3}(next time|one day|tonight|soon) (\\w+ ){0,2}(i will|i ll|i might|i would) (\\w+ )?(jump|do it|go through|not come back|step off|let go) /
      (bridge|roof|cliff|river|platform|tracks|edge|ledge|balcony|car park)[^.!?]{0,40}\\b(did not|could not|nearly|almost) (\\w+ )?(jump|do it|step off|go through with it|let go)(ed|ped)? /
      (multi ?store?y|roof|rooftop|top floor|bridge|cliff|viaduct|balcony|ledge|car park roof)[^.!?]{0,24}(looking (down|over the)|staring down|legs? over|over the (edge|railing))(?![^.!?]{0,60}(dizz|vertigo|height|view|spin|holiday|phobia|scared of)) /
      (if|when) i (\\w+ )?(go|went|am gone|was gone|do it) (\\w+ )?(will|would) (anyone|anybody|they|he|she|the kids) (\\w+ )?(notice|care|miss|cope|be (ok|okay|better|fine))`,
    zh: `
      (怕|担心)(自己|我)?[^，。]{0,6}(下(一)?次|哪天|迟早|忍不住|控制不住)[^，。]{0,5}(跳|做傻事|动手|下手|走绝路)(?!槽|舞|操|绳) /
      (江边|河边|桥上|大桥|楼顶|天台|水库|铁轨|窗台|窗边|悬崖)[^。]{0,10}(没敢?跳|差点(就)?跳|没下去|又(走)?回来了|想了(很久|半天)|站了(很久|半天|一夜)|坐了(很久|半天|一夜)|发呆)`,
  },
  goodbye: {
    en: `
      (after|from) (tonight|today|tomorrow|this (week|weekend)|sunday|monday|tuesday|wednesday|thursday|friday|saturday) (\\w+ )?(nobody|no one|none of (you|them)|you|they|everyone|mum|dad|he|she|my (family|kids|wife|husband|parents)) (\\w+ )?(has|have|needs?|need|will|can|does not|do not) (\\w+ ){0,4}(worry|bother|care|deal|put up|look after|free|rid|relax|stop)`,
    zh: ``,
  },
  worthless: {
    en: ``,
    zh: `没(有)?(了)?(我|他|她)(们)?[^，。]{0,5}(都|就|会|反而|倒|反倒)(更)?(轻省|轻松|省心|省事|清净|好过|舒坦|自在|消停|安生)`,
  },
  noFuture: { en: ``, zh: `(门|树|梁|桥|楼|钩子|横梁|位置)(也|都|就)?(选|挑|找|定)好了` },
  means: {
    en: `(belt|rope|cord|cable|scarf|sheet|blade|razor|pills|tablets) (\\w+ ){0,3}(and|,) (\\w+ ){0,3}(picked|chosen|found|know) (\\w+ ){0,2}(door|tree|beam|hook|place|spot|day|date)`,
    zh: `(皮带|绳子?|腰带|床单|围巾|电线|炭)(都|也|就)?_?(拿|挂|备|准备|选|放|系|绑|拴|套)好了(?!狗|车|货|行李|衣服)`,
  },
  commanded: {
    en: `
      (god|jesus|the devil|satan|voices?|angels?|spirits?|demons?|radio|tv|phone|aliens?) (\\w+ ){0,2}(told|tells|telling|says|said|orders?|ordered|wants?|commands?|commanded|asks?|asked) (him|her|me|them) to (\\w+ ){0,3}(drive|jump|walk|run|step|burn|kill|stab|cut|hurt|push|throw|drown|hang|climb|crash|set fire|go through|stop (eating|drinking)|starve)`,
    zh: `(老天爷?|上帝|神仙?|菩萨|佛祖|魔鬼|天使|外星人|声音|祖宗)[^，。]{0,4}(叫|让|命令|要|逼|催)(他|她|我)[^，。]{0,4}(开车|冲|跳|撞|砍|烧|杀|捅|走到|爬|掐|绝食|不吃|去死)`,
  },
  well: {
    en: ``,
    zh: `
      (开心|爱笑|爱玩|长肉)(?<!(平时|以前|原来|往常|昨天|之前|一向|本来|从前|没)[^，。]{0,8})(?=，|。|$|得很)(?![^。]{0,30}(今天|现在|突然|软|蔫|叫不|不吃|嗜睡|紫|抽|青|烧|烫|血|绿)) /
      (尿布|尿不湿)(湿得|尿得)(多|勤)`,
  },
  explained: {
    en: ``,
    zh: `(查过|看过|检查过|拍过片|做过检查)(了)?，?(说)?(是|就是)(个)?(肌肉|拉伤|胃|焦虑|颈椎|肋|神经|劳损|反流|胀气|感冒|过敏|良性)`,
  },
} as const satisfies MoreWords;
