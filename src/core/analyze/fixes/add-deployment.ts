import type { Fix } from '../../base/diagnostic.ts'
import { hasLabels } from '../../mesh/index.ts'
import type { MeshService } from '../../mesh/index.ts'
import type { Labels } from '../../resources/index.ts'
import { appendDocument, writeText } from '../../yaml/index.ts'
import { labelsOfPods } from '../facts.ts'
import type { Facts } from '../facts.ts'

/** Pods for a Service that has none: a Deployment for each subset that DestinationRules list, else one. */
export function addDeployments(facts: Facts, service: MeshService): Fix | undefined {
  const { selector = {}, hostname, namespace } = service
  if (Object.keys(selector).length === 0) return undefined
  const subsets = (facts.destinationRules.get(hostname) ?? []).flatMap(({ spec }) => spec.subsets)
  const wanted = new Map<string, Labels>()
  for (const { name, labels } of subsets) {
    const all = { ...selector, ...labelsOfPods(labels, facts.resources) }
    const isKnown = [...wanted.values()].some(other => hasLabels(other, all) && hasLabels(all, other))
    if (hasLabels(all, selector) && !isKnown) wanted.set(`${service.name}-${name}`, all)
  }
  if (wanted.size === 0) wanted.set(service.name, selector)
  const isTaken = facts.mesh.workloads.some(each => each.namespace === namespace && wanted.has(each.name))
  if (isTaken) return undefined
  const documents = [...wanted].map(([name, labels]) => deployment(name, namespace, service.name, labels))
  const title =
    documents.length === 1 ? 'Add a Deployment for it' : `Add ${String(documents.length)} Deployments for it`
  return { title, edits: [appendDocument(facts.parsed.text, documents.join('---\n'))] }
}

function deployment(name: string, namespace: string, image: string, labels: Labels): string {
  const pairs = (indent: number) =>
    Object.entries(labels).map(([key, value]) => `${' '.repeat(indent)}${writeText(key)}: ${writeText(value)}`)
  const lines = [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    `  name: ${writeText(name)}`,
    ...(namespace === 'default' ? [] : [`  namespace: ${namespace}`]),
    'spec:',
    '  selector:',
    '    matchLabels:',
    ...pairs(6),
    '  template:',
    '    metadata:',
    '      labels:',
    ...pairs(8),
    '    spec:',
    '      containers:',
    '      - name: app',
    `        image: ${writeText(image)}`,
  ]
  return `${lines.join('\n')}\n`
}
