import type { AutoLabel } from '../../../../core/questions/import/line.ts'
import { childOf, elementsOf, valOf } from '../xml.server.ts'
import type { XmlElement } from '../xml.server.ts'

type Level = {
  start: number
  format: string
  text: string
  restartsAfter: number | null
  isLegal: boolean
  style: string | null
}
type List = { abstractId: string; starts: ReadonlyMap<number, number>; levels: ReadonlyMap<number, Level> }

/** The lists of numbering.xml, counting as they are asked for labels in the order of the document. */
export type Numbering = {
  labelOf: (numId: string, level: number) => { text: string; autoLabel: AutoLabel } | null
  levelOfStyle: (numId: string, style: string) => number | null
}

export function createNumbering(elements: readonly XmlElement[]): Numbering {
  const { levelsOf, lists } = readLists(elements)
  const counts = new Map<string, (number | undefined)[]>()
  const started = new Set<string>()

  function labelOf(numId: string, level: number) {
    const list = lists.get(numId)
    const settings = list ? levelOf(list, level) : undefined
    if (!list || !settings) return null
    const count = counts.get(list.abstractId) ?? []
    counts.set(list.abstractId, count)
    advance(count, level, list, numId)
    const text = labelText(settings.text, count, list)
    if (text === '') return null

    return { text, autoLabel: { list: `${list.abstractId}:${level}`, kind: kindOf(settings.format) } }
  }

  function advance(count: (number | undefined)[], level: number, list: List, numId: string): void {
    const override = list.starts.get(level)
    const mark = `${numId}:${level}`
    if (override !== undefined && !started.has(mark)) count[level] = override
    else count[level] = (count[level] ?? (levelOf(list, level)?.start ?? 1) - 1) + 1
    started.add(mark)
    for (let deeper = level + 1; deeper < 9; deeper++)
      if (levelOf(list, deeper)?.restartsAfter !== 0) count[deeper] = undefined
  }

  function levelOf(list: List, level: number): Level | undefined {
    return list.levels.get(level) ?? levelsOf(list.abstractId).get(level)
  }

  function labelText(pattern: string, count: readonly (number | undefined)[], list: List): string {
    const own = pattern.replace(/%(\d)/g, (_, digit: string) => {
      const settings = levelOf(list, Number(digit) - 1)
      const value = count[Number(digit) - 1] ?? settings?.start ?? 1

      return formatNumber(value, settings?.isLegal ? 'decimal' : (settings?.format ?? 'decimal'))
    })

    return [...own].map((char) => BULLETS[char] ?? char).join('')
  }

  return {
    labelOf,
    levelOfStyle: (numId, style) => {
      const list = lists.get(numId)
      const found = list
        ? [...levelsOf(list.abstractId)].find(([, level]) => level.style === style)
        : undefined

      return found?.[0] ?? null
    },
  }
}

/** Bullets of the Symbol and Wingdings fonts; ticks stay ticks. */
const BULLETS: Readonly<Record<string, string>> = {
  '\uF0B7': '•',
  '\uF0A7': '•',
  '\uF0D8': '•',
  '\uF076': '•',
  '\uF0FC': '✓',
  '\uF0FE': '☑',
  '\uF0A8': '☐',
  '\uF06F': '☐',
}

function readLists(elements: readonly XmlElement[]) {
  const abstracts = new Map<
    string,
    { levels: ReadonlyMap<number, Level>; link: string | null; styleLink: string | null }
  >()
  const lists = new Map<string, List>()
  for (const element of elements) {
    if (element.name === 'abstractNum') {
      abstracts.set(element.attributes['abstractNumId'] ?? '', {
        levels: readLevels(elementsOf(element, 'lvl')),
        link: valOf(element, 'numStyleLink') ?? null,
        styleLink: valOf(element, 'styleLink') ?? null,
      })
    } else if (element.name === 'num') lists.set(element.attributes['numId'] ?? '', readList(element))
  }

  /** A list may borrow its levels from the list of a style. */
  function levelsOf(abstractId: string): ReadonlyMap<number, Level> {
    const own = abstracts.get(abstractId)
    if (!own?.link) return own?.levels ?? new Map()
    const lender = [...abstracts.values()].find((each) => each.styleLink === own.link)

    return lender?.levels ?? own.levels
  }

  return { levelsOf, lists }
}

function readList(element: XmlElement): List {
  const overrides = elementsOf(element, 'lvlOverride')
  const starts = overrides.flatMap((override): [number, number][] => {
    const start = valOf(override, 'startOverride')

    return start === undefined ? [] : [[Number(override.attributes['ilvl']), Number(start)]]
  })

  return {
    abstractId: valOf(element, 'abstractNumId') ?? '',
    starts: new Map(starts),
    levels: readLevels(overrides.flatMap((override) => elementsOf(override, 'lvl'))),
  }
}

function readLevels(elements: readonly XmlElement[]): Map<number, Level> {
  return new Map(
    elements.map((element) => {
      const restart = valOf(element, 'lvlRestart')

      return [
        Number(element.attributes['ilvl']),
        {
          start: Number(valOf(element, 'start') ?? 1),
          format: valOf(element, 'numFmt') ?? 'decimal',
          text: valOf(element, 'lvlText') ?? '',
          restartsAfter: restart === undefined ? null : Number(restart),
          isLegal: childOf(element, 'isLgl') !== undefined,
          style: valOf(element, 'pStyle') ?? null,
        },
      ]
    }),
  )
}

function kindOf(format: string): AutoLabel['kind'] {
  if (format === 'bullet') return 'bullet'

  return format.endsWith('Letter') ? 'letter' : 'number'
}

const ROMAN: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
const LARGEST_ROMAN = 5_000

function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'upperLetter':
      return lettersOf(value)
    case 'lowerLetter':
      return lettersOf(value).toLowerCase()
    case 'upperRoman':
      return romanOf(value)
    case 'lowerRoman':
      return romanOf(value).toLowerCase()
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'none':
      return ''
    default:
      return String(value)
  }
}

/** A … Z, AA, BB …, as Word counts. */
function lettersOf(value: number): string {
  if (value < 1 || value > 26 * 20) return String(value)

  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function romanOf(value: number): string {
  if (value < 1 || value > LARGEST_ROMAN) return String(value)
  let rest = value
  let roman = ''
  for (const [worth, letters] of ROMAN)
    while (rest >= worth) {
      roman += letters
      rest -= worth
    }

  return roman
}
