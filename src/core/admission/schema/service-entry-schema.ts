import type { PlainValue, Rule, Schema } from './schema.ts'
import { STRING, STRINGS, STRING_MAP, UINT32, listOf, object, oneOfWords } from './schema.ts'

const PORT_NUMBER: Schema = { type: 'integer', min: 1, max: 65535 }
const PORT_NAME = /^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/
const text = (maxLength: number): Schema => ({ type: 'string', maxLength })

type Fields = Readonly<Record<string, PlainValue>>

const fieldsOf = (value: PlainValue | undefined): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
const listIn = (value: PlainValue | undefined): readonly PlainValue[] =>
  Array.isArray(value) ? (value as readonly PlainValue[]) : []
const textOf = (value: PlainValue | undefined): string => (typeof value === 'string' ? value : '')
const rule = (message: string, holds: (fields: Fields) => boolean): Rule => ({
  message,
  holds: value => holds(fieldsOf(value)),
})
const isSocket = ({ address }: Fields): boolean => textOf(address).startsWith('unix://')

/** `spec` of a WorkloadEntry, and an endpoint of a ServiceEntry. Istio, crd-all.gen.yaml. */
export const WORKLOAD_ENTRY = object(
  {
    address: text(256),
    labels: STRING_MAP,
    locality: text(2048),
    network: text(2048),
    ports: { type: 'map', values: PORT_NUMBER },
    serviceAccount: text(253),
    weight: UINT32,
  },
  {
    rules: [
      rule('Address is required', fields => 'address' in fields || 'network' in fields),
      rule('UDS must be an absolute path or abstract socket', fields =>
        isSocket(fields) ? /^unix:\/\/[/@]/.test(textOf(fields['address'])) : true,
      ),
      rule('UDS may not be a dir', fields => !isSocket(fields) || !textOf(fields['address']).endsWith('/')),
      rule('UDS may not include ports', fields => !isSocket(fields) || !('ports' in fields)),
      rule('port name must be valid', ({ ports }) =>
        Object.keys(fieldsOf(ports)).every(name => name.length < 63 && PORT_NAME.test(name)),
      ),
    ],
  },
)

const PORTS: Schema = {
  type: 'array',
  items: object(
    { name: text(256), number: PORT_NUMBER, protocol: text(256), targetPort: PORT_NUMBER },
    { required: ['number', 'name'] },
  ),
  maxItems: 256,
  keys: ['name'],
  rules: [
    {
      message: 'port number cannot be duplicated',
      holds: value => {
        const numbers = listIn(value).map(port => fieldsOf(port)['number'])
        return new Set(numbers).size === numbers.length
      },
    },
  ],
}

const resolutionOf = (fields: Fields): PlainValue => fields['resolution'] ?? 'NONE'
const RANGES = 'CIDR addresses are allowed only for NONE/STATIC resolution types'

/** `spec` of a ServiceEntry. Istio, crd-all.gen.yaml. */
export const SERVICE_ENTRY = object(
  {
    addresses: listOf(text(64), 256),
    endpoints: listOf(WORKLOAD_ENTRY, 4096),
    exportTo: STRINGS,
    hosts: {
      type: 'array',
      items: STRING,
      minItems: 1,
      maxItems: 256,
      rules: [{ message: 'hostname cannot be wildcard', holds: value => !listIn(value).includes('*') }],
    },
    location: oneOfWords('MESH_EXTERNAL', 'MESH_INTERNAL'),
    ports: PORTS,
    resolution: oneOfWords('NONE', 'STATIC', 'DNS', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS'),
    subjectAltNames: STRINGS,
    workloadSelector: object({ labels: { type: 'map', values: text(63), keys: 'no-wildcard' } }),
  },
  {
    required: ['hosts'],
    rules: [
      rule(
        'only one of WorkloadSelector or Endpoints can be set',
        fields => !('workloadSelector' in fields && 'endpoints' in fields),
      ),
      rule(
        RANGES,
        fields =>
          ['STATIC', 'NONE'].includes(textOf(resolutionOf(fields))) ||
          !listIn(fields['addresses']).some(address => textOf(address).includes('/')),
      ),
      rule('NONE mode cannot set endpoints', fields => resolutionOf(fields) !== 'NONE' || !('endpoints' in fields)),
      rule(
        'DNS_ROUND_ROBIN mode cannot have multiple endpoints',
        fields => resolutionOf(fields) !== 'DNS_ROUND_ROBIN' || listIn(fields['endpoints']).length <= 1,
      ),
    ],
  },
)
