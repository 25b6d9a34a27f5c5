export const funnelSteps = [
  'booked',
  'checked-in',
  'admitted',
  'completed',
  'signed',
  'approved',
  'dispensed',
] as const;
