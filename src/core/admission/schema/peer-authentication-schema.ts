import { SELECTOR_LABELS } from './destination-rule-schema.ts'
import { object, oneOfWords } from './schema.ts'
import type { PlainValue } from './schema.ts'

const MUTUAL_TLS = object({ mode: oneOfWords('UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT') })

const keysAt = (value: PlainValue, ...path: readonly string[]): readonly string[] | undefined => {
  let at: unknown = value
  for (const step of path) at = at instanceof Object ? (at as Readonly<Record<string, unknown>>)[step] : undefined
  return at instanceof Object ? Object.keys(at) : undefined
}

const isPort = (key: string): boolean => Number(key) > 0 && Number(key) <= 65_535

/** `spec` of a PeerAuthentication. Istio, crd-all.gen.yaml. */
export const PEER_AUTHENTICATION = object(
  {
    mtls: MUTUAL_TLS,
    portLevelMtls: {
      type: 'map',
      values: MUTUAL_TLS,
      isFilled: true,
      rules: [{ message: 'port must be between 1-65535', holds: ports => keysAt(ports)?.every(isPort) ?? true }],
    },
    selector: object({ matchLabels: SELECTOR_LABELS }),
  },
  {
    rules: [
      {
        message: 'portLevelMtls requires selector',
        holds: spec =>
          keysAt(spec, 'portLevelMtls') === undefined || (keysAt(spec, 'selector', 'matchLabels')?.length ?? 0) > 0,
      },
    ],
  },
)
