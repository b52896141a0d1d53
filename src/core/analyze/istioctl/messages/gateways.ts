import type { IstioctlMessage } from '../istioctl-message.ts'

const NOT_FOUND = { code: 'IST0101', name: 'ReferencedResourceNotFound', level: 'Error' } as const

/** Of Gateways, Istio's and those of the Gateway API. */
export const GATEWAY_MESSAGES = {
  gatewaySelectorNotFound: {
    ...NOT_FOUND,
    title: 'No pod has {selector}',
    detail: 'The Gateway is for pods with {selector}, and there are none. Nothing listens on its ports.',
  },
  credentialNotFound: {
    ...NOT_FOUND,
    title: 'There is no Secret {credential}',
    detail:
      'credentialName {credential} means a Secret in {namespace}, where the gateway’s pods are. Without it the port is not served.',
  },
  duplicateCertificate: {
    code: 'IST0138',
    name: 'GatewayDuplicateCertificate',
    level: 'Warning',
    title: 'Gateways {names} share a certificate',
    detail:
      'Browsers use one HTTP/2 connection for all names of a certificate. {names} then get requests of each other and answer 404.',
  },
  conflictingGateways: {
    code: 'IST0145',
    name: 'ConflictingGateways',
    level: 'Error',
    title: 'Gateways define the same host on port {port}',
    detail: '{others} serves {hosts} for pods with {selector} on port {port} as well. Only one of them is used.',
  },
  invalidCredential: {
    code: 'IST0161',
    name: 'InvalidGatewayCredential',
    level: 'Error',
    title: 'The credential of Gateway {gateway} is invalid',
    detail: 'Its Secret in {namespace} holds no certificate that is valid now. The port is not served.',
  },
  portNotOnService: {
    code: 'IST0162',
    name: 'GatewayPortNotDefinedOnService',
    level: 'Warning',
    title: 'No Service leads to port {port} of the gateway',
    detail:
      'Pods with {selector} listen on {port}, and no Service of theirs has that port. It can only be reached at the pods themselves.',
  },
  negativeCondition: {
    code: 'IST0171',
    name: 'NegativeConditionStatus',
    level: 'Warning',
    title: 'Its status says {type}: {reason}',
    detail: 'A condition of its status is negative: type={type}, reason={reason}, message={message}.',
  },
  crdTooOld: {
    code: 'IST0176',
    name: 'GatewayAPICRDVersionBelowMinimum',
    level: 'Warning',
    title: 'CRD {crd} is too old',
    detail: 'It is of version {version}, and this Istio needs {minimum}. Resources of the kind are not read.',
  },
} as const satisfies Readonly<Record<string, IstioctlMessage>>
