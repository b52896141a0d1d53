import type { Part } from './shape.ts'

/** Fields of an `http` rule, beside its route. */
export const RULE_PARTS: readonly Part[] = [
  {
    name: 'header match',
    key: 'match',
    says: 'The rule takes requests with this header only.',
    body: `match:
- headers:
    <header:end-user>:
      exact: <value:jason>`,
  },
  {
    name: 'path match',
    key: 'match',
    says: 'The rule takes requests whose path begins so. `/api` takes `/apis` too: end it with a slash, or add an exact match.',
    body: `match:
- uri:
    prefix: <path:/api/>`,
  },
  {
    name: 'timeout',
    key: 'timeout',
    says: 'The caller’s sidecar answers 504 UT when all tries together take longer.',
    body: 'timeout: <time:2s>',
  },
  {
    name: 'retries',
    key: 'retries',
    says: 'How often a failed request is tried again, and after which failures.',
    body: `retries:
  attempts: <attempts:2>
  perTryTimeout: <perTry:500ms>
  retryOn: <on:connect-failure,refused-stream,unavailable,503>`,
  },
  {
    name: 'fault delay',
    key: 'fault',
    says: 'A share of the requests waits before it is sent.',
    body: `fault:
  delay:
    percentage:
      value: <percent:10>
    fixedDelay: <time:2s>`,
  },
  {
    name: 'fault abort',
    key: 'fault',
    says: 'A share of the requests is answered by the caller’s own sidecar.',
    body: `fault:
  abort:
    percentage:
      value: <percent:10>
    httpStatus: <status:503>`,
  },
  {
    name: 'mirror',
    key: 'mirror',
    says: 'Copies go to another place; their answers are thrown away.',
    body: `mirror:
  host: <host:reviews>
  subset: <new:v2>
mirrorPercentage:
  value: <percent:100>`,
  },
  {
    name: 'rewrite',
    key: 'rewrite',
    says: 'The matched prefix of the path is replaced before the request is sent.',
    body: `rewrite:
  uri: <path:/>`,
  },
  {
    name: 'CORS',
    key: 'corsPolicy',
    says: 'Which pages of other origins a browser lets call this.',
    body: `corsPolicy:
  allowOrigins:
  - exact: <origin:https://example.com>
  allowMethods: [GET, POST]
  allowHeaders: [<header:content-type>]
  maxAge: <age:24h>`,
  },
  {
    name: 'headers',
    key: 'headers',
    says: 'Sets a header of the request, takes one out of the answer.',
    body: `headers:
  request:
    set:
      <set:x-env>: <value:canary>
  response:
    remove: [<remove:server>]`,
  },
]
