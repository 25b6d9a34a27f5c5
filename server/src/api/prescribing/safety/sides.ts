import type { OtherMedicine } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { Course } from '@yunzhen/shared/prescribing/dose/course';
import type { Ingredient, MedicineProduct } from '../../catalogues/index.ts';
import { continuationsOf } from './continuation.ts';
import type { ResolvedItem, ResolvedMedicine } from './recognition/resolve-medicines.ts';
import type { CheckContext, CheckName, NotChecked } from './safety-check.ts';

/** One of two compared medicines: a line of the draft, or a current medicine. */
export interface Side {
  readonly key: string;
  /** Undefined for a medicine that is not a line of the draft. */
  readonly itemId: string | undefined;
  readonly label: LocalizedText;
  readonly ingredients: readonly Ingredient[];
  /** Undefined for a medicine of which only the name is known; it is assumed to act in the whole body. */
  readonly route: MedicineRoute | undefined;
  /** How it is taken; undefined where that is not known. */
  readonly given: { readonly product: MedicineProduct; readonly course: Course } | undefined;
  readonly origin: OtherMedicine['origin'];
  readonly prescribedAt: string | null;
  /** Days of supply that may be left of an earlier prescription; null when unknown. */
  readonly daysLeft: number | null;
}

/** A draft line and the current medicine that it continues. */
export interface Renewal {
  readonly draft: Side;
  readonly active: Side;
}

const LOCAL_ROUTES: ReadonlySet<MedicineRoute> = new Set(['topical', 'ophthalmic', 'otic', 'vaginal', 'oromucosal']);

/** Returns whether a medicine by this route is hardly absorbed. */
export function isLocalRoute(route: MedicineRoute): boolean {
  return LOCAL_ROUTES.has(route);
}

/**
 * Returns the two lists for comparing checks: each draft line is compared with the later lines and with all current medicines. A medicine that a line
 * continues is compared through that line, so that a pair is reported once.
 */
export function sidesOf(context: CheckContext): { drafts: Side[]; active: Side[]; renewals: Renewal[] } {
  const drafts = context.items.map(draftSide);
  const active = context.active.map(activeSide);
  const renewals = continuationsOf(context).flatMap(({ itemId, activeId }) => {
    const draft = drafts.find(({ key }) => key === itemId);
    const continued = active.find(({ key }) => key === activeId);
    return draft && continued ? [{ draft, active: continued }] : [];
  });
  const others = active.filter((side) => !renewals.some((renewal) => renewal.active === side));
  return { drafts, active: others, renewals };
}

function draftSide({ item, label, ingredients, product }: ResolvedItem): Side {
  return {
    key: item.id,
    itemId: item.id,
    label,
    ingredients,
    route: item.route,
    given: { product, course: item },
    origin: 'draft',
    prescribedAt: null,
    daysLeft: null,
  };
}

function activeSide({ medicine, product, label, ingredients }: ResolvedMedicine): Side {
  return {
    key: medicine.id,
    itemId: undefined,
    label,
    ingredients,
    route: product?.routes[0],
    given: product && medicine.course && { product, course: medicine.course },
    origin: medicine.origin,
    prescribedAt: medicine.prescribedAt,
    daysLeft: medicine.supply?.daysLeft ?? null,
  };
}

/** Returns the second medicine of a finding, for the reader; the first is a line of this draft. */
export function otherOf({ origin, label, prescribedAt }: Side): OtherMedicine {
  return { origin, name: label, prescribedAt };
}

function unmatched(part: string): LocalizedText {
  return {
    en: `The medicine "${part}" could not be matched to a known substance.`,
    zh: `用药“${part}”无法对应到已知成分。`,
  };
}

function leavesOpen(text: string): LocalizedText {
  return {
    en: `“${text}” denies only some medicines. Ask about the others, such as those taken as needed.`,
    zh: `“${text}”只否认了部分用药，请询问其他用药，如按需服用的药品。`,
  };
}

/** Returns the notice that a misspelt name was read as the most similar one, which a person must confirm. */
export function readingOf(written: string, name: string): LocalizedText {
  return {
    en: `"${written}" is not a known name. It was checked as "${name}". Confirm this with the patient.`,
    zh: `“${written}”不是已知名称，已按“${name}”比对，请核实。`,
  };
}

/** Returns what is unknown about the patient's medicines, because it cannot be compared and must be reported. */
export function missingMedicines({ input, unresolved, partlyDenied }: CheckContext, check: CheckName): NotChecked[] {
  const itemIds = input.items.map((item) => item.id);
  const missing: NotChecked[] = unresolved.map(({ part, readAs }) => ({
    check,
    itemIds,
    reason: readAs === undefined ? unmatched(part) : readingOf(part, readAs),
  }));
  missing.push(...partlyDenied.map((text): NotChecked => ({ check, itemIds, reason: leavesOpen(text) })));
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
