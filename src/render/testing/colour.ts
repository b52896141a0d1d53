/** Colour arithmetic for tests of the tokens: contrast (WCAG 2), colour vision (Machado 2009), difference (CIEDE2000). */
export type Rgb = readonly [number, number, number]
type Matrix = readonly [Rgb, Rgb, Rgb]

export function fromHex(hex: string): Rgb {
  const n = Number.parseInt(hex.replace('#', ''), 16)
  return [(n >> 16) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255]
}

const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
const toLinear = ([r, g, b]: Rgb): Rgb => [linear(r), linear(g), linear(b)]
const times = (m: Matrix, [x, y, z]: Rgb): Rgb => {
  const row = (i: 0 | 1 | 2): number => m[i][0] * x + m[i][1] * y + m[i][2] * z
  return [row(0), row(1), row(2)]
}

const luminance = (rgb: Rgb): number => {
  const [r, g, b] = toLinear(rgb)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

export function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
export const VISION: Readonly<Record<'typical' | 'protan' | 'deutan' | 'tritan', Matrix>> = {
  typical: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const TO_XYZ: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
]

/** CIELAB under D65, as somebody with this vision sees it. */
export function labOf(rgb: Rgb, vision: Matrix): Rgb {
  const clamped = times(vision, toLinear(rgb)).map(c => Math.min(1, Math.max(0, c))) as unknown as Rgb
  const [x, y, z] = times(TO_XYZ, clamped)
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)]
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
}

const DEGREE = Math.PI / 180
const seventh = (c: number): number => Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7))

/** CIEDE2000 with unit weights (Sharma, Wu, Dalal 2005). */
export function difference([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const g = 0.5 * (1 - seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2))
  const [ap1, ap2] = [a1 * (1 + g), a2 * (1 + g)]
  const [c1, c2] = [Math.hypot(ap1, b1), Math.hypot(ap2, b2)]
  const hue = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / DEGREE + 360) % 360)
  const [h1, h2] = [hue(ap1, b1), hue(ap2, b2)]
  const grey = c1 * c2 === 0
  let dh = grey ? 0 : h2 - h1
  if (dh > 180) dh -= 360
  else if (dh < -180) dh += 360
  const deltaH = 2 * Math.sqrt(c1 * c2) * Math.sin((dh / 2) * DEGREE)
  const lm = (l1 + l2) / 2
  const cm = (c1 + c2) / 2
  const apart = Math.abs(h1 - h2)
  const hm = grey ? h1 + h2 : apart <= 180 ? (h1 + h2) / 2 : (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2
  const cos = (degrees: number): number => Math.cos(degrees * DEGREE)
  const t = 1 - 0.17 * cos(hm - 30) + 0.24 * cos(2 * hm) + 0.32 * cos(3 * hm + 6) - 0.2 * cos(4 * hm - 63)
  const sl = 1 + (0.015 * (lm - 50) ** 2) / Math.sqrt(20 + (lm - 50) ** 2)
  const sc = 1 + 0.045 * cm
  const sh = 1 + 0.015 * cm * t
  const rt = -2 * seventh(cm) * Math.sin(60 * Math.exp(-(((hm - 275) / 25) ** 2)) * DEGREE)
  const [dl, dc, dhh] = [(l2 - l1) / sl, (c2 - c1) / sc, deltaH / sh]
  return Math.sqrt(dl ** 2 + dc ** 2 + dhh ** 2 + rt * dc * dhh)
}
