import ts from 'typescript'

/** The part of JSON Schema that TypeScript's types can say. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly properties?: Record<string, JsonSchema>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly if?: JsonSchema
  readonly then?: JsonSchema
  readonly $ref?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly not?: JsonSchema
  readonly pattern?: string
}

/** The JSON Schema of `interface I<kind>` in a typings file; undefined when the file has no such interface. */
export function schemaOfInterface(source: string, name: string): JsonSchema | undefined {
  const file = ts.createSourceFile(`${name}.d.ts`, source, ts.ScriptTarget.Latest, true)
  const found = file.statements.find(statement => ts.isInterfaceDeclaration(statement) && statement.name.text === name)
  return found && ts.isInterfaceDeclaration(found) ? schemaOfMembers([found.members], found.members) : undefined
}

function schemaOf(type: ts.TypeNode): JsonSchema {
  switch (type.kind) {
    case ts.SyntaxKind.StringKeyword:
      return { type: 'string' }
    case ts.SyntaxKind.NumberKeyword:
      return { type: 'number' }
    case ts.SyntaxKind.BooleanKeyword:
      return { type: 'boolean' }
    default:
  }
  if (ts.isParenthesizedTypeNode(type)) return schemaOf(type.type)
  if (ts.isArrayTypeNode(type)) return { type: 'array', items: schemaOf(type.elementType) }
  if (ts.isTypeLiteralNode(type)) return schemaOfMembers([type.members], type.members)
  if (ts.isIntersectionTypeNode(type)) return schemaOfIntersection(type)
  if (ts.isUnionTypeNode(type)) return schemaOfUnion(type)
  if (ts.isLiteralTypeNode(type)) {
    return ts.isStringLiteral(type.literal) ? { const: type.literal.text } : {}
  }
  const element = ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Array' && type.typeArguments?.[0]
  return element ? { type: 'array', items: schemaOf(element) } : {} // any, unknown, or a type of another package
}

function schemaOfUnion(type: ts.UnionTypeNode): JsonSchema {
  const members = type.types.map(schemaOf)
  if (members.every(member => 'const' in member)) return { type: 'string', enum: members.map(member => member.const) }
  const plain = members.every(member => typeof member.type === 'string' && Object.keys(member).length === 1)
  if (plain) return { type: members.map(member => member.type as string) }
  return { anyOf: members }
}

/**
 * "Exactly one of these fields" is written in the typings as an intersection with every permitted combination. Only the
 * fields survive here: which combination is allowed is a question for the engine, whose answer names the reason.
 */
function schemaOfIntersection(type: ts.IntersectionTypeNode): JsonSchema {
  const direct = type.types.filter(ts.isTypeLiteralNode).map(literal => literal.members)
  const all = literalsIn(type).map(literal => literal.members)
  return all.length === 0 ? {} : schemaOfMembers(all, ...direct)
}

function literalsIn(type: ts.TypeNode): ts.TypeLiteralNode[] {
  if (ts.isTypeLiteralNode(type)) return [type]
  if (ts.isParenthesizedTypeNode(type)) return literalsIn(type.type)
  if (ts.isIntersectionTypeNode(type) || ts.isUnionTypeNode(type)) return type.types.flatMap(literalsIn)
  return [] // `Exclude<…>` only says which combinations are left out
}

type Members = ts.NodeArray<ts.TypeElement>

function schemaOfMembers(all: readonly Members[], ...requiring: readonly Members[]): JsonSchema {
  const properties: Record<string, JsonSchema> = {}
  let additionalProperties: boolean | JsonSchema | undefined
  for (const member of all.flatMap(members => [...members])) {
    if (ts.isIndexSignatureDeclaration(member)) additionalProperties = schemaOf(member.type)
    if (!ts.isPropertySignature(member) || !member.type) continue
    const name = nameOf(member)
    properties[name] ??= { ...descriptionOf(member), ...schemaOf(member.type) }
  }
  const required = requiring.flatMap(members =>
    members.filter(member => ts.isPropertySignature(member) && !member.questionToken).map(nameOf),
  )
  const hasProperties = Object.keys(properties).length > 0
  additionalProperties ??= hasProperties ? false : undefined
  return {
    type: 'object',
    ...(hasProperties && { properties }),
    ...(required.length > 0 && { required }),
    ...(additionalProperties !== undefined && { additionalProperties }),
  }
}

function nameOf(member: ts.TypeElement): string {
  const { name } = member
  return name && (ts.isStringLiteral(name) || ts.isIdentifier(name)) ? name.text : ''
}

function descriptionOf(member: ts.PropertySignature): { description?: string } {
  const texts = ts.getJSDocCommentsAndTags(member).map(doc => ts.getTextOfJSDocComment(doc.comment) ?? '')
  const description = texts.filter(Boolean).join('\n')
  return description ? { description } : {}
}
