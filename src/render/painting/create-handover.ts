/** Hands things over one at a time. */
export interface Handover<Thing> {
  /** Now, or once the one before has come back; of several that wait the newest. */
  readonly offer: (thing: Thing) => void
  /** Unless it is to go on, what waits does so until something newer is offered. */
  readonly cameBack: (goOn: boolean) => void
}

export function createHandover<Thing>(hand: (thing: Thing) => void): Handover<Thing> {
  let isAway = false
  let waiting: { readonly thing: Thing } | undefined
  const handOver = (thing: Thing): void => {
    isAway = true
    waiting = undefined
    hand(thing)
  }
  return {
    offer: thing => {
      if (isAway) waiting = { thing }
      else handOver(thing)
    },
    cameBack: goOn => {
      isAway = false
      if (waiting && goOn) handOver(waiting.thing)
    },
  }
}
