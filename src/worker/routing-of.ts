import type { World } from '../core/pipeline/index.ts'
import { createRandomChance } from '../core/route/index.ts'
import type { Client } from '../core/simulate/index.ts'
import { asText, digest } from './as-text.ts'

/**
 * All that proxies have been told of where these clients' requests go: virtual hosts with every rule's retries, time-outs and
 * headers, and the clusters that they name. As a digest, without places in the YAML.
 */
export function routingOf({ routerFor }: Pick<World, 'routerFor'>, clients: readonly Client[]): string {
  const told = clients.map(({ proxy, classes }) => {
    const router = routerFor(proxy)
    const { clusters } = router.config
    const decisions = classes.map(({ request }) => router.decide(request, FIRST))
    const hosts = [...new Set(decisions.flatMap(({ virtualHost }) => virtualHost ?? []))]
    const named = new Set<string>(decisions.map(({ cluster }) => cluster))
    nameClusters(hosts, named)
    const used = [...clusters.values()].filter(({ name }) => named.has(name))
    return asText([hosts, used], { without: isPlace })
  })
  return digest(told.join('\n'))
}

/** The virtual host is the same whatever is drawn. */
const FIRST = createRandomChance(() => 0)

const isPlace = (key: string): boolean => key === 'origin' || key.endsWith('Origin')

function nameClusters(value: unknown, named: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, one] of Object.entries(value)) {
    if (key === 'cluster' && typeof one === 'string') named.add(one)
    else if (!isPlace(key)) nameClusters(one, named)
  }
}
