import { fullName } from '../../cluster/item.ts'
import type { BlindFinding, BlindRule } from '../blind-rule.ts'
import { inSpec } from '../in-spec.ts'

/** Services that routes of the Gateway API send to. */
export const checkBackends: BlindRule = ({ cluster, shows }) =>
  !shows('Service')
    ? []
    : ['HTTPRoute', 'GRPCRoute'].flatMap(kind =>
        cluster.items(kind).flatMap(about =>
          about.spec.list('rules').flatMap(rule =>
            rule.list('backendRefs').flatMap((ref): readonly BlindFinding[] => {
              const name = ref.string('name')
              const namespace = ref.string('namespace') ?? about.namespace
              const isService = (ref.string('kind') ?? 'Service') === 'Service' && (ref.string('group') ?? '') === ''
              if (name === undefined || !isService || cluster.find('Service', namespace, name)) return []
              return [
                {
                  message: 'missingBackend',
                  about,
                  values: { backend: fullName({ namespace, name }) },
                  at: inSpec(ref),
                },
              ]
            }),
          ),
        ),
      )
