import { isSalt } from './filler-words.ts';

/** Names by their folded spelling, with the salts that may follow each without being a medicine of their own. */
export interface Names {
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** Tokens of the longest name. */
  readonly longest: number;
  /** Salts that a substance is sold as: 钙 behind 阿托伐他汀 is no calcium. */
  saltsOf(ids: readonly string[]): ReadonlySet<string>;
}

export interface Walk {
  readonly ids: ReadonlySet<string>;
  readonly names: readonly string[];
  /** Runs of tokens in which no name stands. */
  readonly rest: readonly (readonly string[])[];
}

const FORMS = /^(?:片|胶囊|颗粒|分散片|肠溶片|缓释片|咀嚼片|软胶囊|注射液|干混悬剂)?$/u;

/** Walks the tokens, always taking the longest run that is a name; a salt behind a name belongs to it. */
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

/** 钙 and 钙片 name nothing more than the salt and the form; 钙尔奇 and "potassium chloride" do. */
function isSaltAlone(name: string, salt: string, join: '' | ' '): boolean {
  return name === salt || (join === '' && FORMS.test(name.slice(salt.length)));
}
