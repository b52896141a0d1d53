export { createPipeline } from './create-pipeline.ts'
export type { PlayedScenario } from './played-scenario.ts'
export type { World } from './world.ts'
export { writeAssumed } from './write-assumed.ts'
