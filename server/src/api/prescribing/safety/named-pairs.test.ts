import { describe, expect, it } from 'vitest';
import { loadKnowledgeBase } from './knowledge/knowledge-base.ts';

const { interactions } = loadKnowledgeBase();
const all = (left: readonly string[], right: readonly string[]) =>
  left.flatMap((a) => right.filter((b) => a !== b).map((b) => [a, b] as const));

const STRONG_3A4 = ['clarithromycin', 'itraconazole', 'ketoconazole', 'voriconazole', 'ritonavir'];
const MAOI = ['phenelzine', 'tranylcypromine', 'isocarboxazid', 'selegiline'];

/** The fifteen pairs of the high-priority list of 2012 (Phansalkar et al., JAMIA 2012;19:735), with the members that exist here. */
const HIGH_PRIORITY: readonly (readonly [name: string, pairs: readonly (readonly [string, string])[]])[] = [
  ['amfetamines and MAO inhibitors', all(['dexamfetamine', 'lisdexamfetamine'], ['phenelzine', 'tranylcypromine'])],
  [
    'atazanavir and proton pump inhibitors',
    all(['atazanavir'], ['omeprazole', 'esomeprazole', 'pantoprazole', 'lansoprazole', 'rabeprazole']),
  ],
  ['febuxostat and azathioprine or mercaptopurine', all(['febuxostat'], ['azathioprine', 'mercaptopurine'])],
  [
    'SSRIs and MAO inhibitors',
    all(['fluoxetine', 'paroxetine', 'sertraline', 'citalopram', 'escitalopram', 'fluvoxamine'], MAOI),
  ],
  ['irinotecan and strong CYP3A4 inhibitors', all(['irinotecan'], STRONG_3A4)],
  [
    'narcotic analgesics and MAO inhibitors',
    all(['pethidine', 'tramadol', 'methadone', 'fentanyl'], ['phenelzine', 'tranylcypromine']),
  ],
  [
    'tricyclics and MAO inhibitors',
    all(['amitriptyline', 'clomipramine', 'imipramine', 'doxepin'], ['phenelzine', 'tranylcypromine']),
  ],
  [
    'medicines of highest QT risk with each other',
    all(['amiodarone', 'sotalol', 'dofetilide', 'quinidine'], ['amiodarone', 'sotalol', 'dofetilide', 'quinidine']),
  ],
  ['ramelteon and CYP1A2 inhibitors', all(['ramelteon'], ['fluvoxamine'])],
  ['rifampicin and ritonavir', all(['rifampicin'], ['ritonavir'])],
  ['HMG-CoA reductase inhibitors and CYP3A4 inhibitors', all(['simvastatin', 'lovastatin'], STRONG_3A4)],
  ['ergot alkaloids and CYP3A4 inhibitors', all(['ergotamine', 'dihydroergotamine'], STRONG_3A4)],
  ['tizanidine and CYP1A2 inhibitors', all(['tizanidine'], ['ciprofloxacin', 'fluvoxamine'])],
  ['tranylcypromine and procarbazine', all(['tranylcypromine'], ['procarbazine'])],
  [
    'triptans and MAO inhibitors',
    all(['sumatriptan', 'rizatriptan', 'zolmitriptan'], ['phenelzine', 'tranylcypromine', 'moclobemide']),
  ],
];

/** Well-known pairs that every rule set must contain, by name. */
const NAMED: readonly (readonly [name: string, pairs: readonly (readonly [string, string])[]])[] = [
  [
    'statin × CYP3A4 inhibitor',
    all(['simvastatin', 'lovastatin', 'atorvastatin'], [...STRONG_3A4, 'erythromycin', 'diltiazem', 'verapamil']),
  ],
  [
    'MAO inhibitor × serotonergic',
    all(MAOI, ['fluoxetine', 'venlafaxine', 'duloxetine', 'tramadol', 'dextromethorphan', 'clomipramine']),
  ],
  [
    'QT × QT',
    all(
      ['amiodarone', 'sotalol'],
      ['moxifloxacin', 'azithromycin', 'haloperidol', 'citalopram', 'ondansetron', 'domperidone'],
    ),
  ],
  ['methotrexate × trimethoprim', all(['methotrexate'], ['trimethoprim'])],
  ['warfarin × NSAID', all(['warfarin'], ['ibuprofen', 'naproxen', 'diclofenac', 'celecoxib', 'meloxicam', 'aspirin'])],
  [
    'warfarin × azole',
    all(['warfarin'], ['fluconazole', 'itraconazole', 'voriconazole', 'miconazole', 'metronidazole']),
  ],
  ['warfarin × macrolide', all(['warfarin'], ['clarithromycin', 'erythromycin', 'azithromycin'])],
  [
    'ACE inhibitor × potassium',
    all(
      ['enalapril', 'captopril', 'perindopril', 'lisinopril', 'ramipril'],
      ['potassium-chloride', 'spironolactone', 'amiloride'],
    ),
  ],
  [
    'PDE5 × nitrate',
    all(
      ['sildenafil', 'tadalafil', 'vardenafil'],
      ['nitroglycerin', 'isosorbide-mononitrate', 'isosorbide-dinitrate', 'nicorandil'],
    ),
  ],
  ['ergot × CYP3A4 inhibitor', all(['ergotamine', 'dihydroergotamine'], [...STRONG_3A4, 'erythromycin'])],
  ['clopidogrel × omeprazole', all(['clopidogrel'], ['omeprazole', 'esomeprazole'])],
  ['digoxin × macrolide', all(['digoxin'], ['clarithromycin', 'erythromycin', 'azithromycin'])],
  ['lithium × thiazide', all(['lithium'], ['hydrochlorothiazide', 'indapamide'])],
  ['lithium × NSAID', all(['lithium'], ['ibuprofen', 'naproxen', 'diclofenac', 'indometacin', 'celecoxib'])],
  ['disulfiram-like reactions', all(['alcohol-drink'], ['metronidazole', 'tinidazole', 'disulfiram', 'cefoperazone'])],
  [
    'opioid × benzodiazepine',
    all(
      ['morphine', 'codeine', 'oxycodone', 'tramadol', 'fentanyl'],
      ['diazepam', 'alprazolam', 'lorazepam', 'clonazepam', 'zolpidem'],
    ),
  ],
];

describe('interaction rules', () => {
  it.each(HIGH_PRIORITY)('block or warn seriously of the high-priority pair %s', (_name, pairs) => {
    const other = pairs.filter(([a, b]) => interactions.between(a, b)?.severity !== 'contraindicated');
    expect(other.map(([a, b]) => `${a} ${b}: ${interactions.between(a, b)?.severity}`)).toEqual([]);
  });

  it.each(NAMED)('include %s, never as minor', (_name, pairs) => {
    const missing = pairs.filter(([a, b]) => (interactions.between(a, b)?.severity ?? 'minor') === 'minor');
    expect(missing.map(([a, b]) => `${a} ${b}: ${interactions.between(a, b)?.severity}`)).toEqual([]);
  });
});
