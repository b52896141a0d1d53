export { analyze, type Analyzed } from './analyze.ts'
export { MESSAGES, type Message } from './messages.ts'
export { repairsAt, type Around } from './repairs/repairs-at.ts'
