import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import { ifIs, oneOf, severalOf, words, yesNo } from './questions.ts';

/** The answers of PHQ-2 and GAD-2; their ids are the scores. */
const howOften = [
  ['0', 'Not at all', '完全没有'],
  ['1', 'Several days', '好几天'],
  ['2', 'More than half the days', '一半以上的天数'],
  ['3', 'Nearly every day', '几乎每天'],
] as const;

export const mood: IntakeForm = {
  id: 'mood',
  version: 2,
  title: offeredForms.mood.title,
  source: 'PHQ-2 and GAD-2 (Kroenke et al.); NICE NG222 (depression in adults); NHS: Help for suicidal thoughts',
  reviewed: false,
  questions: [
    severalOf('danger', 'Do any of these apply right now?', '现在是否有以下情况？', [
      ['suicidal', 'Thoughts of ending my life or hurting myself', '有轻生或伤害自己的念头', 'suicidal'],
      ['overdose', 'I have taken an overdose', '服用了过量药物', 'poisoning'],
    ]),
    oneOf(
      'interest',
      'Over the last two weeks: little interest or pleasure in doing things',
      '近两周：做事提不起兴趣或没有乐趣',
      howOften,
    ),
    oneOf(
      'down',
      'Over the last two weeks: feeling down, depressed or hopeless',
      '近两周：情绪低落、沮丧或绝望',
      howOften,
    ),
    oneOf(
      'nervous',
      'Over the last two weeks: feeling nervous, anxious or on edge',
      '近两周：感到紧张、焦虑',
      howOften,
    ),
    oneOf(
      'worry',
      'Over the last two weeks: not being able to stop or control worrying',
      '近两周：不能停止担忧',
      howOften,
    ),
    severalOf('sleep', 'How do you sleep?', '睡眠如何？', [
      ['falling', 'Difficulty falling asleep', '入睡困难'],
      ['waking', 'Waking at night or too early', '夜醒或早醒'],
      ['much', 'Sleeping much more', '睡得过多'],
    ]),
    words('event', 'Did anything trigger it?', '是否与某件事有关？'),
    yesNo('treated', 'Have you been treated for this before?', '以前接受过治疗吗？'),
    words('treated-how', 'When and how?', '何时、怎样治疗？', { when: [ifIs('treated', 'yes')] }),
    yesNo('alone', 'Is there someone you can talk to?', '身边有可以倾诉的人吗？'),
  ],
};
