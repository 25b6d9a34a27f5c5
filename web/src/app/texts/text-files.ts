/** Returns the end of the path of an area’s texts, where a page fetches them separately: `texts/page` of a feature has a file for each such area. */
export const pageTextsOf = (area: string, locale: string) =>
  `/texts/page/${area.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.${locale}.ts`;
