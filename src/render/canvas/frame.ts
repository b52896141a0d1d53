import type { Mark } from '../drawn.ts'
import { LOOKS } from './looks.ts'

/** What is painted at one moment. */
export interface Frame {
  /** Plain shapes, `PLAIN_FLOATS` for each: x and y on the stage, look, opacity. */
  readonly plain: Float32Array<ArrayBuffer>
  /** Those that are more than a shape; over the plain ones. */
  readonly others: readonly Mark[]
}

/** A frame in one buffer, to be handed to another thread: the plain ones, then the others in doubles. */
export interface PackedFrame {
  readonly buffer: ArrayBuffer
  readonly plain: number
  readonly others: number
}

export const PLAIN_FLOATS = 4
const PLAIN_BYTES = PLAIN_FLOATS * Float32Array.BYTES_PER_ELEMENT
const OTHER_DOUBLES = 11
const OTHER_BYTES = OTHER_DOUBLES * Float64Array.BYTES_PER_ELEMENT
const BESIDE = 1
const FOCUSED = 2

export const countOf = ({ plain, others }: Frame): number => plain.length / PLAIN_FLOATS + others.length

const numberOf = new Map(LOOKS.map((look, i) => [look, i]))

/** No ring, number or words, not shrinking. */
const isPlain = ({ wait, attempt, scale, focused }: Mark): boolean =>
  wait === undefined && attempt === undefined && scale === 1 && !focused

/** Writes the marks into the buffer, or into a larger one where it is too small. */
export function packFrame(marks: readonly Mark[], buffer: ArrayBuffer): PackedFrame {
  let others = 0
  for (const mark of marks) if (!isPlain(mark)) others++
  const plain = marks.length - others
  const bytes = plain * PLAIN_BYTES + others * OTHER_BYTES
  const room = buffer.byteLength >= bytes ? buffer : new ArrayBuffer(2 ** Math.ceil(Math.log2(bytes)))
  const floats = new Float32Array(room, 0, plain * PLAIN_FLOATS)
  const doubles = new Float64Array(room, plain * PLAIN_BYTES, others * OTHER_DOUBLES)
  let at = 0
  let otherAt = 0
  for (const mark of marks) {
    const look = numberOf.get(mark.look) ?? 0
    if (isPlain(mark)) {
      floats[at++] = mark.x
      floats[at++] = mark.y
      floats[at++] = look
      floats[at++] = mark.opacity
    } else {
      doubles.set(doublesOf(mark, look), otherAt)
      otherAt += OTHER_DOUBLES
    }
  }
  return { buffer: room, plain, others }
}

/** What is not there is not a number. */
function doublesOf({ number, x, y, opacity, scale, attempt, wait, focused }: Mark, look: number): readonly number[] {
  const { closed = Number.NaN, secondsLeft = Number.NaN, crowd = Number.NaN, beside = false } = wait ?? {}
  const flags = (beside ? BESIDE : 0) + (focused ? FOCUSED : 0)
  return [number, x, y, look, opacity, scale, attempt ?? Number.NaN, closed, secondsLeft, crowd, flags]
}

/** What was packed; the plain ones stay in its buffer. */
export function unpackFrame({ buffer, plain, others }: PackedFrame): Frame {
  const doubles = new Float64Array(buffer, plain * PLAIN_BYTES, others * OTHER_DOUBLES)
  return {
    plain: new Float32Array(buffer, 0, plain * PLAIN_FLOATS),
    others: Array.from({ length: others }, (_, i) => markOf(doubles.subarray(i * OTHER_DOUBLES))),
  }
}

function markOf(doubles: Float64Array): Mark {
  const [
    number = 0,
    x = 0,
    y = 0,
    look = 0,
    opacity = 1,
    scale = 1,
    attempt,
    closed = 0,
    secondsLeft,
    crowd,
    flags = 0,
  ] = doubles
  const waiting = known(crowd)
  return {
    number,
    x,
    y,
    look: LOOKS[look] ?? 'alive',
    attempt: known(attempt),
    scale,
    opacity,
    wait:
      waiting === undefined
        ? undefined
        : { closed, secondsLeft: known(secondsLeft), crowd: waiting, beside: (flags & BESIDE) !== 0 },
    focused: (flags & FOCUSED) !== 0,
  }
}

const known = (value: number | undefined): number | undefined =>
  value === undefined || Number.isNaN(value) ? undefined : value
