import type { Message } from './message.ts'

/** What a Scenario says that cannot be played. */
export const SCENARIO = {
  scenarioField: {
    code: 'MX0301',
    severity: 'warning',
    title: '{field} is no field here',
    help: 'A Scenario has fields of its own; others do nothing.',
  },
  scenarioValue: {
    code: 'MX0302',
    severity: 'error',
    title: '{field} is not {wanted}',
    help: 'A value that cannot be read counts as not written.',
  },
  scenarioMissing: {
    code: 'MX0303',
    severity: 'error',
    title: '{what} is missing',
    help: 'Without it there is nothing to play.',
  },
  scenarioConflict: {
    code: 'MX0304',
    severity: 'error',
    title: '{one} and {other} exclude each other',
    help: 'One of the two says the opposite of the other.',
  },
  scenarioBackwards: {
    code: 'MX0305',
    severity: 'error',
    title: '{later} has to be more than {earlier}',
    help: 'Times count from the beginning of the run.',
  },
  scenarioUrl: {
    code: 'MX0306',
    severity: 'error',
    title: '{url} cannot be called',
    help: 'A client calls http://host:port/path, as an application would.',
  },
  scenarioWorkload: {
    code: 'MX0307',
    severity: 'error',
    title: 'No {what} is named {name}',
    help: 'A Scenario speaks of workloads and pods of the same text.',
  },
  scenarioDocument: {
    code: 'MX0308',
    severity: 'error',
    title: 'No document of this text is {reference}',
    help: 'Steps apply and delete documents of the same text or what they hold themselves; a presentation shows such documents.',
  },
  scenarioSameName: {
    code: 'MX0309',
    severity: 'warning',
    title: 'Two clients are named {name}',
    help: 'Clients are told apart by their names.',
  },
  scenarioWithoutEffect: {
    code: 'MX0310',
    severity: 'warning',
    title: '{what} does nothing',
    help: 'It can be left out, or something that goes with it is missing.',
  },
  secondScenario: {
    code: 'MX0311',
    severity: 'warning',
    title: 'Scenario {name} is not played',
    help: 'Of several Scenarios in a text the first is played.',
  },
} as const satisfies Readonly<Record<string, Message>>
