export { assume } from './assume.ts'
export { assumeTrafficFrom } from './assume-traffic-from.ts'
export { writeScenario } from './write-scenario.ts'
export { sampleRegex } from './sample-regex.ts'
