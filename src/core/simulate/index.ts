export type { Client, EventLog, RequestClass, Traffic } from './event-log.ts'
export { explainRecord, simulate } from './simulate.ts'
