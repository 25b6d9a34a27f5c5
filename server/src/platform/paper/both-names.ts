/** Returns a name with its Latin spelling beside it, for readers of either: 李伟 (Li Wei). */
export function bothNames(name: string, nameLatin: string): string {
  const same = nameLatin === '' || nameLatin.toLowerCase() === name.toLowerCase();
  return same ? name : `${name} (${nameLatin})`;
}
