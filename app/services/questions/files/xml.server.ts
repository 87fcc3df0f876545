import { SaxesParser } from 'saxes'
import { refuseFile } from './refusal.ts'

/** An element with the names of elements and attributes without their prefixes. */
export type XmlElement = {
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly (XmlElement | string)[]
  /** Line of the opening tag, from 1. */
  line: number
}

const XML_LIMITS = { depth: 200, elements: 4_000_000 } as const
/** Names of HTML that people's own exports use without declaring them. */
const HTML_ENTITIES = {
  nbsp: '\u00A0',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  bull: '•',
  rarr: '→',
}

type Building = {
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
  line: number
}

/**
 * Reads XML from beginning to end and hands over each outermost element of the wanted names as a tree; the rest is
 * dropped, so a large sheet never stands in memory as a whole.
 * @returns name of the root element
 * @throws DomainError question_file_refused (xml_dtd, xml_broken, document_too_large)
 */
export function readXml(
  xml: string,
  wanted: ReadonlySet<string>,
  onElement: (element: XmlElement) => void,
): string {
  const parser = new SaxesParser({ position: true })
  Object.assign(parser.ENTITIES, HTML_ENTITIES)
  const open: Building[] = []
  let root = ''
  let depth = 0
  let count = 0
  parser.on('doctype', () => {
    throw refuseFile('xml_dtd')
  })
  parser.on('error', () => {
    throw refuseFile('xml_broken', { line: parser.line })
  })
  parser.on('opentag', (tag) => {
    const name = withoutPrefix(tag.name)
    root ||= name
    if (++depth > XML_LIMITS.depth || ++count > XML_LIMITS.elements) throw refuseFile('document_too_large')
    if (open.length > 0 || wanted.has(name))
      open.push({ name, attributes: attributesOf(tag.attributes), children: [], line: parser.line })
  })
  const addText = (text: string) => {
    open.at(-1)?.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    depth--
    const element = open.pop()
    if (!element) return
    const parent = open.at(-1)
    if (parent) parent.children.push(element)
    else onElement(element)
  })
  parser.write(xml).close()

  return root
}

function attributesOf(attributes: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [withoutPrefix(name), String(value)]),
  )
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

export function elementsOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element ? elementsOf(element, name)[0] : undefined
}

/** All text inside, in order. */
export function xmlText(element: XmlElement | undefined): string {
  if (!element) return ''

  return element.children.map((child) => (typeof child === 'string' ? child : xmlText(child))).join('')
}

/** Attribute `val` of a child, as Word writes its settings. */
export function valOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['val']
}
