import type { MoreWords } from './concept.ts';

/** Further indirect words of self-harm, of voices and of violence (WHO mhGAP 2023; American Association of Suicidology: IS PATH WARM; WHO 2013). */
export const everydayMind = {
  wantsToDie: {
    en: `
      (nice|peaceful|easier|better|good|simple\\w*|lovely|relief|fine|okay|ok) (\\w+ ){0,5}if (the|a|that|this) (\\w+ )?(lorry|bus|car|train|truck|plane|tram) (did not|would not|had not|hit|crashed|went down|came off)( (brake|stop|swerve))? / (would not|do not|not) mind if (\\w+ ){0,3}(lorry|bus|car|train|truck|plane|heart) (\\w+ )?(hit|crashed|went down|stopped|killed|gave out) /
      (knot|rope|belt|beam|branch|hook)s? (\\w+ ){0,6}(holds?|takes?|bears?) my weight /
      enough for what i (have |ve |am )?(planned|planning|got planned|want to do|need to do|have in mind|in mind) /
      (do|can|could) not trust myself (\\w+ )?(tonight|alone|with|not to|today|right now|any ?more|near|around|at the) /
      (teen\\w*|daughter|son|child|boy|girl|his|her) (s )?(\\w+ )?(search\\w*|browser|google|internet|history|phone)[^.!?]{0,60}(pass out|suffocat\\w*|plastic bag|hang\\w*|drown\\w*|lethal|overdos\\w*|painless\\w*|how to die|kill) /
      (want\\w*|hop\\w*|wish\\w*) (to |i could )?(just )?(fade|slip|drift|waste|melt) away / (stopped|given up|refus\\w*|not) (\\w+ )?(eating|food) (\\w+ )?(drinking |water )?(on purpose|deliberately) /
      not want (to )?be (a person|human|me) any ?more / can not promise (\\w+ ){0,3}(be here|be around|be alive|make it|last) /
      (i am|i will|i ll|going to be|soon) (\\w+ )?(joining|join|be with|see|with) (him|her|them)(?<=\\b(died|passed away|funeral)\\b[^.!?]{0,80})(?! (family|mother|at|for (tea|lunch|dinner))) /
      (stand\\w*|stood|sit\\w*|sat|wait\\w*) (\\w+ ){0,3}(by|beside|on|near|next to) the (fast line|tracks|railway|train line|level crossing|platform edge)(?! for (my|the|a) train) /
      (payout|pay out|insurance|money|paid) (\\w+ ){0,4}if it (looks?|seems?) (\\w+ )?like i (\\w+ )?(just )?(fell asleep|slipped|lost control|nodded off|crashed) / looks? like i (\\w+ )?(fell asleep|slipped|lost control|nodded off)`,
    zh: `
      (要是|如果|哪天)?(那|有)?(辆|趟)?(大)?(车|货车|卡车|大车|火车|公交|飞机)[^，。]{0,4}(没刹住|撞上来|撞过来|撞死我|掉下来|失事)[^。]{0,6}(就好|多好|省事|解脱|算了|也好) / (绳结|绳套|房梁|横梁)[^。]{0,10}(结实|吊得住|撑得住|承得住|牢靠) /
      (凑|攒|存|囤)够(了)?(数|量|药|片)?[^，。]{0,4}(就|我)[^，。]{0,4}(不折腾|走|解脱|了结|不遭罪|不受罪|睡过去) / (信不过|不放心|不敢信)(我)?自己(?=[，。]|$|一个人|今) /
      (搜|查|百度|浏览记录)(了|的|过)?(是)?[^。]{0,12}(失去知觉|窒息|套头|吊死|上吊|淹死|烧炭|致死|割腕|怎么死|不痛苦) / (就想|只想|想)(慢慢|就这么|这样|悄悄)(地)?(没了|死|淡掉|耗死) / 故意不吃不喝 /
      还在不在[^。]{0,6}(说不准|不一定|难说|不知道|谁知道) / (走|去世|没|过世|离开)(的|了)[^。]{0,24}我(去|要去|就去|来|想去)(找|陪)(他|她)(?!家|妈|爸) /
      (铁路|铁轨|楼顶|天台|高架)(边|上|旁)?(去|来|那儿?)?(站|坐|待|等)(着|了|在)`,
  },
  means: {
    en: `
      (practis\\w*|practic\\w*|learn\\w*|tied|tying|test\\w*) (\\w+ ){0,3}(knots?|noose) /
      (tied|hung|attached|fixed|rigged|looped) (something|it|a (rope|belt|sheet|cord|cable|scarf)) (\\w+ )?(to|on|from|over|round) (the|a) (\\w+ )?(loft hatch|hatch|beam|banisters?|rafters?|ceiling|tree|hook|joist|door)`,
    zh: `
      绳结_?练 / (练|学|打)(了|着|好)?_?绳结 / (梁|扶手|阁楼|暖气管|门框|横杆|树|吊扇)上?(系|拴|挂|绑|吊)(了)?(个|根|条)?(东西|绳|带|圈|布|床单) / (划|割|烫|扎)(几|一)?(下|道|刀)[^，。]{0,4}(能|会|就)(缓|好受|舒服|轻松|解压|痛快)`,
  },
  deathAsRest: {
    en: `(feel|felt|feeling) (\\w+ )?(lighter|so light|at ease|free|freer|relieved) (than|for the first time) (\\w+ ){0,2}(in|for|years|months|time|ages)?`,
    zh: `(好)?(几年|多年|很久|好久)(都)?没(有)?这么(轻松|平静|踏实|安心)`,
  },
  settles: {
    en: `(will|testament) (is |was )?(all )?(done|signed|written|finished) / passwords (\\w+ ){0,2}(in|on) (an|the|a) (envelope|desk|table|drawer|fridge)`,
    zh: `遗嘱(写|立|弄)(好)?了 / 密码[^，。]{0,4}(信封|纸上|桌上|抽屉) / 把(猫|狗|鱼|花|鸟|吉他|相机)[^，。]{0,2}(给|送)了`,
  },
  goodbye: {
    en: `hugg\\w* (\\w+ )?(everyone|everybody|us all|all of us|each|the kids|her mum|his mum) (\\w+ )?(twice|so long|for ages|tight|longer|like it was|again and again)`,
    zh: `抱了又抱 / 抱(了)?(很久|好久|半天|一圈) / 挨个(儿)?抱 / 跟谁都抱`,
  },
  lastThanks: {
    en: `(said|says|saying|told me|keeps saying) (\\w+ )?sorry (to|for) (me|us|everything|mum|the kids|being|all)(?= (at|for|and|over|today|tonight|this)|[,.]|$)`,
    zh: `(跟|向|对)(我|我们|妈|爸|孩子)(说|道)(了)?(对不起|歉)`,
  },
  commanded: {
    en: `(tv|television|telly|radio|phone|voices?|god|internet) (\\w+ )?(is |are |keeps? )?(ordering|telling|commanding|making|forcing|asking) (me|him|her|them) to (\\w+ ){0,2}(starve|kill|hurt|harm|jump|burn|stab|drown|drive|stop feeding|not feed|smother|shake|leave)`,
    zh: `(电视|收音机|手机|广播|新闻|天花板|墙)(里|上)?(叫|让|命令|要|逼)(他|她|我)[^，。]{0,3}(饿|不喂|别喂|砍|烧|杀|捅|跳|掐|打|撞)`,
  },
  violence: {
    en: `next time (\\w+ ){0,4}(my|your|our) (neck|throat|head|face|turn|life) / (says|said|swears) (\\w+ ){0,2}(i|we|the kids) (will be|am|are) next`,
    zh: `(说|讲|威胁)[^，。]{0,3}下(次|回)(就)?(是|轮到|该)(我|你|孩子)(的)?(脖子|头|命|脸|腿|了)? / 下(次|回)(就)?(打|弄|砍|捅|掐|勒)(死|断|残)`,
  },
} as const satisfies MoreWords;
