export { NOTED_AT, NO_ERRORS, effectOf } from './errors-in-a-row.ts'
export type { ErrorCounts, ErrorKind } from './errors-in-a-row.ts'
export type {
  ClusterEvent,
  ConnectionTrack,
  CopyRecord,
  EventLog,
  RequestRecord,
  TryEnd,
  TryRecord,
} from './event-log.ts'
export type { PodAnswer, PodBehaviour, PodCall, PodReply } from './pod-behaviour.ts'
export { explainRecord } from './explain-record.ts'
export { presumeAnswer } from './presume-answer.ts'
export { propagate, type AppliedChange } from './propagate.ts'
export { settingsOf } from './proxy-runtime.ts'
export { createSimulation, simulate, type Simulation } from './simulation.ts'
export type { ConfigChange, RouterFor, SimulationInput } from './simulation-input.ts'
export type { Client, Load, RequestClass, Traffic, Variation } from './traffic.ts'
