import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../paths.ts';
import { page, table } from './markdown.ts';

/** The closed list is the type of this name, wherever it is declared. */
const listName = 'DomainEventFacts';

interface Event {
  readonly name: string;
  readonly facts: string;
  readonly about: string;
}

export function eventsPage(): string {
  const file = fileOfList();
  const events = eventsOf(file, declaredIn(file, listName) ?? fail(`${file} declares no ${listName}`));
  return page(
    'Domain events',
    `\`${file}\``,
    'Each event names its entity, and visit, department and practitioner where the thing has one. [Domain events](../mechanisms/events.md) describes' +
      ' the mechanism.',
    table(
      ['Event', 'Facts', 'When'],
      events.map(({ name, facts, about }) => [`\`${name}\``, facts, about]),
    ),
  );
}

function fileOfList(): string {
  const files = globSync('{server,shared}/src/**/*events*.ts', { cwd: root }).sort();
  return files.find((file) => declaredIn(file, listName)) ?? fail(`no file declares ${listName}`);
}

/** Returns the events of a type: a literal, each part of an intersection, an alias, or a mapped type over names. */
function eventsOf(file: string, type: ts.TypeNode): Event[] {
  if (ts.isIntersectionTypeNode(type)) return type.types.flatMap((part) => eventsOf(file, part));
  if (ts.isTypeLiteralNode(type)) return membersOf(type);
  if (ts.isMappedTypeNode(type) && type.typeParameter.constraint)
    return namesOf(file, type.typeParameter.constraint).map((name) => ({ name, facts: '–', about: '' }));
  if (ts.isTypeReferenceNode(type)) return follow(file, type.typeName.getText(), eventsOf);
  return fail(`${file}: cannot read ${type.getText()}`);
}

function membersOf(type: ts.TypeLiteralNode): Event[] {
  let about = '';
  return type.members.filter(ts.isPropertySignature).map((member) => {
    // A comment on the first of several events applies to all of them.
    about = commentOf(member) || about;
    return { name: member.name.getText().replaceAll("'", ''), facts: factsText(member.type?.getText() ?? ''), about };
  });
}

/** Returns the texts of a union, or of `(typeof list)[number]` with its list. */
function namesOf(file: string, type: ts.TypeNode): string[] {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((part) => namesOf(file, part));
  if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return [type.literal.text];
  if (ts.isTypeReferenceNode(type)) return follow(file, type.typeName.getText(), namesOf);
  const list = /typeof (\w+)/.exec(type.getText())?.[1];
  const array = list && new RegExp(`const ${list} = \\[([^\\]]*)\\]`).exec(treeOf(file).text)?.[1];
  return array
    ? [...array.matchAll(/'([^']+)'/g)].map(([, name = '']) => name)
    : fail(`${file}: cannot read ${type.getText()}`);
}

/** Continues with the alias of that name, in this file or the one that it is imported from. */
function follow<Result>(file: string, name: string, next: (file: string, type: ts.TypeNode) => Result): Result {
  const own = declaredIn(file, name);
  if (own) return next(file, own);
  const imported = treeOf(file)
    .statements.filter(ts.isImportDeclaration)
    .find(({ importClause }) => new RegExp(`\\b${name}\\b`).test(importClause?.getText() ?? ''));
  if (!imported || !ts.isStringLiteral(imported.moduleSpecifier)) return fail(`${file}: ${name} is not declared`);
  const from = relative(root, join(root, dirname(file), imported.moduleSpecifier.text));
  return next(from, declaredIn(from, name) ?? fail(`${from} declares no ${name}`));
}

function declaredIn(file: string, name: string): ts.TypeNode | undefined {
  return treeOf(file)
    .statements.filter(ts.isTypeAliasDeclaration)
    .find((alias) => alias.name.text === name)?.type;
}

const trees = new Map<string, ts.SourceFile>();
function treeOf(file: string): ts.SourceFile {
  const tree =
    trees.get(file) ?? ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  trees.set(file, tree);
  return tree;
}

function commentOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => (typeof comment === 'string' ? comment : (ts.getTextOfJSDocComment(comment) ?? '')))
    .join(' ');
}

function factsText(type: string): string {
  const plain = type
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return plain === 'NoFacts' || plain === '' ? '–' : `\`${plain}\``;
}

function fail(message: string): never {
  throw new Error(message);
}
