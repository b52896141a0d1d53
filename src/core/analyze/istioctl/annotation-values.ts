import { isIpAddress } from '../../mesh/index.ts'

type Check = (value: string) => string | undefined

const ports =
  (name: string, star = false): Check =>
  value => {
    if ((star && value === '*') || value.trim() === '') return undefined
    const bad = value.split(',').find(port => !/^\d+$/.test(port.trim()) || Number(port) > 65_535)
    return bad === undefined ? undefined : `${name} invalid: '${bad}' is no port`
  }

const ranges =
  (name: string, star = false): Check =>
  value => {
    if ((star && value === '*') || value === '') return undefined
    const bad = value.split(',').find(range => !isRange(range))
    return bad === undefined ? undefined : `${name} invalid: '${bad}' is no range of addresses`
  }

function isRange(text: string): boolean {
  const [address = '', bits = '', ...more] = text.split('/')
  const most = address.includes(':') ? 128 : 32
  return more.length === 0 && isIpAddress(address) && /^\d{1,3}$/.test(bits) && Number(bits) <= most
}

const number: Check = value =>
  /^\d+$/.test(value) && Number(value) < 2 ** 32 ? undefined : `'${value}' is no whole number`

const CHECKS: Readonly<Record<string, Check>> = {
  'sidecar.istio.io/interceptionMode': value =>
    ['REDIRECT', 'TPROXY', 'NONE'].includes(value)
      ? undefined
      : `interceptionMode invalid, use REDIRECT, TPROXY or NONE: ${value}`,
  'status.sidecar.istio.io/port': value => ports('status port')(value === '' ? 'nothing' : value),
  'readiness.status.sidecar.istio.io/initialDelaySeconds': number,
  'readiness.status.sidecar.istio.io/periodSeconds': number,
  'readiness.status.sidecar.istio.io/failureThreshold': number,
  'traffic.sidecar.istio.io/includeOutboundIPRanges': ranges('includeIPRanges', true),
  'traffic.sidecar.istio.io/excludeOutboundIPRanges': ranges('excludeIPRanges'),
  'traffic.sidecar.istio.io/includeInboundPorts': ports('includeInboundPorts', true),
  'traffic.sidecar.istio.io/excludeInboundPorts': ports('excludeInboundPorts'),
  'traffic.sidecar.istio.io/excludeOutboundPorts': ports('excludeOutboundPorts'),
  'prometheus.istio.io/merge-metrics': value =>
    /^(1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(value) ? undefined : `'${value}' is neither true nor false`,
}

/** What the injector could not read of a value. Istio, inject.AnnotationValidation. */
export function problemOfAnnotation(name: string, value: string): string | undefined {
  return Object.hasOwn(CHECKS, name) ? CHECKS[name]?.(value) : undefined
}
