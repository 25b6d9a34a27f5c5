/** The address of the printed code, as a scanner types it or a person copies it. */
const address = /\/verify\/[a-z0-9-]{1,42}\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})#([\w-]{16,100})$/i;

/** Prescription and secret; undefined for anything that is no code of this kind. Nothing of it is opened or run. */
export function printedCode(typed: string): { prescriptionId: string; secret: string } | undefined {
  const [, prescriptionId, secret] = address.exec(typed.trim()) ?? [];
  return prescriptionId && secret ? { prescriptionId: prescriptionId.toLowerCase(), secret } : undefined;
}
