import type { JSONSchema } from 'monaco-yaml'

type Fields = Record<string, JSONSchema>

const says = (description: string, schema: JSONSchema): JSONSchema => ({ ...schema, description })
const map = (properties: Fields, required: string[] = []): JSONSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const list = (items: JSONSchema): JSONSchema => ({ type: 'array', items })
const oneOf = (...values: readonly string[]): JSONSchema => ({ type: 'string', enum: [...values] })

const TEXT: JSONSchema = { type: 'string' }
const WHOLE: JSONSchema = { type: 'integer' }
/** A time of 0 needs no unit. */
const DURATION: JSONSchema = { type: ['string', 'integer'], examples: ['500ms', '2s', '1m30s'] }
const AMOUNT: JSONSchema = { type: ['string', 'number'] }
const WORDS: JSONSchema = { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } }
const REFERENCE: JSONSchema = { ...TEXT, examples: ['VirtualService/reviews', 'DestinationRule/reviews.default'] }
/** A document like those of the file itself. */
const DOCUMENT: JSONSchema = { $ref: '#' }

const REQUEST: Fields = {
  url: says('What is called, as the application would: `http://reviews:9080/reviews/0`.', TEXT),
  method: says('`GET` when absent.', { ...TEXT, examples: ['GET', 'POST', 'PUT', 'DELETE'] }),
  headers: says('Headers that the request has; `host` replaces the one of the URL.', WORDS),
}

const ONE_OF_A_MIX = map({
  label: says('A few words for it on the stage.', TEXT),
  ...REQUEST,
  share: says('How often it is sent beside the others: `20`, or `20%`; 1 when absent.', AMOUNT),
})

const CLIENT = map({
  name: says('Unique; the workload’s name when absent.', TEXT),
  from: says('The workload that calls: `productpage`, or `sleep.prod` for one of another namespace.', TEXT),
  gateway: says(
    'Instead of `from`: the gateway that is called from outside, as `istio-ingressgateway.istio-system`.',
    TEXT,
  ),
  ...REQUEST,
  rate: says('Requests a second, whatever comes back: `50/s`, `300/m`, or a number; 50 when absent.', {
    ...AMOUNT,
    examples: ['50/s', '300/m'],
  }),
  concurrency: says('Instead of `rate`: so many callers, each of whom sends again when it has its answer.', {
    ...WHOLE,
    minimum: 1,
    maximum: 100,
  }),
  pause: says('With `concurrency`: how long a caller waits between an answer and its next request.', DURATION),
  count: says('Not more requests than these in all; 200000 with `concurrency` when absent.', WHOLE),
  start: says('When it begins, from the beginning of the run.', DURATION),
  end: says('When it stops sending.', DURATION),
  patience: says('It leaves when there is no answer by then.', DURATION),
  requests: says(
    'A mix of requests; each takes `url`, `method` and `headers` from the client where it has none.',
    list(ONE_OF_A_MIX),
  ),
})

const LATENCY: JSONSchema = {
  anyOf: [
    DURATION,
    map({
      p50: says('Half of the answers take longer.', DURATION),
      p99: says('One answer in a hundred takes longer.', DURATION),
    }),
  ],
}

const WORKLOAD = map(
  {
    name: says('A workload or a pod: `reviews-v1`, `reviews-v1-0`, `reviews-v1.prod`.', TEXT),
    latency: says('Time before an answer: `20ms`, or `{ p50: 20ms, p99: 300ms }` (lognormal).', LATENCY),
    errors: says('The share of answers that fail: `80%`. All of them when only `status` or `fails` is given.', AMOUNT),
    status: says('What failing answers say; 500 when absent.', { ...WHOLE, minimum: 200, maximum: 599 }),
    fails: says(
      'How they fail instead: the connection is reset, refused or hangs; `crash` refuses and is not ready either.',
      oneOf('reset', 'refused', 'hang', 'crash'),
    ),
    ready: says('Whether the readiness probe passes. A pod that is not ready is no endpoint a little later.', {
      type: 'boolean',
    }),
    startup: says('How long a new pod takes until its readiness probe passes; 3s when absent.', DURATION),
    shutdown: says(
      'How long a pod that is told to stop works at the requests that it has; what takes longer is cut off. When absent it finishes them, within its `terminationGracePeriodSeconds`.',
      DURATION,
    ),
    from: says('Since when the entry holds; the beginning when absent.', DURATION),
    to: says('Until when it holds; the end when absent.', DURATION),
  },
  ['name'],
)

const STEP = map(
  {
    at: says('When, from the beginning of the run.', DURATION),
    apply: says(
      'Documents of this text, by name, which are not there before: `VirtualService/reviews`. Or documents written out here, which replace those of the same kind and name, as `kubectl apply` does.',
      { anyOf: [list({ anyOf: [REFERENCE, DOCUMENT] }), DOCUMENT] },
    ),
    delete: says('Documents that are deleted, by name.', list(REFERENCE)),
    restart: says(
      'A Deployment whose pods are replaced one after the other, as by `kubectl rollout restart`: `deployment/reviews-v2`. Its `strategy` says how many at once.',
      { ...TEXT, examples: ['deployment/reviews-v2'] },
    ),
    scale: says(
      'Gives a workload another number of pods.',
      map(
        {
          name: says('The workload.', TEXT),
          replicas: says('How many pods there are then.', { ...WHOLE, minimum: 0, maximum: 1000 }),
        },
        ['name', 'replicas'],
      ),
    ),
  },
  ['at'],
)

const SLIDE = map({
  title: says('In large letters over the picture. What is measured then, when absent.', TEXT),
  notes: says('What the speaker wants to say. Only the window of the notes shows it.', TEXT),
  at: says('The moment of the run that is gone to, from its beginning; that of the step before when absent.', DURATION),
  play: says('`false`: time stands still there.', { type: 'boolean' }),
  show: says('A document of this text, by name, whose lines are shown: `VirtualService/reviews`.', REFERENCE),
  fields: says(
    'Which lines of it are spoken of: `spec.http.0.route`, a list of them. All of it when absent.',
    list({ ...TEXT, examples: ['spec.http.0.route', 'spec.http.0.route.0.weight'] }),
  ),
})

const SCENARIO = map(
  {
    apiVersion: { enum: ['meshscope/v1'] },
    kind: { const: 'Scenario' },
    metadata: map({
      name: says('A name for it.', TEXT),
      namespace: says('Where names without a namespace are looked up; `default` when absent.', TEXT),
      labels: { type: 'object' },
      annotations: { type: 'object' },
    }),
    spec: says(
      'What is played: who calls, how pods behave, what changes when.',
      map({
        seed: says('Which way the dice fall: the same seed gives the same run.', WHOLE),
        clients: says('Who calls what, and how often. Without clients, traffic is assumed.', list(CLIENT)),
        workloads: says(
          'How pods behave. A pod’s entry wins over its workload’s, a later one over an earlier one.',
          list(WORKLOAD),
        ),
        steps: says('What is applied, deleted, scaled and restarted during the run.', list(STEP)),
        presentation: says(
          'What a presenter goes through step by step (key `P`). Without it, steps are taken from what the run shows.',
          list(SLIDE),
        ),
      }),
    ),
  },
  ['apiVersion', 'kind'],
)

/** The schema of a file of Istio's kinds, with our own one beside them. */
export function withScenario(file: JSONSchema): JSONSchema {
  const kind = file.properties?.['kind']
  const [names, ...others] = (typeof kind === 'object' ? kind.anyOf : undefined) ?? []
  const known = typeof names === 'object' ? { ...names, enum: [...(names.enum ?? []), 'Scenario'] } : undefined
  const properties = {
    ...file.properties,
    ...(known && typeof kind === 'object' && { kind: { ...kind, anyOf: [known, ...others] } }),
  }
  const branch: JSONSchema = {
    if: { properties: { kind: { const: 'Scenario' } }, required: ['kind'] },
    then: SCENARIO,
  }
  return { ...file, properties, allOf: [...(file.allOf ?? []), branch] }
}
