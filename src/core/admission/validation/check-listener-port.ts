import type { Reader } from '../../resources/index.ts'
import { checkPort, isDnsLabel } from './names.ts'
import type { Report } from './report.ts'

export const UNIX_PREFIX = 'unix://'

const PROTOCOLS: ReadonlySet<string> = new Set(
  'tcp udp grpc grpc-web http http_proxy http2 https tls mongo redis mysql'.split(' '),
)

/** Name, protocol and number of a Sidecar listener's port; number 0 stands for a socket. Istio, ValidateSidecar. */
export function checkListenerPort(port: Reader, report: Report, mayBeSocket = true): void {
  const name = port.string('name') ?? ''
  const number = port.number('number') ?? 0
  if (name !== '' && !isDnsLabel(name)) report.error(port.at('name'), `invalid port name: ${name}`)
  report.errorIf(port.at('protocol'), checkProtocol(port.string('protocol') ?? ''))
  if (number !== 0 || !mayBeSocket) report.errorIf(port, checkPort(number))
}

/** What a port may be said to speak; nothing: it is detected. Istio, ValidateProtocol. */
export function checkProtocol(protocol: string): string | undefined {
  if (protocol === '' || PROTOCOLS.has(protocol.toLowerCase())) return undefined
  return `unsupported protocol: ${protocol}`
}

/** Istio, ValidateUnixAddress. */
export function checkUnixAddress(address: string): string | undefined {
  if (address === '') return 'unix address must not be empty'
  if (address.startsWith('@')) return undefined
  const isFile = address.startsWith('/') && !address.endsWith('/')
  return isFile ? undefined : `${address} is not an absolute path to a file`
}
