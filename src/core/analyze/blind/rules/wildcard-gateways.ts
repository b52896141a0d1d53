import { isCoveredBy, isWildcard } from '../../../mesh/index.ts'
import { fullName } from '../../cluster/item.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import { selectorText } from '../../cluster/select.ts'
import type { BlindFinding, BlindRule } from '../blind-rule.ts'

/** A wildcard of one Gateway over a host of another one for the same pods and port. */
export const checkWildcardGateways: BlindRule = ({ cluster }) => {
  const wildcards: { readonly key: string; readonly host: string; readonly item: PlacedItem }[] = []
  const keyOf = (item: PlacedItem, port: number): string =>
    `${selectorText(item.spec.labels('selector'))} ${String(port)}`
  const servers = cluster
    .items('Gateway')
    .flatMap(item =>
      item.spec
        .list('servers')
        .map(server => ({ item, server, key: keyOf(item, server.at('port').number('number') ?? 0) })),
    )
  for (const { item, server, key } of servers) {
    for (const host of server.strings('hosts'))
      if (isWildcard(host) && host !== '*') wildcards.push({ key, host, item })
  }
  if (wildcards.length === 0) return []
  return servers.flatMap(({ item: about, server, key }) =>
    server.strings('hosts').flatMap((host, i): readonly BlindFinding[] => {
      const wide = isWildcard(host)
        ? undefined
        : wildcards.find(each => each.key === key && each.item !== about && isCoveredBy(host, each.host))
      if (!wide) return []
      const values = { names: `${fullName(about)} and ${fullName(wide.item)}`, host, wildcard: wide.host }
      return [{ message: 'hostUnderWildcard', about, values, at: ['spec', ...server.path, 'hosts', i] }]
    }),
  )
}
