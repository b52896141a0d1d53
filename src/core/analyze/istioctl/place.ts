import type { Origin } from '../../base/origin.ts'
import type { Finding } from './finding.ts'

/** The resource that a finding is about, or the template of the pods that it is about. */
export function resourceOf({ about }: Pick<Finding, 'about'>): Origin {
  if ('document' in about) return { documentId: about.document.id, path: about.path }
  const { source, isMade } = about
  return { documentId: source.document.id, path: isMade ? [...source.path, 'spec', 'template'] : source.path }
}

/** Where a finding is shown. What is said of a pod that a workload makes stands in its template. */
export function originOf(finding: Pick<Finding, 'about' | 'at' | 'line'>): Origin {
  const { documentId, path } = resourceOf(finding)
  return { documentId, path: [...path, ...(finding.at ?? finding.line ?? [])] }
}
