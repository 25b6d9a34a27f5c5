/** Of the browser’s database of messages that wait. Apart from what opens it, which most pages do without. */
export const databaseName = 'yunzhen.chat';
