import type { MoodleQuestion, MoodleText } from '../../../core/questions/import/moodle.ts'
import { childOf, elementsOf, readXml, xmlText } from './xml.server.ts'
import type { XmlElement } from './xml.server.ts'
import { refuseFile } from './refusal.ts'

/**
 * Takes the questions out of a Moodle XML text.
 * @throws DomainError question_file_refused (xml_dtd, xml_broken, xml_unknown)
 */
export function readMoodleXml(xml: string): MoodleQuestion[] {
  const questions: MoodleQuestion[] = []
  const root = readXml(xml, new Set(['question']), (element) => questions.push(questionOf(element)))
  if (root === 'wordDocument' || root === 'package') throw refuseFile('legacy_word')
  if (root === 'Workbook') throw refuseFile('legacy_excel')
  if (root !== 'quiz') throw refuseFile('xml_unknown', { root })

  return questions
}

function questionOf(element: XmlElement): MoodleQuestion {
  return {
    type: element.attributes['type'] ?? '',
    line: element.line,
    category: xmlText(childOf(childOf(element, 'category'), 'text')).trim(),
    name: xmlText(childOf(childOf(element, 'name'), 'text')).trim(),
    text: textOf(childOf(element, 'questiontext')),
    explanation: textOf(childOf(element, 'generalfeedback')),
    idNumber: xmlText(childOf(element, 'idnumber')).trim(),
    tags: elementsOf(childOf(element, 'tags') ?? element, 'tag').map((tag) =>
      xmlText(childOf(tag, 'text')).trim(),
    ),
    answers: elementsOf(element, 'answer').map((answer) => ({
      fraction: Number(answer.attributes['fraction'] ?? 0) || 0,
      text: textOf(answer),
      feedback: textOf(childOf(answer, 'feedback')),
    })),
  }
}

function textOf(element: XmlElement | undefined): MoodleText {
  const text = xmlText(childOf(element, 'text'))
  const format = element?.attributes['format'] ?? 'html'
  const hasFiles = /<img\b|@@PLUGINFILE@@/i.test(text) || childOf(element, 'file') !== undefined

  return { text, isHtml: !['plain_text', '2'].includes(format), hasFiles }
}
