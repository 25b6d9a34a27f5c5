import type { LocalizedText } from '../../core/locale.ts';

/** Routes of administration. */
export const medicineRoutes = [
  'oral',
  'sublingual',
  'inhalation',
  'nasal',
  'ophthalmic',
  'otic',
  'topical',
  'rectal',
  'vaginal',
  'subcutaneous',
  'intramuscular',
  'intravenous',
  'transdermal',
  'oromucosal',
] as const;
export type MedicineRoute = (typeof medicineRoutes)[number];

interface RouteLabels {
  readonly verb: string;
  readonly where: string;
  readonly zh: string;
}

/** The parts of an instruction’s text: "Take … by mouth", 口服. */
export const routeLabels: Record<MedicineRoute, RouteLabels> = {
  oral: { verb: 'Take', where: 'by mouth', zh: '口服' },
  sublingual: { verb: 'Put', where: 'under the tongue', zh: '舌下含服' },
  inhalation: { verb: 'Breathe in', where: 'through the mouth', zh: '吸入' },
  nasal: { verb: 'Use', where: 'in each nostril', zh: '每侧鼻孔使用' },
  ophthalmic: { verb: 'Put', where: 'into the affected eye', zh: '滴入患眼' },
  otic: { verb: 'Put', where: 'into the affected ear', zh: '滴入患耳' },
  topical: { verb: 'Apply', where: 'to the affected skin', zh: '外用，涂于患处' },
  rectal: { verb: 'Insert', where: 'into the rectum', zh: '直肠给药' },
  vaginal: { verb: 'Insert', where: 'into the vagina', zh: '阴道给药' },
  subcutaneous: { verb: 'Inject', where: 'under the skin', zh: '皮下注射' },
  intramuscular: { verb: 'Have', where: 'injected into a muscle', zh: '肌内注射' },
  intravenous: { verb: 'Have', where: 'given into a vein', zh: '静脉给药' },
  transdermal: { verb: 'Stick', where: 'on clean, dry skin', zh: '贴于皮肤' },
  oromucosal: { verb: 'Use', where: 'inside the mouth', zh: '口腔局部使用' },
};

interface UnitLabels {
  readonly one: string;
  readonly many: string;
  readonly zh: string;
  /** Can be halved by hand, so it is written "half a tablet", not "0.5 tablet". */
  readonly halved?: true;
}

/** Units of a dose or a quantity: dispensable units, UCUM amounts, and "application" for creams. */
export const unitLabels = {
  tablet: { one: 'tablet', many: 'tablets', zh: '片', halved: true },
  capsule: { one: 'capsule', many: 'capsules', zh: '粒' },
  pill: { one: 'pill', many: 'pills', zh: '丸' },
  lozenge: { one: 'lozenge', many: 'lozenges', zh: '片' },
  sachet: { one: 'sachet', many: 'sachets', zh: '袋', halved: true },
  suppository: { one: 'suppository', many: 'suppositories', zh: '枚', halved: true },
  puff: { one: 'puff', many: 'puffs', zh: '吸' },
  spray: { one: 'spray', many: 'sprays', zh: '喷' },
  drop: { one: 'drop', many: 'drops', zh: '滴' },
  patch: { one: 'patch', many: 'patches', zh: '贴' },
  application: { one: 'thin layer', many: 'thin layers', zh: '适量' },
  ampoule: { one: 'ampoule', many: 'ampoules', zh: '支' },
  vial: { one: 'vial', many: 'vials', zh: '支' },
  pen: { one: 'pen', many: 'pens', zh: '支' },
  tube: { one: 'tube', many: 'tubes', zh: '支' },
  bottle: { one: 'bottle', many: 'bottles', zh: '瓶' },
  mL: { one: 'mL', many: 'mL', zh: '毫升' },
  g: { one: 'g', many: 'g', zh: '克' },
  mg: { one: 'mg', many: 'mg', zh: '毫克' },
  ug: { one: 'microgram', many: 'micrograms', zh: '微克' },
  '[iU]': { one: 'unit', many: 'units', zh: '单位' },
} as const satisfies Record<string, UnitLabels>;
export type MedicineUnit = keyof typeof unitLabels;

export const medicineUnits = Object.keys(unitLabels) as MedicineUnit[];

export function isMedicineUnit(unit: string): unit is MedicineUnit {
  return Object.hasOwn(unitLabels, unit);
}

/** Returns the unit’s name, as a column heading or beside an input; an unknown unit is returned unchanged. */
export function unitName(unit: string): LocalizedText {
  if (!isMedicineUnit(unit)) return { en: unit, zh: unit };
  return { en: unitLabels[unit].one, zh: unitLabels[unit].zh };
}
