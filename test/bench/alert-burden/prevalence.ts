/*
 * What an outpatient clinic by video prescribes, written from general practice before the first run, without the safety tables. Medicines are the
 * first choices of Chinese guidelines for the diagnosis. Shares of departments and diagnoses are the author's estimate.
 */

export interface Reason {
  readonly department: string;
  readonly code: string;
  /** Relative frequency. */
  readonly weight: number;
  readonly ages: readonly [from: number, to: number];
  readonly sex?: 'female' | 'male';
  /** `a|b` is a choice, `?0.4` the share of prescriptions with the line. */
  readonly lines: readonly string[];
}

const reason = (
  department: string,
  code: string,
  weight: number,
  ages: readonly [number, number],
  lines: readonly string[],
  sex?: Reason['sex'],
): Reason => (sex ? { department, code, weight, ages, lines, sex } : { department, code, weight, ages, lines });

const adult = [18, 85] as const;

export const reasons: readonly Reason[] = [
  reason('respiratory', 'J06.9', 9, adult, [
    'paracetamol-500mg-tablet|ibuprofen-300mg-er-capsule',
    'ambroxol-30mg-tablet|carbocisteine-250mg-tablet?0.6',
    'loratadine-10mg-tablet|cetirizine-10mg-tablet?0.5',
  ]),
  reason('respiratory', 'J20.9', 4, adult, [
    'ambroxol-30mg-tablet|acetylcysteine-600mg-effervescent-tablet',
    'cefuroxime-250mg-tablet|azithromycin-250mg-tablet|amoxicillin-500mg-capsule|moxifloxacin-400mg-tablet?0.5',
    'dextromethorphan-15mg-tablet?0.4',
  ]),
  reason(
    'respiratory',
    'J45.9',
    3,
    [18, 75],
    [
      'budesonide-160ug-formoterol-4.5ug-inhaler-powder|salmeterol-50ug-fluticasone-250ug-inhaler-powder',
      'montelukast-10mg-tablet?0.6',
      'salbutamol-100ug-inhaler?0.4',
    ],
  ),
  reason(
    'respiratory',
    'J44.9',
    2,
    [55, 85],
    [
      'tiotropium-18ug-inhaler-powder|indacaterol-110ug-glycopyrronium-50ug-inhaler-powder',
      'salmeterol-50ug-fluticasone-250ug-inhaler-powder?0.4',
      'acetylcysteine-600mg-effervescent-tablet?0.5',
    ],
  ),
  reason(
    'respiratory',
    'J30.4',
    4,
    [18, 60],
    [
      'mometasone-50ug-nasal-spray|budesonide-64ug-nasal-spray',
      'loratadine-10mg-tablet|desloratadine-5mg-tablet|levocetirizine-5mg-tablet?0.8',
    ],
  ),
  reason(
    'cardiology',
    'I10',
    14,
    [35, 85],
    [
      'amlodipine-5mg-tablet|nifedipine-30mg-er-tablet|valsartan-80mg-capsule|irbesartan-150mg-hydrochlorothiazide-12.5mg-tablet|losartan-50mg-tablet',
      'metoprolol-47.5mg-er-tablet|bisoprolol-5mg-tablet?0.25',
      'atorvastatin-20mg-tablet?0.25',
    ],
  ),
  reason(
    'cardiology',
    'I25.1',
    5,
    [48, 85],
    [
      'aspirin-100mg-ec-tablet',
      'atorvastatin-20mg-tablet|rosuvastatin-10mg-tablet',
      'metoprolol-47.5mg-er-tablet?0.7',
      'isosorbide-mononitrate-60mg-er-tablet|trimetazidine-35mg-er-tablet?0.4',
      'clopidogrel-75mg-tablet?0.25',
    ],
  ),
  reason(
    'cardiology',
    'E78.5',
    3,
    [35, 80],
    ['atorvastatin-20mg-tablet|rosuvastatin-10mg-tablet', 'ezetimibe-10mg-tablet?0.25'],
  ),
  reason(
    'cardiology',
    'I48.9',
    1,
    [55, 85],
    ['rivaroxaban-20mg-tablet|dabigatran-110mg-capsule|warfarin-2.5mg-tablet', 'metoprolol-47.5mg-er-tablet?0.7'],
  ),
  reason(
    'cardiology',
    'I50.9',
    1,
    [55, 85],
    [
      'sacubitril-49mg-valsartan-51mg-tablet',
      'spironolactone-20mg-tablet',
      'metoprolol-47.5mg-er-tablet',
      'dapagliflozin-10mg-tablet?0.6',
      'furosemide-20mg-tablet?0.6',
    ],
  ),
  reason(
    'endocrinology',
    'E11.9',
    10,
    [30, 85],
    [
      'metformin-500mg-tablet',
      'gliclazide-30mg-er-tablet|acarbose-50mg-tablet|sitagliptin-100mg-tablet|dapagliflozin-10mg-tablet|empagliflozin-10mg-tablet?0.7',
      'atorvastatin-20mg-tablet?0.3',
    ],
  ),
  reason('endocrinology', 'E03.9', 2, [20, 75], ['levothyroxine-50ug-tablet']),
  reason('endocrinology', 'E05.0', 1, [20, 60], ['thiamazole-10mg-tablet', 'propranolol-10mg-tablet?0.6']),
  reason(
    'endocrinology',
    'M81.9',
    1,
    [55, 85],
    ['alendronic-acid-70mg-tablet', 'calcium-carbonate-1500mg-colecalciferol-125iu-tablet'],
    'female',
  ),
  reason(
    'endocrinology',
    'M10.9',
    3,
    [25, 75],
    ['febuxostat-40mg-tablet|allopurinol-100mg-tablet', 'colchicine-0.5mg-tablet|etoricoxib-60mg-tablet?0.6'],
    'male',
  ),
  reason(
    'gastroenterology',
    'K21.0',
    5,
    [20, 80],
    [
      'esomeprazole-20mg-ec-tablet|rabeprazole-20mg-ec-tablet|vonoprazan-20mg-tablet',
      'mosapride-5mg-tablet|itopride-50mg-tablet?0.5',
    ],
  ),
  reason(
    'gastroenterology',
    'K29.7',
    5,
    [20, 80],
    [
      'omeprazole-20mg-ec-capsule|pantoprazole-40mg-ec-tablet',
      'rebamipide-100mg-tablet|teprenone-50mg-capsule|hydrotalcite-500mg-chewable-tablet?0.7',
    ],
  ),
  reason(
    'gastroenterology',
    'B98.0',
    2,
    [20, 65],
    [
      'esomeprazole-20mg-ec-tablet',
      'bismuth-potassium-citrate-110mg-capsule',
      'amoxicillin-500mg-capsule',
      'clarithromycin-500mg-er-tablet|levofloxacin-500mg-tablet',
    ],
  ),
  reason(
    'gastroenterology',
    'K58.9',
    2,
    [20, 60],
    ['pinaverium-50mg-tablet|trimebutine-100mg-tablet', 'bifidobacterium-210mg-capsule?0.6'],
  ),
  reason('gastroenterology', 'K59.0', 2, [30, 85], ['lactulose-667mg-per-ml-oral-solution|macrogol-10g-powder']),
  reason('gastroenterology', 'A09', 3, adult, [
    'smectite-3g-powder',
    'oral-rehydration-salts-5.125g-powder?0.5',
    'bifidobacterium-210mg-capsule?0.5',
  ]),
  reason('dermatology', 'L30.9', 6, adult, [
    'mometasone-1mg-per-g-cream|halometasone-0.5mg-per-g-cream',
    'cetirizine-10mg-tablet|ebastine-10mg-tablet?0.7',
  ]),
  reason(
    'dermatology',
    'L70.0',
    4,
    [14, 35],
    [
      'adapalene-1mg-per-g-gel',
      'doxycycline-100mg-tablet|minocycline-50mg-capsule?0.4',
      'clindamycin-10mg-per-g-gel|benzoyl-peroxide-50mg-per-g-gel?0.5',
    ],
  ),
  reason('dermatology', 'B35.3', 3, adult, [
    'terbinafine-10mg-per-g-cream|luliconazole-10mg-per-g-cream',
    'terbinafine-250mg-tablet?0.15',
  ]),
  reason('dermatology', 'L50.9', 3, adult, ['levocetirizine-5mg-tablet|ebastine-10mg-tablet|desloratadine-5mg-tablet']),
  reason('dermatology', 'L40.0', 1, [20, 75], ['calcipotriol-50ug-per-g-betamethasone-0.5mg-per-g-ointment']),
  reason(
    'dermatology',
    'B02.9',
    1,
    [50, 85],
    ['valaciclovir-500mg-tablet', 'gabapentin-300mg-capsule|pregabalin-75mg-capsule', 'mecobalamin-0.5mg-tablet'],
  ),
  reason('gynaecology', 'N76.0', 3, [18, 50], ['metronidazole-500mg-vaginal-suppository'], 'female'),
  reason('gynaecology', 'B37.3', 2, [18, 50], ['clotrimazole-500mg-vaginal-tablet'], 'female'),
  reason('gynaecology', 'N94.6', 2, [15, 40], ['ibuprofen-300mg-er-capsule'], 'female'),
  reason(
    'gynaecology',
    'Z30.0',
    2,
    [18, 42],
    ['drospirenone-3mg-ethinylestradiol-0.03mg-tablet|desogestrel-0.15mg-ethinylestradiol-0.03mg-tablet'],
    'female',
  ),
  reason('gynaecology', 'N95.1', 1, [47, 58], ['estradiol-1mg-tablet', 'dydrogesterone-10mg-tablet'], 'female'),
  reason(
    'paediatrics',
    'J06.9',
    8,
    [1, 12],
    [
      'ibuprofen-20mg-per-ml-suspension|paracetamol-32mg-per-ml-suspension',
      'ambroxol-3mg-per-ml-oral-solution?0.5',
      'cetirizine-1mg-per-ml-oral-solution?0.4',
    ],
  ),
  reason(
    'paediatrics',
    'H66.9',
    2,
    [1, 12],
    ['amoxicillin-50mg-per-ml-suspension', 'ibuprofen-20mg-per-ml-suspension?0.5'],
  ),
  reason('paediatrics', 'A09', 2, [1, 12], ['smectite-3g-powder', 'oral-rehydration-salts-5.125g-powder']),
  reason('paediatrics', 'J45.9', 2, [2, 12], ['montelukast', 'budesonide-0.5mg-per-ml-nebuliser-solution?0.4']),
  reason('paediatrics', 'L20.9', 2, [1, 12], ['desonide-0.5mg-per-g-cream', 'cetirizine-1mg-per-ml-oral-solution?0.4']),
  reason(
    'psychiatry',
    'F32.9',
    3,
    [18, 75],
    [
      'escitalopram-10mg-tablet|sertraline-50mg-tablet|venlafaxine-75mg-er-capsule|mirtazapine-15mg-tablet',
      'lorazepam-0.5mg-tablet?0.2',
    ],
  ),
  reason(
    'psychiatry',
    'F41.9',
    3,
    [18, 70],
    [
      'escitalopram-10mg-tablet|paroxetine-20mg-tablet|tandospirone-10mg-capsule',
      'lorazepam-0.5mg-tablet|alprazolam-0.4mg-tablet?0.25',
    ],
  ),
  reason(
    'psychiatry',
    'G47.0',
    3,
    [25, 80],
    ['zopiclone-7.5mg-tablet|eszopiclone-3mg-tablet|zolpidem-10mg-tablet|estazolam-1mg-tablet'],
  ),
  reason(
    'neurology',
    'G43.9',
    2,
    [18, 55],
    ['ibuprofen-300mg-er-capsule|rizatriptan-5mg-tablet', 'flunarizine-5mg-capsule?0.4'],
  ),
  reason('neurology', 'R42', 2, [30, 80], ['betahistine-6mg-tablet']),
  reason(
    'neurology',
    'G40.9',
    1,
    [18, 65],
    ['levetiracetam-500mg-tablet|valproate-500mg-er-tablet|oxcarbazepine-300mg-tablet'],
  ),
  reason('neurology', 'G20', 1, [55, 85], ['levodopa-200mg-benserazide-50mg-tablet', 'pramipexole-0.25mg-tablet?0.5']),
  reason(
    'neurology',
    'I69.3',
    2,
    [55, 85],
    ['aspirin-100mg-ec-tablet|clopidogrel-75mg-tablet', 'atorvastatin-20mg-tablet'],
  ),
  reason(
    'orthopaedics',
    'M54.5',
    5,
    [20, 80],
    [
      'loxoprofen-60mg-tablet|celecoxib-200mg-capsule|ibuprofen-300mg-er-capsule',
      'eperisone-50mg-tablet?0.5',
      'flurbiprofen-40mg-plaster|diclofenac-10mg-per-g-gel?0.4',
    ],
  ),
  reason(
    'orthopaedics',
    'M17.9',
    3,
    [50, 85],
    ['celecoxib-200mg-capsule|diclofenac-10mg-per-g-gel|loxoprofen-100mg-plaster', 'glucosamine-480mg-capsule?0.5'],
  ),
  reason(
    'rheumatology',
    'M06.9',
    1,
    [30, 75],
    ['methotrexate-2.5mg-tablet', 'folic-acid-5mg-tablet', 'hydroxychloroquine-100mg-tablet?0.3'],
  ),
  reason(
    'urology',
    'N40',
    3,
    [55, 85],
    ['tamsulosin-0.2mg-er-capsule|silodosin-4mg-capsule', 'finasteride-5mg-tablet?0.6'],
    'male',
  ),
  reason(
    'urology',
    'N39.0',
    3,
    [18, 80],
    ['fosfomycin-3g-granules|levofloxacin-500mg-tablet|cefuroxime-250mg-tablet|nitrofurantoin-50mg-ec-tablet'],
    'female',
  ),
  reason('urology', 'N32.8', 1, [40, 80], ['solifenacin-5mg-tablet|mirabegron-50mg-er-tablet']),
  reason('urology', 'N52.9', 1, [30, 65], ['sildenafil-50mg-tablet|tadalafil-5mg-tablet'], 'male'),
  reason('ear, nose, throat', 'J32.9', 2, adult, [
    'amoxicillin-500mg-clavulanic-acid-125mg-tablet|cefuroxime-250mg-tablet',
    'mometasone-50ug-nasal-spray',
    'eucalyptol-300mg-ec-capsule?0.5',
  ]),
  reason('ophthalmology', 'H10.9', 2, adult, [
    'levofloxacin-5mg-per-ml-eye-drops',
    'olopatadine-1mg-per-ml-eye-drops?0.3',
  ]),
  reason('ophthalmology', 'H04.1', 2, adult, ['sodium-hyaluronate-1mg-per-ml-eye-drops']),
  reason(
    'ophthalmology',
    'H40.1',
    1,
    [45, 85],
    ['latanoprost-0.05mg-per-ml-eye-drops', 'timolol-5mg-per-ml-eye-drops?0.3'],
  ),
];

/** What a pregnant patient comes for; doctors know of the pregnancy. */
export const inPregnancy: readonly Reason[] = [
  reason(
    'gynaecology',
    'Z34',
    6,
    [20, 42],
    ['folic-acid-0.4mg-tablet', 'polysaccharide-iron-150mg-capsule?0.4'],
    'female',
  ),
  reason('respiratory', 'J06.9', 2, [20, 42], ['paracetamol-500mg-tablet'], 'female'),
  reason('gynaecology', 'B37.3', 1, [20, 42], ['clotrimazole-500mg-vaginal-tablet'], 'female'),
];
