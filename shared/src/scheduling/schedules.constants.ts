export const scheduleSorts = ['name', 'saved'] as const;
export const scheduleStates = ['saved', 'none'] as const;
