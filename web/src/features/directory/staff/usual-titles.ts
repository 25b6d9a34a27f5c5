import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { PractitionerKind } from '@yunzhen/shared/directory/staff';

/** The usual titles of Chinese hospitals (卫生专业技术资格), with their usual English names. A hospital may use others. */
export const usualTitles: Readonly<Record<PractitionerKind, readonly LocalizedText[]>> = {
  doctor: [
    { en: 'Chief Physician', zh: '主任医师' },
    { en: 'Associate Chief Physician', zh: '副主任医师' },
    { en: 'Attending Physician', zh: '主治医师' },
    { en: 'Resident Physician', zh: '住院医师' },
  ],
  pharmacist: [
    { en: 'Chief Pharmacist', zh: '主任药师' },
    { en: 'Associate Chief Pharmacist', zh: '副主任药师' },
    { en: 'Pharmacist in Charge', zh: '主管药师' },
    { en: 'Pharmacist', zh: '药师' },
  ],
};
