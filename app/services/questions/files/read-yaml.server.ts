import { LineCounter, isMap, isSeq, parseAllDocuments } from 'yaml'
import type { Document } from 'yaml'
import type { YamlTopic } from '../../../core/questions/import/yaml-topics.ts'
import { refuseFile } from './refusal.ts'

/** A YAML text is ours when it has a topic and questions. */
export function looksLikeTopics(text: string): boolean {
  return /^questions:\s*(?:#.*)?$/m.test(text) && /^topic:/m.test(text)
}

/**
 * Reads topic files, one or several in a stream.
 * @throws DomainError question_file_refused (yaml_broken) with the line
 */
export function readYamlText(text: string): YamlTopic[] {
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, { lineCounter: lines })
  if (!Array.isArray(documents)) return []

  return documents.flatMap((document) => {
    const [error] = document.errors
    if (error) throw refuseFile('yaml_broken', { line: error.linePos?.[0].line ?? 1 })

    return topicOf(document, lines)
  })
}

function topicOf(document: Document.Parsed, lines: LineCounter): YamlTopic[] {
  const root = document.contents
  if (!isMap(root)) return []
  const questions = root.get('questions', true)
  if (!isSeq(questions)) return []
  const text = (name: string) => {
    const value: unknown = root.get(name)

    return typeof value === 'string' ? value : ''
  }

  return [
    {
      topic: text('topic'),
      title: text('title'),
      entries: questions.items.map((item, index) => ({
        value: valueOf(document, index),
        line: lineOf(item, lines),
      })),
    },
  ]
}

function valueOf(document: Document.Parsed, index: number): unknown {
  const item: unknown = document.getIn(['questions', index], true)
  try {
    return isMap(item) ? item.toJS(document, { maxAliasCount: 100 }) : item
  } catch {
    // Aliases that multiply without end.
    throw refuseFile('yaml_broken', { line: 1 })
  }
}

function lineOf(item: unknown, lines: LineCounter): number {
  const range = isMap(item) ? item.range : null

  return range ? lines.linePos(range[0]).line : 1
}
