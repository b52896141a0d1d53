export type * from './destination-rule-spec.ts'
export type * from './kubernetes-spec.ts'
export type * from './resource.ts'
export type * from './virtual-service-spec.ts'
