import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const longest = 72;
const form = /^(build|chore|ci|docs|feat|fix|perf|refactor|revert|style|test)(\([a-z0-9-]+\))?!?: \S/;
/** Subjects that git writes itself, or that a later rebase removes. */
const written = /^(Merge |Revert "|fixup! |squash! |amend! )/;

/**
 * Returns what is wrong with the subject of a commit message, or null.
 * @param {string} message
 */
export function faultOf(message) {
  const subject = message.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  if (written.test(subject)) return null;
  const { length } = [...subject];
  if (length > longest) return `The subject has ${length} characters; at most ${longest} are allowed.`;
  if (!form.test(subject))
    return 'The subject needs the form "type(scope): what it does", such as "fix(media): keep the room".';
  return null;
}

// As the hook of git, with the file of the message.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const fault = faultOf(readFileSync(process.argv[2] ?? '', 'utf8'));
  if (fault !== null) {
    process.stderr.write(`${fault} CONTRIBUTING.md describes commits.\n`);
    process.exitCode = 1;
  }
}
