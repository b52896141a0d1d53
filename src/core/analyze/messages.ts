import type { Diagnostic, Fix } from '../base/diagnostic.ts'
import { DESTINATIONS } from './messages/destinations.ts'
import { GATEWAYS } from './messages/gateways.ts'
import type { Message } from './messages/message.ts'
import { NOTES } from './messages/notes.ts'
import { POLICIES } from './messages/policies.ts'
import { RULES_OF_ROUTES } from './messages/rules.ts'
import { SCENARIO } from './messages/scenario.ts'

export type { Message }

/** Everything that the rules of this stage can say. MX0107 is retired: istioctl says IST0101 of it. */
export const MESSAGES = { ...DESTINATIONS, ...RULES_OF_ROUTES, ...POLICIES, ...GATEWAYS, ...SCENARIO, ...NOTES }

/** A diagnostic of a message, its title filled in. */
export function say(
  message: Message,
  values: Readonly<Record<string, string | number>>,
  about: Pick<Diagnostic, 'detail' | 'origin' | 'link' | 'countedAt' | 'otherFixes'> & {
    readonly fix?: Fix | undefined
  },
): Diagnostic {
  const { detail, origin, countedAt, fix, otherFixes = [], link } = about
  return {
    code: message.code,
    severity: message.severity,
    title: fill(message.title, values),
    detail,
    origin,
    ...(message.unseen !== undefined && { unseen: message.unseen }),
    ...(countedAt && { countedAt }),
    ...(fix && { fix }),
    ...(otherFixes.length > 0 && { otherFixes }),
    ...(link !== undefined && { link }),
  }
}

/** A template with its values. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
