/** Work that can be left off between its steps. */
export type Steps<Result> = Generator<undefined, Result, undefined>

export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
