import { type Locale, inLocale } from '@yunzhen/shared/core/locale';

/** The printed labels of a prescription form. */
const en = {
  title: 'Prescription',
  number: 'No.',
  patient: 'Patient',
  sex: 'Sex',
  sexes: { female: 'Female', male: 'Male', other: 'Other', unknown: 'Not stated' },
  age: 'Age',
  ageAndWeight: 'Age, weight',
  identity: 'Identity document',
  department: 'Department',
  issuedAt: 'Issued',
  validUntil: 'Valid until',
  diagnoses: 'Diagnosis',
  allergies: 'Allergies',
  noneKnown: 'None known',
  notAsked: 'Not asked',
  listSeparator: '; ',
  usage: 'Sig.',
  each: (amount: string) => `${amount} each time`,
  days: (days: number) => (days === 1 ? 'for 1\u00a0day' : `for ${days}\u00a0days`),
  noSubstitution: 'Do not substitute',
  blankBelow: 'Nothing prescribed below this line',
  continued: 'Continued on the next page',
  prescriber: 'Prescriber',
  reviewer: 'Reviewing pharmacist',
  pendingReview: 'Review pending',
  dispenser: 'Dispensed by',
  checker: 'Checked by',
  licence: (licence: string) => `Licence ${licence}`,
  signedAt: (time: string) => `Signed ${time}`,
  seal: 'Hospital seal',
  scan: 'Scan to verify',
  notice:
    'Takes effect only after a pharmacist’s review and can be dispensed once. Scan the code to see whether it is genuine and still valid. The signed file, not the paper, is the original.',
  pages: (page: number, pages: number) => `Page ${page} of ${pages}`,
  codeAlternative: 'Code that opens the verification page of this prescription',
};

export type PrescriptionLabels = typeof en;

const zhCn: PrescriptionLabels = {
  title: '处方笺',
  number: '处方编号',
  patient: '姓名',
  sex: '性别',
  sexes: { female: '女', male: '男', other: '其他', unknown: '未说明' },
  age: '年龄',
  ageAndWeight: '年龄、体重',
  identity: '身份证件',
  department: '科别',
  issuedAt: '开具时间',
  validUntil: '有效期至',
  diagnoses: '临床诊断',
  allergies: '过敏史',
  noneKnown: '无已知过敏',
  notAsked: '未询问',
  listSeparator: '；',
  usage: '用法',
  each: (amount) => `每次 ${amount}`,
  days: (days) => `共\u00a0${days}\u00a0天`,
  noSubstitution: '不可替换',
  blankBelow: '以下空白',
  continued: '接下页',
  prescriber: '医师',
  reviewer: '审核药师',
  pendingReview: '待审核',
  dispenser: '调配',
  checker: '核对、发药',
  licence: (licence) => `执业证号 ${licence}`,
  signedAt: (time) => `电子签名 ${time}`,
  seal: '医院签章',
  scan: '扫码验真',
  notice:
    '本处方经药师审核通过后生效，仅可调配一次。请扫描二维码核验真伪及当前状态。以电子签名文件为准，打印件仅供参考。',
  pages: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  codeAlternative: '打开本处方验真页面的二维码',
};

const labels = { en, 'zh-CN': zhCn };

export const prescriptionLabels = (locale: Locale): PrescriptionLabels => inLocale(labels, locale);
