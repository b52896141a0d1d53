import { Unsigned64 } from './unsigned64.ts'
import { toUtf8 } from './utf8.ts'

const P1 = new Unsigned64(0x9e3779b1, 0x85ebca87)
const P2 = new Unsigned64(0xc2b2ae3d, 0x27d4eb4f)
const P3 = new Unsigned64(0x165667b1, 0x9e3779f9)
const P4 = new Unsigned64(0x85ebca77, 0xc2b2ae63)
const P5 = new Unsigned64(0x27d4eb2f, 0x165667c5)
const MINUS_P1 = new Unsigned64(0x61c8864e, 0x7a143579)

/** xxHash, 64 bits, of a text's bytes. Envoy, hash.h, HashUtil::xxHash64 [C101]. */
export function xxHash64(text: string, seed = 0): bigint {
  const bytes = toUtf8(text)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { length } = bytes
  const start = new Unsigned64(0, seed)
  const hash = length >= 32 ? hashStripes(view, start) : new Unsigned64(0, seed).add(P5)
  hash.add(new Unsigned64(0, length))
  const word = new Unsigned64(0, 0)
  let at = length - (length % 32)
  for (; at + 8 <= length; at += 8)
    hash
      .xor(lane(setTo(word, 0, 0), view, at))
      .rotateLeft(27)
      .multiply(P1)
      .add(P4)
  if (at + 4 <= length) {
    hash
      .xor(setTo(word, 0, view.getUint32(at, true)).multiply(P1))
      .rotateLeft(23)
      .multiply(P2)
      .add(P3)
    at += 4
  }
  for (; at < length; at++)
    hash
      .xor(setTo(word, 0, view.getUint8(at)).multiply(P5))
      .rotateLeft(11)
      .multiply(P1)
  return hash.xorShifted(33).multiply(P2).xorShifted(29).multiply(P3).xorShifted(32).toBigInt()
}

/** All whole stripes of 32 bytes, in four lanes. */
function hashStripes(view: DataView, seed: Unsigned64): Unsigned64 {
  const copy = () => new Unsigned64(seed.high, seed.low)
  const lanes = [copy().add(P1).add(P2), copy().add(P2), copy(), copy().add(MINUS_P1)] as const
  for (let at = 0; at + 32 <= view.byteLength; at += 32) {
    for (const [i, accumulator] of lanes.entries()) lane(accumulator, view, at + 8 * i)
  }
  const hash = new Unsigned64(0, 0)
  const turned = new Unsigned64(0, 0)
  for (const [i, bits] of [1, 7, 12, 18].entries()) {
    const from = lanes[i]
    if (from) hash.add(turned.set(from).rotateLeft(bits))
  }
  for (const accumulator of lanes) {
    hash
      .xor(setTo(turned, 0, 0).add(accumulator.multiply(P2).rotateLeft(31).multiply(P1)))
      .multiply(P1)
      .add(P4)
  }
  return hash
}

const read = new Unsigned64(0, 0)

/** One round over the eight bytes at a place. */
function lane(accumulator: Unsigned64, view: DataView, at: number): Unsigned64 {
  setTo(read, view.getUint32(at + 4, true), view.getUint32(at, true))
  return accumulator.add(read.multiply(P2)).rotateLeft(31).multiply(P1)
}

function setTo(word: Unsigned64, high: number, low: number): Unsigned64 {
  word.high = high
  word.low = low
  return word
}
