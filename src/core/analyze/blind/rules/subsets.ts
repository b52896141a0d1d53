import { isOutside } from '../../istioctl/hosts.ts'
import type { BlindFinding, BlindRule } from '../blind-rule.ts'

/** What istioctl and istiod's webhook look at outside subsets only. */
export const checkSubsets: BlindRule = ({ cluster, hosts }) =>
  cluster.items('DestinationRule').flatMap(about => {
    const target = hosts.find(about.spec.string('host') ?? '', about.namespace, about.spec.strings('exportTo'))
    const isPublic = target !== undefined && isOutside(target)
    return about.spec.list('subsets').flatMap((fields): readonly BlindFinding[] => {
      const subset = fields.string('name') ?? ''
      const policy = fields.at('trafficPolicy')
      const mode = policy.at('tls').string('mode') ?? ''
      const at = ['spec', ...fields.path]
      const findings: BlindFinding[] = []
      if (
        !isPublic &&
        ['SIMPLE', 'MUTUAL'].includes(mode) &&
        !policy.at('tls').string('caCertificates') &&
        policy.at('tls').boolean('insecureSkipVerify') !== true
      ) {
        findings.push({
          message: 'subsetWithoutCa',
          about,
          values: { subset, mode },
          at: [...at, 'trafficPolicy', 'tls'],
        })
      }
      if (policy.at('outlierDetection', 'consecutiveErrors').isPresent) {
        const place = [...at, 'trafficPolicy', 'outlierDetection', 'consecutiveErrors']
        findings.push({ message: 'deprecatedInSubset', about, values: { subset }, at: place })
      }
      if (Object.keys(fields.labels('labels')).length === 0 && !policy.isPresent) {
        findings.push({ message: 'subsetOfAll', about, values: { subset, host: about.spec.string('host') ?? '' }, at })
      }
      return findings
    })
  })
