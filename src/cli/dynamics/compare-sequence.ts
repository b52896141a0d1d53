import type { Disagreement } from '../conform/disagreement.ts'
import { show } from '../conform/disagreement.ts'
import { endsWithTime } from './timed-case.ts'
import type { Flow } from './timed-case.ts'

/** Entry by entry; where the speed of the caller decides how many there are, what each pod answered one after another. */
export function compareSequence(
  flow: Flow,
  recorded: readonly string[],
  got: readonly string[],
): readonly Disagreement[] {
  if (!endsWithTime(flow)) {
    const at = recorded.findIndex((entry, i) => entry !== got[i])
    if (at < 0 && recorded.length === got.length) return []
    const around = (entries: readonly string[]) => show(entries.slice(Math.max(0, at - 2), at + 8))
    return [{ field: `sequence from ${String(Math.max(0, at - 2))}`, expected: around(recorded), got: around(got) }]
  }
  const [theirs, ours] = [byPod(recorded), byPod(got)]
  return [...theirs].flatMap(([pod, entries]) => {
    const own = ours.get(pod) ?? []
    const common = Math.min(entries.length, own.length)
    const agrees = common >= entries.length * 0.6 && entries.slice(0, common).every((entry, i) => entry === own[i])
    return agrees ? [] : [{ field: `sequence of ${pod}`, expected: show(entries), got: show(own) }]
  })
}

function byPod(entries: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const pods = new Map<string, string[]>()
  for (const entry of entries) {
    const pod = entry.split(' ').at(-1) ?? ''
    const known = pods.get(pod)
    if (known) known.push(entry)
    else pods.set(pod, [entry])
  }
  return pods
}
