import type { StillNode } from './still-node.ts'

/** The element as it is styled now, its children read when they are asked for. */
export function readNode(node: Element): StillNode {
  const style = getComputedStyle(node)
  return {
    tag: node.localName,
    attributes: new Map([...node.attributes].map(({ name, value }) => [name, value])),
    style: property => style.getPropertyValue(property),
    get children(): readonly (StillNode | string)[] {
      return [...node.childNodes].flatMap((child): readonly (StillNode | string)[] =>
        child instanceof Element ? [readNode(child)] : child instanceof Text ? [child.data] : [],
      )
    },
  }
}

/**
 * Copies of these elements, somewhere on the page where nobody sees them, in the light theme and at rest, for as long as `read`
 * takes.
 */
export function inLight<T>(elements: readonly Element[], read: (copies: readonly Element[], room: Element) => T): T {
  const room = document.createElement('div')
  room.dataset['theme'] = 'light'
  room.inert = true
  room.style.cssText = 'position:fixed;left:-200vw;top:0;width:100vw;height:100vh;overflow:hidden'
  const rest = document.createElement('style')
  rest.textContent = '[data-still] *{animation:none!important;transition:none!important}'
  room.dataset['still'] = ''
  const copies = elements.map(element => element.cloneNode(true) as Element)
  room.append(rest, ...copies)
  document.body.append(room)
  try {
    return read(copies, room)
  } finally {
    room.remove()
  }
}
