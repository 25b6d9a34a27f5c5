import { isSalt } from './filler-words.ts';

/** Names by normalised spelling, with the salts that may follow each as part of the name. */
export interface Names {
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** Number of tokens in the longest name. */
  readonly longest: number;
  /** Returns the salts that a substance is sold as: 钙 after 阿托伐他汀 does not mean calcium. */
  saltsOf(ids: readonly string[]): ReadonlySet<string>;
}

export interface Walk {
  readonly ids: ReadonlySet<string>;
  readonly names: readonly string[];
  /** Runs of tokens without a name. */
  readonly rest: readonly (readonly string[])[];
}

const FORMS = /^(?:片|胶囊|颗粒|分散片|肠溶片|缓释片|咀嚼片|软胶囊|注射液|干混悬剂)?$/u;

/** Walks the tokens and always takes the longest run that is a name; a salt after a name belongs to it. */
export function walk(tokens: readonly string[], names: Names, join: '' | ' '): Walk {
  const ids = new Set<string>();
  const found: string[] = [];
  const rest: string[][] = [];
  let salts: ReadonlySet<string> = new Set();
  let run: string[] = [];
  const close = (): void => {
    if (run.length > 0) rest.push(run);
    run = [];
  };
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at] ?? '';
    const name = longestAt(tokens, at, names, join);
    const asSalt = salts.has(token) && (name === undefined || isSaltAlone(name, token, join));
    if (asSalt || (found.length > 0 && run.length === 0 && name === undefined && isSalt(token))) {
      at += 1;
      salts = new Set();
      continue;
    }
    if (name === undefined) {
      run.push(token);
      at += 1;
      salts = new Set();
      continue;
    }
    close();
    const meant = names.byName.get(name) ?? [];
    meant.forEach((id) => ids.add(id));
    found.push(name);
    salts = names.saltsOf(meant);
    at += join === '' ? [...name].length : name.split(' ').length;
  }
  close();
  return { ids, names: found, rest };
}

function longestAt(
  tokens: readonly string[],
  at: number,
  { byName, longest }: Names,
  join: string,
): string | undefined {
  for (let size = Math.min(longest, tokens.length - at); size > 0; size--) {
    const name = tokens.slice(at, at + size).join(join);
    if (byName.has(name)) return name;
  }
  return undefined;
}

/** Returns true when a name is only the salt and its form: 钙 and 钙片, but not 钙尔奇 or "potassium chloride". */
function isSaltAlone(name: string, salt: string, join: '' | ' '): boolean {
  return name === salt || (join === '' && FORMS.test(name.slice(salt.length)));
}
