import { figureLevels, type FigureDefinition } from './figure.ts';

const measured = ['call.measured'];
const rated = ['visit.rated'];

export const figuresOfCalls = {
  calls: {
    area: 'calls',
    unit: 'count',
    formula: { kind: 'count', counter: 'calls.measured' },
    better: 'neither',
    levels: figureLevels,
    events: { numerator: measured, denominator: [] },
    title: { en: 'Visits with a call', zh: '有通话的就诊' },
    definition: {
      en: 'Visits that ended and had a video or audio call.',
      zh: '已结束且有过音视频通话的就诊。',
    },
  },
  'call-drop-share': {
    area: 'calls',
    unit: 'share',
    formula: { kind: 'share', part: 'calls.with-drop', whole: ['calls.measured'] },
    better: 'less',
    levels: figureLevels,
    events: { numerator: measured, denominator: measured },
    title: { en: 'Calls with a lost connection', zh: '有掉线的通话' },
    definition: {
      en: 'Share of visits with a call in which a participant lost the connection, whether or not it recovered.',
      zh: '通话中有人掉线（无论是否恢复）的就诊占比。',
    },
  },
  'call-recovery-median': {
    area: 'calls',
    unit: 'seconds',
    formula: { kind: 'percentile', histogram: 'call.recovery-ms', share: 0.5, per: 1000 },
    better: 'less',
    levels: figureLevels,
    events: { numerator: measured, denominator: measured },
    title: { en: 'Time to recover, median', zh: '恢复时间（中位数）' },
    definition: {
      en: 'Time from losing the connection until sound returned. Calls without a loss are not counted.',
      zh: '从掉线到重新听到声音的时间；未掉线的通话不计。',
    },
  },
  'call-first-picture-median': {
    area: 'calls',
    unit: 'seconds',
    formula: { kind: 'percentile', histogram: 'call.first-picture-ms', share: 0.5, per: 1000 },
    better: 'less',
    levels: figureLevels,
    events: { numerator: measured, denominator: measured },
    title: { en: 'Time to first picture, median', zh: '首帧时间（中位数）' },
    definition: {
      en: 'Time from joining until the first video frame from the other side is shown.',
      zh: '从加入到看到对方第一帧画面的时间。',
    },
  },
  'call-first-picture-p90': {
    area: 'calls',
    unit: 'seconds',
    formula: { kind: 'percentile', histogram: 'call.first-picture-ms', share: 0.9, per: 1000 },
    better: 'less',
    levels: figureLevels,
    events: { numerator: measured, denominator: measured },
    title: { en: 'Time to first picture, 90th percentile', zh: '首帧时间（P90）' },
    definition: {
      en: 'Nine in ten calls showed the first picture within this time.',
      zh: '十次通话中有九次在此时间内看到首帧。',
    },
  },
  'call-mos-median': {
    area: 'calls',
    unit: 'mos',
    formula: { kind: 'percentile', histogram: 'call.mos-hundredths', share: 0.5, per: 100 },
    better: 'more',
    levels: figureLevels,
    events: { numerator: measured, denominator: measured },
    title: { en: 'Sound quality, median', zh: '声音质量（中位数）' },
    definition: {
      en: 'Estimated mean opinion score of the sound (1 to 4.5), calculated from loss, delay and jitter. It is not a survey.',
      zh: '由丢包、时延和抖动估算的声音主观评分（1–4.5），并非问卷结果。',
    },
  },
  'call-audio-only-share': {
    area: 'calls',
    unit: 'share',
    formula: {
      kind: 'share',
      part: 'calls.audio-only-seconds',
      whole: ['calls.measured-seconds'],
      people: 'calls.measured',
    },
    better: 'less',
    levels: figureLevels,
    events: { numerator: measured, denominator: measured },
    title: { en: 'Time with audio only', zh: '仅有声音的时间' },
    definition: {
      en: 'Share of measured time in which a connection carried audio but no video.',
      zh: '测得的通话时间中只有声音、没有画面的占比。',
    },
  },
  'rating-care': {
    area: 'ratings',
    unit: 'points',
    formula: { kind: 'mean', sum: 'ratings.care-points', over: 'ratings.care' },
    better: 'more',
    levels: figureLevels,
    events: { numerator: rated, denominator: rated },
    title: { en: 'Care rating', zh: '诊疗评分' },
    definition: {
      en: 'Mean of patients’ ratings of care, 1 to 5. Visits without a rating are not counted.',
      zh: '患者对诊疗给出的 1–5 分的平均值。未评价者不计。',
    },
  },
  'rating-picture': {
    area: 'ratings',
    unit: 'points',
    formula: { kind: 'mean', sum: 'ratings.picture-points', over: 'ratings.picture' },
    better: 'more',
    levels: figureLevels,
    events: { numerator: rated, denominator: rated },
    title: { en: 'Call quality rating', zh: '音画评分' },
    definition: {
      en: 'Mean of patients’ ratings of sound and picture, 1 to 5.',
      zh: '患者对声音和画面给出的 1–5 分的平均值。',
    },
  },
  'rating-share': {
    area: 'ratings',
    unit: 'share',
    formula: { kind: 'share', part: 'ratings.care', whole: ['visits.completed'] },
    better: 'more',
    levels: figureLevels,
    events: { numerator: rated, denominator: ['visit.completed'] },
    title: { en: 'Visits rated', zh: '评价率' },
    definition: {
      en: 'Ratings given in the period per visit completed in it.',
      zh: '期间内的评价数与完成的就诊数之比。',
    },
  },
} as const satisfies Record<string, FigureDefinition>;
