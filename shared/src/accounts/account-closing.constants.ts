export const accountClosingSorts = ['asked', 'due', 'ended', 'name'] as const;
