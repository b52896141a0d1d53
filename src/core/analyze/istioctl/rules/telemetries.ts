import type { IstioctlRule } from '../finding.ts'
import { conflictsOf, groupByNamespace, selectPods, withoutSelector } from './sidecars.ts'

/** Telemetries without pods, or for the same ones. Istio, telemetry.SelectorAnalyzer and DefaultSelectorAnalyzer. */
export const checkTelemetrySelectors: IstioctlRule = ({ cluster }) => {
  const all = cluster.items('Telemetry')
  const path = ['spec', 'selector', 'matchLabels']
  const { byPod, missing } = selectPods(cluster, all, ({ spec }) => spec.at('selector').labels('matchLabels'), path)
  const unbound = groupByNamespace(all.filter(({ spec }) => !spec.at('selector').isPresent))
  return [
    ...missing,
    ...conflictsOf([...byPod], 'telemetriesForOnePod'),
    ...[...unbound].flatMap(([namespace, items]) => withoutSelector(namespace, items, 'telemetriesWithoutSelector')),
  ]
}

/** Access logging that goes nowhere. Istio, telemetry.ProviderAnalyzer. */
export const checkTelemetryProviders: IstioctlRule = ({ cluster }) => {
  if (cluster.mesh.at('defaultProviders').strings('accessLogging').length > 0) return []
  return cluster.items('Telemetry').flatMap(about =>
    about.spec.list('accessLogging').flatMap((logging, i) => {
      if (logging.boolean('disabled') === true || logging.list('providers').length > 0) return []
      const { name, namespace } = about
      return {
        message: 'telemetryWithoutProvider' as const,
        about,
        values: { name, namespace },
        at: ['spec', 'accessLogging', i],
      }
    }),
  )
}

/** Istio, telemetry.LightstepAnalyzer. */
export const checkLightstep: IstioctlRule = ({ cluster }) => {
  const old = new Set(
    cluster.mesh
      .list('extensionProviders')
      .filter(provider => provider.at('lightstep').isPresent)
      .map(provider => provider.string('name')),
  )
  return cluster.items('Telemetry').flatMap(about =>
    about.spec.list('tracing').flatMap(tracing =>
      tracing.list('providers').flatMap(provider => {
        const name = provider.string('name')
        if (name === undefined || !old.has(name)) return []
        const values = {
          field: `Provider ${name}`,
          instead: `Lightstep takes OpenTelemetry now: use that for ${name}.`,
        }
        return { message: 'deprecatedField' as const, about, values, at: ['spec', ...provider.path] }
      }),
    ),
  )
}
