/**
 * Returns the folder under `subprojects/` in which Meson looks for an unpacked source before a download: the `directory` key of a wrap file
 * (https://mesonbuild.com/Wrap-dependency-system-manual.html), by default the file's own name.
 */
export function wrapDirectory(fileName: string, content: string): string {
  const section = content.split(/^\[/m).find((part) => /^wrap-(file|git|hg|svn)\]/.test(part));
  if (section === undefined) throw new Error(`${fileName} has no [wrap-…] section`);
  const directory = /^directory\s*=\s*(.+)$/m.exec(section)?.[1]?.trim();
  return directory ?? fileName.replace(/\.wrap$/, '');
}

/**
 * Maps overlays to folders.
 * @param wraps content of the package's wrap files by file name
 * @param overlays names of our overlay folders; each replaces the wrap file of the same name
 * @param unneeded wrap names that our build never uses
 * @throws Error that names every wrap without an overlay that is not known to be unneeded, and every overlay without a wrap
 */
export function overlayTargets(
  wraps: ReadonlyMap<string, string>,
  overlays: readonly string[],
  unneeded: readonly string[],
): Map<string, string> {
  const names = [...wraps.keys()].map((file) => file.replace(/\.wrap$/, ''));
  const unknown = names.filter((name) => !overlays.includes(name) && !unneeded.includes(name));
  const left = overlays.filter((name) => !names.includes(name));
  if (unknown.length > 0 || left.length > 0) {
    const problems = [
      ...unknown.map((name) => `it wants "${name}", which has no overlay`),
      ...left.map((name) => `it no longer wants "${name}"`),
    ];
    throw new Error(
      `This mediasoup version needs other libraries than the overlays in server/src/worker-build/subprojects: ${problems.join('; ')}`,
    );
  }
  return new Map(overlays.map((name) => [name, wrapDirectory(`${name}.wrap`, wraps.get(`${name}.wrap`) ?? '')]));
}
