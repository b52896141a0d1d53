import type { HeaderOperations, HttpMatch, HttpRule } from './virtual-service-spec.ts'

const NO_OPERATION = { set: {}, add: {}, remove: [] }

export const NO_HEADERS: HeaderOperations = { request: NO_OPERATION, response: NO_OPERATION }

/** A match block that asks for nothing. */
export const EMPTY_MATCH: HttpMatch = {
  name: undefined,
  uri: undefined,
  ignoreUriCase: false,
  scheme: undefined,
  method: undefined,
  authority: undefined,
  headers: {},
  withoutHeaders: {},
  queryParams: {},
  port: undefined,
  sourceLabels: {},
  sourceNamespace: undefined,
  gateways: [],
}

/** A rule that does nothing. */
export const EMPTY_RULE: HttpRule = {
  name: undefined,
  match: [],
  route: [],
  redirect: undefined,
  directResponse: undefined,
  delegate: undefined,
  rewrite: undefined,
  timeoutMs: undefined,
  retries: undefined,
  fault: undefined,
  mirrors: [],
  corsPolicy: undefined,
  headers: NO_HEADERS,
}
