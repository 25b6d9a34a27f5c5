export const pharmacySorts = ['added', 'name', 'state'] as const;
export const pharmacyStates = ['in-force', 'withdrawn'] as const;
