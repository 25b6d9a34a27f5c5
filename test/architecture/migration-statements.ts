import ts from 'typescript';

/** A migration as its source says it. */
export interface MigrationSource {
  readonly file: string;
  /** The SQL of its way up, with a name in place of each interpolation. */
  readonly sql: readonly string[];
  /** Each statement is a transaction of its own. */
  readonly isOutside: boolean;
  /** The release of a contract half. */
  readonly contract: string | null;
  /** Modules from which it takes more than types. */
  readonly imports: readonly string[];
}

/** SQL begins with a keyword in capitals, as everywhere in the source. */
const beginsLikeSql = /^(\s|--[^\n]*\n)*[A-Z]{2,}\b[\s(]/;

/** Reads the source of a migration; what `down` does is left out. */
export function readMigration(file: string, code: string): MigrationSource {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const sql: string[] = [];
  const imports: string[] = [];
  let isOutside = false;
  let contract: string | null = null;
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      if (!node.importClause?.isTypeOnly) imports.push((node.moduleSpecifier as ts.StringLiteral).text);
      return;
    }
    if (ts.isMethodDeclaration(node) && node.name.getText() === 'down') return;
    if (ts.isPropertyDeclaration(node)) {
      const value = node.initializer?.getText();
      if (node.name.getText() === 'transaction') isOutside = value === 'false';
      if (node.name.getText() === 'contract') contract = value?.replaceAll(/['"`]/g, '') ?? '';
    }
    const text = textOf(node);
    if (text !== null) {
      if (beginsLikeSql.test(text)) sql.push(text);
      if (!ts.isTemplateExpression(node)) return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { file, sql, isOutside, contract, imports };
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }, index) => `gap_${index}${literal.text}`).join('');
}
