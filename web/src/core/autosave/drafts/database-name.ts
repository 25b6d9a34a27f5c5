/** Name of the browser’s draft database; shared with code that only checks whether it exists. */
export const databaseName = 'yunzhen.drafts';
