import type { Concepts } from './concept.ts';

/** Bleeding, belly, pregnancy, private parts. */
export const bleedingAndBelly = {
  bleeding: {
    en: `
      (fistula|graft) (\\w+ )?(burst|open\\w*|leak\\w*|bleed\\w*|popped) /
      bleed* /
      blood(?! (pressure|test|sugar|type|thinn|clot|group|count|result|donor|donat|work|sample|tests|poison|in (my|his|her) (vomit|sick))) /
      bled / haemorrhag* / hemorrhag* / (lost|losing|passing|covered in|full of) blood / bloody (?=(sock|towel|nappy|nose)) /
      (pumps?|spurts?|gap(es|ing)) / clots? (the )?size / passed (\\w+ ){0,2}clots? /
      (wound|vein|socket|tooth|artery) (\\w+ ){0,4}(will not stop|not stopping|open) /
      (pump|spurt|gush|pour|squirt|spray|jet|stream|trickl|ooz|well)(s|ing|ed)? (\\w+ )?(out|from|down|everywhere|through|up) /
      claret / haemorrhag\\w* / passing (\\w+ )?clots /
      (period|flow|time of the month) (is |was )?(\\w+ )?(crazy|insane|mental|like a tap|out of control|horrendous|flooding) /
      squirting / spurting / vein (\\w+ ){0,3}(burst|popped|open\\w*|bleed\\w*) / burst vein /
      (bowl|toilet|loo|pan|water|sink|bath|shower) (\\w+ ){0,4}(red|blood\\w*|crimson) / just (red|blood) / pure blood / all blood /
      bright (red )?blood / fresh blood / (mouthfuls?|spitting|lumps|chunks|handfuls?) (\\w+ )?(of )?(\\w+ )?blood`,
    zh: `
      (瘘口|内瘘|瘘管|动静脉瘘)[^，。]{0,4}(破|裂|漏|流|渗|出血) /
      (窟窿|伤口|口子|牙洞|刀口|鼻子)[^，。]{0,4}(流|渗|冒)(了|个)?(一|半|不|整|大半)_?(宿|夜|天|停) /
      出血(?!点|热) / 流血 / 飙血 / 流咗血 / 见血 / 全是血 / 都是血 / 冒血 / 渗血 / 血(?=，|。|$) / 满口血 /
      (?<![贫失补止验抽查献活养气缺采扎输高低心脑白凝溶造卖热鲜猪鸭充淤瘀混败铁溢咳尿])血(?![压糖型脂检管液氧癌栓症沉项丝热稠友象值红浆清样气虚亏瘀淤缺量细尿透病钾钙钠锌小氨酮磷吸崩统缘肉汗])(?!常规) /
      (哗哗|哗啦|汩汩|咕咚|滋|呼呼)_?(流|淌|冒|喷|的) /
      (?<!高|低|气|补|供|贫)血(哗|汩|滋|呼|像水|跟水|流|淌|滴|往外|往下|止不|压不|冒|喷|飙|把|染) / 流红 / 见红 / 红的 /
      (裤子|床单|毛巾|纱布|衣服|卫生巾)(都|全)?(红|湿|浸)(了|透) / 喷泉 / 血(到处|满|都|喷|哗|流得|洒|溅) / 血淋淋`,
  },
  heavy: {
    en: `
      heav(y|ily|ier) / pour* / gush* / spurt* / pump* / spray* / squirt* / soak* / drench* /
      (will|does|can|is|did|do|would|has) not (\\w+ ){0,2}(stop*|slow*|clot*|under control)( it)? /
      (can|could) not (\\w+ )?(stop|control|stem|staunch) / non ?stop / everywhere / all over / a lot( of)? / lots / loads /
      so much / too much / tons / massive* / profuse* / pool* / flood* / buckets / pints? / bright red and / severe* / badly /
      uncontroll* / through (\\w+ )?(pads?|towels?|bandages?|dressings?|sheets?|clothes|tissues|shirt|jeans) /
      (large|big|huge|massive|golf ball|fist|plum|lemon)( sized?| size)? clots / clots / full of / filled / cupful* / cups? of /
      bowl(ful)? / toilet (bowl )?(is |was |full ) / keeps (coming|bleeding|going) /
      (for|over|past) (\\w+ )?(an hour|hours|\\d+ (minutes|mins|hours)|half an hour|(twenty|thirty|forty|ten) (minutes|mins)) /
      fountain / like a tap / dripping nonstop / still bleeding / running down / every (\\d+|few|ten|fifteen|five) min\\w* /
      gone through / going through / spurts / faint* / dizz* / will not (\\w+ )?stop / puddle / puls* / every heartbeat /
      in time with / (size|big as) (\\w+ ){0,3}(egg|orange|lemon|plum|fist|golf ball|palm|peach|apple) / whole (bowl|cup|bowlful) /
      keeps? (\\w+ )?(filling|oozing|coming|dripping|trickling) / fill* with / kitchen / floor / walls / soaking through / jeans /
      mattress / bedding / will not / (crazy|insane|mental|nuts|out of control|horrendous|ridiculous)( \\w+)? / as fast as /
      (swap|chang)\\w* (\\w+ )?(them|it|pads?|towels?|dressings?) /
      (third|fourth|fifth|second|three|four|five) (\\w+ )?(towel|pad|dressing|bandage|tea ?towel|tissue box)s? /
      through the (\\w+ )?(towel|tea ?towel|bandage|plaster|shirt|sheets?) / (all )?down (my|his|her) (legs?|chin|front|arm) /
      like a (tap|hose|fountain|slaughter\\w*|crime scene|horror) /
      (still|keeps?|kept) (\\w+ )?(going|coming|running|flowing|pouring|dripping|bleeding) /
      (twenty|thirty|forty|fifty|sixty|\\d\\d) (minutes|mins) / an hour / drenching / saturat* /
      half (a )?(cup|pint|glass|bucket|bowl) / swallowing (loads|it|lots|blood)`,
    zh: `
      (枕头|毛巾|被子|垫子|纱布|衣服)(都|全)?(湿|浸)?透 /
      不(止|住|停) / 止不(住|到) / 大量 / 好多 / 特别多 / 非常多 / 大(出血|片|滩|口) / 喷 / 飙 / 涌 / 哗哗 /
      一直(流|出|冒|滴|在流) / 不停(地)?(流|冒|出|滴) / 湿透 / 浸透 / 渗透 / 一(大)?滩 / 一盆 / 满(地|床|手|身)都?是? / 如注 /
      血块 / 崩 / 止唔住 / 汩汩 / 停不下来 / 半小时 / 一个(多)?小时 / 几十分钟 / 按(压)?(着|住|了)?_(没用|还|也) / 半碗 / 一碗 /
      马桶_(红|血) / 鲜红 / 往外(冒|流|喷) / 失血 / 全是 / 哗(啦|一下) / 按不住 / 捂不住 / 压不住 /
      (几|三|两|[0-9]+)(个|块|片)(大)?(垫|毛巾|卫生) / 耳朵嗡 / 头晕 / 裤子 / 床单 / 一股(一股)? / 拳头大 / 鸡蛋大 / 手掌大 /
      一跳一跳 / (像|跟)_(水龙头|自来水) / 换_(毛巾|纱布|卫生巾|纸) / 半小时换 / 橙子 / 柠檬 / 馒头大 / 掌心大 / 满口 / 一口接一口 /
      厨房 / 满屋 / (流|出|滴|渗|吐|咳|冒|涌|淌|拉|呕)(了)?(血)?_(很多|好多|一直|老是|都是|不完|没停|一地|一床|满) /
      (很多|好多|都是|一直)_(血|流|滴|渗) / 一直(在)?(流|出|滴|渗|淌|冒|涌|喷) / 像(水龙头|喷泉|开了闸|小便|尿) / 哗(哗|啦) /
      止不住 / (换|湿|浸|用)(了)?(透)?(好)?(几|两|三|四|五|六|[0-9]+)(条|张|片|块|包|个|次) / 一(地|床|盆|桶|身|手|裤)(都是|全是)? /
      嘴(唇)?没(有)?(颜色|血色) / 眼(前)?(发)?黑 / (好)?几(个)?(大)?(血)?块 / 停不(住|下|了) / 到处(都)?(是)? / 满(地|屋|手|身|脸)`,
  },
  bloodyFlow: {
    en: `
      soak\\w* (\\w+ ){0,5}(pads?|towels?|tampons?)(?! (for|to)) /
      (pads?|towels?|tampons?) (\\w+ ){0,4}(an|per|every|each|in an|in one|in the last) (half )?hour /
      (changing|change|through) (\\w+ ){0,4}(pads?|tampons?) (\\w+ ){0,2}(hour|hourly) / flooding / bleeding out / bleed to death /
      (going|gone|went|bleeding|get*) through (\\w+ ){0,4}(pads?|towels?) (\\w+ ){0,2}(every|in|an|per|\\d) /
      (maternity )?pad every`,
    zh: `
      大出血 / 血流不止 / 血流如注 / 流血不止 / 出血不止 / 血止不住 / 止不住血 / 喷血 / 飙血 / 血崩 / 崩漏_(多|大) /
      (小时|分钟)_(就|要)?_(湿透|换|浸透|用|一)_(片|张|块|个)?_(卫生巾|夜用|护垫|产妇巾) /
      (卫生巾|夜用|安睡裤)_(湿透|浸透|不够|兜不住|(半|一|1|两)个?小时) / (垫|巾)_(一小时|一个小时|半小时|几分钟) / 裤子_全是血 /
      垫子_小时`,
  },
  nose: { en: `nose ?bleed* / nose (\\w+ )?bleed* / bloody nose`, zh: `鼻(子)?(出|流|喷)?血 / 流鼻血 / 鼻衄` },
  harmlessBleed: {
    kind: 'context',
    en: `
      gums? / brush* (my |his |her )?teeth / floss* / paper cut / shaving / scab / pimple / hangnail / insect bite / scratch /
      graze / donat*`,
    zh: `牙龈 / 刷牙 / 刮胡 / 痘痘 / 倒刺 / 擦破 / 蚊子 / 献血 / 划破(了)?点?皮 / 蹭破`,
  },
  trace: {
    kind: 'context',
    en: `
      streak* / speck* / (a |one |few |couple of )+(drops?|spots?|dots?|smear|smears) /
      (on|when) (the )?(toilet )?(paper|tissue|wip\\w*) / tinge* / h(a)?emorrhoid* / piles / fissure / trace / tiny / little bit /
      constipat*`,
    zh: `血丝 / (一|几)(点|滴|丝)(血|点)? / 手纸 / 卫生纸 / 厕纸 / 纸上 / 痔疮 / 肛裂 / 便秘 / 一点点 / 少量 / 少许`,
  },
  vomitBlood: {
    en: `
      (mouthfuls?|cupfuls?|lumps|clots) (of )?(\\w+ )?(fresh |bright )?blood / spitting (out )?(\\w+ )?(blood|clots) /
      (vomit*|thr[eo]w\\w* up|puk*|sick|cough*|spit*|spat|bring* up|brought up|retch*|heav*|hack*) (\\w+ ){0,4}(blood*|clots|coffee grounds?|black stuff|red stuff) /
      blood (\\w+ ){0,3}(vomit|sick|puke|when i (cough|vomit)|phlegm|sputum|spit) /
      (vomit|sick|puke) (\\w+ ){0,4}(blood*|coffee ground\\w*|red|black|like coffee) / coffee grounds? / h(a)?ematemesis /
      h(a)?emoptysis / bloody (vomit|sick|phlegm|sputum) /
      (sick|vomit*|threw up|throw* up|puk*|brought up|bring* up) (\\w+ ){0,4}(brown\\w*|grainy|dark|black|red|blood\\w*|rusty|ground\\w*|soil|tar)(?! (rice|bread|sauce)) /
      cough* (\\w+ ){0,3}(red|pink|rust\\w*|bright|black) / (throw* up|vomit*|sick|bringing up) (\\w+ ){0,5}coffee /
      (vomit|sick|puke|threw up|throwing up|throw up|bringing up|brought up|cough\\w*|spat|spit\\w*|hack\\w*) (\\w+ ){0,6}(claret|red stuff|bright red|fresh blood|coffee|brown bits|black bits|dark bits|used coffee|like coffee) /
      (vomit\\w*|sick|puk\\w*|threw up|throwing up|brought up) (\\w+ ){0,8}(dark|black|brown|red|maroon) ?(grounds|bits|stuff|granules|specks|gunge|liquid)? /
      (dark|black|brown) (grounds|granules)`,
    zh: `
      呕血 / 吐(了|出)?_?(血|鲜血) / 咯血 / 咳_血(?!压|糖) / 吐_(鲜红|暗红|咖啡|红色) / 咖啡渣 / (胃|吐)_咖啡 / 呕(吐)?_(咖啡|血) /
      痰_(全是|都是|很多|大量|好多|鲜|带|里有)血 / 吐_血块 / 呕咗血 / 血呕 / 吐啲血 / 满口血 /
      吐_(酱油|掺渣|渣|酱色|褐色|黑色|黑水|深色|红) / 咳_(红|铁锈|鲜|黑痰) / (吐|呕)_(像|跟|似)_(咖啡|酱油|可乐|泥|墨) /
      咳_(一杯|半杯|好多|大口)_血 / 一口(一口)?血 / 血_咳(出|了) /
      吐(的|出来|了)?(都|全|后来)?(是|有)?_?(血|鲜红|暗红|红的|咖啡|酱油|黑的|黑水|褐) / (嘴|口)里_?(冒|涌|流|喷|吐)血 /
      (咳|吐|痰)(出|里|的)?_?(鲜|红|大口|满口|一口|好多|全是|都是)(的)?血 / 呕(的|出)?(都)?(是)?_?血 /
      (吐|呕)[^。]{0,12}(黑渣|渣渣|黑色的?渣|咖啡|黑乎乎|血块|血丝一大|暗红) / 黑渣渣?`,
  },
  blackStool: {
    en: `
      (toilet|loo|bog|went|pan|poo\\w*|number two) (\\w+ ){0,5}(jet black|pitch black|black and (sticky|tarry|smelly|stinky|shiny)|tarry|black (\\w+ )?stank) /
      (black|tarry|jet black|tar|pitch black|dark as tar|maroon|like tar) (\\w+ ){0,3}(stools?|poos?|poops?|faeces|feces|bowel|motions?|crap|shit) /
      (stools?|poos?|poops?|faeces|feces|motions?|crap) (\\w+ ){0,5}(black|tar|tarry|maroon|like tar) / mel(a)?ena /
      (poo|poop|stool*|motion*) (\\w+ ){0,5}(dark and sticky|like treacle|like marmite|sticky black|dark sticky|treacle) /
      (poo\\w*|stool\\w*|motion\\w*|number two|number twos|bowels?) (\\w+ ){0,5}(like (black )?(tar|treacle|ink|molasses|liquorice|road tar|marmite)|jet black|pitch black|sticky and black|black and sticky|inky)`,
    zh: `
      黑便 / 柏油(样|状)? / (大便|粪便|屎|拉的|便便|拉出来)_(黑|柏油|沥青|像墨|乌黑) / 黑(色|乎乎|黢黢)?_(大便|粪便|屎|便) / 屙黑 /
      沥青 / 拉_黑(色)?(的)? / 大便_(发亮|像酱|像泥|酱油) / 屎_黑 / 黑屎 / 拉黑 /
      (拉|屙|解|大便|屎|粪|便)(的|了|出来|是)?(都)?(是)?_?(黑|乌|沥青|柏油|墨|锅底|芝麻糊)(色|的|油|炭|糊)?(?!豆|芝麻糊吃)`,
  },
  stoolBlood: {
    en: `
      (blood*|bleed*|clots) (\\w+ ){0,6}(stools?|poos?|poops?|back passage|rectum|rectal\\w*|bottom|bowels?|toilet|anus|behind|bum|diarrh\\w*|nappy|diaper) /
      (stools?|poos?|poops?|rectal\\w*|diarrh\\w*|toilet|bowl|nappy|diaper) (\\w+ ){0,5}(blood\\w*|bleed\\w*|clots) /
      (red ?)?currant jelly / (jam|jelly) like / like (raspberry|strawberry|red) (jam|jelly) /
      (nappy|diaper|poo\\w*|stool\\w*) (\\w+ ){0,4}(raspberry|strawberry|red|blackcurrant|cherry) ?(jam|jelly|slime|mucus|currant) /
      (loo|toilet|bog|number two|poo|bowl|pan) (\\w+ ){0,6}(just |all |bright |full of )+(red|blood) /
      (passed|passing|pass|pooed|pooing|shitting|crapping) (\\w+ ){0,3}(blood|red|claret|clots) /
      (toilet|loo|bowl|pan|poo\\w*|stool\\w*|diarrh\\w*) (\\w+ ){0,5}(maroon|dark red|crimson|plum|burgundy|wine) (\\w+ )?`,
    zh: `
      便血 / 拉血 / 血便 / 大便_血 / 拉(的|出来)?_(都是|全是|好多|大量)_血 / 果酱样 / 屙血 / 肛门_(出血|流血|血) /
      (果酱|番茄酱|草莓酱|红果冻|西瓜汁)(一)?(样|似的|色)? / 拉的(像|是|跟)?_(果酱|番茄酱|血水|鲜血|血) /
      (拉|屙|解|便|马桶|屁股|肛门|大便|屎)(的|了|出来|里|后)?(都|全)?(是|有|流|滴|喷)?_?(血|鲜红|暗红) /
      (一|满|半)(马桶|盆|裤子)(的)?血`,
  },
  iron: {
    kind: 'context',
    en: `iron (tablets?|pills?|supplement*) / bismuth / pepto / liquorice / on iron / blueberr* / beetroot`,
    zh: `铁剂 / 补铁 / 铋 / 硫酸亚铁 / 动物血 / 猪血 / 鸭血 / 火龙果 / 桑葚 / 西瓜`,
  },
  belly: {
    en: `
      stomach* / tumm(y|ies) / bell(y|ies) / abdom* / gut / guts / (lower|upper) (right|left)( side| quadrant)? / right side /
      left side / appendi* / bowels? / intestin* / navel / belly button / pelvi* / epigastr* / under (my|the|his|her) ribs / ovar* /
      womb / down below / flank / rib(s)? / private / tube / under (\\w+ )?ribs / bowel / groin / loin /
      side of (his|her|my) (tummy|belly) / right of (his|her|my) tummy /
      (lower|upper|right|left) (\\w+ )?(abdomen|tummy|belly|side) / midsection / insides / innards / solar plexus /
      below (my|her|his) (navel|belly button|ribs) / side of my (tummy|belly|stomach|waist)`,
    zh: `
      肚子 / 肚(皮|脐)? / 腹(?!泻|股) / 小腹 / 上腹 / 下腹 / 胃(?!镜|口) / 肚脐 / 腹部 / 腰腹 / 阑尾 / 盆腔 / 右下 / 肝区 / 胆囊 /
      侧腹 / 卵巢 / 附件 / 肋下 / 肚(?!明|量) / 胃 / 右上腹 / 左下腹 / 胆 / 小肚子 / 肠 / 胃脘 / 肚脐(眼)? /
      (右|左)(下|上)?(边|腹|肚|侧) / 小(肚|腹)(子)? / 肚肚 / 下(腹|身)部 / 心窝下 / 腰子 / 胯(上|边) / 肠(子)?(?!胃炎|镜|道|息)`,
  },
  pain: {
    en: `pain* / ache* / aching / hurt* / sore / agony / cramp* / stabb* / sharp / tender* / burning / colic* / killing / throb*`,
    zh: `痛 / 疼 / 绞 / 刺痛 / 胀痛 / 刀割`,
  },
  rigid: {
    en: `
      (rigid|board like|(hard|solid|stiff|tight) (like|as) (a )?(board|rock|wood|drum|plank|table|brick|stone|concrete)|rock hard|like a (board|plank|drum)|solid) /
      (hurts|worse|agony|painful|screams?|jump\\w*) (\\w+ ){0,4}(walk*|mov*|cough*|bump*|touch\\w*|press\\w*|let go|jolt|step|speed bump) /
      (lie|lying|keep|stay) (\\w+ )?(perfectly |completely )?still /
      can not (stand|straighten|walk|move|get up|lie|sit) (\\w+ )?(up|straight|upright)? /
      (moved|shifted|started|migrat\\w*) (\\w+ ){0,8}(lower right|right lower|right side|bottom right|right) / guarding / rebound /
      swollen and hard / (hugely |very |badly )?(distended|bloated) (like|and (hard|vomit\\w*|painful|no)) / lower right /
      right lower / (getting |going |gone |more and )+(hard|tight|swollen|rigid)(er)? / seat ?belt /
      will not let (\\w+ )?(touch|near)\\w* / one spot / can not (hop|jump) / bent (over|double) / like a football /
      (solid|hard|stiff|tight|firm|tense|taut) (as|like) (a |an )?\\w+ /
      (even )?(the )?(sheets?|blanket|clothes|duvet|jeans|waistband|car|bump\\w*) (\\w+ )?(touch\\w*|hurts?|kills?|agony|makes) /
      moved (down )?to / (now|then) (\\w+ ){0,4}(lower right|right side|down (on )?the right|bottom right|right hip) /
      (can|could) not (\\w+ )?(straighten|stand up|walk upright|uncurl|hop|jump|cough) (\\w+ )? /
      every (bump|step|cough|movement)( \\w+)? /
      (swell\\w*|swollen|blown|blow\\w*|bloat\\w*|balloon\\w*) (\\w+ )?(up )?(like|tight|hard|and hard|as a drum) /
      (hurts|screams|cries|flinch\\w*) (\\w+ ){0,3}(touch\\w*|press\\w*|let go|mov\\w*) /
      (acute|got|have|be|is|it) (\\w+ )?appendicitis`,
    zh: `
      板(状|样|硬) / 硬(邦邦|梆梆|得像|如板|硬的|得跟) / (不敢|不能|不让|唔俾)(碰|摸|按|动|咳|翻身) /
      (一|轻轻)(碰|按|动|咳)(就)?_(痛|疼) / (按|压|碰)(着|下去|一下)_(痛|疼) / 反跳痛 / (转移|跑|移|挪)(到|去)_右 /
      右下(腹|方|边|侧|肚|面)? / 直不起(腰|身) / 蜷 / 弯着腰 / 站不直 / 绷(得)?(像|跟|硬|紧) / 越来越硬 / 硬(了|起来|着) /
      像(块)?板(子)? / 按都不(软|让) / 眼睛黄 / 肚皮_(硬|紧|板) / 车_颠_(痛|疼) / 颠_(痛|疼) / 后来_右 / 跑(到)?右 /
      (肚|腹)[^，。]{0,6}硬(?!币|皮|块_多年) / (摸|按)(起来|着|上去)?(很|好|特别|都|是|发|也)?硬 /
      (一|走路|咳嗽|颠|碰|按|动|翻身|喘气)(一)?(下|着|走|动|颠|碰|按)?(就)?(更|越|特别|很)?(疼|痛)(得)?(厉害|要命|不行|死|叫|跳)? /
      肚(皮|子)(硬|绷|紧|板) / 蹲(在)?地_?(起不来|不起)? / 直不起(腰)? / 爬(不起|着|地) / 阑尾(炎)?(发作|犯|急性|疼|痛)`,
  },
  vomiting: {
    en: `
      vomit* / thr[eo]w\\w* up / puk* / being sick / been sick / sick (\\w+ )?(times|twice|again|everywhere|all) / retch* /
      can not keep (\\w+ ){0,3}down / (not|nothing) (\\w+ )?(keep|stay)\\w* (\\w+ )?down / bring* (\\w+ )?up (everything|all|even) /
      nause* / projectile / (can|could) not keep (\\w+ ){0,4}(down|in) / puked / chuck\\w* (up|\\w+ guts) / hurl\\w* / barf\\w* /
      spew\\w* / throwing (it|everything|his|her) / been (sick|throwing) / honk\\w* / emptied (his|her|my) stomach /
      brings? everything / upchuck\\w*`,
    zh: `
      呕吐 / 吐(?!槽|字|血|痰|司|露|气) / 恶心 / 干呕 / 作呕 / 喷射 / 呕(?!血) / 呕土 / 吐得 / 留不住 /
      (吐|呕)(了|得|的|出)_?(几|好|一|两|三|四|五|不|厉害|停|天|水|绿|黄|胆|苦) / 吃(啥|什么|点|一口)(都|就)?吐 /
      又(吐|拉)又(拉|吐) / 翻江倒海 / 呕(个|吐|不)`,
  },
  greenVomit: {
    en: `
      (green|bile|bilious|yellow green|dark green|faecal|fecal|brown|poo) (\\w+ ){0,2}(vomit*|sick|fluid) /
      (vomit*|thr[eo]w\\w* up|sick|bring\\w* up) (\\w+ ){0,4}(green|bile|bilious|faec\\w*|fec\\w*|poo|brown)`,
    zh: `
      吐_(绿|胆汁|黄绿|粪|大便) / 绿(色|的)?_(呕吐|吐|水) / 胆汁样 / 吐粪 / 黄绿水 / 喷射_吐 / 吐_喷 / 喷到 /
      (绿|黄绿|草绿|青)(色)?(的)?(水|汁|胆汁|液)?(都)?_?(吐|呕) / (吐|呕)_?(绿|胆汁|苦水|青)`,
  },
  blocked: {
    en: `
      (not|no|can not|unable to|stopped) (\\w+ ){0,3}(pass\\w* )?(gas|wind|fart\\w*|flatus|bowel movement|poo\\w*|stool) (\\w+ ){0,3}(days?|since|at all)? /
      (blocked|obstruct*|twisted) (\\w+ )?(bowel|gut|intestine)* / bowel obstruction /
      (bloated|distended|swollen|blown up|swelled|ballooned) / (has|have|had) not (\\w+ )?(fart\\w*|poo\\w*|passed) /
      (has|have|had|did|can|could) not (\\w+ )?(fart\\w*|pass\\w* (\\w+ )?(gas|wind)|been (to the toilet|for a poo)|pood?|pooped|opened (my|his|her) bowels|gone) (\\w+ ){0,4}(days?|since|week)? /
      nothing (is )?(coming|passing) (out )?(the other|either|below) /
      (bell(y|ies)|tummy|stomach|abdomen) (\\w+ ){0,3}(swell\\w*|swollen|balloon\\w*|blown|bloat\\w*|distend\\w*|like a (drum|balloon|football|beach ball))`,
    zh: `
      (不|没|没有|停止|无|冇)_(排气|放屁|排便|大便|屁) / 肠梗阻 / 肚子_(胀得|鼓得|涨得|胀大|鼓起|胀) / 腹胀 /
      (没|不|冇|好几天没|几天没)(屙|拉|解|放|排)(屎|大便|便|屁|气)(没|不|也没)? /
      肚(皮|子)?_?(鼓|胀|撑|大)(得|的|成|起)_?(发亮|像|跟|圆|硬|高|球|鼓)`,
  },
  hernia: {
    en: `
      hernia / (lump|bulge|swelling) (\\w+ ){0,3}(groin|scrotum|navel|belly button) /
      (groin|navel|belly button) (\\w+ )?(bulge|lump|swelling) /
      (lump|bulge|swelling|egg|knot|bump) (\\w+ ){0,5}(groin|scrotum|navel|belly button|top of (my|his) (leg|thigh)) / rupture /
      (bulge|lump) (\\w+ ){0,6}(slid\\w*|push\\w*|popp\\w*|goes?|went) (\\w+ )?(back|in)`,
    zh: `
      疝(气)? / 腹股沟_(包|肿|块) / 小肠串气 / 小肠气 / 腹股沟 / 大腿根_(包|疙瘩|鼓) /
      (大腿根|腹股沟|肚脐|蛋|下面)_?(鼓|冒|凸|掉)(了|出)?_?(个|一个)?(包|疙瘩|块|鸡蛋) / (串|疝)(气|了)`,
  },
  stuck: {
    en: `
      (will|can|does) not (\\w+ ){0,3}(go|push|pushed|pop|slide|put|get) (\\w+ )?(back|in) / stuck / hard /
      (dark|purple|red|black|tender|painful|agony) / trapped / strangulat* / solid / pushed back /
      (gone|went|is|now|turned) (\\w+ )?(rock )?(hard|purple|red|dark|solid|blue|black|angry) /
      (will|would|can|could|does) not (\\w+ ){0,4}(back|in|budge|reduce|shift) / no longer goes`,
    zh: `(回|推|按|塞|还)不(去|回|进)(去)? / 硬 / 卡住 / 变(紫|黑|红) / 嵌顿 / 推唔`,
  },
  period: {
    kind: 'context',
    en: `
      period pain* / period cramp* / (my|her) period (started|starts|is here)? / menstrual cramp* / ibs / irritable bowel /
      indigestion / heartburn / trapped wind / gas pains?`,
    zh: `痛经 / 来(月经|例假|姨妈)(痛|疼|肚子|第) / 肠易激 / 消化不良 / 姨妈痛 / 经期`,
  },
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
      no (kicks|movements?|flutters|wriggles) (since|today|all day|for|yet|at all) /
      (baby|bump|little one) (has not|is not|did not|does not|hardly|barely|stopped) (\\w+ ){0,2}(mov|kick)\\w*`,
    zh: `
      (平时|以前|每天|往常)[^。]{0,10}(闹|动|踢)[^。]{0,16}(不动|没动|没动静|安静) /
      胎动_(少|减|没|消失|不动|弱|明显|感觉不到|异常|变|停|频繁|冇|无|不见) / (感觉|摸|感受|察觉)不(到|出)_(胎动|宝宝|动) /
      (没|没有|冇|无)(感觉到|感到|什么|了|咩)?_?胎动 / 胎心_(没|听不|慢|快) / 数胎动_ / (胎儿|肚里|肚子里)_(不动|没动|安静) /
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
      (哗|噗|啪)(的|地)?(一声|一下)_?(水|流|湿) / 羊水`,
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
  testicle: {
    en: `
      testic* / testis / testes / scrot* / (left |right |one |my |his )(ball|nut|nad|bollock|gonad)s? /
      (balls|bollocks|nuts|nads|ballsack|nutsack) / (his |my |one |left |right )+(side of (his|my) )?(bag|sack|sac|ball|nut) /
      in the (nuts|balls|groin|crotch) / one of (my|his) (nuts|balls|bits) /
      (holding|clutching|grabbing) (his|my) (privates|crotch|groin|bits|down there) / privates / crown jewels / plums / goolies /
      family jewels / one of (his|my) balls / (his|my) (balls?|nuts?|bollocks?|testes)`,
    zh: `
      睾丸 / 蛋蛋 / 阴囊 / 卵蛋 / 蛋子 / 春袋 / 小鸡鸡下面 / 下面_蛋 / (?<!鸡|鸭|吃)蛋(?=痛|疼) / 左蛋 / 右蛋 /
      蛋(?=鼓|肿|痛|疼|胀|硬|红|一)(?!糕) / 子孙袋 / 阴囊袋 / 那里_蛋 / 下面(一)?(边|个|侧)?_?(蛋|丸|球|肿) /
      (左|右|一)(边|侧|个|只)?(蛋|睾丸|丸|卵) / 命根(子)? / 裆(里|下) / 蛋(肿|疼|痛)`,
  },
  testiclePain: {
    en: `
      pain* / ache* / aching / hurt* / sore / swoll* / swell* / twist* / agony / tender / kill\\w* / torsion / red / higher /
      throb* / twice the size / big\\w* / hard`,
    zh: `痛 / 疼 / 肿 / 扭 / 红 / 硬 / 胀 / 鼓 / (肿|变|胀|特别|这么)大 / 大了 / 叉着腿 / 缩(上去|起来) / 老大`,
  },
  priapism: {
    en: `
      (erection|hard on|boner|erect|viagra) (\\w+ ){0,8}(hours|will not go|not go*|since (last|yesterday|this)|stuck|all night) /
      priapism / (hours|will not go down) (\\w+ ){0,5}erection / (hard|stiff|up) (\\w+ ){0,5}(hours|hrs) /
      (viagra|cialis|sildenafil) (\\w+ ){0,12}(hours|hrs|hard|still) /
      (viagra|sildenafil|cialis|tadalafil|injection|caverject|trimix) (\\w+ ){0,12}(still|hours|go down|up|hard|erect\\w*) /
      (will|would|does) not go down (\\w+ ){0,6}(hours|hrs|since) /
      (still|been) (hard|erect|up) (\\w+ ){0,4}(hours|hrs|since|all night)`,
    zh: `
      勃起_(小时|不消|不软|下不去|不退|消不) / 硬_(不软|几个小时) / 阴茎异常勃起 / (下面|阴茎|小弟弟)_(硬|勃起)_(小时|不下|软不) /
      硬_(小时|钟头|一夜|一晚) / (万艾可|伟哥|西地那非|他达拉非)_(硬|小时|不消|不软|紫)`,
  },
} as const satisfies Concepts;
