/** Ends a switch over a union; reaching it is a defect of ours. */
export function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`)
}
