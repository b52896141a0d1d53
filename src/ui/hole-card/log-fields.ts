/** Which words of the line say why, by their place in Istio's default format. */
const FIELDS: readonly (readonly [name: string, place: number])[] = [
  ['RESPONSE_CODE', 2],
  ['RESPONSE_FLAGS', 3],
  ['RESPONSE_CODE_DETAILS', 4],
  ['UPSTREAM_HOST', 15],
  ['UPSTREAM_CLUSTER_RAW', 16],
  ['ROUTE_NAME', 21],
]

/** The fields of an access-log line that tell one death from another, by Envoy's names. */
export function logFields(line: string): readonly (readonly [name: string, value: string])[] {
  const words = line.match(/\[[^\]]*\]|"[^"]*"|\S+/g) ?? []
  return FIELDS.map(([name, place]) => [name, words[place] ?? '-'] as const)
}
