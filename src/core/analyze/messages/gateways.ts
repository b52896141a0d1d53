import type { Message } from './message.ts'

/** What is bound to gateways. */
export const GATEWAYS = {
  missingParent: {
    code: 'MX0112',
    severity: 'error',
    title: 'There is no {parent} for this HTTPRoute',
    help: 'A route has an effect only where the parent that it names is there and takes it.',
  },
  routeNotTaken: {
    code: 'MX0112',
    severity: 'error',
    title: '{parent} does not take this HTTPRoute',
    help: 'A route has an effect only where the parent that it names is there and takes it.',
  },
  missingGateway: {
    code: 'IST0101',
    unseen: 'MX0121',
    severity: 'error',
    title: 'There is no Gateway {gateway}',
    help: 'A name without a namespace means a Gateway of the VirtualService’s own namespace.',
  },
  hostNotInGateway: {
    code: 'IST0132',
    unseen: 'MX0122',
    severity: 'warning',
    title: 'Gateway {gateway} has no server for {hosts}',
    help: 'A gateway takes a VirtualService’s routes only for hosts that one of its servers lists.',
  },
  nothingBound: {
    code: 'MX0113',
    severity: 'info',
    title: 'No route is bound to Gateway {gateway}',
    help: 'A gateway answers 404 to all that no VirtualService or HTTPRoute is bound to it for.',
  },
} as const satisfies Readonly<Record<string, Message>>
