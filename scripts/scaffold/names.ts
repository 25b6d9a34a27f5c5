/** The forms of one name: `visit-outlook`, `visitOutlook`, `VisitOutlook`, `Visit outlook`. */
export interface Name {
  readonly kebab: string;
  readonly camel: string;
  readonly pascal: string;
  readonly title: string;
}

/** @throws Error for anything but kebab-case */
export function nameOf(kebab: string): Name {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kebab)) throw new Error(`"${kebab}" is not a name in kebab-case`);
  const camel = kebab.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return { kebab, camel, pascal: capital(camel), title: capital(kebab.replaceAll('-', ' ')) };
}
