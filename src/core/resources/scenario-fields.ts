const REQUEST_FIELDS = ['url', 'method', 'headers'] as const

/** The fields that a Scenario's maps have, by the map. */
export const SCENARIO_FIELDS = {
  spec: ['seed', 'clients', 'workloads', 'steps', 'presentation'],
  client: [
    'name',
    'from',
    'gateway',
    ...REQUEST_FIELDS,
    'rate',
    'concurrency',
    'pause',
    'count',
    'start',
    'end',
    'patience',
    'requests',
  ],
  request: ['label', ...REQUEST_FIELDS, 'share'],
  workload: ['name', 'latency', 'errors', 'status', 'fails', 'ready', 'startup', 'shutdown', 'from', 'to'],
  latency: ['p50', 'p99'],
  step: ['at', 'apply', 'delete', 'scale', 'restart'],
  scale: ['name', 'replicas'],
  presentation: ['title', 'notes', 'at', 'play', 'show', 'fields'],
} as const
