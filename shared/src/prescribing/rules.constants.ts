export const rulePacks = ['generic', 'cn-internet-hospital'] as const;

export const guardianRelations = ['mother', 'father', 'grandparent', 'legal-guardian', 'other'] as const;
