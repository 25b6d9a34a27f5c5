import { loadCuratedFormulary } from '../../../catalogues/index.ts';
import type { ActiveMedicine, DraftItem, SafetyInput, StatedAllergy } from '../safety-input.ts';

/** Returns a healthy adult of known sex and weight with one dose of paracetamol. The checks find nothing, so each test adds what matters. */
export function safetyCase(over: Partial<SafetyInput> = {}): SafetyInput {
  return {
    items: [draftItem('paracetamol-500mg-tablet')],
    activeMedicines: [],
    medicinesStated: true,
    allergies: [],
    allergiesStated: true,
    conditionCodes: [],
    patient: {
      ageMonths: 40 * 12,
      sex: 'male',
      weightKg: '70',
      pregnancy: 'not-pregnant',
      trimester: null,
      lactation: 'not-breast-feeding',
      egfr: 95,
    },
    catalogue: loadCuratedFormulary(),
    ...over,
  };
}

/** Returns a line of one unit once a day for a week unless overridden. */
export function draftItem(productId: string, over: Partial<DraftItem> = {}): DraftItem {
  const product = loadCuratedFormulary().product(productId);
  return {
    id: `item-${productId}`,
    productId,
    route: product?.routes[0] ?? 'oral',
    dose: { value: '1', unit: product?.unit ?? 'tablet' },
    timing: { frequency: 1, period: 1, periodUnit: 'd', when: null },
    durationDays: 7,
    asNeeded: null,
    ...over,
  };
}

export function allergyTo(substance: string, over: Partial<StatedAllergy> = {}): StatedAllergy {
  return { id: `allergy-${substance}`, substance, substanceCode: null, severity: 'unknown', ...over };
}

export function taking(text: string, over: Partial<ActiveMedicine> = {}): ActiveMedicine {
  return { id: `taking-${text}`, origin: 'stated', productId: null, text, prescribedAt: null, ...over };
}
