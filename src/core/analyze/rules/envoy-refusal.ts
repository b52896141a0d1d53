import { below } from '../../base/origin.ts'
import { findRefusedField } from '../../compile/index.ts'
import { isForMesh, nameOfRule } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** Routes that istiod accepts and sends, and Envoy does not take (NACK) [C11][C18][C63]. Rules never sent do no harm. */
export const checkEnvoyRefusal: Rule = ({ mesh }) =>
  mesh.virtualServices.flatMap(resource => {
    if (!isForMesh(resource)) return []
    const takesAll = resource.spec.http.findIndex(({ match, delegate }) => match.length === 0 && !delegate)
    const sent = takesAll < 0 ? resource.spec.http : resource.spec.http.slice(0, takesAll + 1)
    return sent.flatMap((rule, i) => {
      const refused = findRefusedField(rule)
      if (!refused) return []
      const what = refused.path[0] === 'redirect' ? 'redirect' : refused.path[0] === 'fault' ? 'abort' : 'answer'
      const detail = `${nameOfRule(resource, i)} names it, and istiod accepts that. Envoy then refuses all routes of the port (“${refused.reason}”): a running proxy keeps those it had, a new one has none.`
      const origin = below(resource.origin, 'spec', 'http', i, ...refused.path)
      return say(MESSAGES.envoyRefusal, { what, status: refused.status }, { detail, origin })
    })
  })
