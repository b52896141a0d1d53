import { CONNECTION_POOL, SELECTOR_LABELS } from './destination-rule-schema.ts'
import { BOOLEAN, NULLABLE_BOOLEAN, STRING, STRINGS, UINT32, listOf, object, oneOfWords } from './schema.ts'

const PORT = object({ name: STRING, number: UINT32, protocol: STRING, targetPort: UINT32 })
const CAPTURE_MODE = oneOfWords('DEFAULT', 'IPTABLES', 'NONE')
const TLS_VERSION = oneOfWords('TLS_AUTO', 'TLSV1_0', 'TLSV1_1', 'TLSV1_2', 'TLSV1_3')

export const SERVER_TLS = object(
  {
    caCertCredentialName: STRING,
    caCertificates: STRING,
    caCrl: STRING,
    cipherSuites: STRINGS,
    credentialName: STRING,
    credentialNames: listOf(STRING, 2),
    ecdhCurves: STRINGS,
    httpsRedirect: BOOLEAN,
    insecureSkipVerify: NULLABLE_BOOLEAN,
    maxProtocolVersion: TLS_VERSION,
    minProtocolVersion: TLS_VERSION,
    mode: oneOfWords('PASSTHROUGH', 'SIMPLE', 'MUTUAL', 'AUTO_PASSTHROUGH', 'ISTIO_MUTUAL', 'OPTIONAL_MUTUAL'),
    privateKey: STRING,
    serverCertificate: STRING,
    subjectAltNames: STRINGS,
    tlsCertificates: listOf(object({ caCertificates: STRING, privateKey: STRING, serverCertificate: STRING }), 2),
    verifyCertificateHash: STRINGS,
    verifyCertificateSpki: STRINGS,
  },
  {
    oneOf: [
      ['tlsCertificates', 'credentialNames'],
      ['credentialName', 'credentialNames'],
    ],
  },
)

/** `spec` of a Sidecar. Istio, crd-all.gen.yaml. */
export const SIDECAR = object({
  egress: listOf(
    object({ bind: STRING, captureMode: CAPTURE_MODE, hosts: STRINGS, port: PORT }, { required: ['hosts'] }),
  ),
  inboundConnectionPool: CONNECTION_POOL,
  ingress: listOf(
    object(
      {
        bind: STRING,
        captureMode: CAPTURE_MODE,
        connectionPool: CONNECTION_POOL,
        defaultEndpoint: STRING,
        port: PORT,
        tls: SERVER_TLS,
      },
      { required: ['port'] },
    ),
  ),
  outboundTrafficPolicy: object({
    egressProxy: object({ host: STRING, port: object({ number: UINT32 }), subset: STRING }, { required: ['host'] }),
    mode: oneOfWords('REGISTRY_ONLY', 'ALLOW_ANY'),
  }),
  workloadSelector: object({ labels: SELECTOR_LABELS }),
})
