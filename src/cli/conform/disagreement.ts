/** One field in which the engine and the recording differ. */
export interface Disagreement {
  readonly field: string
  readonly expected: string
  readonly got: string
}

export function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}

export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
