const TOO_SOON =
  'a back-off of a millisecond is over before the ejection has gone from one thread of the proxy to the other'

/**
 * What is recorded and not compared, and why. Of all cases: counters of the proxy beyond its requests; what its admin page
 * was seen to show; when tries arrived (their number, and the time of the whole request, are compared); how many requests
 * pods had at once where callers did not come all at once; the proxy's own view of a request that the caller saw end a
 * second later; ids of requests; ports.
 */
const LEFT_OUT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'lb-round-robin-concurrency-2': {
    'main: sequence': 'two workers have a turn each; here there is one',
  },
  'retries-ejected-between-tries': {
    'main: attempts': TOO_SOON,
    'main: attemptHeader': TOO_SOON,
    'main: sequence': TOO_SOON,
  },
  'lb-failover-share-of-one': {
    'eject: pods': 'which of two pods that fail alike goes a second earlier is chance; `main` is what is measured',
  },
  'change-with-requests-in-flight': {
    maxActive: 'two requests that are answered at once overlap by microseconds, or not',
    maxActiveAll: 'the same',
  },
}

/** Kinds of detection that Istio leaves on by accident, to take notes and do nothing. */
const DETECTORS: ReadonlySet<string> = new Set(['SUCCESS_RATE_LOCAL_ORIGIN'])

/** Whether a field of a case takes no part. */
export function isLeftOut(name: string, field: string): boolean {
  return Object.keys(LEFT_OUT[name] ?? {}).some(
    out => field === out || field.startsWith(`${out} `) || field.startsWith(`${out},`),
  )
}

export function isDetectorLeftOut(type: string): boolean {
  return DETECTORS.has(type)
}
