import { below } from '../../base/origin.ts'
import type { Fix } from '../../base/diagnostic.ts'
import type { Origin } from '../../base/origin.ts'
import { setScalar } from '../../yaml/index.ts'
import type { ParsedText } from '../../yaml/index.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** Weights that are no percentages. Envoy draws a share of their sum [C5]; Istio accepts any sum. */
export const checkWeightSum: Rule = ({ parsed, mesh }) =>
  mesh.virtualServices.flatMap(resource =>
    resource.spec.http.flatMap((rule, i) => {
      const sum = rule.route.reduce((total, { weight }) => total + (weight ?? 0), 0)
      if (rule.route.length < 2 || sum === 100 || sum === 0) return []
      const shares = rule.route.map(({ destination, weight = 0 }) => {
        const percent = Math.round((1000 * weight) / sum) / 10
        return `${destination.subset ?? destination.host} gets ${weight} of ${sum}, ${percent} %`
      })
      const detail = `That works: ${shares.join('; ')}.`
      const origin = below(resource.origin, 'spec', 'http', i, 'route')
      const weights = rule.route.map(({ weight }) => weight)
      return say(MESSAGES.weightSum, { sum }, { detail, origin, fix: makeHundred(parsed, origin, weights) })
    }),
  )

/** The same shares as whole percentages; what rounding leaves goes to those that lost most of it. */
function makeHundred(parsed: ParsedText, route: Origin, weights: readonly (number | undefined)[]): Fix | undefined {
  if (weights.includes(undefined)) return undefined
  const sum = weights.reduce<number>((total, weight = 0) => total + weight, 0)
  const exact = weights.map((weight = 0) => (100 * weight) / sum)
  const shares = exact.map(Math.floor)
  const byLoss = exact.map((share, i) => ({ i, loss: share - Math.floor(share) })).sort((a, b) => b.loss - a.loss)
  const left = 100 - shares.reduce((total, share) => total + share, 0)
  for (const { i } of byLoss.slice(0, left)) shares[i] = (shares[i] ?? 0) + 1
  const changed = weights.flatMap((weight, i) => (weight === undefined || weight === shares[i] ? [] : [i]))
  const edits = changed.flatMap(i => setScalar(parsed, below(route, i, 'weight'), shares[i] ?? 0) ?? [])
  if (edits.length < changed.length || edits.length === 0) return undefined
  return { title: `Make it ${shares.join(', ')}`, edits }
}
