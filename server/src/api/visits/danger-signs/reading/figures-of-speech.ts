import { inLines } from './in-lines.ts';

/** Phrases that contain a sign but mean something else; they are removed before a text is read. */
const figures = inLines(
  String.raw`
  \b(?:carbon monoxide|co|smoke) (?:alarms?|detectors?)(?! (?:is |has |keeps? |was |just |been |have )*(?:going|gone|went|beep\w*|off|sound\w*|ring\w*|rang|scream\w*|chirp\w*|flash\w*|show\w*))\b|\beye ?drops?\b|(?:滴眼|眼药)(?:液|水|膏)|\blaugh\w* (?:so|until|till) [^.!?]*?(?=,? (?:and )?(?:then|now|but)\b|[.!?]|$)|\bgives? me (?:a |mini )*(?:heart attack|stroke|seizure)s?\b|\b(?:near|
  mini) heart attack\b|\bstroke of (?:luck|genius|a pen|midnight)\b|\b(?:almost |nearly )?(?:had|have|having|give|gave|
  giving) (?:me |him |her )?a heart attack (?:when|seeing|at|because|from (?:the|laugh)|over|looking)\b[^.!?]*|
  \bchest(?= infection)|\bchest (?:x ?ray|xray|ct|scan|film|cold|freezer|hair|day|press|clinic|physio|physician|drawers?)\b|
  \bchest of drawers\b|\bchesty\b|\bheart ?(?:broken|break|felt|warming|throb)\b|(?<!\b(?:chest|head|belly|stomach|tummy|neck|testicle|balls?|nuts?|legs?|calf|eyes?|back|pain|throat|heart|jaw|arm|side|ribs|bollocks?|ear) )\b(?:is|are|it is|that is|so|absolutely|
  literally|exams?|homework|work|boss|traffic|weather|suspense|feet|shoes|job|commute|stairs|wifi|deadline) (?:is |are |
  was )?killing me(?: with| off)?\b|\bdying (?:to|for|of (?:laughter|boredom|embarrassment|curiosity|heat|hunger|thirst))\b|
  \bdie (?:of|from) (?:embarrassment|laughter|laughing|boredom|shame|cringe)\b|\bto die for\b|\b(?:laugh\w*|bored|boring|
  embarrass\w*) (?:to death|so (?:hard|much) i (?:nearly |almost )?(?:died|cried))\b|\bdrop dead gorgeous\b|\bscared (?:me |
  him |her )?to death\b|\bhalf dead\b|\bdead on (?:my|his|her) feet\b|\bbrain ?dead\b|\bburning the candle\b|\b(?:old )?collapse of (?:the )?(?:[tlc] ?\d+|vertebra\w*|disc|disk|lung base)\b|\bdead legs (?:after|from|since) (?:\w+ ){0,2}(?:marathon|run|running|race|gym|squats|leg day|spin\w*|cycling|ride|hike|workout|match|10k|half)\b(?![^.!?]*\b(?:urine|wee|pee|dark|numb\w*|weak\w*|feel\w*)\b)|\b(?:legs?|knees?) (?:are |is |go |went |turn\w* )?(?:all )?(?:like |to )?jelly (?:before|at the thought of|when i think of|during) (?:\w+ ){0,2}(?:test|exams?|interview|speech|presentation|wedding|date|performance|audition|driving)\b|(?:考[^，。]{0,4}|面试|上台|演讲|相亲|比赛)前(?:就|都)?腿(?:发)?软|\bdead (?:tired|line|lines|beat|battery|phone|serious|sure|easy|end|slow)\b|\bdeadlines?\b|
  \bchoked up\b|\bslapped cheek\b|\b(?:kidney|gall|bladder) stones? (?:was |has |got )?(?:pass\w*|gone|out)\b|\bstable angina\b(?=[^.]{0,40}(?:years|usual|same|cardiolog))|\bblind (?:spot|date|s|side|fold|test|study|trial)\b|\bbleeding edge\b|\bbloody (?!(?:stool|poo|poop|diarrh|
  vomit|sick|nose|phlegm|sputum|discharge|urine|mucus|show|nappy|diaper|fluid|sock|towel))|\bburn(?:ed|t|ing)? ?out\b|
  \bburning (?:question|calories|the midnight|through)\b|\bsun ?burn\w*\b|\brazor burn\b|\bshock(?:ed|
  ing)? (?:at|when|price|to see|to hear)\b|\bin shock (?:at|about|over|when)\b|\b(?:phone|laptop|computer|battery|car|
  internet|plant|fridge) (?:is |has |just )*(?:died|dead|dying)\b|\bkill (?:time|two birds|for a|the mood|my vibe)\b|
  \bpain in the (?:neck|ass|arse|backside|butt)\b|\b(?:my|the) head is exploding with (?:ideas|work|emails)\b|
  \bhit (?:the (?:gym|road|sack|hay|books|shops)|a wall at work)\b|\bhead (?:over heels|start|lice|hunter|phones|quarters|of|
  office|teacher|cold|master|band|set|line)\b|\bhead ?lice\b|\bblack ?heads?\b|\bwhite ?heads?\b|\bblood(?= (?:pressure|sugar|glucose) (?:is|was|tablets?|meds|medicine|monitor|check\w*|reading|results?|normal|fine|a bit|slightly|came|at|looks?|shows?|from|for|and)\b)|\bblood (?:tests?|
  type|group|donor|donat\w*|sample|count|results?|work)(?= (?:is|was|tablets?|meds|medicine|monitor|check\w*|
  reading|results?|normal|fine|a bit|pills?|form|appointment|slightly|came|at|looks?|shows?|from|for|and))|\bmurder(?:ed|
  ing)? (?:a |that |the )?(?:burger|pizza|curry|song|pint)\b|\bjump off the couch\b|\bfell (?:for|in love|asleep|off the wagon|
  behind|out with|apart)\b|\bfalling (?:for|in love|asleep|behind)\b|\bbreath of fresh air\b|\b(?:take|takes|
  took) my breath away\b|\b(?:hold|held|holding) my breath (?:for|until|about|waiting)\b|\bbad breath\b|
  \bout of breath (?:laughing|from laughing)\b|\bpoison ivy\b|\bfood for thought\b|\bswallow(?:ed|ing)? (?:my|his|her) pride\b|
  \bburst (?:into tears|out laughing)\b|\bsick (?:of|note|leave|day|pay|certificate|line)\b|\bfit (?:note|for work|to (?:work|
  fly|travel))\b|\b(?:keep|keeping|get|getting|stay) fit\b|\b(?:does not|do not|did not|not) fit\b|\bfitting (?:room|
  kitchen)\b|\b(?:coil|iud|implant|cap|contact lens|lens|denture|hearing aid|crown|brace) fitt(?:ed|ing)\b|
  \bmy eyes (?:nearly )?popped out\b|\b(?:faints?|pass(?:es)? out|go(?:es)? faint) (?:at|from) the sight of blood\b(?! (?:pour|gush|spurt|com|from|in|on|all))|\b(?:soft spot|fontanelle)(?: on (?:my|the|his|her) (?:baby s |baby )?head)? (?:pulses|pulsates|pulsing|beats|throbs|moves|is pulsing)\b(?![^.!?]*\b(?:bulg|sunk|swollen|tense|hard|raised)\w*)|\b(?:drop|eye) (?:of a hat)\b|\bheart sank\b|\b(?:lost|losing|out of|
  going out of) my mind (?:with|over|at) (?:work|boredom|paperwork)\b|\b(?:pollen|traffic|smog|dust|weeds|fumes from) (?:is|are) choking (?:the|our|us)\b|\bdrowning in (?:nappies|washing|admin|meetings|homework|tears|work|paperwork|emails|debt|laundry|
  homework)\b|\bsuffocating (?:in|under) (?:work|paperwork|relationship)\b|\bstabb?(?:ed|ing)? (?:me )?in the back\b|\b(?:exam|
  boss|colleague|work|meeting|news|email|bill|price) (?:\w+ ){0,3}(?:gave|nearly gave|almost gave) me a (?:heart attack|
  stroke)\b|(?:帅|美|酷|香|嗨|萌|好吃|气)(?:到)?炸(?:了|裂)?|孕吐|(?<![翻倒洒泼打])麻辣烫(?![泼洒翻倒到伤溅起])|哽咽|以为(?:是|要|会)?(?:破水|流产|心梗|中风|骨折|脑梗|早产|要生)了?(?=[，,。])(?![^。]{0,20}(?:脐|血|手|脚|头))|(?:没有?|少了)(?:鼻喷|喷雾|咖啡|奶茶|空调|手机|网络?|电脑|游戏|可乐|火锅|辣椒|美食|眼药水|防晒|药膏|面霜|护手霜|暖气|电扇|风扇|外卖)(?:我|俺|本人)?(?:真|就|都|可|简直|会|要)*(?:活不下去|活不了|活不成|会死|要死)|气得血(?:直)?往(?:上|头上|脑门上?)[涌冲]|(?<![没未忘]|没有)防(?:着|止)?(?:孩子|小孩|小朋友|娃|宝宝)?误[服食吞](?!了)|(?<!把[^，,。]{0,6})药(?:已经|都|全部?|刚|快)*(?:吃|用|喝)[完光]了?(?=[，,。 ](?:(?![不别]|一次|一口)[^。]){0,10}(?:续(?![不命])|再开|开(?:点|一|个|些)?药|配药))|\b(?:taken|used|finished|had) all (?:of )?my (?:tablets|pills|medication|meds|inhalers?|medicines?)(?=,? (?:(?:so|and|i|we|please) )*(?:need|want|can i (?:have|get)|could i (?:have|get)|may i have) (?:a |another |my )*(?:repeat|refill|prescription))|笑死|累死|热死|烦死|饿死|困死|忙死|气死|冷死|羡慕死|美死|
  乐死|急死|吓死|尴尬死|丑死|无聊死|累成狗|香死|甜死|渴死|(?<!喉咙|嗓子|气管|气道|要|快)堵死|羞死|爱死|死党|死板|死机|死角|死磕|死心|死亡(?:证明|时间线|
  射线)|想死你|想死我了|想死(?:妈妈|爸爸|家)|心疼(?!痛)|心碎|心痛(?:钱|他|她|孩子|死)|胸有成竹|胸怀|胸片|胸部?(?:ct|x光|平片|
  外科|科|罩|围)|胸透|胸闷气短的剧情|头疼(?:的)?(?:问题|事|选择|工作|作业)|(?:作业|工作|孩子|老板|客户|甲方|考试|数学|英语|
  领导|房贷|报告|ppt)(?:真|太|好|让我|把我|快把我|要把我)+(?:头疼|头大|逼疯|气死|烦死|搞疯)|(?:看|听|笑|感动)(?:得|到)?(?:我)?(?:快|
  要|都)?(?:心梗|窒息|晕过去|吐血|晕倒)|气得(?:我)?(?:快|要|都|想|差点)*(?:吐血|心梗|爆炸|心脏病|晕)|(?:美|帅|甜|可爱|尴尬|
  丑)到(?:窒息|爆炸|晕)|吐血(?:整理|推荐|价|加班|大甩卖)|血(?:亏|赚|拼|汗|泪史|本)|下血本|放血(?:价|大)|割(?:韭菜|肉|爱)|
  蛋疼的|蛋碎|扎心|戳心|中毒(?:太深|了这首|歌)|上头|杀(?:毒软件|时间|青|价|鸡|鱼)|秒杀|杀手|自杀式|烧脑|烧钱|烧香|烫(?:头发|发|
  染|衣)|烫头|发烧友|血压(?:计|飙升的|都上来)|堵心|窒息的操作|瘫在(?:沙发|床上看)|葛优瘫|要命(?:的)?(?:kpi|ppt|工作|
  甲方|堵车)|晕(?:车|船|机|3d|针)|爆炸(?:头|性新闻|多|的工作)|信息爆炸|电脑死|手机(?:死|炸)|跳(?:槽|绳|舞|广场舞)|打(?:喷嚏|
  嗝)|心脏(?:大|强大|受不了(?:这个|这种)?剧情)|小鹿乱撞|撞(?:衫|脸|车型|名)|抽(?:筋剥皮|奖|空|烟|血(?![^，。]{0,4}(?:晕|昏))|查|签)|翻白眼(?:吐槽|
  给)|断(?:片酒|网|货|供|舍离)|(?:每天)?(?:傍晚|晚上)?肠绞痛(?=[^。]{0,8}(?:吃奶|体重|拍嗝|益生菌|排气操|的药))|昏天(?:黑地|暗地)|脾气急|性子急|笑(?:得|到)[^，。]{0,3}(?:喘不过气|上气不接下气|岔气)|笑(?:得|到)喘不上(?!气)来?(?![^。]{0,24}(?:紫|青|黑|疼|痛|还|晕|闷))|压得我?喘不过气|(?:腿|手|腰|脚)都?(?:要|快)?断了(?=哈|呵|了哈|，(?:拉伸|健身))|上吊(?:牌|床)|解脱(?:了)?(?:考试|作业)`,
  'g',
);

/** Replaces figures of speech by gaps of the same length, so that sentences and distances do not change. */
export function withoutFigures(text: string): string {
  return text.replace(figures, (words) => words.replace(/[^.!?,，。！？\n]/g, ' '));
}
