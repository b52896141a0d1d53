import type { CallerChoice } from '../../state/index.ts'

export interface CallerGroup {
  readonly namespace: string
  readonly callers: readonly CallerChoice[]
}

/** Callers whose name or namespace holds `filter`, by namespace; gateways first in each, then in the order given. */
export function groupCallers(callers: readonly CallerChoice[], filter: string): readonly CallerGroup[] {
  const wanted = filter.trim().toLowerCase()
  const groups = new Map<string, CallerChoice[]>()
  for (const caller of callers) {
    if (!caller.proxy.toLowerCase().includes(wanted)) continue
    const group = groups.get(caller.namespace)
    if (group) group.push(caller)
    else groups.set(caller.namespace, [caller])
  }
  return [...groups].map(([namespace, members]) => ({
    namespace,
    callers: [...members].sort((a, b) => Number(b.gateway) - Number(a.gateway)),
  }))
}

/** `sleep.default` is `sleep` while all callers live in one namespace. */
export function shortName(callers: readonly CallerChoice[], { proxy, name }: CallerChoice): string {
  return new Set(callers.map(({ namespace }) => namespace)).size > 1 ? proxy : name
}
