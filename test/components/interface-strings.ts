import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import ts from 'typescript'

/** Every interface string of `src/` by its id, as `translate()` and `<Translate>` give it in English. */
export function readInterfaceStrings(folder: string): ReadonlyMap<string, string> {
  const strings = new Map<string, string>()
  for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
    if (!/\.tsx?$/.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true)
    visit(file, (id, message) => strings.set(id, message))
  }
  return strings
}

function visit(node: ts.Node, add: (id: string, message: string) => void): void {
  if (ts.isCallExpression(node) && node.expression.getText() === 'translate') {
    const [first] = node.arguments
    if (first && ts.isObjectLiteralExpression(first)) add(property(first, 'id'), property(first, 'message'))
  }
  if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Translate') {
    add(attribute(node.openingElement, 'id'), childText(node))
  }
  ts.forEachChild(node, child => visit(child, add))
}

function property(object: ts.ObjectLiteralExpression, name: string): string {
  const found = object.properties.find(entry => entry.name?.getText() === name)
  return found && ts.isPropertyAssignment(found) ? literal(found.initializer) : ''
}

function attribute(element: ts.JsxOpeningElement, name: string): string {
  const found = element.attributes.properties.find(entry => entry.name?.getText() === name)
  return found && ts.isJsxAttribute(found) && found.initializer ? literal(found.initializer) : ''
}

function childText(element: ts.JsxElement): string {
  return element.children
    .map(child =>
      ts.isJsxExpression(child) && child.expression ? literal(child.expression) : child.getText(),
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function literal(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : ''
}
