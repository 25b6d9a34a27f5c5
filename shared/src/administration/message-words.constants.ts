export const messageStates = ['house', 'own', 'draft'] as const;

export const messageSorts = ['template', 'changed'] as const;

export const messageVersionSorts = ['published', 'author'] as const;
