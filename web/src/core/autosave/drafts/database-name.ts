/** The browser’s database of drafts; also known to who only asks whether there is one. */
export const databaseName = 'yunzhen.drafts';
