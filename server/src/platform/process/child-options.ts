/**
 * Returns the options of Node for a child process: those of this one without `--env-file`, with which the child would read again the settings that its
 * environment leaves out, such as the owner’s credential.
 */
export function childOptions(own: readonly string[] = process.execArgv): string[] {
  return own.filter((option, index) => !settingsFile.test(option) && !isFileOf(own[index - 1], option));
}

const settingsFile = /^--env-file(-if-exists)?(=|$)/;

/** `--env-file FILE` instead of `--env-file=FILE`. */
const isFileOf = (before: string | undefined, option: string) =>
  before !== undefined && !before.includes('=') && settingsFile.test(before) && !option.startsWith('-');
