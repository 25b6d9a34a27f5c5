import { inLocale } from '@yunzhen/shared/core/locale';
import type { RecordLook } from '../../core/record-looks.ts';
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
  retracted: string;
  revoked: string;
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
  looks: Named<RecordLook | 'break-glass.opened'>;
}

const english: PaperLabels = {
  title: 'Medical record',
  asOf: 'As of',
  copy: 'A copy for the patient. The signed originals of prescriptions and documents are in the folder “signed” of the same archive.',
  page: (page, of) => `Page ${page} of ${of}`,
  sections: {
    person: 'Person',
    allergies: 'Allergies',
    conditions: 'Conditions',
    statedMedicines: 'Stated medicines',
    observations: 'Measurements',
    appointments: 'Appointments',
    visits: 'Visits',
    diagnoses: 'Diagnoses of visits',
    notes: 'Notes and advice',
    prescriptions: 'Prescriptions',
    documents: 'Documents and files',
    chat: 'Chat',
    looks: 'Who viewed the record',
  },
  birthDate: 'Born',
  sex: 'Sex',
  sexes: { female: 'female', male: 'male', other: 'other', unknown: 'not stated' },
  ended: 'ended',
  since: 'since',
  over: 'over',
  retracted: 'retracted',
  revoked: 'Revoked: no longer available.',
  attachment: '(a file, listed under “Documents and files”)',
  quantity: 'Quantity',
  number: 'No.',
  dispensed: 'Dispensed',
  emergency: 'emergency access',
  verification: {
    unconfirmed: 'stated by the patient, not confirmed by a doctor',
    provisional: 'suspected',
    'entered-in-error': 'retracted, or entered in error',
  },
  severities: { mild: 'mild', moderate: 'moderate', severe: 'severe' },
  parts: { '8480-6': 'systolic', '8462-4': 'diastolic', '11778-8': 'due date', '63895-7': 'breastfeeding' },
  appointments: {
    proposed: 'held, not booked yet',
    booked: 'booked',
    'checked-in': 'checked in',
    fulfilled: 'completed',
    cancelled: 'cancelled',
    noshow: 'missed',
  },
  visits: {
    planned: 'not checked in yet',
    waiting: 'waiting',
    'in-progress': 'in progress',
    completed: 'completed',
    left: 'left',
    cancelled: 'cancelled',
    'referred-offline': 'referred to in-person care',
  },
  prescriptions: {
    signed: 'signed, waiting for review',
    'under-review': 'under review',
    approved: 'approved',
    dispensing: 'at the pharmacy',
    dispensed: 'dispensed',
    rejected: 'returned',
    cancelled: 'cancelled',
    expired: 'expired',
  },
  reviews: {
    requested: 'waiting for review',
    'in-progress': 'in progress',
    completed: 'approved',
    rejected: 'returned',
    cancelled: 'cancelled',
  },
  looks: {
    'account.closings-listed': 'requests to close accounts',
    'appointment.read': 'appointment, by the front desk',
    'audit.exported': 'audit of this record, as a file',
    'audit.patient-searched': 'search in the audit',
    'audit.read': 'audit of this record',
    'break-glass.opened': 'whole chart',
    'break-glass.searched': 'emergency search',
    'chart.document-read': 'document',
    'chart.printed': 'chart, printed',
    'chart.read': 'chart',
    'chat.attachment-read': 'file in the chat',
    'chat.read': 'chat',
    'diagnoses.basis-read': 'evidence of an earlier diagnosis',
    'diagnoses.evidence-listed': 'visits that prove a diagnosis',
    'diagnoses.read': 'diagnoses',
    'dispensing.claimed': 'prescription, claimed by a pharmacy',
    'dispensing.listed': 'list of a pharmacy',
    'dispensing.read': 'prescription, by a pharmacy',
    'dispensing.receipt-read': 'receipt',
    'document.file-read': 'document, as a PDF',
    'document.listed': 'documents of a visit',
    'document.previewed': 'preview of a document',
    'document.read': 'document of a visit',
    'intake.picture-read': 'intake photo',
    'note.read': 'note',
    'note.versions-read': 'earlier versions of a note',
    'prescription.code-read': 'code of a prescription',
    'prescription.document-read': 'prescription, as a PDF',
    'prescription.read': 'prescription',
    'queue.read': 'queue',
    'queue.work-read': 'to-do list',
    'record.holds-listed': 'records kept from deletion',
    'repeat.listed': 'repeat requests',
    'review.listed': 'review queue',
    'review.read': 'review of a prescription',
    'review.thread-read': 'questions on a review',
    'schedule.day-read': 'day schedule',
    'visit.read': 'visit',
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
  sexes: { female: '女', male: '男', other: '其他', unknown: '未说明' },
  ended: '已结束',
  since: '自',
  over: '已结束',
  retracted: '已撤回',
  revoked: '已撤回，不再提供。',
  attachment: '（文件，见“文书与文件”）',
  quantity: '数量',
  number: '编号',
  dispensed: '已发药',
  emergency: '紧急访问',
  verification: {
    unconfirmed: '患者自述，医生未确认',
    provisional: '疑似',
    'entered-in-error': '已撤回或误录',
  },
  severities: { mild: '轻度', moderate: '中度', severe: '重度' },
  parts: { '8480-6': '收缩压', '8462-4': '舒张压', '11778-8': '预产期', '63895-7': '哺乳' },
  appointments: {
    proposed: '已保留，尚未预约',
    booked: '已预约',
    'checked-in': '已报到',
    fulfilled: '已就诊',
    cancelled: '已取消',
    noshow: '爽约',
  },
  visits: {
    planned: '尚未报到',
    waiting: '候诊中',
    'in-progress': '就诊中',
    completed: '已完成',
    left: '已离开',
    cancelled: '已取消',
    'referred-offline': '建议线下就诊',
  },
  prescriptions: {
    signed: '已签名，待审核',
    'under-review': '审核中',
    approved: '审核通过',
    dispensing: '调配中',
    dispensed: '已发药',
    rejected: '已退回',
    cancelled: '已作废',
    expired: '已过期',
  },
  reviews: {
    requested: '待审核',
    'in-progress': '审核中',
    completed: '已通过',
    rejected: '已退回',
    cancelled: '已取消',
  },
  looks: {
    'account.closings-listed': '账号注销申请列表',
    'appointment.read': '预约（前台）',
    'audit.exported': '导出本病历的审计记录',
    'audit.patient-searched': '审计中查找患者',
    'audit.read': '本病历的审计记录',
    'break-glass.opened': '全部病历',
    'break-glass.searched': '紧急情况下查找患者',
    'chart.document-read': '资料',
    'chart.printed': '病历（打印）',
    'chart.read': '病历',
    'chat.attachment-read': '图文沟通文件',
    'chat.read': '图文沟通',
    'diagnoses.basis-read': '既往诊断资料',
    'diagnoses.evidence-listed': '可证明诊断的就诊',
    'diagnoses.read': '诊断',
    'dispensing.claimed': '处方（药房接单）',
    'dispensing.listed': '药房列表',
    'dispensing.read': '处方（药房）',
    'dispensing.receipt-read': '发药单',
    'document.file-read': '文书（PDF）',
    'document.listed': '就诊文书列表',
    'document.previewed': '文书预览',
    'document.read': '就诊文书',
    'intake.picture-read': '预问诊照片',
    'note.read': '病历记录',
    'note.versions-read': '病历历史版本',
    'prescription.code-read': '处方验证码',
    'prescription.document-read': '处方（PDF）',
    'prescription.read': '处方',
    'queue.read': '候诊队列',
    'queue.work-read': '待办事项',
    'record.holds-listed': '暂停删除的病历列表',
    'repeat.listed': '续方申请',
    'review.listed': '审核列表',
    'review.read': '处方审核',
    'review.thread-read': '审方沟通记录',
    'schedule.day-read': '当日安排',
    'visit.read': '就诊',
  },
};

const labels = { en: english, 'zh-CN': chinese };

export const paperLabels = ({ locale }: Words): PaperLabels => inLocale(labels, locale);
