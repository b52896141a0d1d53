/** Nominal durations at pace 1; they do not follow from pixels, so numbers need no layout. */
export const PACE = {
  in: 300,
  spinePerRule: 90,
  spineMost: 900,
  rail: 220,
  split: 420,
  subset: 220,
  deliver: 260,
  /** What a pod takes is shown at the pod, within these. */
  servedLeast: 80,
  servedMost: 1600,
  /** The pod's dot flashes what it answered. */
  answered: 120,
  /** A copy has come to its pod: nobody waits for what it is answered. */
  copied: 160,
  /** A back-off can be seen. */
  pauseLeast: 80,
  fall: 420,
  sink: 400,
  reply: 420,
  mirror: 420,
  mirrorAfter: 100,
} as const

/** One that is looked up is shown so long before it lands: on the last stretch of its way, for what it is. */
export const LAST_STRETCH_MS = 150
