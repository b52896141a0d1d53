import type { Cluster } from '../envoy/index.ts'

const GREATEST_RING = 8_388_608
const LONGEST_SNI = 255

/**
 * Envoy's reason to refuse a cluster that istiod sends all the same; its others are taken. Envoy, ring_hash.proto,
 * tls.proto: limits that istiod's validation does not know.
 */
export function refusedCluster({ lbPolicy, ringSize = 0 }: RingOf, tls: Cluster['tls']): string | undefined {
  if (lbPolicy === 'RING_HASH' && ringSize > GREATEST_RING) {
    return `RingHashLbConfigValidationError.MinimumRingSize: value must be less than or equal to ${String(GREATEST_RING)}`
  }
  const sni = tls?.kind === 'simple' || tls?.kind === 'mutual' ? (tls.sni ?? '') : ''
  if (sni.length > LONGEST_SNI) {
    return `UpstreamTlsContextValidationError.Sni: value length must be at most ${String(LONGEST_SNI)} bytes`
  }
  return undefined
}

type RingOf = Pick<Cluster, 'lbPolicy' | 'ringSize'>
