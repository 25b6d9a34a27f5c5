import type { IntakeForm } from './form.ts';
import { withVersion3 } from './asked-of-everyone.ts';
import { abdomen, backJoint, headache, skin, urinary } from './body.ts';
import { general, longTerm, repeatMedicine } from './follow-up.ts';
import { inVersion1 } from './earlier-wording.ts';
import { coughThroat, ear, eye, fever } from './infections.ts';
import { illChild, mood, womensHealth } from './people.ts';

const inVersion2: readonly IntakeForm[] = [
  fever,
  coughThroat,
  skin,
  abdomen,
  headache,
  urinary,
  backJoint,
  eye,
  ear,
  illChild,
  mood,
  womensHealth,
  longTerm,
  repeatMedicine,
  general,
];

/** Every released version of every form; the highest version of each is asked now. */
export const intakeForms: readonly IntakeForm[] = [...inVersion2.flatMap(withVersion3), ...inVersion2.map(inVersion1)];
