export { assumeResources } from './assume-resources.ts'
export { assumeTraffic } from './assume-traffic.ts'
