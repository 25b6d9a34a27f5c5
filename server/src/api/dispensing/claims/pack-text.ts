import type { DispensedPack } from '@yunzhen/shared/prescribing/dispensing-state.schemas';

/**
 * Returns a pack as one text for the signed receipt, with the marks that packages print in every language: `Acme · LOT 7A · EXP 2027-05`. Leaves out
 * what is empty.
 */
export function packText({ brand, batch, expires }: DispensedPack): string {
  return [brand, batch && `LOT ${batch}`, expires && `EXP ${expires}`].filter(Boolean).join(' · ');
}

/** Returns the pack of a line as it was entered; `note` is brand and manufacturer. */
export function packOf({ note, batch, expires }: { note: string; batch: string; expires: string }): DispensedPack {
  return { brand: note, batch, expires };
}
