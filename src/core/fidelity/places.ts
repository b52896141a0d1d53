import type { FieldUse } from './ledger-row.ts'

/** A field of a traffic policy: of the whole rule, of a subset, or of a port of either. */
export function policyField(field: string): readonly FieldUse[] {
  return ['spec.trafficPolicy', 'spec.subsets.*.trafficPolicy'].flatMap(policy => [
    { kind: 'DestinationRule', path: `${policy}.${field}` },
    { kind: 'DestinationRule', path: `${policy}.portLevelSettings.*.${field}` },
  ])
}

/** A field that only the policy itself has, of the rule or of a subset. */
export function wholePolicyField(field: string): readonly FieldUse[] {
  return ['spec.trafficPolicy', 'spec.subsets.*.trafficPolicy'].map(policy => ({
    kind: 'DestinationRule',
    path: `${policy}.${field}`,
  }))
}

/** Whole kinds. */
export const kinds = (...names: readonly string[]): readonly FieldUse[] => names.map(kind => ({ kind }))
/** A field of a pod, or of the template that pods are made of. */
export const pods = (path: string): readonly FieldUse[] => [
  { kind: 'Pod', path },
  ...['Deployment', 'StatefulSet', 'ReplicaSet', 'DaemonSet'].map(kind => ({ kind, path: `spec.template.${path}` })),
]
