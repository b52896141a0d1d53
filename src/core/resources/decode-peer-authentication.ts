import type { MutualTlsMode, PeerAuthenticationSpec } from './peer-authentication-spec.ts'
import type { Reader } from './reader.ts'

const MODES = ['UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT'] as const

/** security.istio.io PeerAuthentication; a mode that is not written is `UNSET`. */
export function decodePeerAuthentication(resource: Reader): PeerAuthenticationSpec {
  const spec = resource.at('spec')
  return {
    selector: spec.message('selector', selector => selector.labels('matchLabels')),
    mode: decodeMode(spec.at('mtls')),
    portLevelMtls: spec.record('portLevelMtls', decodeMode),
  }
}

function decodeMode(mtls: Reader): MutualTlsMode {
  return MODES.find(mode => mode === mtls.string('mode')) ?? 'UNSET'
}
