import type { NoteTemplate } from './note-template.ts';

const lines = (...each: string[]) => each.join('\n');

/**
 * Complaints that develop within days. Prompts written for this project (version 2026-11, licensed as the project); no guideline was copied. A
 * clinician of the hospital must review them before use.
 */
export const acuteComplaints: readonly NoteTemplate[] = [
  {
    id: 'cough-fever',
    name: { en: 'Cough, fever', zh: '咳嗽、发热' },
    words: ['cough', 'fever', '咳', '发热', '发烧'],
    en: {
      subjective: lines(
        'Cough since: ***; dry / sputum: ***',
        'Highest temperature: ***; chills: ***',
        'Short of breath: ***; chest pain: ***',
        'Ill contacts: ***; smoking: ***',
        'Taken so far: ***',
      ),
      objective: lines(
        'General appearance: ***; speaks in full sentences: ***',
        'Breathing rate on video: ***',
        'Home readings: temperature ***, SpO2 ***, pulse ***',
      ),
      assessment: '',
      plan: lines(
        'Fluids, rest, medicines: ***',
        'Go to hospital at once for: breathlessness, SpO2 below 94%, confusion, fever for more than 3 days',
        'Follow-up: ***',
      ),
    },
    zh: {
      subjective: lines(
        '咳嗽时间：***；干咳 / 有痰：***',
        '最高体温：***；寒战：***',
        '气促：***；胸痛：***',
        '接触史：***；吸烟：***',
        '已用药物：***',
      ),
      objective: lines(
        '一般情况：***；能否成句说话：***',
        '视频下呼吸频率：***',
        '家中测量：体温 ***、血氧 ***、脉搏 ***',
      ),
      assessment: '',
      plan: lines('多饮水，休息，用药：***', '出现气促、血氧低于 94 %、意识模糊、发热超过 3 天须立即就医', '复诊：***'),
    },
  },
  {
    id: 'sore-throat',
    name: { en: 'Sore throat', zh: '咽痛' },
    words: ['sore throat', 'throat', 'tonsil', '咽', '喉', '扁桃体'],
    en: {
      subjective: lines(
        'Since: ***; fever: ***; cough or runny nose: ***',
        'Swallowing: ***; voice: ***; drooling: ***',
        'Previous tonsillitis: ***',
      ),
      objective: lines(
        'Throat on video: redness ***, exudate ***, uvula ***',
        'Neck: swelling ***',
        'Temperature: ***',
      ),
      assessment: 'Age, fever, exudate, nodes, no cough (Centor/McIsaac): ***',
      plan: lines(
        'Pain relief, fluids: ***',
        'Get medical help at once for: unable to swallow saliva or open the mouth, breathlessness, swelling on one side',
        'Follow-up: ***',
      ),
    },
    zh: {
      subjective: lines(
        '时间：***；发热：***；咳嗽或流涕：***',
        '吞咽：***；声音：***；流涎：***',
        '既往扁桃体炎：***',
      ),
      objective: lines('视频下咽部：充血 ***、渗出 ***、悬雍垂 ***', '颈部肿胀：***', '体温：***'),
      assessment: '年龄、发热、渗出、淋巴结、无咳嗽（Centor/McIsaac）：***',
      plan: lines('止痛，多饮水：***', '不能咽口水、张口困难、气促、一侧肿胀须立即就医', '复诊：***'),
    },
  },
  {
    id: 'abdominal-pain',
    name: { en: 'Abdominal pain', zh: '腹痛' },
    words: ['abdom', 'stomach', 'belly', '腹痛', '肚子痛', '肚子疼', '胃痛', '胃'],
    en: {
      subjective: lines(
        'Site: ***; since: ***; intermittent / constant: ***; radiates to: ***',
        'Vomiting: ***; stool: ***; blood: ***; fever: ***',
        'Last period / pregnant: ***',
        'Previous surgery: ***; medicines (NSAIDs): ***',
      ),
      objective: lines(
        'Appearance: ***; walks upright: ***; points with one finger to: ***',
        'Patient presses and releases: ***',
      ),
      assessment: '',
      plan: lines(
        'Cannot be examined by video: see in person if pain is severe, constant or moves to the right',
        'Get medical help at once for: rigid abdomen, bleeding, fainting, passing no urine',
        'Follow-up: ***',
      ),
    },
    zh: {
      subjective: lines(
        '部位：***；时间：***；阵发 / 持续：***；转移：***',
        '呕吐：***；大便：***；便血：***；发热：***',
        '末次月经 / 妊娠：***',
        '手术史：***；用药（非甾体）：***',
      ),
      objective: lines('面容：***；能否直立行走：***；手指指示部位：***', '患者自行按压与放手：***'),
      assessment: '',
      plan: lines(
        '线上无法触诊：疼痛剧烈、持续或转移至右下腹须线下就诊',
        '腹部僵硬、出血、晕厥、无尿须立即就医',
        '复诊：***',
      ),
    },
  },
  {
    id: 'diarrhoea',
    name: { en: 'Diarrhoea', zh: '腹泻' },
    words: ['diarrh', 'loose stool', '腹泻', '拉肚子', '拉稀'],
    en: {
      subjective: lines(
        'Since: ***; times a day: ***; watery / blood / mucus: ***',
        'Vomiting: ***; fever: ***; fluids: ***; urine: ***',
        'Food, travel, ill contacts: ***; recent antibiotics: ***',
      ),
      objective: lines('Mouth: ***; eyes: ***; alert: ***', 'Weight: ***'),
      assessment: 'Dehydration (none / some / severe): ***',
      plan: lines(
        'Oral rehydration, amount: ***',
        'Get medical help at once for: blood, no urine for 8 hours, drowsiness, unable to drink',
        'Follow-up: ***',
      ),
    },
    zh: {
      subjective: lines(
        '时间：***；每日次数：***；水样 / 血 / 黏液：***',
        '呕吐：***；发热：***；饮水：***；尿量：***',
        '饮食、旅行、他人患病：***；近期抗生素：***',
      ),
      objective: lines('口唇：***；眼窝：***；精神：***', '体重：***'),
      assessment: '脱水（无 / 轻中度 / 重度）：***',
      plan: lines('口服补液量：***', '便血、8 小时无尿、嗜睡、不能饮水须立即就医', '复诊：***'),
    },
  },
  {
    id: 'rash',
    name: { en: 'Rash', zh: '皮疹' },
    words: ['rash', 'itch', 'hives', 'spots', '皮疹', '疹', '痒', '荨麻疹'],
    en: {
      subjective: lines(
        'Since: ***; started where: ***; itch / pain: ***; fever: ***',
        'New medicine, food, plant, detergent: ***',
        'Contacts: ***; previous episodes: ***; atopy: ***',
      ),
      objective: lines(
        'On video and in photos: site ***, shape ***, colour ***, scale ***, blisters ***',
        'Glass test (fades): ***; mouth, eyes: ***',
      ),
      assessment: '',
      plan: lines(
        'Skin care, treatment: ***',
        'Get medical help at once for: swelling of face or tongue, breathlessness, blisters with fever, spots that do not fade',
        'Follow-up: ***',
      ),
    },
    zh: {
      subjective: lines(
        '时间：***；起始部位：***；痒 / 痛：***；发热：***',
        '新用药物、食物、植物、洗涤剂：***',
        '接触史：***；既往：***；过敏体质：***',
      ),
      objective: lines(
        '视频与照片：部位 ***、形态 ***、颜色 ***、鳞屑 ***、水疱 ***',
        '玻片压诊（是否褪色）：***；口腔、眼：***',
      ),
      assessment: '',
      plan: lines('皮肤护理，治疗：***', '面舌肿胀、气促、发热伴水疱、压之不褪色须立即就医', '复诊：***'),
    },
  },
  {
    id: 'headache',
    name: { en: 'Headache', zh: '头痛' },
    words: ['headache', 'migraine', 'head hurts', '头痛', '头疼', '偏头痛'],
    en: {
      subjective: lines(
        'Since: ***; sudden / gradual: ***; site: ***; severity 0–10: ***',
        'Nausea, light sensitivity, aura: ***; fever, stiff neck: ***',
        'Injury: ***; new after age 50: ***; painkiller days a month: ***',
      ),
      objective: lines('Speech, face, arms on video: ***', 'Chin to chest: ***; blood pressure: ***'),
      assessment: 'Red flags: ***',
      plan: lines(
        'Treatment: ***; diary: ***',
        'Get medical help at once for: worst headache ever, sudden onset, fever with stiff neck, weakness, confusion, seizure',
        'Follow-up: ***',
      ),
    },
    zh: {
      subjective: lines(
        '时间：***；突发 / 渐起：***；部位：***；程度 0–10：***',
        '恶心、畏光、先兆：***；发热、颈部：***',
        '外伤：***；50 岁后新发：***；每月用止痛药天数：***',
      ),
      objective: lines('视频下言语、面部、上肢：***', '低头：***；血压：***'),
      assessment: '危险征象：***',
      plan: lines('治疗：***；头痛日记：***', '最剧烈、突发、发热颈强、无力、意识不清、抽搐须立即就医', '复诊：***'),
    },
  },
  {
    id: 'low-back-pain',
    name: { en: 'Low back pain', zh: '腰痛' },
    words: ['back pain', 'lower back', 'sciatica', '腰痛', '腰疼', '腰'],
    en: {
      subjective: lines(
        'Since: ***; after: ***; spreads to the leg: ***',
        'Bladder, bowels, saddle numbness: ***; leg weakness: ***',
        'Cancer, fever, weight loss, steroids, injury: ***; work: ***',
      ),
      objective: lines('Walks on heels and toes: ***; bends forward: ***', 'Straight leg raise by the patient: ***'),
      assessment: 'Red flags: ***',
      plan: lines(
        'Stay active; pain relief: ***',
        'Get medical help at once for: unable to pass urine, numbness between the legs, increasing leg weakness',
        'Follow-up: ***',
      ),
    },
    zh: {
      subjective: lines(
        '时间：***；诱因：***；放射至下肢：***',
        '大小便、会阴麻木：***；下肢无力：***',
        '肿瘤、发热、消瘦、激素、外伤：***；工作：***',
      ),
      objective: lines('足跟足尖行走：***；弯腰：***', '自行直腿抬高：***'),
      assessment: '危险征象：***',
      plan: lines('保持活动；止痛：***', '排尿困难、会阴麻木、下肢渐无力须立即就医', '复诊：***'),
    },
  },
  {
    id: 'urinary',
    name: { en: 'Urinary symptoms', zh: '尿路症状' },
    words: ['urin', 'burning', 'uti', 'bladder', '尿', '膀胱'],
    en: {
      subjective: lines(
        'Burning, frequency, urgency: since ***; blood: ***; discharge: ***',
        'Fever, flank pain, vomiting: ***',
        'Pregnant: ***; previous infections: ***; catheter, diabetes: ***',
      ),
      objective: 'Temperature: ***; patient taps flank: ***',
      assessment: 'Uncomplicated / complicated because: ***',
      plan: lines(
        'Urine test at: ***; treatment: ***; fluids: ***',
        'Get medical help at once for: fever with flank pain, vomiting, pregnancy',
        'Follow-up: ***',
      ),
    },
    zh: {
      subjective: lines(
        '尿痛、尿频、尿急：时间 ***；血尿：***；分泌物：***',
        '发热、腰痛、呕吐：***',
        '妊娠：***；既往：***；导尿、糖尿病：***',
      ),
      objective: '体温：***；自行叩击腰部：***',
      assessment: '单纯性 / 复杂性，原因：***',
      plan: lines('尿检地点：***；治疗：***；多饮水：***', '发热伴腰痛、呕吐、妊娠须立即就医', '复诊：***'),
    },
  },
];
