import { z } from 'zod';
import { list, slug, slugList } from '../../../catalogues/index.ts';

/** A group of ingredients that rules can name together. */
export interface MedicineClass {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly members: readonly string[];
}

export const medicineClassRowSchema: z.ZodType<MedicineClass> = z.strictObject({
  id: slug,
  en: z.string().min(1),
  zh: z.string().min(1),
  members: slugList.refine((members) => members.length > 0, 'at least one member'),
});

/** The column with the medicines of a rule: ingredients, and classes written `class:id`. */
export const medicineNames = list.pipe(
  z.array(z.string().regex(/^(class:)?[a-z0-9-]+$/, 'expected an ingredient or class:id')).min(1),
);

const CLASS = 'class:';

/** Returns a function that expands names of ingredients and classes to ingredients. It throws an Error when a class does not exist. */
export function createExpander(classes: readonly MedicineClass[]): (names: readonly string[]) => string[] {
  const members = new Map(classes.map((one) => [one.id, one.members]));
  return (names) =>
    names.flatMap((name) => {
      if (!name.startsWith(CLASS)) return [name];
      const found = members.get(name.slice(CLASS.length));
      if (!found) throw new Error(`medicine class ${name} does not exist`);
      return [...found];
    });
}
