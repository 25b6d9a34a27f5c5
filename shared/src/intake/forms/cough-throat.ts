import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import { course, danger, ifIs, oneOf, severalOf, temperature, tried, yesNo, breathless } from './questions.ts';

export const coughThroat: IntakeForm = {
  id: 'cough-throat',
  version: 2,
  title: offeredForms['cough-throat'].title,
  source: 'NHS: Cough; NHS: Sore throat; NICE NG120 (acute cough); NHS: When to call 999',
  reviewed: false,
  questions: [
    danger([
      breathless,
      ['chest-pain', 'Chest pain or pressure', '胸痛或胸部压迫感', 'chest-pain'],
      ['blood', 'Coughing up more than streaks of blood', '咯血（不止血丝）', 'heavy-bleeding'],
      ['choking', 'Something stuck in the throat', '有异物卡在喉咙', 'choking'],
      ['drooling', 'Unable to swallow saliva', '唾液也咽不下去', 'breathing'],
    ]),
    severalOf('what', 'What are your symptoms?', '哪些不适？', [
      ['dry', 'Dry cough', '干咳'],
      ['phlegm', 'Cough with phlegm', '咳痰'],
      ['throat', 'Sore throat', '咽痛'],
      ['nose', 'Runny or blocked nose', '流涕或鼻塞'],
      ['hoarse', 'Hoarse voice', '声音嘶哑'],
      ['wheeze', 'Wheezing', '喘鸣'],
    ]),
    oneOf(
      'phlegm-colour',
      'What colour is the phlegm?',
      '痰是什么颜色？',
      [
        ['clear', 'Clear or white', '透明或白色'],
        ['yellow', 'Yellow or green', '黄色或绿色'],
        ['blood', 'With streaks of blood', '带血丝'],
      ],
      { when: [ifIs('what', 'phlegm')] },
    ),
    yesNo('fever', 'Do you have a fever?', '是否发热？', { unsure: true, group: 'fever' }),
    temperature({ when: [ifIs('fever', 'yes')], group: 'fever' }),
    severalOf('lungs', 'Do you have any of these?', '是否有以下情况？', [
      ['asthma', 'Asthma', '哮喘'],
      ['copd', 'COPD or another lung disease', '慢阻肺或其他肺部疾病'],
      ['smoking', 'I smoke', '吸烟'],
      ['ace', 'A blood pressure medicine ending in -pril', '正在服用普利类降压药'],
    ]),
    course(),
    tried(),
  ],
};
