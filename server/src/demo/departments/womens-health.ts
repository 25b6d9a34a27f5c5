import type { DemoDepartment } from '../demo-plan.ts';

export const womensHealth: DemoDepartment = {
  code: 'womens-health',
  name: { en: 'Women’s Health', zh: '妇科' },
  description: {
    en: 'Period pain, menopause, contraception advice and infections.',
    zh: '痛经、更年期、避孕咨询与感染。',
  },
  weight: 2,
  cases: [
    {
      code: 'N94.6',
      course: 'chronic',
      ages: [16, 45],
      sex: 'female',
      complaint: { en: 'Painful periods, repeat prescription', zh: '痛经复诊，需要续药' },
      subjective: {
        en: 'Cramps on the first two days, well helped by ibuprofen. Regular cycle, examined in spring without finding.',
        zh: '经期前两日腹痛，布洛芬有效。周期规律，春季检查未见异常。',
      },
      objective: { en: 'By video: well.', zh: '视频所见：一般情况好。' },
      assessment: { en: 'Primary dysmenorrhoea.', zh: '原发性痛经。' },
      plan: {
        en: 'Ibuprofen with food from the first day for three days at most.',
        zh: '月经首日起随餐服布洛芬，最多三天。',
      },
      summary: {
        en: 'Take ibuprofen with food from the first day, for three days at most. Come back if it no longer helps.',
        zh: '月经第一天起随餐服用布洛芬，最多三天。如无效请复诊。',
      },
    },
    {
      code: 'N95.1',
      course: 'chronic',
      ages: [44, 60],
      sex: 'female',
      complaint: { en: 'Hot flushes and poor sleep', zh: '潮热、睡眠差' },
      subjective: {
        en: 'Six flushes a day, wakes twice. Last period fourteen months ago. No bleeding since.',
        zh: '每日潮热6次，夜醒2次。末次月经14个月前，此后无出血。',
      },
      objective: { en: 'Home blood pressure 124/76 mmHg.', zh: '家测血压124/76 mmHg。' },
      assessment: { en: 'Menopausal symptoms.', zh: '更年期综合征。' },
      plan: {
        en: 'Cool bedroom, layers, exercise; mammogram due before hormones are discussed in person.',
        zh: '降低卧室温度，分层穿衣，运动；乳腺检查后线下讨论激素治疗。',
      },
      summary: {
        en: 'These are symptoms of the menopause. Try the measures we spoke of; book a breast check before we discuss hormones.',
        zh: '属于更年期症状。请先尝试所说的方法，完成乳腺检查后再讨论激素治疗。',
      },
    },
    {
      code: 'B37.3',
      course: 'acute',
      ages: [18, 50],
      sex: 'female',
      complaint: { en: 'Itching and discharge, had it before', zh: '外阴瘙痒伴分泌物，以前得过' },
      subjective: {
        en: 'Itch and white discharge for two days, the same as last year. No fever, no pain, not pregnant by her own account.',
        zh: '瘙痒、白色分泌物2天，与去年相同。无发热腹痛，自述未怀孕。',
      },
      objective: { en: 'No examination by video.', zh: '视频未行检查。' },
      assessment: { en: 'Probable vulvovaginal candidiasis.', zh: '外阴阴道念珠菌病可能。' },
      plan: {
        en: 'One clotrimazole vaginal tablet tonight. In person if not better in a week.',
        zh: '今晚克霉唑阴道片一片。一周无好转请线下就诊。',
      },
      summary: {
        en: 'Probably thrush. One tablet tonight; come in person if it is not better within a week.',
        zh: '考虑念珠菌感染。今晚用药一次，一周无好转请线下就诊。',
      },
    },
  ],
};
