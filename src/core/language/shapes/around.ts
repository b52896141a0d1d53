import type { Part } from './shape.ts'

const indent = (body: string, by: number): string => body.replace(/^(?=.)/gm, ' '.repeat(by))

/** As one of a list. */
export const asItem = (body: string): string => `- ${indent(body, 2).trimStart()}`

/** One with a single rule. */
export const virtualService = (rule: string): string => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: <host:reviews>
spec:
  hosts:
  - <host>
  http:
${indent(asItem(rule), 2)}`

/** One of a host, with the fields that are left. */
export const destinationRule = (rest: string): string => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: <host:reviews>
spec:
  host: <host>
${indent(rest, 2)}`

export const asPolicy = (part: Part): string => `trafficPolicy:\n${indent(part.body, 2)}`
