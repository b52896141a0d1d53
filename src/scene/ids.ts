/** Ids of things on the stage. Each follows from names alone, so it survives edits that keep the thing. */
export const CLIENT = 'client'
export const SIDECAR = 'sidecar'
export const rulesId = (host: string): string => `rules:${host}`
export const subsetsId = (host: string): string => `subsets:${host}`
export const workloadId = (namespace: string, name: string): string => `workload:${namespace}/${name}`
export const outsideId = (host: string): string => `outside:${host}`
export const podId = (namespace: string, name: string): string => `pod:${namespace}/${name}`
export const replyId = (row: string): string => `reply:${row}`
export const holeId = (cause: string, at: string): string => `hole:${cause}:${at}`
/** The end of a lane to a workload that leads to one of its pods. */
export const podLaneId = (lane: string, pod: string): string => `${lane}>${pod}`
export const laneId = (kind: string, from: string, to = ''): string =>
  to ? `${kind}:${from}>${to}` : `${kind}:${from}`
