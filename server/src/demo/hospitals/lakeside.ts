import type { DemoHospital } from '../demo-plan.ts';
import { cardiology } from '../departments/cardiology.ts';
import { dermatology } from '../departments/dermatology.ts';
import { generalPractice } from '../departments/general-practice.ts';
import { mentalHealth } from '../departments/mental-health.ts';
import { musculoskeletal } from '../departments/musculoskeletal.ts';
import { paediatrics } from '../departments/paediatrics.ts';
import { respiratory } from '../departments/respiratory.ts';
import { womensHealth } from '../departments/womens-health.ts';
import { lakesidePatients } from './lakeside-patients.ts';
import { consultant, lakesideApplicant, lakesideDoctors, lakesidePharmacists } from './lakeside-people.ts';

/** A second tenant with other rules and another time zone, to demonstrate the separation of hospitals. */
export const lakeside: DemoHospital = {
  slug: 'lakeside',
  name: { en: 'Lakeside Clinic', zh: '湖畔诊所' },
  jurisdiction: 'generic',
  country: 'CH',
  timeZone: 'Europe/Zurich',
  phone: '+41 00 000 01 20',
  publicDetails: {
    address: { en: '3 Demo Quay, 6000 Lucerne (made up)', zh: '卢塞恩演示码头3号（虚构）' },
    openingHours: { en: 'Monday to Friday, 08:00 to 18:00', zh: '周一至周五 08:00–18:00' },
    licenceNumber: 'DEMO-LU-0001',
    filingNumber: '',
  },
  locale: 'en',
  noteForm: 'soap',
  mailDomain: 'lakeside.demo.test',
  departments: [
    generalPractice,
    cardiology,
    respiratory,
    dermatology,
    paediatrics,
    mentalHealth,
    womensHealth,
    musculoskeletal,
  ],
  signIns: [
    { email: 'patient@lakeside.demo.test', role: 'patient', name: 'Nora Lindqvist', nameLatin: 'Nora Lindqvist' },
    { email: 'doctor@lakeside.demo.test', role: 'doctor', name: 'Clara Brunner', nameLatin: 'Clara Brunner' },
    {
      email: 'head@lakeside.demo.test',
      role: 'department-head',
      name: 'Thomas Keller',
      nameLatin: 'Thomas Keller',
    },
    { email: 'pharmacist@lakeside.demo.test', role: 'pharmacist', name: 'Ines Rossi', nameLatin: 'Ines Rossi' },
    {
      email: 'supervisor@lakeside.demo.test',
      role: 'supervisor',
      name: 'Lukas Meier',
      nameLatin: 'Lukas Meier',
    },
    { email: 'president@lakeside.demo.test', role: 'president', name: 'Verena Kunz', nameLatin: 'Verena Kunz' },
    { email: 'admin@lakeside.demo.test', role: 'administrator', name: 'Robin Egli', nameLatin: 'Robin Egli' },
    {
      email: 'receptionist@lakeside.demo.test',
      role: 'receptionist',
      name: 'Anna Frei',
      nameLatin: 'Anna Frei',
    },
    { email: 'dispenser@lakeside.demo.test', role: 'dispenser', name: 'Paula Wirth', nameLatin: 'Paula Wirth' },
  ],
  doctors: lakesideDoctors,
  applicant: lakesideApplicant,
  pharmacists: lakesidePharmacists,
  patients: lakesidePatients,
  furtherPatients: 260,
  visitsADay: 26,
  prices: {
    currency: 'CHF',
    entries: [{ minor: 65_00 }, { kind: 'walk-in', minor: 75_00 }, { title: consultant, minor: 90_00 }],
  },
  nextPhone: (index) =>
    `+41 79 000 ${String(Math.floor(index / 100)).padStart(2, '0')} ${String(index % 100).padStart(2, '0')}`,
};
