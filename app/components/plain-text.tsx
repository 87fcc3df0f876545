import { textBlocksOf } from '../core/plain-text.ts'

/** A text that people typed: paragraphs and lists, never markup. */
export function PlainText({ text }: { text: string }) {
  return (
    <div className="grid gap-3">
      {textBlocksOf(text).map((block, index) => {
        const key = `${index}-${block.lines[0] ?? ''}`
        if (block.kind === 'paragraph')
          return (
            <p key={key} className="whitespace-pre-line">
              {block.lines.join('\n')}
            </p>
          )
        const List = block.kind === 'numbers' ? 'ol' : 'ul'

        return (
          <List
            key={key}
            className={
              block.kind === 'numbers'
                ? 'grid list-decimal gap-1.5 pl-6'
                : 'grid list-disc gap-1.5 pl-6 marker:text-gold'
            }
          >
            {block.lines.map((line, place) => (
              <li key={`${place}-${line}`}>{line}</li>
            ))}
          </List>
        )
      })}
    </div>
  )
}
