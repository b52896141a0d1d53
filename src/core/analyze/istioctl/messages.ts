import { GATEWAY_MESSAGES } from './messages/gateways.ts'
import { POLICY_MESSAGES } from './messages/policies.ts'
import { TRAFFIC_MESSAGES } from './messages/traffic.ts'
import { WORKLOAD_MESSAGES } from './messages/workloads.ts'

export type { IstioctlMessage } from './istioctl-message.ts'

/** Everything that `istioctl analyze` says of a text; by our own names, as it has several uses for some codes. */
export const ISTIOCTL_MESSAGES = {
  ...TRAFFIC_MESSAGES,
  ...GATEWAY_MESSAGES,
  ...POLICY_MESSAGES,
  ...WORKLOAD_MESSAGES,
} as const

export type MessageName = keyof typeof ISTIOCTL_MESSAGES
