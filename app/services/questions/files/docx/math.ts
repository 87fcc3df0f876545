import { childOf, elementsOf, xmlText } from '../xml.server.ts'
import type { XmlElement } from '../xml.server.ts'

/** A formula of Word in one line: "1/2", "x^2", "√(a+b)". */
export function mathText(element: XmlElement): string {
  const part = (name: string) => {
    const child = childOf(element, name)

    return child ? mathText(child) : ''
  }
  switch (element.name) {
    case 't':
      return xmlText(element)
    case 'f':
      return `${grouped(part('num'))}/${grouped(part('den'))}`
    case 'sSup':
      return `${grouped(part('e'))}^${grouped(part('sup'))}`
    case 'sSub':
      return `${part('e')}_${grouped(part('sub'))}`
    case 'rad':
      return `${part('deg')}√${grouped(part('e'))}`
    case 'd':
      return `(${elementsOf(element, 'e').map(mathText).join('; ')})`
    default:
      return elementsOf(element).map(mathText).join('')
  }
}

/** In brackets when it is more than a number or a letter. */
function grouped(text: string): string {
  return /^(?:[\p{L}\p{N}]*|\(.*\))$/u.test(text) ? text : `(${text})`
}
