import type { DemoDepartment } from '../demo-plan.ts';

export const endocrinology: DemoDepartment = {
  code: 'endocrinology',
  name: { en: 'Endocrinology', zh: '内分泌科' },
  description: {
    en: 'Diabetes, thyroid, gout and weight: long-term follow-up.',
    zh: '糖尿病、甲状腺疾病、痛风与体重管理的长期随访。',
  },
  weight: 4,
  cases: [
    {
      code: 'E11.9',
      course: 'chronic',
      ages: [35, 85],
      complaint: { en: 'Diabetes follow-up, metformin running out', zh: '糖尿病复诊，二甲双胍快吃完了' },
      subjective: {
        en: 'Takes metformin with meals, no stomach upset, no low sugars. Walks after dinner.',
        zh: '随餐服二甲双胍，无胃肠不适，无低血糖。晚餐后散步。',
      },
      objective: {
        en: 'Fasting sugar 6.1–7.0 mmol/L on the own meter. HbA1c 6.8 % six weeks ago (report seen).',
        zh: '自测空腹血糖6.1–7.0 mmol/L。六周前HbA1c 6.8%（已阅报告）。',
      },
      assessment: { en: 'Type 2 diabetes, at target.', zh: '2型糖尿病，血糖达标。' },
      plan: {
        en: 'Continue metformin. HbA1c and kidney function in three months, eyes and feet once a year.',
        zh: '继续二甲双胍。三个月复查HbA1c、肾功能，每年查眼底及足部。',
      },
      summary: {
        en: 'Your sugars are on target. Continue metformin; HbA1c in three months, an eye check once a year.',
        zh: '血糖达标。请继续服用二甲双胍，三个月后复查糖化血红蛋白，每年检查眼底。',
      },
    },
    {
      code: 'E03.9',
      course: 'chronic',
      ages: [22, 80],
      complaint: { en: 'Thyroid tablets: is the dose still right?', zh: '甲减复诊，药量是否合适' },
      subjective: {
        en: 'Takes levothyroxine before breakfast. Less tired than last year, weight steady.',
        zh: '早餐前服左甲状腺素。乏力较前好转，体重稳定。',
      },
      objective: { en: 'TSH 2.4 mIU/L last week (report seen).', zh: '上周TSH 2.4 mIU/L（已阅报告）。' },
      assessment: { en: 'Hypothyroidism, well replaced.', zh: '甲状腺功能减退，替代充分。' },
      plan: { en: 'Same dose, TSH in six months.', zh: '剂量不变，半年复查TSH。' },
      summary: {
        en: 'Your dose is right. Take it before breakfast as before and test again in six months.',
        zh: '目前剂量合适，请继续早餐前服用，半年后复查。',
      },
    },
    {
      code: 'M10.9',
      course: 'chronic',
      ages: [30, 78],
      sex: 'male',
      complaint: { en: 'Gout: no attack for months, repeat prescription', zh: '痛风近几个月没发作，需要续药' },
      subjective: {
        en: 'Last attack seven months ago. Takes febuxostat daily, drinks no beer.',
        zh: '末次发作于七个月前。每日服非布司他，已戒啤酒。',
      },
      objective: { en: 'Uric acid 318 µmol/L last month (report seen).', zh: '上月血尿酸318 µmol/L（已阅报告）。' },
      assessment: { en: 'Gout, uric acid at target.', zh: '痛风，尿酸达标。' },
      plan: {
        en: 'Continue, two litres of water a day, uric acid and liver tests in six months.',
        zh: '继续服药，每日饮水2升，半年复查尿酸、肝功能。',
      },
      summary: {
        en: 'Uric acid is on target. Continue daily, drink about two litres of water, test again in six months.',
        zh: '尿酸达标。请继续每日服药，多饮水，半年后复查。',
      },
    },
  ],
};
