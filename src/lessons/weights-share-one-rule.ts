import type { Lesson, Place } from './lesson.ts'
import { destination, destinationRule, virtualService, worldOf } from './world.ts'

const WORLD = destinationRule(['v1', 'v2']) + worldOf({ v1: 3, v2: 1 }, '    rate: 50/s\n')
const RULES: Place = { card: 'rules', title: 'reviews' }

export const weightsShareOneRule: Lesson = {
  id: 'weights-share-one-rule',
  section: 'Weights',
  title: 'Weights share one rule',
  start:
    virtualService(`  - name: to-v1
    route:
${destination('v1', 75)}  - name: to-v2
    route:
${destination('v2', 25)}`) + WORLD,
  steps: [
    {
      title: 'Two rules are no split',
      words: [
        'This was meant to send a quarter of the requests to v2. It has a weight for each version, but each in a *rule of its own*.',
        'Rules are not weighed against each other. The first that matches takes the request.',
      ],
      place: RULES,
      callout: {
        title: 'Rule 1 takes them whatever its weight',
        fate: { place: { ...RULES, row: 0 } },
        words: '{n} of {of} requests.',
        whenAll: 'Nothing is left for rule 2.',
      },
    },
    {
      title: 'One rule, two destinations',
      words: [
        'Weights are weighed among the destinations of *one* rule. A destination that stands alone gets all that its rule takes.',
        'They are relative: 75 and 25 do what 3 and 1 do. A weight of 0 gets nothing.',
      ],
      place: { ...RULES, row: 0 },
      callout: {
        title: 'A single destination gets everything',
        fate: { workload: 'reviews-v1' },
        words: '{n} of {of} requests reach v1.',
      },
      task: {
        goals: [
          { kind: 'share', title: 'v1 gets 3 in 4', workload: 'reviews-v1', share: 0.75 },
          { kind: 'share', title: 'v2 gets 1 in 4', workload: 'reviews-v2', share: 0.25 },
        ],
        hints: [
          { words: 'Who could weigh two destinations, if each rule knows only one?' },
          { words: 'The first rule takes all requests, so it has to know both versions.', place: { ...RULES, row: 0 } },
          { words: 'Move the destination of v2, with its weight, into the `route` of the first rule.', field: 'route' },
        ],
        solution:
          virtualService(`  - name: split
    route:
${destination('v1', 75)}${destination('v2', 25)}`) + WORLD,
      },
    },
    {
      title: 'Each request is drawn by itself',
      words: [
        'No counter deals requests out in turn. For each one the caller’s sidecar draws anew, and remembers nothing.',
        'So of ten requests five may go to v2. Of a thousand, about 250 do. Two sidecars that call reviews know nothing of each other’s draws.',
      ],
      place: { ...RULES, row: 0 },
      callout: {
        title: 'Set to one in four, and measured',
        fate: { workload: 'reviews-v2' },
        words: '{n} of {of} requests were drawn for v2.',
      },
    },
  ],
}
