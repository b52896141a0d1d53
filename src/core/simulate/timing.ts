/** A connection within a cluster, on an idle machine: about as long as one took in the recorded runs. */
export const CONNECT_MS = 0.2

/** From the proxy to the pod and back, without what the pod takes. */
export const EXCHANGE_MS = 0.4

/** What the proxy adds to a back-off before the next try. */
export const RETRY_OVERHEAD_MS = 1

/** A caller in a loop: from one answer to its next request. */
export const LOOP_MS = 0.3
