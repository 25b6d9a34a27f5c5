import type { Concepts } from './concept.ts';

/** Injury, burns, bites, eyes, heat and cold. */
export const harmFromOutside = {
  crash: {
    en: `
      (in|since|after|from) (a|the|our|my|his|her) (car |bike )?(crash|pile ?up|accident)(?! and emergency) /
      (car|road|traffic|motorbike|motorcycle|bike|bicycle|scooter|train|bus|truck|lorry|high speed|quad) (\\w+ )?(crash\\w*|accident|collision|smash|wreck) /
      (hit|struck|knocked( down| over)?|run over|ran over|runover|mown down|clipped) by (a |an |the )?(\\w+ )?(car|bus|bike|van|lorry|truck|train|motorbike|motorcycle|vehicle|scooter|tram|taxi|driver|tractor) /
      (hit|crashed|smashed|drove|went) (\\w+ )?(into|off) (a |the )?(tree|wall|road|bridge|lamp post|windscreen|windshield|dashboard) /
      (fell|fallen|falling|jumped|thrown|dropped|fall|plunged|come off|came off|tumbled) (\\w+ )?(from|off|out of|down) (\\w+ ){0,6}(roof|ladder|height|window|balcony|tree|scaffold\\w*|floor|storey|story|horse|cliff|bridge|stairs|loft|motorbike|meters?|metres?|feet|flight|changing table|bed onto|building|bike at) /
      thrown from / rollover / overturned car / explosion / blast / drown* /
      (pulled|dragged|found|fell) (\\w+ ){0,5}(pool|pond|river|lake|bath) (\\w+ ){0,6}(not|blue|cough\\w*|under|face down|breath\\w*|limp|unconscious) /
      face down in (the )?(water|pool|bath|pond) / buried (under|alive) /
      crush* (by|under|between|in|hand|leg|chest|arm|foot|fingers) /
      fell (\\d+|two|three|four|five|six|ten) (m|metres?|meters?|feet|ft|floors?|stor\\w*) /
      (off|from) (my|his|her) (bike|motorbike|horse|scooter) (\\w+ ){0,4}(helmet|speed|road|head|fast)? / rear ended /
      seat ?belt (\\w+ ){0,5}(mark|bruis\\w*|hurt\\w*|belly) / airbags? /
      (pulled|dragged|fished|got|lifted|found) (\\w+ ){0,3}(out of|from|in) (\\w+ ){0,3}(lake|water|sea|river|pool|pond|bath|ocean|well|canal) /
      near ?ly drown* / (leg|hip|foot) (\\w+ ){0,5}(shorter|turned out|rotated|outwards|will not (bear|take) (any )?weight) /
      (back|neck) (\\w+ ){0,4}(after|from|since) (\\w+ ){0,3}(fall|fell|crash|dive|diving|horse|accident|tackle) (\\w+ ){0,6}(numb|tingl|pins|move|legs|weak|feel)\\w* /
      dived? into / came off (at|my|his|her|the) /
      (fell|fall\\w*|dropped|tumbled|went|toppled|jumped|slipped) (\\w+ ){0,3}(out of|off|from|down|through) (\\w+ ){0,4}(window|floor|balcony|roof|stairs|wall|scaffold\\w*|loft|ladder|tree|horse|bunk|top|ceiling|skylight|shaft|cliff|bridge|height|storey|story) /
      (pulled|dragged|fished|got|hauled|found|lifted|scooped) (\\w+ ){0,4}(out|from|in|at the bottom) (\\w+ ){0,3}(pool|lake|sea|river|pond|bath|hot tub|paddling pool|canal|water|harbour|surf) /
      went under (\\w+ )?(water|and|for|the)? / swallowed (\\w+ )?water (\\w+ ){0,6}(pool|swim\\w*|sea|lake|cough\\w*|sleepy) /
      (hit|smashed|ploughed|slammed) (\\w+ )?(by|into|from behind) (\\w+ )?(car|van|tree|lorry|truck|bus|wall|bike)? /
      (came|come) off (\\w+ ){0,2}(bike|motorbike|scooter|horse|quad|moped|e ?scooter|skateboard) /
      (rolled|flipped|overturned|wrote off|totall?ed) (\\w+ )?(car|truck|tractor|quad|van)? / trampled /
      kicked by (a |the |my )?(horse|cow|bull) / under (a |the )?(tractor|car|wheel|horse|rubble|tree) /
      (fell|fall\\w*|tumbled|went|slipped|pushed) (\\w+ )?(down|headfirst down|head first down|backwards down) (\\w+ ){0,3}(steps|stairs|cellar|escalator|flight|bank|hole|shaft)`,
    zh: `
      车祸 / (被|让|给)_(车|摩托|电动车|货车|公交|电瓶车|汽车|三轮)_(撞|碾|压|轧|刮|带倒) / 撞车 / 翻车 /
      (从|在)_(楼|梯|高|树|房顶|屋顶|阳台|架子|马上|楼梯|脚手架|窗|墙头|滑梯|桥|床)_(上|处|子|口)?_(摔|坠|掉|滚|跌|跳)(下|落|了下)? /
      高(处|空|楼)_(坠|摔|掉|跌) / 坠(楼|落|马|床头) / (楼|楼梯)上?_(摔|滚|跌)下 / 跳下_楼 / 溺水 / 淹_水 / 呛水 /
      掉_(河|池|水|井)里 / 爆炸 / 塌方 / (被|让)_(砸|压|埋)(到|在|中|了|伤|住|断) / (被|受|遭)_挤压 / 绞(进|到|伤)_(机器|手|胳) / 追尾 /
      安全带_(勒|印|青|伤) / 推(我|她|他)_(楼梯|下楼) / (摔|滚|推)_(下|落)_?(楼|梯|坡|沟|坑|井) /
      (摔|跌)_(楼|房|梯|米) / (摔|跌|跤)_(腿|脚|髋)_(短|外翻|不能动|动不了|变形) / 腿_(短了|短一截|长短) / 跳水_(脖|颈) /
      (从|在)_(河|水|池|海|江|井|塘|湖)(里|中)?_(捞|救|拉)(上|出) / 落水 / 捞上来 / 掉水里 / 骑(马|车|摩托)_摔_(腰|腿|脖|头) /
      摔_(腰|背|脖)_腿_(麻|没|动) / (摩托|电动车|电瓶车|自行车|滑板车)_(摔|翻|撞) / 从_(池|泳池|浴缸|水)_(捞|拉|抱) /
      (床|上铺|沙发|桌子|椅子|滑梯|秋千|窗台|车)(上)?_(掉|摔|滚|跌)(下来|下)_(昏|晕|吐|不|头) /
      (从|在|被)[^，。]{0,8}(摔|掉|跌|坠|滚|栽|翻|砸|跳)(了)?(下|落|出|进)(来|去|地|楼|沟|坑|河|塘|山)? /
      (掉|跌|落|滑|栽)(进|到|入)_?(鱼塘|水塘|河|池|井|水|沟|粪坑|水库|泳池|海|江|湖|窖) / 捞(上|起|出)(来)? /
      (车|货车|三轮|拖拉机|摩托|电动车)[^，。]{0,4}(翻|撞|压|碾|轧|甩|刮|侧翻) / 头(朝下|着地|先着|撞|磕) /
      脑袋(着地|先着|朝下|开花) / 砸(到|在|中|了)_?(头|腿|脚|身|背|胸|腰) / 跳水[^，。]{0,8}(撞|扎|磕|底)`,
  },
  /** A height, an animal or a machine that makes a fall dangerous. */
  highRisk: {
    en: `(scaffold\\w*|roof|ladder|balcony|horse|quad|motorbike|motorcycle|moped|tractor) / (mph|km/h|kph)`,
    zh: `拖拉机 / 摩托 / 电动车 / 电瓶车 / 脚手架 / 房顶 / 屋顶 / 梯子 / 二楼 / 三楼 / 马背 / 高速`,
  },
  wound: {
    en: `
      (finger\\w*|thumb|hand|toe|ear|foot) (\\w+ ){0,4}hanging (\\w+ )?(by|from) /
      stab(bed|bing)? (\\w+ ){0,3}(in|with|by|wound|chest|stomach|neck|back|leg|me|him|her) /
      knife (wound|sticking|in (my|his|her)) / gun ?shot / (been |was |got )shot(?! of) / impal* /
      (cut off|chopp\\w* off|sever\\w*|amputat\\w*|ripped off|torn off|sliced off|took off|lost) (\\w+ ){0,4}(finger\\w*|thumb|hand|toe|arm|leg|foot|limb|tip) /
      (finger\\w*|thumb|hand|toe|arm|leg|foot) (\\w+ ){0,4}(cut off|chopp\\w* off|sever\\w*|amputat\\w*|ripped off|torn off|come off|came off|hanging (off|by)|sliced off) /
      bone (\\w+ ){0,4}(sticking|poking|showing|through|visible|out) / (see|seeing) (\\w+ ){0,3}(the )?(bone|tendon|fat|muscle) /
      open fracture / compound fracture / (deep|gaping|huge|massive) (\\w+ )?(cut|gash|wound|laceration|slash) /
      (cut|gash|wound|slice|slash) (\\w+ ){0,5}(deep|gap\\w*|to the bone|wide open|artery|arter\\w*) /
      (slashed|slit|cut) (\\w+ )?(wrists?|throat|neck|artery) / chainsaw /
      (nail|knife|glass|rod|stick|metal|branch|fence|screwdriver|pole) (\\w+ ){0,4}(stuck|sticking|embedded|through|went (in|through)) /
      broken (neck|back|spine|hip|pelvis) / (neck|back|spine) (\\w+ )?(broken|snapped) /
      (leg|arm|wrist|ankle|bone) (\\w+ ){0,4}(bent|wrong (way|angle|direction)|deform\\w*|at (an|a) (odd|weird|funny|strange|right) angle|snapped|twisted (right )?round) /
      (serious|severe|major|bad|nasty) (head )?(injur\\w*|accident|fall) / head injury / fractured skull / degloved / machete /
      (attacked|beaten|beat(en)? up|kicked|punched|assault\\w*) (\\w+ ){0,6}(head|unconscious|ribs|stomach|face|breath\\w*|blood) /
      (two|one|three|both|all|some) of them (are |is )?off / (fingers?|thumb|hand|foot|toe) (\\w+ ){0,6}(off|bag of ice|in a bag) /
      caught (\\w+ ){0,3}(in|by|under) (a |the )?(saw|machine|mower|blender|chain|door|press|belt|grinder|router|propeller) /
      stabbed / piss\\w* blood / (pee|urine) (\\w+ )?(blood|red) after / yellow fat /
      air (bubbl\\w*|hissing|coming) (\\w+ )?(out|from) / bubbl* (\\w+ )?(wound|hole) /
      cut to the (\\w+ )?(tendon\\w*|bone|muscle) / (through|into) (a |the )?(\\w+ )?(glass|window|windscreen) /
      (nail|spike|fork|needle|rebar|railing) (\\w+ )?(went |gone )?(right )?through / went off in (his|her|my) (hand|face) /
      (hip|leg|arm|shoulder|knee|ankle) (\\w+ ){0,3}(funny|odd|weird|wrong) (angle|way) /
      (ear|nose|finger|lip|tongue|tip) (\\w+ ){0,4}(bitten|bit|torn|ripped|cut|sliced|come) off /
      (can|could) (\\w+ )?see (\\w+ ){0,6}(bone|tendon\\w*|fat|muscle|inside|fatty) / yellow (fatty )?(stuff|bits|tissue|fat) /
      (tore|ripped|sliced|slashed|gashed|laid|split|opened) (\\w+ ){0,4}(open|to the bone|wide|forearm|wrist|thigh|artery) /
      flap of skin / skin (is )?hanging / gash* /
      (went|gone|straight|right|all the way) (\\w+ )?through (\\w+ )?(my|his|her) (hand|foot|leg|arm|cheek|finger|palm|boot|thigh|chest|neck) /
      (bone|thigh bone|shin|rib|elbow) (\\w+ ){0,3}(poking|sticking|pushing|coming|jutting|popping) (\\w+ )?(through|out) /
      finger (\\w+ )?off (at|in|by) /
      (lost|chopped|sliced|cut) (\\w+ ){0,3}(end|tip|top) (off|of) (\\w+ ){0,3}(finger|thumb|toe|ear|nose) /
      (stuck|jammed|embedded|buried|lodged) in (my|his|her) (leg|arm|chest|neck|back|belly|eye|head|hand|foot|thigh|stomach) /
      crushed (\\w+ )?(hand|leg|foot|chest|pelvis|arm|fingers) /
      (spike|stake|railing|rod|skewer|post|nail|needle|hook|arrow|pole|stick|branch|pencil|fork|screwdriver) (\\w+ ){0,6}(still in|in (me|him|her|his|my|there)|through (me|him|her|his|my)) /
      still (in|stuck) (there|in|me|him|her) / (fingers?|thumb|toes?) (\\w+ )?(will not|can not|do not) (bend|straighten|move) /
      (can|could) not (bend|straighten|feel) (\\w+ )?(two |my |his |her )?(fingers|thumb|toes) /
      skin (\\w+ )?(torn|ripped|peeled) off / bones (\\w+ ){0,4}(sticking|poking|showing|through|visible|out) /
      (glass|knife|blade|nail|metal|stick|pole|wire|skewer|bullet|arrow|shard) (\\w+ )?in (my|his|her|the) (neck|chest|back|stomach|belly|head|eye|thigh|leg|arm|groin|throat|side) /
      (arm|hand|leg|foot|fist|head) (\\w+ )?through (a |the )?(\\w+ )?(window|glass|greenhouse|door|pane|windscreen|mirror) /
      (flattened|mangled|pulped|squashed) (\\w+ )?(fingers?|hand|foot|toes?|leg|arm)? /
      (fingers?|hand|foot|toes?) (\\w+ ){0,4}(flattened|mangled|pulped|squashed|crushed)`,
    zh: `
      (胸|肚子|肚皮|背|脖子|肋)[^，。]{0,4}个(洞|窟窿|口子) / (洞|伤口|口子|窟窿)[^，。]{0,6}冒(气|泡) /
      (刀|匕首|剪刀|玻璃|钢筋|钉子|铁棍|树枝|竹子|筷子)_(捅|扎|刺|插|戳|砍|穿)(伤|进|到|了|入|在)? /
      被(人)?(捅|砍|刺|打_(昏|吐|头|骨)) / 枪(伤|击) / 中枪 /
      (手|脚|指|趾|胳膊|腿|拇指|肢)_(切|砍|绞|压|夹|锯|轧|剁|割)(断|掉|下来) / 断(指|肢|臂|趾|腿|手|掌) /
      (切|砍|锯|剁|割|绞|压|夹)(断|掉|下来)(了)?_(手|脚|指|趾|胳膊|腿|拇指) /
      (骨头|骨)(都|已经|从)?_?(露|戳(?!破)|穿出|看得见|(?<=骨头)断|支出|翘|外露) / 开放性 / (能)?看(得|到|见)_骨头 /
      (伤口|口子)_(很|好|特别|太|挺)?(深|大|张开|裂开|翻) / 割(破|断|到)_(动脉|喉|颈|脖) / 割喉 / 割腕 / 电锯 / 贯穿 /
      严重(外伤|受伤|摔伤) / 头部(严重)?(外伤|受伤|撞伤|重伤|着地) / 颅脑 / 头(先|部)?着地 / 颈椎(断|骨折) / 脊柱(断|骨折) /
      (腿|手|胳膊|手腕|脚)_(变形|弯成|畸形|扭曲|错位|折了|折断) / 大口子 / 皮开肉绽 / 肉都翻 / 肠子_(出来|流|露) /
      打得_(吐血|昏|头破) / (指头|手指|指|趾|脚趾)_(断|掉) / 断了_(用|拿|装|冰) / (卷|绞|夹|压|轧)(进|到|入|了|住)?_机器 / (被|让|给)_?(机器|机床|搅拌机|传送带|皮带机)(绞|卷|夹|压|轧|咬) / 机器里 /
      伤口_(冒泡|漏气|油|脂肪|骨) / 黄色的(油|脂肪) / (刀|剪|锥|钢筋|木棍)_(扎|刺|插|捅)_(肋|胸|肚|脖|背|腹|头|眼) /
      扎(穿|透) / (刀|钢筋|铁|玻璃|棍|剪刀|改锥|筷子)[^，。]{0,5}(扎|插|刺|戳)进 / 尿血_(摔|撞|打) / (手指|指头|脚趾|拇指|耳朵|鼻子)_(只|就)(剩|连)_(皮|肉) / 连着?(一)?(点|层)皮 / 割草机 /
      绞肉 / 露出(骨|筋|肉) / 掉(了)?一(块|截)(肉|手|指) / 口子_(张|裂|翻|深|大) / (割|切|划|砍)_(筋|骨|肌腱|动脉) / 撞碎_玻璃 /
      在(他|我|她)?手(里|上)?_(炸|爆) / (钉子|钢筋|铁丝|竹签)_(穿|扎穿|刺穿) / (胯|腿|胳膊|肩)_(歪|错位|脱) /
      (割|切|伤|划|砍|破)(到|了|断)?_?动脉(?!硬|瘤|粥|炎|曲|狭|栓|斑|高) / 动脉(破|断|出血|喷|被) /
      (切割机|电锯|砂轮|镰刀|斧头|锄头|铁锹|铁锨|菜刀|柴刀|玻璃|钢筋|钉枪|电钻|打谷机|收割机|绞肉机)_?[^，。]{0,4}(打|切|割|砍|铲|扎|捅|穿|绞|划|锯|伤|剁|卷)(到|了|断|进|伤|掉)? /
      (脚|手)?(趾|指)(头)?_?(只|就)?连(着)?(点|层)?_?皮 /
      (大腿根|胯|大胯|胯骨|腿|髋)[^，。]{0,8}(动不了|短了?(一)?(截|一截)|朝外|外翻|撇|歪|变形|折|断) / 短了?一截 /
      骨头(都)?(出来|露|白花花|断|碎|戳) / 筋(都)?(断|露|割) / 耳朵(里)?_?流(出)?(清)?(水|血) / 鼻子(里)?_?流(出)?清?水 / (摔|撞|打|砸|踢|碰|磕|车祸|拳)[^。]{0,12}鼻子(里)?_?流(出)?血 / 鼻子(里)?_?流(出)?血[^。]{0,8}(摔|撞|打|砸|踢|磕|车祸) /
      (胳膊|手|腿|脚|头|拳头)_?(捅|砸|打|撞|踹|伸)(穿|破|碎|进)(了)?_?(玻璃|窗|门|镜) /
      (玻璃|刀|钢筋|竹签|铁丝|钉子|剪刀)_?(插|扎|捅|嵌|卡|留)(在|进|着)_?(脖|胸|背|肚|头|腿|手|眼|腰|喉) /
      (手|脚|指|胳膊|腿)(头|指)?_?(被)?(压|夹|轧|挤|碾|绞|砸)[^，。]{0,5}(扁|烂|碎|断|变形|平)(了)? /
      (压机|冲床|车门|机器|滚筒)[^，。]{0,4}(压|夹|轧|挤|绞)(扁|烂|碎|断|住) / 挂(着)?(快)?(要)?掉 /
      (割|切|划|砍|扎)(得|了)?(很|特别|好|太|挺)深`,
  },
  blow: {
    en: `
      hit / bang* / bump* / fell / fall* / knock* / struck / crack* / whack* / smack* / slipp* / tripp* / dropp* / concuss* /
      tumbl* / kicked (in|by|on|to) / head ?butt* / blow / thump* / landed / injury /
      (knee|elbow|ball|kick|punch|bat|branch|swing|goalpost) (\\w+ )?(to|in|on|into) / took a / cracked / hurt (his|her|my) /
      bash* / clash* / faceplant* / headed / kicks? (in|to|on) the`,
    zh: `撞 / 摔 / 磕 / 碰 / 砸 / 跌 / 敲 / 打到 / 打中 / 着地 / 坠 / 掉 / 踢到 / 受伤 / 外伤 / 滑倒 / 绊倒 / 砸到 / 肘 / 膝盖顶`,
  },
  afterBlow: {
    en: `
      (can|does|did) not remember / memory / amnesia / forgot* / (clear )?fluid (\\w+ )?(from|out of) (\\w+ )?(nose|ears?) /
      (blood|bleeding) (\\w+ )?(from|out of) (\\w+ )?ears? / pupil* / headache (\\w+ ){0,4}(worse|worsening|bad|terrible) /
      (worse|worsening|bad|terrible|splitting|getting) (\\w+ )?headache / (one|black) eyes? (both|two) / repeat* (him|her)self /
      asking the same / unsteady / dazed / (can not|will not) stop crying / soft (swelling|lump|boggy) / boggy / dent / blurr* /
      been sick (\\w+ ){0,2}times / (can|could|does|did) not (\\w+ )?remember / (black|raccoon) eyes / wobbly / slurr* / vision /
      seeing double / pupils? / throw* up / threw up / vomit* / blood (\\w+ )?ear / clear fluid / sleepy /
      lump (\\w+ )?(soft|growing) / clumsy / getting (worse|clumsy) /
      (keeps?|kept|been) (\\w+ )?(ask\\w*|say\\w*|repeat\\w*) (\\w+ ){0,4}(what|same|where|over|day|question|again)( \\w+)? /
      (been|being) sick (\\w+ )?(\\d|twice|two|three|four|times) / (threw|thrown|throwing) up (\\w+ )? /
      (not|no) (\\w+ )?(memory|recollection|idea) (\\w+ )? / (very|so|really|getting|more|unusually) (sleepy|drowsy|confused|dozy) /
      (bleed\\w*|blood|watery|clear) (\\w+ ){0,3}(ear|nose) / knocked (\\w+ )?(out|silly|unconscious) / saw stars / seeing stars /
      (acting|talking|walking) (\\w+ )?(strange\\w*|odd|funny|weird|drunk) /
      (one )?pupil (\\w+ )?(bigger|larger|huge|blown|different) /
      pupils? (\\w+ ){0,3}(bigger|larger|huge|blown|different|uneven|wide) / yawn\\w* / see(ing)? (double|two|stars)`,
    zh: `
      不记得 / 记不(得|起|清) / 失忆 / 断片 / 耳朵_(流|出) / 鼻子_流(清)?水 / 瞳孔 / 熊猫眼 / 头_越来越(痛|疼) / 重复问 / 走不稳 /
      凹(陷|进) / 头晕_(吐|厉害|加重) / 看东西 / 想不起 / 不认 / 手脚不灵 / 越来越(痛|疼|糊涂) / (当时|人|整个人)(就)?懵(了)? /
      耳朵(里)?_?流(水|血) / (一直|老|总)(吐|想睡|问|说同|重复) / 吐(了)?(好)?(几|两|三|四|[0-9])(次|回|口) / 说话(不|颠|乱|胡) /
      叫(他|她)?_?(不|没)(应|醒|理) / 走路(歪|晃|不稳|打飘)`,
  },
  burnt: {
    en: `
      burn(s|ed|t|ing)?(?! (when|sensation|feeling|after eating|pain|in (my|the) (chest|stomach)|out|calories|urine)) / scald* /
      (boiling|hot|scalding) (water|tea|coffee|oil|soup|fat|kettle|milk|noodles|drink) / caught fire / on fire / flames? /
      petrol bomb / fireworks? / set (him|her|my)self on fire / (?<!folic |uric |lactic |salicylic |hyaluronic |amino |ascorbic )acid (attack|thrown|on|burn|splash\\w*|spill\\w*) /
      petrol (\\w+ )?(flare|fire|explo\\w*) / flash ?over / flare up /
      (pressure cooker|gas bottle|canister|stove) (\\w+ )?(explo\\w*|burst) / kettle / urn / teapot / hob / radiator /
      straighteners? / steam / chip pan /
      hot (\\w+ )?(oil|fat|water|drink|tea|coffee|soup|porridge|wax|tar|iron|plate|stove|ash\\w*|coals?|bbq|barbecue) /
      (kettle|pan|pot|mug|cup|teapot|noodles|ramen|gravy) (\\w+ ){0,3}(over|on|onto|all over|down) / went up in flames / fireball /
      blowtorch / molten / campfire / bonfire / candle / petrol (\\w+ )?(went|whoosh\\w*|lit) / singed / cement burn / caustic`,
    zh: `
      烫 / 烧伤 / 灼伤 / (?<!发|退|高|低)烧(到|着)了? / 开水 / 热油 / 热汤 / 沸水 / 火烧 / 着火 / 起火 / 硫酸_(溅|泼|烧|洒) / 烟花_炸 / 鞭炮_炸 /
      炸伤 / 油锅 / 滚水 / 淥亲 / 高压锅 / 粥_(糊|泼|烫|洒) / 热(水(?!袋(?!破|漏|爆|裂|洒|炸)|澡|泡脚|敷|洗脚)|粥|茶|油|汤|奶|面) / 煤气爆 / 蒸汽 / 火锅_(倒|泼|翻) / 水壶 /
      热水瓶 / 暖壶 / 开水壶 / 饭锅 / 保温杯 /
      (火|蒸汽|锅炉|煤气|酒精|汽油|炉子|蜡烛|打火机|烟花|炮仗|鞭炮)_?(燎|烧|喷|炸|扑|蹿|崩|烫) / 燎(了|到|着|伤|掉) / 焦(了|的|黑) /
      (高压锅|锅炉|热水器|电瓶|充电宝|煤气罐|液化气)_?(炸|爆|喷|着火)`,
  },
  burnBad: {
    en: `
      skin (\\w+ )?(coming|came|come|peeling|sliding) (away|off) / (all )?(down|over) (his|her|my|the) (\\w+ ){0,2}(front|face|chest|head|body|legs?|arms?) /
      severe* / serious* / bad(ly)? / large / huge / third degree / second degree / chemical / electric* / acid / face / neck /
      chest / all over / whole / genital* / groin / both (hands|legs|feet|arms) /
      (skin|flesh) (\\w+ ){0,4}(peel*|com\\w* off|slid\\w*|white|black|charred|hanging|melt\\w*|leathery|off) / white and / waxy /
      charred / blister(s|ed|ing)? (\\w+ ){0,3}(all|everywhere|huge|big|large) / (huge|big|large|lots of) blister* / bigger than /
      palm / hand ?sized? / (arm|leg|back|tummy|belly|stomach|body|head|scalp) / no feeling / airway / smoke / soot /
      (poured|pulled|spilt|spilled|tipped|knocked|fell) (\\w+ ){0,6}(over|on|onto|down|into) / stick* to / numb / can not feel /
      front and back / both / hoarse / petrol / explo* /
      (over|on|onto) (the |my |our |his |her )*(baby|child|toddler|son|daughter|boy|girl|chest|face|legs?|arms?|back|tummy|head|front) /
      forearm / bottom / private* / white in /
      (all )?(blister\\w*|bubbl\\w*|raw|white|black|leathery|waxy|peel\\w*|weeping)( \\w+)? / can not feel (them|it|my|his|her) /
      hands? / sheets / singed (nose|nasal|eyebrows|hair) / half (of )?(his|her|my) /
      (went|gone|tipped|spilled|spilt|poured|fell|dropped|pulled|splashed) (\\w+ ){0,4}(over|on|onto|down|into|in)`,
    zh: `
      (泼|倒|浇|洒|扣|溅)[^，。]{0,5}一(身|脸|头|背|手) /
      严重 / 大(面积|片) / 三度 / 二度 / 全身 / 脸 / 面部 / 脖子 / 胸 / 背 / 肚子 / 大腿 / 整(个|条|只) / 双手 / 下身 / 会阴 /
      皮_(掉|脱|破|没|起|卷|烂|撕) / 发白 / 发黑 / 焦 / 水泡_(很多|好多|大|一片|满) / (很多|好多|大|一片|全是)_水泡 / 起_大泡 /
      化学 / 没(有)?知觉 / 不(觉得)?痛 / (泼|倒|打翻|扣|浇|掉)(到|在|进)?了?_(身上|头|脸|胸|腿) / 全是 / 胳膊 / 吸入 / 头上 / 掉进 /
      糊了(一)? / 一脸 / 往下掉 / 掉皮 / 炸 / 前胸后背 / 两条 / (宝宝|孩子|娃|儿子|女儿|他|她)(身上|头上|脸上|胸前|腿上|背上) /
      前胸 / (眉毛|头发|鼻毛)(都)?_?(没|焦|烧|燎) / 嘴(唇)?_?(肿|起泡|烫) / (起|都是|全是|满是)(了)?(大)?泡 /
      (脸|脖子|胸|肚|背|腿|手|身上)(上|都|起|全)?_?(泡|皮|焦|黑|白|烂)`,
  },
  electric: {
    en: `
      electrocut* / electric (shock|current)(?! therapy) /
      (shock|zap*) (\\w+ ){0,4}(socket|plug|outlet|mains|power|wire|cable|line) /
      (touched|stuck|put) (\\w+ ){0,6}(socket|outlet|live wire|power line|mains) / struck by lightning / lightning strike /
      high voltage / mains shock /
      shock(ed|s)? (by|from|off) (the |a |an )?(\\w+ )?(cooker|oven|toaster|hairdryer|wire|cable|lamp|fridge|washing|fence|heater|plug|socket) /
      (live|bare|exposed|frayed|overhead) (\\w+ )?(cable|wire|wires|rail|line) /
      (grabbed|touched|held|hit|cut|drill\\w*) (\\w+ ){0,4}(cable|wire|socket|pylon|power line|third rail|mains) / zapp* (by|on|myself|off|me) /
      thrown across / electricity (\\w+ )?(went|through|shot|got) /
      (bitten|chew\\w*|bit) (\\w+ ){0,3}(cable|wire|flex|charger|cord)`,
    zh: `
      触电 / 电击(?!疗) / 被电(到|了|晕|伤|击|打|倒) / 漏电_(倒|晕|麻|打) / 高压(电|线) / 雷击 / 被雷 / 电(烧|伤) / 电灼(?!疣|治|术) /
      (插座|插孔|电线)_(捅|摸|插|碰|电) / 手指_插座 / (摸|碰)_(触电|被电|电到) / 摸_(插|线|电)_麻 /
      (摸|碰|触|抓|捅|拽|踩|掏|插|剪|接)(了|到|着|上|进)?_?(变压器|电箱|电表|电门|裸线|电线|高压|插座|插孔|插排|电缆|电瓶|灯头|开关|电网|电鱼) /
      (变压器|高压线|电线|雷|插座|漏电)_?(打|电|劈|击|弹)(了|到|倒|飞|中|伤|晕) / 雷(劈|打)(到|了|中|倒)? / 劈(到|中|倒)`,
  },
  venom: {
    en: `
      snake ?(bite\\w*|bit\\w*|bitten)? / viper / adder / cobra / rattle ?snake /
      bitten by (a |an )?(\\w+ )?(snake|adder|viper|bat|stray|fox|monkey|raccoon|rat|wild|spider|dog|cat|squirrel|pit ?bull) /
      scorpion / jelly ?fish / (black widow|redback|funnel web|brown recluse) /
      (bat|stray|rabid|wild|unvaccinated|foaming) (\\w+ ){0,4}(bit\\w*|scratch\\w*) /
      (bit|bitten|bite|scratch\\w*) (\\w+ ){0,5}(bat|stray|rabid|monkey|raccoon|fox|rabies) / rabies /
      dog (bit|bite|mauled|attack\\w*|tore) / (mauled|attacked) by (a |an |the |our |my )?(\\w+ )?dog /
      (dozens|swarm|(\\d\\d|twenty|thirty|forty|fifty|many|multiple) (bee|wasp|hornet)?) ?(of )?(bees?|wasps?|hornets?)?( stings?)? stings /
      swarm of / stonefish / venom* /
      (bat|monkey|stray|fox|raccoon|rat|squirrel) (\\w+ ){0,8}(bit\\w*|scratch\\w*|bedroom|room|blood|licked) /
      (scratch\\w*|bit\\w*|bite) (\\w+ ){0,5}(by|from) (a |an |the )?(bat|monkey|stray|fox|cat|dog) /
      (cat|dog|human) bite (\\w+ ){0,10}(red|swollen|streak|pus|fat|hot|fever|deep|face) / redback /
      stung (\\w+ ){0,4}(mouth|throat|tongue) / (sting|stung|stings) (\\w+ ){0,3}(mouth|throat|tongue) /
      (stray|wild|street|strange|unknown|random) (\\w+ )?(dog|cat|monkey|animal|fox|bat) /
      \\bbats? (\\w+ ){0,3}(in|was|flew|got|came|landed|bit|bedroom|room) /
      (bit|bitten|bite) (\\w+ ){0,4}(abroad|india|thailand|bali|morocco|africa|philippines|turkey|vietnam|nepal|egypt|sri lanka) /
      (weever|box jelly\\w*|man o war|sea snake|stingray|lion ?fish|scorpion|black widow|funnel ?web|brown snake|tiger snake|copperhead|rattler|mamba|krait) /
      (leg|arm|hand|foot|finger|ankle) (\\w+ )?(is )?(puff\\w*|swell\\w*|swoll\\w*|balloon\\w*|black) (\\w+ ){0,4}(snake|bite|adder|viper|fang\\w*) /
      (cat|dog|human|rat|monkey|ferret) bite (\\w+ ){0,10}(up (my|his|her|the)|arm|shiver\\w*|fever|hot|throb\\w*|pus|spread\\w*) /
      (from|after) (a |the )?(cat|dog|human|rat) bite`,
    zh: `
      (毒)?蛇_(咬|伤) / 毒蛇 / 被(一条|条)?_蛇 / 蝮蛇 / 眼镜蛇 / 竹叶青 / 银环蛇 / 五步蛇 /
      (被|让|给|俾)_(狗|猫|蝙蝠|猴|老鼠|狐狸|野兽|猪|蝎子|蜈蚣|毒蜘蛛|水母|海蜇)_(咬|抓|挠|蛰|蜇|刺|叮) /
      (流浪|野|疯|不认识的?|别人家的?)_(狗|猫)_(咬|抓|挠) / 狗咬 / 狂犬 /
      (马蜂|胡蜂|黄蜂|蜜蜂)_(多处|几十|好多|全身|一群|围攻|很多) / 蝎子_(蜇|蛰) / 水母_(蜇|蛰) / 海蜇_(蜇|蛰) / 疯狗 /
      (猫|狗|猴|蝙蝠|鼠)(抓|咬)_(出血|深|脸|眼|破|肿|红|流血|头|手) / (追着|扑上来)_?咬 /
      (?<!蚊子|虫子|虫|蚊)咬(了|得)_(手|脸|深|血|破) / 被咬_(肿|红|深|血) / 蝙蝠_(房|屋|孩|飞|咬|牙|抓|伤|脖|床) / (?<!舌[^，。]{0,5})牙印 /
      被_(咬|抓|蜇)_(出血|破|流血|肿) / 毒虫 / 蜱(虫)?_咬 / 毛毛虫_(全身|喉) / (蜇|蛰|叮)_(嘴里|喉|舌) /
      (土|马|黄|胡|野|毒|大)?蜂[^，。]{0,8}(追|围|群|蜇|蛰|叮|咬)(了)?[^，。]{0,3}([二三四五六七八九十几好0-9]+)(十)?(多)?(下|口|处|针|个|只|次) /
      (一群|成群|整窝|好多)_?(土|马|黄|胡|野|毒|大)?蜂 /
      (被|让|给|叫|遭)_?(毒|花|青|黑|菜花)?(蛇|长虫|蝎|蜈蚣|蜘蛛|水母|海蜇|狗|猫|猴|老鼠|蝙蝠|野猪|毒虫|蜱|狐狸|黄鼠狼)_?(咬|啃|抓|挠|蜇|蛰|叮|刺|扑|吸)(?!毛|抓痒) /
      蜇(了)?(二|三|四|五|六|七|八|九|十|几十|[1-9][0-9])`,
  },
  minorBite: {
    kind: 'context',
    en: `
      (my|our) own (dog|cat) / (?<!nobody |not |never |un)vaccinated(?! me) / did not break / no broken skin / nipp* / playing / did not bleed /
      only (a |an )?(bit|little|small) / removed / just (a )?(bit|little|small)`,
    zh: `没(有)?(破皮|出血) / 打过疫苗 / 自家 / 自己家的?猫 / 没破 / 轻轻 / 只是 / 一点点红 / 拔了 / 没疹 / 取出来`,
  },
  eye: {
    en: `eyes? / eyeball / cornea / eyelid / vision / sight / pupils?`,
    zh: `(?<!针|鸡|屁|心|鱼)眼(?!前|科|镜|袋|影) / 眼睛 / 眼球 / 眼珠 / 眼里 / 角膜 / 双眼 / 看东西 / 瞳孔`,
  },
  inTheEye: {
    en: `
      bleach / chemical* / acid / cement / lime / plaster / super ?glue / glue / drain cleaner / oven cleaner / cleaner / alkali /
      ammonia / caustic / pepper spray / battery / petrol / solvent / (piece|bit|shard|splinter|sliver|fragment|chip)s? of / metal /
      glass / nail / fish ?hook / scissors / pencil / knife / dart / pellet / bb gun / firework / squash ball / grinder / grinding /
      angle grinder / penetrat* / punctur* / burst / pop* / (poked|stabbed|hit|punched|kicked|struck|ball|stick|thorn|twig|branch) /
      blood in / cut / hydrogen peroxide / disinfectant / sanitis* / sanitiz* / boiling / oven / wart / nail polish / deterg* /
      laundry / pod / weld* / (op|operation|surgery|injection|lens) (\\w+ ){0,6}(ago)? / contact lens / shard* / hammer* / flew /
      splinter* / wire / chisel / drilling / strimm* / mower / teardrop / spray /
      (some|a) ?thing (\\w+ )?(flew|pinged|shot|went|hit|stuck) / bungee / champagne cork / cork / fingernail / paintball /
      airsoft / nerf / elastic / hedge / bramble / sawdust / sparks? / drain / dishwasher / washing (pod|liquid|powder|capsule) /
      hair dye / superglue / elbow* / headbutt* / finger / fist / thumb / cricket ball / hockey / tennis ball / golf ball /
      shuttlecock / football / puck / racket / rugby / airbag`,
    zh: `
      隐形(眼镜)? / 美瞳 / 角膜塑形 /
      石灰 / 水泥 / 化学 / 碱 / 消毒 / 84 / 洁厕 / 洗洁精 / 洗涤 / 酒精 / 胶水 / 502 / 溅(到|进|入) / 喷(到|进) / 扎 /
      刺(到|进|伤|破|穿) / 戳 / 划(到|伤|破) / 铁屑 / 铁片 / 玻璃 / 炸(到|伤|了) / 打到 / 球_(打|砸) / 弹弓 / 钉子 / 砸 / 爆 / 穿 /
      破了 / 电焊 / 油漆 / 农药 / 辣椒水 / 烟花 / 鞭炮 / 火药 / 铅笔 / 剪刀 / 鱼钩 / 干燥剂 / 出血_看 / 电瓶 / 酸液 / 疏通 /
      崩(进|到|出) / 小洞 / 水往外流 / 弄(到|进)? / 滴错 / 当眼药水 / 炸 / 洗烤箱 / 烤箱 / 飞进 / 锤 / 清洁 / 碎片 / 木屑 / 钢丝 /
      弹 / 洗厕 / 热油 / (硫|盐|强|硝|醋|电池|洁厕)酸 / 酸(液|水|性) /
      (石灰|水泥|辣椒|胡椒|干|药|面|洗衣|漂白|消毒|灭火器?|荧光)粉 / (热|滚|机|汽|菜|炸|溅)油 / 油(溅|崩|炸) /
      (炮仗|鞭炮|摔炮|烟花|弹弓|气枪|羽毛球|网球|篮球|足球|拳头|树枝|竹签|铁丝|钢丝|指甲|筷子|牙签|螺丝|玻璃渣|铁渣|石子|沙石|砂轮|火星) /
      (打|砸|崩|戳|捅|扎|溅|喷|弹|蹦|飞|划|抓|撞|肘)(到|进|了|中|在|伤)? /
      (农药|药水|洗衣|疏通|通厕|洁厕|清洁|染发|脱毛)(剂|液|水|膏|粉)? / 漂白(水|剂)? / 清洁(剂|液) / 空调水 / 蓄电池`,
  },
  eyeHarm: {
    en: `
      (in|into|on|to|through) (\\w+ ){0,2}(eyes?|eyeball) /
      eyes? (\\w+ ){0,4}(poked|stabbed|hit|punched|burst|cut|splashed|sprayed|burn*|pop*|torn|bleeding) /
      (splash*|spray*|squirt*|got|gone|flew|went|spilled|spilt|poked|hit|punched|struck|shot) (\\w+ ){0,7}eyes? /
      pupil (\\w+ ){0,5}(teardrop|shape\\w*|odd|pear|burst|torn|irregular) /
      (flew|fly|ping\\w*|shot|jumped|bounced|went|got|splash\\w*|squirt\\w*|spray\\w*) (\\w+ ){0,4}(in|into|up in|to) (\\w+ )?(eyes?|face and eye) /
      eye (\\w+ ){0,4}(cloudy|milky|burning|blurr\\w*|bleeding|leaking|jelly|fluid|weird shape|odd shape) / (in|to) the eye /
      eye (\\w+ ){0,6}(double vision|can not (look|move|open|see)|blood (in|filling))`,
    zh: `
      (黑眼珠|眼珠|角膜|眼黑)[^，。]{0,4}(白点|白斑|发白|浑) /
      (进|到|入|在)(了)?_眼(?!镜|科) / 眼(睛|球|里|珠)?_(被|让|给|里|进|溅|喷|扎|刺|戳|划|炸|打|砸|破|伤|穿|爆) / (弄|进|溅|崩|射|滴)_眼 /
      眼珠上 / 眼药水_(滴|错|当) / 瞳孔_(像|变|水滴|歪|不圆|大) / 飞进_ / 溅_眼 / 瞳孔 /
      (崩|溅|喷|弹|蹦|飞|吹|滴|弄|掉|进|撞|打|戳|扎)(到|进|了|在)?_?(了)?(眼|眼睛|眼里|左眼|右眼|眼珠) /
      (?<!针)眼(睛|里|珠)?_?(有|全是|都是|流)?血 / (眼|眼睛)(里)?_?(睁不|烧|火辣|白茫|模糊|看不) /
      进(了|到|入)?(我|他|她)?(的)?(两只|一只|左|右|双)?(只)?眼`,
  },
  /** Sees less; a sign only with another one, because sight also changes slowly. */
  dimSight: {
    en: `(vision|sight|eyesight|seeing) (\\w+ ){0,3}(worse|blurr\\w*|dim\\w*|faded|fading|poor|cloudy)`,
    zh: `看不清 / 视力_(下降|模糊|差|掉) / 闪电 / 视物(模糊|不清)`,
  },
  blind: {
    en: `
      (?<!colou?r )blind(ed|ness)?(?! (spot|date|s|fold)) /
      (vision|sight|eyesight) (\\w+ ){0,3}(lost|gone|went|going|black|loss|disappear\\w*|fad\\w*|dark\\w*|missing|blank|out) /
      (lost|loss of|losing) (\\w+ ){0,3}(vision|sight|eyesight) /
      (can|could) not (\\w+ )?see (\\w+ ){0,5}(eye|anything|suddenly|side|half|out of)? /
      (curtain|shade|shadow|veil|blind|shutter|cloud) (\\w+ ){0,6}(eye|vision|over|across|down|sight) /
      (flash*|floaters?) (\\w+ ){0,8}(floaters?|flash*|shadow|curtain|shower|suddenly|new|lots) / shower of floaters /
      (went|gone|go|goes|turned|everything) (\\w+ )?(black|dark|grey) in (my |the |his |her |one |left |right )+eye /
      half (of )?(my |the )?(vision|sight|what i see) /
      (one|left|right) eye (\\w+ )?(went|gone|is|has gone) (\\w+ )?(black|dark|blind|blank) / see(ing)? nothing / lights out in /
      (half|part|side|bit|piece|corner|middle|centre) of (\\w+ ){0,2}(picture|view|page|face|vision|sight|world|screen) (\\w+ ){0,3}(gone|missing|dark|black) /
      (dark|black|grey|wavy|blurry|blind) (\\w+ )?(blob|patch|spot|shadow|curtain|area|smudge|hole) (\\w+ ){0,4}(eye|sight|vision|middle|centre|side)? /
      see (\\w+ )?less and less /
      (eye|sight|vision) (\\w+ ){0,4}(went|gone|getting|is) (\\w+ )?(foggy|dim|dark|worse (by|every)|milky|cloudy) /
      (cataract|eye|retina\\w*) (op|operation|surgery|injection) (\\w+ ){0,14}(pain\\w*|red|worse|less|blurr\\w*) /
      lights? (\\w+ )?(went|gone) out /
      (cloth|fog|mist|grey curtain|film) (\\w+ ){0,4}(coming |going |falling )?(over|across|down) (\\w+ )?(eye|sight|vision) /
      one eye (is )?(black|dark|blind) / (vision|sight) (\\w+ )?(grey\\w*|gray\\w*|dark\\w*|blotted) (\\w+ )?(out|over)? /
      shutters? / (black|dark|grey) (curtain|shutter|blind|veil|shade|cloud) /
      (load|lots|bunch|shower|hundreds|explosion|sudden|new|million)s? (of )?(\\w+ )?(floaters|flashes|black dots|spots|lightning|cobwebs) /
      lightning (flash\\w*|streak\\w*|bolt\\w*)? (\\w+ ){0,4}(eye|vision|sight|side)? /
      (eye|sight|vision) (\\w+ ){0,3}(gone|went|lost|vanish\\w*|disappear\\w*|cut out|switched off|blacked out|black|dark|blank) /
      (only|just|can) (\\w+ )?see (\\w+ )?half / see half /
      (half|left|right|bottom|top|one) (half|side) (\\w+ ){0,4}(missing|gone|blank|dark|not there|disappeared) /
      like looking through (fog|mist|milk|frosted|a straw|water|a tunnel|tunnel) / tunnel vision / (went|gone|going) blind /
      all (black|grey|white) in (one|my|his|her)`,
    zh: `
      (像|跟|有|被)[^，。]{0,4}(拉|挂|遮|盖)(了|着|上)?(个|块|一层)?(帘|布|幕|纱) /
      看不(见|到)(?!医生|大夫|效果|好) / 失明 / 瞎(?!说|想|吃|猜|搞|忙|弄|操心|折腾|按|编|买|用|治|逛|聊|喝|开|玩|担心|着急|紧张) / 视力_(丧失|消失|骤降) / (黑|灰)(色)?(影|幕|帘|布|纱)_ /
      视野_(缺|少|黑|窄|半|挡) / (一只|左|右|单)眼_(黑|看不|没|糊|瞎) / 眼前_(黑|一片|全黑|发黑) /
      (闪光|飞蚊|黑点)_(多|突然|增|很多|大量) / 半边_看不 / 睇唔到 / 遮住_(眼|视) / 像关(了)?灯 / 关了灯 / 黑洞 /
      看_中间_(黑|没|缺) / (什么|啥)都看不 / (半|缺)_(个|块|边)_(视|看) / 眼_(灰蒙蒙|蒙了|发黑) / 视力_没 /
      眼前_(遮|一块|有块) / (像|有|被)[^，。]{0,5}(卷帘|幕布|窗帘|黑布|闸门|百叶窗) / 黑幕 / (卷帘|幕布|窗帘|黑布|闸门|百叶窗)_(拉|落|遮|挡|下) / 无数_(黑点|飞蚊|黑影) /
      (黑点|飞蚊|黑影|小虫)_(闪电|闪光|很多|一大片|突然|爆) / 左边_(东西)?_看不 / 右边_看不 / 看_只(有|剩)_一半 /
      眼_(黑了|一黑) / (像|被)_遮(住|了) / (布|幕|雾|纱|膜)_(盖|遮|蒙|挡)(住)?_眼 / (一只|左|右)眼_(全黑|黑|瞎|看不) /
      视野_(灰|暗|没|黑|少|缩|糊) / (突然|好多|很多|一堆|大量|一片|无数|一下子|满眼)_?(黑点|黑影|飞蚊|小黑|黑丝|黑絮|黑烟|闪光) /
      (闪光|闪电)_(一道|边上|眼|角) /
      (左|右|一只|单|两只)眼(睛)?_?(突然|一下|今早|刚才|前|看东西|看)?_?(看不|黑|没|糊|缺|少|挡|遮|灰|暗|白茫|一片|蒙|瞎|失) /
      (缺|少)(了)?一(块|半|角|边) / (幕布|帘子|窗帘|黑布|黑影|黑幕)(往下|从|掉|落|拉|遮|盖|挡|一样) /
      (突然|一下子|刚才|瞬间)_?(看不|瞎|黑了|没光|一片黑|全黑) / 看东西_?(少|缺|黑|一团黑|白茫茫|像隔) /
      眼_?(正)?中间_?(突然)?(黑|没|缺|扭|糊|灰|空)`,
  },
  glaucoma: {
    en: `
      halo* / rainbow* / rings around / rock hard / vomit* / (red|blurr\\w*|cloudy|hazy) (\\w+ ){0,4}(vision|eye|sick|vomit\\w*) /
      headache* / nause* / been sick / vision / eye (is )?(rock )?hard`,
    zh: `
      虹视 / 彩虹(圈)? / 光晕 / 呕吐 / 恶心 / 吐 / 看不清 / 视力 / 模糊 / 雾 / 头痛 / 头疼 / 硬 / 虹圈 / 硬得像 / 彩虹 / 圈(圈)?`,
  },
  halo: {
    en: `
      halo* / rainbow* (\\w+ )?(around|round) / (rings?|circles) (around|round) (\\w+ )?lights? /
      (rainbow|colou?red|halo)s? (\\w+ )?(circles?|rings?|halos?)? ?(round|around) / halo\\w* /
      (rings?|circles?) (round|around) (\\w+ )?(lamps?|bulbs?|headlights?|candles?|street)`,
    zh: `虹(视|圈) / 彩虹圈 / 灯_圈 / 光晕`,
  },
  heat: {
    en: `
      heat ?stroke / sun ?stroke / heat exhaust* /
      (in|from|after|under|out in) (the |a )?(heat|sun|hot car|sauna|heatwave|marathon|blazing|midday) / overheat* / hot car /
      heatwave / working outside / (army|military|march*|ran|running|race|hike|roof|field) (\\w+ ){0,6}(heat|hot|sun|degrees) /
      (in|at|of) (3[2-9]|4\\d) ?(degrees|c)\\b / marathon / (stopped|not|no longer|isn t) sweating /
      (all|whole) (day|afternoon|morning) in the sun / too long in the sun / hot yoga / sauna /
      (left|locked|shut) in (the |a )?(hot )?car /
      (working|digging|roofing|training|running|cycling) (\\w+ ){0,4}(sun|heat|heatwave) / sunstroke / boiling (day|hot)`,
    zh: `
      马拉松 / 半马 / 越野跑 / 拉练 /
      中暑 / 热射病 / 高温 / 暴晒 / 大太阳 / 太阳(下|底下) / 闷在车 / 车里_(闷|锁|忘) / 桑拿 / 烈日 / 工地 / 天热 / 日头 / 军训 /
      晒(一|了)?(天|半天|久) / 皮肤_(干|烫|热) / 又干又热 / 热晕 /
      (搬砖|割稻|割麦|收麦|插秧|跑步|马拉松|拉练|站军姿|骑车|送外卖|干活|施工)[^，。]{0,10}(晒|热|烫|中暑|太阳|高温) /
      晒(了|着)?_?(一天|半天|一上午|一下午|大半天) / (热|烫)得?(发)?烫_?(没|不)(出)?汗 / 没汗 / 不出汗`,
  },
  cold: {
    en: `
      hypothermi* / frost ?bite / fell through (the )?ice / found outside in the (cold|snow) / stopped shivering /
      body temperature (\\w+ )?(2\\d|3[0-4]) / (in|out in) the (snow|cold) (\\w+ ){0,3}(night|hours)? /
      (temp|temperature) (\\w+ ){0,4}(2\\d|3[0-4])(?!\\d) /
      (freezing|stone|ice|icy) cold (\\w+ ){0,4}(shed|outside|floor|bench|garden|street|house|flat|skin|to the touch|and) /
      (out|slept|lying|lay|stuck|found|spent) (\\w+ ){0,6}(snow|cold|frost|freezing|all night|rough|ice|mountain) /
      (toes|fingers|nose|ears|feet) (\\w+ ){0,4}(waxy|frozen|hard (like|as)|white and hard|frostbit\\w*) /
      (freezing|ice|icy) (water|cold|river|lake) / fell (in|into) (\\w+ ){0,3}(cold|lake|river|sea) / cold (river|lake|sea)`,
    zh: `
      失温 / 低体温 / 冻(僵|伤) / 冰(水|窟|河) / 体温_(3[0-4]|2[0-9]) / 雪地_(躺|睡|倒) / (体温|量出来)_(3[0-4]|2[0-9])(?![0-9]) /
      冻(了|得)_(一夜|硬|白|没知觉) / (脚趾|手指|耳朵)_(白|硬|蜡)_(没|不)? /
      (外面|外头|雪地|野外|户外|门口|山上|路边|冰面)_?(冻|睡|躺|待|困)(了)?_(一夜|一晚|半天|小时|一宿|整夜) /
      不(打)?(抖|哆嗦|颤|寒战|发抖|打抖)了 / 浑身冰(冷|凉)_(叫|迷|说话|反应) / 掉(进|到)_(冰|冷水) /
      (雪|冰)(地|窝|水|上|里)_?(里|上)?(睡|躺|冻|泡|埋|掉) / (身上|人|全身)(都)?(冰凉|冰冷|冻僵|冻硬)_?`,
  },
  /** A cold home or cold skin. */
  chilled: {
    kind: 'context',
    en: `heating (\\w+ ){0,2}(broke\\w*|off|failed|packed) / no heating / (skin|hands|feet|she|he|body|face) (\\w+ ){0,2}like ice / stone cold`,
    zh: `(暖气|空调|炉子)(坏|停|没)(了)? / (皮肤|身上|浑身)(是)?冰(凉|冷|的)`,
  },
} as const satisfies Concepts;
