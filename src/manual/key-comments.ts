import ts from 'typescript';

/** What the doc comment of a key of a schema says. */
export interface KeyComment {
  /** Its text, in English; empty where there is none. */
  readonly text: string;
  /** Its `@zh`: the same in Chinese. */
  readonly zh: string | undefined;
  /** Its `@example`: the key as an author writes it. */
  readonly example: string | undefined;
}

const oneLine = (text: string | undefined): string | undefined => text?.trim().replaceAll(/\s*\n\s*/gu, ' ');

function commentOf(property: ts.ObjectLiteralElementLike): KeyComment {
  const parts = ts.getJSDocCommentsAndTags(property);
  const [comment] = parts.filter(ts.isJSDoc);
  const tag = (name: string): string | undefined =>
    oneLine(ts.getTextOfJSDocComment(comment?.tags?.find(({ tagName }) => tagName.text === name)?.comment));
  return {
    text: oneLine(ts.getTextOfJSDocComment(comment?.comment)) ?? '',
    zh: tag('zh'),
    example: tag('example'),
  };
}

/** Name of a key: `pageSize`, or `'script-src'` without its quotes. */
const nameOf = ({ name }: ts.ObjectLiteralElementLike): string =>
  name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : '';

/**
 * Doc comments of the keys of a schema and of the schemas in it, by their paths: `locales.id`.
 *
 * @param source text of a module whose top level holds the schema, made by `z.object` or `z.strictObject`.
 */
export function keyComments(source: string, schema: string): Map<string, KeyComment> {
  const file = ts.createSourceFile('schema.ts', source, ts.ScriptTarget.Latest, true);
  const constants = new Map(
    file.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => [...declarationList.declarations])
      .map(({ name, initializer }) => [name.getText(), initializer]),
  );
  /** The keys of the first object of a schema that an expression is made of. */
  function objectIn(node: ts.Node | undefined): ts.ObjectLiteralExpression | undefined {
    if (!node) return undefined;
    if (ts.isIdentifier(node)) return objectIn(constants.get(node.text));
    if (ts.isCallExpression(node) && /\.(?:strictObject|object)$/u.test(node.expression.getText())) {
      const [keys] = node.arguments;
      if (keys && ts.isObjectLiteralExpression(keys)) return keys;
    }
    return ts.forEachChild(node, objectIn);
  }
  const found = new Map<string, KeyComment>();
  function collect(node: ts.Node | undefined, before: string): void {
    for (const property of objectIn(node)?.properties ?? []) {
      const path = before + nameOf(property);
      found.set(path, commentOf(property));
      if (ts.isPropertyAssignment(property)) collect(property.initializer, `${path}.`);
    }
  }
  collect(constants.get(schema), '');
  return found;
}
