export const departmentSorts = ['position', 'name', 'doctors'] as const;
