/** What the cluster writes into every resource for its own use, and nobody reads. */
const OF_MACHINES = /^\s*(- )?(managedFields|kubectl\.kubernetes\.io\/last-applied-configuration):\s*(\|[-+]?)?\s*$/

/** Where such fields begin, as lines from 1. */
export const machineFields = (lines: readonly string[]): readonly number[] =>
  lines.flatMap((text, i) => (OF_MACHINES.test(text) ? [i + 1] : []))
