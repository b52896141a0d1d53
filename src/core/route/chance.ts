/** Things of the same class lead to the same: who walks all branches may take the first of them for all. */
export type Alike = (index: number) => string | undefined

/**
 * Where Envoy rolls dice. The router asks, the caller decides: a seeded generator while simulating, every branch in turn
 * while computing exact probabilities.
 */
export interface Chance {
  /** Index of the branch taken, given integer weights and their sum. Only asked where more than one has a weight above 0. */
  choose(weights: readonly number[], total: number, alike?: Alike): number
  /** Index of one of `count` equally likely things; `count` is at least 2. */
  pick(count: number, alike?: Alike): number
  /** The number in [0, 1) behind the last answer, or undefined where nothing was drawn. */
  readonly last: number | undefined
}
