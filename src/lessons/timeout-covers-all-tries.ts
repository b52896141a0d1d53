import type { Lesson, Place } from './lesson.ts'
import { destination, destinationRule, virtualService, worldOf } from './world.ts'

const rules = (perTry: string): string =>
  virtualService(`  - name: all
    timeout: 2s
    retries:
      attempts: 3
      perTryTimeout: ${perTry}
      retryOn: gateway-error
    route:
${destination('v1')}`)
const WORLD =
  destinationRule(['v1'], '  trafficPolicy:\n    loadBalancer: { simple: ROUND_ROBIN }\n') +
  worldOf(
    { v1: 3 },
    `    rate: 20/s
    patience: 3s
  workloads:
  - name: reviews-v1
    latency: 50ms
  - name: reviews-v1-0
    latency: 20s
`,
  )
const RULES: Place = { card: 'rules', title: 'reviews' }
const LATE: Place = { card: 'hole', title: '504 UT' }

export const timeoutCoversAllTries: Lesson = {
  id: 'timeout-covers-all-tries',
  section: 'Time',
  title: 'A timeout covers all tries',
  start: rules('5s') + WORLD,
  steps: [
    {
      title: 'Three retries, and none is made',
      words: [
        'One pod in three takes 20 seconds to answer. The rule allows three more tries, on other pods.',
        'Yet every request that meets the slow pod ends with 504, flag UT, after one try.',
      ],
      place: LATE,
      lines: { ...RULES, row: 0 },
      callout: {
        title: 'Out of time',
        fate: { place: LATE },
        words: '{n} of {of} requests so far.',
      },
    },
    {
      title: '`timeout` is for everything',
      words: [
        '`timeout` runs from the request to its answer, with *all tries* and the pauses between them. `perTryTimeout` ends one try.',
        'Here the whole may take 2 s and one try 5 s. When the first try would be given up, no time is left.',
      ],
      place: RULES,
      callout: {
        title: 'Nobody gets a second try',
        fate: { leastTries: 2 },
        words: '{n} of {of} requests were tried again.',
      },
      task: {
        goals: [{ kind: 'each', title: 'Everyone gets an answer', of: {}, fate: { outcome: 'succeeded' } }],
        hints: [
          { words: 'How many tries have room in the time that the whole may take?' },
          {
            words: 'Two times stand in this rule. Compare them. The caller itself leaves after 3 s.',
            place: { ...RULES, row: 0 },
          },
          {
            words: 'Make `perTryTimeout` much shorter than `timeout`, and longer than a healthy pod needs: 50 ms.',
            field: 'perTryTimeout',
          },
        ],
        solution: rules('400ms') + WORLD,
      },
    },
    {
      title: 'Tries times time',
      words: [
        'Now a try is given up after 400 ms, and the next one meets another pod. Both fit into 2 s.',
        'Count before you set them: tries × `perTryTimeout`, and the pauses, have to stay below `timeout`. Each retry is also one request more for the pods.',
      ],
      place: { ...RULES, row: 0 },
      callout: {
        title: 'A second try saves them',
        fate: { outcome: 'succeeded', leastTries: 2 },
        words: '{n} of {of} requests were saved by it.',
      },
    },
  ],
}
