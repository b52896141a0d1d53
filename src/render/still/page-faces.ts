import { faceRule, facesFor } from './faces.ts'
import type { Face } from './faces.ts'

/** Of the faces that the page's own style sheets declare those that are needed. */
export function facesOfPage(wanted: Parameters<typeof facesFor>[1]): readonly Face[] {
  const rules = [...document.styleSheets].flatMap(sheet => {
    try {
      return [...sheet.cssRules]
    } catch {
      return [] // of another origin: not ours
    }
  })
  const faces = rules.flatMap((rule): readonly Face[] => {
    if (!(rule instanceof CSSFontFaceRule)) return []
    const read = (property: string): string => rule.style.getPropertyValue(property)
    const [, url] = /url\("?([^")]+)"?\)/.exec(read('src')) ?? []
    if (url === undefined) return []
    const base = rule.parentStyleSheet?.href ?? document.baseURI
    return [
      {
        family: read('font-family').replaceAll(/["']/g, ''),
        weight: read('font-weight') || '400',
        style: read('font-style') || 'normal',
        unicodeRange: read('unicode-range'),
        url: new URL(url, base).href,
      },
    ]
  })
  return facesFor(faces, wanted)
}

const files = new Map<string, Promise<string>>()

/** The rules that make a drawing of these letters look everywhere as it does here. */
export async function embeddedFaces(text: string): Promise<string> {
  const faces = facesOfPage({
    families: ['Inter Variable', 'JetBrains Mono'],
    weights: [400, 500, 600],
    text,
  })
  const rules = faces.map(async face => {
    const known = files.get(face.url) ?? dataUrlOf(face.url)
    files.set(face.url, known)
    return faceRule(face, await known)
  })
  return (await Promise.all(rules)).join('')
}

async function dataUrlOf(url: string): Promise<string> {
  const blob = await (await fetch(url)).blob()
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result : '')
    }
    reader.onerror = () => {
      reject(new Error(`The font ${url} could not be read.`))
    }
    reader.readAsDataURL(blob)
  })
}
