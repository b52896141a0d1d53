/** Something that will happen, unless it is called off. */
export interface Timer {
  readonly atMs: number
  /** Taken out before its time. */
  cancelled: boolean
}

/** Virtual time: things happen in the order of their time, those of one moment in the order in which they were asked for. */
export interface EventQueue {
  /** The moment that is being played. */
  nowMs(): number
  at(atMs: number, run: () => void): Timer
  /** Plays everything before `untilMs`, or until it is enough. */
  runUntil(untilMs: number, isEnough?: () => boolean): void
}

interface Entry extends Timer {
  readonly order: number
  readonly run: () => void
}

/** A binary heap. Things called off stay until their time comes: most of them are near. */
export function createEventQueue(startMs: number): EventQueue {
  const heap: Entry[] = []
  let now = startMs
  let order = 0

  function push(entry: Entry): void {
    let i = heap.length
    heap.push(entry)
    while (i > 0) {
      const parent = (i - 1) >> 1
      const above = heap[parent]
      if (!above || isBefore(above, entry)) break
      heap[i] = above
      i = parent
    }
    heap[i] = entry
  }

  function pop(): Entry | undefined {
    const first = heap[0]
    const last = heap.pop()
    if (!first || !last || heap.length === 0) return first
    let i = 0
    for (;;) {
      const left = 2 * i + 1
      if (left >= heap.length) break
      const right = left + 1
      const [a, b] = [heap[left], heap[right]]
      const child = a && b && isBefore(b, a) ? right : left
      const below = heap[child]
      if (!below || isBefore(last, below)) break
      heap[i] = below
      i = child
    }
    heap[i] = last
    return first
  }

  return {
    nowMs: () => now,
    at(atMs, run) {
      const entry = { atMs: Math.max(atMs, now), order: order++, run, cancelled: false }
      push(entry)
      return entry
    },
    runUntil(untilMs, isEnough) {
      for (;;) {
        const next = heap[0]
        if (!next || next.atMs >= untilMs) break
        if (isEnough?.()) return
        pop()
        if (next.cancelled) continue
        now = next.atMs
        next.run()
      }
      now = Math.max(now, untilMs)
    },
  }
}

const isBefore = (a: Entry, b: Entry): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order)
