import type { Concepts } from './concept.ts';

/** What follows tells that a faint has passed, and of nothing else. */
const over = String.raw`(?=[^.!?]{0,90}\b(fine|ok|okay|well|better|juice|tea)\b)(?![^.!?]{0,120}\b(not|no|still|unconscious|seiz\w*|fitting|jerk\w*|again|twice|hit|bang\w*|chest|breath\w*|hives|throat|confus\w*|blue|grey|gray|pulse|but|head|bleed\w*|slur\w*|droop\w*)\b)`;
const overInChinese =
  '(?=[^。！？]{0,40}(没事|就好|好了|缓过来|糖水))(?![^。！？]{0,60}(不|无|没(?!事)|昏迷|抽搐|又|还|但|可|头|歪|流血|磕|撞|摔|胸|喘|疹|紫|青))';

/** Plain facts of which two together are an emergency, though neither sounds like one. */
export const plainFacts = {
  /** A nitrate that did not help. */
  nitrateFails: {
    en: `
      (gtn|nitro\\w*|glyceryl trinitrate|angina spray|angina tablets?|heart spray)[^.!?]{0,40}\\b(not|nothing|no|hardly|barely) (\\w+ )?(help\\w*|work\\w*|touch\\w*|shift\\w*|eas\\w*|reliev\\w*|budg\\w*|difference|relief|effect|better|better for it)`,
    zh: `
      (硝酸甘油|硝甘|消心痛|救心丸|保心丸|丹参滴丸)[^。]{0,12}(没(什么)?(用|效|见轻|见好|缓解|反应|起作用|管用|压住)|不(管用|见轻|见好|缓解|顶用|起作用)|还(是)?(很)?(疼|痛|闷|压|憋|堵))`,
  },
  /** A known aneurysm of the aorta. */
  aneurysm: { en: `aaa / aneurysms?`, zh: `主动脉(瘤|夹层) / 动脉瘤` },
  /** Spirits of unknown origin, which may be methanol. */
  doubtfulSpirit: {
    kind: 'context',
    en: `
      (fake|homemade|home made|bootleg|counterfeit|unlabelled|illegal|market|cheap|dodgy) (vodka|whisky|whiskey|gin|rum|arak|spirits?|alcohol|liquor|brandy|schnapps) / moonshine / arak / raki / tuba /
      (i|he|she|we) thought (it )?was (vodka|whisky|whiskey|gin|rum|alcohol|spirits?)`,
    zh: `(假|散装|自酿|自家酿|勾兑|工业|来路不明)(的)?(白|洋)?酒`,
  },
  /** Took everything of what is not named. */
  tookAll: {
    kind: 'firm',
    en: `(took|taken|swallowed) (all of (them|it)|them all|it all|every (last |single )?one|the lot|everything)(?! (back|out|with|off|to|down|home|away|seriously|apart|for granted))`,
    zh: `(全|都)(部|给)?(吃|吞|喝|服)(了|光|下去|完)(?!饭|早|午|晚|菜|水果|零食)`,
  },
  sorry: {
    kind: 'firm',
    en: `(i am |so |really |am )sorry / forgive me / do not (blame|hate) (me|yourself|yourselves)`,
    zh: `对不起 / 原谅我 / 别怪我 / 别恨我`,
  },
  /** Does not remember how much was taken. */
  amountForgotten: {
    kind: 'firm',
    en: `(not|no idea|forgot\\w*|cannot) (\\w+ ){0,3}how (many|much) (\\w+ ){0,3}(i|he|she) (have |has |already |just )*(took|taken|swallowed|had|drank|drunk|injected)`,
    zh: `(记不(清|得|起)|忘了|不知道|不记得|想不起(来)?|没数)[^，。]{0,4}(吃|吞|喝|服|打)(了|过)?(多少|几)(片|粒|颗|个|支|次|单位)`,
  },
  /** Pains that come every few minutes. */
  regularPains: {
    en: `
      (pains?|tightenings?|contractions?|cramps?|aches?|tightening) (\\w+ ){0,3}every (\\w+ ){0,3}(minutes?|mins?) / every (\\d+|two|three|four|five|six|seven|eight|ten|few) (minutes?|mins?) (\\w+ ){0,3}(pains?|tight\\w*|contract\\w*|cramps?)`,
    zh: `([两三四五六七八十]|[0-9]+|几)(来|多)?分钟(左右)?(就|来)?(疼|痛|紧|硬|缩|坠|来)(着)?(疼|痛)?一?(次|下|阵|回|疼)`,
  },
  /** A wound of an operation that opened. */
  openWound: {
    en: `(wound|incision|stitches|scar|cut|section) (\\w+ ){0,3}(opened|burst|split|come apart|came apart|gap\\w*|popped)( open)? / see (\\w+ )?inside`,
    zh: `(刀口|伤口|切口|缝线)[^，。]{0,4}(裂开|崩开|豁开|散开|开了|裂了|崩了)`,
  },
  /** Went into a pit, a tank or a cellar and does not come out. */
  confinedSpace: {
    en: `
      (went|gone|climbed|fell|jumped|going) (\\w+ ){0,2}(in|into|down|inside) (the|a|our|his) (\\w+ )?(well|slurry\\w*|silo|tank|manhole|septic\\w*|sewer|vat|pit|hold|drain|cesspit)[^.!?]{0,40}(not (come|coming|came|answer\\w*|mov\\w*|respond\\w*)|collaps\\w*|passed out|unconscious|went quiet)`,
    zh: `
      (地窖|菜窖|窖|井|化粪池|下水道|沼气池|窨井|储罐|发酵池|污水池|粪池|船舱|反应釜)[^。]{0,12}(下去|进去|清理|捞|干活)[^。]{0,10}(没(有)?(上来|出来|动静|声音|反应|人应)|不应|晕|倒|昏|喊不)`,
  },
  /** Burns the skin deeper than it hurts. */
  corrosive: {
    kind: 'context',
    en: `caustic\\w* / lye / sodium hydroxide / (?<!folic |uric |lactic |salicylic |hyaluronic |amino |ascorbic |citric |fatty )acid / oven cleaner / drain (cleaner|unblocker) / (wet )?cement / quicklime / lime / brick cleaner / hydrofluoric / ammonia / alkali\\w*`,
    zh: `烧碱 / 火碱 / 石灰 / (硫|盐|硝|氢氟|强|王)酸 / 水泥 / 强碱 / 疏通剂 / 氨水 / 油污净 / 草酸`,
  },
  onSkin: {
    en: `(splash|spill|spilt|spray|drip|dripp|pour|tipp|got|gone|ran|run|went|soak)\\w* (\\w+ ){0,5}(arms?|forearm|legs?|hands?|face|foot|feet|skin|body|chest|back|neck|thigh|shin|knees?|boots?)`,
    zh: `(溅|泼|洒|喷|滴|倒|沾|浇|淋|漏|灌)(到|在|进|了|上)?[^，。]{0,3}(手|胳膊|臂|腿|脚|脸|身|背|胸|皮|脖|膝|靴)`,
  },
  /** A drop that was rinsed off and left no mark. Hydrofluoric acid harms without one. */
  rinsedDrop: {
    kind: 'context',
    en: `
      (?<!hydrofluoric[^.!?]{0,60})(a|one|small|tiny|little) (drop|drip|speck|splash|spot)(?! of hydro)[^.!?]{0,40}(rinsed|washed|wiped)[^.!?]{0,30}(normal|fine|ok|okay|no (mark|pain|redness))(?![^.!?]{0,60}\\b(but|white|pain\\w*|blister\\w*|burn\\w*|eyes?|deep|numb)\\b)`,
    zh: `(?<!氢氟酸?[^。]{0,20})(一|两|几|一小)(滴|点)(?!氢氟)[^。]{0,14}(冲|洗)[^。]{0,10}(没(事|红|感觉)|正常|不(疼|痛|红))(?![^。]{0,20}(但|可是|白|泡|眼|黑|麻))`,
  },
  /** Weeks old, said plainly: another child's age takes nothing from it. */
  youngInfant: {
    kind: 'context',
    en: `
      new ?born / (\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (days?|weeks?|wks?) old / (he|she|lo|baby) (is )?(only |just |about )?([1-9]|1[0-2]) (weeks|wks)(?! (pregnant|gone|along|ago))`,
    zh: `新生儿 / 刚出生 / (未|没)满月 / 月子(里|娃) / ([1-9]|1[0-2]|[一二三四五六七八九十])周(大|的(宝|娃|孩|婴)) / 出生_([0-9]+|[一二三四五六七八九十]+)(天|周)`,
  },
  /** A swallowed thing that has come out. */
  passedOut: {
    kind: 'context',
    en: `(?<!one |some |half |not |never |has it |have they )(came|come|passed|pooped|pooed|poohed) (out|through)( (fine|ok|okay|safely|the other end|in (his|her|the) \\w+))? / passed it / in (his|her|the) (nappy|poo|potty) the next day`,
    zh: `(?<!没|未|没有|能|会|时候|怎么|不知道|要)(拉|排)出来了(?!没|吗|[?？]|血|的?都是|一)`,
  },
  /** A thing that harms on its way, or is poison. */
  harmfulThing: {
    kind: 'context',
    en: `batter\\w* / magnets? / needle / pins? / nails? / screws? / razor / blade / glass / pills? / tablets? / poison / bleach`,
    zh: `电池 / 磁 / 针 / 钉 / 牙签 / 刀片 / 玻璃 / 药 / 毒 / 水银`,
  },
  /** Twice the dose. */
  doubledDose: {
    kind: 'context',
    en: `
      (twice|double|two doses) by (mistake|accident) / (took|taken|had|given|gave) (\\w+ ){0,4}twice(?! (a|per|each|every|daily|weekly|as|before|in|last|this)) / (a )?double (dose|lot) / doubled up / (twice|double) (the|my|his|her) (\\w+ )?(dose|tablets?|pills?)`,
    zh: `(吃|喝|打|服|喂|用)(了)?(重了|两遍|重复) / (又|重复)(吃|喝|打|服|喂)了一(遍|次|回|份) / (吃|打|服)了?(双|两)倍`,
  },
  /** Medicines of which twice the dose can kill. */
  strongMedicine: {
    kind: 'context',
    en: `diltiazem / verapamil / digoxin / insulin / methadone / morphine / oxycod\\w* / fentanyl / lithium / methotrexate / flecainide / amiodarone / gliclazide / glibenclamide / glimepiride / theophylline / colchicine / clozapine / apixaban / warfarin / rivaroxaban`,
    zh: `地尔硫|合心爽 / 维拉帕米 / 地高辛 / 胰岛素 / 美沙酮 / 吗啡 / 羟考酮 / 芬太尼 / 碳酸锂 / 锂盐 / 甲氨蝶呤 / 胺碘酮 / 格列 / 茶碱 / 秋水仙碱 / 氯氮平 / 华法林 / 沙班 / 优降糖 / 消渴丸`,
  },
  /** Loss or end of a pregnancy. */
  lostPregnancy: {
    kind: 'context',
    en: `miscarr\\w* / abortion / termination / medical management / d and c`,
    zh: `流产 / 人流 / 药流 / 清宫 / 引产`,
  },
  /** An operation on the stomach against weight. */
  bariatric: {
    kind: 'context',
    en: `gastric (band|bypass|sleeve|balloon) / bariatric`,
    zh: `(缩|切|绑)胃 / 胃(旁路|绕道|束带|球囊) / 减重手术`,
  },
  /** A bite of a small animal whose venom acts on nerves. */
  smallBite: {
    kind: 'context',
    en: `(spider|centipede|caterpillar|tick|ant|scorpion) (bite|bit|bitten|sting|stung)\\w* / bitten by (a |an )?(\\w+ )?(spider|centipede|tick)`,
    zh: `(蜘蛛|蜈蚣|毛虫|蜱虫?|蝎子?)[^，。]{0,3}(咬|蜇|叮|蛰)`,
  },
  twitches: {
    en: `(muscles?|legs?|arms?|face|body) (\\w+ ){0,2}(twitch\\w*|jump\\w*|spasm\\w*|cramp\\w*)`,
    zh: `肌肉_?(跳|抽|抖|痉挛)`,
  },
  /** Cancer, which may reach the spine. */
  cancer: {
    kind: 'context',
    en: `cancer / myeloma / metasta\\w* / secondaries / lymphoma`,
    zh: `癌 / 骨髓瘤 / 转移 / 淋巴瘤`,
  },
  /** Pain of the belly that goes through to the back. */
  throughToBack: {
    en: `(through|straight|into|to|towards|round to|boring into) (to )?(my|the|his|her) back`,
    zh: `(穿|放射|串|窜|钻|连|牵|扯|顶)(到|着|至|向)?_?(后背|背|腰)`,
  },
  /** A baby that lost its tone or colour for a moment. */
  wentLimp: {
    en: `(went|gone|was|turned|goes|all) (\\w+ )?(limp|floppy)`,
    zh: `软(得|绵|塌|成|了|趴|下来)`,
  },
  /** Blood was taken, which makes many faint, and all is well again. */
  needleFaint: {
    kind: 'context',
    en: `
      (when|while|as|after) (they|the nurse|the doctor) (took|take|takes|were taking|was taking|drew|drawing) (my |his |her |some )?blood${over} / (at|during|having|had|giving|after) (a |my |the |his |her )?blood (test|draw|donation)${over} / (giving|donating) blood${over}`,
    zh: `抽血(时|的时候|后|完)?(?=[^，。]{0,4}(晕|昏))${overInChinese} / 献血(时|的时候|后|完)?(?=[^，。]{0,4}(晕|昏))${overInChinese}`,
  },
} as const satisfies Concepts;
