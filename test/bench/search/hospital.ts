/** The departments of a general hospital by common names and separate codes; none is in the demo. */
const names: readonly (readonly [code: string, en: string, zh: string])[] = [
  ['internal-medicine', 'Internal Medicine', '内科'],
  ['general-practice', 'General Practice', '全科医学科'],
  ['paediatrics', 'Paediatrics', '儿科'],
  ['dermatology', 'Dermatology', '皮肤科'],
  ['gastroenterology', 'Gastroenterology', '消化内科'],
  ['cardiology', 'Cardiology', '心血管内科'],
  ['respiratory', 'Respiratory Medicine', '呼吸内科'],
  ['endocrinology', 'Endocrinology', '内分泌科'],
  ['neurology', 'Neurology', '神经内科'],
  ['psychiatry', 'Psychiatry', '精神科'],
  ['orthopaedics', 'Orthopaedics', '骨科'],
  ['rheumatology', 'Rheumatology', '风湿免疫科'],
  ['urology', 'Urology', '泌尿外科'],
  ['ent', 'ENT', '耳鼻喉科'],
  ['ophthalmology', 'Ophthalmology', '眼科'],
  ['gynaecology', 'Obstetrics and Gynaecology', '妇产科'],
  ['dentistry', 'Dentistry', '口腔科'],
  ['nutrition', 'Nutrition', '营养科'],
  ['tcm', 'Traditional Chinese Medicine', '中医科'],
  ['allergy', 'Allergy', '过敏反应科'],
  ['surgery', 'General Surgery', '普通外科'],
];

export const departments = names.map(([code, en, zh]) => ({
  code,
  name: { en, zh },
  description: { en: '', zh: '' },
  doctorsOnDuty: 0,
}));

const surnames = [
  '王 Wang',
  '李 Li',
  '张 Zhang',
  '刘 Liu',
  '陈 Chen',
  '杨 Yang',
  '黄 Huang',
  '赵 Zhao',
  '吴 Wu',
  '周 Zhou',
];
const further = [
  '徐 Xu',
  '孙 Sun',
  '马 Ma',
  '朱 Zhu',
  '胡 Hu',
  '林 Lin',
  '郭 Guo',
  '何 He',
  '高 Gao',
  '罗 Luo',
  '章 Zhang',
];
const given = ['伟 Wei', '敏 Min', '静 Jing', '建国 Jianguo'];

/** Doctors with common surnames, in the format of the record. */
export const doctors = [...surnames, ...further].flatMap((surname) =>
  given.map((first) => {
    const [[han = '', latin = ''], [name = '', nameLatin = '']] = [surname.split(' '), first.split(' ')];
    return { name: han + name, nameLatin: `${latin} ${nameLatin}` };
  }),
);
