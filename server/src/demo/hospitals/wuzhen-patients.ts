import type { DemoPatient } from '../demo-plan.ts';
import { allergy, chinese, english } from './patient-shorthand.ts';

const penicillin = allergy('penicillin', '青霉素', '全身皮疹', 'moderate');
const cephalosporin = allergy('cephalosporin', '头孢类', '荨麻疹', 'moderate');
const sulfonamide = allergy('sulfonamide-antibiotic', '磺胺类', '皮疹', 'mild');
const aspirin = allergy('aspirin', '阿司匹林', '哮喘发作', 'severe');
const seafood = allergy('seafood', '虾蟹', '风团', 'mild', 'food');
const pollen = allergy('pollen', '花粉', '打喷嚏、流涕', 'mild', 'environment');

/** The first is the patient of the sign-in page. */
export const wuzhenPatients: readonly DemoPatient[] = [
  chinese(
    '李伟',
    'Li Wei',
    '1978-05-12',
    'male',
    [
      ['I10', 2016],
      ['E11.9', 2019],
    ],
    [penicillin],
    [
      ['amlodipine-5mg-tablet', '每日一次，每次1片，早晨服用'],
      ['metformin-500mg-tablet', '每日两次，每次1片，随餐服用'],
    ],
  ),
  chinese(
    '张秀兰',
    'Zhang Xiulan',
    '1952-03-08',
    'female',
    [
      ['I10', 2005],
      ['E78.5', 2012],
    ],
    [sulfonamide],
    [
      ['losartan-50mg-tablet', '每日一次，每次1片'],
      ['atorvastatin-20mg-tablet', '每晚一次，每次1片'],
    ],
  ),
  chinese(
    '陈建军',
    'Chen Jianjun',
    '1960-11-23',
    'male',
    [
      ['I25.1', 2022],
      ['E78.5', 2015],
      ['I10', 2010],
    ],
    'none',
    [
      ['aspirin-100mg-ec-tablet', '每日一次，每次1片'],
      ['rosuvastatin-10mg-tablet', '每晚一次，每次1片'],
      ['metoprolol-47.5mg-er-tablet', '每日一次，每次1片'],
    ],
  ),
  chinese('刘芳', 'Liu Fang', '1985-07-19', 'female', [['E03.9', 2020]], 'none', [
    ['levothyroxine-50ug-tablet', '每日一次，早餐前半小时服1片'],
  ]),
  chinese(
    '杨帆',
    'Yang Fan',
    '1993-01-30',
    'male',
    [
      ['J45.9', 2008],
      ['J30.4', 2010],
    ],
    [aspirin, pollen],
    [['budesonide-160ug-formoterol-4.5ug-inhaler-powder', '每日两次，每次1吸']],
  ),
  chinese('黄丽', 'Huang Li', '1990-09-04', 'female', [['F41.1', 2024]], 'none', [
    ['escitalopram-10mg-tablet', '每日一次，早晨服1片'],
  ]),
  chinese(
    '吴国平',
    'Wu Guoping',
    '1966-02-14',
    'male',
    [
      ['M10.9', 2014],
      ['I10', 2017],
    ],
    'none',
    [
      ['febuxostat-40mg-tablet', '每日一次，每次1片'],
      ['amlodipine-5mg-tablet', '每日一次，每次1片'],
    ],
  ),
  chinese('徐敏', 'Xu Min', '1972-06-27', 'female', [['K21.9', 2021]], [cephalosporin], []),
  chinese('孙悦', 'Sun Yue', '2001-12-11', 'female', [['L70.0', 2019]], 'none', [
    ['adapalene-1mg-per-g-gel', '每晚一次，薄涂'],
  ]),
  chinese('马超', 'Ma Chao', '1988-04-02', 'male', [['K29.3', 2023]], 'none', []),
  chinese(
    '朱玉梅',
    'Zhu Yumei',
    '1948-10-17',
    'female',
    [
      ['I48.9', 2021],
      ['I10', 2002],
    ],
    [penicillin],
    [
      ['rivaroxaban-20mg-tablet', '每日一次，随晚餐服1片'],
      ['bisoprolol-5mg-tablet', '每日一次，每次1片'],
    ],
  ),
  chinese(
    '胡晓峰',
    'Hu Xiaofeng',
    '1975-08-08',
    'male',
    [
      ['E11.9', 2017],
      ['E78.5', 2017],
    ],
    'none',
    [
      ['metformin-850mg-tablet', '每日两次，每次1片，随餐'],
      ['dapagliflozin-10mg-tablet', '每日一次，每次1片'],
      ['atorvastatin-20mg-tablet', '每晚一次，每次1片'],
    ],
  ),
  chinese(
    '郭子涵',
    'Guo Zihan',
    '2016-03-21',
    'male',
    [['J45.0', 2021]],
    [seafood],
    [['montelukast-4mg-chewable-tablet', '每晚一次，嚼服1片']],
  ),
  chinese('何婷', 'He Ting', '1997-05-25', 'female', [['L20.9', 2003]], 'none', []),
  chinese(
    '林志豪',
    'Lin Zhihao',
    '1982-09-15',
    'male',
    [['J30.4', 2000]],
    [pollen],
    [['mometasone-50ug-nasal-spray', '每日一次，每侧2喷']],
  ),
  chinese(
    '高洁',
    'Gao Jie',
    '1969-12-01',
    'female',
    [
      ['E03.9', 2011],
      ['E78.5', 2018],
    ],
    'none',
    [['levothyroxine-50ug-tablet', '每日一次，早餐前1片']],
  ),
  chinese(
    '罗斌',
    'Luo Bin',
    '1958-07-07',
    'male',
    [
      ['I25.1', 2019],
      ['E11.9', 2012],
    ],
    [sulfonamide],
    [
      ['aspirin-100mg-ec-tablet', '每日一次，每次1片'],
      ['atorvastatin-20mg-tablet', '每晚一次，每次1片'],
      ['metformin-500mg-er-tablet', '每日一次，每次2片，随晚餐'],
    ],
  ),
  chinese('郑小雨', 'Zheng Xiaoyu', '2014-06-01', 'female', [['L20.8', 2015]], 'none', []),
  chinese('梁静茹', 'Liang Jingru', '1995-11-09', 'female', [['F32.0', 2026]], 'none', []),
  chinese('谢明辉', 'Xie Minghui', '1963-01-18', 'male', [['I10', 2008]], 'none', [
    ['valsartan-80mg-capsule', '每日一次，每次1粒'],
  ]),
  chinese(
    '宋雅琴',
    'Song Yaqin',
    '1956-04-29',
    'female',
    [
      ['E11.9', 2009],
      ['I10', 2007],
    ],
    [penicillin, cephalosporin],
    [
      ['gliclazide-30mg-er-tablet', '每日一次，早餐时服1片'],
      ['irbesartan-150mg-tablet', '每日一次，每次1片'],
    ],
  ),
  chinese('唐一鸣', 'Tang Yiming', '2004-02-20', 'male', [['L70.0', 2020]], 'none', []),
  chinese('许文强', 'Xu Wenqiang', '1979-10-31', 'male', [['M10.9', 2018]], 'none', [
    ['febuxostat-40mg-tablet', '每日一次，每次1片'],
  ]),
  // Foreigners who live in Wuzhen.
  english(
    'Daniel Morgan',
    '1984-03-16',
    'male',
    [['I10', 2021]],
    [allergy('penicillin', 'Penicillin', 'rash', 'moderate')],
    [['amlodipine-5mg-tablet', 'one tablet every morning']],
  ),
  english('Emma Larsson', '1991-08-23', 'female', [['J45.9', 2004]], 'none', [
    ['budesonide-160ug-formoterol-4.5ug-inhaler-powder', 'one puff twice a day'],
  ]),
  english(
    'Rachel Stein',
    '1976-12-05',
    'female',
    [['E03.9', 2015]],
    [allergy('ibuprofen', 'Ibuprofen', 'hives', 'mild')],
    [['levothyroxine-50ug-tablet', 'one tablet before breakfast']],
  ),
];
