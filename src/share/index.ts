export { LINK_ROOT, LONGEST_LINK, fileOf, linkOf, openFile, openLink } from './codec.ts'
export type { Opened } from './codec.ts'
export type { SharedState } from './shared-state.ts'
export type { SharedRequest, SharedTraffic } from './shared-traffic.ts'
