import { below } from '../../base/origin.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** Weights that are no percentages. Envoy draws a share of their sum [C5]; Istio accepts any sum. */
export const checkWeightSum: Rule = ({ mesh }) =>
  mesh.virtualServices.flatMap(resource =>
    resource.spec.http.flatMap((rule, i) => {
      const sum = rule.route.reduce((total, { weight }) => total + (weight ?? 0), 0)
      if (rule.route.length < 2 || sum === 100 || sum === 0) return []
      const shares = rule.route.map(({ destination, weight = 0 }) => {
        const percent = Math.round((1000 * weight) / sum) / 10
        return `${destination.subset ?? destination.host} gets ${weight} of ${sum}, ${percent} %`
      })
      const detail = `That works: ${shares.join('; ')}.`
      return say(MESSAGES.weightSum, { sum }, { detail, origin: below(resource.origin, 'spec', 'http', i, 'route') })
    }),
  )
