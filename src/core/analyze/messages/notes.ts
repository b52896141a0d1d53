import type { Message } from './message.ts'

/** What the picture leaves out. */
export const NOTES = {
  notUsed: {
    code: 'MX0001',
    severity: 'info',
    title: '{kind} {name} is seen, not used',
    help: 'What this kind does to traffic, if anything, is not part of the picture.',
  },
  simplified: {
    code: 'MX0201',
    severity: 'info',
    title: 'Simplified here: {field}',
    help: 'The picture shows this in kind, and differs from a real mesh as the ledger of fidelity says.',
  },
  absent: {
    code: 'MX0202',
    severity: 'info',
    title: 'Not part of the picture: {field}',
    help: 'A real mesh acts on this; the picture does not, as the ledger of fidelity says.',
  },
} as const satisfies Readonly<Record<string, Message>>
