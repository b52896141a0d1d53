import type { ForwardAction, MirrorPolicy, WeightedCluster } from '../envoy/index.ts'
import type { Course } from './course.ts'

/**
 * Which mirrors get a copy. All of a rule's draws are one number of the request: shares out of the same denominator nest,
 * and shares out of 100 depend on the leg, which that number chose too. Envoy, router.cc, FilterUtility::shouldShadow;
 * weighted_cluster_specifier.cc [C7] [C72].
 */
export function drawCopies(
  course: Course,
  action: ForwardAction,
  leg: WeightedCluster | undefined,
): readonly MirrorPolicy[] {
  const drawn = new Map<number, number>()
  return action.mirrors.filter(policy => {
    const { numerator, denominator } = policy
    if (numerator <= 0) return false
    if (numerator >= denominator) return true
    const bounds = boundsOf(action.mirrors, denominator)
    const weights = bucketWeights(bounds, denominator, action, leg)
    const bucket = drawn.get(denominator) ?? chooseBucket(course, weights)
    drawn.set(denominator, bucket)
    const last = bounds.indexOf(numerator)
    const copied = bucket < last
    tell(course, policy, sum(weights.slice(0, last)) / sum(weights), copied)
    return copied
  })
}

/** Where buckets of equal fate begin and end: 0, each share of this denominator, the denominator. */
function boundsOf(mirrors: readonly MirrorPolicy[], denominator: number): readonly number[] {
  const shares = mirrors.flatMap(policy => (policy.denominator === denominator ? policy.numerator : []))
  const inner = shares.filter(share => share > 0 && share < denominator)
  return [0, ...[...new Set(inner)].sort((a, b) => a - b), denominator]
}

/** How many numbers fall into each bucket, among those that chose the leg. */
function bucketWeights(
  bounds: readonly number[],
  denominator: number,
  { clusters, totalWeight }: ForwardAction,
  leg: WeightedCluster | undefined,
): readonly number[] {
  const common = clusters.length < 2 ? 1 : commonDivisor(totalWeight, denominator)
  if (common === 1 || common > MOST_CLASSES) return bounds.slice(1).map((end, i) => end - (bounds[i] ?? 0))
  const index = leg ? clusters.indexOf(leg) : 0
  const from = sum(clusters.slice(0, index).map(({ weight }) => weight))
  const ofLeg = countClasses(from, from + (leg?.weight ?? 0), common)
  return bounds.slice(1).map((end, i) => {
    const ofBucket = countClasses(bounds[i] ?? 0, end, common)
    return sum(ofBucket.map((count, c) => count * (ofLeg[c] ?? 0)))
  })
}

/** Shares out of a million follow no leg, whose weights are far from that fine. */
const MOST_CLASSES = 100

/** Of the whole numbers from `from` up to `to`, how many leave each rest when divided by `divisor`. */
function countClasses(from: number, to: number, divisor: number): readonly number[] {
  const below = (end: number, rest: number): number => Math.floor((end - rest + divisor - 1) / divisor)
  return Array.from({ length: divisor }, (_, rest) => below(to, rest) - below(from, rest))
}

/** Nothing is drawn where all numbers fall into one bucket. */
function chooseBucket({ chance }: Course, weights: readonly number[]): number {
  const possible = weights.flatMap((weight, i) => (weight > 0 ? i : []))
  return possible.length === 1 ? (possible[0] ?? 0) : chance.choose(weights, sum(weights))
}

function tell({ chance, steps }: Course, { origin }: MirrorPolicy, share: number, copied: boolean): void {
  if (!steps || share === 0 || share === 1) return
  steps.push({
    kind: 'draw',
    what: 'mirror',
    value: chance.last,
    options: [
      { label: 'copied', share, taken: copied },
      { label: 'not copied', share: 1 - share, taken: !copied },
    ],
    origin,
  })
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
