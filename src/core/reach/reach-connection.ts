import type { Origin } from '../base/origin.ts'
import { createSeededChance } from '../route/index.ts'
import type { HttpRequest, Router } from '../route/index.ts'
import type { Reach } from './reach-rule.ts'

/** The same for a `tcp` or `tls` rule, which sees connections only: their port and the server name that TLS asks for. */
export function reachConnection(router: Router, known: readonly HttpRequest[], rule: Origin): Reach {
  const { listeners } = router.config
  const chains = listeners.flatMap(({ port, chain, chains: matched = [], origin }) => [
    ...matched.map(each => ({ port, serverNames: each.serverNames ?? [], origin: each.origin })),
    ...(chain.kind === 'tcp' ? [{ port, serverNames: [], origin }] : []),
  ])
  const own = chains.filter(({ origin }) => isAtOrBelow(origin, rule))
  if (own.length === 0) return { kind: 'absent' }
  for (const { port, serverNames } of own) {
    for (const base of known) {
      const names = serverNames.length === 0 ? [base.dialHost] : serverNames.map(name => name.replace(/^\*/, 'x'))
      for (const name of names) {
        const schemes = serverNames.length === 0 ? [base.scheme, 'http'] : ['https']
        for (const scheme of schemes) {
          const request = { ...base, scheme, dialHost: name, authority: `${name}:${String(port)}`, dialPort: port }
          const { outcome, chainOrigin } = router.decide(request, createSeededChance(1))
          if (outcome === 'tcp' && isAtOrBelow(chainOrigin, rule)) return { kind: 'request', request }
        }
      }
    }
  }
  return { kind: 'not-found' }
}

const isAtOrBelow = (origin: Origin | undefined, rule: Origin): boolean =>
  origin?.documentId === rule.documentId && rule.path.every((step, i) => origin.path[i] === step)
