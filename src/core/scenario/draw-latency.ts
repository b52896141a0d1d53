import type { ScenarioLatency } from '../resources/index.ts'

/** How many standard deviations the 99th percentile lies above the middle. */
const Z99 = 2.3263478740408408

/**
 * Milliseconds that an answer takes: a constant, or lognormal through p50 and p99, so that u = 0.5 gives p50 and u = 0.99
 * gives p99. In whole microseconds, so that the last digits of a machine's logarithm do not count.
 */
export function drawLatency(latency: ScenarioLatency, random: () => number): number {
  if (latency.kind === 'constant') return latency.ms
  const { p50Ms, p99Ms } = latency
  if (p50Ms <= 0 || p99Ms <= p50Ms) return p50Ms
  const sigma = Math.log(p99Ms / p50Ms) / Z99
  return Math.round(p50Ms * Math.exp(sigma * toNormal(random())) * 1000) / 1000
}

const CENTRAL = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716]
const BELOW = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572]
const TAIL = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968]
const TAIL_BELOW = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416]
const EDGE = 0.02425
const LEAST = 1e-9

/** The standard normal value below which a share `u` of all lie, to nine digits (Acklam's rational approximation). */
function toNormal(u: number): number {
  const p = Math.min(Math.max(u, LEAST), 1 - LEAST)
  if (p > 1 - EDGE) return -tail(1 - p)
  if (p < EDGE) return tail(p)
  const q = p - 0.5
  const r = q * q
  return (q * (horner(CENTRAL, r) * r + 2.506628277459239)) / (horner(BELOW, r) * r + 1)
}

function tail(p: number): number {
  const q = Math.sqrt(-2 * Math.log(p))
  return (horner(TAIL, q) * q + 2.938163982698783) / (horner(TAIL_BELOW, q) * q + 1)
}

const horner = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)
