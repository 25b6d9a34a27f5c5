import type { DemoHospital } from '../demo-plan.ts';
import { cardiology } from '../departments/cardiology.ts';
import { dermatology } from '../departments/dermatology.ts';
import { endocrinology } from '../departments/endocrinology.ts';
import { gastroenterology } from '../departments/gastroenterology.ts';
import { generalPractice } from '../departments/general-practice.ts';
import { mentalHealth } from '../departments/mental-health.ts';
import { paediatrics } from '../departments/paediatrics.ts';
import { respiratory } from '../departments/respiratory.ts';
import { wuzhenPatients } from './wuzhen-patients.ts';
import { associateChief, chief, wuzhenApplicant, wuzhenDoctors, wuzhenPharmacists } from './wuzhen-people.ts';

export const wuzhen: DemoHospital = {
  slug: 'wuzhen',
  name: { en: 'Wuzhen Internet Hospital', zh: '乌镇互联网医院' },
  jurisdiction: 'CN',
  country: 'CN',
  timeZone: 'Asia/Shanghai',
  phone: '0573-0000 0120',
  publicDetails: {
    address: {
      en: '18 Demo Street, Wuzhen, Tongxiang, Zhejiang (made up)',
      zh: '浙江省桐乡市乌镇演示街18号（虚构）',
    },
    openingHours: {
      en: 'Doctors are on duty every day from 08:00 to 20:00',
      zh: '每天 08:00–20:00 有医生值班',
    },
    licenceNumber: 'DEMO-33048300',
    filingNumber: '浙ICP备00000000号（演示）',
  },
  locale: 'zh-CN',
  noteForm: 'outpatient',
  mailDomain: 'wuzhen.demo.test',
  departments: [
    generalPractice,
    cardiology,
    endocrinology,
    respiratory,
    gastroenterology,
    dermatology,
    paediatrics,
    mentalHealth,
  ],
  signIns: [
    { email: 'patient@demo.test', role: 'patient', name: '李伟', nameLatin: 'Li Wei' },
    { email: 'doctor@demo.test', role: 'doctor', name: '王静怡', nameLatin: 'Wang Jingyi' },
    { email: 'head@demo.test', role: 'department-head', name: '赵明远', nameLatin: 'Zhao Mingyuan' },
    { email: 'pharmacist@demo.test', role: 'pharmacist', name: '陈默', nameLatin: 'Chen Mo' },
    { email: 'supervisor@demo.test', role: 'supervisor', name: '罗慧敏', nameLatin: 'Luo Huimin' },
    { email: 'president@demo.test', role: 'president', name: '林国栋', nameLatin: 'Lin Guodong' },
    { email: 'admin@demo.test', role: 'administrator', name: '周敏', nameLatin: 'Zhou Min' },
    { email: 'receptionist@demo.test', role: 'receptionist', name: '沈雨', nameLatin: 'Shen Yu' },
    { email: 'dispenser@demo.test', role: 'dispenser', name: '何静', nameLatin: 'He Jing' },
  ],
  doctors: wuzhenDoctors,
  pharmacists: wuzhenPharmacists,
  applicant: wuzhenApplicant,
  patients: wuzhenPatients,
  furtherPatients: 700,
  visitsADay: 66,
  prices: {
    currency: 'CNY',
    entries: [
      { minor: 18_00 },
      { title: associateChief, minor: 30_00 },
      { title: chief, minor: 50_00 },
      { department: mentalHealth.code, minor: 60_00 },
    ],
  },
  nextPhone: (index) => `+86 199 0000 ${String(index).padStart(4, '0')}`,
};
