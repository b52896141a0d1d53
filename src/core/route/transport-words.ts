import type { StepWords } from './step-words.ts'
import type { TraceStep } from './trace.ts'

type Step<Kind extends TraceStep['kind']> = Extract<TraceStep, { kind: Kind }>

export function speaksWords({ spoken, isAutomatic }: Step<'speaks'>): StepWords {
  const detail = isAutomatic
    ? spoken === 'mTLS'
      ? 'the pod has a sidecar that can, and no DestinationRule says otherwise'
      : 'nothing asks for TLS here'
    : 'the DestinationRule’s tls says so'
  return { mark: 'dot', title: `Speaks ${spoken}`, detail }
}

const TAKES = { plaintext: 'plain text only', mtls: 'mTLS only', both: 'mTLS and plain text' } as const

export function takesWords({ pod, accepts, hasSidecar, isStated, spoken, met }: Step<'takes'>): StepWords {
  const title = `Pod ${pod} takes ${TAKES[accepts]}`
  const why = isStated
    ? 'its PeerAuthentication says so'
    : hasSidecar
      ? 'no PeerAuthentication says more'
      : 'it has no sidecar'
  switch (met) {
    case 'accepted':
      return { mark: 'dot', title, detail: why }
    case 'reset':
      return {
        mark: 'lost',
        title,
        detail: `${why}; the request came in plain text, so its sidecar closes the connection`,
      }
    case 'tls-error':
      return { mark: 'lost', title, detail: `${why}; the request came in ${spoken}, so the handshake fails` }
    case 'refused':
      return { mark: 'lost', title: `Pod ${pod} refuses the connection`, detail: NOBODY }
    case 503:
      return { mark: 'lost', title: `Pod ${pod}’s sidecar answers 503`, detail: NOBODY }
  }
}

const NOBODY = 'its containers declare other ports, so nothing listens at this one'

export function hashWords({ isHashed }: Step<'hash'>): StepWords {
  return isHashed
    ? { mark: 'dot', title: 'Hashed', detail: 'the same key leads to the same pod, as the DestinationRule asks' }
    : { mark: 'dot', title: 'Nothing to hash', detail: 'the request lacks the key, so the pod is drawn' }
}
