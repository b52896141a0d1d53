import { findServicesHiddenFrom } from '../compile/index.ts'
import { hasLabels } from '../mesh/index.ts'
import type { MeshService, MeshWorkload } from '../mesh/index.ts'
import { lineOf } from '../yaml/index.ts'
import type { Explained } from './answers.ts'
import { count, keyOfService, pairs, some } from './asking.ts'
import { labelsAt, selectedBy, subsetLabels } from './labels-at.ts'
import type { Knowledge } from './knowledge.ts'
import { inText, namesOf, occurrenceAt } from './occurrences.ts'
import type { Occurrence } from './occurrences.ts'
import { definitionsOf } from './same-name.ts'
import { standsFor } from './define.ts'
import { aboutService, kindOfService } from './suggest-hosts.ts'

/** What the name at an offset stands for in this text: what is behind it, and where it is defined. */
export function explain(known: Knowledge, offset: number): Explained | undefined {
  const occurrence = occurrenceAt(known, offset)
  if (!occurrence) {
    const labels = labelsAt(known, offset)
    return labels && { range: labels.range, text: `Selects ${podsWords(selectedBy(known, labels))}.` }
  }
  const text = words(known, occurrence)
  const { documentId, range, value } = occurrence
  return text === undefined ? undefined : { range: inText(known.parsed, documentId, range ?? value), text }
}

function words(known: Knowledge, occurrence: Occurrence): string | undefined {
  const names = namesOf(known)
  const meaning = names.meaningOf(occurrence)
  const [definition] = definitionsOf(names, meaning)
  const where = definition && definition !== occurrence ? `, line ${lineAt(known, definition)}` : ''
  const [first = '', second = '', third = '', fourth = ''] = meaning.split(' ')
  if (first === 'host') return aboutHost(known, occurrence, second, where)
  if (first === 'subset' && third === 'of') return aboutSubset(known, second, fourth, definition)
  if (definition?.resource.kind === 'Gateway') {
    const { namespace, name, spec } = definition.resource
    const hosts = spec.servers.map(({ port, hosts: own }) => `- ${port.number} ${port.protocol}: ${own.join(', ')}`)
    const pods = podsWords(standsFor(known, definition))
    return [`**Gateway** \`${namespace}/${name}\`${where}`, hosts.join('\n'), `Served by ${pods}.`].join('\n\n')
  }
  const workload = definition && workloadOf(known, definition)
  if (!definition || !workload) return undefined
  return `**${workload.kind}** \`${workload.namespace}/${workload.name}\`${where}\n\n${count(workload.pods.length, 'pod')}, ${workload.pods.filter(({ ready }) => ready).length} ready. Labels: ${pairs(workload.labels)}.`
}

function aboutHost(known: Knowledge, occurrence: Occurrence, host: string, where: string): string | undefined {
  const { mesh } = known
  const service = [...mesh.services.values()].find(({ hostname }) => hostname === host)
  if (!service || service.assumed) {
    return host.endsWith(`.svc.${mesh.settings.clusterDomain}`) ? `No Service of this text is \`${host}\`.` : undefined
  }
  const hidden = findServicesHiddenFrom(mesh, occurrence.resource.namespace).find(
    ({ resource }) => resource.key === keyOfService(service),
  )
  const ready = service.pods.filter(pod => pod.ready).length
  return [
    `**${kindOfService(service)}** \`${service.namespace}/${service.name}\`${where}`,
    aboutService(service) + (service.pods.length > 0 ? `, ${ready} ready` : ''),
    `\`${service.hostname}\``,
    ...(hidden ? [`Callers in ${occurrence.resource.namespace} do not see it: ${hidden.because}.`] : []),
  ].join('\n\n')
}

function aboutSubset(known: Knowledge, name: string, host: string, definition: Occurrence | undefined): string {
  if (!definition) return `No DestinationRule of this text defines subset \`${name}\` of \`${host}\`.`
  const { resource, path } = definition
  const labels = subsetLabels(known, resource, Number(path[2]))
  const service: MeshService | undefined = [...known.mesh.services.values()].find(({ hostname }) => hostname === host)
  const pods = service?.pods.filter(pod => hasLabels(pod.labels, labels)) ?? []
  const list =
    pods.length > 0
      ? `: ${some(
          pods.map(pod => pod.name),
          4,
        )}`
      : ''
  return [
    `**Subset** \`${name}\` of DestinationRule \`${resource.namespace}/${resource.name}\`, line ${lineAt(known, definition)}`,
    `${pairs(labels) || 'no labels'} · ${count(pods.length, 'pod')}${list}`,
  ].join('\n\n')
}

function podsWords(workloads: readonly MeshWorkload[]): string {
  if (workloads.length === 0) return 'no pod of this text'
  const pods = workloads.reduce((sum, one) => sum + one.pods.length, 0)
  return `${count(pods, 'pod')} of ${some(workloads.map(({ name }) => name))}`
}

function workloadOf({ mesh }: Knowledge, { resource }: Occurrence): MeshWorkload | undefined {
  return mesh.workloads.find(
    one => one.kind === resource.kind && one.name === resource.name && one.namespace === resource.namespace,
  )
}

function lineAt({ parsed }: Knowledge, { documentId, range, value }: Occurrence): number {
  return lineOf(parsed.text, inText(parsed, documentId, range ?? value).start)
}
