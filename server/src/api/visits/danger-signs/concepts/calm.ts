import { notOfOtherTime, type Concepts } from './concept.ts';

/** What may be well besides a person: a connection, a price, a medicine. */
const otherThings = '视频|价格|付款|网络|手机|信号|镜头|声音|什么|哪个|谁|电话|药';

/** The purpose of a text, and statements against an emergency. Each kind counts once (`rules/calm.ts`). */
export const calm = {
  /** Asks for information, or studies or teaches. */
  asks: {
    kind: 'context',
    en: `
      what (are|is|were) (the )?(\\w+ )?(signs?|symptoms?|causes?|difference|risks?|best|chances?|warning|odds) /
      how (do|can|would|should|could|to) (i |we |you |one |people |someone )?(know|tell|prevent|avoid|spot|recogni[sz]e|protect|lower|reduce|learn|store|dispose|clean|check|stop (it|this|them) from|keep (her|him|them|the)) /
      is (it|this|that) (hereditary|genetic|contagious|catching|inherited|true that|safe to|ok to|okay to|normal to(?! (have (no|a|this|such|my|so|bleed\\w*|pain)|not|feel|be (un|in)|see|lose|bleed))|passed on) /
      does (it|this) run / runs? in (the|my|our|his|her) family / inherit* / catching / contagious / infectious /
      should (i|we|my \\w+|he|she) (\\w+ )?(be )?(screened|tested|checked|vaccinated|worried about (getting|having)|get (a |the |my )?(test|scan|screening|jab|vaccine|checked|alarm)) /
      (can|could|does|do|will|would|might) (stress|coffee|caffeine|alcohol|wine|smoking|vaping|diet|exercise|lack of sleep|anxiety|the pill|\\w+ing) (\\w+ )?(cause|give|bring|lead|trigger|raise|make) /
      which (alarm|vaccine|sunscreen|thermometer|test|brand|one|type|kind|age|foods?|exercises?) / curious / wondering /
      just (asking|curious|wondering) / general question / out of interest / (asking|question) for a / prevention / prevent* /
      reduce (my|the|his|her|our) (risk|chance) / screening / advice (on|about|for) / recommend* / tips / just in case /
      in case of / what if / hypothetical* / do i (pop|burst) / safe (to|for|in|with|during) /
      how (long|much|many|often) (\\w+ )?(should|can|do|does|is|before|until|after) / colleague* had /
      at what (age|point|temperature) / lower (my|the|his|her) (risk|chance) / what should (i|we) (look|watch|know|keep|have) /
      when should (i|we) (worry|take|call|go|see|be) /
      (do|does|should) (my|our|the|we|i|his|her) ?(child|kids?|son|daughter|family|baby|others|partner|wife|husband)? (\\w+ )?need (a (vaccine|test|jab|booster)|to (be (tested|vaccinated|isolated)|isolate|stay (off|home)|worry)) /
      how (can|do) i (support|help) (her|him|them|my|a) / is there (anything|something|a way|any way|any (vaccine|test|medicine)) /
      (can|could|do|would|will) (you|people|one|a person|someone|anyone|kids|children|babies) (\\w+ )?(die|overdose|catch|choke|get|become|inherit|have|suffer|tell|feel) (?!me|my|back|help|here|an ambulance|someone|a doctor) /
      do you (know|have|offer|do|recommend|sell|stock) / placement / (is|are) (\\w+ ){0,5}(poisonous|harmful|toxic|bad for) /
      where (do|should|to) (i|we|you)? ?(put|place|fit|install|buy|get) / detector`,
    zh: `
      (到|超过|高于|几)?多少(度|天|次|分)?(就|才)?(要|该|算|得)(去|送|看|叫|打|注意)? /
      (怎么|如何|咋|怎样)(样)?(才能|去|可以)?(预防|避免|识别|判断|区分|辨别|发现|急救|保存|保养|应对|降低|选|挑|教|讲|学|提前|防) /
      预防 / (最多|一天|一次|每天|一日|每次)(能|可以|最多|可)?(吃|用|喝|打|喂|服)(几|多少) / 多大(才|能|可以) /
      (有|是|会)?(什么|哪些|啥)(样的)?(症状|表现|征兆|先兆|前兆|信号|迹象|后果|危害|讲究|区别|预兆|风险|副作用|影响|禁忌|方法预防) /
      会(不会)?(遗传|传染|传给|影响|也(这样|得|有)|得这) / 遗传 / 传染 / 了解(一下|下|了解) /
      想(知道|学|了解) / 要不要(打|查|做|补|提前|担心|换|去拔|体检) /
      需要(打|查|做|补|提前|吃)(什么|啥|哪) / 多大(年龄|岁) / 几岁(开始|可以|打|能) / 概率 / 几率 / 筛查 /
      买(个|一个)?(报警器|什么|哪种|哪个|保险) / 以防 / 备(着|用) / 推荐 / 哪(种|款|个牌子|些)(好|人|食物|运动|疫苗)? /
      注意(什么|啥|哪些|事项|点) /
      (能|可以|可不可以|能不能)(吃|喝|打|用|坐飞机|运动|洗澡|游泳|怀孕|要孩子|喂奶|上班|一起|同房|染发|拔牙|献血|开车)_?(吗|么|不)? /
      有(没有)?(关系|影响|必要)吗 / (?<=[^，。])有(没有)?(危险|风险)吗 / 什么情况(下)?(要|该|需要|才) / 到什么程度 / 清单 /
      (给|列)(个|一个|一份|张)?(表|单子|清单|方案|建议) / 早期表现 / 有什么办法(预防|避免) / (有|会)(没有)?(毒|害)吗 /
      (装|放|买|挂)(在)?(哪|什么地方) / 有害吗 / 有毒吗`,
  },
  /** Refers to news or fiction, or to studying or teaching. */
  learns: {
    kind: 'context',
    en: `
      coursework / homework / assignment / revision / revising / presentation / lecture / seminar / quiz / textbook / (?<!since |after |from )training /
      course / class / workshop / podcast / documentary / drama / soap / series / episode / film / movie / netflix / the news /
      news / article / newspaper / magazine / tiktok / youtube / facebook / instagram / reddit / headline* / programme / essay /
      thesis / dissertation / novel / paper (for|on) / (at|for) uni(versity)?(?! (hospital|flat|friend)) / school project / scouts / brownies / guides / first aid /
      guideline* / leaflet* / (my|a|the) (novel|script|blog|book|paper|story|poster|talk|screenplay|short story|play) /
      (read|reading|saw|seen|watched|watching|heard|hearing) (\\w+ )?(about|that|something|on (tv|the|tiktok|facebook|instagram)|an article|a (post|video|thing|programme|story)|in the) /
      scenario / handout / role ?play / case study / simulation / drill / poster / slides`,
    zh: `
      科普 / 讲座 / 课本 / 课程 / (上|听|备|讲)课 / 老师(让|布置|说要|要求) / 作业 / 论文 / 小组(讨论|讲|作业) / 演讲 /
      考(试|研|证) / 培训 / 急救(课|班|知识|员|证) / 文章 / 新闻 / 报道 / 热搜 / 推送 / 公众号 / 电视剧 / 电影 / 小说 / 纪录片 /
      剧(里|情|中) / 综艺 / 演(员|的) / 听说 / 听人(说|讲) / 请教 / 指南 / 资料 / (刷|看)(到|了|见)?_(朋友圈|视频|帖子) /
      学(习|一下|学|做)(急救|海姆|心肺|护理)? / 情景 / 模拟 / 演练 / 讲义 / 案例 / 课件 / 海报 / 手册 /
      (抖音|快手|微博|小红书|网上|手机上|公众号|短视频|视频里|视频上)(里|上)?_(说|看|刷|讲|传|转|演) /
      电视(里|上|台)?(说|看|讲|演|播|报)(?!话)`,
  },
  /** Asks for a repeat medicine, a document, an appointment or a result. */
  papers: {
    kind: 'context',
    en: `
      refill* / renew* / repeat / prescriptions? / script / top up / new one / another (one|box|inhaler|bottle|month|pen) / expir* /
      (?<!keeps )run(ning)? (out|low)(?! of (the |his |her |my |a )?(corner|side|mouth|nose|ear|road|breath|air|house|door|time)) / ran out / out of date / certificate / (sick|fit|school|doctor s|gp) note / note for / letter / forms? /
      paperwork / insurance / report / (?<!wait for my |wait for the |until my |till my |before my |for my )appointment /
      book (a|an|my|in) / booking / reschedule / cancel / invoice / receipt / copy of / referral / refer (me|us) / travel\\w* /
      visa / licen[cs]e / clearance / check ?up / checked over / review / annual / yearly / follow up / results? / (?<!nobody |not |never |isn t |un|after |after the |after a |after my |after her |after his |since the |minutes after |(had|got|having|given|gave|received|after|since|from) (\\w+ ){1,4})vaccin*(?! me) / (?<!(had|got|having|given|gave|received|after|since|from) (\\w+ ){1,4})jabs? /
      booster / physio* / counsell* / therapist / therapy / talking to someone / someone to talk to / (to|i|my|an|please) (re)?order / delivery /
      (correct|update|change|amend|add to|remove from) (\\w+ ){0,3}(list|record|notes?|file|history|details|address) / exempt* / consent form / power of attorney / register* / second opinion / passport / invoice / medicals? /
      change (of|my|the) (dose|tablets|time|(?<!wait for my |wait for the |until my |till my |before my |for my )appointment) /
      (need|want|would like|get) (my|a|some|more|the|another) (usual|monthly|regular|new|same) / tablets left / supply /
      next ((?<!wait for my |wait for the |until my |till my |before my |for my )appointment|scan|check) / medical for /
      occupational health / return to work / back to work / discharge (letter|summary) / blood test (form|request) / sunscreen /
      contact lens\\w* / glasses / two needed / needed for (school|nursery|work|travel|camp) / for (school|nursery|camp)(?=,|\\.|$)`,
    zh: `
      续(方|药|开|一|费|上|点|盒|两|孟|个) /
      再开 / (续|照|老样子|还是|上次|之前|平时|一直吃的?)[^，。]{0,6}开(药|点|一)? / 开(张|单|个?证明|假条|病假|检查|转诊|一盒|两盒|一瓶|一支|一个月|几盒) / (来|只|就)(是|想|要)?开(?!始|车|会|刀|门|口) / 配(药|点|一) / 拿药 /
      取药 / 复诊 / 复查 / 随访 / 报告 / 结果(?!又|就|突然|一|吐|摔|晕|他|她|我|孩子) / 化验(单|结果) / 体检 / 证明 / 病假 / 假条 /
      填表 / 表格 / (评定|评估|申请|登记|调查)表(里|中)(的|有|问|要|写) / 盖章 / 预约 / 改约 / 退号 / 挂号 / 转诊 / 转(到)?_科 / 发票 / 报销 / 医保 / 保险 / 驾照 / 签证 / (?<!(没|未)(有)?(打|接种|种)过?(狂犬|破伤风)?|(打|接种|注射|种)(完|了|过)[^，。]{0,8}|刚(打|接种|注射)[^，。]{0,8})疫苗(?!(刚|都|才|也|已经)?(打|接种|注射|种)(完|了|过|后)|接种后|(之|以)?后) / (?<!没|未|没有|刚|刚刚|才)接种(?!了|完|过|[^，。]{0,8}后) /
      到期 / 过期 / 快(吃|用)完 / (药|喷雾|片|支)(吃|用)完了 / 没药了 / 剩(下)?(几|两|三|四|五|[0-9]+)(片|粒|天|颗|支) / 调药 /
      老规矩 / 备孕 / 心理(咨询|老师|辅导|医生|门诊) / 减药 / 体检报告 / 换个?药 / 复工 / 复学 / 上学证明 / 入职 / 配(眼镜|隐形) /
      亲子课 / 理赔 / 鉴定 / 评级 / 残联 / 慢病(卡|门诊) / (改|更正|更新|登记|写错|填错)[^，。]{0,4}(过敏史|病历|档案|记录|信息|名字|姓名|日期) / 公务员 / 户籍 / 监护 / 备案 / 停诊 / 换(号|班) / 改时间 / 处方 / 复印 / 病历 / 开学 / 医嘱 / 护理垫 / 请(一|半|两)?天?假 / 轮椅 /
      (学校|幼儿园|单位|公司|夏令营)(要|需要|让|叫)(交|填|开|备|带|两|一|准备)?`,
  },
  /** Eats, walks, feels well; nothing else is wrong. */
  isWell: {
    kind: 'context',
    en: `
      (?<!otherwise |apart from that |other than that |apart from that i am |otherwise i am |\\b(wifi|internet|signal|connection|english|camera|phone|video|audio|sound|weather|price|hope (this|it|that)) |\\b(time|today|tomorrow|morning|evening|slot) (?=(is|are)\\b))(all(?! else)|everything(?! else)|perfectly|absolutely|totally|pretty|completely|feeling|feel|feels|keeping|i am|she is|he is|we are|they are|everyone is|is(?! (that|this|it) (normal|ok|okay|fine|good|safe))|are|am|been|vision|appetite|energy|movement|walking|wee|poo|mood) ((?!otherwise )\\w+ )?(well|fine|ok|okay|good|great|healthy|normal|normally|comfy|comfortable|unchanged|the same|happy|cheerful|safe|stable|lovely|steady)(?! (apart|except|other than|otherwise|aside|besides|with|for (me|us|you)|about|if|known|person|people|man|woman|girl|guy)) /
      comfy / (same|normal|good) (vision|sight|as the other|appetite|energy) /
      (eating|drinking|feeding|sleeping|walking|playing|talking|peeing|weeing|moving|kicking|running|growing) (\\w+ )?(ok|okay|fine|well|good|great|normal\\w*|happily|lots|loads|plenty|as usual|about|around) /
      (no one|nobody|none of us) (is |was |has )?(unwell|ill|sick|hurt|poorly) /
      (never|not) (had to|needed to|needed|used|had to use) /
      no (further|new|real|more) (symptoms?|problems?|issues?|complaints?|pain) /
      nothing (new|wrong|serious|worrying|major|urgent) /
      no (symptoms|problems|issues|complaints|rush|hurry|emergency|concerns|worries|side effects|changes?)(?! (before|until|yesterday|last|at first|earlier)) /
      not (urgent|an emergency|worried|thinking of it|suicidal|unwell|in (any )?pain|depressed|planning) /
      (would|could|can|i) (never|not) (\\w+ )?(do (it|that|anything)|act on) / safe at home / in good (health|spirits|form) /
      good as gold / full of beans / right as rain / fit as a / as normal / very stable / no trouble / rosy / pink and /
      putting on weight / gaining / thriving / meeting milestones / can still /
      still (works?|working|walks?|walking|runs?|plays?|eats?|sleeps?) / slept (well|fine|ok) /
      (would|will|could) (never|not) (\\w+ )?(hurt|harm|kill) (myself|anyone)`,
    zh: `
      (?<!别的|其他|其它|${otherThings}|(时间|上午|下午|晚上|明天|今天|随时)(?=(都|也|还)?(可以|没问题|不影响)))${notOfOtherTime}(都|也|还|很|挺|一切|人|胎动|精神|吃喝|说话|走路|大小便|视力|胃口|活动|吃奶|睡眠|情况|孩子|宝宝|状态)(都|也|还|很|挺|完全|一直|算|依然)?(没事|正常|挺好|很好|还好|好的|没问题|不错|稳定|没有异常|没啥|没异常|不影响|如常|可以(?!视频|吗|看|问|约|开|等|打|聊|说)|良好) /
      (?<!${otherThings}|(时间|上午|下午|晚上|明天|今天|随时)(?=没(有)?问题))${notOfOtherTime}没(有|什么|啥|任何)?(症状|不舒服|不适|异常|大碍|问题|感觉异常|难受) /
      没病 / (?<!(老公|老婆|爱人|家人|家里人|朋友|网上|他|她|别人|妈|爸|儿子|女儿|自己|大家|同事|医生|大夫|医院|急诊|护士)(都|也)?(说|讲|觉得|以为|认为)|应该|可能|估计|大概|也许|希望|但愿|狗|猫|别人|车)没事(?!干|找事|就) / (?<!要)不(影响|耽误|碍事|要紧(?!张)) / ${notOfOtherTime}能(走|吃|喝|睡|玩|跑|跳|正常|上班|说话|动)(路|饭|觉|动)?(能|，|。|$) /
      阴性 / 没感觉(哪|什么|有) / 活动自如 / 好好的(?!突然|就|，突) / 没(有)?想(不开|死|过)_?(?![^。]{0,12}(今天|今晚|现在|最近|这次|这几天|这两天|第一次|头一次|开始|直到)) / 不是(真的)?(要|想)(死|自杀) /
      没有自杀 / 睡(够|一觉|好)了?就好 / 情绪(还)?(好|稳定|平稳) / 心情问题 / 不(着)?急(?!要|拿|买|取|着|开) / 不烧 /
      我?(不会|没有|没)(再)?(想不开|想死|做傻事|寻短见) / 没(什么)?(大)?碍`,
  },
  /** It has passed, or a test was normal. */
  isOver: {
    kind: 'context',
    en: `
      washed (it )?(out|off) / gone (now|away|since|by) / settled /
      stopped (at once|straight away|on its own|by itself|quickly|in (a|two|five)|after a|within) / healed /
      (is|was|am|are|feel|feels|much|all|lots|got|gets|getting|bit) better(?! (\\w+ )?(internet|signal|wifi|connection|phone|camera|advice|help)) / cleared (up)? / back to (normal|work|school) /
      eased (off)? / none (since|now|after|for) / not (happened|had any|had one|come back|been any) (since|again)? / nothing since /
      (and|then|but|so) (was|were|felt) (fine|ok|okay|better|alright) /
      no (more|further) (episodes?|attacks?|trouble|bleeding|pain|fits?|seizures?)( since)? / recover\\w* / under control / (all|is|got it|now|been) sorted /
      over it now /
      (shake|shaking|shook|stretch\\w*|rub\\w*|move|moving|walk\\w*) (\\w+ ){0,4}(goes|went|gone|better|helps|fine|ok|back|off) /
      goes (away|off) (when|after|if|once|with) / goes when / wears off /
      last (\\w+ )?(seizure|attack|fit|episode|flare|one|time) (was )?(over |about |more than )?(\\w+ )?(years?|months?|ages|in|back|ago) /
      (normal|clear|fine|negative|good|reassuring|ok) (ecg|ekg|scan|mri|ct|x ?ray|bloods?|blood tests?|tests?|ultrasound|echo|smear|results?|mammogram|colonoscopy|endoscopy) /
      (ecg|ekg|scan|mri|ct|x ?ray|bloods|blood tests?|tests?|ultrasound|echo|results?|smear|endoscopy|colonoscopy|mammogram|holter) (\\w+ ){0,4}(normal|clear|fine|negative|ok|okay|good|nothing|perfect|reassuring) /
      (gp|doctors?|hospital|a and e|er|optician|cardiologist|specialist|midwife|consultant|nurse|dentist|surgeon|neurologist) (\\w+ ){0,4}(happy|fine|nothing|normal|harmless|just|only|benign|reassured|not worried|all good|pleased|signed me off|discharged) /
      all clear / ruled out / turned out (to be|it was|fine) / it was (only|nothing) / out of danger / in remission / serviced /
      alarm tested / stitched / glued(?! (shut|together|closed|over)) / bandaged up / plastered`,
    zh: `
      (甩|揉|动|活动|休息|歇|睡|冲|洗|吃|喝|过|缓)(了)?(一|两|几)?(甩|揉|动|下|会|会儿|觉|晚|片|天|阵)?(儿)?_?(就|也就|后|便|自己)(都|全)?_?(好|没事|不疼|不痛|缓解|退|消|恢复|下去)(了)? / (已经|早就?|后来|现在|目前|今天|都|全|基本|差不多|慢慢)(都|就|已|全)?(好|没事|停|止住|退|恢复|愈合|消|痊愈|康复|结痂|正常)了 / 好了(?!吗) / (没|没有|未|再没|再也没)(有)?(再|复)?(犯|发作|出现|发生|流|疼|痛|吐|晕|烧)过? / 没再 / 恢复(得|了|很|挺|正常) / 痊愈 / 康复 / 治好 / 好转 / 缓过来 / 最后一次_(年|月|以前|之前) / 止住 / 自己停 / 结痂 / 消肿 / 冲洗(干净|过) / 冲掉 /
      (心电图|ct|核磁|磁共振|b超|彩超|化验|血常规|检查|查了|查过|查|片子|胃镜|肠镜|造影|脑电图|结果|指标)_(正常|没事|没问题|阴性|没异常|没有异常|良性|没大碍|都好|排除|没查出) / (医生|大夫|专家|医院|急诊|护士|主任)(都|也|上次|当时)?_(说|讲|看)(了|过|是)?_(没事|没问题|不要紧|正常|良性|小问题|不用(管|治|担心)|没大碍|好的|放心|观察) / 排除了? / (原来|其实|发现)(就)?是_(胀气|肌肉|胃|吓|虚惊|拉伤|落枕) / 虚惊一场`,
  },
  /** Names a harmless cause that a professional or a test has found. */
  explained: {
    kind: 'context',
    en: `
      (went to|was at|been to|seen (at|in)|discharged from|sent home from) (the |a )?(a and e|er|casualty|hospital|emergency)[^.!?]{0,60}(all |tests? |everything |scans? |ecg )(\\w+ )?(clear|normal|fine|negative|ok) /
      turn(ed|s) out (to be|it (is|was)|as)(?! (\\w+ ){0,3}(heart|stroke|clot|bleed|sepsis|infarct|embol\\w*|worse)) /
      (was|been|were|got) (diagnosed|put down|explained|told) (with|as|to|by) / put it down to /
      (gp|doctors?|hospital|a and e|nurse|consultant|physio|dentist|they) (\\w+ )?(said|says|say|thinks?|called it|found|told me) (\\w+ )?(it is|it was|its|that it is|it|this is)(?! (\\w+ ){0,3}(urgent|serious|emergency|heart|stroke|clot|wait|could be)) /
      musculoskeletal / (shingles|reflux|heart ?burn|anxiety|growing pains|bppv|labyrinthitis) (says|said|according)`,
    zh: `
      (查|检查|看)(出来|下来)?(说)?(就)?是(带状疱疹|胃|肌肉|焦虑|耳石|颈椎|肋|反流|神经|过敏|劳损|感冒|良性|落枕|胀气) / 确诊(为|是)?(带状|胃|颈椎|耳石|肋) /
      (说是|诊断(是|为)?)(带状疱疹|肋软骨|肌肉|焦虑|耳石|颈椎|反流|神经性|劳损|胃食管) /
      (医生|大夫|专家|医院)(都|也)?(说|讲|诊断|考虑)(是|就是|为)?(带状|胃|肌肉|焦虑|耳石|颈椎|肋|反流|神经|劳损|良性|正常|没(事|问题|大碍|什么|啥))`,
  },
  /** About a person already in care or deceased, or about an animal. */
  caredFor: {
    kind: 'context',
    en: `
      in (hospital|icu|intensive care|rehab|the ward|theatre|surgery now)(?! (car|parking|entrance|reception|waiting|lobby|queue)) /
      being (looked after|treated|cared for|monitored) /
      (was|got|been|were) (\\w+ )?(taken|admitted|rushed|transferred) (to|in|into)(?! (bed|work|school|the (toilet|bathroom|shops?)))( \\w+)? (hospital|ward|icu|a and e|er)? /
      (paramedics?|ambulance|police|999|air ambulance|crew) (\\w+ ){0,2}(took(?! (an?|one|two|three|over|nearly|about|ages|hours|half|forever|so|too|long|\\d+))|take|taken|already|came and (took|sorted|treated)|dealt|has (him|her|them)|have (him|her|them)) / (is |was )?(home|discharged) (already|again|now|safe|since|from) / vet / vets / funeral / passed (away|on|last) / bereave* / grie(f|ving) /
      (took|ended|taken) (his|her|their) own life / killed (him|her)self /
      lost (my|our|his|her) (\\w+ )?(mum|dad|mother|father|brother|sister|husband|wife|friend|son|daughter|nan|gran|baby|uncle|aunt) /
      died /
      (my|our|the) (\\w+ )?(dog|cat|puppy|kitten|rabbit|hamster|horse|budgie|parrot|guinea pig|tortoise|pet)( s)? (?!(bit|bite|bites|scratch|attack|maul|jumped|knocked|ran)) /
      (since|after|when) (he|she|they|mum|dad|my (?!waters?|bowels|sight|speech|legs?|hand|arm|voice|back)\\w+) (died|passed|went|left us)`,
    zh: `
      (在|已经|正|都|转|去)?住院(了|去|呢|中|治疗|部) / 在(医院|icu|重症)(?!的?(门|大门|外|停车|楼下|附近|旁|对面|路上|大厅|走廊|排队|挂号|等))(里|抢救|治疗|躺|陪)? / 去世 / 过世 / 离世 /
      (人|他|她|爸|妈|爷爷|奶奶|外公|外婆|哥|姐|叔|舅)(就|刚|已经|因为_)?(走了|没了)(?=，|。|$|以后|之后) / 捐款 / 宠物医院 / 兽医 /
      陪护 / (跳楼|自杀|上吊|轻生|溺水|车祸|猝死|中毒|抢救无效)[^，。]{0,4}(走了|没了|去世|过世|身亡|离世) / (已经|都)?(出院|到家|回家)了 /
      (我家?|家里|邻居|朋友)?的?(狗狗|狗子|猫咪|猫猫|仓鼠|兔子|鹦鹉|泰迪|金毛|柯基|橘猫|布偶|猫|狗)(?!咬|抓|挠|扑|追|叫|屎|粮)(吃|喝|吐|病|不|死|走|被车|误|拉|抽|最近|今天|昨天|得|发) /
      (邻居|隔壁|同事|同学|朋友|舍友|室友|班主任|老师|老乡|亲戚|网友|明星)[^，。]{0,6}(中风|脑溢血|脑出血|心梗|猝死|(?<!想|要|说|会|闹)自杀|走了(?![几两一二三半没路])|癌|阳了|得了|确诊|脑梗) /
      (走|没|去世|过世|离开|死)了(快|都|已经|有)?(半|一|两|三|几|好几|[0-9]+)(个)?(多)?(年|月|周)`,
  },
  /** Unchanged for a long time, or recurring every year or season. */
  longSame: {
    kind: 'context',
    en: `
      for (many |several |the (last|past) |over |about |nearly |\\d+ |two |three |four |five |six |ten |twenty |a few |a couple of |a )*(years?|yrs?|months|decades?) / since (i was (a|an|very|quite|so|young|younger|little|small|born|in|at|\\d+|\\w+teen|ten|twelve|twenty|thirty|forty)|childhood|school|birth|my (teens|twenties|thirties)|(19|20)\\d\\d|january|february|march|april|may|june|july|august|september|october|november|december|last (year|summer|winter|spring|autumn)|spring|summer|autumn|winter|christmas) / every (month|year|winter|summer|spring|autumn|period|time(?! (i|he|she|it|they|you|we) (breath|inhal|cough|swallow|mov|stand|sit|turn|step|walk|pee|wee|press|touch|pick|lift|blink|look|l[ai]y|lie|bend|get|take|talk|speak)\\w*)|cycle|few (weeks|months)) / in (winter|summer|spring|cold weather|the cold)(?! .{0,20}(found|collaps)) / on and off / now and then / sometimes / occasional* / from time to time / as (usual|always|ever|before) / same as (\\w+ )?(usual|always|before|last|every) / always (had|been|get) / lifelong / long ?standing / chronic / no (change|worse|different) / unchanged / the usual / nothing new / old (injury|problem|trouble|back)`,
    zh: `
      (好|很|这么)?多年 / [0-9一二三四五六七八九十几]+多?岁(开始)?就(这样|有|是) / (几|两|三|四|五|六|七|八|九|十|[0-9]+)(十|几|多)?(年|个多?月)(了|来|多|左右|以上|的(?!女|男|小|大|宝|娃|孩|婴|儿)|都) / 从小(就|到大)? /
      一直(都)?(这样|有|是这样) / 每(年|个月|逢|到冬|到春|到夏|到秋|到换)(都|来|冬|春|夏|秋|换季|经|月|犯)? /
      (冬|夏|春|秋)天(就|会|都|一到|容易) / 换季 / 老毛病 / 老样子 / 和(以前|平时|往常|上次)一样 /
      (跟|和)(以前|平时|往常|上次|从前|这(几|两)年|前几年|往年|去年)(来)?(都)?(一样|差不多) / 去年也(这样|是|一样) / 多年(都)?没(什么)?变 / 歇(一|两|几|一会|会)?(分钟|会儿|下|儿)?就?(好|缓|没) / 偶尔 / 有时(候)? / 时不时 / 慢性 / 没(什么)?变化 / 照旧 / 反反复复 / 长期 / 经常`,
  },
  /** Plays down a symptom, or is frightened by it. */
  defers: {
    kind: 'context',
    en: `
      (should|shall|can|could|do|does|would) (i|we|it|he|she) (\\w+ )?(wait|leave it|hold on|sleep on it|go to (the )?(a and e|er|hospital|casualty)|call (an |the )?(ambulance|999|911|111)|need (an )?ambulance|ring (999|111)) /
      wait (until|till|for) / (is|was) (it|this) (urgent|serious|an emergency|bad) / can (it|this) wait /
      (not|did not|do not|hate to) (\\w+ )?(want to )?(bother|make a fuss|waste|trouble|go to (a and e|hospital|er)|overreact) /
      (not urgent|probably nothing|probably silly|no rush|not an emergency|sorry to (bother|trouble)( you)?),? but / overreact\\w* / need to (go|come|be seen|call|ring)( anywhere| in| somewhere)? / (help|please help|urgent|asap|emergency|quick|hurry)( me| us| please)? / what (do|should) (i|we) do / scared /
      frighten\\w* / terrified / panick\\w* / (getting|gets|got|been) (\\w+ )?(worse|weaker|bigger|fainter|sleepier) /
      worse (every|by|and|since|than) / will not (go (away|down|off)|stop|settle|ease|shift|let up)`,
    zh: `
      (要不要|该不该|能不能|可以|还要|是不是(该|要)|需(不需)?要|还是)(先)?(等|叫救护车|打120|去急诊|去医院|叫120|送医院|马上去|等到|拖) /
      (等|拖)(到|着)?(明天|周一|下周|天亮|上班|预约) / 怎么办(?!理|证|卡) / 急(急|死|求|！|!|，在线) / 救命 / 求(助|救) /
      好?(害怕|吓人|吓死|吓坏) / 越来越(严重|重|差|厉害|疼|痛|没|弱|大|少|喘|糊|迷|困|肿|深|快|慢|频) / (止|压|停)不(住|下) /
      危险吗 / (不急|小事|应该没事|可能没事|没什么大事|打扰了?)[^。]{0,4}(就是|但是?|不过|可是) / 严重吗 / 不想(麻烦|折腾|去急诊|惊动) / (没|不)(当回事|在意|敢睡|敢动) / 在线等`,
  },
  /** Says that it is a figure of speech. */
  jokes: {
    kind: 'context',
    en: `
      lol / lmao / rofl / ha ha / haha\\w* / hehe\\w* / jk / kidding / (a |just a )?joke / joking / figure of speech /
      metaphor\\w* / not literally / literally / exaggerat\\w* / so to speak / as they say / drama queen / dramatic /
      honestly though / seriously though / anyway / first world /
      (exam|boss|meeting|traffic|wifi|laptop|phone|deadline|bill|price|news|team|match|game|show|film|hair|outfit|in ?laws|job|commute|homework|emails?|monday)s? (\\w+ ){0,4}(kill\\w*|murder\\w*|heart attack|stroke|die|died|dying|death|suicid\\w*|explod\\w*|nearly|mental|up the wall|insane) /
      (could|would) murder (a|an|some) / driving me (mad|up|crazy|nuts|insane) /
      (bored|scared|tired|worried|sick|starved|laughed) (half )?to death / death by /
      (like|feel like|as if) (i |he |she |have |has |had |been |was |ve )*(been )?(hit|run over|flattened) by a (bus|truck|train|steamroller|tank|lorry) /
      brain is fried / heart (is |s )?bleeding for / (for|from|with|at) laughing / laughing at / suicide to /
      (social|career|political|financial|professional|commercial|fashion) suicide / leg day /
      (after|from) (leg day|spin class)`,
    zh: `
      哈哈 / 呵呵 / 嘿嘿 / 嘻嘻 / 口头禅 / 玩笑 / 吐槽 / 说笑 / 夸张 / 形容 / (?<!又是|还是|是)(那|这)种(感觉|话|说法|累) / 服了 / 说正事 /
      言归正传 / 不是真的 / 😂 / 🤣 / 😅 / 😭 / 破(手机|电脑|软件|游戏) / 股票 / 基金 / 球(赛|队) / 甲方 / 老板 / 加班 / 比喻 /
      (剧|股票|手机|老板|游戏|球|作业|加班|论文|甲方|房价|电脑|考试|客户|领导|同事|电影|小说|网速|外卖|堵车|工作|作业|衣服|口红|明星|偶像|比赛|彩票|婆婆|孩子|娃|代码|ppt|kpi)[^，。]{0,5}(得我|让我|把我|害我|给我|要我|快把|快让|虐)[^，。]{0,5}(死|血|梗|绞痛|窒息|炸|疯|晕|瘫|抽|崩|裂|停|跳楼|上吊|命|逼) /
      (虐|气|笑|吓|帅|甜|美|急|亏|输|跌|累|忙|烦|困|热|冷|饿|馋|羡慕|尬|尴尬|激动)(得|到|死)?(我|人)?[^，。]{0,4}(心绞痛|心梗|吐血|窒息|跳楼|上吊|爆炸|炸了|心脏(病|都|骤停)|升天|去世|想死|原地) /
      想死的心都 / 简直 / (像|跟)(被)?(车|火车|卡车|坦克|大象)(碾|轧|压|撞)(过|了)? / 🙈 / (脑子|大脑)(都)?(烧糊|烧坏|宕机|浆糊) /
      心(都)?在?滴血 / 笑到?(断气|抽筋|肚子|缺氧|岔气|飙泪) / 股市 / 练(完)?(腿|深蹲)`,
  },
} as const satisfies Concepts;
