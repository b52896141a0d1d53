import { destinationsOf, pathInSpec } from '../destinations.ts'
import type { IstioctlRule } from '../finding.ts'
import { toFullHost } from '../hosts.ts'
import { overlaps } from '../../../mesh/index.ts'

/** Subsets that destinations name; any DestinationRule counts, whoever may see it. Istio, virtualservice.DestinationRuleAnalyzer. */
export const checkDestinationSubsets: IstioctlRule = ({ cluster }) => {
  const known = new Set<string>()
  const ofWildcards: { readonly host: string; readonly subset: string }[] = []
  for (const { spec, namespace } of cluster.items('DestinationRule')) {
    const host = toFullHost(spec.string('host') ?? '', namespace)
    for (const subset of spec.list('subsets').map(each => each.string('name') ?? '')) {
      known.add(`${nameOfHost(host, namespace)} ${subset}`)
      if (host.startsWith('*')) ofWildcards.push({ host, subset })
    }
  }
  return cluster.items('VirtualService').flatMap(about =>
    destinationsOf(about).flatMap(({ host, subset, fields, line, isMirror }) => {
      if (subset === '' || known.has(`${nameOfHost(host, about.namespace)} ${subset}`)) return []
      const full = toFullHost(host, about.namespace)
      const wide = ofWildcards.find(each => each.subset === subset && overlaps(each.host, full))
      return {
        message: isMirror ? ('mirrorSubsetNotFound' as const) : ('subsetNotFound' as const),
        about,
        values: { host, subset },
        line,
        at: [...pathInSpec(fields), 'subset'],
        ...(wide && {
          needless: `The DestinationRule for ${wide.host} defines it; istioctl does not look at wildcards.`,
        }),
      }
    }),
  )
}

/** `namespace/name` of a Service's full name; any other text is a name of the namespace. Istio, GetResourceNameFromHost. */
function nameOfHost(host: string, namespace: string): string {
  const match = /^(.+)\.(.+)\.svc\.cluster\.local$/.exec(host)
  return match ? `${match[2] ?? ''}/${match[1] ?? ''}` : `${namespace}/${host}`
}
