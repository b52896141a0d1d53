import type { Traffic } from '../../core/simulate/index.ts'
import { findPlace, isOf, tellCallout, tellHeadline } from '../../lessons/index.ts'
import type { Results, Step } from '../../lessons/index.ts'
import type { Spot } from '../lesson-store.ts'

/** What a step speaks of, with its number as of now; undefined where the stage does not have it. */
export function spotOf(
  step: Pick<Step, 'place' | 'lines' | 'callout' | 'headline' | 'follows'>,
  results: Results,
  traffic: Traffic,
): Spot | undefined {
  const { place, callout, follows } = step
  const found = findPlace(results.stage, place)
  if (!found) return undefined
  const { parts } = findPlace(results.stage, step.lines ?? place) ?? found
  const headline = tellHeadline(step, results)
  const classes = traffic.clients.flatMap(client => client.classes)
  return {
    id: found.id,
    parts,
    title: callout.title,
    words: tellCallout(callout, results),
    ...(headline && { headline }),
    ...(follows && {
      follows: {
        classes: classes.filter(({ request }) => isOf(request, follows.of)).map(({ id }) => id),
        words: follows.words,
        count: results.landed.reduce((n, { request, count }) => n + (isOf(request, follows.of) ? count : 0), 0),
      },
    }),
  }
}
