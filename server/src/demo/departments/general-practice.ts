import type { DemoDepartment } from '../demo-plan.ts';

export const generalPractice: DemoDepartment = {
  code: 'general-practice',
  name: { en: 'General Practice', zh: '全科医学科' },
  description: {
    en: 'Everyday complaints, follow-up of long-term conditions, and where to turn next.',
    zh: '常见病、慢性病复诊，以及后续就诊指导。',
  },
  weight: 5,
  cases: [
    {
      code: 'J06.9',
      course: 'acute',
      ages: [8, 80],
      complaint: { en: 'Runny nose and sore throat for three days', zh: '流鼻涕、嗓子疼三天' },
      subjective: {
        en: 'Three days of runny nose, sore throat and mild cough. No shortness of breath, no chest pain. Drinks well.',
        zh: '流涕、咽痛、轻咳3天。无气促、胸痛。进食饮水可。',
      },
      objective: {
        en: 'By video: speaks in full sentences, no laboured breathing. Own thermometer 37.4 °C.',
        zh: '视频所见：言语连贯，呼吸平稳。自测体温37.4℃。',
      },
      assessment: {
        en: 'Acute upper respiratory infection, no sign of a severe course.',
        zh: '急性上呼吸道感染，未见重症征象。',
      },
      plan: {
        en: 'Rest, fluids, paracetamol for fever or pain. See a doctor in person if breathing gets hard or fever lasts beyond three days.',
        zh: '休息、多饮水，发热或疼痛时服对乙酰氨基酚。如呼吸困难或发热超过3天请线下就诊。',
      },
      summary: {
        en: 'A common cold. Rest and drink plenty. Come back, or go to a clinic, if you find it hard to breathe or the fever lasts beyond three days.',
        zh: '普通感冒。请注意休息、多喝水。如呼吸困难或发热超过三天，请及时到医院就诊。',
      },
    },
    {
      code: 'I10',
      course: 'chronic',
      ages: [35, 90],
      complaint: { en: 'Blood pressure check and repeat prescription', zh: '高血压复诊，需要续药' },
      subjective: {
        en: 'Known hypertension, takes the medicine every day. No headache, no chest pain, no ankle swelling.',
        zh: '高血压病史，规律服药。无头痛、胸痛，无下肢水肿。',
      },
      objective: {
        en: 'Home readings of the last week 128–138 over 76–84 mmHg, pulse 68–74.',
        zh: '近一周家庭自测血压128–138/76–84 mmHg，脉搏68–74次/分。',
      },
      assessment: { en: 'Essential hypertension, controlled at home.', zh: '原发性高血压，家庭血压控制可。' },
      plan: {
        en: 'Continue the present medicine. Home readings twice a week. Blood tests for kidney function and potassium within three months.',
        zh: '维持现用药物，每周测血压两次。三个月内复查肾功能、血钾。',
      },
      summary: {
        en: 'Your blood pressure is well controlled. Keep taking your medicine and measuring twice a week; have blood tests within three months.',
        zh: '您的血压控制良好。请继续按时服药，每周测量两次，三个月内复查抽血。',
      },
    },
    {
      code: 'R51',
      course: 'acute',
      ages: [18, 70],
      complaint: { en: 'Headaches most afternoons for two weeks', zh: '近两周下午经常头痛' },
      subjective: {
        en: 'Dull pressure on both sides in the afternoon after long screen work, better after sleep. No vomiting, no change of vision, no weakness.',
        zh: '双侧胀痛，多在下午久看屏幕后出现，睡后缓解。无呕吐、视物改变及肢体无力。',
      },
      objective: {
        en: 'By video: face symmetrical, speech clear, moves neck freely. Own blood pressure reading 124/78 mmHg.',
        zh: '视频所见：面部对称，言语清晰，颈部活动可。自测血压124/78 mmHg。',
      },
      assessment: { en: 'Headache without warning signs.', zh: '头痛，无危险信号。' },
      plan: {
        en: 'Breaks from the screen, sleep, a headache diary for four weeks. In person at once if sudden and worst ever, or with fever or weakness.',
        zh: '规律用眼休息与睡眠，记录头痛日记四周。如突发剧烈头痛或伴发热、无力，请立即急诊。',
      },
      summary: {
        en: 'Your headaches show no warning signs. Take screen breaks and keep a diary for four weeks. A sudden, very severe headache is an emergency.',
        zh: '您的头痛未见危险信号。请注意用眼休息并记录四周头痛日记。如突发剧烈头痛，请立即急诊。',
      },
    },
    {
      code: 'N39.0',
      course: 'acute',
      ages: [18, 65],
      sex: 'female',
      complaint: { en: 'Burning when passing water since yesterday', zh: '昨天起小便灼痛' },
      subjective: {
        en: 'Burning and frequent passing of water for one day. No fever, no back pain, not pregnant by her own account.',
        zh: '尿频、尿痛1天。无发热、腰痛，自述未怀孕。',
      },
      objective: { en: 'By video: well, own thermometer 36.7 °C.', zh: '视频所见：一般情况好，自测体温36.7℃。' },
      assessment: {
        en: 'Probable lower urinary tract infection; urine test needed.',
        zh: '下尿路感染可能，需尿检明确。',
      },
      plan: {
        en: 'Urine test at the nearest laboratory today, drink plenty, review with the result. In person with fever or back pain.',
        zh: '今日就近查尿常规，多饮水，出结果后复诊。如发热或腰痛请线下就诊。',
      },
      summary: {
        en: 'Probably a bladder infection. Have a urine test today and see us with the result. Fever or back pain needs a clinic at once.',
        zh: '考虑膀胱感染。请今天查尿常规，拿到结果后复诊。如发热或腰痛，请立即到医院。',
      },
    },
  ],
};
