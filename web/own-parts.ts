import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The parts in `src/ui/kit` go by the UI kit’s names (`UButton`, …) and take the place of the kit’s own, which bring a merger of class
 * names that alone weighs a tenth of what a patient’s phone may fetch. What is not there comes from the kit.
 */
export function ownParts(root: string) {
  const folder = join(root, 'src/ui/kit');
  const parts = new Map(
    readdirSync(folder)
      .filter((file) => /\.vue$|^(icon|skeleton)\.ts$/.test(file))
      .map((file) => [`U${pascal(file.replace(/\.\w+$/, ''))}`, join(folder, file)]),
  );
  return (name: string) => parts.get(name);
}

const pascal = (name: string) => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
