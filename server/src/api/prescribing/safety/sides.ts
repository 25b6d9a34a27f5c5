import type { OtherMedicine } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { Ingredient } from '../../catalogues/index.ts';
import type { CheckContext, CheckName, NotChecked } from './safety-check.ts';

/** A medicine as one side of a comparison: a line of the draft, or something taken already. */
export interface Side {
  readonly key: string;
  /** Undefined for what is not a line of the draft. */
  readonly itemId: string | undefined;
  readonly label: LocalizedText;
  readonly ingredients: readonly Ingredient[];
  /** Undefined for a medicine of which only the name is known; it is then taken to act in the whole body. */
  readonly route: MedicineRoute | undefined;
  readonly origin: OtherMedicine['origin'];
  readonly prescribedAt: string | null;
}

const LOCAL_ROUTES: ReadonlySet<MedicineRoute> = new Set(['topical', 'ophthalmic', 'otic', 'vaginal', 'oromucosal']);

/** Routes by which a medicine hardly leaves the place where it is put. */
export function isLocalRoute(route: MedicineRoute): boolean {
  return LOCAL_ROUTES.has(route);
}

/** The two lists that a comparing check walks: each draft line meets the later ones and all that is taken already. */
export function sidesOf(context: CheckContext): { drafts: Side[]; active: Side[] } {
  return {
    drafts: context.items.map(({ item, label, ingredients }) => ({
      key: item.id,
      itemId: item.id,
      label,
      ingredients,
      route: item.route,
      origin: 'draft',
      prescribedAt: null,
    })),
    active: context.active.map(({ medicine, product, label, ingredients }) => ({
      key: medicine.id,
      itemId: undefined,
      label,
      ingredients,
      route: product?.routes[0],
      origin: medicine.origin,
      prescribedAt: medicine.prescribedAt,
    })),
  };
}

/** Which is which, for whoever reads of two: the first is a line of this draft, and this is the other. */
export function otherOf({ origin, label, prescribedAt }: Side): OtherMedicine {
  return { origin, name: label, prescribedAt };
}

function unmatched(part: string): LocalizedText {
  return {
    en: `The medicine "${part}" could not be matched to a known substance.`,
    zh: `用药“${part}”无法对应到已知成分。`,
  };
}

/** A misspelt name was compared as the name that it is most like, and a person must say whether that is right. */
export function readingOf(written: string, name: string): LocalizedText {
  return {
    en: `"${written}" is not a known name. It was checked as "${name}". Confirm this with the patient.`,
    zh: `“${written}”不是已知名称，已按“${name}”比对，请核实。`,
  };
}

/** What is not known of the patient's medicines cannot be compared, and must be said. */
export function missingMedicines({ input, unresolved }: CheckContext, check: CheckName): NotChecked[] {
  const itemIds = input.items.map((item) => item.id);
  const missing: NotChecked[] = unresolved.map(({ part, readAs }) => ({
    check,
    itemIds,
    reason: readAs === undefined ? unmatched(part) : readingOf(part, readAs),
  }));
  if (!input.medicinesStated) {
    missing.push({
      check,
      itemIds,
      reason: {
        en: 'The patient’s current medicines are not recorded. Only this draft and this hospital’s prescriptions were checked.',
        zh: '尚未记录患者当前用药，仅比较了本处方及本院处方。',
      },
    });
  }
  return missing;
}
