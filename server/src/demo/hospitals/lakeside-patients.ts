import type { DemoPatient } from '../demo-plan.ts';
import { allergy, chinese, english } from './patient-shorthand.ts';

const penicillin = allergy('penicillin', 'Penicillin', 'rash', 'moderate');
const pollen = allergy('pollen', 'Birch pollen', 'sneezing', 'mild', 'environment');

/** The first is the patient of the sign-in page. */
export const lakesidePatients: readonly DemoPatient[] = [
  english(
    'Nora Lindqvist',
    '1987-02-11',
    'female',
    [
      ['J30.4', 2002],
      ['N94.6', 2010],
    ],
    [pollen],
    [['mometasone-50ug-nasal-spray', 'two sprays each side once a day in spring']],
  ),
  english(
    'Walter Huber',
    '1951-09-30',
    'male',
    [
      ['I48.9', 2020],
      ['I10', 2006],
    ],
    'none',
    [
      ['apixaban-5mg-tablet', 'one tablet twice a day'],
      ['bisoprolol-5mg-tablet', 'one tablet every morning'],
    ],
  ),
  english(
    'Ruth Baumann',
    '1959-05-06',
    'female',
    [
      ['M17.9', 2018],
      ['I10', 2013],
    ],
    [allergy('diclofenac', 'Diclofenac tablets', 'stomach bleeding', 'severe')],
    [['ramipril-5mg-tablet', 'one tablet every morning']],
  ),
  english(
    'Lukas Meyer',
    '1994-10-22',
    'male',
    [['J45.9', 2003]],
    [penicillin],
    [['salbutamol-100ug-inhaler', 'two puffs when needed']],
  ),
  english('Elena Bianchi', '1978-07-14', 'female', [['E78.5', 2022]], 'none', [
    ['rosuvastatin-10mg-tablet', 'one tablet every evening'],
  ]),
  english('Samuel Frei', '2013-04-09', 'male', [['J45.0', 2018]], 'none', [
    ['montelukast-4mg-chewable-tablet', 'one chewable tablet every evening'],
  ]),
  english('Chloe Favre', '2000-01-27', 'female', [['L70.0', 2018]], 'none', [
    ['adapalene-1mg-per-g-gel', 'thinly every evening'],
  ]),
  english(
    'David Novak',
    '1969-11-19',
    'male',
    [
      ['I25.1', 2021],
      ['E78.5', 2016],
    ],
    'none',
    [
      ['aspirin-100mg-ec-tablet', 'one tablet every morning'],
      ['atorvastatin-20mg-tablet', 'one tablet every evening'],
    ],
  ),
  english('Monica Silva', '1972-03-03', 'female', [['N95.1', 2024]], 'none', []),
  english('Oliver Hughes', '1989-06-18', 'male', [['F41.1', 2025]], 'none', [
    ['sertraline-50mg-tablet', 'one tablet every morning'],
  ]),
  english(
    'Anna Gerber',
    '1998-12-24',
    'female',
    [['L20.9', 2001]],
    [allergy(null, 'Nickel', 'contact rash', 'mild', 'environment')],
    [],
  ),
  english(
    'Hugo Rochat',
    '1964-08-12',
    'male',
    [
      ['M17.9', 2020],
      ['E11.9', 2018],
    ],
    'none',
    [['metformin-500mg-tablet', 'one tablet twice a day with meals']],
  ),
  chinese(
    '赵丽娜',
    'Zhao Lina',
    '1992-05-20',
    'female',
    [['N94.6', 2012]],
    [allergy('cephalosporin', '头孢类', '皮疹', 'mild')],
    [],
  ),
  chinese('周文博', 'Zhou Wenbo', '1981-02-02', 'male', [['I10', 2023]], 'none', [
    ['losartan-50mg-tablet', '每日一次，每次1片'],
  ]),
];
