export { analyze, type Analyzed } from './analyze.ts'
export { MESSAGES, type Message } from './messages.ts'
