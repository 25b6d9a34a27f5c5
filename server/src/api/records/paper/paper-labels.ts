import { inLocale } from '@yunzhen/shared/core/locale';
import type { Words } from '../fhir/fhir-values.ts';

export const sectionNames = [
  'person',
  'allergies',
  'conditions',
  'statedMedicines',
  'observations',
  'appointments',
  'visits',
  'diagnoses',
  'notes',
  'prescriptions',
  'documents',
  'chat',
  'looks',
] as const;
export type SectionName = (typeof sectionNames)[number];

type Named<Key extends string = string> = Readonly<Record<Key, string>>;

export interface PaperLabels {
  title: string;
  asOf: string;
  copy: string;
  page: (page: number, of: number) => string;
  sections: Named<SectionName>;
  birthDate: string;
  sex: string;
  sexes: Named<'female' | 'male' | 'other' | 'unknown'>;
  ended: string;
  since: string;
  over: string;
  takenBack: string;
  withdrawn: string;
  attachment: string;
  quantity: string;
  number: string;
  dispensed: string;
  emergency: string;
  verification: Named;
  severities: Named<'mild' | 'moderate' | 'severe'>;
  parts: Named;
  appointments: Named;
  visits: Named;
  prescriptions: Named;
  reviews: Named;
  looks: Named;
}

const english: PaperLabels = {
  title: 'Medical record',
  asOf: 'As of',
  copy: 'A copy for the patient. The signed originals of prescriptions and documents lie beside it under “signed”.',
  page: (page, of) => `Page ${page} of ${of}`,
  sections: {
    person: 'Person',
    allergies: 'Allergies',
    conditions: 'Conditions',
    statedMedicines: 'Stated medicines',
    observations: 'Measured values',
    appointments: 'Appointments',
    visits: 'Visits',
    diagnoses: 'Diagnoses of visits',
    notes: 'Notes and advice',
    prescriptions: 'Prescriptions',
    documents: 'Documents and files',
    chat: 'Chat',
    looks: 'Who looked at the record',
  },
  birthDate: 'Born',
  sex: 'Sex',
  sexes: { female: 'female', male: 'male', other: 'other', unknown: 'not known' },
  ended: 'ended',
  since: 'since',
  over: 'over',
  takenBack: 'taken back',
  withdrawn: 'Withdrawn: it is not handed out any more.',
  attachment: '(a file, listed under “Documents and files”)',
  quantity: 'Quantity',
  number: 'No.',
  dispensed: 'Handed out',
  emergency: 'emergency access',
  verification: {
    unconfirmed: 'stated by the patient, not confirmed by a doctor',
    provisional: 'provisional',
    'entered-in-error': 'taken back, or entered in error',
  },
  severities: { mild: 'mild', moderate: 'moderate', severe: 'severe' },
  parts: { '8480-6': 'systolic', '8462-4': 'diastolic', '11778-8': 'due date', '63895-7': 'breastfeeding' },
  appointments: {
    proposed: 'a place is held',
    booked: 'booked',
    'checked-in': 'checked in',
    fulfilled: 'took place',
    cancelled: 'cancelled',
    noshow: 'missed',
  },
  visits: {
    planned: 'planned',
    waiting: 'waiting',
    'in-progress': 'in progress',
    completed: 'completed',
    left: 'the patient left before the visit began',
    cancelled: 'cancelled',
    'referred-offline': 'referred to a visit in person',
  },
  prescriptions: {
    signed: 'signed',
    'under-review': 'under review',
    approved: 'approved',
    dispensing: 'at a pharmacy',
    dispensed: 'dispensed',
    rejected: 'rejected by the pharmacist',
    cancelled: 'withdrawn',
    expired: 'expired',
  },
  reviews: {
    requested: 'asked for',
    'in-progress': 'in progress',
    completed: 'approved',
    rejected: 'rejected',
    cancelled: 'cancelled',
  },
  looks: {
    'chart.read': 'chart',
    'chart.printed': 'chart, printed',
    'note.read': 'note',
    'diagnoses.read': 'diagnoses',
    'diagnoses.basis-read': 'evidence of an earlier diagnosis',
    'prescription.read': 'prescription',
    'review.read': 'review of a prescription',
    'chart.document-read': 'document',
    'break-glass.opened': 'whole chart',
  },
};

const chinese: PaperLabels = {
  title: '病历',
  asOf: '截至',
  copy: '患者副本。处方与文书的签名原件见同一压缩包的 signed 文件夹。',
  page: (page, of) => `第 ${page} 页，共 ${of} 页`,
  sections: {
    person: '个人信息',
    allergies: '过敏史',
    conditions: '疾病史',
    statedMedicines: '自述用药',
    observations: '测量值',
    appointments: '预约',
    visits: '就诊',
    diagnoses: '就诊诊断',
    notes: '病历记录与医嘱',
    prescriptions: '处方',
    documents: '文书与文件',
    chat: '图文沟通',
    looks: '病历查阅记录',
  },
  birthDate: '出生日期',
  sex: '性别',
  sexes: { female: '女', male: '男', other: '其他', unknown: '不详' },
  ended: '已结束',
  since: '自',
  over: '已结束',
  takenBack: '已撤回',
  withdrawn: '已撤销，不再提供。',
  attachment: '（文件，见“文书与文件”）',
  quantity: '数量',
  number: '编号',
  dispensed: '已发药',
  emergency: '紧急调阅',
  verification: {
    unconfirmed: '患者自述，医生未确认',
    provisional: '初步诊断',
    'entered-in-error': '已撤回或误录',
  },
  severities: { mild: '轻度', moderate: '中度', severe: '重度' },
  parts: { '8480-6': '收缩压', '8462-4': '舒张压', '11778-8': '预产期', '63895-7': '哺乳' },
  appointments: {
    proposed: '号源保留中',
    booked: '已预约',
    'checked-in': '已报到',
    fulfilled: '已就诊',
    cancelled: '已取消',
    noshow: '爽约',
  },
  visits: {
    planned: '待就诊',
    waiting: '候诊',
    'in-progress': '就诊中',
    completed: '已完成',
    left: '患者在就诊前离开',
    cancelled: '已取消',
    'referred-offline': '已建议线下就诊',
  },
  prescriptions: {
    signed: '已签名',
    'under-review': '审方中',
    approved: '已通过',
    dispensing: '药房处理中',
    dispensed: '已发药',
    rejected: '药师未通过',
    cancelled: '已撤销',
    expired: '已过期',
  },
  reviews: { requested: '待审', 'in-progress': '审核中', completed: '已通过', rejected: '未通过', cancelled: '已取消' },
  looks: {
    'chart.read': '病历',
    'chart.printed': '病历（打印）',
    'note.read': '病历记录',
    'diagnoses.read': '诊断',
    'diagnoses.basis-read': '既往诊断资料',
    'prescription.read': '处方',
    'review.read': '处方审核',
    'chart.document-read': '资料',
    'break-glass.opened': '全部病历',
  },
};

const labels = { en: english, 'zh-CN': chinese };

export const paperLabels = ({ locale }: Words): PaperLabels => inLocale(labels, locale);
