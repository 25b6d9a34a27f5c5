import type { DemoAllergy, DemoPatient } from '../demo-plan.ts';

export function allergy(
  code: string | null,
  substance: string,
  reaction: string,
  severity: DemoAllergy['severity'],
  category: DemoAllergy['category'] = 'medication',
): DemoAllergy {
  return { code, substance, category, reaction, severity };
}

/** Creates a patient who reads and writes Chinese. */
export function chinese(
  name: string,
  nameLatin: string,
  birthDate: string,
  sex: DemoPatient['sex'],
  conditions: DemoPatient['conditions'],
  allergies: DemoPatient['allergies'],
  medicines: DemoPatient['medicines'],
): DemoPatient {
  return { name, nameLatin, birthDate, sex, locale: 'zh-CN', conditions, allergies, medicines };
}

/** Creates a patient who reads and writes English; the name has one spelling. */
export function english(
  name: string,
  birthDate: string,
  sex: DemoPatient['sex'],
  conditions: DemoPatient['conditions'],
  allergies: DemoPatient['allergies'],
  medicines: DemoPatient['medicines'],
): DemoPatient {
  return { name, nameLatin: name, birthDate, sex, locale: 'en', conditions, allergies, medicines };
}
