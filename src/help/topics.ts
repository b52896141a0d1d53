export type Topic =
  | 'destinations'
  | 'rules'
  | 'gateways'
  | 'services'
  | 'entries'
  | 'security'
  | 'scope'
  | 'filters'
  | 'pods'
  | 'reading'
  | 'scenario'
  | 'picture'

/** What codes are about, in the order of the list. */
export const TOPICS: Readonly<Record<Topic, string>> = {
  destinations: 'Destinations and subsets',
  rules: 'Rules and hosts',
  gateways: 'Gateways',
  services: 'Services and ports',
  entries: 'ServiceEntries',
  security: 'TLS and policies',
  scope: 'Sidecars and Telemetry',
  filters: 'EnvoyFilters',
  pods: 'Namespaces, pods, injection',
  reading: 'Reading and accepting the text',
  scenario: 'Scenarios',
  picture: 'What the picture leaves out',
}
