import type { DemoDepartment } from '../demo-plan.ts';

export const musculoskeletal: DemoDepartment = {
  code: 'musculoskeletal',
  name: { en: 'Joints and Back', zh: '骨关节科' },
  description: {
    en: 'Back, neck, knee and shoulder pain: exercises first.',
    zh: '腰背、颈、膝、肩疼痛：以锻炼为先。',
  },
  weight: 2,
  cases: [
    {
      code: 'M54.5',
      course: 'acute',
      ages: [20, 75],
      complaint: { en: 'Back pain since lifting a box on Monday', zh: '周一搬东西后腰痛' },
      subjective: {
        en: 'Low back pain after lifting, no pain down the leg, no numbness, bladder and bowel normal.',
        zh: '搬重物后腰痛，无下肢放射痛、麻木，大小便正常。',
      },
      objective: {
        en: 'By video: rises slowly, walks on heels and toes, bends to the knees.',
        zh: '视频所见：起身缓慢，可足跟足尖行走，弯腰手可及膝。',
      },
      assessment: { en: 'Low back pain without warning signs.', zh: '下背痛，无危险信号。' },
      plan: {
        en: 'Keep moving, heat, paracetamol or ibuprofen for a week at most. In person with numbness or trouble passing water.',
        zh: '保持活动、热敷，必要时服止痛药不超过一周。如麻木或排尿困难立即就诊。',
      },
      summary: {
        en: 'A strained back. Keep moving; it settles in two to four weeks. Numbness or trouble passing water is an emergency.',
        zh: '腰部劳损。请保持活动，多在二至四周恢复。如出现麻木或排尿困难，请立即就诊。',
      },
    },
    {
      code: 'M17.9',
      course: 'chronic',
      ages: [50, 85],
      complaint: { en: 'Knee arthritis, stiff in the morning', zh: '膝关节炎复诊，晨起僵硬' },
      subjective: {
        en: 'Stiff for ten minutes in the morning, pain on stairs. Does the exercises four days a week.',
        zh: '晨僵10分钟，上下楼疼痛。每周锻炼四天。',
      },
      objective: {
        en: 'By video: bends both knees to 110°, no swelling, no redness.',
        zh: '视频所见：双膝屈曲110°，无肿胀发红。',
      },
      assessment: { en: 'Knee osteoarthritis, stable.', zh: '膝骨关节炎，稳定。' },
      plan: {
        en: 'Diclofenac gel when needed, exercises daily, weight down by two kilos.',
        zh: '必要时外用双氯芬酸凝胶，每日锻炼，减重2公斤。',
      },
      summary: {
        en: 'Your knee is stable. Exercises every day help most; the gel when it hurts.',
        zh: '膝关节情况稳定。坚持每日锻炼，疼痛时外用药膏。',
      },
    },
    {
      code: 'M54.2',
      course: 'acute',
      ages: [18, 65],
      complaint: { en: 'Stiff neck from desk work', zh: '伏案后颈部僵痛' },
      subjective: {
        en: 'Neck pain for a week at the desk, no arm pain, no weakness.',
        zh: '伏案一周颈痛，无上肢痛及无力。',
      },
      objective: {
        en: 'By video: turns the head 60° to both sides, grips with both hands.',
        zh: '视频所见：左右转颈60°，双手握力可。',
      },
      assessment: { en: 'Neck pain, muscular.', zh: '颈痛，肌源性。' },
      plan: {
        en: 'Raise the screen, a break every half hour, three exercises shown.',
        zh: '抬高屏幕，每半小时休息，已示范三个动作。',
      },
      summary: {
        en: 'Muscle pain from desk work. Raise the screen, take breaks, do the three exercises twice a day.',
        zh: '伏案引起的肌肉疼痛。请抬高屏幕、定时休息，每日两次做所示动作。',
      },
    },
  ],
};
