/** A 64-bit number in two halves that is changed in place: many times as fast as BigInt where thousands are hashed. */
export class Unsigned64 {
  high: number
  low: number

  constructor(high: number, low: number) {
    this.high = high >>> 0
    this.low = low >>> 0
  }

  set(other: Unsigned64): this {
    this.high = other.high
    this.low = other.low
    return this
  }

  add(other: Unsigned64): this {
    const low = this.low + other.low
    this.high = (this.high + other.high + (low > 0xffffffff ? 1 : 0)) >>> 0
    this.low = low >>> 0
    return this
  }

  multiply(other: Unsigned64): this {
    const high = highHalf(this.low, other.low) + Math.imul(this.high, other.low) + Math.imul(this.low, other.high)
    this.low = Math.imul(this.low, other.low) >>> 0
    this.high = high >>> 0
    return this
  }

  xor(other: Unsigned64): this {
    this.high = (this.high ^ other.high) >>> 0
    this.low = (this.low ^ other.low) >>> 0
    return this
  }

  /** By 1 to 31 bits. */
  rotateLeft(bits: number): this {
    const { high, low } = this
    this.high = ((high << bits) | (low >>> (32 - bits))) >>> 0
    this.low = ((low << bits) | (high >>> (32 - bits))) >>> 0
    return this
  }

  /** Mixes in its own value shifted to the right, by 1 to 63 bits. */
  xorShifted(bits: number): this {
    const { high, low } = this
    if (bits >= 32) this.low = (low ^ (high >>> (bits - 32))) >>> 0
    else {
      this.low = (low ^ ((low >>> bits) | (high << (32 - bits)))) >>> 0
      this.high = (high ^ (high >>> bits)) >>> 0
    }
    return this
  }

  toBigInt(): bigint {
    return (BigInt(this.high) << 32n) | BigInt(this.low)
  }
}

/** The upper 32 bits of the product of two 32-bit numbers. */
function highHalf(a: number, b: number): number {
  const [aHigh, aLow, bHigh, bLow] = [a >>> 16, a & 0xffff, b >>> 16, b & 0xffff]
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16)
  const other = aLow * bHigh + (middle & 0xffff)
  return aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(other / 0x10000)
}
