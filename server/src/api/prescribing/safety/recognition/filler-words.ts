import { foldText } from '../../../../platform/search/fold.ts';

/** Words that name no medicine: amounts, frequencies, purposes and phrases. */
const ENGLISH = new Set(
  (
    'a an as at before after with when needed once twice thrice times time per every each day days daily night nights nightly ' +
    'morning mornings evening evenings noon midday bedtime hour hours hourly week weeks weekly fortnightly month months monthly ' +
    'year years since for about of in on or and plus the take takes taking took taken use uses using used have has had having ' +
    'am is are was were be been being i im ive my me he she it they we his her their patient mum dad mother father son ' +
    'daughter wife husband also just only still now currently current present regular regularly usually sometimes occasionally ' +
    'often always never started starting start started prescribed prescription given gives by doctor gp hospital pharmacy ' +
    'chemist store over counter otc brand generic called named known something some any other others both all few couple ' +
    'little bit lot high low small large big dose doses dosage strength tablet tablets tab tabs capsule capsules cap caps ' +
    'pill pills caplet caplets puff puffs drop drops spray sprays sachet sachets patch patches cream ointment gel lotion ' +
    'solution suspension syrup liquid powder injection injections inhaler inhalers inhaled pen shot jab lozenge suppository ' +
    'unit units iu mg g gram grams mcg ug ml l kg milligram milligrams micrograms microgram meal meals food breakfast lunch ' +
    'dinner supper mouth oral orally po sl im iv sc od qd bd bid tds tid qds qid qn qam qpm qhs hs prn qod om on ac pc nocte mane ' +
    'stat one two three four five six seven eight nine ten half quarter whole extended slow sustained modified prolonged delayed ' +
    'release er xr sr mr cr la xl dr ec od coated enteric gastro resistant soluble dispersible chewable effervescent ' +
    'pain pains ache aches headache headaches migraine migraines fever cold flu cough diabetes sugar diabetic blood pressure ' +
    'hypertension bp heart cholesterol lipids lipid asthma copd breathing sleep insomnia anxiety depression mood stress ' +
    'stomach reflux heartburn acid gout arthritis joint joints back knee thyroid infection uti throat chest skin eczema ' +
    'eyes eye ear ears nose nasal hay allergies bones bone osteoporosis prostate bladder epilepsy seizures fits af ' +
    'afib atrial fibrillation stroke clots clot thinner thinning angina failure kidney kidneys liver anaemia anemia deficiency ' +
    'contraception rheumatoid psoriasis acne adhd supplement supplements vitamin vitamins mineral medicine medicines ' +
    'medication medications med meds drug drugs remedy treatment therapy to from this that these those so because due up down ' +
    'then than not no yes ok okay too very well fine good bad please thanks none nil ' +
    'stopped stop stopping last next ago yesterday today longer previously recently until h transdermal'
  ).split(' '),
);

/** Words that describe the reaction of an allergy. */
const REACTIONS = new Set(
  foldText(
    'allergy allergic allergies reaction reactions reacted reacts react hypersensitivity hypersensitive intolerance intolerant ' +
      'sensitive sensitivity rash rashes hives urticaria itch itching itchy itches swelling swollen swells lips lip face tongue ' +
      'throat eyes anaphylaxis anaphylactic shock breathless breathlessness breath shortness wheeze wheezing wheezy asthma ' +
      'attack bronchospasm angioedema angioneurotic oedema edema nausea vomiting vomited vomit sick sickness diarrhoea diarrhea ' +
      'upset dizzy dizziness faint fainted fainting collapse collapsed blisters blistering peeling mouth ulcers sores stevens ' +
      'johnson syndrome sjs ten dress necrolysis toxic epidermal red redness skin spots bumps welts broke breaks out came comes ' +
      'causes caused cause makes made make gave gives get gets got getting severe severely mild mildly moderate bad badly ' +
      'serious life threatening suspected possible possibly maybe probable confirmed unknown unsure sure uncertain childhood ' +
      'child kid young baby ago last when years age avoid avoided anything everything else known runny polyps sneezing hoarse ' +
      'hospitalised hospitalized admitted emergency er icu died nearly almost group class type family antibiotic antibiotics ' +
      'painkiller painkillers tested test testing positive skin prick except but apart',
  ).split(' '),
);

/** Salts that may follow a name. Salts that are medicines themselves are listed in salts.csv, by substance. */
const SALTS = new Set(
  (
    'hydrochloride hcl dihydrochloride hydrobromide sodium disodium magnesium maleate besylate besilate mesylate mesilate ' +
    'tartrate bitartrate succinate fumarate citrate phosphate sulfate sulphate acetate nitrate tosylate pamoate embonate ' +
    'lactate gluconate trihydrate monohydrate dihydrate anhydrous hemihydrate arginine erbumine axetil proxetil pivoxil ' +
    'medoxomil cilexetil kamedoxomil etexilate disoproxil propionate furoate valerate dipropionate butyrate'
  ).split(' '),
);

/** Foods and other allergens of one character; other single characters are particles. */
const SHORT_ALLERGENS = new Set('虾蟹鱼贝螺奶蛋麦姜葱蒜茶桃梨漆酒豆椒菇螨猫狗羊牛猪鸡鸭鹅米醋蜂胶镍');

export function isShortAllergen(character: string): boolean {
  return SHORT_ALLERGENS.has(character);
}

export function isFiller(word: string): boolean {
  return /^\d/.test(word) || word.length === 1 || ENGLISH.has(word) || SALTS.has(word);
}

export function isReactionWord(word: string): boolean {
  return REACTIONS.has(word);
}

export function isSalt(word: string): boolean {
  return SALTS.has(word);
}

const HAN = (
  '目前 现在 正在 一直 间断 断续 长期 短期 平时 有时 偶尔 经常 常年 近期 最近 曾经 曾 以前 之前 既往 已经 开始 继续 规律 不规律 自行 口服 服用 ' +
  '外用 吸入 注射 皮下 静脉 肌注 喷鼻 滴眼 涂抹 含服 使用 应用 服药 用药 用过 吃过 在吃 吃着 吃 服 用 打 喷 滴 涂 贴 医生 医院 ' +
  '开的 开了 药店 买的 自购 遵医嘱 患者 本人 自述 孩子 妈妈 爸爸 每日 每天 每晚 每早 每周 每月 隔日 隔天 一天 一日 一次 两次 三次 四次 ' +
  '一片 两片 半片 一粒 两粒 早上 早晨 上午 中午 下午 晚上 睡前 饭前 饭后 餐前 餐后 空腹 随餐 早晚 早 中 晚 各 按需 必要时 ' +
  '疼痛时 疼时 发烧时 发热时 头痛时 毫克 微克 克 毫升 单位 片剂 胶囊 颗粒 口服液 注射液 滴眼液 软膏 乳膏 喷雾剂 气雾剂 缓释片 控释片 ' +
  '缓释胶囊 肠溶片 肠溶胶囊 分散片 咀嚼片 泡腾片 缓释 控释 肠溶 分散 咀嚼 软胶囊 混悬液 糖浆 滴剂 栓剂 贴剂 贴片 粉雾剂 ' +
  '片 粒 袋 丸 支 瓶 盒 滴 喷 吸 贴 栓 膏 剂 次 天 日 周 月 年 小时 左右 约 共 已 有 又 再 还 也 都 就 只 和 及 与 或 以及 还有 ' +
  '另外 同时 加上 跟 加 等 等等 药物 药品 西药 药 的 了 着 过 在 是 为 因 因为 治疗 控制 预防 用于 需要 时 后 前 从 起 至今 多年 ' +
  '半年 一年 两年 三年 一个月 一周 盐酸 二盐酸 硫酸 氢溴酸 马来酸 富马酸 酒石酸 重酒石酸 枸橼酸 琥珀酸 苯磺酸 甲磺酸 磷酸 醋酸 硝酸 ' +
  '双羟萘酸 钾 钠 钙 镁 锌 甲磺 丙酸 糠酸 戊酸 氨丁三醇 精氨酸 一水 三水 无水 注射用 复方 进口 国产 原研 仿制 ' +
  '高血压 糖尿病 冠心病 高血脂 高脂血症 痛风 哮喘 失眠 焦虑 抑郁 胃病 胃痛 感冒 咳嗽 发烧 发热 头痛 头疼 疼痛 关节炎 甲减 甲亢 ' +
  '改成 改为 改吃 改用 换成 换为 透皮 房颤 血压 血糖 血脂 尿酸 心脏 贫血 水煎 煎汤 煎服 煎水 泡水 泡茶 熬水 炖汤 代茶饮 冲服'
)
  .split(' ')
  .toSorted((a, b) => b.length - a.length);

const HAN_REACTIONS = (
  '过敏反应 过敏史 过敏性休克 过敏性 过敏 史 反应 皮疹 红疹 药疹 荨麻疹 风团 瘙痒 发痒 痒 红肿 水肿 肿胀 肿 嘴唇 口唇 面部 脸 喉头 ' +
  '喉咙 舌头 眼睑 休克 呼吸困难 气短 喘息 喘 哮喘 胸闷 心慌 心悸 晕倒 头晕 恶心 呕吐 腹泻 腹痛 不适 不耐受 起 出 全身 严重 轻度 中度 ' +
  '重度 轻微 可疑 疑似 可能 不确定 不清楚 不知道 是否 小时候 儿时 幼时 儿童期 年前 月前 类 类药 药物 抗生素 消炎药 皮试 阳性 引起 导致 ' +
  '诱发 出现 发生 会 对 有 曾 其他 其它 所有 各种 食物 多种 除 外 我 他 她 不能 不可以 不要 禁用 避免 大疱 剥脱 史蒂文斯 综合征'
)
  .split(' ')
  .toSorted((a, b) => b.length - a.length);

const filler = new RegExp(HAN.join('|'), 'gu');
const fillerOfAllergies = new RegExp(
  [...HAN_REACTIONS, ...HAN].toSorted((a, b) => b.length - a.length).join('|'),
  'gu',
);
const NUMERALS = /[一二两三四五六七八九十百半几多\d]+/gu;

/** Returns what remains of a run of Chinese characters after removing words that name nothing. */
export function withoutFiller(run: string, ofAllergy: boolean): string {
  return run
    .replace(ofAllergy ? fillerOfAllergies : filler, ' ')
    .replace(NUMERALS, ' ')
    .trim();
}

/** Returns true for a text in which nothing is named and no word may be a name. */
export function namesNothing({
  names,
  words,
}: {
  readonly names: readonly string[];
  readonly words: readonly string[];
}): boolean {
  return (
    names.length === 0 &&
    words.every((word) => isFiller(word) || isReactionWord(word) || withoutFiller(word, true) === '')
  );
}
