import { below } from '../../base/origin.ts'
import type { Fix } from '../../base/diagnostic.ts'
import type { Origin } from '../../base/origin.ts'
import { putValue } from '../../yaml/index.ts'
import type { ParsedText } from '../../yaml/index.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** Destinations beside others that give no weight: Istio reads that as 0 and leaves them out [C2]. */
export const checkLegWithoutWeight: Rule = ({ parsed, mesh }) =>
  mesh.virtualServices.flatMap(resource =>
    resource.spec.http.flatMap(({ route }, i) => {
      if (route.length < 2) return []
      return route.flatMap(({ destination, weight }, j) => {
        if (weight !== undefined) return []
        const to = destination.subset ?? destination.host
        const detail = `The other legs take every request of rule ${i + 1}; ${to} gets none of them.`
        const origin = below(resource.origin, 'spec', 'http', i, 'route', j)
        const place = below(resource.origin, 'spec', 'http', i, 'route')
        const fix = shareTheRest(
          parsed,
          place,
          route.map(leg => leg.weight),
        )
        return say(MESSAGES.legWithoutWeight, { leg: j + 1 }, { detail, origin, fix })
      })
    }),
  )

/** What the others leave of 100, in equal parts; nothing where they leave none. */
function shareTheRest(parsed: ParsedText, route: Origin, weights: readonly (number | undefined)[]): Fix | undefined {
  const without = weights.flatMap((weight, i) => (weight === undefined ? [i] : []))
  const rest = 100 - weights.reduce<number>((total, weight = 0) => total + weight, 0)
  if (rest < without.length) return undefined
  const share = Math.floor(rest / without.length)
  const shares = without.map((_, n) => (n < rest - share * without.length ? share + 1 : share))
  const edits = without.flatMap((i, n) => putValue(parsed, below(route, i, 'weight'), shares[n] ?? share) ?? [])
  return edits.length < without.length ? undefined : { title: `Give it ${shares.join(' and ')} %`, edits }
}
