import type { Reader } from '../../resources/index.ts'
import { checkDuration } from './check-duration.ts'
import { checkLocality, checkZoneAware } from './check-locality.ts'
import type { Report } from './report.ts'

const RING_SIZE = "consistent hash MinimumRingSize is deprecated, use ConsistentHashLB's RingHash configuration instead"

/** Istio, validateLoadBalancer ([H46]). */
export function checkLoadBalancer(balancer: Reader, hasOutlierDetection: boolean, report: Report): void {
  if (!balancer.isPresent) return
  const hash = balancer.at('consistentHash')
  if (hash.isPresent) checkConsistentHash(hash, report)
  const [locality, zone] = [balancer.at('localityLbSetting'), balancer.at('zoneAwareLbSetting')]
  if (locality.isPresent && zone.isPresent) {
    report.error(balancer, 'only one of localityLbSetting and zoneAwareLbSetting can be set')
  }
  if (locality.isPresent) checkLocality(locality, hasOutlierDetection, report)
  if (zone.isPresent) checkZoneAware(zone, hasOutlierDetection, report)
  if (balancer.at('warmup').isPresent) checkWarmup(balancer.at('warmup'), report)
}

function checkConsistentHash(hash: Reader, report: Report): void {
  const cookie = hash.at('httpCookie')
  if (cookie.isPresent) checkCookie(cookie, report)
  if ((hash.number('minimumRingSize') ?? 0) !== 0) {
    report.warning(hash.at('minimumRingSize'), RING_SIZE)
    if (hash.at('ringHash').isPresent || hash.at('maglev').isPresent) {
      report.error(hash, 'only one of MinimumRingSize or Maglev/Ringhash can be specified')
    }
  }
  const maglev = hash.at('maglev')
  if (!maglev.isPresent) return
  const size = maglev.number('tableSize') ?? 0
  if (size === 0) report.error(maglev, 'tableSize must be set for maglev')
  if (size >= 5_000_011) report.error(maglev, 'tableSize must be less than 5000011 for maglev')
  if (!isPrime(size)) report.error(maglev, 'tableSize must be a prime number for maglev')
}

function checkCookie(cookie: Reader, report: Report): void {
  if (!cookie.string('name')) report.error(cookie, 'name required for HttpCookie')
  const names = new Set<string>()
  for (const attribute of cookie.list('attributes')) {
    const name = attribute.string('name') ?? ''
    if (name === '') report.error(attribute, 'cookie attribute name cannot be empty')
    else if (names.has(name)) report.error(attribute, `duplicate cookie attribute name: ${name}`)
    names.add(name)
  }
}

function checkWarmup(warmup: Reader, report: Report): void {
  if (warmup.at('duration').isPresent) checkDuration(warmup, 'duration', report)
  else report.error(warmup, 'duration is required')
  if ((warmup.number('minimumPercent') ?? 0) > 100) {
    report.error(warmup.at('minimumPercent'), 'minimumPercent value should be less than or equal to 100')
  }
  if ((warmup.number('aggression') ?? 1) <= 0) {
    report.error(warmup.at('aggression'), 'aggression should be greater than 0')
  }
}

/** Envoy's test of a prime, which takes 1 for one. */
function isPrime(x: number): boolean {
  if (x !== 0 && x < 4) return true
  if (x % 2 === 0) return false
  for (let factor = 3; factor * factor <= x && factor < 100_000; factor += 2) if (x % factor === 0) return false
  return true
}
