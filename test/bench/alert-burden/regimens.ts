/*
 * What people with long-term conditions take for months, as they ask for it again: written from general practice before the first run, without the
 * safety tables. Weights are the author's estimate.
 */

export interface Regimen {
  readonly codes: readonly string[];
  readonly weight: number;
  readonly ages: readonly [from: number, to: number];
  readonly sex?: 'female' | 'male';
  /** `a|b` is a choice, `?0.4` the share of patients with the line. */
  readonly lines: readonly string[];
}

export const regimens: readonly Regimen[] = [
  {
    codes: ['I10'],
    weight: 18,
    ages: [35, 85],
    lines: [
      'amlodipine-5mg-tablet|nifedipine-30mg-er-tablet|valsartan-80mg-capsule|losartan-50mg-tablet|telmisartan-40mg-tablet',
      'irbesartan-150mg-hydrochlorothiazide-12.5mg-tablet?0.15',
      'metoprolol-47.5mg-er-tablet|bisoprolol-5mg-tablet?0.2',
    ],
  },
  {
    codes: ['I10', 'E78.5'],
    weight: 10,
    ages: [40, 85],
    lines: ['amlodipine-5mg-tablet|valsartan-80mg-capsule', 'atorvastatin-20mg-tablet|rosuvastatin-10mg-tablet'],
  },
  {
    codes: ['E11.9'],
    weight: 12,
    ages: [35, 85],
    lines: [
      'metformin-500mg-tablet',
      'acarbose-50mg-tablet|gliclazide-30mg-er-tablet|dapagliflozin-10mg-tablet|sitagliptin-100mg-tablet?0.6',
      'insulin-glargine-100iu-per-ml-pen?0.15',
    ],
  },
  {
    codes: ['I25.1', 'I10'],
    weight: 9,
    ages: [50, 85],
    lines: [
      'aspirin-100mg-ec-tablet',
      'clopidogrel-75mg-tablet?0.35',
      'atorvastatin-20mg-tablet',
      'metoprolol-47.5mg-er-tablet?0.7',
      'isosorbide-mononitrate-60mg-er-tablet?0.3',
      'perindopril-4mg-tablet?0.4',
    ],
  },
  {
    codes: ['I50.9', 'I10'],
    weight: 3,
    ages: [55, 85],
    lines: ['sacubitril-49mg-valsartan-51mg-tablet', 'bisoprolol-5mg-tablet', 'spironolactone-20mg-tablet?0.7'],
  },
  {
    codes: ['I48.9'],
    weight: 3,
    ages: [55, 85],
    lines: ['rivaroxaban-20mg-tablet|warfarin-2.5mg-tablet', 'bisoprolol-5mg-tablet?0.6'],
  },
  { codes: ['E03.9'], weight: 4, ages: [20, 75], lines: ['levothyroxine-50ug-tablet|levothyroxine-25ug-tablet'] },
  { codes: ['E05.0'], weight: 2, ages: [20, 60], lines: ['thiamazole-10mg-tablet', 'propranolol-10mg-tablet?0.3'] },
  {
    codes: ['F32.9'],
    weight: 4,
    ages: [20, 75],
    lines: ['sertraline-50mg-tablet|escitalopram-10mg-tablet', 'estazolam-1mg-tablet?0.2'],
  },
  {
    codes: ['G47.0'],
    weight: 3,
    ages: [30, 85],
    lines: ['zolpidem-10mg-tablet|zopiclone-7.5mg-tablet|estazolam-1mg-tablet'],
  },
  {
    codes: ['M06.9'],
    weight: 2,
    ages: [30, 75],
    lines: ['methotrexate-2.5mg-tablet', 'folic-acid-5mg-tablet?0.3', 'hydroxychloroquine-100mg-tablet?0.4'],
  },
  {
    codes: ['M10.9'],
    weight: 3,
    ages: [30, 75],
    sex: 'male',
    lines: ['febuxostat-40mg-tablet|allopurinol-100mg-tablet'],
  },
  {
    codes: ['N40'],
    weight: 5,
    ages: [55, 85],
    sex: 'male',
    lines: ['tamsulosin-0.2mg-er-capsule', 'finasteride-5mg-tablet?0.5'],
  },
  {
    codes: ['J45.9'],
    weight: 3,
    ages: [18, 75],
    lines: ['budesonide-160ug-formoterol-4.5ug-inhaler-powder', 'montelukast-10mg-tablet?0.4'],
  },
  {
    codes: ['J44.9'],
    weight: 3,
    ages: [55, 85],
    lines: ['tiotropium-18ug-inhaler-powder', 'salmeterol-50ug-fluticasone-250ug-inhaler-powder?0.4'],
  },
  {
    codes: ['H40.1'],
    weight: 2,
    ages: [50, 85],
    lines: ['latanoprost-0.05mg-per-ml-eye-drops', 'brinzolamide-10mg-per-ml-eye-drops?0.3'],
  },
  {
    codes: ['M81.0'],
    weight: 3,
    ages: [60, 85],
    sex: 'female',
    lines: ['alendronic-acid-70mg-tablet', 'calcium-carbonate-1500mg-colecalciferol-125iu-tablet'],
  },
  {
    codes: ['G20'],
    weight: 2,
    ages: [60, 85],
    lines: ['levodopa-200mg-benserazide-50mg-tablet', 'pramipexole-0.25mg-tablet?0.4'],
  },
  { codes: ['G40.9'], weight: 2, ages: [18, 70], lines: ['levetiracetam-500mg-tablet|valproate-500mg-er-tablet'] },
  { codes: ['F03', 'I10'], weight: 1, ages: [70, 85], lines: ['donepezil-5mg-tablet', 'amlodipine-5mg-tablet'] },
  { codes: ['B18.1'], weight: 2, ages: [25, 65], lines: ['entecavir-0.5mg-tablet|tenofovir-alafenamide-25mg-tablet'] },
];
