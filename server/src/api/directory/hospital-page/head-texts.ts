import { inLocale, localized, nameInOrder, punctuationOf } from '@yunzhen/shared/core/locale';
import type { ListedDoctor } from '@yunzhen/shared/directory/hospital-page.contract';
import type { ShownHospital } from './structured-data.ts';

interface HospitalFacts {
  hospital: string;
  departments: string;
  phone: string | null;
}

const english = {
  title: (hospital: string) => `${hospital} – online visits`,
  description: ({ hospital, departments, phone }: HospitalFacts) => [
    `See a doctor at ${hospital} by video.`,
    departments && `Departments: ${departments}.`,
    phone && `Phone: ${phone}.`,
  ],
};
const chinese: typeof english = {
  title: (hospital) => `${hospital} – 互联网诊疗`,
  description: ({ hospital, departments, phone }) => [
    `在${hospital}视频看医生。`,
    departments && `科室：${departments}。`,
    phone && `电话：${phone}。`,
  ],
};
const texts = { en: english, 'zh-CN': chinese };

/** Search engines show no more of a description. */
const shownDepartments = 8;

/** Returns title and description of a hospital’s public page. The page has the same title when its script runs (`documentTitle`). */
export function hospitalTexts({ page, locale }: ShownHospital) {
  const { title, description } = inLocale(texts, locale);
  const { list, space } = punctuationOf(locale);
  const hospital = localized(page.name, locale);
  const names = page.departments.slice(0, shownDepartments).map(({ name }) => localized(name, locale));
  const facts = { hospital, departments: names.join(list), phone: page.phone };
  return { title: title(hospital), description: description(facts).filter(Boolean).join(space) };
}

/** Returns title and description of a doctor’s public page: position, departments and hospital, then what the doctor says. */
export function doctorTexts({ page, locale }: ShownHospital, doctor: ListedDoctor) {
  const { comma, stop, space } = punctuationOf(locale);
  const hospital = localized(page.name, locale);
  const departments = page.departments.filter(({ id }) => doctor.departmentIds.includes(id));
  const position = [doctor.title, ...departments.map(({ name }) => name)].map((text) => localized(text, locale));
  const first = [...position, hospital].filter(Boolean).join(comma) + stop;
  return {
    title: `${nameInOrder(doctor.name, doctor.nameLatin, locale)} – ${hospital}`,
    description: [first, localized(doctor.bio, locale)].filter(Boolean).join(space),
  };
}
