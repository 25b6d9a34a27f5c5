import { convertAmount } from '@yunzhen/shared/prescribing/dose/dose';
import { loadCuratedFormulary } from '../formulary/curated-formulary.ts';
import type { ControlClass, MedicineProduct } from '../formulary/product.ts';
import { moreGenerous, sameDimension } from './own-limits.ts';
import type { Problems } from './own-problems.ts';
import type { OwnProductRow } from './own-row.ts';

const CONTROLLED: ReadonlySet<ControlClass> = new Set(['special', 'psychotropic', 'narcotic', 'toxic']);
/** Opioids, benzodiazepines and hypnotics, barbiturates, stimulants: decides by ATC code when no built-in medicine has the substance. */
const CONTROLLED_GROUPS = /^(N02A|N07BC|N05BA|N05C[ABDF]|N03AA0[1-4]|N06BA|A08AA01)/;
/** A strength that differs by more than this factor from the built-in ones is probably a slip of unit or decimal point. */
const STRENGTH_FACTOR = 5;

/**
 * Rejects a row as uncontrolled when every built-in medicine with the substance is controlled; adds a reservation when some are. A row must not
 * bypass special control.
 */
export function controlAgainst(row: OwnProductRow, problems: Problems): void {
  if (CONTROLLED.has(row.controlClass)) return;
  for (const { ingredient, name } of row.parts) {
    const classes = productsWith(ingredient).map(({ controlClass }) => controlClass);
    const atc = (ingredient === null ? undefined : loadCuratedFormulary().ingredient(ingredient)?.atc) ?? row.atc;
    if (classes.length === 0 && CONTROLLED_GROUPS.test(atc))
      problems.refuse(
        'control',
        `${name} belongs to a group (${atc}) that is under special control; the row must say so.`,
        `${name}所属类别（${atc}）为特殊管理药品，须如实填写。`,
      );
    const controlled = classes.filter((one) => CONTROLLED.has(one));
    if (controlled.length === 0) continue;
    const words = [...new Set(controlled)].join(', ');
    if (controlled.length === classes.length)
      problems.refuse(
        'control',
        `${name} is under special control (${words}); the row must say so.`,
        `${name}属特殊管理药品（${words}），须如实填写。`,
      );
    else
      problems.reserve('control', {
        en: `Some medicines with ${name} are under special control (${words}). Check this row.`,
        zh: `部分含${name}的药品属特殊管理（${words}），请再次核对。`,
      });
  }
}

/** Reports a strength far from all built-in ones of the same substance and form. */
export function strengthAgainst(row: OwnProductRow, problems: Problems): void {
  for (const { ingredient, name, strength } of row.parts) {
    const amounts = productsWith(ingredient)
      .filter(({ form }) => form === row.form)
      .flatMap(({ ingredients }) => ingredients)
      .filter((part) => part.ingredient.id === ingredient && part.strength.per === strength.per)
      .flatMap((part) => convertAmount(part.strength, strength.unit)?.toNumber() ?? []);
    if (amounts.length === 0) continue;
    const value = Number(strength.value);
    if (value <= Math.max(...amounts) * STRENGTH_FACTOR && value >= Math.min(...amounts) / STRENGTH_FACTOR) continue;
    problems.reserve('ingredients', {
      en: `The strength of ${name} is far from the usual ones. Check its unit and decimal point.`,
      zh: `${name}的规格与常见规格相差甚远，请核对单位和小数点。`,
    });
  }
}

/** Reports that largest doses above the built-in ones are not used. */
export function limitsAgainst(row: OwnProductRow, problems: Problems): void {
  const [only, other] = row.parts;
  if (!row.limits || !only?.ingredient || other) return;
  const builtIn = loadCuratedFormulary().limitsOf(only.ingredient, row.routes[0] ?? 'oral', row.form);
  if (!builtIn) return;
  if (!sameDimension(builtIn, row.limits)) {
    problems.refuse(
      'doseUnit',
      `The built-in doses of ${only.name} are in ${builtIn.unit}, which cannot be converted to this unit.`,
      `${only.name}的内置剂量单位为${builtIn.unit}，无法换算。`,
    );
    return;
  }
  for (const column of moreGenerous(builtIn, row.limits))
    problems.reserve(column, {
      en: 'More than the built-in data allow; the built-in figure stays.',
      zh: '超过内置数据，仍以内置数据为准。',
    });
}

let byIngredient: Map<string, MedicineProduct[]> | undefined;
function productsWith(ingredient: string | null): readonly MedicineProduct[] {
  if (!byIngredient) {
    byIngredient = new Map();
    for (const product of loadCuratedFormulary().products)
      for (const { ingredient: held } of product.ingredients)
        byIngredient.set(held.id, [...(byIngredient.get(held.id) ?? []), product]);
  }
  return ingredient === null ? [] : (byIngredient.get(ingredient) ?? []);
}
