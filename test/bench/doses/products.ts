import { loadCuratedFormulary } from '../../../server/src/api/catalogues/formulary/curated-formulary.ts';
import type { MedicineProduct } from '../../../server/src/api/catalogues/formulary/product.ts';
import { resolveActive } from '../../../server/src/api/prescribing/safety/recognition/resolve-medicines.ts';

const routes: Readonly<Record<string, readonly string[]>> = {
  eye: ['ophthalmic'],
  ear: ['otic'],
  transdermal: ['transdermal', 'topical'],
};
const liquids = ['suspension', 'oral-solution', 'oral-drops', 'syrup', 'oral-liquid', 'granules', 'powder'];
/** Dispensable forms for the written form; the first match is used. */
const forms: readonly (readonly [RegExp, readonly string[]])[] = [
  [/modified|extended|sustained|controlled|prolonged/, ['er-tablet', 'er-capsule']],
  [/enteric/, ['ec-tablet', 'ec-capsule']],
  [/chewable/, ['chewable-tablet']],
  [/suspension|solution|drops|syrup|granules|powder/, liquids],
];

interface Written {
  readonly drug: string;
  readonly drug_zh: string;
  readonly form: string;
  readonly route: string;
  readonly dose: string;
  readonly unit: string;
}

/** Returns the formulary product that a doctor would choose for the text; undefined when there is none. */
export function productFor(written: Written): MedicineProduct | undefined {
  const { form, route } = written;
  const wanted = new Set([written.drug, written.drug_zh].map(ingredientsOf).find(({ length }) => length > 0));
  if (wanted.size === 0) return undefined;
  const givenBy = routes[route] ?? [route];
  const fitting = loadCuratedFormulary().products.filter(
    (product) =>
      product.ingredients.length === wanted.size &&
      product.ingredients.every(({ ingredient }) => wanted.has(ingredient.id)) &&
      product.routes.some((one) => givenBy.includes(one)),
  );
  const allowed = route === 'oral' ? (forms.find(([words]) => words.test(form))?.[1] ?? []) : [];
  const plain = fitting.filter((one) => !/^e[rc]-/.test(one.form));
  // "Omeprazole capsule": a medicine sold only as gastro-resistant is meant as such.
  const coated = fitting.filter((one) => one.form.startsWith('ec-'));
  const ofForm =
    route !== 'oral'
      ? fitting
      : allowed.length > 0
        ? fitting.filter((one) => allowed.includes(one.form))
        : plain.some(({ form: one }) => /tablet|capsule/.test(one))
          ? plain
          : [...plain, ...coated];
  return ofForm.toSorted((a, b) => distance(a, written) - distance(b, written))[0];
}

/** Returns the substances of a name as the checks read it; none when a part is unknown. */
function ingredientsOf(name: string): string[] {
  const parts = name.split('/').map((text, at) => ({
    id: String(at),
    origin: 'stated' as const,
    productId: null,
    prescribedAt: null,
    text,
  }));
  const { known, unresolved } = resolveActive(parts, loadCuratedFormulary());
  return unresolved.some(({ readAs }) => readAs === undefined) || known.length < parts.length
    ? []
    : known.flatMap(({ ingredients }) => ingredients.map(({ id }) => id));
}

const UG: Readonly<Record<string, number>> = { ug: 1, mg: 1000, g: 1e6 };

/** Returns how far the strength is from the written one: in percent, in milligrams, or as one dose. */
function distance(product: MedicineProduct, { form, dose, unit }: Written): number {
  const strength = product.ingredients[0]?.strength;
  if (!strength) return 0;
  const own = Number(strength.value) * (UG[strength.unit] ?? 1);
  const percent = /([\d.]+)%/.exec(form)?.[1];
  const printed = /([\d.]+) mg/.exec(form)?.[1];
  const wanted = percent
    ? Number(percent) * 1e4
    : printed
      ? Number(printed) * 1000
      : Number(dose) * (UG[unit.startsWith('microgram') ? 'ug' : unit] ?? 1);
  return Math.abs(Math.log(own / wanted));
}
