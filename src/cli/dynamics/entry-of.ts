import type { CopyRecord, RequestRecord, TryRecord } from '../../core/simulate/index.ts'

/** `STATUS FLAGS`, with `None` for a caller that did not wait for an answer. */
export function outcomeOf({ decision }: RequestRecord): string {
  return `${statusOf(decision?.status)} ${decision?.flags ?? '-'}`
}

export function statusOf(status: number | undefined): string {
  return status === undefined || status === 0 ? 'None' : String(status)
}

/** `STATUS [FLAGS] [pods that received a try, a>b>c]`. */
export function entryOf(record: RequestRecord): string {
  const flags = record.decision?.flags ?? '-'
  const pods = record.tries.filter(hasArrived).map(({ endpoint }) => endpoint?.pod ?? 'somebody')
  return [
    statusOf(record.decision?.status),
    ...(flags === '-' ? [] : [flags]),
    ...(pods.length > 0 ? [pods.join('>')] : []),
  ].join(' ')
}

/** The pod that answered, if any did. */
export function answeredBy({ decision }: RequestRecord): string | undefined {
  return decision?.localReply === undefined && statusOf(decision?.status) !== 'None'
    ? decision?.endpoint?.pod
    : undefined
}

export function hasArrived({ sentMs }: TryRecord | CopyRecord): boolean {
  return sentMs !== undefined
}

/** The `x-envoy-attempt-count` of whatever reached pods because of a request, copies too, in the order of arrival. */
export function attemptHeaderOf({ tries, copies }: RequestRecord): string {
  const arrivals = [
    ...tries.map(({ sentMs }, i) => ({ sentMs, attempt: i + 1 })),
    ...copies.map(({ sentMs }) => ({ sentMs, attempt: 1 })),
  ].flatMap(({ sentMs, attempt }) => (sentMs === undefined ? [] : [{ sentMs, attempt }]))
  return arrivals
    .sort((a, b) => a.sentMs - b.sentMs)
    .map(({ attempt }) => attempt)
    .join(',')
}
