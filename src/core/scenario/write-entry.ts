import type { NewValue } from '../yaml/index.ts'
import type { Named } from './names.ts'
import type { Behaviour } from './phases.ts'

/**
 * An entry of a Scenario's `workloads`, from a moment on: `{ name: reviews-v1, errors: 50%, from: 4s }`. `home`: the
 * Scenario's namespace.
 */
export function entryOf(
  { name, namespace }: Named,
  { errorPercent, status, fails, latency, ready }: Behaviour,
  fromMs: number,
  home: string,
): NewValue {
  return {
    name: namespace === home ? name : `${name}.${namespace}`,
    ...(errorPercent !== undefined && { errors: `${errorPercent}%` }),
    ...(status !== undefined && { status }),
    ...(fails !== undefined && { fails }),
    ...(latency?.kind === 'constant' && { latency: duration(latency.ms) }),
    ...(latency?.kind === 'spread' && { latency: { p50: duration(latency.p50Ms), p99: duration(latency.p99Ms) } }),
    ...(ready !== undefined && { ready }),
    from: duration(fromMs),
  }
}

/** `4.3s`, or `20ms` below a second. */
export const duration = (ms: number): string => (ms > 0 && ms < 1000 ? `${ms}ms` : `${ms / 1000}s`)
