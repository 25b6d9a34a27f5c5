/** Address of the printed code, as a scanner types it or a user pastes it. */
const address = /\/verify\/[a-z0-9-]{1,42}\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})#([\w-]{16,100})$/i;

/** Returns prescription id and secret; undefined for anything that is not such a code. The text is never opened or executed. */
export function printedCode(typed: string): { prescriptionId: string; secret: string } | undefined {
  const [, prescriptionId, secret] = address.exec(typed.trim()) ?? [];
  return prescriptionId && secret ? { prescriptionId: prescriptionId.toLowerCase(), secret } : undefined;
}
