import { figureLevels, type FigureDefinition } from './figure.ts';
import type { CounterId } from './measures.ts';

const admitted = ['visit.admitted'];
const completed = ['visit.completed'];
const bookings = ['appointment.booked'];

const count = (
  counter: CounterId,
  event: string,
  better: FigureDefinition['better'],
  title: FigureDefinition['title'],
  definition: FigureDefinition['definition'],
) =>
  ({
    area: 'visits',
    unit: 'count',
    formula: { kind: 'count', counter },
    better,
    levels: figureLevels,
    events: { numerator: [event], denominator: [] },
    title,
    definition,
  }) as const satisfies FigureDefinition;

export const figuresOfVisits = {
  visits: count(
    'visits.created',
    'visit.created',
    'neither',
    { en: 'Visits requested', zh: '就诊申请' },
    {
      en: 'Visits requested or booked by patients, counted at the hour of the request.',
      zh: '患者申请或预约的就诊，按申请时间计。',
    },
  ),
  'visits-booked': count(
    'visits.booked',
    'visit.created',
    'neither',
    { en: 'Booked visits', zh: '预约就诊' },
    { en: 'Visits that started from an appointment.', zh: '由预约产生的就诊。' },
  ),
  'visits-walk-in': count(
    'visits.walk-in',
    'visit.created',
    'neither',
    { en: 'Walk-in visits', zh: '即时就诊' },
    { en: 'Visits requested without an appointment.', zh: '未经预约直接申请的就诊。' },
  ),
  'visits-completed': count(
    'visits.completed',
    'visit.completed',
    'more',
    { en: 'Completed visits', zh: '完成的就诊' },
    { en: 'Visits completed by a doctor.', zh: '医生正常结束的就诊。' },
  ),
  'visits-left': count(
    'visits.left',
    'visit.left',
    'less',
    { en: 'Left while waiting', zh: '候诊时离开' },
    { en: 'Patients who checked in but left before a doctor admitted them.', zh: '已报到但在医生接诊前离开的患者。' },
  ),
  'visits-cancelled': count(
    'visits.cancelled',
    'visit.cancelled',
    'less',
    { en: 'Cancelled before check-in', zh: '报到前取消' },
    { en: 'Visits cancelled by the patient before check-in.', zh: '患者在报到前取消的就诊。' },
  ),
  'visits-referred': count(
    'visits.referred-offline',
    'visit.referred-offline',
    'neither',
    { en: 'Referred for in-person care', zh: '建议线下就诊' },
    { en: 'Visits the doctor ended as unsuitable for remote care.', zh: '医生判断不适合线上而转往线下的就诊。' },
  ),
  'appointments-booked': count(
    'appointments.booked',
    'appointment.booked',
    'neither',
    { en: 'Appointments booked', zh: '新增预约' },
    { en: 'Appointments booked, counted at the hour of booking.', zh: '新建的预约，按预约操作时间计。' },
  ),
  'appointments-rescheduled': count(
    'appointments.rescheduled',
    'appointment.rescheduled',
    'less',
    { en: 'Appointments rescheduled', zh: '改期' },
    { en: 'Appointments moved to another time.', zh: '改到其他时间的预约。' },
  ),
  'no-shows': count(
    'appointments.no-show',
    'appointment.no-show',
    'less',
    { en: 'No-shows', zh: '爽约' },
    { en: 'Booked patients who did not attend.', zh: '已预约但未到的患者。' },
  ),
  'no-show-share': {
    area: 'visits',
    unit: 'share',
    formula: { kind: 'share', part: 'appointments.no-show', whole: ['appointments.booked'] },
    better: 'less',
    levels: figureLevels,
    events: { numerator: ['appointment.no-show'], denominator: bookings },
    title: { en: 'No-show rate', zh: '爽约率' },
    definition: {
      en: 'No-shows in the period per appointment booked in the period. These are different appointments, so compare weeks rather than days.',
      zh: '期间内爽约数与期间内新增预约数之比。两者并非同一批预约，请按周而非按日看。',
    },
  },
  'wait-median': {
    area: 'time',
    unit: 'seconds',
    formula: { kind: 'percentile', histogram: 'wait.seconds', share: 0.5, per: 1 },
    better: 'less',
    levels: figureLevels,
    events: { numerator: admitted, denominator: admitted },
    title: { en: 'Wait, median', zh: '候诊时间（中位数）' },
    definition: {
      en: 'Time from check-in to admission; half of patients waited no longer. Excludes patients who left. Within 1% of the exact value.',
      zh: '从报到到医生接诊：一半患者等待不超过此值。不含中途离开者。误差不超过 1%。',
    },
  },
  'wait-p90': {
    area: 'time',
    unit: 'seconds',
    formula: { kind: 'percentile', histogram: 'wait.seconds', share: 0.9, per: 1 },
    better: 'less',
    levels: figureLevels,
    events: { numerator: admitted, denominator: admitted },
    title: { en: 'Wait, 90th percentile', zh: '候诊时间（P90）' },
    definition: {
      en: 'Nine in ten patients waited no longer than this. Within 1% of the exact value.',
      zh: '十位患者中有九位等待不超过此值。误差不超过 1%。',
    },
  },
  'wait-within-target': {
    area: 'time',
    unit: 'share',
    formula: { kind: 'share-within', histogram: 'wait.seconds', target: 'targetWaitSeconds' },
    better: 'more',
    levels: figureLevels,
    events: { numerator: admitted, denominator: admitted },
    title: { en: 'Seen within the target wait', zh: '候诊达标率' },
    definition: {
      en: 'Share of admitted patients who waited within the hospital’s current target. Waits within 1% of the target may count either way.',
      zh: '候诊时间在医院当前目标之内的接诊患者占比。与目标相差不足 1% 的，归入哪边均有可能。',
    },
  },
  'consult-median': {
    area: 'time',
    unit: 'seconds',
    formula: { kind: 'percentile', histogram: 'consult.seconds', share: 0.5, per: 1 },
    better: 'neither',
    levels: figureLevels,
    events: { numerator: completed, denominator: completed },
    title: { en: 'Consultation, median', zh: '接诊时长（中位数）' },
    definition: {
      en: 'Time from admission to the end of completed visits. Shown to reveal changes; longer is not worse.',
      zh: '已完成就诊从接诊到结束的时长。长并不代表差，仅供观察变化。',
    },
  },
  utilisation: {
    area: 'time',
    unit: 'share',
    formula: {
      kind: 'share',
      part: 'consult.busy-seconds',
      whole: ['duty.seconds'],
      people: 'visits.completed',
    },
    better: 'neither',
    levels: ['hospital', 'practitioner'],
    events: { numerator: completed, denominator: ['duty.changed'] },
    title: { en: 'Doctors’ time in consultations', zh: '医生接诊时间占比' },
    definition: {
      en: 'Time in completed consultations as a share of time on duty. A duty period counts when it ends. Notes and chart review between patients are not included, so 100% is not a goal.',
      zh: '已完成接诊的时间占在线接诊时间的比例。在线接诊时间于停止接诊时计入。书写病历、查阅资料也是工作但未计入，因此 100% 不是目标。',
    },
  },
} as const satisfies Record<string, FigureDefinition>;
