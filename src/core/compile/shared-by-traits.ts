import type { CallerTraits } from './caller.ts'

/** What was asked of a caller, and what it answered. */
interface Asked {
  readonly labels: Map<string, string | undefined>
  readonly addresses: Map<string, boolean>
  /** Its labels were looked at as a whole. */
  all: boolean
}

/**
 * Makes something of a caller's traits, once for all callers of a namespace that it does not tell apart: those who give the
 * same answers to all that was asked while it was made.
 */
export function sharedByTraits<T>(make: (caller: CallerTraits) => T): (caller: CallerTraits) => T {
  const made = new Map<string, { readonly asked: Asked; readonly value: T }[]>()
  return caller => {
    const known = made.get(caller.namespace) ?? []
    made.set(caller.namespace, known)
    const same = known.find(({ asked }) => answersAlike(caller, asked))
    if (same) return same.value
    const asked: Asked = { labels: new Map(), addresses: new Map(), all: false }
    const value = make(watched(caller, asked))
    if (!asked.all) known.push({ asked, value })
    return value
  }
}

const answersAlike = ({ labels, isAt }: CallerTraits, asked: Asked): boolean =>
  [...asked.labels].every(([key, value]) => labels[key] === value) &&
  [...asked.addresses].every(([address, answer]) => isAt(address) === answer)

function watched({ namespace, labels, isAt }: CallerTraits, asked: Asked): CallerTraits {
  return {
    namespace,
    labels: new Proxy(labels, {
      get: (target, key) => {
        if (typeof key !== 'string') return undefined
        asked.labels.set(key, target[key])
        return target[key]
      },
      has: (target, key) => {
        if (typeof key === 'string') asked.labels.set(key, target[key])
        return key in target
      },
      ownKeys: target => {
        asked.all = true
        return Reflect.ownKeys(target)
      },
    }),
    isAt: address => {
      const answer = isAt(address)
      asked.addresses.set(address, answer)
      return answer
    },
  }
}
