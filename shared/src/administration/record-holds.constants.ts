export const recordHoldStates = ['in-force', 'lifted', 'all'] as const;
export const recordHoldSorts = ['placed', 'lifted', 'record'] as const;
