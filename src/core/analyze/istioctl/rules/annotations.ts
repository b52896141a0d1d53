import type { Labels } from '../../../resources/index.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import type { Pod } from '../../cluster/pods.ts'
import { KNOWN_ANNOTATIONS } from '../known-annotations.ts'
import { problemOfAnnotation } from '../annotation-values.ts'
import type { Finding, IstioctlRule } from '../finding.ts'

const INJECT = 'sidecar.istio.io/inject'

/** Annotations that Istio does not know, or not there, or not so. Istio, annotations.K8sAnalyzer. */
export const checkAnnotations: IstioctlRule = ({ cluster }) => [
  ...['Namespace', 'Service', 'Deployment'].flatMap(kind => cluster.items(kind).flatMap(item => check(item, kind))),
  ...cluster.pods.flatMap(pod => check(pod, 'Pod')),
]

function check(about: PlacedItem | Pod, kind: string): readonly Finding[] {
  return Object.entries(about.annotations).flatMap(([annotation, value]) => {
    if (!isOfIstio(annotation)) return []
    const place = { about, at: ['metadata', 'annotations', annotation] }
    const known = KNOWN_ANNOTATIONS.get(annotation)
    if (!known) return [{ message: 'unknownAnnotation' as const, values: { annotation }, ...place }]
    const findings: Finding[] = []
    if (known.isDeprecated && !(annotation === INJECT && hasLabel(about.labels))) {
      const instead = annotation === INJECT ? `: use the label "${INJECT}"` : ''
      findings.push({ message: 'deprecatedAnnotation', values: { annotation, instead }, ...place })
    }
    if (known.places.includes('Any')) return findings
    if (!known.places.includes(kind)) {
      const values = { annotation, places: known.places.join(', ') }
      return [...findings, { message: 'misplacedAnnotation' as const, values, ...place }]
    }
    const problem = problemOfAnnotation(annotation, value)
    if (problem !== undefined)
      findings.push({ message: 'invalidAnnotation', values: { annotation, problem }, ...place })
    return findings
  })
}

const hasLabel = (labels: Labels): boolean => INJECT in labels

const isOfIstio = (annotation: string): boolean =>
  annotation === 'kubernetes.io/ingress.class' || (annotation.split('/')[0] ?? '').endsWith('istio.io')
