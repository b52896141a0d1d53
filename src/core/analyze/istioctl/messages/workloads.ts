import type { IstioctlMessage } from '../istioctl-message.ts'

/** Of namespaces, pods, Deployments, Services and their annotations. */
export const WORKLOAD_MESSAGES = {
  namespaceNotInjected: {
    code: 'IST0102',
    name: 'NamespaceNotInjected',
    level: 'Info',
    title: 'Namespace {namespace} gets no sidecars',
    detail:
      'Its pods take no part in the mesh. Label namespace {namespace} istio-injection=enabled, or istio-injection=disabled if that is meant.',
  },
  podWithoutProxy: {
    code: 'IST0103',
    name: 'PodMissingProxy',
    level: 'Warning',
    title: 'Pod {pod} has no sidecar',
    detail:
      'The namespace of pod {namespace}/{pod} is injected, and the pod has no proxy. It was made before; make it anew.',
  },
  misplacedAnnotation: {
    code: 'IST0107',
    name: 'MisplacedAnnotation',
    level: 'Warning',
    title: '{annotation} does nothing here',
    detail: 'The annotation {annotation} is for {places}.',
  },
  unknownAnnotation: {
    code: 'IST0108',
    name: 'UnknownAnnotation',
    level: 'Warning',
    title: 'There is no annotation {annotation}',
    detail: 'Istio knows no annotation {annotation}. It does nothing.',
  },
  invalidAnnotation: {
    code: 'IST0125',
    name: 'InvalidAnnotation',
    level: 'Warning',
    title: '{annotation} cannot be read',
    detail: 'Istio says of {annotation}: {problem}.',
  },
  deprecatedAnnotation: {
    code: 'IST0135',
    name: 'DeprecatedAnnotation',
    level: 'Info',
    title: 'Annotation {annotation} is deprecated',
    detail: 'The annotation "{annotation}" may do nothing in a later Istio{instead}.',
  },
  twoProtocolsOnePort: {
    code: 'IST0116',
    name: 'DeploymentAssociatedToMultipleServices',
    level: 'Warning',
    title: 'Services use port {port} with two protocols',
    detail: 'Deployment {deployment} is behind Services {services}, which use port {port} with different protocols.',
  },
  portName: {
    code: 'IST0118',
    name: 'PortNameIsNotUnderNamingConvention',
    level: 'Info',
    title: 'Port {port} does not say what it speaks',
    detail:
      'Port name “{portName}” (port {port}, targetPort {targetPort}) names no protocol. The proxy looks at each connection and guesses.',
  },
  externalNamePort: {
    code: 'IST0150',
    name: 'ExternalNameServiceTypeInvalidPortName',
    level: 'Warning',
    title: 'Port tcp of an ExternalName may take other traffic',
    detail:
      'For a port named tcp on an ExternalName Service the proxy may catch TCP traffic that is meant for elsewhere.',
  },
  conflictingPorts: {
    code: 'IST0137',
    name: 'DeploymentConflictingPorts',
    level: 'Warning',
    title: 'targetPort {targetPort} is behind several ports',
    detail:
      'Deployment {deployment} is behind Services {services}, which lead to targetPort "{targetPort}" by ports {ports}.',
  },
  injectionLabels: {
    code: 'IST0123',
    name: 'NamespaceMultipleInjectionLabels',
    level: 'Warning',
    title: 'The namespace asks for injection in several ways',
    detail: 'It has labels {labels}, which contradict each other. Keep one of them.',
  },
  injectedByDefault: {
    code: 'IST0148',
    name: 'NamespaceInjectionEnabledByDefault',
    level: 'Info',
    title: 'The namespace is injected by default',
    detail: 'Istio is installed with enableNamespacesByDefault true, so its pods get sidecars without a label.',
  },
  reservedUser: {
    code: 'IST0144',
    name: 'InvalidApplicationUID',
    level: 'Warning',
    title: 'User 1337 is the sidecar’s own',
    detail: 'Traffic of user ID 1337 is taken for the proxy’s and passes it by. Run the application as another user.',
  },
  autoImageOfDeployment: {
    code: 'IST0146',
    name: 'ImageAutoWithoutInjectionWarning',
    level: 'Warning',
    title: 'Nobody fills in image auto of {deployment}',
    detail: 'Deployment {deployment} has image: auto, which the injector fills in, and no injector takes its pods.',
  },
  autoImageOfPod: {
    code: 'IST0147',
    name: 'ImageAutoWithoutInjectionError',
    level: 'Error',
    title: 'Pod {pod} cannot start with image auto',
    detail: 'Pod {pod} has image: auto, which the injector should have filled in. No such image exists.',
  },
} as const satisfies Readonly<Record<string, IstioctlMessage>>
