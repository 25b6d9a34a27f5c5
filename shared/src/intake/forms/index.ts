import type { IntakeForm } from './form.ts';
import { withVersion3 } from './asked-of-everyone.ts';
import { inVersion1 } from './earlier-wording.ts';
import { abdomen } from './abdomen.ts';
import { backJoint } from './back-joint.ts';
import { coughThroat } from './cough-throat.ts';
import { ear } from './ear.ts';
import { eye } from './eye.ts';
import { fever } from './fever.ts';
import { general } from './general.ts';
import { headache } from './headache.ts';
import { illChild } from './ill-child.ts';
import { longTerm } from './long-term.ts';
import { mood } from './mood.ts';
import { repeatMedicine } from './repeat-medicine.ts';
import { skin } from './skin.ts';
import { urinary } from './urinary.ts';
import { womensHealth } from './womens-health.ts';

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
