import { below } from '../../base/origin.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** Destinations beside others that give no weight: Istio reads that as 0 and leaves them out [C2]. */
export const checkLegWithoutWeight: Rule = ({ mesh }) =>
  mesh.virtualServices.flatMap(resource =>
    resource.spec.http.flatMap(({ route }, i) => {
      if (route.length < 2) return []
      return route.flatMap(({ destination, weight }, j) => {
        if (weight !== undefined) return []
        const to = destination.subset ?? destination.host
        const detail = `The other legs take every request of rule ${i + 1}; ${to} gets none of them.`
        const origin = below(resource.origin, 'spec', 'http', i, 'route', j)
        return say(MESSAGES.legWithoutWeight, { leg: j + 1 }, { detail, origin })
      })
    }),
  )
