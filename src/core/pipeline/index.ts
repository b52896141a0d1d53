export { createPipeline } from './create-pipeline.ts'
export type { World } from './world.ts'
export { writeAssumed } from './write-assumed.ts'
