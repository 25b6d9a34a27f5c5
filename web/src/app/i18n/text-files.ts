/** Where the file of an area of texts is not called as its keys are. */
const fileNames: Record<string, string> = {
  medicines: 'medicine-days',
  networkCheck: 'network-check',
  ownAccount: 'own-account',
  prescriptionCard: 'prescription-card',
  recordCopy: 'record-copy',
  secondFactor: 'second-factor',
};

/** The name of the file that an area’s texts stand in, in each language’s folder. */
export const fileOfArea = (area: string): string => fileNames[area] ?? area;
