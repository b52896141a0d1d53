export { assumeResources } from './assume-resources.ts'
export { assumeTraffic } from './assume-traffic.ts'
export { planCalls, type Call, type Caller } from './callers.ts'
