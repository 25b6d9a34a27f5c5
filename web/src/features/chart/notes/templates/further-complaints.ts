import type { NoteTemplate } from './note-template.ts';

const lines = (...each: string[]) => each.join('\n');

/**
 * Children, mental health, eyes and the follow-up of chronic disease. Prompts written for this project (version 2026-11, licensed as the project); no
 * guideline was copied. A clinician of the hospital must review them before use.
 */
export const furtherComplaints: readonly NoteTemplate[] = [
  {
    id: 'eye-redness',
    name: { en: 'Red eye', zh: '眼红' },
    words: ['eye', 'conjunctiv', '眼', '结膜'],
    en: {
      subjective: lines(
        'Which eye, since: ***; discharge: ***; itch: ***; pain: ***',
        'Vision worse: ***; light sensitivity: ***',
        'Contact lenses: ***; chemical, metal, injury: ***; others ill: ***',
      ),
      objective: lines(
        'On camera: redness ***, lids ***, discharge ***, pupils equal ***',
        'Reads text on the screen with each eye: ***',
      ),
      assessment: 'Red flags (pain, vision, light, lenses): ***',
      plan: lines(
        'Hygiene, drops: ***',
        'Get medical help at once for: worse vision, severe pain, contact lens wear, chemical or injury',
        'Follow-up: ***',
      ),
    },
    zh: {
      subjective: lines(
        '哪只眼、时间：***；分泌物：***；痒：***；痛：***',
        '视力下降：***；畏光：***',
        '隐形眼镜：***；化学物、金属、外伤：***；他人患病：***',
      ),
      objective: lines('镜头下：充血 ***、眼睑 ***、分泌物 ***、瞳孔等大 ***', '分别用每只眼读屏幕文字：***'),
      assessment: '危险征象（痛、视力、畏光、隐形眼镜）：***',
      plan: lines('卫生，滴眼液：***', '视力下降、剧痛、戴隐形眼镜、化学物或外伤须立即就医', '复诊：***'),
    },
  },
  {
    id: 'child-fever',
    name: { en: 'Fever in a child', zh: '儿童发热' },
    words: ['child', 'baby', 'infant', '孩子', '宝宝', '小儿', '儿童'],
    en: {
      subjective: lines(
        'Age: ***; weight: ***; since: ***; highest: ***',
        'Drinking, last urine: ***; playing: ***',
        'Cough, ear, vomiting, stool, rash: ***',
        'Vaccinated: ***; under 3 months: ***',
      ),
      objective: lines(
        'Appearance, cry, consolable: ***; skin colour: ***',
        'Breathing: rate ***, recession ***',
        'Glass test: ***',
      ),
      assessment: 'Traffic light (green / amber / red): ***',
      plan: lines(
        'Dose by weight: kg × mg/kg = ***',
        'Get medical help at once for: age under 3 months, drowsiness, difficulty breathing, spots that do not fade, no urine for 8 hours, seizure',
        'Follow-up: ***',
      ),
    },
    zh: {
      subjective: lines(
        '月龄/年龄：***；体重：***；时间：***；最高体温：***',
        '饮水、末次排尿：***；玩耍：***',
        '咳嗽、耳、呕吐、大便、皮疹：***',
        '接种：***；是否小于 3 个月：***',
      ),
      objective: lines('面容、哭声、能否安抚：***；肤色：***', '呼吸：频率 ***、三凹征 ***', '玻片压诊：***'),
      assessment: '红黄绿分级（绿 / 黄 / 红）：***',
      plan: lines(
        '按体重计算：kg × mg/kg = ***',
        '小于 3 个月、嗜睡、呼吸费力、压之不褪色、8 小时无尿、抽搐须立即就医',
        '复诊：***',
      ),
    },
  },
  {
    id: 'anxiety-mood',
    name: { en: 'Anxiety, low mood', zh: '焦虑、情绪低落' },
    words: ['anxi', 'depress', 'mood', 'panic', 'sad', '焦虑', '抑郁', '情绪', '心情'],
    en: {
      subjective: lines(
        'Since: ***; mood, interest, sleep, appetite, energy: ***',
        'Worry, panic: ***; work and home: ***',
        'Thoughts of death or self-harm: ***; plan: ***; previous attempts: ***',
        'Alcohol, drugs: ***; support nearby: ***',
      ),
      objective: lines('Appearance, speech, eye contact: ***', 'PHQ-9: ***; GAD-7: ***'),
      assessment: 'Current risk: ***',
      plan: lines(
        'Agreed plan: ***',
        'If in danger: do not stay alone, call the emergency number or go to hospital',
        'Follow-up (soon): ***',
      ),
    },
    zh: {
      subjective: lines(
        '时间：***；情绪、兴趣、睡眠、食欲、精力：***',
        '担忧、惊恐：***；工作与家庭：***',
        '轻生或自伤想法：***；计划：***；既往：***',
        '酒精、药物：***；身边有谁：***',
      ),
      objective: lines('仪表、言语、目光：***', 'PHQ-9：***；GAD-7：***'),
      assessment: '目前风险：***',
      plan: lines('共同商定：***', '如有危险：请勿独处，拨打急救电话或就近就医', '尽早复诊：***'),
    },
  },
  {
    id: 'insomnia',
    name: { en: 'Insomnia', zh: '失眠' },
    words: ['insomn', 'sleep', '失眠', '睡不着', '睡眠'],
    en: {
      subjective: lines(
        'Since: ***; times: to bed ***, asleep ***, awake at night ***, up ***',
        'Nights a week: ***; daytime effects: ***; naps: ***',
        'Caffeine, alcohol, screens, shift work: ***',
        'Snoring, restless legs, pain, mood: ***; taken so far: ***',
      ),
      objective: '',
      assessment: '',
      plan: lines(
        'Sleep diary, fixed wake-up time, bed only for sleep: ***',
        'Medicine only if: ***; number of days: ***',
        'Follow-up: ***',
      ),
    },
    zh: {
      subjective: lines(
        '时间：***；作息：上床 ***、入睡 ***、夜醒 ***、起床 ***',
        '每周几晚：***；白天：***；午睡：***',
        '咖啡、酒、屏幕、倒班：***',
        '打鼾、腿部、疼痛、情绪：***；已用药物：***',
      ),
      objective: '',
      assessment: '',
      plan: lines('睡眠日记，固定起床时间，床只用于睡眠：***', '用药条件：***；天数：***', '复诊：***'),
    },
  },
  {
    id: 'hypertension',
    name: { en: 'Hypertension, follow-up', zh: '高血压复诊' },
    words: ['hypertens', 'blood pressure', 'bp', '高血压', '血压'],
    en: {
      subjective: lines(
        'Home readings, morning / evening: ***',
        'Takes medicine as prescribed: ***; side effects (cough, ankle swelling, dizziness): ***',
        'Chest pain, breathlessness, vision, headache: ***',
        'Salt, weight, exercise, alcohol, smoking: ***',
      ),
      objective: 'Mean of last 7 days: ***; pulse: ***; weight: ***',
      assessment: 'Target: ***; reached: ***',
      plan: lines(
        'Medicine: ***; blood tests (potassium, creatinine) by: ***',
        'Get medical help at once for: above 180/120 with symptoms, chest pain, weakness',
        'Follow-up: ***',
      ),
    },
    zh: {
      subjective: lines(
        '家中血压（早 / 晚）：***',
        '按时服药：***；不良反应（咳嗽、踝肿、头晕）：***',
        '胸痛、气促、视力、头痛：***',
        '盐、体重、运动、饮酒、吸烟：***',
      ),
      objective: '近 7 天平均：***；脉搏：***；体重：***',
      assessment: '目标：***；是否达标：***',
      plan: lines('用药：***；化验（钾、肌酐）时间：***', '高于 180/120 伴症状、胸痛、肢体无力须立即就医', '复诊：***'),
    },
  },
  {
    id: 'diabetes',
    name: { en: 'Diabetes, follow-up', zh: '糖尿病复诊' },
    words: ['diabet', 'sugar', 'glucose', '糖尿病', '血糖'],
    en: {
      subjective: lines(
        'Home glucose: fasting ***, after meals ***',
        'Hypoglycaemia: ***; when: ***',
        'Takes medicine / insulin as prescribed: ***',
        'Feet, vision, thirst, weight: ***; diet, exercise: ***',
      ),
      objective: lines('HbA1c: ***; date: ***; weight: ***; blood pressure: ***', 'Feet on camera: ***'),
      assessment: 'Target HbA1c: ***; reached: ***',
      plan: lines(
        'Medicine: ***; tests (HbA1c, kidney, eyes, feet) by: ***',
        'Get medical help at once for: vomiting with high blood glucose, drowsiness, foot wound',
        'Follow-up: ***',
      ),
    },
    zh: {
      subjective: lines(
        '家中血糖：空腹 ***、餐后 ***',
        '低血糖：***；时间：***',
        '按时用药 / 胰岛素：***',
        '足、视力、口渴、体重：***；饮食、运动：***',
      ),
      objective: lines('糖化血红蛋白：***；日期：***；体重：***；血压：***', '镜头下双足：***'),
      assessment: '目标糖化：***；是否达标：***',
      plan: lines(
        '用药：***；检查（糖化、肾、眼、足）时间：***',
        '高血糖伴呕吐、嗜睡、足部伤口须立即就医',
        '复诊：***',
      ),
    },
  },
  {
    id: 'asthma',
    name: { en: 'Asthma, follow-up', zh: '哮喘复诊' },
    words: ['asthma', 'wheez', 'inhaler', '哮喘', '喘'],
    en: {
      subjective: lines(
        'Last 4 weeks: daytime symptoms ***, at night ***, reliever per week ***, activity limited ***',
        'Attacks, steroids, admissions in the last year: ***',
        'Triggers: ***; smoking: ***; inhaler as prescribed: ***',
      ),
      objective: lines(
        'Shows inhaler technique: ***',
        'Peak flow: ***; share of best: ***; speaks in full sentences: ***',
      ),
      assessment: 'Control (good / partial / poor): ***',
      plan: lines(
        'Step: ***; written action plan: ***',
        'Get medical help at once for: reliever not working, unable to speak, blue lips',
        'Follow-up: ***',
      ),
    },
    zh: {
      subjective: lines(
        '近 4 周：白天 ***、夜间 ***、每周缓解药 ***、活动受限 ***',
        '一年内发作、激素、住院：***',
        '诱因：***；吸烟：***；规律吸入：***',
      ),
      objective: lines('演示吸入方法：***', '峰流速：***；占最佳：***；能否成句说话：***'),
      assessment: '控制（良好 / 部分 / 未控制）：***',
      plan: lines('治疗级别：***；书面行动计划：***', '缓解药无效、不能说话、口唇发紫须立即就医', '复诊：***'),
    },
  },
  {
    id: 'reflux',
    name: { en: 'Heartburn, indigestion', zh: '反酸、消化不良' },
    words: ['heartburn', 'reflux', 'indigest', '反酸', '烧心', '消化不良'],
    en: {
      subjective: lines(
        'Since: ***; after meals / lying down: ***; regurgitation: ***',
        'Swallowing, weight loss, vomiting, black stools: ***',
        'New after age 55: ***; NSAIDs: ***; coffee, alcohol: ***',
      ),
      objective: 'Weight: ***',
      assessment: 'Alarm signs: ***',
      plan: lines(
        'Meals, raise head of bed: ***; weeks of medicine: ***',
        'See in person for any alarm sign',
        'Follow-up: ***',
      ),
    },
    zh: {
      subjective: lines(
        '时间：***；餐后 / 平卧：***；反流：***',
        '吞咽、体重、呕吐、黑便：***',
        '55 岁以上新发：***；非甾体：***；咖啡、酒：***',
      ),
      objective: '体重：***',
      assessment: '报警症状：***',
      plan: lines('饮食，抬高床头：***；用药周数：***', '有任何报警症状须线下就诊', '复诊：***'),
    },
  },
];
