import type { BlindFinding, BlindRule } from '../blind-rule.ts'
import { inSpec } from '../in-spec.ts'

/** Service accounts of principals, where the text shows pods of their namespace. */
export const checkPrincipals: BlindRule = ({ cluster }) => {
  const accounts = new Map<string, Set<string>>()
  for (const { namespace, spec } of cluster.pods) {
    const known = accounts.get(namespace) ?? new Set<string>()
    accounts.set(namespace, known.add(spec.string('serviceAccountName') ?? 'default'))
  }
  return cluster.items('AuthorizationPolicy').flatMap(about =>
    about.spec.list('rules').flatMap(rule =>
      rule.list('from').flatMap(from =>
        from
          .at('source')
          .strings('principals')
          .flatMap((principal, i): readonly BlindFinding[] => {
            const [, namespace = '', account = ''] = /^[^/*]+\/ns\/([^/*]+)\/sa\/([^/*]+)$/.exec(principal) ?? []
            const known = accounts.get(namespace)
            if (account === '' || !known || known.has(account)) return []
            return [
              {
                message: 'unknownAccount',
                about,
                values: { principal },
                at: [...inSpec(from), 'source', 'principals', i],
              },
            ]
          }),
      ),
    ),
  )
}
