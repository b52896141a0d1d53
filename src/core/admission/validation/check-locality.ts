import type { Reader } from '../../resources/index.ts'
import type { Report } from './report.ts'

const TOPOLOGY: ReadonlySet<string> = new Set([
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'topology.istio.io/subzone',
])
const NEEDS_OUTLIER = 'outlier detection policy must be provided for failover'

/** Istio, agent/validation.go, ValidateLocalityLbSetting ([H47]). */
export function checkLocality(locality: Reader, hasOutlierDetection: boolean, report: Report): void {
  const [distribute, failover] = [locality.list('distribute'), locality.list('failover')]
  const priority = locality.strings('failoverPriority')
  if (distribute.length > 0 && failover.length > 0) {
    report.error(locality, "can not simultaneously specify 'distribute' and 'failover'")
    return
  }
  const topology = priority.find(label => TOPOLOGY.has(label))
  if (failover.length > 0 && topology !== undefined) {
    const message = `can not simultaneously set 'failover' and topology label '${topology}' in 'failover_priority'`
    report.error(locality, message)
    return
  }
  for (const share of distribute) if (!checkShares(share, report)) return
  report.errorIf(locality, findOverlap(distribute.map(share => share.string('from') ?? '')))
  if (failover.length + priority.length > 0 && !hasOutlierDetection) report.warning(locality, NEEDS_OUTLIER)
  checkFailover(failover, 'locality lb', 'only specify region', report)
}

/** Istio, agent/validation.go, ValidateZoneAwareLbSetting ([H47]). */
export function checkZoneAware(zone: Reader, hasOutlierDetection: boolean, report: Report): void {
  const priority = zone.strings('failoverPriority')
  for (const label of priority.filter(name => TOPOLOGY.has(name))) {
    const why = 'region- and zone-level routing are handled automatically'
    report.error(zone, `'failover_priority' for zone aware lb must not use topology label '${label}'; ${why}`)
  }
  const failover = zone.list('failover')
  if (failover.length + priority.length > 0 && !hasOutlierDetection) report.warning(zone, NEEDS_OUTLIER)
  const only = 'only specifies region; zone and subzone failover are handled automatically'
  checkFailover(failover, 'zone aware lb', only, report)
}

function checkShares(share: Reader, report: Report): boolean {
  const weights = share.entries('to').map(([place]) => [place, share.at('to').number(place) ?? 0] as const)
  if (weights.some(([, weight]) => weight <= 0 || weight > 100)) {
    report.error(share, 'locality weight must be in range [1, 100]')
    return false
  }
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  if (total !== 100) {
    report.error(share, `total locality weight ${total} != 100`)
    return false
  }
  report.errorIf(share, findOverlap(weights.map(([place]) => place)))
  return true
}

function checkFailover(failover: readonly Reader[], kind: string, only: string, report: Report): void {
  for (const entry of failover) {
    const ends = [entry.string('from') ?? '', entry.string('to') ?? '']
    if (ends[0] === ends[1]) report.error(entry, `${kind} failover settings must specify different regions`)
    if (ends.some(end => end.includes('/'))) report.error(entry, `${kind} failover ${only}`)
    if (ends.some(end => end.includes('*'))) {
      report.error(entry, `${kind} failover region should not contain '*' wildcard`)
    }
  }
}

/** Places `region/zone/subzone`, none of which may hold another. Istio, validateLocalities. */
function findOverlap(places: readonly string[]): string | undefined {
  const seen = new Set<string>()
  const partly = new Set<string>()
  for (const place of places) {
    const stars = place.split('*').length - 1
    if (stars > 1 || (stars === 1 && !place.endsWith('*'))) {
      return `locality ${place} wildcard '*' number can not exceed 1 and must be in the end`
    }
    const parts = splitPlace(place)
    if (parts.includes('')) return `locality ${place} must not contain empty region/zone/subzone info`
    const prefixes = parts.map((_, i) => parts.slice(0, i + 1).join('/'))
    if (seen.has('*') || prefixes.some(prefix => seen.has(prefix)) || partly.has(place)) {
      return `locality ${place} overlap with previous specified ones`
    }
    seen.add(place)
    for (const prefix of prefixes.slice(0, -1)) partly.add(prefix)
  }
  return undefined
}

function splitPlace(place: string): readonly string[] {
  const [region = '', zone, ...rest] = place.split('/')
  if (zone === undefined) return [region]
  return rest.length === 0 ? [region, zone] : [region, zone, rest.join('/')]
}
