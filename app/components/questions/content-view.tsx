import { formatCitations } from '#app/core/questions/citation.ts'
import type { QuestionContent } from '#app/core/questions/question-content.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { KeyedOptions } from './keyed-options.tsx'
import { useValidity } from './use-validity.ts'

type ContentViewProps = { content: QuestionContent; topicTitle: string; law: string }

/** A version as those who write and review it read it: with its key. */
export function ContentView({ content, topicTitle, law }: ContentViewProps) {
  const t = useT(questions)
  const validityOf = useValidity()

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="text-sm text-muted">
        {topicTitle} · {t(`difficulty_${content.difficulty}`)}
      </p>
      <p className="text-lg font-semibold">{content.stem}</p>
      <KeyedOptions options={content.options} optionKey={content.key} />
      <dl className="grid gap-3 border-l-4 border-gold pl-4">
        <Fact label={t('explanation')}>{content.explanation || t('lacks_explanation')}</Fact>
        <Fact label={t('field_citations')}>
          {content.citations.length > 0 ? (
            <span lang="vi">{formatCitations(content.citations, law)}</span>
          ) : (
            t('lacks_citations')
          )}
        </Fact>
        {content.evidence.length > 0 && (
          <Fact label={t('evidence')}>
            <span lang="vi">{content.evidence.map(quoted).join('; ')}</span>
          </Fact>
        )}
        {(content.validFrom || content.validTo) && <Fact label={t('validity')}>{validityOf(content)}</Fact>}
      </dl>
    </div>
  )
}

/** A phrase that is a quotation in the law already needs no second marks. */
function quoted(phrase: string): string {
  return phrase.includes('“') ? phrase : `“${phrase}”`
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
