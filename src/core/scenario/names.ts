import type { Mesh, MeshWorkload } from '../mesh/index.ts'
import type { Resource, ScenarioResource } from '../resources/index.ts'

export interface Named {
  readonly name: string
  readonly namespace: string
}

/** What `name` or `name.namespace` may mean, the likelier first: names may have dots of their own. */
export function meaningsOf(text: string, { namespace }: Pick<ScenarioResource, 'namespace'>): readonly Named[] {
  const dot = text.lastIndexOf('.')
  const plain = { name: text, namespace }
  return dot <= 0 ? [plain] : [plain, { name: text.slice(0, dot), namespace: text.slice(dot + 1) }]
}

export const isSame = (a: Named, b: Named): boolean => a.name === b.name && a.namespace === b.namespace

/** The workload that a Scenario names; undefined where there is none. */
export function findWorkload(mesh: Mesh, text: string, scenario: ScenarioResource): MeshWorkload | undefined {
  for (const meaning of meaningsOf(text, scenario)) {
    const found = mesh.workloads.find(workload => isSame(workload, meaning))
    if (found) return found
  }
  return undefined
}

/** The workload of `deployment/reviews-v2`, as kubectl names it, or of its name alone. */
export const withoutKind = (text: string): string => text.replace(/^deploy(ment|ments)?(\.apps)?\//i, '')

/** `VirtualService/reviews` or `VirtualService/reviews.default`: the documents that it names; kinds in any case. */
export function findDocuments(
  resources: readonly Resource[],
  reference: string,
  scenario: ScenarioResource,
  fits: (resource: Resource) => boolean = isDocument,
): readonly Resource[] {
  const slash = reference.indexOf('/')
  const kind = reference.slice(0, Math.max(slash, 0)).toLowerCase()
  for (const meaning of meaningsOf(reference.slice(slash + 1), scenario)) {
    const found = resources.filter(
      resource => fits(resource) && kindOf(resource).toLowerCase() === kind && isNamed(resource, meaning),
    )
    if (found.length > 0) return found
  }
  return []
}

/** As `apply` and `delete` would name it. */
export function referenceTo(resource: Resource, { namespace }: ScenarioResource): string {
  const place = resource.namespace === namespace || resource.namespace === '' ? '' : `.${resource.namespace}`
  return `${kindOf(resource)}/${resource.name}${place}`
}

/** Can be applied: it stands in the text, and a cluster knows what to do with it. */
export const isDocument = (resource: Resource): boolean =>
  resource.kind !== 'Scenario' && resource.assumed === undefined && resource.name !== ''

/** The kind as the text writes it. */
function kindOf(resource: Resource): string {
  if (resource.kind === 'KubernetesGateway') return 'Gateway'
  return resource.kind === 'Other' ? resource.spec.otherKind : resource.kind
}

/** What has no namespace is named without one. */
const isNamed = (resource: Resource, { name, namespace }: Named): boolean =>
  resource.name === name && (resource.namespace === namespace || resource.namespace === '')
