export type { Client, EventLog, RequestClass, RequestRecord, Traffic } from './event-log.ts'
export { explainRecord, simulate } from './simulate.ts'
