/** Name of the browser’s database of pending messages. Separate from the code that opens it, which most pages do without. */
export const databaseName = 'yunzhen.chat';
