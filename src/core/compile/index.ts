export type { CallerName } from './caller.ts'
export { toClusterName } from './cluster-name.ts'
export { compileConfig } from './compile-config.ts'
