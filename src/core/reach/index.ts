export { covers } from './covers.ts'
export { reachConnection } from './reach-connection.ts'
export { reachRule, type Reach } from './reach-rule.ts'
