import type { LocalizedText } from '../../core/locale.ts';
import type { IntakeFormId } from './form.ts';

/** Title and present version of each form: what a page needs to offer them. Their questions are in `forms/`. */
export const offeredForms: Readonly<Record<IntakeFormId, { readonly version: number; readonly title: LocalizedText }>> =
  {
    fever: { version: 3, title: { en: 'Fever', zh: '发热' } },
    'cough-throat': { version: 3, title: { en: 'Cough, cold or sore throat', zh: '咳嗽、感冒或咽痛' } },
    skin: { version: 3, title: { en: 'Rash or skin', zh: '皮疹或皮肤问题' } },
    abdomen: { version: 3, title: { en: 'Belly pain, vomiting or diarrhoea', zh: '腹痛、呕吐或腹泻' } },
    headache: { version: 3, title: { en: 'Headache or dizziness', zh: '头痛或头晕' } },
    urinary: { version: 3, title: { en: 'Urinary symptoms', zh: '排尿不适' } },
    'back-joint': { version: 3, title: { en: 'Back or joint', zh: '腰背或关节痛' } },
    eye: { version: 3, title: { en: 'Eye', zh: '眼部不适' } },
    ear: { version: 3, title: { en: 'Ear', zh: '耳部不适' } },
    'ill-child': { version: 3, title: { en: 'Ill child or fever in a child', zh: '孩子生病或发热' } },
    mood: { version: 2, title: { en: 'Anxiety, low mood or sleep', zh: '焦虑、情绪低落或睡眠' } },
    'womens-health': { version: 3, title: { en: 'Periods, contraception or pregnancy', zh: '月经、避孕或妊娠' } },
    'long-term': { version: 3, title: { en: 'Blood pressure or diabetes: follow-up', zh: '高血压或糖尿病复诊' } },
    'repeat-medicine': { version: 3, title: { en: 'Repeat prescription', zh: '续方开药' } },
    general: { version: 3, title: { en: 'Something else', zh: '其他问题' } },
  };
