import type { Path } from '../base/origin.ts'
import type { YamlNode } from '../yaml/index.ts'
import { rolesOf } from './roles.ts'
import type { Role, RoleTree } from './roles.ts'

/** Calls for each value of a resource that has a role, in the order of the text. */
export function walkRoles(node: YamlNode, kind: string, visit: (role: Role, node: YamlNode, path: Path) => void): void {
  const step = (here: YamlNode, tree: RoleTree, path: Path): void => {
    if (tree.role !== undefined) visit(tree.role, here, path)
    if (here.kind === 'list') {
      const next = tree.fields.get('*')
      if (next) here.items.forEach((item, i) => step(item, next, [...path, i]))
    } else if (here.kind === 'map') {
      for (const { key, value } of here.entries) {
        const next = tree.fields.get(key)
        if (next) step(value, next, [...path, key])
      }
    }
  }
  step(node, rolesOf(kind), [])
}
