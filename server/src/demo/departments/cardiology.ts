import type { DemoDepartment } from '../demo-plan.ts';

export const cardiology: DemoDepartment = {
  code: 'cardiology',
  name: { en: 'Cardiology', zh: '心血管内科' },
  description: {
    en: 'High blood pressure, coronary disease, heart rhythm: follow-up and adjustment of treatment.',
    zh: '高血压、冠心病、心律失常的复诊与治疗调整。',
  },
  weight: 4,
  cases: [
    {
      code: 'I25.1',
      course: 'chronic',
      ages: [48, 90],
      complaint: { en: 'Follow-up after a heart stent two years ago', zh: '冠脉支架术后两年复诊' },
      subjective: {
        en: 'No chest pain on exertion, climbs three floors without a stop. Takes aspirin and a statin every day, no bleeding.',
        zh: '活动后无胸痛，可连续上三层楼。规律服用阿司匹林和他汀，无出血。',
      },
      objective: {
        en: 'Home blood pressure 122–130 over 70–78 mmHg, pulse 62–68. LDL cholesterol 1.6 mmol/L last month (report seen).',
        zh: '家庭血压122–130/70–78 mmHg，脉搏62–68次/分。上月LDL-C 1.6 mmol/L（已阅报告）。',
      },
      assessment: { en: 'Coronary disease, stable, at target.', zh: '冠心病，病情稳定，血脂达标。' },
      plan: {
        en: 'Continue. Lipids and liver tests every six months. Emergency number at once for chest pain beyond ten minutes.',
        zh: '维持治疗，半年复查血脂、肝功能。胸痛超过10分钟立即拨打急救电话。',
      },
      summary: {
        en: 'Your heart condition is stable. Continue your medicines; blood tests in six months. Call the emergency number for chest pain beyond ten minutes.',
        zh: '病情稳定。请继续服药，半年后复查。胸痛持续超过十分钟，请立即拨打急救电话。',
      },
    },
    {
      code: 'I48.9',
      course: 'chronic',
      ages: [55, 90],
      complaint: { en: 'Atrial fibrillation, questions about my blood thinner', zh: '房颤复诊，咨询抗凝药' },
      subjective: {
        en: 'Known atrial fibrillation on rivaroxaban. Occasional palpitations, no fainting, no bleeding, no missed doses.',
        zh: '房颤，服用利伐沙班。偶有心悸，无晕厥、出血，无漏服。',
      },
      objective: {
        en: 'Home pulse 70–84, irregular. Kidney function normal in the report of this spring.',
        zh: '家测脉搏70–84次/分，不齐。今春肾功能报告正常。',
      },
      assessment: { en: 'Atrial fibrillation, rate controlled, anticoagulated.', zh: '心房颤动，心室率控制，抗凝中。' },
      plan: {
        en: 'Continue with the evening meal. No ibuprofen or aspirin on top. Kidney function every year.',
        zh: '继续随晚餐服用，勿自行加用布洛芬或阿司匹林。每年复查肾功能。',
      },
      summary: {
        en: 'Keep taking your blood thinner with food and do not add ibuprofen or aspirin by yourself. Yearly kidney test.',
        zh: '请继续随餐服用抗凝药，不要自行加用布洛芬或阿司匹林，每年查一次肾功能。',
      },
    },
    {
      code: 'E78.5',
      course: 'chronic',
      ages: [35, 80],
      complaint: { en: 'Cholesterol result to discuss', zh: '血脂化验结果咨询' },
      subjective: {
        en: 'On a statin for a year, no muscle pain. Eats less fat, walks daily.',
        zh: '服用他汀一年，无肌痛。已控制油脂摄入，每日步行。',
      },
      objective: {
        en: 'LDL cholesterol 2.3 mmol/L (3.9 before treatment), ALT normal (report seen).',
        zh: 'LDL-C 2.3 mmol/L（治疗前3.9），ALT正常（已阅报告）。',
      },
      assessment: { en: 'Hyperlipidaemia, good response.', zh: '高脂血症，治疗反应好。' },
      plan: { en: 'Continue the same dose, repeat lipids in six months.', zh: '维持原剂量，半年复查血脂。' },
      summary: {
        en: 'Your cholesterol has come down well. Continue the same dose and repeat the test in six months.',
        zh: '您的血脂下降明显。请继续原剂量，半年后复查。',
      },
    },
  ],
};
