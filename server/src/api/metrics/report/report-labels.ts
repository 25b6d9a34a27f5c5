import type { Locale } from '@yunzhen/shared/core/locale';
import type { callBuckets } from '@yunzhen/shared/metrics/call-bucket';
import type { funnelSteps } from '@yunzhen/shared/metrics/views.contract';
import type { countedChecks, medicineClasses } from '@yunzhen/shared/metrics/measures';
import type { rejectionReasons } from '@yunzhen/shared/prescribing/prescription';

type Named<Names extends readonly string[]> = Readonly<Record<Names[number], string>>;

export interface ReportLabels {
  readonly title: string;
  readonly page: (page: number, pages: number) => string;
  readonly compared: (days: string, before: string) => string;
  readonly countedUpTo: (time: string, zone: string) => string;
  readonly notCounted: (n: number) => string;
  readonly before: string;
  readonly target: string;
  readonly points: string;
  readonly folded: string;
  readonly nothing: string;
  /** In the place of a chart without a value. */
  readonly noValues: string;
  readonly median: string;
  readonly nineOfTen: string;
  readonly section: Readonly<
    Record<
      | 'key'
      | 'trends'
      | 'wait'
      | 'within'
      | 'demand'
      | 'funnel'
      | 'calls'
      | 'review'
      | 'safety'
      | 'checks'
      | 'rejections'
      | 'classes'
      | 'departments'
      | 'forecast'
      | 'definitions',
      string
    >
  >;
  readonly lead: Readonly<Record<'demand' | 'funnel' | 'calls' | 'classes' | 'forecast' | 'definitions', string>>;
  readonly column: Readonly<
    Record<
      | 'calls'
      | 'completed'
      | 'rating'
      | 'prescribed'
      | 'check'
      | 'alerts'
      | 'signedOver'
      | 'reason'
      | 'times'
      | 'ofAll'
      | 'class'
      | 'lines'
      | 'generic'
      | 'department'
      | 'before'
      | 'quality'
      | 'all'
      | 'ofBefore'
      | 'step'
      | 'visits',
      string
    >
  >;
  readonly weekdays: readonly string[];
  readonly step: Named<typeof funnelSteps>;
  readonly bucket: Named<typeof callBuckets>;
  readonly check: Named<typeof countedChecks>;
  readonly reason: Named<typeof rejectionReasons>;
  readonly class: Named<typeof medicineClasses>;
  readonly expected: string;
  readonly range: string;
  readonly noForecast: (weeks: number) => string;
  readonly forecastError: (facts: {
    weeks: number;
    error: string;
    share: string;
    bias: string;
    coverage: string;
  }) => string;
  readonly bias: (visits: string, tooMany: boolean) => string;
  readonly foldedNote: string;
  readonly chanceNote: string;
  readonly noRanking: string;
  readonly line: (facts: { lowest: string; highest: string; last: string }) => string;
}

const en: ReportLabels = {
  title: 'Figures',
  page: (page, pages) => `Page ${page} of ${pages}`,
  compared: (days, before) => `${days}, compared with ${before}. `,
  countedUpTo: (time, zone) => `Counted up to ${time} (${zone}). `,
  notCounted: (n) => `${n} events were not counted yet. `,
  before: 'before',
  target: 'target',
  points: 'pts',
  folded: 'hidden',
  nothing: '–',
  noValues: 'Nothing in these days',
  median: 'median',
  nineOfTen: 'nine of ten within',
  section: {
    key: 'At a glance',
    trends: 'How it went',
    wait: 'Wait against the target',
    within: 'Seen within the target wait',
    demand: 'Demand by weekday and hour',
    funnel: 'From being asked for to the dispensed prescription',
    calls: 'How calls were, and what became of the visits',
    review: 'Pharmacist’s review',
    safety: 'Alerts, and what was sent back',
    checks: 'Alerts at the signature',
    rejections: 'Sent back by pharmacists',
    classes: 'Medicines by class (ATC)',
    departments: 'Departments',
    forecast: 'Demand of the next seven days',
    definitions: 'What the figures mean',
  },
  lead: {
    demand: 'Visits asked for on such a day on average; the darker the more. By the hospital’s clock.',
    funnel: 'Of the visits asked for in the period, how many came so far, whenever they did.',
    calls: 'By the estimated quality of the sound. That two things go together does not say that one made the other.',
    classes: 'By class only, never by product, by sales or by doctor.',
    forecast: 'Columns: expected visits. Whiskers: where four of five past days lay.',
    definitions: 'The small number beside a figure’s name stands here again.',
  },
  column: {
    calls: 'Visits',
    completed: 'Completed',
    rating: 'Rating',
    prescribed: 'Prescribed',
    check: 'Check',
    alerts: 'Alerts',
    signedOver: 'Signed over',
    reason: 'Reason',
    times: 'Times',
    ofAll: 'Of all',
    class: 'Class',
    lines: 'Lines',
    generic: 'Open to a generic',
    department: 'Department',
    before: 'Before',
    quality: 'Sound',
    all: 'Hospital',
    ofBefore: 'Of step before',
    step: 'Step',
    visits: 'Visits',
  },
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  step: {
    booked: 'Asked for',
    'checked-in': 'Checked in',
    admitted: 'Let in',
    completed: 'Completed',
    signed: 'Prescription signed',
    approved: 'Approved',
    dispensed: 'Dispensed',
  },
  bucket: {
    good: 'Good (from 4.03)',
    fair: 'Fair (3.60 – 4.03)',
    poor: 'Poor (3.10 – 3.60)',
    bad: 'Bad (below 3.10)',
    unmeasured: 'Not measured',
  },
  check: {
    allergy: 'Allergies',
    interaction: 'Interactions',
    condition: 'Conditions',
    pregnancy: 'Pregnancy and breast-feeding',
    duplicate: 'Duplicate therapy',
    dose: 'Dose',
    age: 'Age limits',
    renal: 'Kidney function',
  },
  reason: {
    dose: 'Dose',
    interaction: 'Interaction',
    allergy: 'Allergy',
    'duplicate-therapy': 'Duplicate therapy',
    indication: 'Indication',
    quantity: 'Quantity',
    incomplete: 'Incomplete',
    rule: 'A rule',
    other: 'Another reason',
  },
  class: {
    A: 'Digestion and metabolism',
    B: 'Blood',
    C: 'Heart and circulation',
    D: 'Skin',
    G: 'Urogenital, sex hormones',
    H: 'Other hormones',
    J: 'Infections',
    L: 'Tumours and immune system',
    M: 'Muscles and bones',
    N: 'Nervous system',
    P: 'Parasites',
    R: 'Breathing',
    S: 'Eyes and ears',
    V: 'Various',
  },
  expected: 'expected',
  range: 'four of five days',
  noForecast: (weeks) => `No forecast yet: it takes eight whole weeks of visits, and ${weeks} are known.`,
  forecastError: ({ weeks, error, share, bias, coverage }) =>
    `Measured by forecasting the last ${weeks} weeks from what was known before each: off by ${error} visits a day on average (${share}), ${bias}; ${coverage} of the days lay between the whiskers.`,
  bias: (visits, tooMany) =>
    tooMany ? `${visits} too many rather than too few` : `${visits} too few rather than too many`,
  foldedNote:
    '"Hidden": counts from one to four of departments, and of kinds of calls, alerts and medicines, with as many others as it takes to keep them from being worked out. No patient is named, and no figure is set against a doctor.',
  chanceNote: 'Small changes may be chance.',
  noRanking: 'By number of completed visits.',
  line: ({ lowest, highest, last }) => `lowest ${lowest}, highest ${highest}, last ${last}`,
};

const zh: ReportLabels = {
  title: '运营报告',
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  compared: (days, before) => `${days}，与${before}对比。`,
  countedUpTo: (time, zone) => `统计截至 ${time}（${zone}）。`,
  notCounted: (n) => `另有 ${n} 条事件尚未计入。`,
  before: '上期',
  target: '目标',
  points: '个百分点',
  folded: '未显示',
  nothing: '–',
  noValues: '这些日期内没有数据',
  median: '中位数',
  nineOfTen: '九成在此以内',
  section: {
    key: '关键指标',
    trends: '变化趋势',
    wait: '候诊时间与目标',
    within: '候诊达标率',
    demand: '各星期与时段的需求',
    funnel: '从申请就诊到处方调配',
    calls: '通话质量与就诊结果',
    review: '药师审方',
    safety: '警示与退回',
    checks: '签名时的警示',
    rejections: '药师退回的处方',
    classes: '药品类别（ATC）',
    departments: '各科室',
    forecast: '未来七天的需求',
    definitions: '指标含义',
  },
  lead: {
    demand: '同一星期几平均每天的就诊申请；颜色越深越多。按医院当地时间。',
    funnel: '本期申请的就诊中，后来到达各步骤的数量（不论何时到达）。',
    calls: '按声音质量估算值分组。两者相伴出现，并不说明互为因果。',
    classes: '仅按类别统计，不涉及商品名、销售额，也不涉及具体医生。',
    forecast: '柱形为预计就诊数；竖线为以往五天中有四天落在的范围。',
    definitions: '指标名称旁的小数字与此处编号对应。',
  },
  column: {
    calls: '就诊',
    completed: '完成',
    rating: '评分',
    prescribed: '开具处方',
    check: '检查项目',
    alerts: '警示',
    signedOver: '仍签发',
    reason: '原因',
    times: '次数',
    ofAll: '占比',
    class: '类别',
    lines: '条目',
    generic: '可用通用名',
    department: '科室',
    before: '上期',
    quality: '声音质量',
    all: '全院',
    ofBefore: '占上一步',
    step: '步骤',
    visits: '就诊',
  },
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  step: {
    booked: '申请就诊',
    'checked-in': '已签到',
    admitted: '已接诊',
    completed: '已完成',
    signed: '已签发处方',
    approved: '审方通过',
    dispensed: '已调配',
  },
  bucket: {
    good: '良好（4.03 及以上）',
    fair: '尚可（3.60 – 4.03）',
    poor: '较差（3.10 – 3.60）',
    bad: '差（低于 3.10）',
    unmeasured: '未测得',
  },
  check: {
    allergy: '过敏',
    interaction: '相互作用',
    condition: '疾病禁忌',
    pregnancy: '妊娠与哺乳',
    duplicate: '重复用药',
    dose: '剂量',
    age: '年龄限制',
    renal: '肾功能',
  },
  reason: {
    dose: '剂量',
    interaction: '相互作用',
    allergy: '过敏',
    'duplicate-therapy': '重复用药',
    indication: '适应证',
    quantity: '数量',
    incomplete: '内容不全',
    rule: '违反规定',
    other: '其他原因',
  },
  class: {
    A: '消化系统与代谢',
    B: '血液系统',
    C: '心血管系统',
    D: '皮肤病用药',
    G: '泌尿生殖与性激素',
    H: '其他激素',
    J: '抗感染药',
    L: '抗肿瘤与免疫',
    M: '肌肉骨骼系统',
    N: '神经系统',
    P: '抗寄生虫药',
    R: '呼吸系统',
    S: '眼耳用药',
    V: '其他',
  },
  expected: '预计',
  range: '五天中有四天',
  noForecast: (weeks) => `暂无预测：需要八个完整星期的就诊数据，目前有 ${weeks} 个。`,
  forecastError: ({ weeks, error, share, bias, coverage }) =>
    `误差由过去 ${weeks} 周的回测得出（每周只用其之前的数据）：平均每天相差 ${error} 次（${share}），${bias}；${coverage} 的日子落在竖线范围内。`,
  bias: (visits, tooMany) => (tooMany ? `平均多估 ${visits} 次` : `平均少估 ${visits} 次`),
  foldedNote:
    '“未显示”：科室，以及通话、警示和药品各类别中 1 到 4 的计数，以及为防止其被推算出来而隐藏的其他数值。报告不涉及任何患者姓名，也不以任何指标评比医生。',
  chanceNote: '小幅变化可能出于偶然。',
  noRanking: '按完成的就诊数排列。',
  line: ({ lowest, highest, last }) => `最低 ${lowest}，最高 ${highest}，最近 ${last}`,
};

export const reportLabels: Readonly<Record<Locale, ReportLabels>> = { en, 'zh-CN': zh };
