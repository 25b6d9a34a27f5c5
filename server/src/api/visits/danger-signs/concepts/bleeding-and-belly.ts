import type { Concepts } from './concept.ts';

/** Bleeding, belly, private parts. */
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
      (窟窿|伤口|口子|牙洞|刀口|鼻子)[^，。]{0,4}(流|渗|冒)(了|个)?(一|半|不|整|大半)_?(宿|夜|天|停)(?!_?(清?鼻?涕|清?水|脓)) /
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
      (toilet|loo|bog|pan|poo\\w*|number two) (\\w+ ){0,5}(jet black|pitch black|black and (sticky|tarry|smelly|stinky|shiny)|tarry|black (\\w+ )?stank) /
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
    en: `iron (tablets?|pills?|supplement*|makes|turns|gives) / (since|after) (starting )?(the )?iron / activated charcoal / bismuth / pepto / liquorice / on iron / blueberr* / beetroot`,
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
