import { z } from 'zod';
import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { medicineHit, prescriptionItemInput } from '@yunzhen/shared/prescribing/prescription-items.schemas';
import { localizedText } from '@yunzhen/shared/core/common';
import { AutosaveMachine, type Revision } from '../../../ui/saving/index.ts';
import { storeItems } from '../actions.ts';
import { inputOf, lineOfItem, sameLines, type LineDraft } from '../lines/line-draft.ts';
import { fetchPrescription } from '../queries.ts';

export type Lines = readonly LineDraft[];

export const draftMachine = new AutosaveMachine<Lines>({
  same: sameLines,
  savable: (lines) => lines.every((line) => inputOf(line) !== undefined),
});

export const draftNameOf = (prescriptionId: string) => `prescription.${prescriptionId}`;

export function revisionOf({ version, items, status }: Prescription): Revision<Lines> {
  return { version, content: items.map((item) => lineOfItem(item)), closed: status !== 'draft' };
}

export const itemsOf = (lines: Lines) => lines.flatMap((line) => inputOf(line) ?? []);

/** Returns save and read functions of one draft for autosave; `onSaved` is called with every answer. */
export function draftPorts(prescriptionId: string, onSaved: (prescription: Prescription) => void) {
  const stored = (prescription: Prescription) => {
    onSaved(prescription);
    return revisionOf(prescription);
  };
  return {
    save: async (lines: Lines, version: number) => stored(await storeItems(prescriptionId, itemsOf(lines), version)),
    read: async () => stored(await fetchPrescription(prescriptionId)),
  };
}

const figure = z.number().nullable();

/** Lines as this browser stores them while unsaved, including half-filled ones. */
export const keptLines = z.array(
  z.object({
    id: z.uuid(),
    product: z.object({
      id: z.string(),
      name: localizedText,
      strength: z.string(),
      form: localizedText,
      unit: z.string(),
      packSize: z.string().nullish(),
      content: z.object({ value: z.string(), unit: z.string(), per: z.enum(['unit', 'mL', 'g']) }).nullish(),
      limits: medicineHit.shape.doseLimits.optional(),
    }),
    dose: z.object({ value: z.string(), unit: z.string() }),
    route: prescriptionItemInput.shape.route,
    often: z.object({
      frequency: figure,
      period: figure,
      periodUnit: z.enum(['h', 'd', 'wk']),
      weekdays: z.array(z.number()).optional(),
    }),
    when: prescriptionItemInput.shape.timing.shape.when.unwrap(),
    days: figure,
    steps: z
      .array(z.object({ dose: z.string(), days: figure, timing: prescriptionItemInput.shape.timing.nullable() }))
      .default([]),
    asNeeded: z.object({ reason: z.string(), maxPerDay: figure, minHoursBetween: figure.default(null) }).nullable(),
    quantity: z.object({ value: z.string(), manual: z.boolean() }),
    note: z.string(),
    substitutionAllowed: z.boolean(),
  }),
);
