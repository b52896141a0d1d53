import type { Lesson, Place } from './lesson.ts'
import { destination, destinationRule, virtualService, worldOf } from './world.ts'

const CANARY = virtualService(`  - name: canary
    route:
${destination('v1', 90)}${destination('v2', 10)}`)
const WORLD = worldOf({ v1: 3, v2: 1 }, '    rate: 50/s\n')

const RULES: Place = { card: 'rules', title: 'reviews' }
const SUBSETS: Place = { card: 'subsets', title: 'reviews' }
const HOLE: Place = { card: 'hole', title: '503 NC' }

export const subsetNobodyDefines: Lesson = {
  id: 'subset-nobody-defines',
  section: 'Subsets',
  title: 'A subset that nobody defines',
  start: CANARY + destinationRule(['v1']) + WORLD,
  steps: [
    {
      title: 'Naming a subset does not make it',
      words: [
        'The rule sends 10 % to subset v2. Pods of v2 are running, and healthy.',
        'Still these requests get 503 with flag NC: *no cluster*. They never leave the caller’s sidecar, so the logs of reviews say nothing.',
      ],
      place: HOLE,
      callout: {
        title: 'They die before the network',
        fate: { place: HOLE },
        words: '{n} of {of} requests so far.',
      },
    },
    {
      title: 'A DestinationRule makes subsets',
      words: [
        'For each subset of a DestinationRule the sidecar is told one *cluster*: its pods, picked by labels.',
        'Here only v1 is one. A destination that names another subset leads to a cluster that is not there.',
      ],
      place: SUBSETS,
      callout: {
        title: 'The only subset is v1',
        fate: { place: { ...SUBSETS, row: 0 } },
        words: '{n} of {of} requests come through.',
      },
      task: {
        goals: [
          { kind: 'each', title: 'Every request succeeds', of: {}, fate: { outcome: 'succeeded' } },
          { kind: 'share', title: 'v2 gets 1 in 10', workload: 'reviews-v2', share: 0.1 },
        ],
        hints: [
          { words: 'The rule is as it should be. What does it rely on?' },
          { words: 'The list of subsets is shorter than the list of destinations.', place: SUBSETS },
          {
            words: 'Add a second item to `subsets`: `name: v2`, with the labels that pods of v2 carry.',
            field: 'subsets',
          },
        ],
        solution: CANARY + destinationRule(['v1', 'v2']) + WORLD,
      },
    },
    {
      title: 'Define first, then use',
      words: [
        'In a cluster the two come one after the other. If the rule is there before its subset, requests fail in between.',
        'So apply the DestinationRule first, and the VirtualService when every sidecar knows it. To remove them, go the other way round.',
      ],
      place: { ...RULES, row: 0 },
      callout: {
        title: 'The same rule as before',
        fate: { outcome: 'succeeded', place: { ...RULES, row: 0 } },
        words: '{n} of {of} requests succeed.',
      },
    },
  ],
}
