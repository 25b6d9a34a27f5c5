import type { DocumentKind, SickNotePurpose } from '@yunzhen/shared/documents/clinical-document';
import type { Locale } from '@yunzhen/shared/core/locale';
import type { Sex } from '@yunzhen/shared/core/patient';

/** The printed words of sick notes, referral letters and after-visit summaries. */
export interface DocumentLabels {
  readonly titles: Readonly<Record<DocumentKind, string>>;
  readonly number: string;
  readonly patient: string;
  readonly sex: string;
  readonly sexes: Readonly<Record<Sex, string>>;
  readonly birthDate: string;
  readonly identity: string;
  readonly department: string;
  readonly visit: string;
  readonly issuedAt: string;
  readonly certified: Readonly<Record<SickNotePurpose, string>>;
  readonly from: string;
  readonly to: string;
  readonly duration: string;
  readonly days: (days: number) => string;
  readonly diagnosis: string;
  readonly diagnosisWithheld: string;
  readonly agreed: string;
  readonly remark: string;
  readonly referredTo: string;
  readonly urgency: string;
  readonly urgent: string;
  readonly routine: string;
  readonly reason: string;
  readonly summary: string;
  readonly allergies: string;
  readonly noneKnown: string;
  readonly notAsked: string;
  readonly medicines: string;
  readonly noMedicines: string;
  readonly stated: string;
  readonly prescribedNow: string;
  readonly whatYouHave: string;
  readonly yourMedicines: string;
  readonly nothingPrescribed: string;
  readonly awaitsReview: string;
  readonly whatToDo: string;
  readonly watchFor: string;
  readonly comeBack: string;
  readonly emergency: string;
  readonly listSeparator: string;
  readonly doctor: string;
  readonly licence: (licence: string) => string;
  readonly signedAt: (time: string) => string;
  readonly notSigned: string;
  readonly draft: string;
  readonly seal: string;
  readonly scan: string;
  readonly notice: Readonly<Record<DocumentKind, string>>;
  readonly blankBelow: string;
  readonly continued: string;
  readonly pages: (page: number, pages: number) => string;
  readonly codeAlternative: string;
}

export const documentLabels: Readonly<Record<Locale, DocumentLabels>> = {
  en: {
    titles: { 'sick-note': 'Sick note', referral: 'Referral letter', 'after-visit-summary': 'After your visit' },
    number: 'No.',
    patient: 'Patient',
    sex: 'Sex',
    sexes: { female: 'Female', male: 'Male', other: 'Other', unknown: 'Not stated' },
    birthDate: 'Date of birth',
    identity: 'Identity document',
    department: 'Department',
    visit: 'Video visit',
    issuedAt: 'Issued',
    certified: {
      work: 'For medical reasons the patient is unfit for work',
      school: 'For medical reasons the patient can’t attend school',
    },
    from: 'First day',
    to: 'Last day',
    duration: 'Days, both included',
    days: (days) => (days === 1 ? '1 day' : `${days} days`),
    diagnosis: 'Diagnosis',
    diagnosisWithheld: 'Not stated: the patient has not agreed to its being shown.',
    agreed: 'Shown with the patient’s agreement.',
    remark: 'Remarks',
    referredTo: 'Referred to',
    urgency: 'Urgency',
    urgent: 'URGENT',
    routine: 'Routine',
    reason: 'Reason for referral',
    summary: 'Summary',
    allergies: 'Allergies',
    noneKnown: 'None known',
    notAsked: 'Not asked',
    medicines: 'Medicines',
    noMedicines: 'None stated, none prescribed in this visit.',
    stated: 'Taken by the patient, as stated:',
    prescribedNow: 'Prescribed in this visit:',
    whatYouHave: 'What we found',
    yourMedicines: 'Your medicines',
    nothingPrescribed: 'No medicine was prescribed in this visit.',
    awaitsReview: 'a pharmacist is still checking this one',
    whatToDo: 'What to do',
    watchFor: 'What to watch for',
    comeBack: 'When to come back',
    emergency: 'In an emergency call 120, or your local emergency number, at once.',
    listSeparator: '; ',
    doctor: 'Doctor',
    licence: (licence) => `Licence ${licence}`,
    signedAt: (time) => `Signed ${time}`,
    notSigned: 'Not signed',
    draft: 'DRAFT',
    seal: 'Hospital seal',
    scan: 'Scan to verify',
    notice: {
      'sick-note':
        'Scan the code to see whether this note is genuine and has not been taken back. The signed file, not the paper, is the original.',
      referral:
        'For the doctor who takes over. Scan the code to see whether this letter is genuine. The signed file, not the paper, is the original.',
      'after-visit-summary':
        'For you to keep. If something here is unclear, ask your doctor. The signed file, not the paper, is the original.',
    },
    blankBelow: 'Nothing below this line',
    continued: 'Continued on the next page',
    pages: (page, pages) => `Page ${page} of ${pages}`,
    codeAlternative: 'Code that opens the verification page of this document',
  },
  'zh-CN': {
    titles: { 'sick-note': '病假证明', referral: '转诊单', 'after-visit-summary': '就诊小结' },
    number: '编号',
    patient: '姓名',
    sex: '性别',
    sexes: { female: '女', male: '男', other: '其他', unknown: '未说明' },
    birthDate: '出生日期',
    identity: '身份证件',
    department: '科别',
    visit: '视频就诊',
    issuedAt: '开具时间',
    certified: {
      work: '患者因病需休息，建议病假',
      school: '患者因病需休息，建议请假停课',
    },
    from: '起始日期',
    to: '截止日期',
    duration: '天数（含首尾）',
    days: (days) => `${days} 天`,
    diagnosis: '临床诊断',
    diagnosisWithheld: '未注明：患者未同意公开诊断。',
    agreed: '经患者同意注明。',
    remark: '备注',
    referredTo: '转往',
    urgency: '紧急程度',
    urgent: '紧急',
    routine: '常规',
    reason: '转诊原因',
    summary: '病情摘要',
    allergies: '过敏史',
    noneKnown: '无已知过敏',
    notAsked: '未询问',
    medicines: '用药情况',
    noMedicines: '患者未提供用药，本次就诊未开药。',
    stated: '患者自述正在使用：',
    prescribedNow: '本次就诊开具：',
    whatYouHave: '您的情况',
    yourMedicines: '您的用药',
    nothingPrescribed: '本次就诊没有开药。',
    awaitsReview: '药师仍在审核',
    whatToDo: '您可以这样做',
    watchFor: '需要留意',
    comeBack: '何时复诊',
    emergency: '如遇紧急情况，请立即拨打 120。',
    listSeparator: '；',
    doctor: '医师',
    licence: (licence) => `执业证号 ${licence}`,
    signedAt: (time) => `电子签名 ${time}`,
    notSigned: '未签名',
    draft: '草稿',
    seal: '医院签章',
    scan: '扫码验真',
    notice: {
      'sick-note': '请扫描二维码核验真伪及是否已撤回。以电子签名文件为准，打印件仅供参考。',
      referral: '供接诊医师参考。请扫描二维码核验真伪。以电子签名文件为准，打印件仅供参考。',
      'after-visit-summary': '请妥善保存。如有不明之处，请咨询您的医生。以电子签名文件为准，打印件仅供参考。',
    },
    blankBelow: '以下空白',
    continued: '接下页',
    pages: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    codeAlternative: '打开本文书验真页面的二维码',
  },
};
